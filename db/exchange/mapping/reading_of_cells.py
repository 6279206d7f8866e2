"""How a cell would be read as a target; the window shows it beside each example."""

from __future__ import annotations

from db.amounts.amount_phrases import read_amount
from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.mapping import cells
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.row_values import row_reader
from db.exchange.mapping.targets import TARGETS, Target
from db.vocabulary.countries import country_code, country_name

NOT_READ = "?"  # of a value from which nothing can be read as that target


def read_as(mapping: Mapping, target: str, source: FieldMap, text: str) -> str:
    """Return what a cell says as a target: dates in words, countries by name, several values with
    a comma. "" where the cell says that nothing is known, `NOT_READ` where nothing can be read.

    >>> read_as(Mapping("people", day_first=True), "born", FieldMap("b"), "03/04/1961")
    '3 April 1961'
    >>> read_as(Mapping("people"), "country", FieldMap("c"), "NO")
    'Norway'
    """
    heading = source.column or ""
    alone = Mapping(mapping.kind, fields={target: [FieldMap(column=heading, split=source.split,
                    values=source.values, limit=source.limit)]})  # fmt: skip
    row = row_reader(alone, [heading])([text], 1)
    wanted = TARGETS[mapping.kind][target]
    found = row.values.get(target, ())
    texts = ["…" if each.open_end else _read(wanted, each.text, mapping) for each in found]
    return ", ".join(texts)


def _read(target: Target, text: str, mapping: Mapping) -> str:
    if target.shape == "sum":
        try:
            return read_amount(text, point=mapping.decimal or "").phrase()
        except Refused:
            return NOT_READ
    if target.shape in ("date", "end"):
        try:
            return HistoricalDate.parse(text, day_first=mapping.reads_day_first).phrase()
        except Refused:
            return NOT_READ
    if target.shape == "country":
        code = country_code(text)
        return country_name(code) if code else text if target.refers else NOT_READ
    if target.shape == "boolean":
        answer = cells.read_boolean(text)
        return NOT_READ if answer is None else "yes" if answer else "no"
    return text
