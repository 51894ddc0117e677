from unittest.mock import ANY

import pytest

from reihum.formats.word.read import read_motion, read_reading
from reihum.rules.text.tokens import said
from reihum.rules.text.tracked import State
from tests.formats.word.built import by, dele, docx, ins, p, run, styled

pytestmark = pytest.mark.unit
SIGNS = {State.KEPT: "{}", State.DELETED: "[-{}-]", State.INSERTED: "{{+{}+}}"}


def shown(body, **parts) -> str:
    found = read_reading(docx(body, **parts))
    text = "".join(
        SIGNS[one.state].format(said([one.token])) for one in found.reading.pieces
    )
    return text.replace("-][-", "").replace("+}{+", "")


def lost(body, **parts) -> str:
    return " ".join(one.de for one in read_reading(docx(body, **parts)).lost)


def text(*inside, **parts) -> str:
    return shown(p(*inside), **parts).removeprefix("¶")


def r(inside, style="") -> str:
    return f"<w:r>{f'<w:rPr>{style}</w:rPr>' if style else ''}{inside}</w:r>"


# ── What is inside a paragraph ──


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (r("<w:t>eins</w:t><w:tab/><w:t>zwei</w:t>"), "eins zwei"),
        (r("<w:t>eins</w:t><w:br/><w:t>zwei</w:t><w:cr/>"), "eins zwei"),
        (r("<w:t> eins </w:t>") + r("<w:t>zwei</w:t>"), "einszwei"),
        (run("eins\u00a0 \u202fzwei"), "eins zwei"),
        (run("Zu\u00adwan\u200bde\u00adrung"), "Zuwanderung"),
        (r("<w:t>Bund</w:t><w:noBreakHyphen/><w:t>Länder</w:t>"), "Bund‑Länder"),
        (r("<w:t>Wand</w:t><w:softHyphen/><w:t>lung</w:t>"), "Wandlung"),
        (r('<w:sym w:font="Wingdings" w:char="F0E0"/>') + run(" Ziel"), "→ Ziel"),
        (r("<w:lastRenderedPageBreak/><w:t>Text</w:t>"), "Text"),
        ('<w:proofErr w:type="spellStart"/>' + run("Text"), "Text"),
        ('<w:bookmarkStart w:id="0" w:name="_Ref1"/>' + run("Text"), "Text"),
        (f"<w:smartTag>{run('Text')}</w:smartTag>", "Text"),
        (f"<w:customXml>{run('Text')}</w:customXml>", "Text"),
        (f"<w:sdt><w:sdtContent>{run('Text')}</w:sdtContent></w:sdt>", "Text"),
        (f"<w:neuesElement>{run('Text')}</w:neuesElement>", "Text"),
        (f"<w:fldSimple w:instr=' PAGE '>{run('3')}</w:fldSimple>", "3"),
        (r(f"<w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('Text')}</w:rubyBase></w:ruby>"),
         "Text"),
        ("<mc:AlternateContent><mc:Choice>" + run("neu") + "</mc:Choice><mc:Fallback>"
         + run("alt") + "</mc:Fallback></mc:AlternateContent>", "neu"),
        ("<mc:AlternateContent/>" + run("Text"), "Text"),
        (r("<mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>☺</w:t></mc:Fallback>"
           "</mc:AlternateContent>"), "☺"),
    ],
)  # fmt: skip
def test_the_words_are_read_as_they_are_seen(inside, words):
    assert text(inside) == words


def test_a_control_that_nobody_filled_in_says_nothing():
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Klicken Sie hier") + "</w:sdtContent></w:sdt>"
    )  # fmt: skip
    assert text(run("Text"), control) == "Text"


def field(instruction, result, *, ends=True) -> str:
    end = r('<w:fldChar w:fldCharType="end"/>') if ends else ""
    return (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(f"<w:instrText>{instruction}</w:instrText>")
        + (r('<w:fldChar w:fldCharType="separate"/>') + result if result else "")
        + end
    )


