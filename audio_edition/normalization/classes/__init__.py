"""One file per semiotic class: a docstring with `written => spoken` examples, which are its tests, and its rules."""
