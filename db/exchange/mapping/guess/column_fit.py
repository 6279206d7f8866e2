"""How well the values of a column suit what its heading proposes; `mapping_guess` asks."""

from __future__ import annotations

from db.exchange.mapping import cells
from db.exchange.mapping.guess.column_sources import country_fit
from db.exchange.mapping.guess.shapes import FileColumn, counts_rows
from db.exchange.mapping.targets import Target

_MIN_SHARE = 0.5  # of the values
_MIN_ADDRESS_SHARE = 0.3  # of e-mail addresses, beside telephone numbers and names
_MIN_OFFICE_SHARE = 0.7  # of titles of offices
_PEOPLE = frozenset((("people", "name"), ("tenures", "person"), ("events", "participants"),
                     ("people", "given_name"), ("people", "family_name")))  # fmt: skip
_IN_LETTERS = frozenset(("office", "organization", "organizations", "person", "participants"))
_DAYS = ("date", "end")
_SHAPES = ("url", "wikidata", "boolean", "number", "sum")
_LONGEST = {"name": 90, "word": 80}  # characters of a mean value
MAX_WORDS_LETTERS = 400  # of a value that has several words
MAX_TITLE_LETTERS = 4_000


def fit_of(kind: str, column: FileColumn, target: Target) -> float:
    """Say how well a column's values suit a target's shape: 0 rules it out.

    >>> numbers = FileColumn("office_id", 2, values=dict.fromkeys(["2", "3"]))
    >>> fit_of("tenures", numbers, Target("office"))
    0
    """
    if column.filled > 1 and set(column.values) == {column.heading}:
        return 0  # the text of a link, repeated in every row
    if not column.filled:
        return 0.8 if target.shape in _DAYS else 0
    if target.shape in _DAYS:
        return 1.0 if max(column.share("date"), _forever(column)) >= _MIN_SHARE else 0
    if target.shape in _SHAPES:
        return 1.0 if column.share(target.shape) >= _MIN_SHARE else 0
    if _is_another(kind, column, target):
        return 0
    if target.shape == "country":
        return country_fit(column, target)
    if column.share("url") > _MIN_SHARE:
        return 0.6 if target.name in ("notes", "reference") else 0
    if target.shape in _LONGEST or target.name == "title":
        return _fit_of_words(column, target)
    return 1.0


def _is_another(kind: str, column: FileColumn, target: Target) -> bool:
    """Say whether values are of something else than a heading says: numbers of offices, offices
    under “official”, rows that are counted, texts that are no e-mail addresses.
    """
    if target.name in _IN_LETTERS and column.share("name") < _MIN_SHARE:
        return True
    has_offices = column.share("office") >= _MIN_OFFICE_SHARE and len(column.values) > 1
    if (kind, target.name) in _PEOPLE and has_offices:
        return True  # one alone may be a family name: Major, King
    if target.name == "office" and column.share("country") >= _MIN_OFFICE_SHARE:
        return True
    if target.name == "email" and column.share("email") < _MIN_ADDRESS_SHARE:
        return True
    if target.name == "reference" and counts_rows(column):
        return True
    if column.share("wikidata") > _MIN_SHARE or column.share("full date") > _MIN_SHARE:
        return True
    # Instruments may be treaties themselves.
    return target.name == "party_act" and column.share("agreement") > _MIN_SHARE


def _fit_of_words(column: FileColumn, target: Target) -> float:
    longest = _LONGEST.get(target.shape, MAX_TITLE_LETTERS)
    if target.shape == "word" and target.many:
        longest = MAX_WORDS_LETTERS
    if column.share("name") < _MIN_SHARE or column.length() > longest:
        return 0
    return 0.5 if target.name == "type" and column.length() < 2 else 1.0  # codes say little


def _forever(column: FileColumn) -> float:
    ends = sum(cells.is_open_end(value) or cells.is_no_date(value) for value in column.values)
    return ends / len(column.values)
