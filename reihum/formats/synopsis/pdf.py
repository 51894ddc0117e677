"""The synopsis as a PDF, set by typst: landscape, tagged, with its fonts in it.

The source (`synopsis.typ`) never changes: what was typed by anybody reaches it as
values, so that nothing of it can be read as markup.
"""

import json
import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.view import view

_FONTS = Path(str(files("reihum.formats"))) / "fonts"
# Signs that the fonts here and in typst do not have are written as their number:
# PDF/UA allows no sign without a shape. Most often the first of the two is enough.
_UNSURE = re.compile(
    r"[^\n -~\xa0-\u04ff\u060c\u061b\u061f\u0621-\u063a\u0641-\u0652\u0660-\u0669\u067e"
    r"\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u1e00-\u1fff\u2000-\u2040"
    r"\u2044-\u2064\u2070-\u211e\u2190-\u22ff]"
)
_STRANGE = re.compile(r"[^\n -~\xa0-\u017e\u200b–—‘’‚“”„…•€−]")
_LONG = re.compile(r"(\w{30})(?=\w)")
_BREAK = "\N{ZERO WIDTH SPACE}"


def as_pdf(paper: SynopsisPaper) -> bytes:
    """Return the file, tagged as PDF/UA-1 asks."""
    data = json.dumps(asdict(view(paper)), ensure_ascii=False)
    data = _LONG.sub(rf"\1{_BREAK}", data)  # a long word breaks rather than leave
    try:
        return _set(data, _UNSURE)
    except typst.TypstError:
        return _set(data, _STRANGE)


def _set(data: str, unknown: re.Pattern[str]) -> bytes:
    source = files("reihum.formats.synopsis").joinpath("synopsis.typ").read_bytes()
    return typst.compile(
        source,
        font_paths=_fonts(),
        sys_inputs={"data": unknown.sub(_number, data)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts here and those in typst, never those of the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_FONTS)])


def _number(sign: re.Match[str]) -> str:
    return f"[U+{ord(sign[0]):04X}]"
