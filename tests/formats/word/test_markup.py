import pytest
from lxml import etree

from reihum.formats.word.markup import Links, escaped, fragment, link_of, run, style_of
from reihum.rules.text.tokens import Word

pytestmark = pytest.mark.unit


def test_no_character_breaks_the_file():
    hostile = "\x00\x08<b>&\"'\ud800\ufffe]]>\x85\u2028a\tb\nc"
    (element,) = fragment(run(hostile, "bi"))
    assert "".join(element.itertext()) == "<b>&\"']]> a b c"


def test_a_run_says_how_it_looks_in_the_order_of_the_schema():
    (element,) = fragment(run("so", "bi", link="Hyperlink"))
    names = [etree.QName(one).localname for one in element[0]]
    assert names == ["rStyle", "b", "i"]
    assert etree.QName(element[1]).localname == "t"
    (deleted,) = fragment(run("so", deleted=True))
    assert etree.QName(deleted[0]).localname == "delText"


def test_the_style_of_a_word_is_letters_or_an_address():
    assert (style_of(Word("x", "bi")), link_of(Word("x", "bi"))) == ("bi", "")
    link = Word("x", "a:https://example.org/")
    assert (style_of(link), link_of(link)) == ("", "https://example.org/")


def test_the_same_address_is_related_once():
    links = Links()
    for _ in range(2):
        links.around("https://example.org/?a=1&b=2", "x")
    links.around("mailto:post@example.org", "x")
    assert links.targets == {
        "https://example.org/?a=1&b=2": "rReihum1",
        "mailto:post@example.org": "rReihum2",
    }


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\x", "", "#a"]
)
def test_what_is_no_address_of_the_web_leads_nowhere(address):
    links = Links()
    assert links.around(address, "<w:r/>") == "<w:r/>"
    assert links.targets == {}


def test_an_address_is_written_so_that_word_takes_it():
    links = Links()
    links.around('https://example.org/a b"<ü>', "x")
    assert list(links.targets) == ["https://example.org/a%20b%22%3Cü%3E"]


def test_escaping_is_for_attributes_too():
    assert escaped('"<&>\n') == "&quot;&lt;&amp;&gt; "
