"""The same advertisement in several portals becomes one entry. Pure."""
