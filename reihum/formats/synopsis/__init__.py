"""The synopsis of a text written down: as values, page, PDF, table.

`paper` says what is written, `rows` lays it out once for everybody who shows it: the
screen of the office and every file. `build` makes the paper from the files of Länder.
"""
