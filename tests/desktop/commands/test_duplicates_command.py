"""`duplicates`: pairs with score and reason, as the contract says, and nothing merged."""

from __future__ import annotations

from pathlib import Path

from db import Lens, Person, open_desk
from tests.desktop.commands.conftest import Command

KEYS = ["a", "b", "score", "why"]


def double(desk: Path) -> str:
    with open_desk(desk) as store:
        person = Person(title="Mohammad Ishaq Dar", country="pk")
        store.save(person, Lens())
        return person.uid


def test_the_sample_has_no_doubles(command: Command, sample: Path) -> None:
    assert command("duplicates", sample, "--json").data == {"pairs": []}
    assert "0 pairs of possible duplicates" in command("duplicates", sample).out


def test_a_pair_has_both_uids_its_score_and_why(command: Command, desk: Path) -> None:
    made = double(desk)
    answer = command("duplicates", desk, "--json")
    [pair] = answer.data["pairs"]
    assert answer.status == 0
    assert list(pair) == KEYS
    assert made in (pair["a"], pair["b"]) and pair["a"] != pair["b"]
    assert 0.8 <= pair["score"] <= 1 and "both of Pakistan" in pair["why"]


def test_people_read_names_and_reasons(command: Command, desk: Path) -> None:
    double(desk)
    said = command("duplicates", desk).out
    assert "1 pair of possible duplicates; nothing was merged." in said
    assert "Ishaq Dar  =  Mohammad Ishaq Dar  (person)" in said


def test_a_kind_narrows_and_a_ceiling_hides(command: Command, desk: Path) -> None:
    double(desk)
    for more in (["--kind", "agreements"], ["--kind", "organizations"]):
        assert command("duplicates", desk, *more, "--json").data["pairs"] == []
    assert len(command("duplicates", desk, "--kind", "people", "--json").data["pairs"]) == 1
    assert command("duplicates", desk, "--kind", "offices", may_fail=True).status == 3


def test_nothing_is_merged_or_written(command: Command, desk: Path) -> None:
    double(desk)
    before = desk.read_bytes()
    command("duplicates", desk, "--read-only")
    assert desk.read_bytes() == before
