"""How long it takes to write Word files."""

from datetime import UTC, datetime
from random import Random

from bench.measure import Figure, figure, timed
from bench.texts import laender, motion
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.redline import write_redline
from reihum.formats.word.write import write_motion
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import flatten
from reihum.rules.text.tracked import Wanted

AT = datetime(2027, 3, 4, 9, 30, tzinfo=UTC)


def motion_as_word() -> Figure:
    paper = MotionPaper(body="IntMK", title="", paragraphs=motion(Random(3), 60))
    times = timed(lambda: write_motion(paper), 20)
    return figure("a motion of 60 paragraphs as Word file", 50, times, 0)


def synopsis_as_word() -> Figure:
    flat = flatten(motion(Random(3), 600))
    wishes = [
        Wish(land, Wanted(change))
        for land, changes in laender(Random(3), flat, 160).items()
        for change in changes
    ]
    points = combine(flat, wishes).points
    row = layers(flat, points)
    paper = MotionPaper(body="IntMK", title="", paragraphs=())
    times = timed(lambda: write_redline(paper, row, points, AT), 5)
    what = f"600 paragraphs with {len(points):,} tracked changes as Word file"
    return figure(what, 1000, times, 0)
