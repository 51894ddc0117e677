import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.texts import laender, motion, noted
from reihum.rules.laender import CODES
from reihum.rules.text.changes import Change, apply, in_order
from reihum.rules.text.clash import CLASH_NAMES, joins
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import (
    Clash,
    Kind,
    Wish,
    clash,
    combine,
    in_roll_call,
    kind_of,
)
from reihum.rules.text.tokens import Start, Word, flatten, words
from reihum.rules.text.tracked import Wanted, understand
from tests.rules.text.texts import bag, few, motions, readings, somewhere

pytestmark = pytest.mark.unit
LANDS = ("NW", "BY", "SN", "Bund")


@st.composite
def files_of(draw, flat):
    """What several Länder want; one of them may send two files, two the same."""
    found = []
    for source in range(draw(st.integers(0, 3))):
        land = draw(st.sampled_from(LANDS))
        wanted = understand(flat, draw(readings(flat))).wanted
        found += [Wish(land, one, f"{source}.docx") for one in wanted]
        if draw(st.booleans()):
            found += [Wish("SH", one, "sh.docx") for one in wanted]
            break
    return found


sent = somewhere.flatmap(lambda flat: st.tuples(st.just(flat), files_of(flat)))


def realistic(random, count=8, each=6):
    flat = flatten(motion(random, count))
    wishes = [
        Wish(land, one, f"{land}.docx")
        for land, script in laender(random, flat, each).items()
        for one in understand(flat, noted(flat, script)).wanted
    ]
    return flat, wishes


@few
@given(sent, st.randoms())
def test_a_synopsis_does_not_depend_on_the_order_of_the_files(case, random):
    flat, wishes = case
    mixed = random.sample(wishes, len(wishes))
    assert combine(flat, mixed) == combine(flat, wishes)


@few
@given(sent)
def test_each_wish_stands_in_exactly_one_point(case):
    flat, wishes = case
    points = combine(flat, wishes).points
    assert len({one.key for one in points}) == len(points)
    for wish in wishes:
        assert sum(wish in point.wishes for point in points) == 1


@few
@given(sent)
def test_a_conflict_is_one_from_both_sides(case):
    found = combine(*case)
    for point in found.points:
        for conflict in point.conflicts:
            other = found.by_key[conflict.key]
            assert conflict.why in [
                c.why for c in other.conflicts if c.key == point.key
            ]


@few
@given(sent)
def test_what_nobody_stands_against_can_all_be_made(case):
    flat, wishes = case
    agreed = [one.change for one in combine(flat, wishes).agreed()]
    after = apply(flat.tokens, agreed)
    come = [token for one in agreed for token in one.new]
    gone = [flat.tokens[at] for one in agreed for at in range(one.start, one.end)]
    assert bag([*flat.tokens, *come]) == bag([*after, *gone])
    assert agreed == in_order(agreed)


@few
@given(st.randoms())
def test_sixteen_laender_get_what_nobody_stands_against(random):
    flat, wishes = realistic(random)
    found = combine(flat, wishes)
    assert combine(flat, wishes[::-1]) == found
    assert {land for one in found.points for land in one.lands} <= set(CODES)
    after = apply(flat.tokens, [one.change for one in found.agreed()])
    starts = sum(isinstance(one, Start) for one in after)
    assert starts == len(flat.starts) + sum(
        isinstance(token, Start) for one in found.agreed() for token in one.change.new
    ) - sum(
        flat.starts.count(at)
        for one in found.agreed()
        for at in range(one.change.start, one.change.end)
    )


@few
@given(sent)
def test_clusters_hold_each_point_in_conflict_once(case):
    found = combine(*case)
    inside = [point.key for cluster in found.clusters() for point in cluster]
    assert sorted(inside) == sorted(p.key for p in found.points if p.conflicts)
    where = {p.key: n for n, cluster in enumerate(found.clusters()) for p in cluster}
    for point in found.points:
        assert all(where[c.key] == where[point.key] for c in point.conflicts)


@few
@given(sent)
def test_groups_hold_each_point_once(case):
    found = combine(*case)
    inside = [point.key for group in found.groups() for point in group]
    assert sorted(inside) == sorted(point.key for point in found.points)


