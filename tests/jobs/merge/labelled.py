"""The labelled pairs: `pairs/tuning` to learn from, `pairs/unseen` to judge by.

A case has two sides, written by hand; `two` is `one` with what it says itself. `forms`
names in which portals the two were found: each makes one pair.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from reihum.jobs.merge.merging import merge
from reihum.jobs.model import Advertisement, Entry
from tests.jobs.merge.forms import Post, written

FOLDER = Path(__file__).parent / "pairs"


class Pair(Struct, frozen=True):
    """Two advertisements, and what they are to each other: same, different, agency."""

    kind: str
    label: str
    forms: str
    one: Advertisement
    two: Advertisement


class Judged(Struct, frozen=True):
    """A pair, and what merging made of it."""

    pair: Pair
    entries: tuple[Entry, ...]

    @property
    def merged(self) -> bool:
        return len(self.entries) == 1

    @property
    def hinted(self) -> bool:
        return any(entry.maybe for entry in self.entries)


class Quality(Struct, frozen=True):
    """How many pairs were rightly and wrongly merged, and how many were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)


def pairs(folder: str) -> list[Pair]:
    """Return all pairs of "tuning" or "unseen"."""
    return [
        pair
        for path in sorted((FOLDER / folder).glob("*.toml"))
        for pair in _pairs(tomllib.loads(path.read_text("utf-8")))
    ]


def _pairs(data: dict[str, Any]) -> Iterator[Pair]:
    for case in data["case"]:
        one = _post(case["one"], data["texts"], 0)
        two = _post(case["one"] | case["two"], data["texts"], 1)
        for forms in case["forms"]:
            first, second = forms.split("/")
            yield Pair(
                case["kind"], case["label"], forms,
                written(one, first), written(two, second),
            )  # fmt: skip


def _post(side: dict[str, Any], texts: dict[str, str], nth: int) -> Post:
    parts = dict(side)
    body = " ".join(texts[name] for name in parts.get("text", "").split())
    parts["text"] = parts.pop("prefix", "") + body + parts.pop("suffix", "")
    return msgspec.convert(parts | {"nth": nth}, Post)


def judged(chosen: Sequence[Pair]) -> list[Judged]:
    return [Judged(pair, merge((pair.one, pair.two))) for pair in chosen]


def quality(results: Sequence[Judged]) -> Quality:
    same = [one for one in results if one.pair.label == "same"]
    right = sum(one.merged for one in same)
    wrong = sum(one.merged for one in results if one.pair.label != "same")
    return Quality(right, wrong, len(same) - right)


def by_evidence(results: Sequence[Judged]) -> dict[str, Quality]:
    """Return how each kind of evidence did; what is missed has none."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in results:
        if one.merged:
            found[" + ".join(one.entries[0].why)][one.pair.label != "same"] += 1
    return {
        why: Quality(counts[0], counts[1], 0) for why, counts in sorted(found.items())
    }


def by_kind(results: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Return for each kind of case how many pairs came out right, of how many."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for one in results:
        name = f"{one.pair.label}: {one.pair.kind}"
        total[name] += 1
        right[name] += one.merged == (one.pair.label == "same")
    return {name: (right[name], total[name]) for name in sorted(total)}


def report(folder: str) -> str:
    """Return all of it as a text."""
    results = judged(pairs(folder))
    whole = quality(results)
    lines = [
        f"{folder}: {len(results)} pairs",
        f"  precision {whole.precision:.3f}, recall {whole.recall:.3f}",
    ]
    for why, found in by_evidence(results).items():
        told = f"{found.right} right, {found.wrong} wrong"
        lines.append(f"  {why:30} {told} (precision {found.precision:.3f})")
    lent = [one for one in results if one.pair.label == "agency"]
    lines.append(
        f"  agency copies hinted at: {sum(x.hinted for x in lent)}/{len(lent)}"
    )
    lines += [f"  {kind:45} {a}/{b}" for kind, (a, b) in by_kind(results).items()]
    return "\n".join(lines)
