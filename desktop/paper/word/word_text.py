"""Lines as runs of Word: stretches of one direction, notes that lead somewhere, no stray character.

`word` asks it for every paragraph. Word sets a run from the right only where the run says so, so a
line in mixed directions is cut where its direction turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from unicodedata import bidirectional

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop.paper.content.blocks import Line, Run, direction_of, line_direction, plain, runs
from desktop.paper.content.isolates import direction_mark, has_direction
from desktop.paper.content.printable_text import printable

Element = Any
"""An element of lxml, which ships without types."""

NASTALIQ: Final = "Noto Nastaliq Urdu"
COMPLEX: Final = "Times New Roman"
_STRONG: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_FOLLOWING: Final = ("NSM", "AN")  # marks on a letter and Arabic digits stay with what they follow


def element(tag: str, *children: Element, **values: str) -> Element:
    """Return an element of WordprocessingML (ISO/IEC 29500-1); the values are its attributes.

    >>> element("w:jc", val="end").tag.endswith("}jc")
    True
    """
    new = OxmlElement(tag)
    for name, value in values.items():
        new.set(qn(f"w:{name}"), value)
    new.extend(children)
    return new


def stretches(text: str, base: str = "ltr") -> Iterator[tuple[str, str]]:
    """Yield a text cut where its direction turns; what stands between two directions has the base's
    (Unicode Annex 9, rule N2).

    >>> list(stretches("Dar (اسحاق ڈار) met"))
    [('ltr', 'Dar ('), ('rtl', 'اسحاق ڈار'), ('ltr', ') met')]
    >>> list(stretches("(اسحاق)", "rtl")), list(stretches("1947")), list(stretches(""))
    ([('rtl', '(اسحاق)')], [('ltr', '1947')], [])
    """
    way, start, end = base, 0, 0  # `end` is behind the last letter that runs in the present way
    for at, letter in enumerate(text if not text.isascii() or base == "rtl" else ""):
        kind = bidirectional(letter)
        strong = _STRONG.get(kind, "")
        if strong and strong != way:
            cut = end if strong == base else at
            if cut > start:
                yield way, text[start:cut]
            way, start = strong, cut
        if strong or kind in _FOLLOWING:
            end = at + 1
    if way != base and end < len(text):
        yield way, text[start:end]
        way, start = base, end
    if start < len(text):
        yield way, text[start:]


def _properties(run: Run, way: str, style: str) -> Element:
    """Return the properties of a run, in the order that the schema asks (17.3.2.28)."""
    properties = element("w:rPr")
    if style:
        properties.append(element("w:rStyle", val=style))
    if way == "rtl":
        font = NASTALIQ if run.language.partition("-")[0] in ("ur", "ks") else COMPLEX
        properties.append(element("w:rFonts", cs=font))
    for tag, wanted in (("b", run.bold), ("i", run.italic)):
        if wanted:
            properties.extend((element(f"w:{tag}"), element(f"w:{tag}Cs")))
    if way == "rtl":
        properties.append(element("w:rtl"))
    if run.language:
        properties.append(element("w:lang", **{"bidi" if way == "rtl" else "val": run.language}))
    return properties


def _text(text: str) -> Iterator[Element]:
    """Yield the text of a run with its line ends."""
    for number, part in enumerate(text.split("\n")):
        if number:
            yield element("w:br")
        if part:
            text_element = element("w:t")
            text_element.text = part
            text_element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield text_element


def run_elements(run: Run, style: str = "", base: str = "ltr") -> Iterator[Element]:
    """Yield a run as one or several of Word's, each in one direction.

    A text that runs against the line and is broken by words of the line's direction is held
    together (17.3.2.8), or its parts would stand in the line's order.
    """
    text = printable(run.text, endless=True)
    own = way_of(run, base)
    cut = stretches(text, own) if run.direction == "auto" else [(own, text)]
    elements = [
        element("w:r", _properties(run, way, style), *_text(part)) for way, part in cut if part
    ]
    if own != base and len(elements) > 1:
        yield element("w:dir", *elements, val=own)
    else:
        yield from elements


def way_of(run: Run, base: str) -> str:
    """Return the direction of a run: its first letter's, or the line's where it has none."""
    if run.direction != "auto":
        return run.direction
    return direction_of(run.text) if has_direction(run.text) else base


def _is_apart(run: Run, after: Sequence[Run]) -> bool:
    """Say whether a note, a number or a separator stands right after a run."""
    if run.note is not None:
        return True
    follows = next((each for each in after if each.text or each.note is not None), None)
    return follows is not None and not has_direction(follows.text[:1])


def mark_element(note: int, name: str) -> Element:
    """Return the raised number of an endnote, leading to the bookmark so named."""
    text = element("w:t")
    text.text = str(note)
    raised = element("w:rPr", element("w:vertAlign", val="superscript"))
    mark = element("w:r", raised, text)
    return element("w:hyperlink", mark, anchor=name) if name else mark


def field(code: str, shown_text: str = "") -> Iterator[Element]:
    """Yield a field that Word works out by itself, with what stands there until it has
    (17.16.2).
    """
    instruction = element("w:instrText")
    instruction.text = code
    result = element("w:t")
    result.text = shown_text
    yield element("w:r", element("w:fldChar", fldCharType="begin", dirty="true"))
    yield element("w:r", instruction)
    yield element("w:r", element("w:fldChar", fldCharType="separate"))
    yield element("w:r", result)
    yield element("w:r", element("w:fldChar", fldCharType="end"))


def bookmark_elements(name: str, number: int, *inside: Element) -> Iterator[Element]:
    """Yield elements that a link can lead to; `number` is the document's own for the bookmark."""
    yield element("w:bookmarkStart", id=str(number), name=name)
    yield from inside
    yield element("w:bookmarkEnd", id=str(number))