def test_of_a_field_the_result_is_seen_and_not_the_instruction():
    assert (
        text("vor ", field(" REF x ", run("Ziffer 3")), " nach") == "vor Ziffer 3 nach"
    )
    nested = field(" IF ", field(" PAGE ", run("7")))
    assert text("vor", nested, " nach") == "vor7 nach"
    hidden = field(
        f" IF </w:instrText></w:r>{field('PAGE', run('7'))}<w:r><w:instrText>", run("8")
    )
    assert text(hidden) == "8"


def test_a_field_that_never_ends_swallows_nothing():
    body = p("eins ", field(" PAGE ", "", ends=False)) + p("zwei")
    assert shown(body) == "¶eins¶zwei"
    assert text(r('<w:fldChar w:fldCharType="end"/>'), "Text") == "Text"
    assert text(r('<w:fldChar w:fldCharType="separate"/>'), "Text") == "Text"
    assert text(r("<w:instrText>x</w:instrText>"), "Text") == "Text"


def styles_of(*inside, **parts):
    found = read_motion(docx(p(*inside), **parts)).paragraphs[0]
    return [
        (found.text[one.start : one.end], one.kind, one.href) for one in found.marks
    ]


def test_bold_italic_and_links_are_kept():
    looks = (
        styled("Fett", kind="character", looks="<w:b/>")
        + styled("Doppelt", kind="character", based_on="Fett", looks="<w:i/>")
    )  # fmt: skip
    assert styles_of(
        run("eins ", "<w:b/>"), run("zwei ", '<w:b w:val="0"/>'),
        run("drei ", "<w:i/>"),
        run("vier", '<w:rStyle w:val="Fett"/>'), " ",
        run("fünf", '<w:rStyle w:val="Fett"/><w:b w:val="0"/>'), " ",
        run("sechs", '<w:rStyle w:val="Doppelt"/>'), styles=looks,
    ) == [
        ("eins ", "strong", ""), ("drei ", "emphasis", ""), ("vier", "strong", ""),
        ("sechs", ANY, ""), ("sechs", ANY, ""),
    ]  # fmt: skip


def test_only_addresses_of_the_web_and_of_mail_become_links():
    links = {
        "rId1": "https://example.org/a",
        "rId2": "javascript:alert(1)",
        "rId3": "mailto:a@b.de",
    }
    inside = [
        f'<w:hyperlink r:id="{one}">{run("Text ")}</w:hyperlink>'
        for one in (*links, "rId9")
    ]
    found = (
        styles_of(*inside, '<w:hyperlink w:anchor="x">', links=links)
        if False
        else (styles_of(*inside, links=links))
    )
    assert [href for _, _, href in found] == ["https://example.org/a", "mailto:a@b.de"]


def test_a_link_may_be_a_field():
    one = field(' HYPERLINK "https://example.org" \\o "x"', run("hier"))
    other = field(' HYPERLINK "file:///etc/passwd"', run("dort"))
    assert styles_of(one, " ", other) == [("hier", "link", "https://example.org")]


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        (run("Text", "<w:strike/>"), "Durchgestrichenes"),
        (run("Text", "<w:dstrike/>"), "Durchgestrichenes"),
        (run("Text", '<w:u w:val="single"/>'), "Unterstreichungen"),
        (run("Text", '<w:vertAlign w:val="superscript"/>'), "Hoch- und tiefgestellte"),
        (run("Text", f"<w:rPrChange {by()}/>"), "nur die Formatierung"),
        (run("Text") + r("<w:drawing><a/></w:drawing>"), "Bilder"),
        (run("Text") + r("<w:pict/>"), "Bilder"),
        (run("Text") + r("<w:object/>"), "Eingebettete"),
        (run("Text") + r('<w:sym w:char="F0FF"/>'), "Symbolschrift"),
        (run("Text ") + "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>", "Formeln"),
    ],
)
def test_what_cannot_be_kept_is_told_with_its_paragraph(inside, sentence):
    assert sentence in lost(p(inside))
    assert "(„Text" in lost(p(inside))
    assert "Text" in text(inside)


def test_what_is_switched_off_is_not_told():
    off = '<w:strike w:val="0"/><w:u w:val="none"/><w:vertAlign w:val="baseline"/>'
    assert lost(p(run("Text", off + '<w:vanish w:val="false"/>'))) == ""


