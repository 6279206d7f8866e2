"""`succeed`: one command closes a tenure, opens the next and makes the event, as one change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command


def test_it_is_one_change_that_can_be_taken_back(command: Command, cabinet_file: Path) -> None:
    asked = ("succeed", cabinet_file, "Emil", "prime minister", "--on", "2026-01-01", "--json")
    data = command(*asked).data
    assert data["label"] == "Emil succeeds Boris as Prime Minister, Government of Ruritania"
    assert (data["ended"], data["day"]) == (["Boris"], "2026-01-01")
    held = ("holders", cabinet_file, "prime minister", "--as-of", "2026-02-01", "--json")
    assert [each["person"] for each in command(*held).data["holders"]] == ["Emil"]
    assert command("revert", cabinet_file, str(data["change"])).status == 0
    assert [each["person"] for each in command(*held).data["holders"]] == ["Boris"]


def test_a_new_person_and_a_named_predecessor(command: Command, cabinet_file: Path) -> None:
    data = command("succeed", cabinet_file, "Zoe Zed", "deputy prime minister", "--on", "2026",
                   "--new", "--predecessor", "Dora", "--no-event", "--json").data  # fmt: skip
    assert (data["successor"], data["ended"], data["event"]) == ("Zoe Zed", ["Dora"], None)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("Nobody Known", "prime minister", "--on", "2026"), 3),
        (("Emil", "doge", "--on", "2026"), 3),
        (("Emil", "minister", "--on", "2026"), 3),
        (("Emil", "prime minister"), 2),
        (("Emil", "prime minister", "--on", "03/04/2025"), 3),
        (("Emil", "prime minister", "--on", "2026", "--new"), 2),
        (("Emil", "usher", "--on", "2026", "--predecessor", "Anna"), 3),
    ],
)
def test_what_is_not_meant_without_doubt_is_refused(
    command: Command, cabinet_file: Path, arguments: tuple[str, ...], status: int
) -> None:
    assert command("succeed", cabinet_file, *arguments).status == status
