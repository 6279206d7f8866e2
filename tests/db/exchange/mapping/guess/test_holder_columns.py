"""Whose the state of an envoy is, and the office that only a heading tells."""

from __future__ import annotations

import pytest

from tests.db.exchange.mapping.guess.tables import guess, sources


@pytest.mark.parametrize(
    ("table", "office"),
    [
        ("Country;Ambassador;Since|Peru;Ana Ruiz;2019|Chile;Luis Paz;2020", "“Ambassador”"),
        ("Foreign minister;Term|Ana Ruiz;2013–2014|Luis Paz;2015", "“Foreign minister”"),
        ("Leader;From;Position|Ana Ruiz;2019;President|Luis Paz;2020;Premier", "Position"),
    ],
)
def test_a_heading_may_say_the_office(table: str, office: str) -> None:
    assert sources(guess(table))["office"] == office


@pytest.mark.parametrize(
    ("table", "target"),
    [
        ("Country;Name;Title|Peru;Ana Ruiz;Ambassador|Chile;Luis Paz;Ambassador", "organization"),
        ("Country;Name;Title|Peru;Ana Ruiz;Minister|Chile;Luis Paz;Minister", "country"),
        ("Country;Mission;Head of Mission|Peru;Embassy of Canada in Lima;Ana Ruiz"
         "|Chile;Embassy of Canada in Santiago;Luis Paz", ""),
        ("Country;Mission;Head of Mission|Peru;Embassy of Peru;Ana Ruiz"
         "|Chile;Embassy of Chile;Luis Paz", "country"),
    ],
)  # fmt: skip
def test_the_state_of_an_envoy_is_not_taken_for_theirs(table: str, target: str) -> None:
    mapping = guess(table)
    by_source = {source: name for name, source in sources(mapping).items()}
    assert by_source.get("Country", "") == target
    told = [says for says in mapping.remarks if says.startswith("“Country”")]
    assert bool(told) is (target != "country")


def test_titles_in_two_columns_are_put_together() -> None:
    made = guess("Anrede;Titel;Vorname;Nachname|Frau;Dr.;Eva;Kurz|Herr;;Hans;Maier")
    assert sources(made)["honorific"] == "{Anrede} {Titel}"
