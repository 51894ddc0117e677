"""Merging as if nothing had been merged before: for laws, and to measure it."""

from reihum.jobs.merge import profile
from reihum.jobs.merge.evidence import hinted, linked, links
from reihum.jobs.merge.gathering import gathered


def forget() -> None:
    """Let no profile, no link and no entry be known of any merging before."""
    for made in (profile._known, linked, links, hinted, gathered):
        made.cache_clear()
