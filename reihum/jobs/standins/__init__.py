"""Local portals in the real portals' formats, for demonstrations and tests."""
