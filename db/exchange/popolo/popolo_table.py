"""A list of a Popolo file as a table: a column a field, inner objects with dots in headings.

A map takes it (`name = "name"`, `aliases = "other_names"`, `wikidata = "identifiers.wikidata"`),
and the preview shows its first rows. Lists stand in one cell, cut item by item at LIST_MARK.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.errors import Refused
from db.exchange.files.table_file import Row, TableFile
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.global_ids import GLOBAL
from db.exchange.popolo.popolo_file import KIND_LISTS, PopoloFile
from db.exchange.popolo.popolo_ties import Ties
from db.exchange.popolo.popolo_values import Thing, plain, shorten_value

LIST_MARK = "\x1f"
# of an inner object: the field that names it, and the one that holds what it says
_NAMED_BY = (
    ("scheme", "identifier"), ("type", "value"), ("lang", "name"), ("note", "url"),
    ("note", "name"),
)  # fmt: skip
_SAYS = ("name", "identifier", "value", "url", "label", "id")
_TIES = {
    "person": "persons", "organization": "organizations", "post": "posts", "area": "areas",
    "on_behalf_of": "organizations", "legislative_period": "events", "parent": "organizations",
}  # fmt: skip
MAX_DEPTH = 4


def as_table(file: PopoloFile, name: str) -> TableFile:
    """Return a list of the file as a table. Raises Refused when it holds none."""
    things = file.lists[name]
    if not things:
        raise Refused(f"{file.path.name} has no {name}; the map asks for them.")
    ties = Ties(file)
    rows = [(thing.number, _flat(thing, name, ties)) for thing in things]
    headers = tuple(dict.fromkeys(heading for _, cells in rows for heading in cells))
    table: list[Row] = [
        (number, tuple(cells.get(heading, "") for heading in headers)) for number, cells in rows
    ]
    flags = [(0, note) for note in file.notes]
    flags += [(0, why) for where, _, why in file.refused if where.startswith(name)]
    return TableFile(str(file.path), "", file.encoding, "", headers, table, flags)


def table_map(file: PopoloFile, mapping: Mapping) -> tuple[TableFile, Mapping]:
    """Return the list that a map asks for, and the map with what goes without saying for Popolo:
    the column `id`, whose ids they are, and lists cut item by item.
    """
    table = as_table(file, KIND_LISTS.get(mapping.kind) or _no_list(file, mapping.kind))
    own = mapping.id_columns or (("id",) if "id" in table.headers else ())
    ids = [thing.id for thing in file.lists[KIND_LISTS[mapping.kind]] if thing.id]
    shared = sum(file.key(each)[0] == GLOBAL for each in ids) * 2 > len(ids)
    scheme = mapping.scheme or (GLOBAL if shared else file.scheme)
    fields = {target: [_cut(each) for each in maps] for target, maps in mapping.fields.items()}
    return table, Mapping(
        mapping.kind,
        scheme,
        own,
        mapping.day_first,
        fields,
        mapping.one_per_party,
        decimal=mapping.decimal,
    )


def _no_list(file: PopoloFile, kind: str) -> str:
    raise Refused(f"{file.path.name} is Popolo, which has no {kind}; name another kind in the map.")


def _cut(source: FieldMap) -> FieldMap:
    if source.column is None:
        return source
    parts = {name: getattr(source, name) for name in FieldMap.__dataclass_fields__}
    return FieldMap(**{**parts, "split": LIST_MARK})


def _flat(thing: Thing, name: str, ties: Ties) -> dict[str, str]:
    cells: dict[str, list[str]] = {}
    for field, value in thing.fields.items():
        _add(cells, shorten_value(field), value, 0)
    for field, into in _TIES.items():
        if into == "organizations" and name == "events" and field == "parent":
            into = "events"
        if f"{field}_id" in thing.fields and (text := ties.name_of(thing, field, into)):
            cells[field] = [text]
    if thing.id:
        cells["id"] = [thing.id]
    thing.remarks.clear()
    return {heading: LIST_MARK.join(texts) for heading, texts in cells.items()}


def _add(cells: dict[str, list[str]], heading: str, value: object, depth: int) -> None:
    """Put a value under its heading, an object's fields under headings with dots."""
    text = plain(value) if not isinstance(value, bool) else str(value).casefold()
    if text is not None:
        if text := text.replace(LIST_MARK, " "):
            cells.setdefault(heading, []).append(text)
        return
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                _add_item(cells, heading, item)
            else:
                _add(cells, heading, item, depth + 1)
    elif isinstance(value, dict):
        for field, inner in value.items():
            _add(cells, f"{heading}.{shorten_value(field)}", inner, depth + 1)


def _add_item(cells: dict[str, list[str]], heading: str, item: dict[str, object]) -> None:
    """Return an object of a list: what it says, and the same by what it is called."""
    for field in _SAYS:
        if text := plain(item.get(field)):
            text = text.replace(LIST_MARK, " ")
            texts = cells.setdefault(heading, [])
            if text not in texts:
                texts.append(text)
            break
    for by, holds in _NAMED_BY:
        name, text = plain(item.get(by)), plain(item.get(holds))
        if name and text:
            texts = cells.setdefault(f"{heading}.{name.casefold()}", [])
            texts.append(text.replace(LIST_MARK, " "))


def first_rows(file: PopoloFile) -> Iterator[tuple[str, str]]:
    """Yield headings such as `persons.name`, each with the first value that stands there."""
    ties = Ties(file)
    for name, things in file.lists.items():
        found: dict[str, str] = {}
        for thing in things[:200]:
            for heading, text in _flat(thing, name, ties).items():
                found.setdefault(f"{name}.{heading}", text.replace(LIST_MARK, ", "))
        yield from found.items()
