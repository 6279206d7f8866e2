"""The measure of what search finds: on a few names of our own it says what is found and missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.recall import HeldOut, held_out, main, measure

HELD = HeldOut(
    "person",
    ("Ishaq Dar", "Marco Rubio", "Mao Zedong"),
    (
        (frozenset({"Ishaq Dar"}), "Ishak Dar"),
        (frozenset({"Mao Zedong"}), "Mao Tse-tung"),
        (frozenset({"Marco Rubio"}), "Wxq Zzyx"),
    ),
)


def test_what_is_found_and_what_is_missed(tmp_path: Path) -> None:
    share, missed = measure(HELD, tmp_path)
    assert share.first == share.ten == pytest.approx(2 / 3)
    assert missed == ["Wxq Zzyx → Marco Rubio"]


def test_the_sets_are_read_from_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("names", "ministers"):
        (tmp_path / folder).mkdir()
    (tmp_path / "names" / "pairs.csv").write_text(
        "schema,name1,name2,is_match\nPerson,Olaf Scholze,Olaf Scholz,true\n"
        "Person,Octavian Scholz,Olaf Scholz,false\nOrganization,NATO HQ,NATO,true\n"
    )
    (tmp_path / "ministers" / "foreign_wikidata.csv").write_text("person,name\nQ1,Olta Xhacka\n")
    (tmp_path / "ministers" / "foreign_scraped.csv").write_text("person,name\nQ1,Olta Xhaçka\n")
    held = held_out(tmp_path)
    assert [len(each.asked) for each in held.values()] == [1, 1, 1]
    assert held["pairs of people"].names == ("Olaf Scholz",)
    assert main([str(tmp_path)]) == 0
    assert "pairs of people: first 1.000, of ten 1.000, of 1 asked" in capsys.readouterr().out
