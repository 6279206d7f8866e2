"""Suspects are a sieve: what the rules find of all records they find of the suspects."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store
from db.checks.checking import find_all, find_in
from db.checks.suspects import suspects
from db.vocabulary.kinds import KINDS
from tests.db.checks.case_desk import LENS, CaseDesk
from tests.db.checks.test_party_rules import GDR, NEW
from tests.db.desk_sql import sql_of

SAM = {"kind": "person", "title": "Sam", "born": "1950", "died": "2003-05-05",
       "tenures": [("Envoy", "1990", "1995"), ("Guest", "1960", None)]}  # fmt: skip
DAYS = st.sampled_from([None, "1960", "1985-04", "1992-03-01", "2005", "201X"])
ACTS = st.sampled_from([
    "signed", "signed subject to ratification", "ratified", "acceded", "succeeded", "reservation",
    "entry into force", "denounced", "withdrew",
])  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_statement_can_be_asked(store: Store, kind: str) -> None:
    for statement in suspects(kind):
        assert sql_of(store).rows(statement) == []


@st.composite
def agreements(draw: st.DrawFn) -> dict[str, Any]:
    """An agreement with any days, and parties that did anything on any day."""
    act = st.tuples(ACTS, DAYS, st.sampled_from([{}, {"by": "Sam"}]))
    party = st.fixed_dictionaries({
        "who": st.sampled_from(["East", "South", "Kenya"]),
        "acts": st.lists(act, max_size=3),
    })  # fmt: skip
    days = {name: draw(DAYS) for name in ("concluded", "in_force", "provisional", "terminated")}
    return {
        "kind": "agreement",
        "laterality": draw(st.sampled_from(["", "bilateral", "multilateral"])),
        "parties": draw(st.lists(party, max_size=3)),
        **days,
    }


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.lists(agreements(), min_size=8, max_size=8), start=DAYS)
def test_no_finding_is_sifted_out(
    store: Store, given: list[dict[str, Any]], start: str | None
) -> None:
    desk = CaseDesk(store)
    held = sql_of(store).value("SELECT count(*) FROM record")
    desk.fill([
        GDR, NEW, SAM,
        {"kind": "event", "title": f"Met {held}", "participants": ["Sam"], "start": start},
        *({**each, "title": f"Pact {held} {at}"} for at, each in enumerate(given)),
    ])  # fmt: skip
    sql = sql_of(store)
    rows = sql.rows("SELECT kind, id FROM record WHERE id > ?", (held,))
    one_by_one = {each for kind, key in rows for each in find_in(sql, kind, key, LENS)}
    assert one_by_one <= set(find_all(sql, KINDS, LENS))
    assert one_by_one  # Sam is dead, or the rest would prove nothing
