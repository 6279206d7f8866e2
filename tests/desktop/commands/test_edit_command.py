"""`edit`: every sort of field, parts and parts of parts, and errors named by their path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.commands.conftest import Command

Uid = Callable[[Path, str], str]
SET = [
    ("dar", ["title=Mohammad Ishaq Dar"], "title", "Mohammad Ishaq Dar"),
    ("dar", ["born=12 May 1950"], "born.edtf", "1950-05-12"),
    ("dar", ["born=about 1950"], "born.edtf", "1950~"),
    ("dar", ["checked_on=6 April 2025"], "checked_on", "2025-04-06"),
    ("dar", ["country=France"], "country", "fr"),
    ("dar", ["country="], "country", ""),
    ("dar", ["marking=restricted"], "marking", "restricted"),
    ("dar", ["topics=tea, trade"], "topics", ["tea", "trade"]),
    ("dar", ["tenures[1].acting=yes"], "tenures.1.acting", True),
    ("dar", ["tenures[0].since=March 2024"], "tenures.0.since.edtf", "2024-03"),
    ("dar", ["notes[+].text=Tea.", "notes[+].marking=secret"], "notes.0.marking", "secret"),
    ("dar", ["notes[+].text=One.", "notes[+].text=Two."], "notes.1.text", "Two."),
    ("dar", ["names[0]="], "names.0.text", "DPM Dar"),
    (
        "dar",
        ["tenures[+].office=Secretary of State"],
        "tenures.2.office.title",
        "Secretary of State",
    ),
    (
        "dar",
        ["tenures[+].office=Commander, United States Central Command"],
        "tenures.2.office.organization.title",
        "United States Central Command",
    ),
    (
        "dar",
        ["tenures[+].office=Secretary of State", "tenures[+].since=2025"],
        "tenures.2.end_state",
        "ongoing",
    ),
    (
        "dar",
        [
            "tenures[+].office=Secretary of State",
            "tenures[+].end_state=unknown",
            "tenures[+].since=2025",
        ],
        "tenures.2.end_state",
        "unknown",
    ),
    ("dar", ["tenures[0].until=2025"], "tenures.0.end_state", "ended"),
    (
        "dar",
        ["links[+].other=Dan Caine", "links[+].nature=see also"],
        "links.0.other.title",
        "Dan Caine",
    ),
    (
        "dar",
        ["citations[+].source=A book", "citations[+].passage=p. 7"],
        "citations.1.source.title",
        "A book",
    ),
    (
        "type:ministry pakistan",
        ["offices[+].title=Spokesman", "offices[+].seats=2"],
        "offices.1.seats",
        2,
    ),
    ("type:ministry pakistan", ["type=service"], "type", "service"),
    (
        "type:ministry pakistan",
        ["parents[+].parent=Pakistan"],
        "parents.0.parent.title",
        "Pakistan",
    ),
    ("type:investment", ["amounts[0].number=500000001"], "amounts.0.number", "500000001"),
    (
        "type:investment",
        [
            "parties[0].actions[+].action=ratified",
            "parties[0].actions[+].date=2026",
            "parties[0].actions[+].action=denounced",
        ],
        "parties.0.actions.-1.action",
        "denounced",
    ),
    (
        "type:investment",
        [
            "parties[+].who=India",
            "parties[+].actions[+].action=signed",
            "parties[+].actions[+].signatory=Asim Munir",
        ],
        "parties.2.actions.0.signatory.title",
        "Asim Munir",
    ),
    ("type:call", ["part_of=July meeting"], "part_of.kind", "event"),
    ("type:call", ["local_time=14:30"], "local_time", "14:30"),
]
REFUSED = [
    ("dar", ["born=03/04/1950"], "born: ", "3 April"),
    ("dar", ["born=soon"], "born: ", "cannot be read"),
    ("dar", ["born=1950", "died=1940"], "died: ", "before the start"),
    ("dar", ["checked_on=2025"], "checked_on: ", "not one day"),
    ("dar", ["country=Atlantis"], "country: ", "no country"),
    ("dar", ["marking=top"], "marking: ", "not a marking"),
    ("dar", ["title= "], "title: ", "needs a name"),
    ("dar", ["tenures[0].acting=perhaps"], "tenures[0].acting: ", "neither yes nor no"),
    ("dar", ["tenures[+].note=x"], "tenures[2].office: ", "needs the office"),
    ("dar", ["tenures[+].office=Chief"], "tenures[+].office: ", "may be one of 2 offices"),
    ("dar", ["tenures[+].office=Doge"], "tenures[+].office: ", "No office"),
    ("dar", ["tenures[0].end_state=maybe"], "tenures[0].end_state: ", "is not one of"),
    ("dar", ["links[+].other=Pakistan United"], "", "Give the uid"),
    ("dar", ["colour=red"], "", "no field “colour”"),
    ("dar", ["uid=1"], "", "no field “uid”"),
    ("dar", ["version=1"], "", "no field “version”"),
    ("dar", ["born.first=1950"], "", "no field “born.first”"),
    ("dar", ["tenures=x"], "", "is a table"),
    ("dar", ["tenures.office=x"], "", "say which line"),
    ("dar", ["tenures[9].note=x"], "", "has lines 0 to 1"),
    ("dar", ["notes[0]="], "", "no lines yet"),
    ("dar", ["title[0].text=x"], "", "is not a table"),
    ("dar", ["tenures[0]=x"], "", "name its column"),
    ("dar", ["attachments[+].data=nowhere.txt"], "", "was not attached"),
    ("type:ministry pakistan", ["offices[0].seats=many"], "offices[0].seats: ", "whole number"),
    ("type:ministry pakistan", ["offices[0].seats=9999999999"], "offices[0].seats: ", "digits"),
    ("type:investment", ["amounts[0].number=lots"], "amounts[0].number: ", "not a number"),
    ("type:call", ["part_of=Ishaq Dar"], "", "Dar"),
]


def value_at(data: Any, path: str) -> Any:
    """What stands at a dotted path of JSON."""
    for step in path.split("."):
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data


@pytest.mark.parametrize(("who", "changes", "path", "expected"), SET)
def test_every_sort_of_field_is_set(
    command: Command, desk: Path, uid: Uid, who: str, changes: list[str], path: str, expected: Any
) -> None:
    key = uid(desk, who)
    told = command("edit", desk, key, *changes, "--json")
    assert told.status == 0, told.err
    assert told.data == {"uid": key, "change": 2}
    assert value_at(command("show", desk, key, "--json").data, path) == expected
    assert command("verify", desk).status == 0


@pytest.mark.parametrize(("who", "changes", "beside", "says"), REFUSED)
def test_an_error_stands_beside_its_path_and_nothing_is_changed(
    command: Command, desk: Path, uid: Uid, who: str, changes: list[str], beside: str, says: str
) -> None:
    key = uid(desk, who)
    before = command("show", desk, key, "--json").out
    outcome = command("edit", desk, key, *changes)
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.startswith(beside) and says in outcome.err
    assert command("show", desk, key, "--json").out == before
    assert len(command("history", desk, "--json").data) == 1


def test_a_file_is_attached_and_an_image_of_the_change_taken_back(
    command: Command, desk: Path, uid: Uid, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("said", encoding="utf-8")
    key = uid(desk, "dar")
    command("edit", desk, key, f"attachments[+].data={tmp_path / 'note.txt'}")
    attached = command("show", desk, key, "--json").data["attachments"]
    assert [(a["file_name"], a["media_type"], a["size"]) for a in attached] == [
        ("note.txt", "text/plain", 4)
    ]
    assert command("revert", desk, "2").status == 0
    assert command("show", desk, key, "--json").data["attachments"] == []


def test_a_source_that_is_there_is_cited_and_not_doubled(
    command: Command, desk: Path, uid: Uid
) -> None:
    key = uid(desk, "dar")
    title = command("show", desk, key, "--json").data["citations"][0]["source"]["title"]
    command("edit", desk, key, f"citations[+].source={title}", "citations[+].passage=again")
    both = command("show", desk, key, "--json").data["citations"]
    assert both[0]["source"]["uid"] == both[1]["source"]["uid"] != ""


def test_what_does_not_differ_is_no_change(command: Command, desk: Path) -> None:
    outcome = command("edit", desk, "Ishaq Dar", "title=Ishaq Dar", "--json")
    assert (outcome.status, outcome.data["change"]) == (0, None)


@pytest.mark.parametrize("words", ["title", "=", "tea"])
def test_what_is_not_field_and_value_is_wrong_usage_or_refused(
    command: Command, desk: Path, words: str
) -> None:
    assert command("edit", desk, "Ishaq Dar", words).status == (3 if "=" in words else 2)


def test_a_name_that_may_be_several_is_never_guessed(command: Command, desk: Path) -> None:
    outcome = command("edit", desk, "United States", "purpose=x")
    assert outcome.status == 0  # the whole title of one record
    outcome = command("edit", desk, "united", "purpose=x")
    assert outcome.status == 3 and "Give the uid" in outcome.err


def test_what_is_above_the_ceiling_is_neither_edited_nor_lost(
    command: Command, marked: Path, uid: Uid
) -> None:
    low = ("--ceiling", "restricted")
    rubio = uid(marked, "rubio")
    assert command("edit", marked, rubio, "title=x", *low).status == 3
    key = uid(marked, "dar")
    assert command("edit", marked, key, "notes[0].text=x", *low).status == 3
    assert command("edit", marked, key, "gender=male", *low).status == 0
    assert command("show", marked, key, "--json").data["notes"][0]["text"] == "a zebra"
