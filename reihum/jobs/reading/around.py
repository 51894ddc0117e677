"""Only the places of a text where something may stand: what makes reading cheap.

A regular expression with many alternatives tries each at every sign; finding a fixed
word costs next to nothing. So words are looked for first, and expressions only see
what stands around them.
"""

from collections.abc import Iterable

SHORT = 160  # signs; a shorter text is taken whole


def around(text: str, words: Iterable[str], before: int = 50, behind: int = 70) -> str:
    """Return the parts of the text around the words, a line each; "" without any.

    `before` and `behind` count signs; what expressions need to see has to fit in.
    """
    found = [word for word in words if word in text]
    if not found or len(text) <= SHORT:
        return text if found else ""
    spans = []
    for word in found:
        start = text.find(word)
        while start >= 0:
            spans.append((max(0, start - before), start + behind))
            start = text.find(word, start + len(word))
    return _joined(text, sorted(spans))


def _joined(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the spans as lines, those that overlap as one."""
    merged = [spans[0]]
    for start, end in spans[1:]:
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return "\n".join([text[start:end] for start, end in merged])
