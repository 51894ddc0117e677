"""Ask all portals at once until the deadline, kindly: the only part with a network."""
