"""One file per command; the only room that prints. A command is a module whose function of the same name is the command."""
