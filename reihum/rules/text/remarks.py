"""Comments (Kommentare) in a file become the reasons of the changes they stand at."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reihum.rules.text.reading import Remark

Span = tuple[int, int]  # the first piece of a change, and the one behind its last


def placed(
    remarks: Iterable[Remark], spans: Sequence[Span], begins: Sequence[int]
) -> tuple[list[list[str]], list[Remark]]:
    """Give each comment to the changes that it stands at, or beside.

    Otherwise it goes to the nearest change of its paragraph; `begins` are the pieces at
    which paragraphs begin. The second value are those in paragraphs without a change.
    """
    reasons: list[list[str]] = [[] for _ in spans]
    loose: list[Remark] = []
    for remark in remarks:
        found = _touched(remark, spans) or _same_paragraph(remark, spans, begins)
        for index in found:
            reasons[index].append(remark.text)
        if not found:
            loose.append(remark)
    return reasons, loose


def _touched(remark: Remark, spans: Sequence[Span]) -> list[int]:
    end = max(remark.end, remark.start)
    return [
        index
        for index, (first, last) in enumerate(spans)
        if first <= end and last >= remark.start
    ]


def _same_paragraph(
    remark: Remark, spans: Sequence[Span], begins: Sequence[int]
) -> list[int]:
    here = bisect_right(begins, remark.start)
    near = [
        (min(abs(first - remark.start), abs(last - remark.start)), index)
        for index, (first, last) in enumerate(spans)
        if bisect_right(begins, first) == here
    ]
    return [min(near)[1]] if near else []
