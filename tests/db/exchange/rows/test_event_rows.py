"""A row of events: what happened, who took part, in which countries, about what."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, Event, Store
from db.exchange.mapping.row_values import Value
from db.exchange.placing.tally import RowFault
from db.exchange.rows.event_rows import build
from tests.db.exchange.typed import LENS, at_work, bring_in, called, row


def test_a_row_makes_the_event_with_all_who_took_part(store: Store) -> None:
    pact = Agreement(title="Pact")
    store.save(pact, LENS)
    with at_work(store, "events") as at:
        draft = build(
            row(
                title="Talks", start="2025-07-01", end="2025-07-04", place="Rome",
                participants=Value("Ana Silva", create=True, role="principal"),
                organizations=Value("United Nations", create=True),
                countries="Italy", agreements="Pact",
            ),
            at,
        )  # fmt: skip
    event = draft.record
    assert isinstance(event, Event)
    assert (event.place, event.country) == ("Rome", "it")
    assert [each.role for each in event.participants] == ["principal", "", "country"]
    assert [(link.nature, link.other and link.other.id) for link in event.links] == [
        ("concerns", pact.id)
    ]


def test_of_several_countries_none_is_the_events_own(store: Store) -> None:
    with at_work(store, "events") as at:
        draft = build(row(title="Talks", countries=(Value("Italy"), Value("France"))), at)
    assert draft.record.country == ""
    assert isinstance(draft.record, Event) and len(draft.record.participants) == 2


def test_an_event_without_an_identifier_is_known_by_title_days_place_and_people(
    store: Store,
) -> None:
    with at_work(store, "events") as at:
        keys = [
            build(row(title="Talks", start="2025", place=place), at).keys[0]
            for place in ("Rome", "Paris", "Rome")
        ]
    assert keys[0] == keys[2] != keys[1]


@pytest.mark.parametrize(
    ("values", "column"),
    [({"start": "soon"}, "start"), ({"start": "2020", "end": "2019"}, "end")],
)
def test_a_day_that_is_none_or_ends_too_early_is_left_out(
    store: Store, values: dict[str, str], column: str
) -> None:
    with at_work(store, "events") as at:
        draft = build(row(title="Talks", **values), at)
        told = at.tally.report({}).flagged
    assert [each["column"] for each in told] == [column]
    assert getattr(draft.record, column) is None


def test_a_row_without_a_title_is_a_fault(store: Store) -> None:
    with at_work(store, "events") as at, pytest.raises(RowFault) as fault:
        build(row(start="2020"), at)
    assert fault.value.column == ""


def test_an_agreement_that_is_not_on_the_desk_is_a_fault(store: Store) -> None:
    with at_work(store, "events") as at, pytest.raises(RowFault, match="add it first"):
        build(row(title="Talks", agreements="Unknown pact"), at)


def test_states_and_bodies_among_those_who_take_part_are_no_people(
    store: Store, tmp_path: Path
) -> None:
    text = 'title,date,participants\nTalks,12–14 June 2011,"Ana Ruiz, Peru, Ministry of Trade"\n'
    report = bring_in(store, tmp_path, text, kind="events")
    assert report.created["people"] == 1 and report.created["organizations"] == 2
    talks = called(store, "Talks")
    assert isinstance(talks, Event) and talks.start and talks.end
    assert (talks.start.edtf, talks.end.edtf) == ("2011-06-12", "2011-06-14")
    who = [(each.who.title, each.who.kind) for each in talks.participants if each.who]
    assert who == [("Ana Ruiz", "person"), ("Peru", "organization"),
                   ("Ministry of Trade", "organization")]  # fmt: skip
