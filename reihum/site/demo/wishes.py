"""What the Länder want of a motion in the demonstration year, and what is decided."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from reihum.acts import amendments, synopsis
from reihum.acts.door import By
from reihum.reads.laid import Laid
from reihum.reads.synopsis import synopsis as read_synopsis
from reihum.rules.amendment_steps import Insert, Rewrite, Step
from reihum.site.demo.done import done
from reihum.site.demo.script import Told, Wished, Worded

PAUSE = timedelta(hours=3, minutes=13)
Act = tuple[datetime, Callable[[datetime], None]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """The amendments to one motion, and what the office makes of them."""

    told: Told
    motion: Callable[[], int]
    land: Callable[[str, datetime], By]
    office: Callable[[datetime], By]

    def steps(self) -> Iterator[Act]:
        """Yield what happens, each at its time."""
        for wished in self.told.wish:
            for count, land in enumerate(wished.lands):
                yield wished.at + count * PAUSE, partial(self.amend, wished, land)
            at = wished.accepted or wished.rejected
            if at is not None:
                yield at, partial(self.decide, wished)
        for worded in self.told.compromise:
            yield worded.at, partial(self.word, worded)
            for count, land in enumerate(worded.agree, 1):
                yield worded.at + count * PAUSE, partial(self.agree, worded, land)

    def amend(self, wished: Wished, land: str, at: datetime) -> None:
        who = self.land(land, at)
        draft = done(
            amendments.write(
                who, motion=self.motion(), member=land, version=1, step=_step(wished)
            )
        )
        done(amendments.submit(who, amendment=draft))

    def decide(self, wished: Wished, at: datetime) -> None:
        by = self.office(at)
        laid = self.laid(by)
        done(
            synopsis.decide(
                by, motion=self.motion(), version=1,
                keys=[
                    point.key for point in laid.synopsis.points
                    if {*point.lands} == {*wished.lands}
                ],
                accepted=wished.accepted is not None, reason=wished.verdict,
            )
        )  # fmt: skip

    def word(self, worded: Worded, at: datetime) -> None:
        done(
            synopsis.word_compromise(
                self.office(at), motion=self.motion(), version=1,
                paragraph=worded.paragraph, text=worded.text,
            )
        )  # fmt: skip

    def agree(self, worded: Worded, land: str, at: datetime) -> None:
        by = self.land(land, at)
        pk = next(one.pk for one in self.laid(by).compromises
                  if one.paragraph == worded.paragraph)  # fmt: skip
        done(synopsis.consent(by, compromise=pk, member=land, agrees=True))

    def laid(self, by: By) -> Laid:
        view = read_synopsis(by.body, self.motion(), by.viewer)
        assert view is not None  # noqa: S101  (it was submitted before anybody amends)
        return view.laid


def _step(wished: Wished) -> Step:
    if wished.new:
        return Insert(wished.paragraph, wished.text, wished.new, wished.reason)
    return Rewrite(wished.paragraph, wished.text, wished.reason)
