"""What one row of a file says, once its columns have been mapped; the import asks for every row.

Values are texts as the file words them: dates and countries are read by whoever stores them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from db.exchange.mapping import cells as cell
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.date_parts import date_columns, date_text
from db.exchange.mapping.targets import TARGETS, Target
from db.exchange.mapping.template import fill, shorten, template_columns
from db.names.surname_first import read_listed_name
from db.tables.one_line import one_line
from db.vocabulary.numeric_codes import alpha3

# Wikidata's date precisions (century, decade, year, month): how much of an ISO date is known.
_ENTITY = re.compile(
    r"<?(?:(?i:(?:https?://)?(?:www\.|m\.)?wikidata\.org/(?:entity|wiki)/(?:Special:EntityPage/)?)"
    r"|wd:|wikidata:)?(Q[1-9]\d{0,11})(?:[#?].*)?>?"
)
_PRECISION = {"7": 2, "8": 3, "9": 4, "10": 7}


class Value(NamedTuple):
    """One value as the file words it.

    With `by` "id" the text is an identifier of `scheme`. `identifier` is what a second column
    gives for it, also in `scheme`; `open_end` says that an end has not come. `family` is the family
    name of a person's, where the map says how names are written.
    """

    text: str
    column: str = ""
    by: str | None = None
    scheme: str | None = None
    create: bool = False
    role: str | None = None
    identifier: str | None = None
    open_end: bool = False
    date: str = ""  # of an act, from a column of its own
    family: str = ""


class RowValues(NamedTuple):
    """What one row says: its own identity or "", and {target: values}; unknown ones are absent.

    `dropped` are values, each with its column, beyond the one that a target takes.
    """

    row: int
    id: str
    values: dict[str, tuple[Value, ...]]
    dropped: tuple[tuple[str, str], ...] = ()

    def text(self, target: str) -> str:
        """Return the first value's text, or ""."""
        found = self.values.get(target)
        return found[0].text if found else ""


Values = tuple[Value, ...]
_Reader = Callable[[Sequence[str]], Values]
_NOTHING: Values = ()
ONE, SEVERAL, MANY = 1, 2, 3  # values a target takes: one, all of a cell, all of all columns
_MAX_KEPT_CELLS = 20_000
_MAX_KEPT_LETTERS = 60  # of a cell


def row_reader(
    mapping: Mapping, headers: Sequence[str]
) -> Callable[[Sequence[str], int], RowValues]:
    """Return a function from (cells, row number) to RowValues, its columns looked up once.

    Columns that the file has not are passed over: `mapping.check_map` refuses them beforehand.
    """
    index = {name: place for place, name in enumerate(headers)}
    plan: list[tuple[str, int, list[_Reader]]] = []
    for name, maps in mapping.fields.items():
        target = TARGETS[mapping.kind][name]
        takes = MANY if target.many else SEVERAL if target.joins else ONE
        if maps:
            plan.append((name, takes, [_reader(each, target, index) for each in maps]))
    own = [index[name] for name in mapping.id_columns if name in index]

    def read(cells: Sequence[str], number: int) -> RowValues:
        values: dict[str, Values] = {}
        dropped: list[tuple[str, str]] = []
        for name, takes, readers in plan:
            found = readers[0](cells)
            if len(readers) > 1 or (len(found) > 1 and takes != MANY):
                found = _several(found, takes, readers, cells, dropped)
            if found:
                values[name] = found
        return RowValues(number, _identity(cells, own), values, tuple(dropped))

    return read


def _identity(cells: Sequence[str], own: Sequence[int]) -> str:
    """Return what the columns of the identity say, "" where none says anything."""
    if not own:
        return ""
    if len(own) == 1 and (text := cells[own[0]]).isalnum() and text.isascii():
        return "" if cell.is_placeholder(text) else entity_of(text) or text
    texts = [one_line(cells[place]).strip() for place in own]
    known = ["" if cell.is_placeholder(text) else entity_of(text) or text for text in texts]
    return "/".join(known) if any(known) else ""


