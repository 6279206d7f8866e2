"""A record as plain values and back: each field is what it was, and what cannot be one is named."""

from __future__ import annotations

from typing import Any

import pytest

from db import Contact, HistoricalDate, Organization, Person
from db.exchange.plain.plain_records import (
    PlainFault,
    from_plain,
    marking_of,
    need_known_fields,
    to_plain,
)
from db.record_types import OfficeRef, Ref, Source, Tenure


class Uids:
    """Uids that are made of numbers, and numbers of uids."""

    def uid(self, ref: Ref) -> str:
        return f"record {ref.id}"

    def office_uid(self, ref: OfficeRef) -> str:
        return f"office {ref.id}"

    def record(self, uid: str) -> int:
        return int(uid.removeprefix("record "))

    def office(self, uid: str) -> int:
        return int(uid.removeprefix("office "))

    def source(self, uid: str) -> Source:
        return Source(uid=uid, title="A source")


OFFICE = OfficeRef(4, "Minister", Ref(5, "Ministry", "organization"))


def test_a_record_comes_back_as_it_was() -> None:
    dar = Person(
        uid="u", title="Dar", marking=2, born=HistoricalDate.parse("about 1950"),
        contacts=[Contact(kind="", value="1")],
        tenures=[Tenure(uid="t", office=OFFICE, acting=True, end_state="ended")], topics=["a"],
    )  # fmt: skip
    plain = to_plain(dar, Uids())
    assert from_plain(Person, plain, Uids()) == dar
    assert plain["contacts"] == [{"value": "1"}] and plain["marking"] == "confidential"


def test_a_field_that_is_left_out_is_empty_whatever_its_default() -> None:
    assert from_plain(Contact, {"value": "1"}, Uids()).kind == ""
    assert from_plain(Person, {"title": "Dar"}, Uids()).name_by_hand is None


WRONG: list[tuple[type[Any], dict[str, Any], str]] = [
    (Person, {"title": 1}, "title: it is no text"),
    (Person, {"tenures": [{"acting": 1}]}, "tenures[0].acting: it is neither true nor false"),
    (Person, {"tenures": [{"office": {"uid": "office 1", "title": "x"}}]}, "names no office"),
    (Person, {"topics": [1]}, "topics: it is no list of topics"),
    (Organization, {"offices": [{"seats": "2"}]}, "offices[0].seats: it is no whole number"),
    (Organization, {"predecessor": {"uid": "record 1"}}, "predecessor: it names no record"),
    (Organization, {"founded": {"edtf": 1}}, "founded: it is no date"),
]


@pytest.mark.parametrize("of, plain, says", WRONG)
def test_what_cannot_be_the_field_is_named(of: type[Any], plain: dict[str, Any], says: str) -> None:
    with pytest.raises(PlainFault) as fault:
        from_plain(of, plain, Uids())
    assert says in str(fault.value)


def test_a_field_that_nobody_declared_is_refused() -> None:
    need_known_fields(Person, {"title": "x", "contacts": [{"value": "x"}]})
    for plain in ({"motto": "x"}, {"contacts": [{"motto": "x"}]}, {"id": 1}, []):
        with pytest.raises(PlainFault):
            need_known_fields(Person, plain)


def test_a_marking_that_is_none_counts_as_the_highest() -> None:
    assert [marking_of({}), marking_of({"marking": "secret"}), marking_of({"marking": 7})] == [
        0,
        3,
        3,
    ]
