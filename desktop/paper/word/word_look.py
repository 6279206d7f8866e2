"""How a document for Word looks: its styles, its paper, and what stands in its head and foot.

`word` asks it once for a document and once for each sheet.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Emu, Mm, Pt, RGBColor

from desktop.paper.content.blocks import Run, Sheet
from desktop.paper.content.printable_text import one_line
from desktop.paper.typst.payload import head_limit, language, sheet_direction
from desktop.paper.word.word_text import COMPLEX, Element, element, field, run_elements

PAPERS: Final = {
    "a4": (Mm(210), Mm(297)),
    "us-letter": (Mm(215.9), Mm(279.4)),
    "a3": (Mm(297), Mm(420)),
}
SIDE: Final = Cm(2.4)
LATIN: Final = "Cambria"
EAST: Final = "SimSun"
MARKING: Final = "Marking"
_INK, _MUTED = RGBColor(0x11, 0x11, 0x11), RGBColor(0x59, 0x59, 0x59)
_WARNING = RGBColor(0xB5, 0x47, 0x0F)

STYLES: Final[dict[str, dict[str, Any]]] = {
    "Normal": {"size": 10.5, "after": 5, "line": 1.12},
    "Heading 1": {"size": 20, "bold": True, "after": 3},
    "Heading 2": {"size": 10.5, "bold": True, "muted": True, "caps": True, "before": 14, "after": 5,
                  "ruled": True},
    "Heading 3": {"size": 10.5, "bold": True, "before": 9, "after": 4},
    "Subtitle": {"size": 12, "after": 4},
    "List Bullet": {"after": 2},
    "Quote": {"italic": True, "after": 5},
    "Native Name": {"base": "Normal", "size": 18, "after": 4},
    "Label": {"base": "Normal", "muted": True, "after": 3},
    "Cell": {"base": "Normal", "after": 3},
    "Table Cell": {"base": "Normal", "size": 9, "after": 2},
    "Aside": {"base": "Normal", "size": 9, "muted": True, "after": 3},
    "Source": {"base": "Normal", "size": 8.5, "after": 3},
    "Contents Entry": {"base": "Normal", "after": 4},
    "Gap": {"base": "Normal", "size": 3, "line": 1.0},
    "Header": {"size": 8.5, "muted": True, "after": 0},
    "Footer": {"size": 8.5, "muted": True, "after": 0},
}  # fmt: skip
"""The styles that officers find in Word and may change; sizes and distances are points."""

_SETTINGS_ORDER = ("w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr")


def new_document(sheets: list[Sheet]) -> Any:
    """Return a document without a page, with styles, title, author and language."""
    document = Document()
    tag = "-".join(filter(None, language(sheets[0].language)))
    for name, look in STYLES.items():
        _set_style(document, name, look)
    marking = document.styles.add_style(MARKING, WD_STYLE_TYPE.CHARACTER).font
    marking.bold, marking.color.rgb = True, _WARNING
    _set_language(document, tag)
    about = document.core_properties
    about.title = one_line(sheets[0].title, 200) or sheets[0].words.untitled
    about.author = one_line(sheets[0].desk, 200)
    about.keywords = one_line("; ".join(sheet.title for sheet in sheets[1:40]), 250)
    about.language = tag
    about.comments = ""
    about.last_modified_by = about.author
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    return document


def _set_style(document: Any, name: str, look: dict[str, Any]) -> None:
    styles = document.styles
    if "base" in look:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.quick_style = styles[look["base"]], True
    else:
        style = styles[name]
    font, spacing = style.font, style.paragraph_format
    font.bold, font.italic = look.get("bold", False), look.get("italic", False)
    font.color.rgb = _MUTED if look.get("muted") else _INK
    font.small_caps = look.get("caps", False)
    size = look.get("size", 10.5)
    font.size = Pt(size)
    spacing.space_before, spacing.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 0))
    spacing.line_spacing = look.get("line", 1.12)
    spacing.tab_stops.clear_all()
    spacing.keep_with_next = name.startswith("Heading")
    _set_fonts(style.element.get_or_add_rPr(), size)
    if look.get("ruled"):
        _rule(style.element.get_or_add_pPr())


def _set_fonts(properties: Element, size: float) -> None:
    """Set the same face for every script that has one; the theme's faces give way."""
    for old in properties.findall(element("w:rFonts").tag):
        properties.remove(old)
    for old in properties.findall(element("w:spacing").tag):
        properties.remove(old)
    faces = element("w:rFonts", ascii=LATIN, hAnsi=LATIN, cs=COMPLEX, eastAsia=EAST)
    properties.insert(0, faces)
    after = properties.find(element("w:sz").tag)
    for old in properties.findall(element("w:szCs").tag):
        properties.remove(old)
    after.addnext(element("w:szCs", val=str(round(size * 2))))


