"""A strict reader of Word files: what Word itself would refuse, or mend in silence.

The orders are those of the schema (ECMA-376, transitional): Word calls a file damaged
whose elements stand in another one.
"""

import zipfile
from collections import Counter
from io import BytesIO
from posixpath import dirname, join, normpath

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
    "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
    "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RPR = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike "
    "outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w "
    "kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
ORDERS = {
    name: order.split()
    for name, order in {
        "pPr": _PPR,
        "rPr": _RPR,
        "numPr": "ilvl numId",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": (
            "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy "
            "lvlJc pPr rPr"
        ),
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "style": (
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
            "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid "
            "pPr rPr tblPr trPr tcPr tblStylePr"
        ),
        "styles": "docDefaults latentStyles style",
        "sectPr": (
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar "
            "paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote "
            "titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
        ),
        "settings": (
            "writeProtection view zoom removePersonalInformation removeDateAndTime "
            "doNotDisplayPageBoundaries mirrorMargins proofState attachedTemplate "
            "linkStyles revisionView trackRevisions doNotTrackMoves "
            "doNotTrackFormatting documentProtection defaultTabStop autoHyphenation "
            "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
            "evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat "
            "rsids mathPr themeFontLang clrSchemeMapping shapeDefaults "
            "decimalSymbol listSeparator"
        ),
        "p": "pPr *",
        "r": "rPr *",
        "pBdr": "top left bottom right between bar",
        "body": "* sectPr",
    }.items()
}
_INLINE = {
    f"{W}{name}"
    for name in (
        "r", "hyperlink", "fldSimple", "ins", "del", "moveFrom", "moveTo",
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr", "pPr",
    )
}  # fmt: skip
_NUMBERED = {
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "bookmarkStart",
                 "moveFromRangeStart", "moveToRangeStart")
}  # fmt: skip
_LONGEST_BOOKMARK = 40


def check_package(data: bytes) -> dict[str, etree._Element]:
    """Assert that the parts fit together, and return them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert names[0] == "[Content_Types].xml"
        parts = {
            name: etree.fromstring(archive.read(name))
            for name in names
            if name.endswith((".xml", ".rels"))
        }
    _check_types(parts, names)
    for name, root in parts.items():
        if name.endswith(".rels"):
            _check_relations(name, root, names)
    return parts


def check(data: bytes) -> dict[str, etree._Element]:
    """Assert that Word would open a file without a word, and return its parts."""
    parts = check_package(data)
    for root in parts.values():
        if root.tag.startswith(W):
            for element in root.iter(etree.Element):
                _check_order(element)
    _check_document(parts)
    return parts


def _check_types(parts, names):
    """Each part has a type, and each type a part."""
    types = parts["[Content_Types].xml"]
    defaults = {one.get("Extension") for one in types if one.get("Extension")}
    overrides = [one.get("PartName") for one in types if one.get("PartName")]
    assert len(overrides) == len(set(overrides))
    assert {name.lstrip("/") for name in overrides} <= set(names)
    assert all(name.rpartition(".")[2] in defaults for name in names)


def _check_relations(name, root, names):
    ids = [one.get("Id") for one in root]
    assert len(ids) == len(set(ids)), name
    kinds = [one.get("Type").rpartition("/")[2] for one in root]
    assert kinds.count("core-properties") <= 1, "Word takes but one"
    folder = dirname(dirname(name))
    for one in root:
        if one.get("TargetMode") != "External":
            target = normpath(join("/", folder, one.get("Target"))).lstrip("/")
            assert target in names, target


def _check_order(element):
    """The children stand in the order of the schema; what may be once is once."""
    order = ORDERS.get(etree.QName(element).localname)
    if order is None:
        return
    children = [etree.QName(one).localname for one in element]
    places = [order.index(one if one in order else "*") for one in children]
    assert places == sorted(places), (element.tag, children)
    often = {"lvl", "abstractNum", "num", "style", "lvlOverride", "headerReference",
             "footerReference", "*"}  # fmt: skip
    once = Counter(one for one in children if one in order and one not in often)
    assert not once or max(once.values()) == 1, (element.tag, children)


def _check_document(parts):
    document = parts["word/document.xml"]
    for paragraph in document.iter(f"{W}p"):
        assert {one.tag for one in paragraph} <= _INLINE
    _check_changes(document)
    _check_comments(document, parts.get("word/comments.xml"))
    _check_styles(parts)
    _check_lists(parts)
    related = {one.get("Id") for one in parts.get("word/_rels/document.xml.rels", ())}
    used = {one.get(f"{R}id") for one in document.iter() if one.get(f"{R}id")}
    assert used <= related


def _check_changes(document):
    numbered = [one.get(f"{W}id") for one in document.iter(*_NUMBERED)]
    assert len(numbered) == len(set(numbered))
    marks = [one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")]
    assert len(marks) == len({mark.lower() for mark in marks})
    assert all(len(mark) <= _LONGEST_BOOKMARK for mark in marks)
    for one in document.iter(f"{W}ins", f"{W}del"):
        assert one.get(f"{W}author")
        assert one.get(f"{W}date", "").endswith("Z")
    for one in document.iter(f"{W}del", f"{W}moveFrom"):
        assert next(one.iter(f"{W}t", f"{W}ins"), None) is None, "never one in another"
    for one in document.iter(f"{W}delText"):
        assert next(one.iterancestors(f"{W}del"), None) is not None
    for one in document.iter(f"{W}t", f"{W}delText"):
        assert one.text, "a run says something"


def _check_comments(document, comments):
    """Each comment begins, ends and is referred to once; there is no empty part."""
    ids = []
    if comments is not None:
        ids = [one.get(f"{W}id") for one in comments]
        assert ids
        assert all(one.findall(f"{W}p") for one in comments)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [one.get(f"{W}id") for one in document.iter(f"{W}{name}")]
        assert sorted(found) == sorted(ids), name


def _check_styles(parts):
    styles = [
        one.get(f"{W}styleId") for one in parts["word/styles.xml"].iter(f"{W}style")
    ]
    assert len(styles) == len(set(styles))
    names = [one.get(f"{W}val") for one in parts["word/styles.xml"].iter(f"{W}name")]
    assert len(names) == len(set(names))
    for root in parts.values():
        for kind in ("pStyle", "rStyle", "basedOn", "next"):
            used = {one.get(f"{W}val") for one in root.iter(f"{W}{kind}")}
            assert used <= set(styles), used


def _check_lists(parts):
    root = parts.get("word/numbering.xml", ())
    abstract = [one.get(f"{W}abstractNumId") for one in root
                if one.tag == f"{W}abstractNum"]  # fmt: skip
    nums = [one.get(f"{W}numId") for one in root if one.tag == f"{W}num"]
    assert len(abstract) == len(set(abstract))
    assert len(nums) == len(set(nums))
    assert "0" not in nums, "0 means: in no list"
    for one in root:
        if one.tag == f"{W}num":
            assert one.find(f"{W}abstractNumId").get(f"{W}val") in abstract
    used = {one.get(f"{W}val") for one in parts["word/document.xml"].iter(f"{W}numId")}
    assert used <= set(nums)
