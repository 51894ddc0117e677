"""The ring: one dot for each Land, one of them carries the office."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

from reihum.rules.laender import CODES

State = Literal["had", "has", "next"]


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot; numbers are text, because a page never puts a comma into an SVG."""

    kind: str
    x: str
    y: str
    r: str
    code: str = ""
    label_x: str = ""
    label_y: str = ""


def _place(index: int, total: int, centre: float, radius: float) -> tuple[float, float]:
    angle = 2 * pi * index / total
    return centre + radius * sin(angle), centre - radius * cos(angle)


def small(chair: int | None, total: int = 16) -> list[Dot]:
    """Return the ring of the header: the dot at `chair` is the full one."""
    dots = []
    for index in range(total):
        x, y = _place(index, total, 24, 19.5)
        kind, r = ("chair", "4.6") if index == chair else ("dot", "2.5")
        dots.append(Dot(kind, f"{x:.2f}", f"{y:.2f}", r))
    return dots


_KINDS = {"had": ("dot", "7"), "has": ("chair", "15"), "next": ("next", "6")}


def large(states: Mapping[str, State], codes: Iterable[str] = CODES) -> list[Dot]:
    """Return the ring of the home page: who had the chair, who has it, who follows.

    A code without a state counts as following.
    """
    order = list(codes)
    dots = []
    for index, code in enumerate(order):
        x, y = _place(index, len(order), 150, 104)
        far = 138 if states.get(code) == "has" else 131
        label_x, label_y = _place(index, len(order), 150, far)
        kind, r = _KINDS[states.get(code, "next")]
        dots.append(
            Dot(
                kind,
                f"{x:.1f}",
                f"{y:.1f}",
                r,
                code,
                f"{label_x:.1f}",
                f"{label_y:.1f}",
            )
        )
    return dots


def round_states(chair: str, codes: Iterable[str] = CODES) -> dict[str, State]:
    """Return the states of a round in the order of the codes, seen from its chair."""
    order = list(codes)
    if chair not in order:
        return dict.fromkeys(order, "next")
    now = order.index(chair)
    before: dict[str, State] = dict.fromkeys(order[:now], "had")
    after: dict[str, State] = dict.fromkeys(order[now + 1 :], "next")
    return before | {chair: "has"} | after
