"""Small rulebooks for tests, read by the real parser, and votes to judge by them."""

from collections.abc import Iterable

from hypothesis import strategies as st

from reihum.rules.facts import Category, Vote
from reihum.rules.laender import BUND, CODES
from reihum.rules.majority import Poll
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebooks import all_shipped, shipped

TOP = """body = "test"
short = "TMK"
title = { de = "Testministerkonferenz", en = "Conference of Test Ministers" }
subject = { de = "Tests", en = "tests" }
valid_from = 2020-01-01
source = "ein Test"
"""
MEMBERS = f"""
[members]
laender = {list(CODES)}
source = "ein Test"
"""
WITH_BUND = MEMBERS + 'bund = "votes"\n'
ORDINARY = '\n[majority.ordinary]\nsource = "ein Test"\n'
UNANIMOUS = ORDINARY + 'threshold = "unanimous"\n'
SIMPLE = ORDINARY + 'threshold = "simple"\n'
TWO_THIRDS = ORDINARY + 'threshold = "two_thirds"\n'
THIRTEEN = ORDINARY + 'threshold = "count"\nvotes = 13\n'
# As in the IT-Planungsrat: the Bund and eleven Länder that pay two thirds.
WEIGHTS = {
    "BW": 130, "BY": 155, "BE": 52, "BB": 30, "HB": 10, "HH": 26, "HE": 74, "MV": 20,
    "NI": 94, "NW": 211, "RP": 48, "SL": 12, "SN": 50, "ST": 27, "SH": 34, "TH": 26,
    "BUND": 1,
}  # fmt: skip
WEIGHTED = (
    WITH_BUND
    + "\n[members.weights]\n"
    + "".join(f"{code} = {weight}\n" for code, weight in WEIGHTS.items())
    + ORDINARY
    + 'threshold = "weighted"\nvotes = 12\nshare = "2/3"\nmust_agree = ["BUND"]\n'
)


def section(name: str, *lines: str) -> str:
    """Return a section with its source, to add to a book."""
    return "\n".join([f"\n[{name}]", 'source = "ein Test"', *lines, ""])


def book(*parts: str, members: str = MEMBERS, majority: str = UNANIMOUS) -> Rulebook:
    return Rulebook.parse("".join([TOP, members, majority, *parts]))


def weighted(*parts: str) -> Rulebook:
    return Rulebook.parse("".join([TOP, WEIGHTED, *parts]))


def latest(slug: str) -> Rulebook:
    return shipped(slug)[-1]


def votes(
    *, no: Iterable[str] = (), abstain: Iterable[str] = (), silent: Iterable[str] = ()
) -> dict[str, Vote]:
    """Return the votes of the 16 Länder: Yes, except for those named."""
    cast = dict.fromkeys(CODES, Vote.YES)
    cast |= dict.fromkeys(no, Vote.NO) | dict.fromkeys(abstain, Vote.ABSTAIN)
    return {code: vote for code, vote in cast.items() if code not in silent}


def tally(yes: int, no: int = 0, abstain: int = 0) -> dict[str, Vote]:
    """Return votes in the order of the roll call; the rest does not vote."""
    cast = [Vote.YES] * yes + [Vote.NO] * no + [Vote.ABSTAIN] * abstain
    return dict(zip(CODES, cast, strict=False))


BLOCKS = section("abstention", 'counts = "blocks"')
QUORUM = section("quorum", 'more_than = "1/2"')
WITHOUT_BUND = section("effect", "without_bund = true")
EVERY_BOOK = (
    *all_shipped(),
    book(majority=SIMPLE),
    book(QUORUM, majority=SIMPLE),
    book(BLOCKS),
    book(BLOCKS, WITHOUT_BUND, QUORUM, members=WITH_BUND),
    book(section("effect", 'binding = "unanimous_only"'), majority=TWO_THIRDS),
    weighted(),
    weighted(QUORUM),
)
CIRCULAR = tuple(
    section("circular", f'silence = "{silence}"', f'objection = "{objection}"')
    for silence in ("consent", "abstention", "insufficient")
    for objection in ("none", "procedure", "text", "both")
)
any_book = st.sampled_from(EVERY_BOOK)
any_circular = st.sampled_from(
    (
        *EVERY_BOOK,
        *(book(part, majority=one) for part in CIRCULAR for one in (UNANIMOUS, SIMPLE)),
        *(book(part, WITHOUT_BUND, members=WITH_BUND) for part in CIRCULAR),
        *(weighted(part) for part in CIRCULAR),
    )
)
codes = st.sampled_from((*CODES, BUND))
cast = st.dictionaries(codes, st.sampled_from(Vote))
presence = st.none() | st.frozensets(codes)
polls = st.builds(Poll, cast, st.sampled_from(Category), presence)