FLAT = flatten((
    Paragraph("p1", 1, "1.", "Die Länder bitten den Bund."),
    Paragraph("p2", 1, "2.", "Sie danken ihm sehr."),
    Paragraph("p3", 1, "3.", "Ende."),
))  # fmt: skip
ONE, TWO = FLAT.starts[1], FLAT.starts[2]
NEW = Start(Part.TEXT, 1, "1.")
DEEPER, REASON = Start(Part.TEXT, 2, "a)"), Start(Part.RATIONALE, 1, "1.")
WHOLE = Change(ONE, TWO)
JOIN = Change(ONE, ONE + 1, (Word(" "),))
WORD = Change(3, 4, words("Kreise"))
TAIL = Change(ONE, ONE, words(" Ja."))
PARAGRAPH = Change(ONE, ONE, (NEW, *words("Neu.")))


def wish(land, change, source="", **more):
    return Wish(land, Wanted(change, **more), source)


def keys_of(*wishes):
    return combine(FLAT, wishes).points


def test_the_same_wish_of_three_laender_is_one_point():
    (point,) = keys_of(
        wish("SN", WORD, reason="Klarer."), wish("BY", WORD), wish("ST", WORD),
        wish("BY", WORD, "2", reason="Auch Kreise."), wish("BY", WORD),
    )  # fmt: skip
    assert point.lands == ("BY", "SN", "ST")
    assert len(point.wishes) == 4
    assert point.reasons == (("BY", "Auch Kreise."), ("SN", "Klarer."))


def test_a_point_keeps_its_name_whoever_joins_in():
    (alone,) = keys_of(wish("SN", WORD))
    assert [one.key for one in keys_of(wish("BY", WORD), wish("SN", WORD))] == [
        alone.key
    ]
    assert len(alone.key) == 16


def test_others_come_behind_the_laender():
    assert in_roll_call(["Bund", "NW", "BW", "EU"]) == ("BW", "NW", "Bund", "EU")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (WORD, Change(3, 4, words("Städte")), Clash.OVERLAP),
        (WORD, Change(3, 6), Clash.DELETED),
        (Change(1, 4), Change(3, 6), Clash.OVERLAP),  # two mere deletions as well
        (Change(1, 3), Change(3, 6), None),
        (WORD, WHOLE, None),
        (Change(3, 3, words("16 ")), Change(3, 3, words("alle ")), Clash.SAME_PLACE),
        (Change(3, 3, words("16 ")), Change(5, 5, words("alle ")), None),
        (Change(3, 3, words("16 ")), WORD, Clash.SAME_PLACE),
        (Change(4, 4, words("/Kreise")), WORD, Clash.SAME_PLACE),
        (Change(3, 3, words("16 ")), Change(3, 5), None),
        (Change(5, 5, words("sehr ")), Change(3, 5), None),
        (Change(5, 5, words("sehr ")), Change(3, 6), Clash.DELETED),
        (Change(5, 5, words("sehr ")), Change(3, 6, words("x")), Clash.OVERLAP),
        (Change(9, 9, words("sehr ")), Change(3, 6), None),
        (Change(3, 3, words("sehr ")), Change(5, 6), None),
        (TAIL, PARAGRAPH, None),
        (PARAGRAPH, Change(ONE, ONE, (NEW, *words("Anders."))), None),
        (PARAGRAPH, Change(ONE, ONE, (NEW, *words("Neu!"))), Clash.ALIKE),
        (PARAGRAPH, Change(ONE, ONE, (DEEPER, *words("Neu."))), Clash.ALIKE),
        (PARAGRAPH, Change(ONE, ONE, (REASON, *words("Neu."))), None),
        (PARAGRAPH, Change(TWO, TWO, PARAGRAPH.new), None),
        (PARAGRAPH, WHOLE, None),
        (Change(TWO, TWO, (NEW, *words("Neu."))), WHOLE, None),
        (Change(TWO, TWO, words(" Mehr.")), WHOLE, Clash.DELETED),
        (TAIL, WHOLE, None),
        (Change(TWO, TWO, words(" Mehr.")), Change(ONE + 2, TWO), None),
        (PARAGRAPH, JOIN, Clash.OVERLAP),
        (PARAGRAPH, Change(ONE, ONE + 1), Clash.DELETED),
        (Change(ONE + 1, ONE + 1, words("Und ")), Change(ONE, ONE + 1), None),
        (PARAGRAPH, Change(ONE, ONE + 1, (Start(Part.TEXT, 2, "a)"),)), None),
        (PARAGRAPH, Change(ONE - 1, ONE, words("!")), None),
        (Change(5, 5, (NEW,)), Change(5, 5, words("x")), Clash.SAME_PLACE),
    ],
)
def test_who_gets_into_whose_way(one, other, why):
    assert clash(FLAT, one, other) == why
    assert clash(FLAT, other, one) == why
    assert why is None or CLASH_NAMES[why].de


