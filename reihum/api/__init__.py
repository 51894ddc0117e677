"""TALKS to machines: calendars and files that other programs read."""
