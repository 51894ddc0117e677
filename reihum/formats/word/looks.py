"""The styles of our paragraphs, known by their ids; the office may change them.

A template that has a style of that id or name keeps its own; what it lacks is added.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Look(StrEnum):
    """What a paragraph, or a stretch of it, is; the value is the id of its style."""

    TITLE = "Title"
    HEADING = "Ueberschrift"
    FACT = "ReihumAngabe"
    TEXT = "ReihumText"
    FIRST = "ReihumZiffer1"
    SECOND = "ReihumZiffer2"
    THIRD = "ReihumZiffer3"
    LINK = "Hyperlink"
    COMMENT = "ReihumKommentar"
    COMMENT_MARK = "ReihumKommentarzeichen"


class _Style(NamedTuple):
    """`name` is Word's own where it has one; programmes show it in their language."""

    name: str
    paragraph: str = ""
    run: str = ""
    next: Look | None = None
    character: bool = False


_LINES = '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'
_STYLES: Mapping[Look, _Style] = {
    Look.TITLE: _Style(
        "Title",
        '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="280" '
        'w:line="252" w:lineRule="auto"/><w:contextualSpacing/>',
        '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>',
        Look.TEXT,
    ),
    Look.HEADING: _Style(
        "heading 1",
        '<w:keepNext/><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="12" '
        'w:space="8" w:color="auto"/></w:pBdr><w:spacing w:before="400" '
        'w:after="160"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>',
        Look.TEXT,
    ),
    Look.FACT: _Style(
        "Reihum Angabe",
        '<w:tabs><w:tab w:val="left" w:pos="2268"/></w:tabs>'
        '<w:spacing w:after="60"/><w:ind w:left="2268" w:hanging="2268"/>',
        '<w:color w:val="404040"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    Look.TEXT: _Style("Reihum Text", _LINES),
    Look.FIRST: _Style("Reihum Ziffer 1", _LINES),
    Look.SECOND: _Style("Reihum Ziffer 2", _LINES),
    Look.THIRD: _Style("Reihum Ziffer 3", _LINES),
    Look.LINK: _Style(
        "Hyperlink",
        run='<w:color w:val="0B4A8F"/><w:u w:val="single"/>',
        character=True,
    ),
    Look.COMMENT: _Style(
        "annotation text",
        '<w:spacing w:after="60"/>',
        '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    Look.COMMENT_MARK: _Style(
        "annotation reference",
        run='<w:sz w:val="16"/><w:szCs w:val="16"/>',
        character=True,
    ),
}


def name_of(look: Look) -> str:
    return _STYLES[look].name


def at_level(level: int | None) -> Look:
    """Return the look of a paragraph at one of Word's levels, None for one without."""
    if level is None:
        return Look.TEXT
    return (Look.FIRST, Look.SECOND, Look.THIRD)[min(level, 2)]


def definition(look: Look, base: str, taken: Mapping[Look, str]) -> str:
    """Return a style (w:style) that is built on the style `base` of the template.

    `taken` are the ids under which the looks are known there.
    """
    style = _STYLES[look]
    kind = "character" if style.character else "paragraph"
    based = "" if style.character or not base else f'<w:basedOn w:val="{base}"/>'
    following = f'<w:next w:val="{taken[style.next]}"/>' if style.next else ""
    own = "" if look in _BUILT_IN else ' w:customStyle="1"'
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{look}">'
        f'<w:name w:val="{style.name}"/>{based}{following}'
        f'<w:uiPriority w:val="1"/><w:qFormat/>{paragraph}{run}</w:style>'
    )


_BUILT_IN = frozenset(
    {Look.TITLE, Look.HEADING, Look.LINK, Look.COMMENT, Look.COMMENT_MARK}
)
