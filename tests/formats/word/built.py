"""Word files for tests, written by hand: the XML is what Word itself writes."""

import zipfile
from io import BytesIO

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
ROOTS = {
    "styles": "styles", "numbering": "numbering", "comments": "comments",
    "footnotes": "footnotes", "endnotes": "endnotes",
}  # fmt: skip
MAIN = f"{WORD}.document.main+xml"


def docx(body: str, *, links=None, more=None, main=MAIN, **parts: str) -> bytes:
    """Zip a document; `parts` are the insides of styles, comments and so on."""
    return zipped(files(body, links=links, main=main, **parts) | (more or {}))


def files(body: str, *, links=None, main=MAIN, **parts: str) -> dict[str, str]:
    found = {
        "[Content_Types].xml": types(main),
        "_rels/.rels": relationships(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument"'
            ' Target="word/document.xml"/>'
        ),
        "word/document.xml": (
            f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": relationships(
            *(
                f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}"'
                f' Target="{kind}.xml"/>'
                for kind in parts
            ),
            *(
                f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{to}"'
                ' TargetMode="External"/>'
                for key, to in (links or {}).items()
            ),
        ),
    }
    for kind, inside in parts.items():
        root = ROOTS[kind]
        found[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
    return found


def types(main: str) -> str:
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def relationships(*rows: str) -> str:
    inside = "".join(rows)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def zipped(entries: dict[str, str | bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(info, content, kind)
    return out.getvalue()


# ── Pieces of a document ──


def p(*inside: str, style="", num=None, mark="", more="") -> str:
    """Write a paragraph; `mark` is what became of its mark: "ins" or "del"."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        number, level = num
        properties += (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        )
    if mark:
        marks = "".join(f"<w:{one} {by()}/>" for one in mark.split())
        properties += f"<w:rPr>{marks}</w:rPr>"
    properties = f"<w:pPr>{properties}{more}</w:pPr>" if properties or more else ""
    return f"<w:p>{properties}{''.join(map(run, inside))}</w:p>"


def run(text: str, style: str = "", name: str = "t") -> str:
    """Write a run, unless it is XML already."""
    if text.startswith("<"):
        return text
    looks = f"<w:rPr>{style}</w:rPr>" if style else ""
    return f'<w:r>{looks}<w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def by(author="Land BY", identity="7") -> str:
    return f'w:id="{identity}" w:author="{author}" w:date="2027-02-01T09:30:00Z"'


def ins(*inside: str, author="Land BY") -> str:
    return f"<w:ins {by(author)}>{''.join(map(run, inside))}</w:ins>"


def dele(*inside: str, author="Land BY") -> str:
    runs = "".join(run(one, name="delText") for one in inside)
    return f"<w:del {by(author)}>{runs}</w:del>"


def styled(
    identity: str, name="", *, based_on="", more="", default=False, kind="", looks=""
) -> str:
    """Write a style: of paragraphs, if its kind is not said."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    properties = f"<w:pPr>{more}</w:pPr>" if more else ""
    is_default = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind or "paragraph"}" w:styleId="{identity}"{is_default}>'
        f'<w:name w:val="{name or identity}"/>{base}{properties}'
        f"<w:rPr>{looks}</w:rPr></w:style>"
    )
