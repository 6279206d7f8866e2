"""What one row of a file says, once its columns have been mapped; the import asks for every row.

Values are texts as the file words them: dates and countries are read by whoever stores them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from db.exchange import cells as cell
from db.exchange.mapping import FieldMap, Mapping
from db.exchange.targets import TARGETS, Target
from db.exchange.template import fill, shorten, template_columns

# Wikidata's date precisions (century, decade, year, month): how much of an ISO date is known.
_PRECISION = {"7": 2, "8": 3, "9": 4, "10": 7}


class Value(NamedTuple):
    """One value as the file words it.

    With `by` "id" the text is an identifier of `scheme`. `identifier` is what a second column
    gives for it, also in `scheme`; `open_end` says that an end has not come.
    """

    text: str
    column: str = ""
    by: str | None = None
    scheme: str | None = None
    create: bool = False
    role: str | None = None
    identifier: str | None = None
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class RowValues:
    """What one row says: its own identity or "", and {target: values}; unknown ones are absent."""

    row: int
    id: str
    values: dict[str, list[Value]]

    def text(self, target: str) -> str:
        """The first value's text, or ""."""
        found = self.values.get(target)
        return found[0].text if found else ""


Reader = Callable[[Sequence[str]], list[Value]]


def row_reader(
    mapping: Mapping, headers: Sequence[str]
) -> Callable[[Sequence[str], int], RowValues]:
    """A function from (cells, row number) to RowValues, its columns looked up once.

    Columns that the file has not are passed over: `mapping.check_map` refuses them beforehand.
    """
    index = {name: place for place, name in enumerate(headers)}
    plan: list[tuple[str, bool, list[Reader]]] = []
    for name, maps in mapping.fields.items():
        target = TARGETS[mapping.kind][name]
        plan.append((name, target.many, [_reader(each, target, index) for each in maps]))
    own = index.get(mapping.id_column) if mapping.id_column is not None else None

    def read(cells: Sequence[str], number: int) -> RowValues:
        values: dict[str, list[Value]] = {}
        for name, many, readers in plan:
            found: list[Value] = []
            for reader in readers:
                found += reader(cells)
                if found and not many:
                    break
            if found:
                values[name] = found
        identity = cells[own].strip() if own is not None else ""
        return RowValues(number, "" if cell.is_placeholder(identity) else identity, values)

    return read


def read_row(
    mapping: Mapping, headers: Sequence[str], cells: Sequence[str], row_number: int
) -> RowValues:
    """What one row says; `row_reader` is quicker for many.

    >>> mapping = Mapping("people", fields={"name": [FieldMap("who")], "born": [FieldMap("b")]})
    >>> read_row(mapping, ["who", "b"], ["Ana Silva", "NA"], 2).values.keys()
    dict_keys(['name'])
    """
    return row_reader(mapping, headers)(cells, row_number)


def _reader(source: FieldMap, target: Target, index: dict[str, int]) -> Reader:
    if source.constant is not None:
        fixed = [_value(source.constant, "", source, target)]
        return lambda cells: fixed
    if source.template is not None:
        return _template_reader(source, source.template, target, index)
    place = index.get(source.column or "")
    if place is None:
        return lambda cells: []
    beside = index.get(source.id) if source.id else None
    exact = index.get(source.precision) if source.precision else None
    accept = _accepts(target.shape)

    def read(cells: Sequence[str]) -> list[Value]:
        text = cells[place]
        if not text:
            return []
        found = [
            _value(part, source.column or "", source, target)
            for part in _parts(text, source)
            if accept(part)
        ]
        if exact is not None and found:
            found = [each._replace(text=_cut(each.text, cells[exact])) for each in found]
        if beside is not None and found and cells[beside]:
            found = list(_identified(found, cell.split_cell(cells[beside], source.split)))
        return found

    return read


def _parts(text: str, source: FieldMap) -> Iterator[str]:
    for part in cell.split_cell(text, source.split):
        if part in source.values:
            if source.values[part]:
                yield source.values[part]
        elif not cell.is_placeholder(part):
            yield part


def _accepts(shape: str) -> Callable[[str], bool]:
    """Whether a text is a value at all where this shape is expected."""
    if shape == "date":
        return lambda text: not cell.is_no_date(text) and not cell.is_open_end(text)
    if shape == "end":
        return lambda text: cell.is_open_end(text) or not cell.is_no_date(text)
    if shape in ("country", "number"):
        return lambda text: text[0] not in "-09" or not cell.is_numeric_placeholder(text)
    return lambda text: True


def _value(text: str, column: str, source: FieldMap, target: Target) -> Value:
    ending = target.shape == "end" and cell.is_open_end(text)
    if source.limit:
        text = shorten(text, source.limit)
    return Value(text, column, source.by, source.scheme, source.create, source.role, None, ending)


def _identified(found: list[Value], ids: list[str]) -> Iterator[Value]:
    """Values with the identifiers that stand beside them, if there are as many."""
    if len(ids) != len(found):
        yield from found
        return
    for value, identifier in zip(found, ids, strict=True):
        known = not cell.is_placeholder(identifier)
        yield value._replace(identifier=identifier) if known else value


def _cut(text: str, precision: str) -> str:
    """An ISO date as far as it is known; decades and centuries as EDTF writes them.

    >>> _cut("1921-01-01", "9"), _cut("1921-01-01", "8"), _cut("1921-02-03", "11")
    ('1921', '192X', '1921-02-03')
    """
    known = _PRECISION.get(precision.strip())
    if known is None or not text[:4].isdigit():
        return text
    return text[:known] if known >= 4 else text[:known].ljust(4, "X")


def _template_reader(
    source: FieldMap, template: str, target: Target, index: dict[str, int]
) -> Reader:
    places = {name: index[name] for name in template_columns(template) if name in index}

    def read(cells: Sequence[str]) -> list[Value]:
        texts = {name: cells[place].strip() for name, place in places.items()}
        known = {name: "" if cell.is_placeholder(text) else text for name, text in texts.items()}
        if not any(known.values()):
            return []
        return [_value(fill(template, known), ", ".join(places), source, target)]

    return read
