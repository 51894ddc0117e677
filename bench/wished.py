"""A motion of sixty paragraphs with two hundred amendments, and opening it."""

from collections.abc import Iterator
from random import Random

from bench.measure import Figure, figure, queries, timed
from bench.world import Browser, acting, inside, session_of
from reihum.acts import motions
from reihum.reads.amendments import flat_of
from reihum.reads.clock import now
from reihum.records.models import Amendment, Version
from reihum.rules.laender import CODES
from reihum.rules.text.changes import Change
from reihum.rules.text.stored import to_data
from reihum.rules.text.tokens import Flat, is_word, words
from reihum.rules.text.tracked import Wanted
from reihum.rules.words import Refusal

PARAGRAPHS, AMENDMENTS = 60, 200
WORDS = (
    "Länder", "Bund", "Kommunen", "Mittel", "Beratung", "Sprachkurse", "Träger",
    "Schulen", "Betriebe", "Vereine", "dauerhaft", "rechtzeitig", "gemeinsam",
    "fördern", "sichern", "stärken", "und", "für", "mit", "in", "den", "die",
)  # fmt: skip


def opening(port: int) -> Iterator[Figure]:
    """Yield what opening the motion costs, and its synopsis, as office and as Land."""
    pk = wished()
    base = f"/buero/intmk/antraege/{pk}/"
    for account in ("buero", "by"):
        work = f"motion of {PARAGRAPHS} paragraphs, {AMENDMENTS} amendments, {account}"
        yield _opening(port, base, work, account, 60)
        synopsis = f"the synopsis of these {AMENDMENTS}, {account}"
        yield _opening(port, f"{base}synopse/", synopsis, account, 60)


def wished() -> int:
    """Submit the motion, with what the sixteen want of it; return it."""
    random = Random(3)
    done = motions.submit_new(
        acting("by"), member="BY", conference=23, title="Ein langer Antrag",
        text="\n".join(_paragraph(random, n) for n in range(1, PARAGRAPHS + 1)),
    )  # fmt: skip
    if isinstance(done, Refusal):
        raise TypeError(done.text.de)
    version = Version.objects.get(motion=done.motion, number=1)
    flat = flat_of(version)
    Amendment.objects.bulk_create(
        Amendment(
            motion=version.motion, version=version, member=CODES[index % 16],
            way="browser", stage="submitted", at=now(), submitted_at=now(), who="x",
            changes=to_data(flat, [_wanted(random, flat)]),
        )
        for index in range(AMENDMENTS)
    )  # fmt: skip
    return done.motion


def _paragraph(random: Random, number: int) -> str:
    return f"{number}. {' '.join(random.choices(WORDS, k=random.randint(25, 60)))}."


def _wanted(random: Random, flat: Flat) -> Wanted:
    """Replace one to three words somewhere in the text."""
    index = random.randrange(1, PARAGRAPHS)
    inside = range(flat.starts[index] + 1, flat.end_of(index) - 8)
    start = random.choice([at for at in inside if is_word(flat.tokens[at])])
    new = words(" ".join(random.choices(WORDS, k=random.randint(1, 4))) + " neu")
    change = Change(start, start + random.choice((1, 3, 5)), new)
    return Wanted(change, "Weil es eilt." if random.random() < 0.5 else "")


def _opening(port: int, path: str, work: str, account: str, budget: float) -> Figure:
    browser = Browser(port, session_of(account))

    def look() -> None:
        status, _ = browser.get(path)
        if status != 200:
            message = f"{path} answered {status}"
            raise RuntimeError(message)

    client = inside(account)
    count = queries(lambda: client.get(path))
    return figure(work, budget, timed(look, 30), count)
