"""What Word does when all changes are accepted or rejected, by the letter of the norm.

ECMA-376: a paragraph whose mark (w:rPr/w:ins, w:del) goes is joined with the next one,
and the joined paragraph has the properties of that one.
"""

import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FACTS = "ReihumAngabe"


def texts(data: bytes, *, accept: bool) -> list[tuple[str, str]]:
    """Return style and words of each paragraph that says anything, but for facts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    gone = "del" if accept else "ins"
    found: list[tuple[str, str]] = []
    said = ""
    for paragraph in body.iter(f"{W}p"):
        said += _words(paragraph, gone)
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            continue
        style = _properties(paragraph, accept=accept).find(f"{W}pStyle").get(f"{W}val")
        if said.strip() and style != FACTS:
            found.append((style, " ".join(said.split())))
        said = ""
    assert not said, "the last mark of a document stays"
    return found


def by_author(data: bytes) -> dict[tuple[str, str], str]:
    """Return all words inserted ("ins") and deleted ("del") by each author."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    found: dict[tuple[str, str], str] = {}
    for one in body.iter(f"{W}ins", f"{W}del"):
        key = one.get(f"{W}author"), etree.QName(one).localname
        said = "".join(t.text for t in one.iter(f"{W}t", f"{W}delText"))
        found[key] = found.get(key, "") + said
    return {key: said for key, said in found.items() if said}


def _words(paragraph, gone: str) -> str:
    return "".join(
        one.text
        for one in paragraph.iter(f"{W}t", f"{W}delText")
        if next(one.iterancestors(f"{W}{gone}"), None) is None
    )


def _properties(paragraph, *, accept: bool):
    properties = paragraph.find(f"{W}pPr")
    old = properties.find(f"{W}pPrChange/{W}pPr")
    return properties if accept or old is None else old
