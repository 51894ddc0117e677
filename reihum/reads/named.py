"""Which Länder a resolution is found by: who moved it, and who did not vote Yes."""

from collections import defaultdict

from reihum.reads.visibility import ballots, resolutions, statements
from reihum.records.models import CastVote
from reihum.rules.facts import Vote
from reihum.rules.visibility import Viewer


def laender_of(body: str, viewer: Viewer) -> dict[int, set[str]]:
    """Return the codes that a viewer may know of, by resolution: three queries.

    All who voted Yes would be found everywhere, so they are left out.
    """
    found: dict[int, set[str]] = defaultdict(set)
    old = resolutions(viewer).filter(body__slug=body)
    columns = ("submitters", "report__no", "report__abstain", "report__no_consent")
    for pk, moved, *reported in old.values_list("pk", *columns):
        found[pk].update(code.strip() for code in moved.split(",") if code.strip())
        for codes in reported:
            found[pk].update(codes or ())
    cast = CastVote.objects.filter(ballot__in=ballots(viewer)).exclude(vote=Vote.YES)
    declared = statements(viewer)
    for rows, path in ((cast, "ballot__resolution"), (declared, "item__resolution")):
        known = rows.filter(**{f"{path}__body__slug": body})
        for pk, code in known.values_list(path, "member"):
            found[pk].add(code)
    return found
