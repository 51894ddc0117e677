"""TALKS to the clock: what happens by itself."""
