"""The article that this reader was asked for with, and a press release: what a careful reader makes
of them stands beside them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.intake.reading import read
from db.vocabulary.countries import country_code

TYPES = {"phone_call": "call", "change_of_command": "change of command"}


def _wanted(real_data: Path, name: str) -> tuple[str, date, Any]:
    folder = real_data / "intake"
    gold = json.loads((folder / f"{name}.json").read_text("utf-8"))
    text = (folder / f"{name}.txt").read_text("utf-8")
    return text, date.fromisoformat(gold["published_on"]), gold


@pytest.mark.real
def test_the_article_gives_its_people_bodies_pacts_and_events(real_data: Path) -> None:
    text, published, gold = _wanted(real_data, "call")
    found = read(text, published)
    people = {each.fields.name: each.fields for each in found.people}
    assert set(people) == {person["name"] for person in gold["people"]}
    for person in gold["people"]:
        titles = {office.title.lower() for office in people[person["name"]].offices}
        assert titles >= {title.lower() for title in person["offices"]}
        assert people[person["name"]].rank == (person["rank"] or "")
    names = {each.fields.name for each in found.organizations}
    assert names >= {body["name"] for body in gold["organizations"]}
    values = {each.fields.value.amount: each.fields.parties for each in found.agreements
              if each.fields.value}  # fmt: skip
    assert "United States Strategic Metals" in values["500000000"]
    assert len(found.agreements) == len(gold["agreements"])


@pytest.mark.real
@pytest.mark.parametrize("name", ["call", "centcom"])
def test_each_event_is_found_with_its_day(real_data: Path, name: str) -> None:
    text, published, gold = _wanted(real_data, name)
    found = [each.fields for each in read(text, published).events]
    missing = []
    for event in gold["events"]:
        kind = TYPES.get(event["type"], event["type"])
        wanted = {country_code(each) or each for each in event["participants"]}
        if not any(
            each.type == kind
            and each.date == event["date"]
            and wanted <= set(each.participants) | set(each.countries)
            for each in found
        ):
            missing.append(event)
    assert missing == [] and len(found) == len(gold["events"])
