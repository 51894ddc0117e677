"""Local portals in the real portals' formats, for demonstrations and tests.

They have one invented labour market between them, each words it as such a portal does,
and each can be told to be slow or wrong. `reihum jobs demo-portals` serves them.

| question | place |
|---|---|
| which towns, occupations and employers there are | `market.py`, `data/` |
| what is always there around Chemnitz | `data/chemnitz.toml` |
| from these to 1,200 vacancies of a day | `world.py`, `vacancy.py`, `chance.py` |
| what an advertisement says | `texts.py` |
| how a portal words it, and calls it | `copies.py` |
| how a portal looks for something | `looking.py` |
| the Länder, as portals write them | `lands.py` |
| how a portal writes it down | `formats/`, one file for each |
| from a call to an answer | `answers.py` |
| where a link of a demonstration leads | `links.py` |
| what a portal can do wrong | `behaviour.py`, `faults.py` |
| the web application | `server.py` |

All of it but `faults.py` and `server.py` is pure. The names of employers are invented,
and no person is named anywhere.
"""
