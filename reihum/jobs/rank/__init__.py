"""Which entries match, what they can be narrowed by, and in what order. Pure.

| question | place |
|---|---|
| from entries to the list | `listed.py` |
| how words are compared: stems, umlauts, gender forms, compounds | `analysis.py` |
| what is looked for | `terms.py` |
| how well an advertisement matches | `match.py` |
| each filter, and what does not say what was asked for | `fits.py` |
| how many entries a choice would leave | `facets.py` |
| in what order | `order.py` |
"""
