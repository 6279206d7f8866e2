"""One step answers a finding: it is mended, or said to be right and not told again."""

from __future__ import annotations

from typing import Any

import pytest

from db import (
    Agreement,
    Amount,
    Name,
    Person,
    Store,
    choose_date_style,
    confirm_finding,
    make_desk,
    mend_label,
    mend_record,
    merge_file,
    open_desk,
)
from db.checks.checking import find_all, rule_names
from db.checks.finding_mends import MENDS
from db.vocabulary.kinds import KINDS
from tests.db.checks.case_desk import LENS, CaseDesk, findings
from tests.db.desk_sql import sql_of

PACT = {"kind": "agreement", "title": "Pact"}
BY_RULE: dict[str, dict[str, Any]] = {
    "party-twice": {"parties": ["Kenya", "Peru", "Kenya"]},
    "bilateral-without-party": {
        "laterality": "bilateral",
        "in_force": "1988",
        "parties": ["Kenya", {"who": "Peru", "acts": [("withdrew", "2019-08-02")]}],
    },
    "bilateral-parties": {"laterality": "bilateral", "parties": ["A", "B", "C"]},
    "term-over": {"in_force": "2000-05-01", "duration": "10 years"},
    "rule-and-date-differ": {
        "rule": "signature + 30 days",
        "in_force": "2020-06-30",
        "parties": [{"who": "A", "acts": [("signed", "2020-05-01")]}],
    },
    "in-force-before-signature": {"concluded": "2020-05-01", "in_force": "2019-05-01"},
    "signing-and-concluded-differ": {
        "laterality": "bilateral",
        "concluded": "1999",
        "parties": [{"who": "A", "acts": [("signed", "2001")]}],
    },
    "two-consents": {
        "parties": [{"who": "A", "acts": [("ratified", "1975"), ("acceded", "1975")]}],
    },
    "ratification-without-signature": {
        "parties_complete": True,
        "parties": [
            {"who": "A", "acts": [("signed", "1973"), ("ratified", "1975")]},
            {"who": "B", "acts": [("ratified", "1975")]},
        ],
    },
    "accession-after-signature": {
        "parties": [{"who": "A", "acts": [("signed", "1973"), ("acceded", "1975")]}],
    },
    "threshold-not-met": {
        "in_force": "1980",
        "rule": "3 deposits + 30 days",
        "recorded_deposits": 2,
        "parties_complete": True,
    },
}


def mend(store: Store, rule: str) -> list[str]:
    """Mend the one finding of a rule; returns the rules that still find something."""
    [found] = [each for each in find_all(sql_of(store), KINDS, LENS) if each.rule == rule]
    assert mend_label(found) == MENDS[rule].label
    record = store.reader.get(found.record_id, LENS)
    assert store.save(mend_record(record, found, LENS.as_of), LENS) is not None
    return [each.rule for each in find_all(sql_of(store), KINDS, LENS) if not each.is_gap]


@pytest.mark.parametrize("rule", BY_RULE)
def test_an_agreement_is_mended_in_one_step(store: Store, rule: str) -> None:
    CaseDesk(store).fill([{**PACT, **BY_RULE[rule]}])
    assert mend(store, rule) == []
    assert store.verify() == []


def test_what_is_replaced_between_parties_alone_goes_on(store: Store) -> None:
    CaseDesk(store).fill([
        {**PACT, "in_force": "2003", "links": [("replaces", "Treaty")]},
        {"kind": "agreement", "title": "Treaty", "in_force": "1933"},
    ])  # fmt: skip
    assert mend(store, "replaced-not-ended") == []


def test_two_days_are_swapped(store: Store) -> None:
    event = {"kind": "event", "title": "M", "start": "2004-01-05", "end": "2004-01-03"}
    CaseDesk(store).fill([event])
    assert mend(store, "end-before-start") == []


def test_a_sum_is_called_about(store: Store) -> None:
    pact = Agreement(title="Pact", amounts=[Amount(number="5", currency="USD")])
    store.save(pact, LENS)
    assert mend(store, "amount-without-precision") == []
    assert store.reader.get(pact.id, LENS).amounts[0].qualifier == "about"  # type: ignore[attr-defined]


def test_a_name_gets_its_parts_and_its_language(store: Store) -> None:
    person = Person(
        title="Emmanuel Macron", country="fr", names=[Name(text="Путин", kind="native")]
    )
    store.save(person, LENS)
    sql_of(store).run("UPDATE name SET language = 'fr' WHERE kind = 'native'")
    sql_of(store).run("UPDATE person SET family = ''")
    mend(store, "script-of-language")
    mend(store, "name-without-family")
    found = store.reader.get(person.id, LENS)
    assert isinstance(found, Person) and found.family == "Macron"
    assert {each.language for each in found.names if each.kind == "native"} == {"ru"}


def confirm_all(store: Store) -> None:
    for found in findings(store):
        record = store.reader.get(found.record_id, LENS)
        store.save(confirm_finding(record, found, "Asked the ministry."), LENS, "Confirm")


def test_what_is_right_is_not_told_again_until_it_changes(store: Store) -> None:
    desk = CaseDesk(store)
    desk.fill([{**PACT, **BY_RULE["in-force-before-signature"]}])
    confirm_all(store)
    assert findings(store) == []
    choose_date_style("iso")
    assert findings(store) == []  # however days are written
    choose_date_style("long")
    pact = store.reader.get(desk.ref("Pact").id, LENS)
    assert isinstance(pact, Agreement) and pact.in_force is not None
    pact.in_force = pact.in_force.parse("2018")
    store.save(pact, LENS)
    assert [each.rule for each in findings(store)] == ["in-force-before-signature"]


def test_a_confirmation_is_undone_like_any_edit(store: Store) -> None:
    CaseDesk(store).fill([{**PACT, **BY_RULE["in-force-before-signature"]}])
    confirm_all(store)
    store.revert(store.reader.changes()[0].id)
    assert [each.rule for each in findings(store)] == ["in-force-before-signature"]


def test_a_confirmation_between_records_holds_and_goes_to_another_desk(
    store: Store, tmp_path: Any
) -> None:
    desk = CaseDesk(store)
    desk.office("Envoy", 1)
    desk.fill([
        {"kind": "person", "title": name, "tenures": [("Envoy", since, None)]}
        for name, since in (("Ann", "2001"), ("Ben", "2005"))
    ])  # fmt: skip
    confirm_all(store)
    assert findings(store) == []
    other = tmp_path / "other.desk"
    make_desk(other)
    with open_desk(other) as there:
        merge_file(there, store.path, LENS)
        assert there.reader.count("person", LENS) == 2
        assert findings(there) == []


def test_no_word_of_a_sentence_is_kept(store: Store) -> None:
    CaseDesk(store).fill([{**PACT, **BY_RULE["party-twice"]}])
    confirm_all(store)
    rows = sql_of(store).rows("SELECT rule, digest FROM confirmation")
    assert [(rule, len(digest)) for rule, digest in rows] == [("party-twice", 32)]
    assert "Kenya" not in rows[0][1]


def test_each_mend_is_of_a_rule() -> None:
    assert set(MENDS) <= set(rule_names())
