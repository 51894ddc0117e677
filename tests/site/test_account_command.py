"""An installation without a demonstration gets its accounts from one command."""

import io

import pytest

from reihum.records.models import Account, JournalEntry, Seat
from reihum.site.commands import account

pytestmark = pytest.mark.integration


@pytest.fixture
def run(intmk, monkeypatch):
    from argparse import ArgumentParser  # noqa: PLC0415

    def command(*words: str, password: str = "birke-klee-wasser-7") -> int:
        parser = ArgumentParser()
        account.add_arguments(parser)
        monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
        return account.run(parser.parse_args(words))

    return command


def test_an_account_of_an_office_is_made_and_signs_in(run, client):
    assert run("buero-rp", "--member", "RP", "--office", "--title", "Büro RP") == 0
    row = Account.objects.get(username="buero-rp")
    assert Seat.objects.filter(account=row, member="RP", office=True).exists()
    assert client.login(username="buero-rp", password="birke-klee-wasser-7")
    assert "birke" not in JournalEntry.objects.get().data


@pytest.mark.parametrize(
    ("words", "password", "says"),
    [
        (("x", "--member", "XX"), "birke-klee-wasser-7", "kein Mitglied"),
        (("x", "--member", "RP"), "kurz", "zu leicht zu erraten"),
    ],
)
def test_a_mistake_is_a_sentence_and_nothing_is_made(
    run, capsys, words, password, says
):
    assert run(*words, password=password) == 2
    assert says in capsys.readouterr().err
    assert not Account.objects.exists()
    assert not JournalEntry.objects.exists()
