"""Occupations by the words that people have for them, in the readers' languages."""
