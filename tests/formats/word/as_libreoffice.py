"""A motion with tracked changes as LibreOffice keeps it; it writes the .docx of it."""

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"'
    for name, of in {
        "office": "office", "text": "text", "style": "style", "fo": "xsl-fo-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
_INFO = (
    "<office:change-info><dc:creator>Referat 12</dc:creator>"
    "<dc:date>2027-02-01T09:30:00</dc:date></office:change-info>"
)


def _inserted(identity: str) -> str:
    return (
        f'<text:changed-region text:id="{identity}"><text:insertion>{_INFO}'
        "</text:insertion></text:changed-region>"
    )


def _deleted(identity: str, inside: str) -> str:
    return (
        f'<text:changed-region text:id="{identity}"><text:deletion>{_INFO}{inside}'
        "</text:deletion></text:changed-region>"
    )


def _around(identity: str, text: str) -> str:
    return (
        f'<text:change-start text:change-id="{identity}"/>{text}'
        f'<text:change-end text:change-id="{identity}"/>'
    )


def _p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def _h(inside: str) -> str:
    style = 'text:style-name="Heading_20_1" text:outline-level="1"'
    return f"<text:h {style}>{inside}</text:h>"


_CHANGES = "".join((
    _inserted("i1"),
    _deleted("d1", _p("fassen folgenden ")),
    _inserted("i2"),
    _inserted("i3"),
    _deleted("d2", _p("angemessen ")),
    _deleted("d3", _p("die Länder zu beteiligen und") + _p("")),
    _deleted("d4", _p("") + _p("")),
    _inserted("i4"),
))  # fmt: skip
_COMMENT = (
    "<office:annotation><dc:creator>Referat 12</dc:creator>"
    "<dc:date>2027-02-01T09:30:00</dc:date>"
    "<text:p>Nur so ist es verlässlich.</text:p></office:annotation>"
)
_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Von 600 auf 700 Stunden.</text:p></text:note-body>"
    "</text:note>"
)
_NEXT = "</text:list-item><text:list-item>"
_LIST = "".join((
    '<text:list text:style-name="L1"><text:list-item>',
    _p("Sie nehmen den Bericht zur Kenntnis."
       '<text:change-start text:change-id="i2"/>'),
    _NEXT,
    _p('Sie danken dem Bund.<text:change-end text:change-id="i2"/>'),
    _NEXT,
    _p("Sie bitten den Bund, die Kurse um eine Stunde" + _around("i3", "n")
       + f" zu verlängern{_NOTE},"),
    "<text:list><text:list-item>",
    _p('die Mittel <text:change text:change-id="d2"/>' + _around("i4", "dauerhaft ")
       + f"{_COMMENT}zu erhöhen und"),
    _NEXT,
    _p('<text:change text:change-id="d3"/>in '
       '<text:span text:style-name="T1">voller</text:span> Höhe zu zahlen.'),
    "</text:list-item></text:list></text:list-item></text:list>",
))  # fmt: skip
FODT = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<office:document {_NAMES} office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text">'
    "<office:styles>"
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1"'
    ' style:family="paragraph" style:default-outline-level="1"/>'
    "</office:styles><office:automatic-styles>"
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a"'
    ' style:num-suffix=")"/>'
    "</text:list-style></office:automatic-styles><office:body><office:text>"
    f'<text:tracked-changes text:track-changes="true">{_CHANGES}</text:tracked-changes>'
    + _p("Sprachkurse dauerhaft sichern", "Title")
    + _h("Beschlussvorschlag")
    + _p(
        "Die Länder " + _around("i1", "fassen den folgenden ")
        + '<text:change text:change-id="d1"/>Beschluss:'
    )
    + _LIST
    + _h("Begründung")
    + _p('Die Nachfrage ist groß. <text:change text:change-id="d4"/>Sie wächst weiter.')
    + "</office:text></office:body></office:document>"
)  # fmt: skip
