"""Facts found in what portals send. Pure: text in, values out; no clock, no network.

`clean` makes text of markup, `day` a date of whatever a portal calls one, and
`complete` fills what an advertisement leaves unsaid but says in its text. What is read,
and where:

| fact | place |
|---|---|
| clean text, lines | `clean.py` |
| days | `dates.py` |
| pay, pay groups, sums of money | `pay.py`, `pay_group.py`, `sums.py` |
| the level of German asked for | `level.py` |
| working time, hours, contract, place, kind | `hours.py` |
| recognition of qualifications, regulated occupations | `recognition.py` |
| public service, agencies | `employers.py` |
| the language of the text | `language.py` |
| all of it, where nothing was stated | `complete.py` |
| which facts a title may hold at all | `topics.py` |
| only the places of a text where something may stand | `around.py` |
"""
