"""Ask all portals at once until the deadline, kindly: the only part with a network.

| what | place |
|---|---|
| the doors for all other threads, and the thread in which everything else here runs | `exchange.py` |
| all portals at once, from the cache or under way | `fan.py` |
| who asks the same at the same time shares one call | `flights.py` |
| page after page of one portal | `strand.py` |
| one portal: asked, read, its facts completed | `portal.py` |
| what the thread that asked hears of all this | `listening.py` |
| one call: from a request to bytes, or to why there are none | `fetch.py`, `failed.py` |
| where a call may go, and how much may come | `guard.py`, `inflate.py` |
| how often a portal is asked, and when it is left in peace | `limits.py`, `room.py`, `health.py`, `robots.py` |
| a second try beside a slow first one | `hedge.py` |
| what was read once | `cache.py` |
| the file that processes share | `shelf.py` (for the event loop), `store.py` (SQLite) |
| time, as an argument | `clock.py` |
"""  # noqa: E501  (a table cannot be broken)
