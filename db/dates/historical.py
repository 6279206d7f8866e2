"""HistoricalDate: what an officer wrote of a date, its EDTF, and the first and last day it may be.

Every record, import and form asks it; it reads no files and knows no clock. The rules for reading
and telling are loaded when a date is first read or told: lists and pages do without most of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.dates.days import DateSpan, is_leap, iso_day

_MONTH_LENGTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as precise as it is known.

    `edtf` is canonical; `first` and `last` are the first and last possible day in the proleptic
    Gregorian calendar, as texts that sort (`db.dates.days`), None where open; `words` are the officer's own where they say more.

    >>> HistoricalDate.parse("late July 2025")
    HistoricalDate(edtf='[2025-07-21..2025-07-31]', first='2025-07-21', last='2025-07-31', words='late July 2025')
    >>> HistoricalDate.parse("since 2019").edtf
    '2019/..'
    """  # noqa: E501

    edtf: str
    first: str | None
    last: str | None
    words: str = ""

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        day_first: bool | None = None,
        published: date | None = None,
        languages: frozenset[str] = frozenset(),
    ) -> HistoricalDate:
        """Read a date in EDTF or in words; raise Refused in one sentence.

        `day_first` settles 03/04/2025, `published` settles "yesterday" and "in August", and
        `languages` settle "21 listopada", which is in November in Polish and in October in
        Croatian. Words that hang on one of them are not kept: later they would say something else.
        """
        if is_plain_day(text):
            return cls(text, text, text)
        from db.dates.date_parser import read_date

        return cls(*read_date(text, published, day_first, languages))

    @classmethod
    def of_day(cls, day: str) -> HistoricalDate:
        """Return the date of one day that is kept in either form.

        >>> HistoricalDate.of_day("!9999999999999957-03-15").phrase()
        '15 March 44 BC'
        """
        return cls.parse(iso_day(day) or "")

    def reading(self) -> str:
        """Return what was understood, for the line below the field.

        >>> HistoricalDate.parse("July 2025").reading()
        'between 1 and 31 July 2025'
        """
        from db.dates.phrasing.date_readback import read_back

        return read_back(self.edtf, self.words)

    def phrase(self) -> str:
        """Return the date as it stands on paper and in lists: the words, else a natural phrase."""
        if self.words:
            return self.words
        from db.dates.phrasing.spoken import phrase_of

        return phrase_of(self.edtf).text

    def spoken_in(self) -> str:
        """Return the date with the preposition that a sentence needs.

        >>> HistoricalDate.parse("2025-04-06").spoken_in()
        'on 6 April 2025'
        """
        from db.dates.phrasing.date_readback import in_sentence

        return in_sentence(DateSpan(self.edtf, self.first, self.last, self.words))

    def is_one(self) -> bool:
        """Say whether the date is one day or one named span, not two ends or a choice."""
        return DateSpan(self.edtf, self.first, self.last).is_one()

    def certain_on(self) -> bool:
        """Say whether the date is exactly one day."""
        return self.first is not None and self.first == self.last and self.edtf[-1:] not in "?~%"


def is_plain_day(text: str) -> bool:
    """Say whether a text is YYYY-MM-DD and a day: most of an import, so asked before all else."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        return False
    year, month, day = text[:4], text[5:7], text[8:]
    if not (year.isdigit() and month.isdigit() and day.isdigit()):
        return False
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= _MONTH_LENGTHS[int(month)]):
        return False
    return text[5:] != "02-29" or is_leap(int(year))
