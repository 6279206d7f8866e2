"""Holders, vacancies and changes of a board in words; what is not known is said, never guessed."""

from __future__ import annotations

import pytest

from db import (
    END_UNKNOWN,
    HELD,
    START_UNKNOWN,
    BoardChange,
    BoardHolder,
    OfficeRef,
    OfficeState,
    OurContact,
    Ref,
)
from db.lists.board.board_rows import Bounds, StayRow
from desktop.paper.offices.board_words import (
    CHANGE_HEADINGS,
    change_text,
    contact_text,
    doubt_text,
    time_text,
    vacancy_text,
)
from tests.cabinet_desk import day

ANNA = Ref(1, "Anna", "person")
BODY = Ref(3, "Foreign Ministry", "organization")
MINISTER, ENVOY = OfficeRef(1, "Minister", BODY), OfficeRef(2, "Envoy", BODY)


def holder(certainty: str, since: str = "2025-01-01", until: str = "") -> BoardHolder:
    stay = StayRow("u", ANNA, False, day(since), day(until), Bounds(), "ongoing")
    return BoardHolder(stay, certainty)


@pytest.mark.parametrize(
    ("certainty", "doubt"),
    [
        (HELD, ""),
        (END_UNKNOWN, "may have left: end not known"),
        (START_UNKNOWN, "may not have begun: start not known"),
    ],
)
def test_only_who_is_sure_stands_without_a_doubt(certainty: str, doubt: str) -> None:
    assert doubt_text(holder(certainty)) == doubt


def test_an_end_that_lay_ahead_of_the_day_is_not_told() -> None:
    held = holder(HELD, until="2025-06-30")
    assert time_text(held, "2025-06-01") == "since 1 January 2025"
    assert time_text(held, "2026-01-01") == "1 January 2025 – 30 June 2025"


@pytest.mark.parametrize(
    ("state", "seats", "text"),
    [
        (OfficeState(), 1, ""),
        (OfficeState(vacant_seats=1), 1, "no holder on this desk"),
        (OfficeState(vacant_seats=1, was_held=True), 1, "vacant"),
        (
            OfficeState(vacant_seats=1, was_held=True, vacant_since=day("2025-06-10")),
            1,
            "vacant, last held until 10 June 2025",
        ),
        (OfficeState(vacant_seats=2), 3, "2 of 3 seats without a holder"),
    ],
)
def test_a_vacancy_says_what_is_known_of_it(state: OfficeState, seats: int, text: str) -> None:
    assert vacancy_text(state, seats) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (
            BoardChange("came", MINISTER, ANNA, day=day("2025-06-01")),
            "Anna: Minister, Foreign Ministry, on 1 June 2025",
        ),
        (
            BoardChange("moved", MINISTER, ANNA, ENVOY, day("2025-06")),
            "Anna: Minister, Foreign Ministry, before that Envoy, Foreign Ministry, in June 2025",
        ),
        (
            BoardChange("left", MINISTER, ANNA, is_sure=False, acting=True),
            "Anna: acting Minister, Foreign Ministry, not certain: the end is not known",
        ),
        (
            BoardChange("vacant", MINISTER, day=day("2025-06-10")),
            "Minister, Foreign Ministry: last held until 10 June 2025",
        ),
        (BoardChange("office made", MINISTER), "Minister, Foreign Ministry"),
        (BoardChange("body made", body=BODY, day=day("2025")), "Foreign Ministry in 2025"),
        (
            BoardChange("body moved", body=BODY, above=Ref(9, "Government")),
            "Foreign Ministry: under Government, before that none",
        ),
    ],
)
def test_a_change_is_a_sentence(change: BoardChange, text: str) -> None:
    assert change_text(change) == text


def test_every_kind_of_change_has_a_heading() -> None:
    from db import BOARD_CHANGES

    assert set(BOARD_CHANGES) == set(CHANGE_HEADINGS)


@pytest.mark.parametrize(
    ("contact", "text"),
    [
        (OurContact(day("2025-03-02"), 1, 0), "last met on 2 March 2025"),
        (OurContact(day("2025-03-02"), 4, 1),
         "last met on 2 March 2025, 4 times in all; 1 way to reach"),
        (OurContact(None, 1, 0), "1 meeting, none dated"),
    ],
)  # fmt: skip
def test_a_contact_says_when_we_met_and_how_to_reach(contact: OurContact, text: str) -> None:
    assert contact_text(contact) == text
