"""Words counted: what a file notes as changed has to come out again."""

from collections import Counter
from collections.abc import Iterable

from reihum.formats.synopsis.paper import Counts, Sent
from reihum.rules.text.synopsis import Synopsis
from reihum.rules.text.tokens import count_words

Source = tuple[str, str]  # the Land, and the name of what it sent


def counted(synopsis: Synopsis) -> dict[Source, Counts]:
    """Return how many words each source puts in and strikes out in the synopsis."""
    inserted, deleted = Counter[Source](), Counter[Source]()
    for point in synopsis.points:
        change = point.change
        new = count_words(change.new)
        old = count_words(synopsis.flat.tokens[change.start : change.end])
        for wish in point.wishes:
            inserted[wish.land, wish.source] += new
            deleted[wish.land, wish.source] += old
    return {one: Counts(inserted[one], deleted[one]) for one in inserted}


def typed_again(synopsis: Synopsis) -> dict[Source, int]:
    """Return how many words beside its wishes a source typed again as they were."""
    found = Counter[Source]()
    for point in synopsis.points:
        for wish in point.wishes:
            found[wish.land, wish.source] += wish.wanted.retyped
    return dict(found)


def without_place(synopsis: Synopsis, sent: Iterable[Sent]) -> int:
    """Return how many noted words have no place in the synopsis: there are none.

    A file with changes that were not noted was compared as a whole and cannot be
    counted so.
    """
    out, again = counted(synopsis), typed_again(synopsis)
    missing = 0
    for one in sent:
        source = (one.land, one.name)
        if not one.untracked:
            come = out.get(source, Counts())
            same = again.get(source, 0) + one.retyped
            missing += abs(one.noted.inserted - come.inserted - same)
            missing += abs(one.noted.deleted - come.deleted - same)
    return missing
