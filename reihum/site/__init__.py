"""WIRES: settings, addresses, the door, the command line."""