def floating(inline: Element, side: str) -> Element:
    """Return a picture that stood in the line, at a side of the page within the text (20.4.2.3)."""
    zeros = dict.fromkeys(("distT", "distB", "simplePos", "behindDoc", "locked"), "0")
    flags = {"distL": "180000", "distR": "180000", "relativeHeight": "1", "layoutInCell": "1"}
    anchor = OxmlElement("wp:anchor", attrs={**zeros, **flags, "allowOverlap": "1"})
    anchor.append(OxmlElement("wp:simplePos", attrs={"x": "0", "y": "0"}))
    for tag, by, how, where in (
        ("wp:positionH", "margin", "wp:align", side),
        ("wp:positionV", "paragraph", "wp:posOffset", "0"),
    ):
        place = OxmlElement(tag, attrs={"relativeFrom": by})
        at = OxmlElement(how)
        at.text = where
        place.append(at)
        anchor.append(place)
    anchor.append(inline.extent)
    anchor.append(OxmlElement("wp:wrapSquare", attrs={"wrapText": "bothSides"}))
    anchor.append(inline.docPr)
    anchor.append(OxmlElement("wp:cNvGraphicFramePr"))
    anchor.append(inline.graphic)
    return anchor


def paragraph(
    line: Line,
    style: str = "",
    *,
    sheet: str = "ltr",
    in_sheet_way: bool = False,
    notes: str = "",
) -> Element:
    """Return a paragraph in the direction of its text; `in_sheet_way` sets it in the sheet's.

    `notes` is what the bookmarks of this sheet's endnotes begin with, empty where it has none.
    """
    way = sheet if in_sheet_way or not has_direction(plain(line)) else line_direction(line)
    settings = element("w:pPr")
    if style:
        settings.append(element("w:pStyle", val=style))
    if way == "rtl":
        settings.append(element("w:bidi"))
    para = element("w:p", settings)
    line_runs = runs(line)
    for at, run in enumerate(line_runs):
        para.extend(run_elements(run, base=way))
        if run.text and way_of(run, way) != way and _is_apart(run, line_runs[at + 1 :]):
            # What follows would else be taken to the direction of this text.
            para.append(element("w:r", *_text(direction_mark(way))))
        if run.note is not None:
            para.append(mark_element(run.note, f"{notes}{run.note}" if notes else ""))
    return para
