"""Changes as plain values that outlive the programme that wrote them.

A place is a paragraph's id and how many characters of its words stand before it (-1:
before the paragraph itself), so that nothing depends on how words are counted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Any

from reihum.rules.text.changes import Change
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import Flat, Start, Token, Word, said, words
from reihum.rules.text.tracked import Wanted

BEFORE = -1
END = "end"  # behind the last paragraph
_FLAGS = ("reason", "move", "untracked", "retyped", "rank")


def to_data(flat: Flat, wanted: Iterable[Wanted]) -> list[dict[str, Any]]:
    """Return wishes as plain values: {"from": ["p3", 12], "to": ["p3", 17], …}.

    "old" and "new" are the words; a new paragraph in them is ["text", 1, "1."], a word
    with a style {"b": "fett"}.
    """
    return [_data(flat, one) for one in wanted]


def from_data(flat: Flat, data: Sequence[Mapping[str, Any]]) -> tuple[Wanted, ...]:
    """Read what `to_data` wrote. A ValueError says that it is of another text."""
    return tuple(_wanted(flat, row) for row in data)


def place(flat: Flat, at: int) -> tuple[str, int]:
    """Return where a token stands, said of its paragraph."""
    if at >= len(flat):
        return END, BEFORE
    index = bisect_right(flat.starts, at) - 1
    start = flat.starts[index]
    name = flat.paragraphs[index].id
    if at == start:
        return name, BEFORE
    return name, len(said(flat.tokens[start + 1 : at]))


def token_at(flat: Flat, name: str, offset: int) -> int:
    """Return the token at a place. A ValueError says that there is no such place."""
    if name == END and offset == BEFORE:
        return len(flat)
    found = (i for i, one in enumerate(flat.paragraphs) if one.id == name)
    index = next(found, None)
    if index is not None:
        start, end = flat.starts[index], flat.end_of(index)
        sizes = (len(one[0]) for one in flat.tokens[start + 1 : end])
        ends = [BEFORE, *accumulate(sizes, initial=0)]
        if offset in ends:
            return start + ends.index(offset)
    message = f"no place {offset} in {name!r}"
    raise ValueError(message)


def _data(flat: Flat, one: Wanted) -> dict[str, Any]:
    change = one.change
    row: dict[str, Any] = {
        "from": list(place(flat, change.start)),
        "to": list(place(flat, change.end)),
        "old": list(_written(flat.tokens[change.start : change.end])),
        "new": list(_written(change.new)),
    }
    row.update((flag, getattr(one, flag)) for flag in _FLAGS if getattr(one, flag))
    return row


def _wanted(flat: Flat, row: Mapping[str, Any]) -> Wanted:
    start, end = token_at(flat, *row["from"]), token_at(flat, *row["to"])
    if list(_written(flat.tokens[start:end])) != row["old"]:
        message = f"other words at {row['from']}"
        raise ValueError(message)
    change = Change(start, end, tuple(_read(row["new"])))
    return Wanted(change, **{flag: row[flag] for flag in _FLAGS if flag in row})


def _written(tokens: Sequence[Token]) -> Iterator[Any]:
    for style, run in groupby(tokens, key=_style):
        if style is None:
            yield from ([str(one[0]), *one[1:3]] for one in run)
        else:
            for text in _texts([str(one[0]) for one in run]):
                yield {style: text} if style else text


def _texts(said: list[str]) -> list[str]:
    """Return words as one text, or one by one where they would run into each other."""
    text = "".join(said)
    return [text] if [word.text for word in words(text)] == said else said


def _style(token: Token) -> str | None:
    return token.style if isinstance(token, Word) else None


def _read(written: Iterable[Any]) -> Iterator[Token]:
    for one in written:
        if isinstance(one, str):
            yield from words(one)
        elif isinstance(one, Mapping):
            for style, text in one.items():
                yield from (Word(word.text, style) for word in words(text))
        else:
            part, level, scheme = one
            yield Start(Part(part), level, scheme)
