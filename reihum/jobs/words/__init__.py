"""Occupations by the words that people have for them, in the readers' languages.

| what | place |
|---|---|
| which occupation a text speaks of | `find.py` |
| the table of occupations | `table.py`, `../data/occupations/` |
| all its words, ready to be looked up | `index.py` |
| small words and endings of the languages | `stems.py`, `../data/languages.toml` |
| one spelling for many | `folding.py` |
"""
