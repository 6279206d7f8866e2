"""Acts and their days: what was known on a day, and what is certain of it."""

from __future__ import annotations

from db.dates import day_number
from db.law.acts import EVER, NEVER, Days, PartyAct, edtf_between, with_act
from tests.db.law.agreements import act, agreement, days, party


def test_an_uncertain_day_is_early_in_one_world_and_late_in_the_other() -> None:
    about = days("1940~")
    assert about.pick(False) == day_number("1939-01-01")
    assert about.pick(True) == day_number("1941-12-31")
    assert Days(None, None).pick(False) == EVER and Days(None, None).pick(True) == NEVER


def test_two_worlds_give_a_day_a_span_or_nothing() -> None:
    early, late = day_number("1939-01-01"), day_number("1941-12-31")
    assert edtf_between(early, late) == "[1939-01-01..1941-12-31]"
    assert edtf_between(early, day_number("1939-12-31")) == "1939"
    assert edtf_between(EVER, day_number("1941-12-31")) == "[..1941-12-31]"
    assert edtf_between(day_number("1941-12-31"), NEVER) == "[1941-12-31..]"
    assert edtf_between(EVER, NEVER) is None is edtf_between(NEVER, NEVER)


def test_nothing_later_is_known_on_a_day() -> None:
    facts = agreement(
        party("Kenya", "signed 2019-05-01", "ratified 2020-02-01"),
        concluded="2019-05-01",
        in_force="2021-01-01",
        terminated="2022",
    )
    known = facts.known_on(day_number("2019-12-31"))
    assert [each.kind for each in known.parties[0].acts] == ["signed"]
    assert (known.concluded, known.in_force, known.terminated) == (facts.concluded, None, None)


def test_an_act_for_a_territory_or_towards_one_state_is_not_the_party_s_own() -> None:
    acts = [
        PartyAct("ratified", days("2020-01-01")),
        PartyAct("territorial extension", days("2020-01-01"), territory="Aruba"),
        PartyAct("accepted", days("2020-01-01"), towards="Kenya"),
    ]
    assert party("Netherlands", *acts).own_acts() == acts[:1]


def test_what_takes_effect_is_stated_beside_the_act_or_by_its_date() -> None:
    assert act("ratified 2020-01-01").effect_days() is None
    assert act("ratified 2020-01-01 > 2020-02-01").effect_days() == days("2020-02-01")
    assert PartyAct("ratified", days("2020-01-01"), "effect").effect_days() == days("2020-01-01")
    assert PartyAct("ceased", days(""), effect=days("1990")).begins() == day_number("1990-01-01")


def test_an_act_more_is_that_of_a_party_or_of_a_new_one() -> None:
    facts = agreement(party("Kenya"))
    same = with_act(facts, "Republic of Kenya", party("Kenya").key, act("acceded 2027-01-01"))
    other = with_act(facts, "Togo", party("Togo").key, act("acceded 2027-01-01"))
    assert len(same.parties) == 1 and len(same.parties[0].acts) == 1
    assert [each.name for each in other.parties] == ["Kenya", "Togo"]
