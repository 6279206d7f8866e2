"""What a proposal adds to a record that is there: names, offices, parties; nothing is overwritten.

Accepting asks it what to write, and intake of a text that was read before what is left to propose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from db.lists.office_keys import office_key
from db.names import fold
from db.record_types import (
    Citation,
    Name,
    OfficeRef,
    Organization,
    Person,
    Record,
    Ref,
    Tenure,
    copy_with,
)
from db.vocabulary.countries import country_code
from db.vocabulary.kinds import NO_BODY

RecordOf = TypeVar("RecordOf", bound=Record)
Same = Callable[[Any, Any], bool]


def add_proposal(record: RecordOf, draft: Record, citation: Citation) -> RecordOf | None:
    """Return a record with what a draft of the same kind says more; None if it says nothing new.

    What the record has stays as it is, even where the draft says otherwise.
    """
    added: dict[str, Any] = {}
    for name, is_same in _TABLES[record.KIND].items():
        lines = getattr(record, name)
        fresh = _fresh_lines(lines, getattr(draft, name), is_same)
        if fresh:
            added[name] = [*lines, *fresh]
    for name in _FIELDS[record.KIND]:
        value = getattr(draft, name)
        if value and not getattr(record, name):
            added[name] = value
    if isinstance(draft, Organization) and isinstance(record, Organization):
        added |= _other_acronym(record, draft, added)
    if isinstance(record, Person | Organization):
        names = [*added.get("names", record.names)]
        if not _is_called(record, draft.title):
            added["names"] = [*names, Name(text=draft.title)]
    citations = _with_citation(record, citation)
    if citations is not None:
        added["citations"] = citations
    return copy_with(record, **added) if added else None


def _fresh_lines(lines: Iterable[Any], drafted: Iterable[Any], is_same: Same) -> list[Any]:
    fresh: list[Any] = []
    for line in drafted:
        if not any(is_same(line, other) for other in (*lines, *fresh)):
            fresh.append(line)
    return fresh


def _with_citation(record: Record, citation: Citation) -> list[Citation] | None:
    """Return the citations with this one, or None where it is there already."""
    for other in record.citations:
        if other.passage == citation.passage and other.source.text == citation.source.text:
            return None
    return [*record.citations, citation]


def _is_called(record: Record, name: str) -> bool:
    names = (record.title, *(each.text for each in record.names))
    return fold(name) in {fold(each) for each in names} | {fold(getattr(record, "acronym", ""))}


def _other_acronym(
    record: Organization, draft: Organization, added: dict[str, Any]
) -> dict[str, Any]:
    """Return a second acronym as a further name: the first is not overwritten."""
    if not draft.acronym or "acronym" in added or _is_called(record, draft.acronym):
        return {}
    names = [*added.get("names", record.names), Name(text=draft.acronym, kind="acronym")]
    return {"names": names}


def _same_name(one: Name, other: Name) -> bool:
    return fold(one.text) == fold(other.text)


def _same_tenure(one: Tenure, other: Tenure) -> bool:
    """Say whether two tenures tell of one office; that of another day is left to the officer."""
    return one.acting == other.acting and _same_office(one.office, other.office)


def _same_office(one: OfficeRef | None, other: OfficeRef | None) -> bool:
    """Say whether an office of a draft is another; one of no body is any that is so called."""
    if one is None or other is None:
        return one is other
    if one.id or not one.organization or not other.organization:
        return one.id == other.id
    body, place = one.organization.title, other.organization.title
    if country_code(body) and _names_body(one.title, place):
        return _words_without(one.title, place) == _words_without(other.title, place)
    is_named_alike = office_key(one.title, place) == office_key(other.title, place)
    return is_named_alike and (body == NO_BODY or fold(body) == fold(place))


def _names_body(title: str, body: str) -> bool:
    """Say whether a title has the words of a body: Chairman Joint Chiefs of Staff."""
    words = office_key(body, "").split()
    return bool(words) and set(words) <= set(office_key(title, "").split())


def _words_without(title: str, body: str) -> set[str]:
    return set(office_key(title, "").split()) - set(office_key(body, "").split())


def _same_who(one: Any, other: Any) -> bool:
    """Say whether two lines name one record: by its id, or both a new one of one name."""
    return bool(one.who and other.who) and _same_record(one.who, other.who)


def _same_record(one: Ref, other: Ref) -> bool:
    if one.id or other.id:
        return one.id == other.id
    return fold(one.title) == fold(other.title)


def _same_amount(one: Any, other: Any) -> bool:
    return bool(one.number == other.number and one.currency == other.currency)


def _same_rank(one: Any, other: Any) -> bool:
    return bool(fold(one.title) == fold(other.title))


_TABLES: Final[dict[str, dict[str, Same]]] = {
    "person": {"names": _same_name, "ranks": _same_rank, "tenures": _same_tenure},
    "organization": {"names": _same_name},
    "agreement": {"amounts": _same_amount, "parties": _same_who},
    "event": {"participants": _same_who},
}
#: Fields that are filled where they are empty.
_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "person": ("country",),
    "organization": ("acronym", "kind", "country"),
    "agreement": ("concluded", "summary"),
    "event": ("start", "place", "status", "outcome"),
}


_DOUBLED: Final = {
    "person": ("tenures", _same_tenure),
    "agreement": ("parties", _same_who),
    "event": ("participants", _same_who),
}


def without_doubles(draft: RecordOf) -> RecordOf:
    """Return a draft in which nobody stands twice: two names of a text may be one record."""
    if draft.KIND not in _DOUBLED:
        return draft
    name, is_same = _DOUBLED[draft.KIND]
    return copy_with(draft, **{name: _fresh_lines((), getattr(draft, name), is_same)})
