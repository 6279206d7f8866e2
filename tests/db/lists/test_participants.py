"""Those who were there are told with the title of that day, and with what is not known of it."""

from __future__ import annotations

import pytest

from db import Event, HistoricalDate, Lens, OfficeRef, Participant, Person, Tenure
from db.lists.participants import ids_with, participants_of, titles_then
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

TITLE = "Chief of Army Staff, Pakistan Army"
date = HistoricalDate.parse

# since, until, end state, day → what is said
CASES = [
    ("2022-11-29", None, "ongoing", "2025-09-15", TITLE),
    ("2022-11-29", None, "ongoing", "2020-01-01", ""),
    ("2022-11-29", None, "unknown", "2025-09-15", f"{TITLE} (end not known)"),
    ("", None, "unknown", "2025-09-15", f"{TITLE} (dates not known)"),
    ("", "2026", "ended", "2025-09-15", f"{TITLE} (start not known)"),
    ("2025", "2026", "ended", "2025-09-15", f"{TITLE} (day not certain)"),
]


@pytest.mark.parametrize(("since", "until", "state", "day", "said"), CASES)
def test_a_title_says_what_is_not_known_of_it(
    small: Small, since: str, until: str | None, state: str, day: str, said: str
) -> None:
    held = Tenure(
        office=OfficeRef(small.army.offices[0].id),
        since=date(since) if since else None,
        until=date(until) if until else None,
        end_state=state,
    )
    person = Person(title="Ana Silva", tenures=[held])
    small.store.save(person, small.lens)
    found = titles_then(sql_of(small.store), [(person.id, day)], small.lens)[person.id, day]
    assert found.with_doubt == said
    assert found.text == (TITLE if said else "")


def test_the_offices_that_are_certain_stand_first_each_with_its_own_doubt(small: Small) -> None:
    office = OfficeRef(small.army.offices[0].id)
    held = [
        Tenure(office=office, since=date("2020"), end_state="unknown"),
        Tenure(office=office, since=date("2021"), end_state="ongoing", acting=True),
    ]
    person = Person(title="Ana Silva", tenures=held)
    small.store.save(person, small.lens)
    found = titles_then(sql_of(small.store), [(person.id, "2025-01-01")], small.lens)
    said = f"acting {TITLE}; {TITLE} (end not known)"
    assert [title.with_doubt for title in found.values()] == [said]


def test_a_title_is_marked_as_its_body_and_gone_above_the_ceiling(small: Small) -> None:
    small.army.marking = 2
    small.store.save(small.army, small.lens)
    pair = (small.munir.id, "2025-09-15")
    assert titles_then(sql_of(small.store), [pair], small.lens)[pair].marking == 2
    assert titles_then(sql_of(small.store), [pair], Lens("2025-09-15", 1))[pair].with_doubt == ""


def test_everyone_is_named_once_and_nobody_above_the_ceiling(small: Small) -> None:
    hidden = Person(title="Hidden", marking=2)
    small.store.save(hidden, small.lens)
    roles = [("host", small.munir), ("guest", hidden), ("principal", small.munir)]
    event = Event(
        title="Talks", participants=[Participant(who=ref(who), role=role) for role, who in roles]
    )
    small.store.save(event, small.lens)
    asked = [event.id, small.pact.id]
    found = participants_of(sql_of(small.store), asked, small.lens)
    assert [one.title for one in found[event.id]] == ["Asim Munir", "Hidden"]
    assert found[small.pact.id]
    low = participants_of(sql_of(small.store), asked, Lens("2025-09-15", 1))
    assert [one.title for one in low[event.id]] == ["Asim Munir"]


@pytest.mark.parametrize(
    ("start", "days", "is_found"),
    [
        ("2025-07-25", ("2025-07-01", "2025-07-31"), True),
        ("2025-07", ("2025-07-31", "2025-08-31"), True),
        ("2025-07-25", ("2025-08-01", "2025-08-31"), False),
        ("2025-07-25", ("", ""), True),
        ("", ("2025-08-01", "2025-08-31"), True),  # its day is not known
    ],
)
def test_events_of_some_are_told_where_they_may_fall_on_the_days(
    small: Small, start: str, days: tuple[str, str], is_found: bool
) -> None:
    both = [Participant(who=ref(small.munir)), Participant(who=ref(small.army))]
    event = Event(title="Visit", start=date(start) if start else None, participants=both)
    alone = Event(title="Talk", start=event.start, participants=both[:1])
    small.store.save(alone, small.lens, also=[event])
    sql, who = sql_of(small.store), [small.munir.id, small.army.id]
    found = ids_with(sql, "event", who, days, small.lens, 9)
    known = [key for key in found if key in (event.id, alone.id)]
    assert known == ([event.id, alone.id] if is_found else [])  # of whom most are there first


def test_an_agreement_above_the_ceiling_is_not_told(small: Small) -> None:
    pact = small.fresh(small.pact)
    who = [each.who.id for each in pact.parties if each.who]
    sql = sql_of(small.store)
    assert ids_with(sql, "agreement", who, ("", ""), small.lens, 9) == [pact.id]
    pact.marking = 2
    small.store.save(pact, small.lens)
    assert ids_with(sql, "agreement", who, ("", ""), Lens(ceiling=1), 9) == []
