"""The portals, in the order in which they are named to people.

A new source is one file in this folder and one line here.
"""

from reihum.jobs.sources.source import Source

SOURCES: tuple[Source, ...] = ()

BY_KEY = {source.key: source for source in SOURCES}
