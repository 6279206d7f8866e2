"""Records written by hand as JSON: the sample desk. `new --sample` and the first start load it.

A record's keys are its fields. A date is its words, or `["EDTF", "words"]`; another record is named
by its title, an office as "title @ body", a source by its key in `sources`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from db.changes.unit_of_work import Work
from db.changes.validate import check_record
from db.changes.writing import insert_record
from db.dates import HistoricalDate
from db.errors import Refused
from db.record_types import RECORD_TYPES, OfficeRef, Organization, Part, Record, Ref, Source
from db.vocabulary.choices import marking_level

if TYPE_CHECKING:
    from db.store import Store

Json = Mapping[str, Any]
ORDER = ("organization", "person", "agreement", "event")  # what is named comes before who names it


def load_sample(store: Store) -> None:
    """Put the sample records into an empty desk, as one change."""
    data = json.loads(files("resources").joinpath("sample/desk.json").read_text(encoding="utf-8"))
    with store.unit_of_work("Load the sample desk") as work:
        load_records(work, data)


def load_records(work: Work, data: Json) -> None:
    """Write records given as JSON; refuses a name that is not there, or not yet."""
    reader = _Reader(data.get("sources", {}))
    for kind in ORDER:
        for item in data.get(kind, ()):
            record: Record = reader.read(RECORD_TYPES[kind], item)
            check_record(record)
            record.id = insert_record(work, record)
            reader.remember(record, work)


class _Reader:
    """Turns JSON into records, remembering those it has made so that later ones can name them."""

    def __init__(self, sources: Json) -> None:
        self._refs: dict[str, Ref] = {}
        self._offices: dict[str, OfficeRef] = {}
        self._sources: dict[str, Source] = {
            key: self.read(Source, item) for key, item in sources.items()
        }

    def remember(self, record: Record, work: Work) -> None:
        """Let later records name this one, and its offices."""
        ref = Ref(record.id, record.title, record.KIND)
        self._refs[record.title] = ref
        if isinstance(record, Organization):
            rows = work.sql.rows("SELECT id, title FROM office WHERE record_id=?", (record.id,))
            for key, title in rows:
                self._offices[f"{title} @ {record.title}"] = OfficeRef(key, title, ref)

    def read(self, of: type[Any], item: Json) -> Any:
        """Return one record or part; refuses a key that is no field of it."""
        names = set(of.model_fields)
        if strange := item.keys() - names:
            raise Refused(f"{of.__name__} has no field “{min(strange)}”.")
        hints = get_type_hints(of)
        return of(**{name: self._value(hints[name], name, value) for name, value in item.items()})

    def _value(self, hint: Any, name: str, value: Any) -> Any:
        if get_origin(hint) is list:
            inner = get_args(hint)[0]
            is_part = isinstance(inner, type) and issubclass(inner, Part)
            return [self.read(inner, one) if is_part else one for one in value]
        options = get_args(hint) or (hint,)
        if HistoricalDate in options:
            return self._date(value)
        if Ref in options:
            return self._look_up(self._refs, value)
        if OfficeRef in options:
            return self._look_up(self._offices, value)
        if Source in options:
            return self._look_up(self._sources, value)
        if name == "marking":
            return marking_level(value)
        return value

    @staticmethod
    def _date(value: str | list[str]) -> HistoricalDate:
        if isinstance(value, str):
            return HistoricalDate.parse(value)
        read = HistoricalDate.parse(value[0])
        return HistoricalDate(read.edtf, read.first, read.last, value[1])

    @staticmethod
    def _look_up(known: Mapping[str, Any], value: str) -> Any:
        if value not in known:
            raise Refused(f"“{value}” is named before it is made.")
        return known[value]