def _several(
    found: Values,
    takes: int,
    readers: Sequence[_Reader],
    cells: Sequence[str],
    dropped: list[tuple[str, str]],
) -> Values:
    """Return the values of a target that has several columns, of which the first gives `found`, or
    several values in one cell.
    """
    for place, reader in enumerate(readers):
        if place:
            found += reader(cells)
        if found and takes != MANY:
            rest = readers[place + 1 :]
            return _first(found, takes, rest, cells, dropped) if rest or len(found) > 1 else found
    return found


def _first(
    found: Values,
    takes: int,
    rest: Sequence[_Reader],
    cells: Sequence[str],
    dropped: list[tuple[str, str]],
) -> Values:
    """Return the value of a target; others in its cell and its alternatives go to `dropped`."""
    values = found if takes == SEVERAL else found[:1]
    texts = {each.text for each in values}
    others = [*found, *(value for reader in rest for value in reader(cells))]
    dropped += [(each.column, each.text) for each in others if each.text not in texts]
    return values


def _reader(source: FieldMap, target: Target, index: dict[str, int]) -> _Reader:
    if source.constant is not None:
        fixed = (_value(source.constant, "", source, target),)
        return lambda cells: fixed
    if source.template is not None:
        return _template_reader(source, source.template, target, index)
    place = index.get(source.column or "")
    if place is None:
        return lambda cells: _NOTHING
    plain = _remember_cells(_cell_reader(source, target))
    if source.date is not None:
        return _dated_reader(plain, place, index.get(source.date))
    beside = index.get(source.id) if source.id else None
    exact = index.get(source.precision) if source.precision else None
    if beside is None and exact is None:
        return _plain_reader(_cell_reader(source, target), place)

    known: dict[tuple[str, str, str], Values] = {}

    def read(cells: Sequence[str]) -> Values:
        identifier = "" if beside is None else cells[beside]
        precision = "" if exact is None else cells[exact]
        key = (cells[place], identifier, precision)
        found = known.get(key)
        if found is None:
            found = plain(cells[place])
            if precision:
                found = tuple(each._replace(text=_cut(each.text, precision)) for each in found)
            if identifier:
                ids = cell.split_cell(identifier, source.split)
                if source.scheme == "wikidata":
                    ids = [entity_of(each) or each for each in ids]
                found = _add_identifiers(found, ids)
            if len(known) < _MAX_KEPT_CELLS:
                known[key] = found
        return found

    return read


def _dated_reader(plain: Callable[[str], Values], place: int, date: int | None) -> _Reader:
    """Return a reader of acts, each with the date that stands in another column."""

    def read(cells: Sequence[str]) -> Values:
        text = "" if date is None else cells[date].strip()
        day = "" if cell.is_placeholder(text) or cell.is_no_date(text) else text
        return tuple(each._replace(date=day) for each in plain(cells[place]))

    return read


def _plain_reader(read: Callable[[str], Values], place: int) -> _Reader:
    """Return a reader of one column that remembers short cells: most columns repeat theirs."""
    known: dict[str, Values] = {"": _NOTHING}

    def read_once(cells: Sequence[str]) -> Values:
        text = cells[place]
        found = known.get(text)
        if found is None:
            found = read(text)
            if len(text) < _MAX_KEPT_LETTERS and len(known) < _MAX_KEPT_CELLS:
                known[text] = found
        return found

    return read_once


def _remember_cells(read: Callable[[str], Values]) -> Callable[[str], Values]:
    """Return the same function remembering short cells: most columns repeat theirs."""
    known: dict[str, Values] = {"": _NOTHING}

    def read_once(text: str) -> Values:
        found = known.get(text)
        if found is None:
            found = read(text)
            if len(text) < _MAX_KEPT_LETTERS and len(known) < _MAX_KEPT_CELLS:
                known[text] = found
        return found

    return read_once


def _cell_reader(source: FieldMap, target: Target) -> Callable[[str], Values]:
    accept = _ACCEPTS.get(target.shape)
    column, mark, translated = source.column or "", source.split, source.values
    numbered, address = target.shape == "country", target.shape == "url"
    name_reader = _name_reader(source.order) if target.shape == "name" else None

    def read(text: str) -> Values:
        found = []
        for part in cell.split_cell(text, mark):
            bare = part.strip("\"'<> ") if address else part
            value = translated.get(bare)
            if value is None:
                value = "" if cell.is_placeholder(bare) else bare
            if value and (accept is None or accept(value)):
                if numbered:
                    value = alpha3(value) or cell.without_marks(value)
                elif target.shape == "wikidata":
                    value = entity_of(value) or value
                found.append(_value(value, column, source, target))
        return tuple(map(name_reader, found)) if name_reader else tuple(found)

    return read