def test_hidden_text_is_not_read_but_told():
    hidden = run("geheim", "<w:vanish/>")
    assert text("Text ", hidden) == "Text"
    assert "Ausgeblendeter Text" in lost(p("Text ", hidden))
    assert lost(p("Text", run(" ", "<w:vanish/>"))) == ""


def test_the_words_in_a_text_box_are_told():
    box = r(f"<w:pict><w:txbxContent>{p('Im', ' Kasten')}</w:txbxContent></w:pict>")
    assert text("Text", box) == "Text"
    assert "Textfeldern" in lost(p("Text", box))
    assert "„Im Kasten“" in lost(p("Text", box))
    both = r(
        "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
        f"{p('Kasten')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{p('Kasten')}</w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    assert text("Text", both) == "Text"
    assert lost(p("Text", both)).count("Kasten") == 1


def test_an_embedded_document_is_told():
    assert "Eingebettete" in lost(p("Text") + '<w:altChunk r:id="rId9"/>')


def test_a_footnote_stands_in_brackets_where_its_sign_was():
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(r("<w:footnoteRef/>"), " Vgl. § 5")}{p("und § 6.")}'
        "</w:footnote>"
        for n in (1, 2)
    )
    sign = r('<w:footnoteReference w:id="1"/>')
    assert text("Text", sign, " weiter", footnotes=notes) == (
        "Text [Fußnote: Vgl. § 5 und § 6.] weiter"
    )
    assert "eckigen Klammern" in lost(p("Text", sign), footnotes=notes)
    new = f"<w:ins {by()}>{sign}</w:ins>"
    assert text("Text", new, footnotes=notes) == (
        "Text{+ [Fußnote: Vgl. § 5 und § 6.]+}"
    )
    assert text("Text", r('<w:footnoteReference w:id="9"/>'), footnotes=notes) == "Text"
    end = f'<w:endnote w:id="1">{p("Ende")}</w:endnote>'
    assert text("Text", r('<w:endnoteReference w:id="1"/>'), endnotes=end) == (
        "Text [Endnote: Ende]"
    )


def sign(number) -> str:
    return r(f'<w:footnoteReference w:id="{number}"/>')


def test_notes_that_call_each_other_come_to_an_end():
    notes = "".join(
        f'<w:footnote w:id="{n}">{p("Note", sign(n + 1))}</w:footnote>'
        for n in range(2000)
    )
    many = sign(0) * 50
    assert text("Text", many, footnotes=notes) == "Text [Fußnote: Note]"


# ── Tracked changes ──


def test_changes_split_over_many_runs_are_one():
    parts = [ins(run(part)) for part in ("in", "teg", "ra", "tiv")]
    assert text("sehr ", *parts, " wirken") == "sehr {+integrativ +}wirken"


def test_a_deletion_inside_an_insertion_never_was_whoever_made_it():
    inner = (
        f"<w:ins {by('Land BY')}>{dele('weg ', author='Land NI')}{run('da ')}</w:ins>"
    )
    assert text("Text ", inner, "bleibt") == "Text {+da +}bleibt"


def moved(kind, *inside, name="move1", number="1") -> str:
    what = f"move{kind}"
    return (
        f'<w:{what}RangeStart w:id="{number}" w:author="BY" w:name="{name}"/>'
        f"<w:{what} {by()}>{''.join(map(run, inside))}</w:{what}>"
        f'<w:{what}RangeEnd w:id="{number}"/>'
    )


def test_what_was_moved_has_the_same_name_where_it_left_and_where_it_arrived():
    body = p(
        "eins ",
        moved("From", "zwei "),
        "drei ",
        moved("To", "zwei ", number="2"),
        "vier",
    )
    found = read_reading(docx(body)).reading.pieces
    names = {(one.state, one.move) for one in found if one.state is not State.KEPT}
    assert names == {(State.DELETED, "move1"), (State.INSERTED, "move1")}
    assert shown(body) == "¶eins [-zwei -]drei {+zwei +}vier"


