"""Who stands before whom: by role, by office and by time in it, always with a reason."""

import pytest

from db import (
    HistoricalDate,
    Office,
    OfficeRef,
    Organization,
    Person,
    Rank,
    Ref,
    StateRules,
    Tenure,
)
from db.lists.board.state_rules import OrderRule
from desktop.paper.sheets.precedence import office_bodies, precedence_rank

DATE = HistoricalDate.parse
DAY = "2025-09-15"
STATE = Organization(id=1, title="Ruritania", kind="state", offices=[
    Office(id=11, title="Prime Minister", precedence=1), Office(id=12, title="Envoy")])  # fmt: skip
MINISTRY = Organization(id=2, title="Foreign Office", kind="ministry", offices=[
    Office(id=21, title="Minister", precedence=1),
    Office(id=22, title="Secretary", precedence=2)])  # fmt: skip
BODIES = {1: STATE, 2: MINISTRY}


def person(title: str, office: int, since: str = "") -> Person:
    body = BODIES[office // 10]
    name = next(each.title for each in body.offices if each.id == office)
    ref = OfficeRef(office, name, Ref(body.id, body.title, "organization"))
    begun = DATE(since) if since else None
    return Person(title=title, tenures=[Tenure(office=ref, since=begun, end_state="ongoing")])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((person("Z", 11), ""), (person("A", 21), "")),
        ((person("Z", 21), ""), (person("A", 22), "")),
        ((person("Z", 22), "principal"), (person("A", 11), "delegation")),
        ((person("Z", 22, "2020"), ""), (person("A", 22, "2022"), "")),
        ((person("Z", 11), ""), (person("A", 12), "")),
        ((person("Z", 12), ""), (Person(title="A"), "")),
        ((Person(title="A"), ""), (Person(title="B"), "")),
        ((Person(title="Z"), ""), (person("A", 11), "interpreter")),
    ],
)
def test_one_stands_before_the_other(first: tuple[Person, str], second: tuple[Person, str]) -> None:
    before, after = (precedence_rank(who, role, BODIES, DAY) for who, role in (first, second))
    assert before.key < after.key


@pytest.mark.parametrize(
    ("who", "role", "reason"),
    [
        (person("A", 22, "2020"), "host", "Host; Secretary, 2nd in Foreign Office, since 2020"),
        (person("A", 12), "", "Envoy, without a stated precedence in Ruritania"),
        (Person(title="A", ranks=[Rank(title="General")]), "", "General; no office on that day"),
        (Person(title="A"), "", "no office on that day, so by name"),
        (Person(title="A", tenures=[Tenure()]), "", "office without a body"),
    ],
)
def test_the_reason_is_told(who: Person, role: str, reason: str) -> None:
    assert precedence_rank(who, role, BODIES, DAY).reason == reason


def test_only_the_bodies_of_that_day_are_looked_at() -> None:
    later = person("A", 21, "2026")
    assert office_bodies([later, person("B", 11)], DAY) == {1}


def test_the_order_of_a_state_comes_before_that_of_its_bodies() -> None:
    offices = [Office(id=91, title="Ombudsman")]
    body = Organization(id=9, title="Agency", kind="agency", country="pk", offices=offices)
    ref = OfficeRef(91, "Ombudsman", Ref(9, "Agency", "organization"))
    who = Person(title="O", tenures=[Tenure(office=ref, end_state="ongoing")])
    bodies = {**BODIES, 9: body}
    rules = StateRules({"pk": [OrderRule("Ombudsman")]})
    found = precedence_rank(who, "", bodies, DAY, rules)
    assert found.reason == "Ombudsman, 1st in the order of Pakistan"
    other = person("A", 11)
    assert found.key < precedence_rank(other, "", bodies, DAY, rules).key
    without = precedence_rank(who, "", bodies, DAY)
    assert without.key > precedence_rank(other, "", bodies, DAY).key
