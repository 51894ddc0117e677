"""Whoever follows every link of the house finds nothing that is not for them."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pypdfium2
import pytest

from reihum.acts import amendments, attachments, motions, writing
from reihum.acts.amendment_word import from_word
from reihum.acts.attachments import Upload
from reihum.formats.word.read import read_reading
from reihum.records.models import Account, ChairTerm, Motion, Seat
from reihum.rules.amendment_steps import Insert, Rewrite
from tests.formats.word.built import dele, docx, ins, p
from tests.wished import P2, TITLE, wish, wished

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

WHISPER = "Wispern"  # in all that Bavaria has not submitted
HIDDEN = "Vertrauliches"  # in a confidential motion
LINK = re.compile(r'(?:href|action)="(/[^"#]*)')
FORBIDDEN = ("/static/", "/sprache", "/buero/abmelden")


@pytest.fixture
def house(intmk, acting, signed_in) -> int:
    """Return a motion with ten wishes, around which Bavaria writes in secret."""
    by = acting("BY")
    pk = wished(acting)
    amendments.write(
        by, motion=pk, member="BY", version=1,
        step=Rewrite("p2", f"{P2} {WHISPER}", f"{WHISPER} als Grund"),
    )  # fmt: skip
    amendments.write(
        by,
        motion=pk,
        member="BY",
        version=1,
        step=Insert("p4", f"{WHISPER} neu.", "1."),
    )
    draft = motions.draft(
        by, member="BY", conference=22, title=f"{TITLE} {WHISPER}",
        text=f"1. {WHISPER}", rationale=WHISPER,
    )  # fmt: skip
    file = Upload(f"{WHISPER}.pdf", b"%PDF-" + WHISPER.encode())
    attachments.add(by, motion=draft, file=file)
    writing.keep(by, motion=draft, content={"title": [WHISPER]})
    writing.keep_new(by, conference=22, content={"title": [WHISPER]})
    # A motion that came from a Word file, and was submitted; so is an amendment.
    sent = motions.submit_new(
        by, member="BY", conference=22, title="Offen", text="1. Ein offener Satz."
    ).motion
    attachments.keep_source(by, motion=sent, file=file, annexes=())
    changed = p(
        "Ein offener ", dele("Satz", author=WHISPER), ins("Text", author=WHISPER)
    )
    data = docx(p("Offen") + p("Beschlussvorschlag") + p("Ein offener ", changed))
    done = from_word(
        acting("HB"), motion=sent, member="HB", word=read_reading(data),
        file=Upload(f"{WHISPER}.docx", data),
    )  # fmt: skip
    assert isinstance(done, int)
    amendments.submit(acting("HB"), amendment=done)
    motions.submit_new(
        acting("NI"), member="NI", conference=22, title=HIDDEN, confidential=True,
        text=f"1. {HIDDEN}",
    )  # fmt: skip
    wish(acting, Motion.objects.get(title=HIDDEN).pk, "HH", Rewrite("p1", f"{HIDDEN}!"))
    return pk


def told(content: bytes) -> str:
    """Return what can be read in an answer, whatever kind of file it is."""
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            return "\n".join(told(archive.read(name)) for name in archive.namelist())
    if content.startswith(b"%PDF-1"):
        pages = pypdfium2.PdfDocument(content)
        text = "".join(one.get_textpage().get_text_bounded() for one in pages)
        pages.close()
        return text
    return content.decode("utf-8", "replace")


def crawled(browser, *doors: str) -> dict[str, str]:
    """Return all that a browser is shown that follows every link there is."""
    waiting, seen = list(doors), {}
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(FORBIDDEN):
            continue
        answer = browser.get(address)
        assert answer.status_code < 500, address
        content = b"".join(answer) if answer.streaming else answer.content
        seen[address] = told(content) if answer.status_code == 200 else ""
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            waiting += map(unescape, LINK.findall(seen[address]))
        if answer.status_code in (301, 302):
            waiting.append(answer["Location"])
    return seen


def guest(intmk) -> Account:
    found = Account.objects.create(username="gast")
    Seat.objects.create(account=found, body=intmk, member="bundesministerium")
    return found


@pytest.mark.parametrize("land", ["HE", "RP"])
def test_no_other_land_and_no_office_hears_what_bavaria_has_not_submitted(
    house, signed_in, land
):
    pages = crawled(signed_in(land, office=land != "HE"), "/buero/", "/")
    assert any(TITLE in text for text in pages.values())
    places = [address for address, text in pages.items() if WHISPER in text]
    assert places == []


def test_bavaria_itself_finds_it(house, signed_in):
    pages = crawled(signed_in("BY"), "/buero/")
    assert sum(WHISPER in text for text in pages.values()) > 3


def test_guests_and_strangers_hear_nothing_at_all(house, intmk, client, signed_in):
    client.force_login(guest(intmk))
    rooms = set(crawled(signed_in("BY"), "/buero/"))
    ChairTerm.objects.filter(land="RP").update(land="HH")  # the office of yesterday
    for browser in (client, type(client)()):
        pages = crawled(browser, "/buero/", "/", *rooms)
        for word in (WHISPER, HIDDEN, TITLE, "Vereine erreichen"):
            assert [one for one, text in pages.items() if word in text] == []


def test_the_office_of_yesterday_reads_as_its_land_does(house, intmk, signed_in):
    ChairTerm.objects.filter(land="RP").update(land="HH")
    pages = crawled(signed_in("RP", office=True), "/buero/", "/")
    assert [one for one, text in pages.items() if WHISPER in text] == []
