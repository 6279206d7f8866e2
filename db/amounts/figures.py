"""A number in figures with its grouping: by comma, point, blank or apostrophe, Indian or by threes.

`amount_phrases` and the import ask it. Whether `1.234` is a thousand or one and a quarter only the
language of the text can say; where that is not known, it is refused with both readings.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from db.errors import Refused

#: A number in figures within a text; blanks part only groups of three.
FIGURES: Final = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,'’٬]*\d|\d"
)
_BLANKS: Final = re.compile(r"[ \u00a0\u202f\u2009'’٬]")
_BY_THREES: Final = r"\d{{1,3}}(?:{mark}\d{{3}})+"
_INDIAN: Final = r"\d{{1,2}}(?:{mark}\d{{2}})+{mark}\d{{3}}"
MAX_DIGITS: Final = 30  # more are no sum of money


def read_figures(text: str, point: str = "") -> Decimal:
    """Return the number that figures mean; `point` is the mark before decimals where the language
    of the text is known, '.' or ','. Raises Refused, with both readings where there are two.

    >>> read_figures("3,00,00,000"), read_figures("1.234.567,8"), read_figures("500 000")
    (Decimal('30000000'), Decimal('1234567.8'), Decimal('500000'))
    >>> read_figures("1.234", "."), read_figures("1.234", ",")
    (Decimal('1.234'), Decimal('1234'))
    """
    plain = _BLANKS.sub("", to_ascii(text.strip()))
    if sum(map(str.isdigit, plain)) > MAX_DIGITS:
        raise Refused(f"“{text}” has too many figures for a sum.")
    found = _read_by(plain, ".", point), _read_by(plain, ",", point)
    readings = list(dict.fromkeys(each for each in found if each is not None))
    if not readings:
        raise Refused(f"“{text}” is not a number; write it in figures, as in 500000000.")
    if len(readings) > 1:
        raise Refused(_both_readings(text, *readings))
    return readings[0]


def shown_point(text: str) -> str:
    """Return the mark before decimals with which alone the figures of a text can be read, '' where
    there are none or either will do.

    >>> shown_point("EUR 12.50"), shown_point("1.234.567"), shown_point("1.234"), shown_point("7")
    ('.', ',', '', '')
    """
    found = FIGURES.search(to_ascii(text))
    plain = _BLANKS.sub("", found.group()) if found else ""
    points = [point for point in ".," if _read_by(plain, point, "") is not None]
    return points[0] if len(points) == 1 else ""


def _both_readings(text: str, one: Decimal, other: Decimal) -> str:
    whole, part = max(one, other), min(one, other)
    return (
        f"“{text}” may be {whole} or {part}, as the comma or the point is meant;"
        f" write {whole}, or {part}0."
    )


def to_ascii(text: str) -> str:
    """Return a text with the figures of any script as 0 to 9.

    >>> to_ascii("۵۰۰")
    '500'
    """
    return "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() and not each.isascii() else each
        for each in text
    )


def _read_by(plain: str, point: str, known: str) -> Decimal | None:
    """Return a number as one reads it whose decimals follow `point`; None if they cannot be."""
    if known and known != point and ("." in plain) != ("," in plain) and _could_be_either(plain):
        return None
    mark = "," if point == "." else "."
    whole, has_point, decimals = plain.partition(point)
    if has_point and not decimals.isdigit():
        return None
    if mark in whole:
        grouped = (shape.format(mark=re.escape(mark)) for shape in (_BY_THREES, _INDIAN))
        if whole.startswith("0") or not any(re.fullmatch(each, whole) for each in grouped):
            return None
        whole = whole.replace(mark, "")
    if not whole.isdigit():
        return None
    return Decimal(f"{whole}.{decimals}" if has_point else whole)


def _could_be_either(plain: str) -> bool:
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain) is not None
