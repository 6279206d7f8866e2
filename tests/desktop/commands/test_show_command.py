"""`show`: the whole record by uid or query, and nothing of it above the ceiling."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command


@pytest.mark.parametrize(
    ("query", "kind", "type_", "derived"),
    [
        ("Dar", "person", None, ("present_title", "Foreign Minister")),
        ("اسحاق", "person", None, ("present_title", "Foreign Minister")),
        ("FWO", "organization", "state company", ("acronym", "FWO")),
        ("investment critical minerals", "agreement", "investment", ("status", "announced")),
        ("telephone call", "event", "call", ("channel", "telephone")),
    ],
)
def test_a_record_is_shown_whole(
    command: Command,
    sample: Path,
    query: str,
    kind: str,
    type_: str | None,
    derived: tuple[str, str],
) -> None:
    data = command("show", sample, query, "--json").data
    assert (data["kind"], data["type"]) == (kind, type_)
    assert derived[1] in data[derived[0]]
    assert data["citations"][0]["source"]["title"]


def test_a_query_of_several_words_needs_no_quotes(command: Command, sample: Path) -> None:
    assert command("show", sample, "marco", "rubio", "--json").data["title"] == "Marco Rubio"


def test_people_read_a_heading_and_sections(command: Command, sample: Path) -> None:
    out = command("show", sample, "dar").out
    assert out.splitlines()[0] == "Ishaq Dar  اسحاق ڈار"
    assert "\nnationality" not in out and "Pakistan" in out
    assert "tenures:\n  Deputy Prime Minister, Pakistan · end unknown" in out


def test_the_ceiling_hides_the_record_its_parts_and_who_names_it(
    command: Command, marked: Path, uid: Callable[[Path, str], str]
) -> None:
    low = ("--ceiling", "restricted")
    assert command("show", marked, uid(marked, "rubio"), *low).status == 3
    dar = command("show", marked, "Ishaq Dar", "--json", *low)
    assert "zebra" not in dar.out and dar.data["withheld"] == 1
    call = command("show", marked, "telephone call", "--json", *low).data
    assert [one["who"]["title"] for one in call["participants"]] == ["Ishaq Dar"]


def test_nothing_found_is_refused(command: Command, sample: Path) -> None:
    outcome = command("show", sample, "zebra")
    assert (outcome.status, outcome.err) == (3, "Nothing on this desk is found by “zebra”.\n")


def test_a_title_cannot_steer_the_terminal(command: Command, desk: Path) -> None:
    assert command("edit", desk, "Ishaq Dar", "title=Dar\x1b[2J\u202e").status == 0
    for shown in (command("show", desk, "dar"), command("list", desk, "people")):
        assert "\x1b" not in shown.out and "\u202e" not in shown.out