def test_nothing_is_joined_at_the_end_of_a_text():
    assert not joins(FLAT, Change(len(FLAT), len(FLAT), words("x")))
    assert not joins(FLAT, WORD)
    assert not joins(FLAT, Change(ONE, ONE))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (TAIL, Kind.INSERT), (Change(3, 5), Kind.DELETE), (WORD, Kind.REPLACE),
        (PARAGRAPH, Kind.INSERT_PARAGRAPH), (WHOLE, Kind.DELETE_PARAGRAPH),
        (Change(TWO, len(FLAT)), Kind.DELETE_PARAGRAPH),
        (Change(4, 5, (NEW,)), Kind.SPLIT), (Change(5, 5, (NEW,)), Kind.SPLIT),
        (JOIN, Kind.JOIN), (Change(ONE - 2, ONE + 2), Kind.JOIN),
        (Change(ONE, ONE + 1, (Start(Part.TEXT, 2, "a)"),)), Kind.LEVEL),
        (Change(ONE, ONE + 2, (Start(Part.TEXT, 2, "a)"), Word("Wir"))), Kind.REPLACE),
        (Change(0, TWO, (NEW, *words("Alles neu."))), Kind.REPLACE),
    ],
)  # fmt: skip
def test_what_a_change_does_is_said_as_a_reader_sees_it(change, kind):
    assert kind_of(FLAT, change) is kind


def test_a_file_that_wants_the_same_twice_gets_it_twice():
    again = Change(ONE, ONE, PARAGRAPH.new)
    points = keys_of(
        wish("BY", PARAGRAPH, "by"), wish("BY", again, "by", rank=1),
        wish("SN", again, "sn"),
    )  # fmt: skip
    assert [one.lands for one in points] == [("BY", "SN"), ("BY",)]
    assert len({one.key for one in points}) == 2


def test_two_files_of_a_land_that_want_the_same_want_it_once():
    points = keys_of(wish("BY", PARAGRAPH, "a"), wish("BY", PARAGRAPH, "b"))
    assert [len(one.wishes) for one in points] == [2]


def new(text: str) -> Change:
    return Change(ONE, ONE, (NEW, *words(text)))


def said(points) -> list[str]:
    return [
        "".join(t.text for t in p.change.new if isinstance(t, Word)) for p in points
    ]


def test_new_paragraphs_stand_in_the_order_of_each_file():
    points = keys_of(
        wish("BY", new("P"), "by"), wish("BY", new("Q"), "by", rank=1),
        wish("NI", new("X"), "ni"), wish("NI", new("P"), "ni", rank=1),
        wish("NI", TAIL, "ni2"),
    )  # fmt: skip
    assert said(points) == [" Ja.", "X", "P", "Q"]
    assert not any(one.conflicts for one in points)


def test_files_of_one_mind_stay_together_and_the_roll_call_decides():
    points = keys_of(
        wish("NI", new("X"), "ni"), wish("NI", new("Y"), "ni", rank=1),
        wish("BY", new("P"), "by"), wish("BY", new("Q"), "by", rank=1),
    )  # fmt: skip
    assert said(points) == ["P", "Q", "X", "Y"]


def test_paragraphs_in_another_order_stand_in_one_order_whoever_comes_first():
    wishes = [
        wish("BY", new("P"), "by"), wish("BY", new("Q"), "by", rank=1),
        wish("NI", new("Q"), "ni"), wish("NI", new("P"), "ni", rank=1),
        wish("SN", new("Z"), "sn"), wish("SN", new("P"), "sn", rank=1),
    ]  # fmt: skip
    assert sorted(said(keys_of(*wishes))) == ["P", "Q", "Z"]
    assert said(keys_of(*wishes)) == said(keys_of(*wishes[::-1]))


