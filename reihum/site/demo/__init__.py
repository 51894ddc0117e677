"""The demonstration: accounts to try out, and a year of invented motions and votes."""
