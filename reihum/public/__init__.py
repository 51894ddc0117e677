"""TALKS to everybody: the public pages."""
