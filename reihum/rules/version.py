"""The versions of a motion (Fassungen): how each came about, and which is frozen."""

from collections.abc import Mapping
from enum import StrEnum

from reihum.rules.words import Text


class Cause(StrEnum):
    """Why there is a new version."""

    DRAFTED = "drafted"  # kept inside a Land, not submitted yet
    SUBMITTED = "submitted"
    SYNOPSIS = "synopsis"  # the office took over what the Länder wish
    MERGED = "merged"
    SPLIT = "split"
    COPIED = "copied"


CAUSE_NAMES: Mapping[Cause, Text] = {
    Cause.DRAFTED: Text("als Entwurf gesichert", "kept as a draft"),
    Cause.SUBMITTED: Text("eingereicht", "submitted"),
    Cause.SYNOPSIS: Text("aus der Synopse übernommen", "taken over from the synopsis"),
    Cause.MERGED: Text("zusammengeführt", "merged"),
    Cause.SPLIT: Text("geteilt", "split"),
    Cause.COPIED: Text("aus einem früheren Antrag", "from an earlier motion"),
}
