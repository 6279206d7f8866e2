"""Whom we know: whom we met up to a day, and whom we can reach."""

from __future__ import annotations

from db import Event, Lens, Participant, Store
from tests.cabinet_desk import AFTER, Cabinet, day, fill_cabinet
from tests.saved_records import ref


def known(cabinet: Cabinet, lens: Lens) -> dict[str, tuple[str, int, int]]:
    ids = {person.id: name for name, person in cabinet.people.items()}
    found = cabinet.store.reader.our_contacts(list(ids), lens)
    return {
        ids[key]: (each.last_met.edtf if each.last_met else "", each.meetings, each.ways)
        for key, each in found.items()
    }


def test_meetings_and_telephones_count_and_appointments_do_not(store: Store) -> None:
    cabinet = fill_cabinet(store)
    assert known(cabinet, Lens(AFTER)) == {"Anna": ("2025-03-02", 1, 0), "Emil": ("", 0, 1)}
    assert known(cabinet, Lens("2025-03-01")) == {"Emil": ("", 0, 1)}


def test_what_is_planned_or_above_the_ceiling_is_no_contact(store: Store) -> None:
    cabinet = fill_cabinet(store)
    for status, marking in (("planned", 0), ("held", 3)):
        who = [Participant(who=ref(cabinet.people["Clara"]))]
        event = Event(title="Visit", kind="visit", status=status, marking=marking,
                      start=day("2025-06-20"), participants=who)  # fmt: skip
        store.save(event, Lens())
    assert "Clara" not in known(cabinet, Lens(AFTER, 2))
    assert known(cabinet, Lens(AFTER))["Clara"] == ("2025-06-20", 1, 0)
