"""The same advertisement in several portals becomes one entry. Pure.

| step | place |
|---|---|
| from advertisements to entries | `merging.py` → `merge` |
| how an advertisement is compared | `profile.py`, `titles.py`, `employers.py`, `texts.py`, `references.py`, `addresses.py`, `paygroups.py`, `folding.py` |
| which pairs are looked at | `candidates.py` |
| what makes two one | `evidence.py` → `linked` |
| what keeps two apart | `vetoes.py` |
| from pairs to groups | `groups.py` |
| who writes first-hand, and who copies | `portals.py` |
| copies of agencies | `agencies.py` |
| one entry of several copies | `gathering.py` |
"""  # noqa: E501  (a table cannot be broken)