def test_a_whole_paragraph_that_was_moved_goes_with_its_mark():
    body = (
        '<w:moveFromRangeStart w:id="1" w:name="move7"/>'
        + p(f"<w:moveFrom {by()}>{run('eins')}</w:moveFrom>", mark="moveFrom")
        + '<w:moveFromRangeEnd w:id="1"/>'
        + p("zwei")
        + '<w:moveToRangeStart w:id="2" w:name="move7"/>'
        + p(f"<w:moveTo {by()}>{run('eins')}</w:moveTo>", mark="moveTo")
        + '<w:moveToRangeEnd w:id="2"/>'
        + p("drei")
    )
    assert shown(body) == "[-¶eins-]¶zwei{+¶eins+}¶drei"
    found = read_reading(docx(body)).reading.pieces
    assert {one.move for one in found if one.state is not State.KEPT} == {"move7"}


def test_what_was_moved_without_a_name_is_deleted_and_inserted():
    body = p("eins ", f"<w:moveFrom {by()}>{run('zwei ')}</w:moveFrom>", "drei")
    assert shown(body) == "¶eins [-zwei -]drei"


def test_marks_of_paragraphs_that_were_inserted_or_deleted():
    assert shown(p("eins", mark="ins") + p(ins("neu")) + p("zwei")) == (
        "¶eins{+¶neu+}¶zwei"
    )
    assert shown(p("eins") + p(dele("weg"), mark="del") + p("zwei")) == (
        "¶eins[-¶weg-]¶zwei"
    )
    assert shown(p("eins ", mark="ins del") + p("zwei")) == "¶eins zwei"


def test_formatting_only_is_no_change_and_told_once():
    body = (
        p(
            run("Text", f"<w:b/><w:rPrChange {by()}><w:rPr/></w:rPrChange>"),
            more=f"<w:pPrChange {by()}><w:pPr/></w:pPrChange>",
        )
        * 3
    )
    assert shown(body) == "¶Text¶Text¶Text"
    assert lost(body).count("nur die Formatierung") == 1


LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_a_number_given_to_a_paragraph_is_a_change_of_its_start():
    old = f"<w:pPrChange {by()}><w:pPr/></w:pPrChange>"
    body = p("eins", num=(1, 0)) + p("zwei", num=(1, 0), more=old)
    assert shown(body, numbering=LISTS) == "¶eins[-¶-]{+¶+}zwei"
    assert lost(body, numbering=LISTS) == ""


def test_a_paragraph_inserted_before_does_not_change_the_number_behind_it():
    body = p(ins("neu"), num=(1, 0), mark="ins") + p("eins", num=(1, 0))
    found = read_reading(docx(body, numbering=LISTS)).reading.pieces
    numbers = [one.token.number for one in found if hasattr(one.token, "number")]
    assert numbers == ["1.", "1."]
    assert shown(body, numbering=LISTS) == "{+¶neu+}¶eins"


# ── Tables ──


def table(*rows) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells, change="", cell="") -> str:
    changed = f"<w:trPr><w:{change} {by()}/></w:trPr>" if change else ""
    in_cell = f"<w:tcPr><w:{cell} {by()}/></w:tcPr>" if cell else "<w:tcPr/>"
    inside = "".join(f"<w:tc>{in_cell}{one}</w:tc>" for one in cells)
    return f"<w:tr>{changed}{inside}</w:tr>"


def test_a_table_in_the_text_becomes_paragraphs_and_that_is_told():
    body = p("vor") + table(row(p("eins"), p("zwei"))) + p("nach")
    assert shown(body) == "¶vor¶eins¶zwei¶nach"
    assert "Tabelle" in lost(body)
    assert "„eins zwei“" in lost(body)


def test_changes_in_tables_are_read_and_rows_come_and_go_as_a_whole():
    body = table(
        row(p("eins ", ins("und "), "zwei", mark="del")),
        row(p("neu"), change="ins"),
        row(p("weg"), change="del"),
        row(p("Zelle"), cell="cellIns"),
        row(p("weg"), cell="cellDel"),
    ) + p("nach")
    assert shown(body) == "¶eins {+und +}zwei{+¶neu+}[-¶weg-]{+¶Zelle+}[-¶weg-]¶nach"


