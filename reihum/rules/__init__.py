"""THINKS: the rules of procedure, as data and pure functions. No Django here."""
