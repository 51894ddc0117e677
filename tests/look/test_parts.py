import pytest

from reihum.look.parts.pager import GAP, shown
from reihum.look.parts.tags import KINDS
from reihum.rules.dates import PartialDate
from reihum.rules.words import Text

pytestmark = pytest.mark.unit

EVIL = "<script>alert(1)</script>"


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"plain"}))
def test_every_tag_has_a_word_besides_its_sign(show, kind):
    assert show("{% tag kind %}", kind=kind).one("span").words


def test_a_tag_can_say_something_else(show):
    text = Text("Freigabe Beschluss", "Released: resolution")
    page = show("{% tag 'done' text %}", language="en", text=text)
    assert page.one("span", "r-tag--done").words == "Released: resolution"


def test_an_unknown_kind_of_tag_is_a_mistake_of_ours(show):
    with pytest.raises(KeyError):
        show("{% tag 'gibtsnicht' %}")


def test_plates_of_members_tell_their_names(show):
    page = show("{% lands codes %}", codes=["BY", "BUND"])
    plates = [(plate.words, plate["title"]) for plate in page.all("abbr")]
    assert plates == [("BY", "Bayern"), ("Bund", "Bund")]


def test_an_agenda_shows_numbers_as_they_are_and_marks_what_is_gone(show):
    rows = [
        {"number": "2.9b", "title": "Frauenkurse", "url": "/t/", "tag": "late"},
        {"number": "2.10", "title": "Patenschaften", "gone": True, "meta": "SH"},
    ]
    page = show("{% agenda rows %}", rows=rows)
    assert [n.words for n in page.all("span", "r-agenda__no")] == ["2.9b", "2.10"]
    assert "is-gone" in page.all("li")[1].classes
    assert page.one("a")["href"] == "/t/"
    assert page.one("span", "r-tag").words == "verfristet"


def test_what_is_due_is_said_and_drawn_differently(show):
    steps = [
        {"when": PartialDate(2008, 4), "text": "Eingesetzt"},
        {"when": PartialDate(2027, 2, 10), "text": "Bericht", "due": True},
    ]
    done, due = show("{% chain steps %}", steps=steps).all("li")
    assert done.words == "April 2008 Eingesetzt"
    assert due.words == "fällig am 10. Februar 2027 Bericht"
    assert (done.classes, due.classes) == ([], ["is-due"])


def test_a_step_links_itself_or_a_part_of_itself(show):
    steps = [
        {"text": "Bericht", "url": "/a/"},
        {"text": "Bericht,", "url": "/b/", "link": "TOP A3"},
    ]
    links = show("{% chain steps %}", steps=steps).all("a")
    assert [(link["href"], link.words) for link in links] == [
        ("/a/", "Bericht"),
        ("/b/", "TOP A3"),
    ]


def test_facts_without_a_value_are_left_out(show):
    rows = [("Ort", "Mainz"), ("Video", ""), (Text("Zahl", "Number"), 0)]
    page = show("{% facts rows stacked=True %}", rows=rows)
    assert [label.words for label in page.all("dt")] == ["Ort", "Zahl"]
    assert "r-facts--stack" in page.one("dl").classes


@pytest.mark.parametrize(
    ("current", "total", "numbers"),
    [
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, GAP, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 12, [1, GAP, 4, 5, 6, 7, 8, GAP, 12]),
    ],
)
def test_the_pager_leaves_out_only_where_it_saves_something(current, total, numbers):
    assert shown(current, total) == numbers


def test_the_pager_keeps_what_was_asked_for(show):
    page = show("{% pages 2 3 query %}", query={"q": "Sprache & Beruf"})
    assert page.all("a")[0]["href"] == "?q=Sprache+%26+Beruf&seite=1"
    assert page.one("span").attributes["aria-current"] == "page"


def test_a_single_page_has_no_pager(show):
    assert not show("{% pages 1 1 %}").elements


def test_a_danger_interrupts_and_other_messages_wait(show):
    assert show("{% alert 'danger' 'x' %}").elements[0]["role"] == "alert"
    assert show("{% alert 'info' 'x' 'y' %}").elements[0]["role"] == "status"


@pytest.mark.parametrize(
    "template",
    [
        "{% tag 'plain' evil %}",
        "{% alert 'info' evil evil %}",
        "{% note evil %}",
        "{% empty evil evil %}",
        "{% facts rows %}",
        "{% agenda agenda_rows %}",
        "{% chain steps %}",
        "{% lands codes %}",
        "{{ evil|say }}{{ evil|soft }}{{ evil|member }}",
    ],
)
def test_hostile_text_stays_text(show, template):
    page = show(
        template,
        evil=EVIL,
        rows=[(EVIL, EVIL)],
        agenda_rows=[{"number": EVIL, "title": EVIL, "meta": EVIL, "tag_text": EVIL}],
        steps=[{"text": EVIL, "url": "/", "link": EVIL}],
        codes=[EVIL],
    )
    assert not page.all("script")
    assert "alert(1)" in page.source


def test_a_long_name_may_break_between_its_parts(show):
    page = show("{{ name|soft }}", name="Integrationsministerkonferenz")
    assert page.source == "Integrations\N{SOFT HYPHEN}minister\N{SOFT HYPHEN}konferenz"
