"""SHOWS: base templates, KERN assets, components as template tags."""
