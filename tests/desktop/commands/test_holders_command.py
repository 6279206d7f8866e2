"""`holders`: who held an office on a day, and never an unknown end as if it were known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command


@pytest.mark.parametrize(
    ("query", "person"),
    [
        ("foreign minister pakistan", "Ishaq Dar"),
        ("secretary of state", "Marco Rubio"),
        ("commander centcom", "Brad Cooper"),
        ("chief army", "Asim Munir"),
    ],
)
def test_an_office_is_found_by_its_title_body_and_acronym(
    command: Command, sample: Path, query: str, person: str
) -> None:
    data = command("holders", sample, *query.split(), "--json").data
    assert list(data) == ["office", "holders"]
    assert [held["person"] for held in data["holders"]] == [person]
    assert list(data["holders"][0]) == ["person", "from", "to", "acting", "certainty"]
    said = "held" if person == "Brad Cooper" else "end unknown"  # of the others no start is known
    assert data["holders"][0]["certainty"] == said


def test_a_known_tenure_is_held_between_its_days_and_by_nobody_else(
    command: Command, desk: Path
) -> None:
    command(
        "edit",
        desk,
        "Ishaq Dar",
        "tenures[1].since=2024-03-11",
        "tenures[1].until=2025-12-31",
        "tenures[1].end_state=ended",
    )
    asked = ("holders", desk, "foreign minister", "--json", "--as-of")
    assert command(*asked, "2025-06-01").data["holders"] == [
        {
            "person": "Ishaq Dar",
            "from": "2024-03-11",
            "to": "2025-12-31",
            "acting": False,
            "certainty": "held",
        }
    ]
    assert command(*asked, "2024-03-10").data["holders"] == []
    assert command(*asked, "2026-01-01").data["holders"] == []


def test_several_offices_give_the_best_and_the_others(command: Command, sample: Path) -> None:
    data = command("holders", sample, "chief", "--json").data
    assert list(data) == ["office", "holders", "others"]
    titles = {data["office"], *(one["office"] for one in data["others"])}
    assert titles == {"Chief of Army Staff, Pakistan Army", "Chairman, Joint Chiefs of Staff"}


def test_an_unknown_end_is_said_in_words(command: Command, sample: Path) -> None:
    out = command("holders", sample, "secretary of state").out
    assert "Marco Rubio" in out and "end unknown" in out


def test_an_office_held_by_nobody_is_said_so(command: Command, desk: Path) -> None:
    out = command("holders", desk, "commander", "--as-of", "2030").out
    assert "Brad Cooper" in out
    command("edit", desk, "Brad Cooper", "tenures[0].until=2026", "tenures[0].end_state=ended")
    assert "nobody is known" in command("holders", desk, "commander", "--as-of", "2030").out


@pytest.mark.parametrize("query", ["doge of venice", "*", "%", "' OR 1=1", "…"])
def test_an_unknown_office_is_refused(command: Command, sample: Path, query: str) -> None:
    assert command("holders", sample, query).status == 3


def test_the_ceiling_hides_holders(command: Command, marked: Path) -> None:
    data = command("holders", marked, "secretary of state", "--json", "--ceiling", "1").data
    assert data["holders"] == []


@pytest.mark.parametrize("query", ["foreign minister france", "minister French Republic", "fr"])
def test_an_office_is_found_by_the_country_of_a_body_that_does_not_name_it(
    command: Command, desk: Path, query: str
) -> None:
    made = command(
        "edit", desk, "FWO", "title=Quai d'Orsay", "country=France",
        "offices[+].title=Minister for Foreign Affairs",
    )  # fmt: skip
    assert made.status == 0, made.err
    data = command("holders", desk, query, "--json").data
    assert data == {
        "office": "Minister for Foreign Affairs, Quai d'Orsay",
        "holders": [],
        "vacant": True,
    }


def test_a_vacancy_is_said_with_who_held_it_last(command: Command, desk: Path) -> None:
    changes = ("tenures[0].since=2024", "tenures[0].until=2025-12-31", "tenures[0].end_state=ended")
    assert command("edit", desk, "Brad Cooper", *changes).status == 0
    found = command("holders", desk, "commander centcom", "--as-of", "2026-01-01")
    assert "vacant on 2026-01-01; Brad Cooper held it until 31 December 2025" in found.out
