"""Pairs of names that are, or are not, of one bearer, as officers meet them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names.likeness.alike import MIN_PROPOSED_LIKENESS, alike, word_alike

SAME_PERSON = [
    ("Mr Ishaq Dar", "DAR, Mohammad Ishaq"),
    ("Sergei Lavrov", "Сергей Викторович Лавров"),
    ("اسحاق ڈار", "Ishaq Dar"),
    ("J.-C. Juncker", "Jean-Claude Juncker"),
    ("JC Juncker", "Jean-Claude Juncker"),
    ("XI Jinping", "Xi Jinping"),
    ("Ishaq DAR", "Mohammad Ishaq Dar"),
    ("DAR Ishaq", "Ishaq Dar"),
    ("W. Tillmann", "Wilhelm Tillmann"),
    ("Ben Cardin", "Benjamin L. Cardin"),
    ("Mohamed ibn Zayed", "Mohammed bin Zayed"),
    ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"),
    ("AlisherUsmanov", "Alisher Usmanov"),
    ("Şahin, Ömer", "Omer Sahin"),
    ("George Bush", "George Bush Sr."),
]
OTHER_PERSON = [
    ("Bashar al-Assad", "Hafez al-Assad"),
    ("Hans O. Friedrich", "Hans Joachim Friedrich"),
    ("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi"),
    ("Martin Luther King Jr", "Martin Luther King Sr"),
    ("Khalid Hassan al-Douri", "Khalid Hassan al-Samarrai"),
    ("Ivan Petrovich Sokolov", "Ivan Sergeyevich Sokolov"),
    ("Erdoğan", "Recep Tayyip Erdoğan"),
    ("N.N.", "Nora Nilsson"),
    ("al", "el"),
]
SAME_BODY = [
    ("Siemens Aktiengesellschaft", "Siemens AG"),
    ("OAO Rosneft", "Rosneft JSC"),
    ("Министерство обороны", "Министерство обороны"),
    ("1st International Bank", "First Int'l Bank"),
    ("Forty Fourth Brigade", "44th Brigade"),
    ("U.S. Department of State", "United States Department of State"),
    ("Ministry of Defence", "Ministry of Defense"),
    ("Good Will Company", "Goodwill Co."),
    ("Van der Meer BV", "Vandermeer B.V."),
    ("IAEA", "International Atomic Energy Agency"),
    ("H&M Hennes & Mauritz AB", "H and M Hennes and Mauritz AB"),
    ("Burmese Trading House", "Trading House of Myanmar"),
]
OTHER_BODY = [
    ("Central Bank of Iraq", "Central Bank of Iran"),
    ("Government of Niger", "Government of Nigeria"),
    ("Asian Fund III L.P.", "Asian Fund IV L.P."),
    ("Protocol 6", "Protocol 16"),
    ("Bowne of Atlanta, Inc.", "Bowne of Boston, Inc."),
    ("Ministry of Trade", "Ministry of Transport"),
    ("Banco Santander S.A.", "Banco Santander México S.A."),
    ("Gesellschaft mit beschränkter Haftung", "Volkswagen GmbH"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_spellings_of_one_person_are_proposed(one: str, other: str) -> None:
    assert alike(one, other, "person").score >= MIN_PROPOSED_LIKENESS
    assert alike(other, one, "person").score >= MIN_PROPOSED_LIKENESS


@pytest.mark.parametrize(("one", "other"), OTHER_PERSON)
def test_two_people_are_not_proposed(one: str, other: str) -> None:
    assert alike(one, other, "person").score < MIN_PROPOSED_LIKENESS
    assert alike(other, one, "person").score < MIN_PROPOSED_LIKENESS


@pytest.mark.parametrize(("one", "other"), SAME_BODY)
def test_spellings_of_one_body_are_proposed(one: str, other: str) -> None:
    assert alike(one, other, "organization").score >= MIN_PROPOSED_LIKENESS
    assert alike(other, one, "organization").score >= MIN_PROPOSED_LIKENESS


@pytest.mark.parametrize(("one", "other"), OTHER_BODY)
def test_numbers_places_and_telling_words_keep_bodies_apart(one: str, other: str) -> None:
    assert alike(one, other, "organization").score < MIN_PROPOSED_LIKENESS
    assert alike(other, one, "organization").score < MIN_PROPOSED_LIKENESS


def test_the_reason_names_the_words_that_decide() -> None:
    assert alike("Rami Makhlouf", "Hafez Makhlouf", "person").why == "rami is not hafez"
    assert alike("Nanshan", "Nanshan Group", "organization").why == "group only in one"


def test_a_word_alone_is_measured_for_search() -> None:
    assert word_alike("lavrov", "lavrow") > word_alike("lavrov", "labrador")
    assert word_alike("", "dar") == 0.0


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["person", "organization"]))
def test_any_two_texts_have_a_score_from_0_to_1(one: str, other: str, kind: str) -> None:
    likeness = alike(one, other, kind)
    assert 0.0 <= likeness.score <= 1.0 and likeness.why


@given(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True))
def test_a_name_is_like_itself_in_capitals_and_turned_round(name: str) -> None:
    given_name, family = name.split()
    for kind in ("person", "organization"):
        assert alike(name, name.upper(), kind).score == 1.0
    assert alike(name, f"{family}, {given_name}", "person").score >= MIN_PROPOSED_LIKENESS
