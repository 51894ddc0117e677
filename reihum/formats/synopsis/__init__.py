"""The synopsis of a text written down: as values, page, PDF, table.

`paper` says what is written, `rows` lays it out once for everybody who shows it, the
screen of the office and every file: `cards` are the wishes in a row, `excerpt` shows
one in its place, `results` what comes out, `sentences` who stands in whose way.
`build` makes the paper from the files of Länder (`counts`: no word is lost).
`view` puts it into the words of one language (`labels`); `page`, `pdf`, `table` and
`data` (JSON) set it, and `written` chooses by the ending of a file's name.
"""
