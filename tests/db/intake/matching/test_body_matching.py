"""A body is preselected by its own name; what every state has needs the state as well."""

from __future__ import annotations

import pytest

from db import Store
from db.intake.matching.body_matching import match_body, match_state
from db.intake.proposals import OrganizationFields
from tests.db.intake.matching.desk_of_names import LENS

MIN_RECALL = 0.93
# name in the text · acronym · country · which body it is
TRUE_MATCHES = [
    ("Ministry of Foreign Affairs", "", "pk", "Ministry of Foreign Affairs of Pakistan"),
    ("Foreign Office", "FO", "pk", "Ministry of Foreign Affairs of Pakistan"),
    ("Pakistan Ministry of Foreign Affairs", "", "", "Ministry of Foreign Affairs of Pakistan"),
    ("Norwegian Ministry of Foreign Affairs", "", "", "Ministry of Foreign Affairs of Norway"),
    ("Foreign Ministry", "", "no", "Ministry of Foreign Affairs of Norway"),
    ("Ministry of Defence", "", "in", "Ministry of Defence of India"),
    ("Indian Ministry of Defense", "", "in", "Ministry of Defence of India"),
    ("State Department", "", "us", "United States Department of State"),
    ("Department of State", "", "us", "United States Department of State"),
    ("Department of Defense", "DoD", "us", "United States Department of Defense"),
    ("Pentagon", "", "us", "United States Department of Defense"),
    ("Federal Foreign Office", "", "de", "Federal Foreign Office"),
    ("Pakistan Army", "", "pk", "Pakistan Army"),
    ("Army", "", "pk", "Pakistan Army"),
    ("Indian Navy", "", "in", "Indian Navy"),
    ("U.S. Central Command", "CENTCOM", "us", "United States Central Command"),
    ("CENTCOM", "", "us", "United States Central Command"),
    ("Central Command", "CENTCOM", "us", "United States Central Command"),
    ("Frontier Works Organisation", "FWO", "", "Frontier Works Organization"),
    ("Frontier Works Organization", "", "pk", "Frontier Works Organization"),
    ("FWO", "", "", "Frontier Works Organization"),
    ("National Logistics Corporation", "NLC", "", "National Logistics Corporation"),
    ("USSM", "", "", "United States Strategic Metals"),
    ("United States Strategic Metals", "USSM", "us", "United States Strategic Metals"),
    ("Mota-Engil", "", "", "Mota-Engil Group"),
    ("Mota-Engil Group", "", "", "Mota-Engil Group"),
    ("World Bank", "", "", "World Bank"),
    ("World Bank Group", "", "", "World Bank"),
    ("International Monetary Fund", "IMF", "", "International Monetary Fund"),
    ("IMF", "", "", "International Monetary Fund"),
    ("United Nations", "UN", "", "United Nations"),
    ("European Union", "", "", "European Union"),
    ("EU", "", "", "European Union"),
    ("ASEAN", "", "", "Association of Southeast Asian Nations"),
    ("Association of South East Asian Nations", "ASEAN", "",
     "Association of Southeast Asian Nations"),
    ("ECOWAS", "", "", "Economic Community of West African States"),
    ("State Bank of Pakistan", "SBP", "", "State Bank of Pakistan"),
    ("State Bank", "SBP", "pk", "State Bank of Pakistan"),
    ("Asian Development Bank", "ADB", "", "Asian Development Bank"),
    ("Supreme Court of India", "", "", "Supreme Court of India"),
    ("EFTA", "", "", "European Free Trade Association"),
]  # fmt: skip
NEAR_MISSES = [
    ("Ministry of Foreign Affairs", "", ""),
    ("Ministry of Foreign Affairs", "", "se"),
    ("Swedish Ministry of Foreign Affairs", "", "se"),
    ("Foreign Ministry", "", ""),
    ("Ministry of Defence", "", ""),
    ("Ministry of Defence", "", "pk"),
    ("Department of Defense", "", ""),
    ("Army", "", ""),
    ("Army", "", "us"),
    ("Navy", "", "pk"),
    ("Pakistan Navy", "", "pk"),
    ("NLC", "", ""),
    ("Northern Land Council", "NLC", "au"),
    ("Asian Disaster Bureau", "ADB", ""),
    ("European Council", "EC", ""),
    ("Central Bank", "", ""),
    ("Central Bank of Iraq", "", "sy"),
    ("Central Bank of Iraa", "", "lb"),
    ("West African Development Bank", "", ""),
    ("Supreme Court", "", ""),
    ("Supreme Court", "", "bd"),
    ("Frontier Constabulary", "", "pk"),
    ("Southern Command", "", "us"),
    ("United Nations Security Council", "", ""),
]


def test_bodies_of_the_desk_are_preselected(named_desk: Store) -> None:
    missed = []
    for name, acronym, country, which in TRUE_MATCHES:
        body = OrganizationFields(name, acronym=acronym, country=country)
        match = match_body(named_desk.reader, body, LENS)
        if match.candidate is None or match.candidate.title != which:
            missed.append((name, match.answer, [each.title for each in match.candidates]))
    assert 1 - len(missed) / len(TRUE_MATCHES) >= MIN_RECALL, missed


def test_no_body_is_preselected_that_is_only_near(named_desk: Store) -> None:
    false = []
    for name, acronym, country in NEAR_MISSES:
        body = OrganizationFields(name, acronym=acronym, country=country)
        if match_body(named_desk.reader, body, LENS).candidate is not None:
            false.append((name, country, match_body(named_desk.reader, body, LENS).candidate))
    assert false == []


def test_one_acronym_of_two_bodies_offers_both(named_desk: Store) -> None:
    match = match_body(named_desk.reader, OrganizationFields("NLC"), LENS)
    assert {each.title for each in match.candidates} == {
        "National Logistics Corporation",
        "Neyveli Lignite Corporation",
    }


@pytest.mark.parametrize(("code", "title"), [("pk", "Pakistan"), ("tr", "Turkey"), ("se", None)])
def test_a_state_is_found_by_its_code(named_desk: Store, code: str, title: str | None) -> None:
    chosen = match_state(named_desk.reader, code, LENS).candidate
    assert (chosen.title if chosen else None) == title