def _name_reader(order: str | None) -> Callable[[Value], Value]:
    """Return what makes a person's name of a cell's text: without marks of footnotes, and in the
    order in which it is said.
    """

    def read(value: Value) -> Value:
        bare = cell.without_note_marks(value.text)
        written = read_listed_name(bare, order) if order else None
        if written is None:
            return value if bare == value.text else value._replace(text=bare)
        return value._replace(text=written.title, family=written.family)

    return read


def entity_of(text: str) -> str:
    """Return the identifier in the address of a Wikidata entity or in brackets, "" for none.

    >>> entity_of("http://www.wikidata.org/entity/Q42"), entity_of("wd:Q5"), entity_of("Quito")
    ('Q42', 'Q5', '')
    """
    found = _ENTITY.fullmatch(text.strip()) if "Q" in text else None
    return found[1] if found else ""


def _accept_date(text: str) -> bool:
    return not cell.is_no_date(text) and not cell.is_open_end(text)


def _accept_end(text: str) -> bool:
    return cell.is_open_end(text) or not cell.is_no_date(text)


def _accept_amount(text: str) -> bool:
    """Say whether a number is an amount: -1 or -99 says "not known", 0 is one."""
    return text[0] != "-" or not cell.is_numeric_placeholder(text)


def _accept_country(text: str) -> bool:
    return text[0] not in "-0" or not cell.is_numeric_placeholder(text)


# Whether a text is a value at all where a shape is expected; other shapes take any text.
_ACCEPTS: dict[str, Callable[[str], bool]] = {
    "date": _accept_date,
    "end": _accept_end,
    "country": _accept_country,
    "number": _accept_amount,
    "sum": _accept_amount,
}


def _value(text: str, column: str, source: FieldMap, target: Target) -> Value:
    if source.by == "id" and source.scheme == "wikidata":
        text = entity_of(text) or text
    ending = target.shape == "end" and cell.is_open_end(text)
    if source.limit:
        text = shorten(text, source.limit)
    if target.shape != "prose":
        text = one_line(text)
    return Value(text, column, source.by, source.scheme, source.create, source.role, None, ending)


def _add_identifiers(found: Values, ids: list[str]) -> Values:
    """Return values with the identifiers that stand beside them, if there are as many."""
    if len(ids) != len(found):
        return found
    return tuple(
        value
        if cell.is_placeholder(identifier)
        else value._replace(identifier=one_line(identifier))
        for value, identifier in zip(found, ids, strict=True)
    )


def _cut(text: str, precision: str) -> str:
    """Return an ISO date as far as it is known; decades and centuries as EDTF writes them.

    >>> _cut("1921-01-01", "9"), _cut("1921-01-01", "8"), _cut("1921-02-03", "11")
    ('1921', '192X', '1921-02-03')
    """
    known = _PRECISION.get(precision.strip())
    if known is None or not text[:4].isdigit():
        return text
    return text[:known] if known >= 4 else text[:known].ljust(4, "X")


def _template_reader(
    source: FieldMap, template: str, target: Target, index: dict[str, int]
) -> _Reader:
    places = {name: index[name] for name in template_columns(template) if name in index}
    column = ", ".join(places)
    if target.shape in ("date", "end") and len(places) == len(date_columns(template)):
        in_order = [places[name] for name in date_columns(template)]

        def read_date(cells: Sequence[str]) -> Values:
            text = date_text([cells[place] for place in in_order])
            return (_value(text, column, source, target),) if text else _NOTHING

        return read_date

    def read(cells: Sequence[str]) -> Values:
        known = {}
        for name, place in places.items():
            text = cells[place]
            known[name] = "" if cell.is_placeholder(text) else text.strip()
        if not any(known.values()):
            return _NOTHING
        return (_value(fill(template, known), column, source, target),)

    return read
