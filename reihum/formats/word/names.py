"""The names in Word's XML, as the parser spells them."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 – lxml's public name for it is a function

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = (
    "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
)
TYPE = "officeDocument"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_PARTS = frozenset(
    (f"{_WORD_TYPE}document.main+xml", f"{_WORD_TYPE}template.main+xml")
)
# "Strict Open XML" is the same with other names.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = {
    _STRICT + b"wordprocessingml/main": WML.encode(),
    _STRICT + b"officeDocument/relationships": REL.encode(),
}


def w(name: str) -> str:
    """Return the full name of one of Word's elements or attributes."""
    return f"{{{WML}}}{name}"


def transitional(content: bytes) -> bytes:
    """Return a part in the names that everybody uses."""
    if _STRICT in content[:4096]:
        for strict, usual in _STRICT_NAMES.items():
            content = content.replace(strict, usual)
    return content


VAL = w("val")
