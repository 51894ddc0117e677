"""Evidence: what makes two advertisements one, the hardest first."""

from functools import lru_cache
from itertools import combinations

from msgspec import Struct

from reihum.jobs.merge import texts, titles
from reihum.jobs.merge.employers import alike, named, one_house
from reihum.jobs.merge.portals import RESELLERS, family
from reihum.jobs.merge.profile import Profile, said
from reihum.jobs.merge.vetoes import doubted, far, forbidden

REFERENCE, ADDRESS, TITLE, TEXT = "reference", "address", "title", "text"
NOTHING: frozenset[str] = frozenset()
AGREES = 0.35  # overlap that texts of one post have at least
SAME = 0.6  # overlap that says by itself that it is the same text
WHOLE = 0.9  # overlap where the titles have no word in common
LONG = 15  # shingles of such texts
SPECIFIC = 2  # words of a title that says something


class Link(Struct, frozen=True, gc=False):
    """That two are one: how sure (0 to 1), and by which kinds of evidence."""

    score: float
    why: tuple[str, ...]


@lru_cache(4096)
def links(block: tuple[Profile, ...]) -> tuple[tuple[int, int, Link], ...]:
    """Return each two of a block that are one, as where they stand in it, and why.

    It is remembered as a whole, for that is one look instead of up to a hundred.
    """
    return tuple(
        [
            (at, other, link)
            for at, other in combinations(range(len(block)), 2)
            if (link := _linked(block[at], block[other]))
        ]
    )


def _linked(one: Profile, two: Profile) -> Link | None:
    """Return what makes two advertisements one; None where nothing does."""
    apart = one.numbers.isdisjoint(two.numbers)
    if not (apart and one.addresses.isdisjoint(two.addresses)) and (
        hard := numbered(one, two)
    ):
        return None if forbidden(one, two) else Link(1.0, hard)
    mine, yours = one.title, two.title
    if mine.telling != yours.telling:
        return None
    if mine.words.isdisjoint(yours.words) and not (one.ad.text and two.ad.text):
        return None  # strangers, and no texts that could say more
    if forbidden(one, two) or doubted(one, two):
        return None
    return _seen(one, two)


linked = lru_cache(16384)(_linked)  # of pairs that are no part of a block


def stands_against(one: Profile, two: Profile) -> bool:
    """Return whether these two must not be in one entry, whatever links others."""
    if forbidden(one, two):
        return True
    return not numbered(one, two) and (
        doubted(one, two) or _contrary(one, two) or _other_unit(one, two)
    )


def _contrary(one: Profile, two: Profile) -> bool:
    """Return whether each title says what the other does not, or the texts differ."""
    same = _likeness(one, two)
    if same.left and same.right and (same.shared or same.built):
        return True
    told = overlap(one, two)
    return told is not None and told < AGREES


def _likeness(one: Profile, two: Profile) -> titles.Likeness:
    """Compare titles; towns and the employer's name add nothing to one."""
    if one.title.words == two.title.words:
        return titles.Likeness(len(one.title.words), NOTHING, NOTHING)
    mine, yours = said(one), said(two)
    known = mine if mine is yours else mine | yours
    return titles.likeness(one.title, two.title, known)


def numbered(one: Profile, two: Profile) -> tuple[str, ...]:
    """Return the hard evidence: a shared number, a shared address."""
    page = not one.addresses.isdisjoint(two.addresses)
    if one.numbers.isdisjoint(two.numbers) or not _same_number(one, two):
        return (ADDRESS,) if page else ()
    return (REFERENCE, ADDRESS) if page else (REFERENCE,)


def _same_number(one: Profile, two: Profile) -> bool:
    """A number is an employer's, or a portal's; alone in the world it proves little."""
    shared = [number for number in two.references if number.value in one.numbers]
    if any(number.strong for number in shared):
        return True
    return one_house(one.employer, two.employer, one.towns) or (
        family(one.ad.source) == family(two.ad.source)
        and any(number.long for number in shared)
    )


def _seen(one: Profile, two: Profile) -> Link | None:
    """Judge by employer, place, title and text."""
    same = _likeness(one, two)
    if not one.employer.key or not two.employer.key:
        return _nameless(one, two, same)
    sure = one.employer.key == two.employer.key
    if not sure and not alike(one.employer, two.employer, one.towns | two.towns):
        return None
    link = _titled(one, two, same, sure=sure) or _told(one, two, same, sure=sure)
    return None if link is None or _other_unit(one, two) else link


