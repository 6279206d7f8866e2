"""The sums of a file: each read as the form reads one, and what can mean two things left out.

Rows of agreements ask. Whether `1.234` is a thousand or one and a quarter the map can say, or the
other sums of the column do; else it is told with both readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from db.amounts.amount_phrases import AmountPhrase, read_amount
from db.amounts.currencies import choose_code, find_codes
from db.amounts.figures import shown_point
from db.errors import Refused
from db.exchange.mapping import cells
from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.row_values import RowValues, Value
from db.record_types import Amount
from db.vocabulary.countries import country_code

_POWERED = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,2}")  # how spreadsheets write 1e+16
MAX_SAMPLED_ROWS = 20_000  # rows whose sums are looked at for their mark
LeftOut = tuple[Value, str]  # a cell, and one sentence why
_COUNTRIES = ("country", "parties", "party")  # targets that say whose rupee is meant


class Sums:
    """Reads the sums of one file; `point` is the mark before decimals that its map says,
    `column_point` the one that its sums show.
    """

    def __init__(self, point: str | None = None, column_point: str = "") -> None:
        self._point = point or ""
        self._column_point = column_point

    def read(self, row: RowValues) -> tuple[list[Amount], list[LeftOut]]:
        """Return the sum a row gives, in figures or in words, and what is none and left out."""
        found = row.values.get("value")
        if not found:
            return [], []
        try:
            phrase = self._phrase(found[0].text, _countries(row))
        except Refused as refused:
            return [], [(found[0], f"was left out: {refused}")]
        currency, fault = _currency(row, phrase)
        amount = Amount(
            number=phrase.number,
            currency=currency,
            qualifier=phrase.qualifier,
            stage=phrase.stage,
            as_of=phrase.as_of,
            note=phrase.note,
        )
        return [amount], [(row.values["currency"][0], fault)] if fault else []

    def _phrase(self, text: str, countries: set[str]) -> AmountPhrase:
        """Read a sum: by the map's mark, else by its own words, else as its column shows."""
        try:
            return read_sum(text, countries, self._point)
        except Refused:
            if self._point or not self._column_point:
                raise
            return read_sum(text, countries, self._column_point)


def _currency(row: RowValues, phrase: AmountPhrase) -> tuple[str, str]:
    """Return the currency of a sum, its own or else that of the column for it, and what is wrong
    with the latter.
    """
    beside = row.values.get("currency")
    if not beside:
        return phrase.currency, ""
    codes = find_codes(beside[0].text)
    code = choose_code(codes, _countries(row))
    if phrase.currency and codes and phrase.currency not in codes:
        return phrase.currency, f"is not the currency of the sum, {phrase.currency}; that was kept."
    if phrase.currency or code:
        return phrase.currency or code, ""
    if codes:
        return "", f"may be {' or '.join(codes)}; the sum was taken without it."
    return "", "is no currency known by code or name; the sum was taken without it."


def read_sum(text: str, countries: Iterable[str] = (), point: str = "") -> AmountPhrase:
    """Return what a cell says of a sum, also as a spreadsheet writes a great number; raise
    Refused where that is no one sum.

    >>> read_sum("1e+16").number, read_sum("Rs 3 crore", {"pk"}).currency
    ('10000000000000000', 'PKR')
    """
    plain = text.strip()
    if _POWERED.fullmatch(plain):
        plain = format(Decimal(plain), "f")
    return read_amount(plain, set(countries), point)


def point_of_columns(
    mapping: Mapping, headers: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]
) -> str:
    """Return the mark before decimals that the sums of a file show, '' where they do not agree. The
    first rows tell it: each pass parses a spreadsheet again.
    """
    columns = {each.column for each in mapping.fields.get("value", ()) if each.column}
    places = [headers.index(name) for name in columns if name in headers]
    if not places:
        return ""
    counts = {".": 0, ",": 0, "": 0}
    for _, row in islice(rows, MAX_SAMPLED_ROWS):
        for place in places:
            counts[shown_point(row[place])] += 1
    is_point = cells.decide(counts["."], counts[","])
    return "" if is_point is None else "." if is_point else ","


def _countries(row: RowValues) -> set[str]:
    texts = (value.text for name in _COUNTRIES for value in row.values.get(name, ()))
    return {code for text in texts if (code := country_code(text))}