def test_what_one_file_puts_side_by_side_is_no_conflict():
    first, second = Change(3, 3, words("sehr ")), Change(3, 3, words("alle "))
    points = keys_of(
        wish("BY", first, "by", move="m"), wish("BY", second, "by", rank=1)
    )
    assert said(points) == ["sehr ", "alle "]
    assert not any(one.conflicts for one in points)
    points = keys_of(wish("BY", first, "by"), wish("NI", second, "ni"))
    assert [len(one.conflicts) for one in points] == [1, 1]


def test_one_who_deletes_everything_is_in_conflict_with_all_others():
    points = keys_of(
        wish("BY", Change(0, len(FLAT))), wish("NI", WORD), wish("SN", WHOLE),
        wish("SH", Change(len(FLAT), len(FLAT), (NEW, *words("Neu.")))),
    )  # fmt: skip
    assert [len(one.conflicts) for one in points] == [2, 1, 1, 0]


def test_three_that_are_in_conflict_are_one_cluster():
    found = combine(FLAT, [
        wish("BY", Change(1, 4)), wish("NI", Change(3, 6)), wish("SN", Change(5, 8)),
        wish("SH", WHOLE),
    ])  # fmt: skip
    assert [len(cluster) for cluster in found.clusters()] == [3]
    assert [one.lands for one in found.agreed()] == [("SH",)]


def test_a_point_stands_in_the_row_of_its_paragraph():
    points = keys_of(
        wish("BY", Change(0, 0, (NEW, *words("Vorab.")))), wish("BY", WORD),
        wish("NI", TAIL), wish("SN", PARAGRAPH), wish("SH", JOIN),
        wish("ST", Change(ONE + 1, TWO + 2)),
    )  # fmt: skip
    assert [one.paragraph for one in points] == [-1, 0, 0, 0, 1, 1]


def test_wishes_of_the_same_laender_in_a_paragraph_are_decided_together():
    found = combine(FLAT, [
        wish("BY", WORD), wish("BY", Change(7, 8, words("unseren"))), wish("NI", TAIL),
        wish("BY", PARAGRAPH), wish("BY", new("Zwei")), wish("BY", WHOLE),
    ])  # fmt: skip
    assert [len(group) for group in found.groups()] == [2, 1, 1, 1, 1]


def test_both_ends_of_what_was_moved_are_decided_together():
    found = combine(FLAT, [
        wish("BY", Change(TWO, len(FLAT)), "by", move="m"),
        wish("BY", new("Ende."), "by", move="m"),
        wish("NI", WORD, "by", move="m"), wish("SN", WORD),
    ])  # fmt: skip
    assert [one.kind for one in found.points] == [Kind.REPLACE, Kind.MOVE, Kind.MOVE]
    assert [len(group) for group in found.groups()] == [1, 2]


def test_the_rationale_begins_behind_the_last_paragraph_of_the_text():
    flat = flatten((
        Paragraph("p1", 0, "", "eins"),
        Paragraph("b1", 0, "", "weil", (), Part.RATIONALE),
    ))  # fmt: skip
    reason = Change(2, 2, (Start(Part.RATIONALE, 0, ""), *words("vorab")))
    text = Change(2, 2, (Start(Part.TEXT, 0, ""), *words("zwei")))
    found = combine(flat, [wish("BW", reason), wish("TH", text)])
    assert said(found.points) == ["zwei", "vorab"]


@given(motions(2))
def test_nothing_wanted_is_nothing_to_decide(base):
    assert combine(flatten(base), ()).points == ()


LIKE = "Die Länder bitten den Bund, die Mittel {} zu sichern."


def test_nearly_the_same_new_paragraph_of_two_laender_needs_a_decision():
    one, other = (new(LIKE.format(when)) for when in ("dauerhaft", "ab 2028"))
    points = keys_of(wish("BY", one, "by"), wish("NI", other, "ni"))
    assert [[c.why for c in p.conflicts] for p in points] == [[Clash.ALIKE]] * 2
    assert combine(FLAT, [w for p in points for w in p.wishes]).agreed() == ()


def test_nearly_the_same_new_paragraphs_of_one_file_are_its_wish():
    one, other = (new(LIKE.format(when)) for when in ("dauerhaft", "ab 2028"))
    points = keys_of(wish("BY", one, "by"), wish("BY", other, "by", rank=1))
    assert not any(point.conflicts for point in points)
