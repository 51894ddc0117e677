"""A text (motion, resolution): paragraphs with stable ids, and what happens to them.

Where to find what, from the words of one paragraph to the wishes of sixteen Länder:

What it is      `paragraph` says what a text is made of, `naming` how its places are
                called, `numbers` how it is numbered, `references` which numbers in its
                words are out of date, `marked` how bold and links are typed.
As typed        `typed` reads and writes a whole text, `pasted` what was copied
                elsewhere; `sheet` is a text while somebody writes it, `editing` the
                steps with it, `inserted` a paste into it, `onefield` the way into one
                field and back, `beside` two people's versions of it.
Changes         `tokens` takes a text apart into words, `changes` changes it, `tidy`
                gives a change its one form, `parts` says which cannot be made,
                `stored` keeps changes for years, `whole` makes one text of a motion.
Two texts       `difference` compares two (`matching`: where they run alike; `alike`:
                how much of their words is the same), `redline` shows what differs.
One Land        `drafting` is a Land's wishes step by step, `laid_out` shows them in
                the text; `reading` is a file as it was read, `origin` finds the
                version that it was made from, `tracked` understands the changes noted
                in it, `remarks` makes reasons of its comments; `carry` takes a wish
                along to the next version.
All Länder      `synopsis` lays their wishes against one text, `clash` says which get
                into each other's way, `lineup` puts them in one order, `layers` shows
                all of them in the text, `outcome` is what comes out.
"""

from reihum.rules.text.paragraph import Mark, Paragraph, Part, from_data, to_data
from reihum.rules.text.typed import read, write

__all__ = ["Mark", "Paragraph", "Part", "from_data", "read", "to_data", "write"]
