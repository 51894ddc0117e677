"""How long sixteen Länder take: from what their files hold to the resulting text."""

from random import Random

from bench.measure import Figure, figure, timed
from bench.texts import laender, motion, noted
from reihum.rules.text.layers import layers
from reihum.rules.text.outcome import Decided, outcome
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import flatten
from reihum.rules.text.tracked import Reading, understand

SEED = 7  # the same texts in every run, so that runs can be compared


def combining(paragraphs: int, budget: float, rounds: int) -> Figure:
    """Lay sixteen files against one text; reading the files is not in it."""
    random = Random(SEED)
    base = motion(random, paragraphs)
    flat = flatten(base)
    files = {
        land: noted(flat, script)
        for land, script in laender(random, flat, paragraphs // 3).items()
    }
    times = timed(lambda: combined(base, files), rounds, warm=1)
    work = f"synopsis: 16 readings × {paragraphs} paragraphs"
    return figure(work, budget, times, 0, "by hand: days")


def combined(base: tuple[Paragraph, ...], files: dict[str, Reading]) -> None:
    """Do all that is done for one synopsis."""
    flat = flatten(base)
    found = combine(
        flat,
        [
            Wish(land, wanted, land)
            for land, reading in files.items()
            for wanted in understand(flat, reading).wanted
        ],
    )
    layers(flat, found.points)
    outcome(found, Decided({point.key: True for point in found.agreed()}, {}))
