"""Word files (.docx): read with everything that people note in them, and written.

`safety` opens a file that nobody has looked at yet, `read` makes a text of it.
"""
