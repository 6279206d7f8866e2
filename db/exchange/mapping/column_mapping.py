"""How the columns of a file become fields: read from a TOML map, or made by `mapping_guess`.

The import shows it, and `row_values` reads rows by it. Every fault of a map is one sentence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.dates import typed_day_first
from db.errors import Refused, Unavailable
from db.exchange.mapping.targets import KINDS, TARGETS
from db.exchange.mapping.template import template_columns
from db.names.surname_first import ORDERS
from db.storage.files import disk

_TOP = (
    "kind", "scheme", "id", "day_first", "decimal", "one_per_party", "encoding", "sheet",
    "header_row", "only", "fields", "constants",
)  # fmt: skip
_KEYS = {
    "column": str,
    "split": str,
    "create": bool,
    "values": dict,
    "template": str,
    "by": str,
    "scheme": str,
    "role": str,
    "id": str,
    "precision": str,
    "date": str,
    "limit": int,
    "order": str,
}
_SHOULD = {str: "text in quotation marks", bool: "true or false", dict: "a table", int: "a number"}


MAX_MAP_BYTES = 4 << 20  # bytes of a map


@dataclass(slots=True)
class FieldMap:
    """Where the values of one target come from: one of `column`, `template` and `constant`.

    `split` cuts a cell into several values (", &": as a sentence lists them, with commas and a word
    for “and”), `values` translates them. `by` is "name" or "id"; with
    "id" the value is an identifier of `scheme`. `id` names a second column that holds the
    identifier of what `column` names. `create` allows a missing record to be made. `precision`
    names a column with Wikidata's precision of a date, `date` one
    with the day of an act. `limit` cuts a text after so many letters. `order` says how names of
    people are written, where not the given name first: one of `ORDERS`.
    """

    column: str | None = None
    split: str | None = None
    create: bool = False
    values: dict[str, str] = field(default_factory=dict)
    template: str | None = None
    by: str | None = None
    scheme: str | None = None
    constant: str | None = None
    role: str | None = None
    id: str | None = None
    precision: str | None = None
    date: str | None = None
    limit: int | None = None
    order: str | None = None

    def source(self) -> str:
        """Return what a person is shown as the source: a heading, a template or a constant."""
        return self.column or self.template or f"“{self.constant}”"

    def all_sources(self) -> str:
        """Return the source with the columns that say more of it.

        >>> FieldMap(column="person", id="person_id").all_sources()
        'person (person_id)'
        """
        more = ", ".join(filter(None, (self.id, self.precision, self.date)))
        return f"{self.source()} ({more})" if more else self.source()


@dataclass(slots=True)
class Mapping:
    """How a file's rows become records of one kind; `fields` holds the sources of each target.

    `id_columns` together are a row's own identity. `one_per_party`: rows with the same identifier
    are one agreement, each with another party. `decimal` is the mark before the decimals of sums;
    None: as each sum and its column show. `encoding`, `sheet` and `header_row` (as a
    spreadsheet counts, 0: there are no headings) say how the file is read; None: as it shows.
    `only` are the values by which a column says that a row is of the kind; other rows are refused.
    `remarks` tell what of a guess needs a look.
    """

    kind: str
    scheme: str = ""
    id_columns: tuple[str, ...] = ()
    day_first: bool | None = None
    fields: dict[str, list[FieldMap]] = field(default_factory=dict)
    one_per_party: bool = False
    encoding: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    remarks: tuple[str, ...] = ()
    decimal: str | None = None
    only: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def reads_day_first(self) -> bool | None:
        """What comes first in 03/04/2025: as the map or the file says, else as the desk does."""
        return typed_day_first() if self.day_first is None else self.day_first

    def columns(self) -> set[str]:
        """Return the headings of all columns that something is taken from."""
        used = {*self.id_columns, *self.only}
        for each in (each for maps in self.fields.values() for each in maps):
            used |= {name for name in (each.column, each.id, each.precision, each.date) if name}
            used |= set(template_columns(each.template or ""))
        return used

    def sources_by_target(self) -> dict[str, str]:
        """Return {target: source} for the report."""
        sources = {
            name: ", ".join(map(FieldMap.all_sources, maps)) for name, maps in self.fields.items()
        }
        return {**({"id": ", ".join(self.id_columns)} if self.id_columns else {}), **sources}


def read_map(path: Path) -> Mapping:
    """Return the Mapping that a TOML file describes.

    Raises Unavailable when it cannot be read, Refused (field: the key) for the first fault in it.
    """
    try:
        data = disk.read_file(path)
        if len(data) > MAX_MAP_BYTES:
            raise Refused(
                f"{path.name} is larger than {MAX_MAP_BYTES >> 20} MB; a map names some columns."
            )
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except UnicodeError as error:
        raise Refused(f"{path.name} is not TOML: {str(error).rstrip('.')}.") from error
    return read_map_text(text, path.name)


def read_map_text(text: str, name: str) -> Mapping:
    """Return the Mapping that a text in TOML describes; Refused calls it by this name."""
    try:
        read = tomllib.loads(text)
    except RecursionError as error:
        raise Refused(f"{name} is nested too deep; a map needs three levels.") from error
    except ValueError as error:  # no TOML, a day that is none, a number without end
        raise Refused(f"{name} is not TOML: {str(error).rstrip('.')}.") from error
    return _Fault(name).mapping(read)


def check_map(mapping: Mapping, headers: Sequence[str], file: str) -> None:
    """Raise Refused when the map names a column that the file has not."""
    known = set(headers)
    columns = [("id", name) for name in mapping.id_columns]
    columns += [("only", name) for name in mapping.only]
    for target, maps in mapping.fields.items():
        for each in maps:
            columns += [
                (target, name) for name in (each.column, each.id, each.precision, each.date) if name
            ]
            columns += [(target, name) for name in template_columns(each.template or "")]
    for target, name in columns:
        if name not in known:
            header_list = ", ".join(headers[:12]) + (" …" if len(headers) > 12 else "")
            raise Refused(
                f"{file} has no column “{name}”, which the map names for {target}; "
                f"its columns are {header_list}.",
                target,
            )


@dataclass(frozen=True, slots=True)
class _Fault:
    """Reads the parts of one map and words what is wrong with them; `file` names the map."""

    file: str

    def refuse(self, key: str, says: str) -> Refused:
        return Refused(f"{self.file}, {key}: {says}", key)

    def mapping(self, read: dict[str, Any]) -> Mapping:
        for key in read:
            if key not in _TOP:
                raise self.refuse(key, f"there is no such key; use one of {', '.join(_TOP)}.")
        kind = read.get("kind")
        if kind not in KINDS:
            raise self.refuse("kind", f"name the kind of record: {', '.join(KINDS)}.")
        mapping = Mapping(
            kind,
            self.value_of_type(read, "scheme", str, "scheme") or "",
            self.columns(read.get("id")),
            self.value_of_type(read, "day_first", bool, "day_first"),
            one_per_party=self.value_of_type(read, "one_per_party", bool, "one_per_party") or False,
            encoding=self.value_of_type(read, "encoding", str, "encoding"),
            sheet=self.value_of_type(read, "sheet", str, "sheet"),
            header_row=self.value_of_type(read, "header_row", int, "header_row"),
        )
        mapping.decimal = self.value_of_type(read, "decimal", str, "decimal")
        if mapping.decimal not in (None, ".", ","):
            raise self.refuse("decimal", 'write "." or ",", the mark before the decimals of sums.')
        if (mapping.header_row or 0) < 0:
            raise self.refuse("header_row", "count rows from 1; 0 says that there are no headings.")
        only = self.value_of_type(read, "only", dict, "only") or {}
        mapping.only = {name: self.texts(f"only.{name}", texts) for name, texts in only.items()}
        for target, source in (self.value_of_type(read, "fields", dict, "fields") or {}).items():
            sources = source if isinstance(source, list) else [source]
            self.require_target(kind, f"fields.{target}", target)
            mapping.fields[target] = [self.source(f"fields.{target}", each) for each in sources]
        for target, text in (
            self.value_of_type(read, "constants", dict, "constants") or {}
        ).items():
            self.require_target(kind, f"constants.{target}", target)
            mapping.fields.setdefault(target, []).append(self.constant(f"constants.{target}", text))
        if not mapping.fields:
            raise self.refuse("fields", 'name at least one target, as in title = "heading".')
        return mapping

    def texts(self, key: str, given: Any) -> tuple[str, ...]:
        """Return the values of a column by which its rows are taken."""
        if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
            raise self.refuse(key, "write a list of texts in quotation marks.")
        return tuple(given)

    def columns(self, given: Any) -> tuple[str, ...]:
        """Return the columns of the key `id`: one heading, or a list of them."""
        entries = given if isinstance(given, list) else [] if given is None else [given]
        if given == [] or not all(isinstance(each, str) and each for each in entries):
            raise self.refuse("id", "write text in quotation marks, or a list of such texts.")
        return tuple(dict.fromkeys(entries))

    def constant(self, key: str, given: Any) -> FieldMap:
        """Return what is the same in every row: a text, or a table with its `value`."""
        table = given if isinstance(given, dict) else {"value": given}
        for name in table:
            if name not in ("value", "create"):
                raise self.refuse(f"{key}.{name}", "there is no such key; use value and create.")
        text = table.get("value")
        if text is None or isinstance(text, (dict, list)):
            raise self.refuse(key, "give one text for all rows.")
        plain = str(text).lower() if isinstance(text, bool) else str(text)
        create = self.value_of_type(table, "create", bool, f"{key}.create")
        return FieldMap(constant=plain, create=create or False)

    def require_target(self, kind: str, key: str, target: str) -> None:
        if target not in TARGETS[kind]:
            target_list = ", ".join(TARGETS[kind])
            raise self.refuse(key, f"{kind} have no such target; use one of {target_list}.")

    def source(self, key: str, entry: Any) -> FieldMap:
        if isinstance(entry, str):
            return FieldMap(column=entry)
        if not isinstance(entry, dict):
            raise self.refuse(key, 'give a heading in quotation marks, or { column = "…" }.')
        for name in entry:
            if name not in _KEYS:
                raise self.refuse(f"{key}.{name}", f"there is no such key; use {', '.join(_KEYS)}.")
        parts = {
            name: self.value_of_type(entry, name, _KEYS[name], f"{key}.{name}") for name in entry
        }
        if ("column" in parts) == ("template" in parts):
            raise self.refuse(key, "give either a column or a template.")
        if parts.get("order", ORDERS[0]) not in ORDERS:
            order_list = ", ".join(f'"{order}"' for order in ORDERS)
            raise self.refuse(f"{key}.order", f"write one of {order_list}.")
        if parts.get("by") not in (None, "name", "id"):
            raise self.refuse(f"{key}.by", 'write "name" or "id".')
        if parts.get("by") == "id" and not parts.get("scheme"):
            raise self.refuse(f"{key}.scheme", "name the scheme whose identifiers the column has.")
        if parts.get("limit", 1) < 1:
            raise self.refuse(f"{key}.limit", "give a number of letters above 0.")
        if "values" in parts:
            parts["values"] = self.values(f"{key}.values", parts["values"])
        if "template" in parts and not template_columns(parts["template"]):
            parts["constant"] = parts.pop("template")  # the same in every row
        return FieldMap(**parts)

    def values(self, key: str, table: dict[str, Any]) -> dict[str, str]:
        for name, text in table.items():
            if not isinstance(text, str):
                raise self.refuse(f"{key}.{name}", "write the translation in quotation marks.")
        return dict(table)

    def value_of_type(self, table: dict[str, Any], name: str, kind: type, key: str) -> Any:
        """Return the value of a name, of the type it must have; None when it is not there."""
        value = table.get(name)
        if value is None:
            return None
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.refuse(key, f"write {_SHOULD[kind]}.")
        return value
