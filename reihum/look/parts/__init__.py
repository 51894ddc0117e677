"""Components: what has to be worked out before a template can show it."""
