"""CHANGES: every write is one function: load, decide, save, journal and outbox."""
