"""Which entries match, what they can be narrowed by, and in what order. Pure."""
