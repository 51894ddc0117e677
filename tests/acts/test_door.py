"""Acts stand or fall as a whole."""

import pytest
from django.db import IntegrityError

from reihum.acts.door import RACED, act
from reihum.acts.journal import note, post
from reihum.reads.journal import verify
from reihum.records.models import Body, JournalEntry, JournalHead, OutboxMessage
from reihum.rules.words import Refusal

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
NO = Refusal.forbidden("Nein.", "No.")


@act
def rename(by, *, short: str, then: object = None):
    Body.objects.filter(slug=by.body).update(short=short)
    entry = note(by, "body.rename", "body:intmk", {"short": short})
    post(entry, "mail", {"to": []}, by.now)
    if isinstance(then, Exception):
        raise then
    return then


def test_an_act_that_stands_leaves_a_line_and_what_follows_from_it(office):
    assert rename(office, short="Neu") is None
    assert Body.objects.get().short == "Neu"
    entry = JournalEntry.objects.get()
    assert (entry.seq, entry.who, entry.act) == (1, "buero-rp", "body.rename")
    assert OutboxMessage.objects.get().entry == entry


@pytest.mark.parametrize("then", [NO, IntegrityError("two at once")])
def test_a_refusal_or_a_race_undoes_everything_that_was_begun(office, then):
    done = rename(office, short="Neu", then=then)
    assert done == (NO if then is NO else RACED)
    assert Body.objects.get().short == "IntMK"
    assert not JournalEntry.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_a_fault_of_the_program_is_no_refusal_and_undoes_everything(office):
    with pytest.raises(ZeroDivisionError):
        rename(office, short="Neu", then=ZeroDivisionError())
    assert Body.objects.get().short == "IntMK"


def test_the_journal_proves_itself_and_shows_what_was_changed_or_cut_off(office):
    for name in ("A", "B", "C"):
        rename(office, short=name)
    assert verify() is None
    JournalEntry.objects.filter(seq=2).update(data='{"short": "X"}')
    broken = verify()
    assert broken is not None
    assert broken.seq == 2
    assert "2" in broken.text.de


def test_lines_cut_off_at_the_end_are_missed(office):
    for name in ("A", "B"):
        rename(office, short=name)
    OutboxMessage.objects.all().delete()
    JournalEntry.objects.get(seq=2).delete()
    broken = verify()
    assert broken is not None
    assert "fehlen" in broken.text.de


def test_a_journal_thrown_away_whole_is_missed(office):
    rename(office, short="A")
    OutboxMessage.objects.all().delete()
    JournalEntry.objects.all().delete()
    assert JournalHead.objects.exists()
    assert verify() is not None


def test_an_empty_journal_is_whole():
    assert verify() is None


@pytest.mark.parametrize("short", ["Int\x00MK", "\u202eKMtnI"])
def test_a_sign_that_nobody_sees_comes_through_no_door(office, short):
    done = rename(office, short=short)
    assert isinstance(done, Refusal)
    assert done.field == "short"
    assert Body.objects.get().short == "IntMK"
    assert not JournalEntry.objects.exists()
