"""SEARCHES: federated job search, several portals at once, without Django.

From a query to the list that a person reads, and where each step stands:

| step | place |
|---|---|
| what was asked, as typed and as understood | `query.py`, `understand.py` |
| a search as an address | `address.py` |
| from understanding to the list, with everything between | `search.py` |
| occupations in the readers' languages | `words/`, `data/occupations/` |
| places, postcodes, Länder | `places/` |
| how far two points are apart | `distance.py` |
| what is known by heart, to be read and mended by people | `data/` |
| which portals there are, how each is asked and read | `sources/` (pure) |
| the one form of an advertisement | `model.py` |
| facts found in a text: pay, hours, level of German | `reading/` (pure) |
| asking all at once, kindly, until the deadline | `ask/` (has the network) |
| the same advertisement in several portals | `merge/` (pure) |
| matching, filtering, counting, order | `rank/` (pure) |
| what comes back, and how each portal did | `answer.py`, made by `assemble.py` |
| welcome centres near the place | `centres.py` |
| what an operator may set | `settings.py` |
| local portals for demonstrations and tests | `standins/` |
"""
