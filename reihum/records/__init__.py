"""REMEMBERS: all tables of the conference, one file per noun."""
