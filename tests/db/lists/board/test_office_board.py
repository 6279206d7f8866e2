"""An office board says for any day who holds, who acts, who may, and what is vacant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Lens, Organization, Parent, Ref, Store
from db.lists.board.board_rows import BoardScope, Bounds, OfficeRow, StayRow, read_board_rows
from db.lists.board.office_board import OfficeBoard, office_state
from db.lists.board.state_rules import OrderRule, StateRules
from tests.cabinet_desk import AFTER, BEFORE, Cabinet, fill_cabinet
from tests.db.desk_sql import sql_of
from tests.saved_records import ref


@pytest.fixture
def cabinet(store: Store) -> Cabinet:
    return fill_cabinet(store)


def board(cabinet: Cabinet, *rules: OrderRule, country: bool = True) -> OfficeBoard:
    body = cabinet.bodies["Government of Ruritania"].id
    scope = BoardScope("x", country="pk") if country else BoardScope("x", body=body)
    rows = read_board_rows(sql_of(cabinet.store), scope, cabinet.lens)
    return OfficeBoard(rows, StateRules({"pk": rules} if rules else None))


def said(found: OfficeBoard, day: str) -> dict[str, str]:
    """Each office with who holds it: acting in brackets, unsure with a question mark."""
    return {
        each.row.title: " ".join([
            *(one.stay.person.title for one in each.state.holders),
            *(f"({one.stay.person.title})" for one in each.state.acting),
            *(f"{one.stay.person.title}?" for one in each.state.unsure),
        ]) + {True: " vacant", False: "", None: " unknown"}[each.state.is_vacant]
        for each in found.on(day)
    }  # fmt: skip


def test_it_tells_of_each_day(cabinet: Cabinet) -> None:
    found = board(cabinet)
    assert said(found, BEFORE) == {
        "Prime Minister": "Anna",
        "Deputy Prime Minister": "Dora",
        "Minister of Foreign Affairs": "Boris",
        "Secretary of State": "Emil",
        "Commissioner for Peace": "Hugo",
        "Chief of Protocol": "(Fritz) vacant",
        "Usher": "Greta? unknown",
    }
    assert said(found, AFTER) == {
        "Prime Minister": "Boris",
        "Deputy Prime Minister": "Dora",
        "Minister of Foreign Affairs": "Clara",
        "Secretary of State": " vacant",
        "Special Envoy": " vacant",
        "Chief of Protocol": "Fritz",
        "Usher": "Greta? unknown",
        "Chair": " vacant",
    }


def test_a_vacancy_says_since_when_and_how_many_seats(cabinet: Cabinet) -> None:
    by_title = {each.row.title: each.state for each in board(cabinet).on(AFTER)}
    since = by_title["Secretary of State"].vacant_since
    assert since is not None and since.edtf == "2025-06-10"
    assert by_title["Secretary of State"].was_held
    assert by_title["Special Envoy"].vacant_since is None
    assert not by_title["Special Envoy"].was_held
    assert by_title["Deputy Prime Minister"].vacant_seats == 1
    assert by_title["Usher"].vacant_seats == 0


def test_bodies_stand_below_those_they_belong_to_on_the_day(cabinet: Cabinet) -> None:
    def tree(day: str, country: bool) -> list[tuple[str, int]]:
        found = board(cabinet, country=country).bodies_on(day)
        return [(each.body.ref.title, each.depth) for each in found]

    whole = [
        ("Government of Ruritania", 0),
        ("Foreign Ministry", 1),
        ("Protocol Department", 2),
        ("Trade Board", 1),
    ]
    for country in (True, False):
        assert tree(AFTER, country) == whole
        assert tree(BEFORE, country) == whole[:3]


def test_rules_of_the_state_order_bodies_and_offices(cabinet: Cabinet) -> None:
    rules = [OrderRule("Chair"), OrderRule("Special Envoy"), OrderRule("Minister")]
    offices = [each.row.title for each in board(cabinet, *rules, country=False).on(AFTER)]
    assert offices == [
        "Prime Minister",
        "Deputy Prime Minister",
        "Chair",
        "Special Envoy",
        "Minister of Foreign Affairs",
        "Secretary of State",
        "Chief of Protocol",
        "Usher",
    ]


def test_a_circle_of_bodies_is_shown_once_each(store: Store) -> None:
    first, second = Organization(title="First", country="fr"), Organization(title="Second")
    second.country = "fr"
    store.save(first, Lens())
    second.parents = [Parent(parent=ref(first))]
    store.save(second, Lens())
    again = store.reader.get(first.id, Lens())
    assert isinstance(again, Organization)
    again.parents = [Parent(parent=ref(second))]
    store.save(again, Lens())
    for scope in (BoardScope("x", country="fr"), BoardScope("x", body=first.id)):
        found = OfficeBoard(read_board_rows(sql_of(store), scope, Lens()), StateRules())
        titles = [each.body.ref.title for each in found.bodies_on("2025-01-01")]
        assert sorted(titles) == ["First", "Second"]


DAYS = st.dates().map(lambda each: each.isoformat())
BOUND = st.none() | DAYS


@st.composite
def stays(draw: st.DrawFn) -> StayRow:
    bounds = sorted(filter(None, (draw(BOUND) for _ in range(4))))
    whole = [*bounds, None, None, None, None][:4]
    state = draw(st.sampled_from(["", "unknown", "ongoing", "ended", "ended-unknown"]))
    return StayRow("u", Ref(draw(st.integers(1, 3)), "x", "person"), draw(st.booleans()),
                   None, None, Bounds(*whole), state)  # fmt: skip


@given(st.lists(stays(), max_size=4), st.lists(DAYS, max_size=8))
def test_a_day_is_told_the_same_whatever_was_asked_before(
    found: list[StayRow], days: list[str]
) -> None:
    row = OfficeRow(7, "u", "Office", 1, 1, None, Bounds(), None, None, tuple(found))
    from db.lists.board.board_rows import BoardRows, BodyRow

    body = BodyRow(Ref(1, "Body", "organization"), "", "", "", Bounds(), None, None, ())
    rows = BoardRows(BoardScope("x", bodies=(1,)), {1: body}, [row], 0)
    kept = OfficeBoard(rows, StateRules())
    points = [point for stay in found for point in stay.bounds if point]
    for day in (*days, *points):
        assert kept.state_on(7, day) == office_state(row, day)