def _rule(settings: Element) -> None:
    """Draw a hairline under a heading."""
    line = element("w:bottom", val="single", sz="4", space="2", color="B8B8B8")
    before = [settings.find(element(tag).tag) for tag in _SETTINGS_ORDER]
    place = max((settings.index(each) + 1 for each in before if each is not None), default=0)
    settings.insert(place, element("w:pBdr", line))


def _set_language(document: Any, tag: str) -> None:
    """Set the language of every run that names none."""
    for lang in document.styles.element.iter(element("w:lang").tag):
        lang.getparent().replace(lang, element("w:lang", val=tag, eastAsia="zh-CN", bidi="ar-SA"))


def set_section(document: Any, sheet: Sheet, number: int, paper: str) -> Any:
    """Return the section of a sheet, with its paper, its head and its foot."""
    fresh = number == 0
    section = document.sections[0] if fresh else document.add_section(WD_SECTION.NEW_PAGE)
    width, height = PAPERS[sheet.size or paper]
    if sheet.is_wide:
        width, height = height, width
    section.page_width, section.page_height = Emu(width), Emu(height)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.is_wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = SIDE
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.4)
    section.header_distance = section.footer_distance = Cm(1.2)
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
    room = section.page_width - 2 * SIDE
    _edge(section.header, sheet, room, sheet.desk, [*_words(sheet.as_of)])
    _edge(section.footer, sheet, room, sheet.printed, [*_page_of(sheet)])
    if sheet_direction(sheet) == "rtl":
        _turn(section._sectPr)
    return section


def _turn(settings: Element) -> None:
    """Make a section whose columns and gutters run from the right (17.6.1)."""
    grid = settings.find(element("w:docGrid").tag)
    if grid is None:
        settings.append(element("w:bidi"))
    else:
        grid.addprevious(element("w:bidi"))


def _words(text: str, style: str = "") -> list[Element]:
    return [*run_elements(Run(one_line(text, head_limit)), style)]


def _page_of(sheet: Sheet) -> list[Element]:
    """Return page x of y, both worked out by Word."""
    words = sheet.words
    return [
        *run_elements(Run(f"{words.page} ")),
        *field("PAGE", "1"),
        *run_elements(Run(f" {words.of} ")),
        *field("NUMPAGES", "1"),
    ]


def _edge(part: Any, sheet: Sheet, width: int, left: str, right: list[Element]) -> None:
    """Make the head or the foot: something at each side, the marking in the middle."""
    line = part.paragraphs[0]._p
    settings = line.get_or_add_pPr()
    twips = round(width / 635)
    middle = _words(sheet.marking, "" if sheet.is_open else MARKING)
    stops = [("right", twips)]
    if middle:
        stops.insert(0, ("center", twips // 2))
        middle.append(element("w:r", element("w:tab")))
    settings.append(
        element("w:tabs", *(element("w:tab", val=how, pos=str(at)) for how, at in stops))
    )
    if sheet_direction(sheet) == "rtl":
        settings.append(element("w:bidi"))
    line.extend([*_words(left), element("w:r", element("w:tab")), *middle])
    line.extend(right)
