"""Files of a motion: who adds them, who reads them, what the journal keeps."""

import pytest

from reihum.acts import attachments, motions
from reihum.acts.attachments import Upload
from reihum.reads.attachments import annexes_of, content_of
from reihum.records.models import Attachment, JournalEntry, Motion
from reihum.rules.visibility import STRANGER, Viewer
from reihum.rules.words import Why

pytestmark = pytest.mark.integration

PDF = Upload("Anlage 1.pdf", b"%PDF-1.7 Geheim")
NI, BY = Viewer(members=frozenset({"NI"})), Viewer(members=frozenset({"BY"}))


@pytest.fixture
def draft(intmk, acting) -> int:
    return motions.draft(
        acting("NI"), member="NI", conference=22, title="Kurse", text="1. Eins"
    )


@pytest.fixture
def submitted(draft, acting) -> int:
    return motions.submit(acting("NI"), motion=draft).motion


def stored():
    return Attachment.objects.count(), JournalEntry.objects.count()


def test_an_annex_is_read_by_whoever_reads_the_motion(draft, acting, office):
    pk = attachments.add(acting("NI"), motion=draft, file=PDF)
    assert content_of("intmk", draft, pk, BY) is None
    motions.submit(acting("NI"), motion=draft)
    for viewer in (NI, BY, office.viewer):
        row, content = content_of("intmk", draft, pk, viewer)
        assert (row.name, row.media_type) == ("Anlage 1.pdf", "application/pdf")
        assert content == PDF.content
        assert annexes_of(draft, viewer) == (row,)
    for viewer in (Viewer(guest=True), STRANGER):
        assert content_of("intmk", draft, pk, viewer) is None
        assert annexes_of(draft, viewer) == ()
    assert content_of("amk", draft, pk, NI) is None
    assert content_of("intmk", draft + 1, pk, NI) is None


def test_the_list_of_annexes_costs_one_query_and_no_content(
    draft, acting, django_assert_num_queries
):
    for _ in range(3):
        attachments.add(acting("NI"), motion=draft, file=PDF)
    with django_assert_num_queries(1) as queries:
        assert len(annexes_of(draft, NI)) == 3
    assert '"content"' not in queries[0]["sql"]


def test_an_annex_is_taken_away_and_the_journal_keeps_its_digest(submitted, acting):
    pk = attachments.add(acting("NI"), motion=submitted, file=PDF)
    refusal = attachments.remove(acting("BY"), motion=submitted, attachment=pk)
    assert refusal.why is Why.FORBIDDEN
    assert attachments.remove(acting("NI"), motion=submitted, attachment=pk) == (
        submitted
    )
    assert not Attachment.objects.exists()
    (added, removed) = JournalEntry.objects.filter(act__contains="annex")
    assert "Anlage 1.pdf" in removed.data
    assert "digest" in added.data
    gone = attachments.remove(acting("NI"), motion=submitted, attachment=pk)
    assert gone.why is Why.UNKNOWN


@pytest.mark.parametrize(
    ("who", "file", "why"),
    [
        ("BY", PDF, Why.FORBIDDEN),
        ("bundesministerium", PDF, Why.UNKNOWN),
        ("NI", Upload("x.exe", b"MZ"), Why.INVALID),
        ("NI", Upload("x.pdf", b"MZ"), Why.INVALID),
        ("NI", Upload("x.pdf", b""), Why.INVALID),
    ],
)
def test_what_cannot_be_an_annex_leaves_nothing(submitted, acting, who, file, why):
    before = stored()
    refusal = attachments.add(acting(who), motion=submitted, file=file)
    assert refusal.why is why
    assert stored() == before


def test_what_is_voted_on_keeps_its_annexes(submitted, acting):
    pk = attachments.add(acting("NI"), motion=submitted, file=PDF)
    Motion.objects.update(stage="in_vote")
    before = stored()
    for refusal in (
        attachments.add(acting("NI"), motion=submitted, file=PDF),
        attachments.remove(acting("NI"), motion=submitted, attachment=pk),
        attachments.keep_source(
            acting("NI"), motion=submitted, file=PDF, annexes=[("x", b"PK")]
        ),
    ):
        assert "eingefroren" in refusal.text.de
    assert stored() == before
    assert attachments.add(acting("NI"), motion=999, file=PDF).why is Why.UNKNOWN
    gone = attachments.remove(acting("NI"), motion=999, attachment=pk)
    assert gone.why is Why.UNKNOWN


def test_of_the_word_file_only_its_land_hears_and_its_annexes_are_everybodys(
    submitted, acting, office
):
    source = Upload("Referat 17 - Meier.docx", b"PK")
    pk = attachments.keep_source(
        acting("NI"),
        motion=submitted,
        file=source,
        annexes=[("Anlage 1: Zahlen", b"PK")],
    )
    assert content_of("intmk", submitted, pk, NI) is not None
    assert content_of("intmk", submitted, pk, BY) is None
    assert [one.name for one in annexes_of(submitted, BY)] == ["Anlage 1: Zahlen.docx"]
    unknown = attachments.keep_source(acting("NI"), motion=999, file=source, annexes=())
    assert unknown.why is Why.UNKNOWN


def test_the_same_file_read_in_again_brings_its_annex_once(submitted, acting):
    for content in (b"PK1", b"PK1", *(b"PK%d" % number for number in range(2, 30))):
        pk = attachments.keep_source(
            acting("NI"), motion=submitted, file=Upload("a.docx", content),
            annexes=[("Anlage", content)],
        )  # fmt: skip
        assert isinstance(pk, int)
    annexes = annexes_of(submitted, BY)
    assert len(annexes) == 20
