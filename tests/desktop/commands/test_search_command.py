"""`search`: one query or a batch, each hit with why; no string breaks it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command

KEYS = ["uid", "kind", "title", "detail", "why", "score", "ids"]
NAUGHTY = ['"', "'", "*", "()", "AND", "NOT x", "a:b:c", "{name}: x", "NEAR(a b)", "%", "\\",
           "\x00", "\ud800", "🏳️‍🌈", "ﷺ" * 50, "x" * 100_000, "country:", "-", "id:", "^x",
           "signed:garbage", "marking:nine"]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "kind", "title"),
    [
        ("Rubio", "person", "Marco Rubio"),
        ("اسحاق", "person", "Ishaq Dar"),
        ("critical minerals", "agreement", "critical minerals"),
        ("country:pk type:ministry", "organization", "Ministry of Foreign Affairs of Pakistan"),
        ("DPM", "person", "Ishaq Dar"),
    ],
)
def test_a_query_finds_its_record_first(
    command: Command, sample: Path, query: str, kind: str, title: str
) -> None:
    data = command("search", sample, query, "--json").data
    first = data["hits"][0]
    assert list(first) == KEYS
    assert first["kind"] == kind and title in first["title"]
    assert data["total"] >= len(data["hits"])


def test_scores_fall_and_lie_between_nought_and_one(command: Command, sample: Path) -> None:
    scores = [hit["score"] for hit in command("search", sample, "pakistan", "--json").data["hits"]]
    assert scores == sorted(scores, reverse=True) and 0 <= scores[-1] <= scores[0] <= 1


def test_a_hit_in_the_text_says_where(command: Command, sample: Path) -> None:
    hits = command("search", sample, "اسحاق", "--json").data["hits"]
    assert hits[0]["why"] == "اسحاق ڈار, native name"


def test_exact_takes_whole_words_only(command: Command, sample: Path) -> None:
    assert command("search", sample, "rub", "--json").data["total"] > 0
    assert command("search", sample, "rub", "--exact", "--json").data["total"] == 0
    assert command("search", sample, "rubio", "--exact", "--json").data["total"] > 0


def test_a_kind_and_a_limit_narrow_the_hits_and_not_the_total(
    command: Command, sample: Path
) -> None:
    events = command("search", sample, "rubio", "--kind", "events", "--json").data
    assert {hit["kind"] for hit in events["hits"]} == {"event"}
    one = command("search", sample, "rubio", "--limit", "1", "--json").data
    none = command("search", sample, "rubio", "--limit", "0", "--json").data
    assert (len(one["hits"]), len(none["hits"]), one["total"]) == (1, 0, none["total"])
    assert one["total"] > events["total"] > 0


def test_offices_are_searched_by_their_bodies(command: Command, sample: Path) -> None:
    outcome = command("search", sample, "x", "--kind", "offices")
    assert outcome.status == 3 and "organizations" in outcome.err


@pytest.mark.parametrize("query", NAUGHTY)
def test_a_naughty_string_is_answered(command: Command, sample: Path, query: str) -> None:
    outcome = command("search", sample, "--json", "--", query)
    assert outcome.status == 0
    assert outcome.data["total"] >= 0


def test_a_batch_answers_each_row(command: Command, sample: Path, tmp_path: Path) -> None:
    batch = tmp_path / "queries.csv"
    batch.write_text("n,query\n1,rubio\n2,اسحاق\n3,zebra\n4,\n", encoding="utf-8-sig")
    answers = command("search", sample, "--batch", batch, "--top", "2", "--json").data
    assert [answer["query"] for answer in answers] == ["rubio", "اسحاق", "zebra", ""]
    assert [list(answer) for answer in answers] == [["query", "hits", "ms"]] * 4
    assert [len(answer["hits"]) for answer in answers][:3] == [2, 1, 0]
    assert all(answer["ms"] >= 0 for answer in answers)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"word\nx\n", "no column"),
        (b"", "no column"),
        (b"query\n\xff\xfe\xfa\n", "UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_a_batch_that_cannot_be_read_is_refused(
    command: Command, sample: Path, tmp_path: Path, content: bytes | None, says: str
) -> None:
    batch = tmp_path / "queries.csv"
    if content is not None:
        batch.write_bytes(content)
    outcome = command("search", sample, "--batch", batch)
    assert (outcome.status, outcome.out) == (3, "") and says in outcome.err


def test_nothing_to_search_for_is_wrong_usage(command: Command, sample: Path) -> None:
    assert command("search", sample).status == 2


def test_a_hint_goes_to_standard_error(command: Command, sample: Path) -> None:
    outcome = command("search", sample, '"rubio', "--json")
    assert "quotation mark" in outcome.err
    assert json.loads(outcome.out)["total"] > 0


def test_the_ceiling_hides_hits_and_reasons(command: Command, marked: Path) -> None:
    low = ("--ceiling", "restricted", "--json")
    assert all(
        hit["kind"] != "person" for hit in command("search", marked, "rubio", *low).data["hits"]
    )
    assert command("search", marked, "zebra", *low).data["total"] == 0
    assert command("search", marked, "zebra", "--json").data["total"] == 1
