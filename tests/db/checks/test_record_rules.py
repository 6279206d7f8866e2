"""People, bodies and events: lives, offices and spans."""

from __future__ import annotations

from typing import Any

import pytest

from db import Event, Store
from db.checks.record_rules import spans_of
from db.record_types import Agreement, Organization
from db.tables.parts import Rank, Tenure
from tests.db.checks.case_desk import CaseDesk, findings
from tests.db.desk_sql import sql_of

ANN = {"kind": "person", "title": "Ann"}


@pytest.mark.parametrize(
    "person, found",
    [
        ({"born": "1990", "tenures": [("Minister", "1998", None)]}, ["too-young"]),
        ({"born": "1886", "tenures": [("King of Spain", "1886", "1931")]}, []),
        ({"born": "1990", "tenures": [("Emir", "1998", None)]}, []),
        ({"born": "1990", "tenures": [("Minister", "2010", None)]}, []),
        ({"born": "199X", "tenures": [("Minister", "2010", None)]}, []),
        ({"tenures": [("Minister", "1998", None)]}, []),
        ({"died": "2003", "tenures": [("Minister", "2005", None)]}, ["after-death"]),
        ({"died": "2003", "tenures": [("Minister", "2003", None)]}, []),
        (
            {"tenures": [("President", "2000", None), ("Prime Minister", "2000", None)]},
            [],
        ),
    ],
)
def test_a_life_and_its_offices(store: Store, person: dict[str, Any], found: list[str]) -> None:
    CaseDesk(store).fill([{**ANN, **person}])
    assert [each.rule for each in findings(store)] == found


def test_an_age_is_told_in_words(store: Store) -> None:
    CaseDesk(store).fill([{**ANN, "born": "1990", "tenures": [("Minister", "1998-06-01", None)]}])
    assert [each.says for each in findings(store)] == ["Eight years old on taking office."]


def test_nobody_holds_an_office_before_it_is_created(store: Store) -> None:
    desk = CaseDesk(store)
    office = desk.office("Minister of Space")
    sql_of(store).run(
        "UPDATE office SET founded_edtf='2010', founded_first='2010-01-01',"
        " founded_last='2010-12-31' WHERE id=?",
        (office.id,),
    )
    desk.fill([{**ANN, "tenures": [("Minister of Space", "2005", None)]}])
    [only] = findings(store)
    assert only.rule == "before-office" and only.place == "Ann · Minister of Space"
    assert only.says == "In office 2005; the office was created 2010."


@pytest.mark.parametrize(
    "person, event, found",
    [
        ({"died": "2003"}, {"type": "meeting", "start": "2004"}, ["after-death"]),
        ({"died": "2003"}, {"type": "ceremony", "start": "2004"}, []),
        ({"died": "2004"}, {"type": "meeting", "start": "2004"}, []),
        ({"born": "2003"}, {"type": "meeting", "start": "1999"}, ["before-birth"]),
        (
            {"tenures": [("Ambassador to Peru", "2005", None)]},
            {"type": "credentials", "start": "2001"},
            ["credentials-before-office"],
        ),
        (
            {"tenures": [("Ambassador to Peru", "2000", None)]},
            {"type": "credentials", "start": "2001"},
            [],
        ),
    ],
)
def test_who_took_part_was_alive_and_in_office(
    store: Store, person: dict[str, Any], event: dict[str, Any], found: list[str]
) -> None:
    met = {"kind": "event", "title": "Met", "participants": ["Ann"], **event}
    CaseDesk(store).fill([{**ANN, **person}, met])
    assert [each.rule for each in findings(store)] == found


def test_the_dead_are_honoured(store: Store) -> None:
    honoured = {"kind": "event", "title": "Met", "type": "meeting", "start": "2004"}
    honoured["participants"] = [("Ann", "honoured")]
    CaseDesk(store).fill([{**ANN, "died": "2003"}, honoured])
    assert findings(store) == []


def test_every_span_of_a_declaration_is_known() -> None:
    assert spans_of(Organization) == (("founded", "dissolved"),)
    assert spans_of(Event) == (("start", "end"),) and spans_of(Agreement) == ()
    assert spans_of(Rank) == spans_of(Tenure) == (("since", "until"),)


@pytest.mark.parametrize(
    "table, begin, end", [("rank", "since", "until"), ("tenure", "since", "until")]
)
def test_a_part_that_ends_before_it_begins(store: Store, table: str, begin: str, end: str) -> None:
    CaseDesk(store).fill([{**ANN, "tenures": [("Envoy", "2004", "2005")]}])
    sql_of(store).run(
        "INSERT INTO rank (record_id, position, title, service, since_edtf, since_first,"
        " since_last, until_edtf, until_first, until_last) SELECT id, 0, 'Major', 'army', '2004',"
        " '2004-01-01', '2004-12-31', '2005', '2005-01-01', '2005-12-31' FROM person"
    )
    sql_of(store).run(
        f"UPDATE {table} SET {end}_edtf='2001', {end}_first='2001-01-01', {end}_last='2001-12-31'"
    )
    [only] = findings(store)
    assert (only.rule, only.says) == ("end-before-start", "Ends 2001, begins 2004.")
    assert only.place == f"Ann · {'Major' if table == 'rank' else 'Envoy'}"
