"""The template that there is as long as the office has none of its own.

It is a Word file like any other: the office may download it and go on from there.
"""

from reihum.formats.word.looks import Look, definition
from reihum.formats.word.markup import HEAD, NAMES
from reihum.formats.word.zipped import zipped

_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "header1", "footer1")
_KINDS = ("styles", "settings", "header", "footer")
_SMALL = '<w:color w:val="404040"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
_HAIRLINE = 'w:val="single" w:sz="4" w:space="6" w:color="808080"'
_WIDTH = 9354  # of the lines, in twentieths of a point


def built_in() -> bytes:
    """Return the template as a .docx file."""
    return zipped({name: text.encode() for name, text in _parts().items()})


def _parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_OPC}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{_OPC}/metadata/'
        'core-properties"/>',
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{kind}", f"{part}.xml")
              for kind, part in zip(_KINDS, _PARTS, strict=True))
        ),
        "word/document.xml": _document(),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/header1.xml": _part("hdr", _header()),
        "word/footer1.xml": _part("ftr", _footer()),
    }  # fmt: skip


def _content_types() -> str:
    kinds = {"document": "document.main", **dict(zip(_PARTS, _KINDS, strict=True))}
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{HEAD}<Types xmlns="{_OPC}/content-types">'
        f'<Default Extension="rels" ContentType="{relationships}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relationships(*found: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_OPC}/relationships">{lines}</Relationships>'


def _part(name: str, inside: str) -> str:
    return f"{HEAD}<w:{name} {NAMES}>{inside}</w:{name}>"


def _document() -> str:
    lines = (
        _line("{{art}}", _pr(Look.FACT), "<w:b/>"),
        _line("{{titel}}", _pr(Look.TITLE)),
        _line("Antrag von\t{{antragsteller}}", _pr(Look.FACT)),
        _line("Mitantrag von\t{{mitantragsteller}}", _pr(Look.FACT)),
        _line("Motto\t{{motto}}", _pr(Look.FACT)),
        _line("{{text}}", _pr(Look.TEXT)),
    )
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" '
        'w:bottom="1418" w:left="1418" w:header="737" w:footer="624" w:gutter="0"/>'
        '<w:cols w:space="708"/></w:sectPr>'
    )
    return _part("document", f"<w:body>{''.join(lines)}{page}</w:body>")


def _pr(look: Look) -> str:
    return f'<w:pStyle w:val="{look}"/>'


def _line(text: str, properties: str, run: str = "") -> str:
    """Return a paragraph; a tab in the text is a tab in Word."""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    runs = "<w:tab/>".join(f"<w:t>{one}</w:t>" for one in text.split("\t"))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{look}{runs}</w:r></w:p>"


def _margin(edge: str) -> str:
    """Return the properties of a line at the head or foot of each page."""
    return (
        f"<w:pBdr><w:{edge} {_HAIRLINE}/></w:pBdr>"
        f'<w:tabs><w:tab w:val="right" w:pos="{_WIDTH}"/></w:tabs>'
    )


def _header() -> str:
    return _line("{{gremium}}\t{{konferenz}}", _margin("bottom"), _SMALL)


def _footer() -> str:
    look = f"<w:rPr>{_SMALL}</w:rPr>"

    def field(name: str) -> str:
        shown = f"<w:r>{look}<w:t>1</w:t></w:r>"
        return f'<w:fldSimple w:instr=" {name} ">{shown}</w:fldSimple>'

    def run(inside: str) -> str:
        return f"<w:r>{look}{inside}</w:r>"

    space = 'xml:space="preserve"'
    return (
        f"<w:p><w:pPr>{_margin('top')}</w:pPr>"
        + run(f"<w:t>{{{{stand}}}}</w:t><w:tab/><w:t {space}>Seite </w:t>")
        + field("PAGE") + run(f"<w:t {space}> von </w:t>") + field("NUMPAGES")
        + "</w:p>"
    )  # fmt: skip


def _styles() -> str:
    known = {look: str(look) for look in Look}
    looks = "".join(definition(look, "Standard", known) for look in Look)
    fonts = "".join(f' w:{one}="Arial"' for one in ("ascii", "hAnsi", "eastAsia", "cs"))
    return _part(
        "styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        '<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standard">'
        f'<w:name w:val="Normal"/><w:qFormat/></w:style>{looks}',
    )


def _settings() -> str:
    compatible = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return _part(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:autoHyphenation/><w:hyphenationZone w:val="425"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compatible}</w:compat>"
        '<w:themeFontLang w:val="de-DE"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )
