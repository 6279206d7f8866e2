"""All rules over a desk: the gravest first, in blocks, with progress, through the lens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import Lens, Store, make_desk, open_desk
from db.checks import checking
from db.checks.checking import find_all, find_in, rule_names, rules_of
from db.checks.finding import SEVERITIES
from db.vocabulary.kinds import KINDS
from tests.db.checks.case_desk import LENS, CaseDesk, findings
from tests.db.desk_sql import sql_of

WRONG = [
    {"kind": "person", "title": "Ann", "born": "1990", "tenures": [("Envoy", "1998", None)]},
    {"kind": "agreement", "title": "Pact", "terminated": "1980"},
    {"kind": "agreement", "title": "Treaty", "parties": ["Peru", "Peru"]},
]


def test_the_gravest_come_first(store: Store) -> None:
    CaseDesk(store).fill(WRONG)
    told = [(each.severity, each.title) for each in findings(store)]
    assert told == [("error", "Treaty"), ("warn", "Ann"), ("note", "Pact")]


def test_one_kind_alone_is_judged(store: Store) -> None:
    CaseDesk(store).fill(WRONG)
    told = [each for each in find_all(sql_of(store), ("person",), LENS) if not each.is_gap]
    assert [each.title for each in told] == ["Ann"]


def test_one_record_is_judged_by_itself(store: Store) -> None:
    desk = CaseDesk(store)
    desk.fill(WRONG)
    told = find_in(sql_of(store), "agreement", desk.ref("Treaty").id, LENS)
    assert [each.says for each in told] == ["Peru stands twice.", "No source is given."]


def test_what_is_not_shown_is_not_judged(store: Store) -> None:
    CaseDesk(store).fill(WRONG)
    sql_of(store).run("UPDATE record SET marking = 2")
    assert find_all(sql_of(store), KINDS, Lens("2026-06-01", 1)) == []


def test_progress_is_told_and_blocks_change_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    CaseDesk(store).fill(WRONG)
    whole = find_all(sql_of(store), KINDS, LENS)
    monkeypatch.setattr(checking, "BLOCK_RECORDS", 1)
    told: list[tuple[int, int]] = []
    assert find_all(sql_of(store), KINDS, LENS, lambda *at: told.append(at)) == whole
    assert told and told[0][1] == 3


def test_every_rule_is_named_once_for_a_kind_and_has_a_severity() -> None:
    for kind in KINDS:
        names = [rule.name for rule in rules_of(kind)]
        assert len(names) == len(set(names))
        assert {rule.severity for rule in rules_of(kind)} <= set(SEVERITIES)
    assert {"seat-overlap", "two-consents", "too-young", "circle"} <= set(rule_names())


def test_situations_of_the_data_give_what_they_name(real_data: Path, tmp_path: Path) -> None:
    """Each situation gives just the findings that it names; the odd but right ones none."""
    cases = json.loads((real_data / "law" / "checks_cases.json").read_text(encoding="utf-8"))
    wrong: list[object] = []
    for case in cases["cases"]:
        path = tmp_path / f"{case['id']}.desk"
        make_desk(path)
        with open_desk(path) as store:
            CaseDesk(store).fill(case["records"])
            told = {(each.rule, each.severity, each.place) for each in findings(store)}
        wanted = case["expected_findings"]
        named = {(each["rule"], each["severity"], each["on"]) for each in wanted}
        if told != named:
            wrong.append((case["id"], told, named))
    assert wrong == []
