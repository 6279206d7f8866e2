"""The rows of a record that goes come to the one that stays, each once."""

from __future__ import annotations

import pytest

from db import (
    HistoricalDate,
    Link,
    Name,
    OfficeRef,
    Organization,
    Person,
    Record,
    Tenure,
)
from db.changes.merging.merging_rows import Mover
from tests.db.conftest import Small
from tests.saved_records import ref

SINCE = HistoricalDate.parse("2022-11-29")


def move(small: Small, kept: Record, gone: Record) -> list[str]:
    """Give all rows of one record to another; what could not be kept as a row."""
    with small.store.unit_of_work("move") as work:
        mover = Mover(work, kept.id, gone.id, type(kept))
        mover.move_all()
    return mover.notes


def second(small: Small, **parts: object) -> Person:
    person = Person(title="A. Munir", country="pk", **parts)
    small.store.save(person, small.lens)
    return person


def person_of(small: Small, record: Record) -> Person:
    found = small.fresh(record)
    assert isinstance(found, Person)
    return found


def test_a_row_that_only_one_has_is_given_to_the_other(small: Small) -> None:
    gone = second(small, names=[Name(text="Syed Asim", kind="alias")])
    assert move(small, small.munir, gone) == []
    assert "Syed Asim" in [name.text for name in person_of(small, small.munir).names]


def test_a_row_that_both_have_is_kept_once(small: Small) -> None:
    office = OfficeRef(small.army.offices[0].id)
    gone = second(small, tenures=[Tenure(office=office, since=SINCE, end_state="ongoing")])
    move(small, small.munir, gone)
    assert len(person_of(small, small.munir).tenures) == 1


def test_a_row_that_differs_in_anything_is_kept_beside_the_other(small: Small) -> None:
    office = OfficeRef(small.army.offices[0].id)
    gone = second(small, tenures=[Tenure(office=office, since=SINCE, end_state="unknown")])
    move(small, small.munir, gone)
    assert len(person_of(small, small.munir).tenures) == 2


def test_a_tie_between_the_two_is_told_and_not_kept(small: Small) -> None:
    gone = second(small, links=[Link(other=ref(small.munir), nature="brother of")])
    (told,) = move(small, small.munir, gone)
    assert told.startswith("link") and "Asim Munir" in told and "brother of" in told
    assert person_of(small, small.munir).links == []


@pytest.mark.parametrize("title", ["Chief of Army Staff", "CHIEF OF ARMY STAFF"])
def test_two_offices_of_one_title_become_one_and_their_holders_follow(
    small: Small, title: str
) -> None:
    twin = Organization(title="Army of Pakistan", offices=[])
    twin.offices.append(type(small.army.offices[0])(title=title, seats=1))
    small.store.save(twin, small.lens)
    twin = small.fresh(twin)  # type: ignore[assignment]
    holder = second(small, tenures=[Tenure(office=OfficeRef(twin.offices[0].id), since=SINCE)])
    move(small, small.army, twin)
    army = small.fresh(small.army)
    assert isinstance(army, Organization)
    assert [(office.title, office.seats) for office in army.offices] == [("Chief of Army Staff", 1)]
    held = person_of(small, holder).tenures[0].office
    assert held is not None and held.id == army.offices[0].id


def test_a_field_that_names_one_of_the_two_is_told_and_left_out(small: Small) -> None:
    twin = Organization(title="Army of Pakistan")
    small.store.save(twin, small.lens)
    with small.store.unit_of_work("move") as work:
        mover = Mover(work, small.army.id, twin.id, Organization)
        for named in (small.army, twin):
            assert mover.without_self("part_of", ref(named)) is None
        assert mover.without_self("part_of", ref(small.state)) == ref(small.state)
        assert mover.without_self("acronym", "PA") == "PA"
    assert mover.notes == ["part of: Pakistan Army", "part of: Army of Pakistan"]


def test_a_field_of_a_third_record_that_names_what_goes_names_what_stays(small: Small) -> None:
    twin = Organization(title="Army of Pakistan", predecessor=ref(small.army))
    small.store.save(twin, small.lens)
    later = Organization(title="New Army", predecessor=ref(twin))
    small.store.save(later, small.lens)
    assert move(small, small.army, twin) == []
    found = small.fresh(later)
    assert isinstance(found, Organization) and found.predecessor == ref(small.army)
    gone = small.fresh(twin)
    assert isinstance(gone, Organization) and gone.predecessor == ref(small.army)


def test_what_names_the_two_is_left_to_the_fields(small: Small) -> None:
    army = small.fresh(small.army)
    assert isinstance(army, Organization)
    twin = Organization(title="Army of Pakistan")
    small.store.save(twin, small.lens)
    army.predecessor = ref(twin)
    small.store.save(army, small.lens)
    assert move(small, army, twin) == []
    kept = small.fresh(army)
    assert isinstance(kept, Organization) and kept.predecessor == ref(twin)
