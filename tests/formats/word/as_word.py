"""A motion with tracked changes as Microsoft Word writes it, with all that is around.

Runs are split where the spelling was checked or the text was edited on another day
(rsid), paragraphs have ids, styles have German ids and English names.
"""

from tests.formats.word.built import docx, styled

RSID = 'w:rsidR="00A44D21" w:rsidRDefault="00C310F4"'
LOOK = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/>'
DATE = 'w:date="2027-02-01T09:30:00Z"'
STYLES = (
    styled("Standard", "Normal", default=True)
    + styled("Titel", "Title", based_on="Standard", looks="<w:b/>")
    + styled("berschrift1", "heading 1", based_on="Standard",
             more='<w:outlineLvl w:val="0"/>', looks="<w:b/>")
    + styled("Listenabsatz", "List Paragraph", based_on="Standard")
    + styled("Kommentartext", "annotation text", based_on="Standard")
    + styled("Funotentext", "footnote text", based_on="Standard")
    + styled("Fett", "Strong", kind="character", looks="<w:b/><w:bCs/>")
)  # fmt: skip
LEVELS = ("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerLetter", "%3%3)")
NUMBERING = (
    '<w:abstractNum w:abstractNumId="3" w15:restartNumberingAfterBreak="0"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<w:nsid w:val="1A2B3C4D"/><w:multiLevelType w:val="multilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for at, (kind, text) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>'
)
_count = iter(range(100, 10_000))


def by(author: str = "Referat 12") -> str:
    return f'w:id="{next(_count)}" w:author="{author}" {DATE}'


def r(text: str, looks: str = "", name: str = "t") -> str:
    """Write a run, a word each as Word splits them, with a wavy line around some."""
    return (
        f'<w:r w:rsidRPr="00B51B2C"><w:rPr>{looks}{LOOK}</w:rPr>'
        f'<w:{name} xml:space="preserve">{text}</w:{name}></w:r>'
    )


def split(text: str) -> str:
    """Write a text as several runs that end within words."""
    parts = [text[at : at + 7] for at in range(0, len(text), 7)]
    spelled = '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>'
    return "".join(
        spelled.format(r(one)) if n % 3 == 1 else r(one) for n, one in enumerate(parts)
    )


def ins(*texts: str) -> str:
    """Write an insertion, each run noted for itself as Word does."""
    return "".join(
        f"<w:ins {by()}>{one if one.startswith('<') else r(one)}</w:ins>"
        for one in texts
    )


def dele(*texts: str) -> str:
    return "".join(f"<w:del {by()}>{r(one, name='delText')}</w:del>" for one in texts)


def p(
    *inside: str, style="Standard", level: int | None = None, mark="", more=""
) -> str:
    identity = f'w14:paraId="{next(_count):08X}" w14:textId="77777777"'
    number = "" if level is None else (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>'
    )  # fmt: skip
    changed = f"<w:{mark} {by()}/>" if mark else ""
    return (
        f'<w:p {identity} {RSID}><w:pPr><w:pStyle w:val="{style}"/>{number}'
        f'<w:spacing w:after="120"/><w:rPr>{changed}{LOOK}</w:rPr>{more}</w:pPr>'
        f"{''.join(one if one.startswith('<') else split(one) for one in inside)}</w:p>"
    )


def moved(kind: str, text: str) -> str:
    identity = next(_count)
    return (
        f'<w:move{kind}RangeStart w:id="{identity}" w:author="Referat 12" {DATE}'
        f' w:name="move98765"/><w:move{kind} {by()}>{r(text)}</w:move{kind}>'
        f'<w:move{kind}RangeEnd w:id="{identity}"/>'
    )


def commented(number: int, *inside: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{"".join(inside)}'
        f'<w:commentRangeEnd w:id="{number}"/>'
        '<w:r><w:rPr><w:rStyle w:val="Kommentarzeichen"/></w:rPr>'
        f'<w:commentReference w:id="{number}"/></w:r>'
    )


def comment(number: int, text: str) -> str:
    return (
        f'<w:comment w:id="{number}" w:author="Referat 12" {DATE} w:initials="R12">'
        f'<w:p><w:pPr><w:pStyle w:val="Kommentartext"/></w:pPr><w:r><w:annotationRef/>'
        f"</w:r>{r(text)}</w:p></w:comment>"
    )


def body() -> str:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    control = (
        "<w:sdt><w:sdtPr><w:id w:val='7'/></w:sdtPr>"
        f"<w:sdtContent>{r('2027')}</w:sdtContent></w:sdt>"
    )
    before = "<w:pPr><w:pStyle w:val='Standard'/></w:pPr>"
    cells = p("Land"), p("Plätze ", ins("2027"))
    row = "".join(f"<w:tc><w:tcPr/>{one}</w:tc>" for one in cells)
    return "".join((
        p("Sprachkurse dauerhaft sichern", style="Titel"),
        p("Antrag des Landes Bayern"),
        p("Beschlussvorschlag:", style="berschrift1"),
        '<w:bookmarkStart w:id="0" w:name="_Hlk1234"/>',
        p("Die für Integration zuständigen Ministerinnen und Minister der Länder",
          ins(" fassen", " den", " folgenden"), dele(" fassen folgenden"),
          " Beschluss:"),
        '<w:bookmarkEnd w:id="0"/>',
        p("Sie nehmen den Bericht zur Kenntnis.", level=0, mark="ins"),
        p(ins("Sie ", "danken ", "dem ", "Bund."), level=0),
        p("Sie bitten den Bund, die Kurse um jeweils eine Stunde", ins("n"),
          " zu verlängern", note, ",", level=0),
        p("die Mittel ", commented(1, dele("angemessen"), ins("dauerhaft")),
          " zu erhöhen und", level=1),
        p(dele("die Länder zu beteiligen und"), level=1, mark="del"),
        p("in ", r("voller", '<w:rStyle w:val="Fett"/>'), " Höhe, ",
          moved("To", "rasch, "), "zu zahlen, ", moved("From", "rasch, "), "bis ",
          control, ".", level=2),
        p("Sie bitten um einen Bericht", commented(2), ". ", level=0, mark="ins"),
        p("Er soll schriftlich ", dele("und mündlich "), "vorliegen.", level=0),
        p("Begründung:", style="berschrift1"),
        p("Die Nachfrage ist groß. ", mark="del"),
        p("<w:r><w:lastRenderedPageBreak/></w:r>", "Sie wächst weiter.",
          more=f"<w:pPrChange {by()}>{before}</w:pPrChange>"),
        p(),
        p("Anlage 1", style="berschrift1"),
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{row}</w:tr></w:tbl>",
        p("Quelle: eigene Erhebung"),
        '<w:sectPr w:rsidR="00A44D21"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
    ))  # fmt: skip


def tracked() -> bytes:
    return docx(
        body(),
        styles=STYLES,
        numbering=NUMBERING,
        comments=comment(1, "Nur so ist es verlässlich.") + comment(2, "Bis wann?"),
        footnotes=(
            '<w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="Funotentext"/></w:pPr>'
            f"<w:r><w:footnoteRef/></w:r>{r(' Von 600 auf 700 Stunden.')}</w:p>"
            "</w:footnote>"
        ),
    )
