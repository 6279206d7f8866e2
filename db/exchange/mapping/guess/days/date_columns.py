"""Dates that a table keeps in columns of their own for year, month and day: `styear,stmonth,stday`.

`mapping_guess` asks before it gives columns to targets; `date_parts` puts each row's date together.
"""

from __future__ import annotations

from collections import defaultdict

from db.exchange.mapping.guess.headings import fold
from db.exchange.mapping.guess.shapes import FileColumn

_YEAR, _MONTH, _DAY = "year", "month", "day"
_UNITS = {
    _YEAR: """year|yr|yyyy|annee|ano|jahr|anno|jaar|rok|год|рік|ετος|yil|yili|سنة|السنة|عام|سال|年
        |年份|연도|년|år|ev|an|anul|godina""",
    _MONTH: """month|mon|mo|mm|mois|mes|monat|mese|maand|miesiac|mesic|месяц|місяць|μηνας|ay|ayi
        |شهر|الشهر|ماه|مہینہ|月|月份|월|manad|maned|honap|luna|mjesec""",
    _DAY: """day|dy|dd|jour|dia|tag|giorno|dag|dzien|den|день|ημερα|gun|gunu|يوم|اليوم|روز|دن|日|일
        |nap|ziua|dan""",
}
_UNIT_OF = {
    fold(word): unit
    for unit, words in _UNITS.items()
    for word in words.replace("\n", "").split("|")
}
_GLUED = ("year", "month", "day")  # behind a short form of what they are of: `styear`
_SHORT = {"st": "start", "beg": "begin", "sig": "signature", "eif": "entry into force",
          "b": "birth", "d": "death", "en": "end"}  # fmt: skip
_GLUED_TO = {*_SHORT, "start", "begin", "end", "birth", "death", "sign"}
_GLUED_YEARS = ("年", "년", "年份", "년도", "年度", "jahr")
_SMALL = frozenset(("of", "de", "du", "des", "di", "da", "do", "der", "van", "the", "le", "la"))
_MIN_SHARE = 0.9  # of the values
_UNKNOWN = -9  # as some data sets write a month that is not known


def join_dates(columns: list[FileColumn]) -> list[FileColumn]:
    """Return the columns with one in the place of each year, month and day that belong together.

    >>> parts = [FileColumn(each, 1, values={text: None})
    ...          for each, text in (("birth_year", "1961"), ("birth_month", "5"))]
    >>> [(column.heading, column.template) for column in join_dates(parts)]
    [('birth', '{birth_year}-{birth_month}')]
    """
    groups: dict[str, dict[str, FileColumn]] = defaultdict(dict)
    for column in columns:
        unit, base = _unit_of(column.heading)
        if unit and _holds(column, unit):
            groups[base].setdefault(unit, column)
    joined = list(columns)
    for base, parts in groups.items():
        if not {_YEAR, _MONTH} <= set(parts):
            continue
        some = [parts[unit] for unit in (_YEAR, _MONTH, _DAY) if unit in parts]
        joined[joined.index(some[0])] = _join(base or "date", some)
        for part in some[1:]:
            joined.remove(part)
    return joined


def is_of_years(heading: str) -> bool:
    """Say whether a heading has a word for a year, in whatever language.

    >>> is_of_years("Year started"), is_of_years("開設年"), is_of_years("Yearning")
    (True, True, False)
    """
    return _unit_of(heading)[0] == _YEAR or heading.strip().endswith(_GLUED_YEARS)


def _join(heading: str, parts: list[FileColumn]) -> FileColumn:
    year = parts[0]
    column = FileColumn(heading, year.filled, year.blank, unique=False, values=dict(year.values))
    column.template = "-".join(f"{{{each.heading}}}" for each in parts)
    column.shares.update({"date": 1.0, "full date": 1.0})
    return column


def _unit_of(heading: str) -> tuple[str, str]:
    """Return which part of a date a heading names, "" for none, and of what date.

    >>> _unit_of("StartMonth1"), _unit_of("styear"), _unit_of("Mes de la firma"), _unit_of("Monday")
    (('month', 'start 1'), ('year', 'start'), ('month', 'firma'), ('', ''))
    """
    words = fold(heading).split()
    for place, word in enumerate(words):
        unit = _UNIT_OF.get(word, "")
        before = ""
        for glued in _GLUED:
            if not unit and word.endswith(glued) and word.removesuffix(glued) in _GLUED_TO:
                unit, before = glued, word.removesuffix(glued)
        if unit:
            rest = [*words[:place], *([before] if before else []), *words[place + 1 :]]
            return unit, " ".join(_SHORT.get(each, each) for each in rest if each not in _SMALL)
    return "", ""


def _holds(column: FileColumn, unit: str) -> bool:
    """Say whether a column has such numbers, of months also names."""
    if not column.values:
        return unit == _DAY
    fitting = sum(_fits(text, unit) for text in column.values)
    return fitting >= _MIN_SHARE * len(column.values)


def _fits(text: str, unit: str) -> bool:
    plain = text.removesuffix(".0")
    if unit == _MONTH and plain[:1].isalpha():
        return len(plain) <= 12
    if not plain.lstrip("-").isdigit():
        return False
    number = int(plain[:6])
    if unit == _YEAR:
        return 100 <= number <= 2400 or number in (_UNKNOWN, 0)
    return number in (_UNKNOWN, 0, 99) or 1 <= number <= (12 if unit == _MONTH else 31)
