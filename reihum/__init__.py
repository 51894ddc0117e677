"""Reihum: the office of a German ministerial conference as software."""

__version__ = "0.1.0"
