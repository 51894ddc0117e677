"""Word files (.docx): read with everything that people note in them, and written.

Where to find what:

The file        `safety` opens one that nobody has looked at yet, `wrong` says what is
                not taken; `opc` its parts, `zipped` its zip, `names` and `tags` its
                elements, `symbols` its fonts of signs.
Read            `read` makes a text of it. `walk` goes through it (`runs`, `styles`),
                `sheet` writes down the lines, `numbering` counts as Word does
                (`numerals`), `typed` finds numbers that a person typed, `printed` says
                which number a line has; `parts` says which line is what, `lines` and
                `region` where paragraphs and words begin before and after the changes,
                `content` makes paragraphs of them, `stream` whole words; `annex` keeps
                annexes, `lost` says what cannot be kept.
Written         `write` writes a motion (`paper`: its values), `redline` the wishes of
                all Länder as tracked changes (`ends`, `counting`, `notes`); `frame`
                puts it into a template, `template` and `places` say what one may hold,
                `builtin` is ours, `looks` its styles; `lists` and `labels` let Word
                count, `markup` writes XML.
"""
