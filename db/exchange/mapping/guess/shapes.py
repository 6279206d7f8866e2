"""What the values of a column look like: dates, countries, words; `mapping_guess` asks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from db.amounts.amount_phrases import read_amount
from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.mapping import cells as cell
from db.exchange.mapping.guess.headings import fold
from db.exchange.mapping.guess.value_words import (
    is_agreement,
    is_body,
    is_courtesy,
    is_envoy,
    is_event,
    is_office,
    is_person,
)
from db.exchange.mapping.row_values import entity_of
from db.vocabulary.countries import country_code
from db.vocabulary.numeric_codes import alpha3

MAX_SAMPLED_VALUES = 400  # distinct values that are looked at
MAX_VALUE_LETTERS = 2_000  # characters of a cell that are looked at
ROWS_A_SAMPLE = 2000  # rows
MAX_DATE_LETTERS = 40  # characters of a cell that is a date
MIN_FILLED_CELLS = 50  # filled cells
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|fevr|avr|juin|juil|aout|sept|ene|abr|ago"
    "|dic|mai|okt|dez|marz|mart|gen|mag|giu|lug|set|ott"
)
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    r"[<>~≈c. ]*-?\d{3,4}(?:[-/.](?:\d{1,2}|[xX]{2}))?(?:[-/.](?:\d{1,2}|[xX]{2}))?(?:[T ].*)?"
    r"|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}(?:[ –—].*)?|\d{1,2}[./-]\d{4}"
    r"|(?:1\d|20)\d\d ?[–—/-] ?(?:(?:1\d|20)\d\d)?|\d{4}-\d\d-\d\d/[\d.-]+"
    r"|\d{1,2}\.(?:\d{1,2}\.)? ?[–-] ?\d{1,2}\.\d{1,2}\.\d{4}"
)
_WORDED = re.compile(
    rf"(?:[a-z]{{3,9}},? )?(?:\d{{1,2}}\.?(?:st|nd|rd|th)?(?: de)? )?(?:{_MONTHS})"
    r"[^\W\d_]*\.?(?: de)?(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}.*"
)
_MAY_BE_WORDED = re.compile(r"(?=.*[^\W\d_]).*\d|[年日]|[\u0660-\u0669\u06f0-\u06f9]{3}")
# A register's number: a letter and figures; C1990 is about that year, R6 one of a Japanese era.
_CODE = re.compile(r"[ABD-Zabd-z]\d{3,}")
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w.-]+\.(?:org|com|int|gov|net)/\S*", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+(?:[;,] ?\S+@\S+)*")
_PHONE = re.compile(r"(?:\+|00|\(\+?\d)[\d ()/.–-]{6,}(?:(?:ext|x|;|,|/).*)?", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[^\W\d_]{3,})[-/. ]\d{2}")
_COUNTS = frozenset(
    fold(word) for word in
    ("sira no", "sira", "s n", "s no", "sl no", "sl", "sr no", "serial", "serial no", "seq", "lp",
     "l p", "п п", "no п п", "номер п п", "з п", "序号", "編號", "编号", "番号", "連番", "순번",
     "번호", "연번", "lfd nr", "nr crt", "ردیف", "م", "α α", "p c", "row",
     "line", "number", "نمبر شمار")
)  # fmt: skip
_CODES = re.compile(r"[A-Z]{2,4}(?:-[A-Z]{2,4})+")


@dataclass(slots=True)
class FileColumn:
    """One column's values: how many rows fill it, and the shares of what they look like (0 … 1).

    `values` holds the first distinct ones; `unique` says that none ever repeats. `day` and `month`
    count the numeric dates that can only be read with that number first.
    """

    heading: str
    filled: int = 0
    blank: int = 0
    unique: bool = True
    day: int = 0
    month: int = 0
    numeric_dates: int = 0
    values: dict[str, None] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    template: str = ""  # where the column stands for several, what puts them together
    has_na: bool = False  # the letters NA stand in a cell: “not known”, or Namibia

    def take(self, texts: list[str]) -> None:
        """Look at some more cells of this column."""
        known = [text for text in texts if not cell.is_placeholder(text)]
        self.filled += len(known)
        self.blank += len(texts) - len(known)
        self.has_na = self.has_na or (len(known) < len(texts) and "NA" in texts)
        distinct = dict.fromkeys(known)
        if self.unique:
            self.unique = len(distinct) == len(known) and self.seen.isdisjoint(distinct)
            if self.unique:
                self.seen.update(distinct)
            else:
                self.seen.clear()
        for text in distinct if len(self.values) < MAX_SAMPLED_VALUES else ():
            self.values[text[:MAX_VALUE_LETTERS].strip()] = None
        day, month, dates = cell.day_votes(known)
        self.day += day
        self.month += month
        self.numeric_dates += dates

    def is_undecided(self) -> bool:
        """Say whether more cells could still change what is thought of the column."""
        open_order = bool(self.numeric_dates) and cell.decide(self.day, self.month) is None
        return self.unique or open_order or self.filled < MIN_FILLED_CELLS

    def distinct(self) -> float:
        """Return about what share of the filled cells differ from all before; 1 for none."""
        if self.unique or not self.filled:
            return 1.0
        return len(self.values) / min(self.filled, max(MAX_SAMPLED_VALUES, len(self.values)))

    def length(self) -> float:
        """Return the mean length of the values, in characters."""
        return sum(map(len, self.values)) / max(len(self.values), 1)

    def share(self, look: str) -> float:
        """Return the share of values with a look, reckoned when first asked for."""
        if look not in self.shares:
            self.shares[look] = _share(list(self.values), look)
        return self.shares[look]


def read_columns(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[FileColumn]:
    """Return what each column holds; give all rows of the file, so that uniqueness is the whole
    truth.

    Columns that nothing more is to be learned of are passed over after the first rows.
    """
    columns = [FileColumn(name) for name in headers]
    live = list(enumerate(columns))
    unread = iter(rows)
    while live and (some := list(itertools.islice(unread, ROWS_A_SAMPLE))):
        for place, column in live:
            column.take([cells[place] for cells in some])
        live = [each for each in live if each[1].is_undecided()]
    return columns


def counts_rows(column: FileColumn) -> bool:
    """Say whether a column only counts the rows: 1, 2, 3 under a heading that says no more.

    >>> counts_rows(FileColumn("Sıra No", 2, values=dict.fromkeys(["1", "2"])))
    True
    >>> counts_rows(FileColumn("No.", 2, values=dict.fromkeys(["1", "2"])))
    False
    """
    if fold(column.heading) not in _COUNTS:
        return False
    return all(text.rstrip(".)") == str(at) for at, text in enumerate(column.values, 1))


@lru_cache(maxsize=1 << 11)  # a column is asked whether it holds dates, full dates, no names
def is_date(text: str) -> bool:
    """Say whether a text looks like a date of any precision, in figures or with a month's name.

    >>> [is_date(text) for text in ("1998-03-02?", "July 27, 1789", "2004", "12", "31.12.9999")]
    [True, True, True, False, True]
    >>> [is_date(text) for text in ("17. 12. 2021", "2011–2013", "1999-2004", "3215-5248")]
    [True, True, True, False]
    """
    text = text.strip()
    if len(text) > MAX_DATE_LETTERS or not _DIGIT.search(text):
        return False
    if _DATE.fullmatch(text.rstrip("?~%. ")) or _WORDED.fullmatch(text.casefold()):
        return True
    return bool(_MAY_BE_WORDED.search(text)) and not _CODE.fullmatch(text) and _reads(text)


def _reads(text: str) -> bool:
    """Say whether a date can be read from a text, in whatever language and calendar."""
    try:
        HistoricalDate.parse(text)
    except Refused:
        return False
    return True


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace(",", "").lstrip("-+").isdigit()


def _is_sum(text: str) -> bool:
    """Say whether a sum of money can be read from a text, in words too."""
    try:
        read_amount(text)
    except Refused:
        return False
    return True


def _share(values: list[str], look: str) -> float:
    values = values[: _LOOKED_AT.get(look, MAX_SAMPLED_VALUES)]
    if not values:
        return 0.0
    test = _LOOKS[look]
    return sum(test(value) for value in values) / len(values)


def is_country(text: str) -> bool:
    """Say whether a text names a country or is one of its codes, in letters or figures."""
    if text.isdigit():
        return bool(alpha3(text))
    return country_code(cell.without_marks(text)) is not None


# Values that are looked at, where looking takes long.
_LOOKED_AT = dict.fromkeys(("country", "person", "body", "office", "agreement", "event", "sum"), 60)
_LOOKS: dict[str, Callable[[str], bool]] = {
    "date": is_date,
    "full date": lambda text: is_date(text) and len(text) > 5,
    "url": lambda text: bool(_URL.match(text)),
    "wikidata": lambda text: bool(entity_of(text)),
    "number": lambda text: _is_number(text),
    "sum": lambda text: _is_number(text) or _is_sum(text),
    "boolean": lambda text: cell.read_boolean(text) is not None,
    "country": is_country,
    "codes": lambda text: bool(_CODES.fullmatch(text)),
    "email": lambda text: bool(_EMAIL.fullmatch(text)),
    "phone": lambda text: bool(_PHONE.fullmatch(text)),
    "short year": lambda text: bool(_SHORT_YEAR.fullmatch(text)),
    "token": lambda text: " " not in text and len(text) < 60,
    "person": is_person,
    "body": is_body,
    "office": is_office,
    "envoy": is_envoy,
    "courtesy": is_courtesy,
    "agreement": is_agreement,
    "event": is_event,
    "name": lambda text: any(char.isalpha() for char in text) and not is_date(text),
}
