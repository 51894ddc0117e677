"""A text (motion, resolution): paragraphs with stable ids, and what happens to them.

`paragraph` says what a text is, `typed` reads and writes it as people type it, `tokens`
takes it apart into words, `changes` changes it, `tidy` gives a change its one form,
`parts` says which cannot be made, `difference` compares two texts, `tracked`
understands changes that a word processor noted, `synopsis` lays the wishes of all
Länder against one text (`clash`: which get into each other's way), `carry` takes a wish
along to the next version.
"""

from reihum.rules.text.paragraph import Mark, Paragraph, Part, from_data, to_data
from reihum.rules.text.typed import read, write

__all__ = ["Mark", "Paragraph", "Part", "from_data", "read", "to_data", "write"]