def test_what_is_around_paragraphs_is_walked_through():
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('eins')}</w:sdtContent></w:sdt>"
        f"<w:customXml>{p('zwei')}</w:customXml>"
        f"<w:ins {by()}>{p('drei')}</w:ins>"
        f"<mc:AlternateContent><mc:Choice>{p('vier')}</mc:Choice></mc:AlternateContent>"
        "<w:sectPr/>"
    )
    assert shown(body) == "¶eins¶zwei{+¶drei+}¶vier"


# ── Comments ──


def comment(identity, words, author="BY") -> str:
    return f'<w:comment w:id="{identity}" w:author="{author}">{p(words)}</w:comment>'


def remarks(*inside, comments) -> list[tuple[str, str, str]]:
    found = read_reading(docx(p(*inside), comments=comments)).reading
    return [
        (
            said(piece.token for piece in found.pieces[one.start : one.end]),
            one.text,
            one.author,
        )
        for one in found.remarks
    ]


def around(*inside, number=1, reference=True) -> str:
    sign = r(f'<w:commentReference w:id="{number}"/>') if reference else ""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{"".join(map(run, inside))}'
        f'<w:commentRangeEnd w:id="{number}"/>{sign}'
    )


def test_a_comment_stands_on_the_words_that_it_is_about():
    found = remarks(
        "Der Bund ", around("wird gebeten", number=1), " zu zahlen",
        around(".", number=2, reference=False),
        comments=comment(1, "Warum?") + comment(2, "Gut.", "NI"),
    )  # fmt: skip
    assert found == [("wird gebeten", "Warum?", "BY"), (".", "Gut.", "NI")]


def test_a_comment_on_a_change_covers_what_was_deleted_and_inserted():
    found = remarks(
        "Der ", around(dele("Bund"), ins("Staat")), " zahlt", comments=comment(1, "So.")
    )
    assert found == [("BundStaat", "So.", "BY")]


def test_a_comment_without_a_range_stands_where_its_sign_is():
    sign = r('<w:commentReference w:id="1"/>')
    assert remarks("Der Bund", sign, " zahlt", comments=comment(1, "x")) == [
        ("Bund", "x", "BY")
    ]
    assert remarks("1. Der Bund", sign, " zahlt", comments=comment(1, "x")) == [
        ("Bund", "x", "BY")
    ]


def test_a_comment_that_is_nowhere_or_has_no_text_part_does_no_harm():
    assert remarks("Text", around("x", number=9), comments=comment(1, "x")) == []
    body = p("Text", around("x", number=9), '<w:commentRangeEnd w:id="9"/>')
    assert shown(body) == "¶Textx"


def test_a_motion_tells_that_comments_and_changes_are_not_taken_over():
    data = docx(p(around("Der "), ins("Bund"), dele("Staat")), comments=comment(1, "x"))
    found = read_motion(data)
    assert [one.text for one in found.paragraphs] == ["Der Bund"]
    told = " ".join(one.de for one in found.lost)
    assert "alle angenommen sind" in told
    assert "Kommentare" in told


def test_fields_that_begin_without_end_are_forgotten():
    many = (field(" REF x ", run("a"), ends=False)) * 200
    assert text(many) == "a" * 200


def test_a_field_inside_a_link_is_a_link():
    inner = field(" REF x ", run("hier"))
    assert styles_of(field(' HYPERLINK "https://example.org"', inner)) == [
        ("hier", "link", "https://example.org")
    ]


def test_of_a_table_in_a_table_one_is_told():
    inner = table(row(p("innen")))
    body = table(row(p("außen") + inner))
    assert shown(body) == "¶außen¶innen"
    assert lost(body).count("„") == 1


def test_styles_of_paragraphs_that_are_joined_are_counted_together():
    one = p(*[run("a ", "<w:b/>"), run("b ", "<w:i/>")] * 400, mark="del")
    found = read_motion(docx(one * 3))
    assert len(found.paragraphs) == 1
    assert len(found.paragraphs[0].marks) < 1000
