"""Audio editions of newspapers: an issue goes in; MP3s, a podcast feed, accessible pages come out."""

__version__ = "0.1.0"