def _other_unit(one: Profile, two: Profile) -> bool:
    """Return whether the texts, which are not the same, speak of different units."""
    mine, yours = one.ad.text, two.ad.text
    if not mine or not yours or mine == yours:
        return False
    return texts.contradict(texts.text(mine).units, texts.text(yours).units)


def _titled(
    one: Profile, two: Profile, same: titles.Likeness, *, sure: bool
) -> Link | None:
    """The same title; the texts, where both have one, must not speak against it."""
    if not same.equal or not same.shared:
        return _extended(one, two, same)
    told = overlap(one, two)
    if told is None:
        placed = bool(one.towns and two.towns) or _same_deadline(one, two)
        return Link(0.8 if sure else 0.7, (TITLE,)) if placed else None
    if told < (AGREES if sure and one.towns and two.towns else SAME):
        return None
    return Link(0.9 * told, (TITLE, TEXT) if told >= SAME else (TITLE,))


def _extended(one: Profile, two: Profile, same: titles.Likeness) -> Link | None:
    """One title says more than the other: something else must agree."""
    if not same.part:
        return None
    told = overlap(one, two)
    if told is not None:
        return Link(0.8 * told, (TITLE, TEXT)) if told >= SAME else None
    agreed = _same_deadline(one, two) and same.shared >= SPECIFIC
    return Link(0.5, (TITLE,)) if agreed else None


def _same_deadline(one: Profile, two: Profile) -> bool:
    return one.ad.deadline is not None and one.ad.deadline == two.ad.deadline


def _told(
    one: Profile, two: Profile, same: titles.Likeness, *, sure: bool
) -> Link | None:
    """The same text under a wholly different title. A cut text does not say enough."""
    if one.ad.source in RESELLERS or two.ad.source in RESELLERS:
        return None
    if same.shared or same.built or not sure or far(one, two):
        return None
    if not one.text or not two.text or one.ad.lang != two.ad.lang:
        return None
    mine, yours = one.text.shingles, two.text.shingles
    told = texts.overlap(mine, yours)
    if told is None or told < WHOLE or min(len(mine), len(yours)) < LONG:
        return None
    return Link(0.7 * told, (TEXT,))


def _nameless(one: Profile, two: Profile, same: titles.Likeness) -> Link | None:
    """One of them does not name the employer: the title must be the same, and more."""
    if not same.equal or not same.shared or not one.towns or not two.towns:
        return None
    told = overlap(one, two)
    if told is not None:
        return Link(0.6 * told, (TITLE, TEXT)) if told >= SAME else None
    return Link(0.4, (TITLE,)) if _same_days(one, two, same.shared) else None


def _same_days(one: Profile, two: Profile, shared: int) -> bool:
    """Return whether the deadline is the same; of a short title, the first day too."""
    if not _same_deadline(one, two):
        return False
    return shared >= SPECIFIC or one.ad.published == two.ad.published is not None


def overlap(one: Profile, two: Profile) -> float | None:
    """Return how much of the shorter text stands in the other; None: not comparable."""
    if not one.ad.text or not two.ad.text or one.ad.lang != two.ad.lang:
        return None
    if one.ad.text == two.ad.text:
        return 1.0
    mine, yours = texts.text(one.ad.text), texts.text(two.ad.text)
    told = texts.overlap(mine.words, yours.words)
    if told is None or told >= WHOLE or told < AGREES:
        return told
    return texts.overlap(mine.shingles, yours.shingles)


@lru_cache(4096)
def hinted(lent: Profile, own: Profile) -> bool:
    """Return whether an agency's advertisement may be a copy of an employer's own."""
    if (
        lent.kind is not own.kind
        or lent.title.telling != own.title.telling
        or far(lent, own)
    ):
        return False
    same = _likeness(lent, own)
    if not same.shared:
        return False
    told = overlap(lent, own)
    if told is not None and told >= SAME:
        return True
    if own.employer.key and lent.ad.text and named(own.employer, lent.ad.text):
        return True
    return told is None and same.equal and _likely(lent, own, same.shared)


def _likely(lent: Profile, own: Profile, shared: int) -> bool:
    """Return whether a title that is the same says enough without a text."""
    if shared >= SPECIFIC:
        return True
    return lent.ad.published == own.ad.published and not doubted(lent, own)
