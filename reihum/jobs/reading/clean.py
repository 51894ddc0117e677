"""Clean text of whatever markup a portal sends.

What comes out holds no tag, no script, no entity and no sign that nobody sees; lines
and list items are kept. It is text and no HTML: whoever shows it still escapes it.
"""

import html
import re
import unicodedata
from functools import lru_cache

import nh3

LONGEST = 20_000  # signs of a text; more is cut
LONGEST_LINE = 300
REPEATED = 120  # signs of a line that is worth remembering
LONGEST_MARKUP = 8 * LONGEST  # of what is read at all
PASSES = 2  # markup that was escaped once is markup; escaped more often it is an attack

# Control signs, soft hyphens, zero widths, directions, surrogates, private use, tags.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\uf8ff\ufeff\ufff0-\ufffb\U000e0000-\U000e007f]"
)
# More marks on one sign than any script has (UAX 15 allows 30): sorting them takes time
# with the square of their number, and nothing else goes on meanwhile.
PILED = re.compile(r"([^\w\s\x00-\x7f]{30})[^\w\s\x00-\x7f]+")
LONGEST_WORD = 500  # signs; only a longer one can hold so many that it matters
ENDS = re.compile("\r\n|[\x0b\x0c\r\x85\u2028\u2029]")

TAG = re.compile("<[a-zA-Z/!?]")
ENTITY = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
TO_READ = re.compile("&(?!(?:lt|gt|amp|quot);)")
# The commonest first, and mostly with nothing but their name: a text has dozens.
LAYOUT = re.compile(
    r"<(/?(?:li|p|ul|br|h[1-6]|div|ol|dl|section|article|header|footer|table|hr|pre|"
    r"blockquote|tr|dt|dd|td|th))(?:>|\b[^<>]*>)",
    re.IGNORECASE,
)
BREAKS = {
    "li": "\n– ", "/li": "\n", "br": "\n", "tr": "\n", "dt": "\n", "dd": "\n",
    "td": " ", "th": " ",
}  # fmt: skip
PARAGRAPH = "\n\n"
UNSEEN = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math"}
CLEANER = nh3.Cleaner(tags=set(), clean_content_tags=UNSEEN)
# Not "&amp;": what it stands before would be unescaped twice.
MARKUP_SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'))

# Of Markdown, and of those who paint their lists.
HEADING = re.compile("\n(?:#{1,6} )+")
BULLET = re.compile("\n[-*•·▪‣●◦] ")
LONELY_BULLET = re.compile(r"^–\n+(?=[^\n–])", re.MULTILINE)
GAP = re.compile("\n{3,}")


def clean(markup: str) -> str:
    """Return the text of HTML, of escaped HTML or of plain text, at most `LONGEST`."""
    return _tidy(_plain(markup))[:LONGEST].rstrip()


def line(text: str) -> str:
    """Return one line of clean text, at most `LONGEST_LINE`: a title, a name."""
    return _short(text) if len(text) <= REPEATED else _line(text)


def _line(text: str) -> str:
    return " ".join(_plain(text).split())[:LONGEST_LINE].rstrip()


# Names of towns, employers and occupations come again and again.
_short = lru_cache(8192)(_line)


def _plain(markup: str) -> str:
    text = _visible(markup[:LONGEST_MARKUP])
    for _ in range(PASSES):
        if "<" not in text and "&" not in text:
            return text
        text = _without_markup(text)
    return _harmless(text)


def _visible(text: str) -> str:
    if not text.replace("\n", " ").isprintable():
        text = INVISIBLE.sub("", ENDS.sub("\n", text))
    return text if text.isascii() else _composed(text)


def _composed(text: str) -> str:
    """Return the text with one sign for "u" and its two dots."""
    if not _has_long_word(text):
        return unicodedata.normalize("NFC", text)
    return PILED.sub(r"\1", unicodedata.normalize("NFC", PILED.sub(r"\1", text)))


def _has_long_word(text: str) -> bool:
    """Say whether there is one; from space to space, so that few words are looked at.

    Where no space is near, as in a long list of short lines, all words are measured.
    """
    start = 0
    while len(text) - start > LONGEST_WORD:
        start = text.rfind(" ", start, start + LONGEST_WORD + 1) + 1
        if not start:
            return max(map(len, text.split()), default=0) > LONGEST_WORD
    return False


def _without_markup(text: str) -> str:
    if TAG.search(text):
        text = _without_tags(_with_lines(text))
    return _visible(_unescaped(text))


def _without_tags(text: str) -> str:
    """Return text without any tag and without what is not to be seen in one.

    Where there is neither a tag left nor an entity to be understood, the cleaner would
    give back what it got: what was escaped stays escaped.
    """
    if "<" in text or TO_READ.search(text):
        return CLEANER.clean(text)
    return text


def _unescaped(text: str) -> str:
    """Undo one escaping; the signs of markup, which are the most, by the quick way."""
    for entity, sign in MARKUP_SIGNS:
        if entity in text:
            text = text.replace(entity, sign)
    if "&" in text:
        text = ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def _with_lines(markup: str) -> str:
    """Return markup in which tags that make lines are lines."""
    parts = LAYOUT.split(markup)  # text, tag, text, tag, text
    parts[1::2] = map(_as_lines, parts[1::2])
    return "".join(parts)


@lru_cache(256)
def _as_lines(tag: str) -> str:
    """Return what stands for "li", "/li" or "P"."""
    name = tag.lower()
    return BREAKS.get(name) or BREAKS.get(name.removeprefix("/"), PARAGRAPH)


def _harmless(text: str) -> str:
    """Take the sense from markup that was escaped more often than `PASSES`."""
    if "<" in text:
        text = TAG.sub(lambda found: "< " + found[0][1:], text)
    if "&" in text:
        text = ENTITY.sub(lambda found: "& " + found[0][1:], text)
    return text


def _tidy(text: str) -> str:
    lines = HEADING.sub("\n", "\n" + _evenly_spaced(text))
    lines = BULLET.sub("\n– ", lines)
    if "–\n" in lines:
        lines = LONELY_BULLET.sub("– ", lines)
    return GAP.sub(PARAGRAPH, lines).strip()


def _evenly_spaced(text: str) -> str:
    """Return the text with one space between words, and none beside the end of a line.

    Most markup comes so already; any other space than " " is a sign that cannot be
    printed.
    """
    uneven = "  " in text or " \n" in text or "\n " in text
    if not uneven and text.replace("\n", " ").isprintable():
        return text.strip(" ")
    return "\n".join([" ".join(one.split()) for one in text.split("\n")])
