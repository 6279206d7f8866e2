"""`board`: holders, acting holders and vacancies of a day, and what two days differ in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command


def test_the_json_has_each_office_with_its_holders(command: Command, cabinet_file: Path) -> None:
    asked = ("board", cabinet_file, "Pakistan", "--as-of", "2025-06-30", "--json")
    data = command(*asked).data
    assert list(data) == ["board", "as_of", "offices", "changes", "withheld"]
    assert data["changes"] == []
    offices = {each["office"]: each for each in data["offices"]}
    assert [holder["person"] for holder in offices["Prime Minister"]["holders"]] == ["Boris"]
    assert offices["Prime Minister"]["vacant"] is False
    assert offices["Secretary of State"]["vacant"] is True
    assert offices["Secretary of State"]["vacant_since"] == "2025-06-10"
    assert offices["Usher"]["vacant"] is None  # whether she left is not known
    assert offices["Usher"]["holders"][0]["certainty"] == "end unknown"
    assert offices["Deputy Prime Minister"]["vacant_seats"] == 1


def test_a_second_day_tells_what_changed(command: Command, cabinet_file: Path) -> None:
    data = command("board", cabinet_file, "Pakistan", "--as-of", "2025-06-30",
                   "--and", "2025-05-31", "--json").data  # fmt: skip
    told = [(each["change"], each["person"], each["office"]) for each in data["changes"]]
    assert told[:2] == [
        ("moved", "Boris", "Prime Minister, Government of Ruritania"),
        ("came", "Clara", "Minister of Foreign Affairs, Foreign Ministry"),
    ]
    assert data["changes"][0]["from_office"] == "Minister of Foreign Affairs, Foreign Ministry"
    lost = {each["person"]: each["last_met"] for each in data["changes"] if each["contact_lost"]}
    assert lost == {"Anna": "2025-03-02", "Emil": None}


def test_people_read_it_by_body(command: Command, cabinet_file: Path) -> None:
    out = command("board", cabinet_file, "foreign ministry", "--as-of", "2025-05-31").out
    assert "Prime Minister" not in out
    assert "Fritz (acting)" in out and "may have left: end not known" in out
    same = command("board", cabinet_file, "Pakistan", "--as-of", "2025-06-30",
                   "--and", "2025-06-30").out  # fmt: skip
    assert "Nothing that this desk knows of changed" in same


@pytest.mark.parametrize(
    ("form", "more"),
    [
        ("board", ()),
        ("organigram", ()),
        ("organigram-a3", ()),
        ("reshuffle", ("--and", "2025-05-31")),
    ],
)
def test_each_form_of_offices_is_printed(
    command: Command, cabinet_file: Path, tmp_path: Path, form: str, more: tuple[str, ...]
) -> None:
    out = tmp_path / f"{form}.html"
    printed = command("print", cabinet_file, form, "Pakistan", "--as-of", "2025-06-30", *more,
                      "--out", out)  # fmt: skip
    assert printed.status == 0, printed.err
    assert "Boris" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("board", "DESK", "Pakistan", "--and", "x"), 3, ""),
        (("board", "DESK", "xyzzy"), 3, "No body and no country"),
        (("board", "DESK"), 2, "required"),
        (("print", "DESK", "board", "--out", "x.pdf"), 2, "a body or a country"),
        (("print", "DESK", "reshuffle", "Pakistan", "--out", "x.pdf"), 3, "between two days"),
        (("print", "DESK", "list", "--and", "2020", "--out", "x.pdf"), 2, "of a reshuffle"),
        (("print", "DESK", "diplomatic-list", "Peru", "--out", "x.pdf"), 3, "No head of mission"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    command: Command, cabinet_file: Path, arguments: tuple[str, ...], status: int, says: str
) -> None:
    asked = [cabinet_file if each == "DESK" else each for each in arguments]
    refused = command(*asked)
    assert refused.status == status
    assert says in refused.err
