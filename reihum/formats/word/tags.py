"""Which of Word's elements mean what, while its text is walked through."""

from reihum.formats.word.names import w

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
P, R, TBL, TR, TC = map(w, ("p", "r", "tbl", "tr", "tc"))
PPR, RPR = w("pPr"), w("rPr")
INS, DEL, MOVE_FROM, MOVE_TO = map(w, ("ins", "del", "moveFrom", "moveTo"))
CHANGES = {INS: INS, DEL: DEL, MOVE_FROM: MOVE_FROM, MOVE_TO: MOVE_TO}
RANGE_STARTS = {
    w("moveFromRangeStart"): MOVE_FROM, w("moveToRangeStart"): MOVE_TO,
}  # fmt: skip
RANGE_ENDS = {w("moveFromRangeEnd"): MOVE_FROM, w("moveToRangeEnd"): MOVE_TO}
COMMENT_START, COMMENT_END = w("commentRangeStart"), w("commentRangeEnd")
COMMENT = w("commentReference")
SDT, SDT_CONTENT = w("sdt"), w("sdtContent")
HYPERLINK = w("hyperlink")
ALTERNATE, FALLBACK = f"{MC}AlternateContent", f"{MC}Fallback"
FORMULA = f"{MATH}oMath"
NOTES = {
    w("footnoteReference"): ("footnotes", "Fußnote"),
    w("endnoteReference"): ("endnotes", "Endnote"),
}
TEXTS = frozenset((w("t"), w("delText")))
SPACES = frozenset(map(w, ("tab", "br", "cr", "ptab")))
NO_BREAK_HYPHEN, SYMBOL = w("noBreakHyphen"), w("sym")
FIELD, INSTRUCTION = w("fldChar"), w("instrText")
PICTURES = frozenset(map(w, ("drawing", "pict")))
OBJECT, EMBEDDED_TEXT = w("object"), w("altChunk")
TEXT_BOX = w("txbxContent")
RUBY, RUBY_BASE = w("ruby"), w("rubyBase")
# What says something about a text, but holds none.
SILENT = frozenset(
    map(w, ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr",
            "sdtEndPr", "customXmlPr", "smartTagPr", "fldData", "tblPrEx"))
)  # fmt: skip
