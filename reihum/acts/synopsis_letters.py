"""What a Land is written when the office has decided on a synopsis."""

from collections.abc import Iterator, Sequence

from reihum.acts.letters import Letter, signed
from reihum.reads.fates import WishFate
from reihum.records.models import Motion
from reihum.rules.decision import FATE_NAMES, Fate


def taken_over_letter(
    row: Motion, version: int, fates: Sequence[WishFate], chair: str | None
) -> Letter:
    """Tell one Land that there is a new version, and what became of its wishes.

    A mail is read by more people than the office is: nothing confidential is in it.
    """
    hidden = row.confidential
    lines = [
        "Guten Tag,",
        "",
        f"die Synopse zu {'einem vertraulichen Antrag' if hidden else _named(row)}",
        f"({row.conference.number}. Konferenz) ist entschieden.",
        f"Es gilt jetzt Fassung {version}.",
        "",
        *_wishes(() if hidden else fates, version),
        "Den Wortlaut und alle Entscheidungen finden Sie im Büro von Reihum",
        "auf der Seite des Antrags.",
        *signed(chair),
    ]
    of = "eines vertraulichen Antrags" if hidden else f"von „{row.title}“"
    return Letter(f"{row.body.short}: Fassung {version} {of}", "\n".join(lines))


def _named(row: Motion) -> str:
    return f"dem Antrag „{row.title}“"


def _wishes(fates: Sequence[WishFate], version: int) -> Iterator[str]:
    if not fates:
        return
    yield "Was Ihr Land gewünscht hat:"
    yield from (_wish(one) for one in fates)
    yield ""
    if any(one.fate is Fate.OPEN for one in fates):
        yield f"Was noch offen ist, gilt für Fassung {version} weiter, wo die Stelle"
        yield "unverändert geblieben ist. Wo nicht, fassen Sie den Wunsch bitte neu."
        yield ""


def _wish(one: WishFate) -> str:
    name = FATE_NAMES[one.fate].de
    verdict = f" ({one.verdict})" if one.verdict else ""
    return f"– {one.place.de}: {name}{verdict}"
