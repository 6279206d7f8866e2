"""`list`: every kind, every filter, exact totals, and nothing above the ceiling."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.commands.list_command import TAKES
from tests.desktop.commands.conftest import Command

COUNTS = {
    "people": 7,
    "organizations": 12,
    "agreements": 4,
    "events": 10,
    "offices": 7,
    "tenures": 8,
}
FILTERED = [
    ("people", "--country", "Pakistan", 2),
    ("people", "--country", "pk", 2),
    ("organizations", "--type", "state company", 2),
    ("organizations", "--type", "state-company", 2),
    ("organizations", "--country", "USA", 5),
    ("agreements", "--country", "us", 3),
    ("agreements", "--party", "USSM", 1),
    ("agreements", "--party", "mota engil", 1),
    ("agreements", "--type", "memorandum", 2),
    ("agreements", "--status", "signed", 2),
    ("agreements", "--status", "in-force", 0),
    ("agreements", "--signed", "2025", 2),
    ("agreements", "--signed", "2020..2021", 0),
    ("agreements", "--date", "2025-07", 1),
    ("events", "--party", "Asim Munir", 4),
    ("events", "--type", "call", 1),
    ("events", "--date", "2025-05..2025-06", 4),
    ("events", "--country", "India", 2),
    ("offices", "--country", "pk", 3),
    ("offices", "--party", "Joint Chiefs", 1),
    ("tenures", "--party", "Dar", 2),
    ("tenures", "--status", "ended", 1),
    ("tenures", "--status", "held", 1),
    ("tenures", "--status", "end-unknown", 6),
    ("tenures", "--date", "2025", 2),
    ("tenures", "--country", "Pakistan", 3),
]
RUBBISH = [
    (("--country", "Atlantis"), 3, "is no country"),
    (("--signed", "garbage"), 3, "cannot be read as a date"),
    (("--status", "asleep"), 3, "is no status of agreements"),
    (("--limit", "-1"), 2, "not a whole number"),
    (("--limit", "many"), 2, "not a whole number"),
    (("--as-of", "03/04/2025"), 3, "3 April"),
    (("--ceiling", "top"), 3, "not a marking"),
    (("--colour", "red"), 2, "Unrecognized"),
]


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_every_kind_is_listed_with_its_total(
    command: Command, sample: Path, kind: str, count: int
) -> None:
    answer = command("list", sample, kind, "--json").data
    assert (answer["total"], len(answer["rows"])) == (count, count)
    assert all(row["uid"] and row["title"] for row in answer["rows"])


@pytest.mark.parametrize(("kind", "option", "value", "count"), FILTERED)
def test_a_filter_gives_the_exact_total(
    command: Command, sample: Path, kind: str, option: str, value: str, count: int
) -> None:
    answer = command("list", sample, kind, option, value, "--json").data
    assert (answer["total"], len(answer["rows"])) == (count, count)


@pytest.mark.parametrize("kind", COUNTS)
def test_counting_and_no_rows_at_all_give_the_same_total(
    command: Command, sample: Path, kind: str
) -> None:
    expected = {"total": COUNTS[kind], "rows": []}
    assert command("list", sample, kind, "--count", "--json").data == expected
    assert command("list", sample, kind, "--limit", "0", "--json").data == expected
    assert command("list", sample, kind, "--count").out == f"{COUNTS[kind]}\n"


@pytest.mark.parametrize("kind", COUNTS)
def test_a_limit_shows_the_first_rows_and_the_whole_total(
    command: Command, sample: Path, kind: str
) -> None:
    whole = command("list", sample, kind, "--json").data
    first = command("list", sample, kind, "--json", "--limit", "2").data
    assert first == {"total": whole["total"], "rows": whole["rows"][:2]}


def test_filtered_events_keep_the_order_of_time(command: Command, sample: Path) -> None:
    rows = command("list", sample, "events", "--country", "pk", "--json").data["rows"]
    days = [row["first"] or row["last"] for row in rows]
    assert days == sorted(days) and len(days) > 5


@pytest.mark.parametrize(("options", "status", "says"), RUBBISH)
def test_rubbish_is_refused_in_one_sentence(
    command: Command, sample: Path, options: tuple[str, ...], status: int, says: str
) -> None:
    outcome = command("list", sample, "agreements", *options)
    assert (outcome.status, outcome.out) == (status, "")
    assert says in outcome.err and outcome.err.count("\n") == 1


@pytest.mark.parametrize("kind", TAKES)
def test_a_filter_that_means_nothing_for_a_kind_is_wrong_usage(
    command: Command, sample: Path, kind: str
) -> None:
    for name in {"country", "party", "type", "status", "signed", "date"} - set(TAKES[kind]):
        outcome = command("list", sample, kind, f"--{name}", "2025")
        assert outcome.status == 2
        assert f"--{name} does not apply to {kind}" in outcome.err


def test_the_ceiling_hides_records_and_what_they_hold(command: Command, marked: Path) -> None:
    low = ("--ceiling", "restricted", "--json")
    people = command("list", marked, "people", *low).data
    assert people["total"] == 6
    for kind in COUNTS:
        assert "Rubio" not in {
            word
            for row in command("list", marked, kind, *low).data["rows"]
            for value in row.values()
            if isinstance(value, str)
            for word in value.replace(",", "").split()
            if kind != "events"
        }
    assert command("list", marked, "tenures", *low).data["total"] == 7
    assert command("list", marked, "agreements", *low).data["total"] == 3
    offices = command("list", marked, "offices", *low).data["rows"]
    assert next(row for row in offices if row["title"] == "Secretary of State")["holders"] == []


def test_a_day_in_the_past_shows_who_held_what(command: Command, sample: Path) -> None:
    def commander(day: str) -> list[str]:
        rows = command("list", sample, "offices", "--json", "--as-of", day).data["rows"]
        office = next(row for row in rows if row["title"] == "Commander")
        return [held["person"] for held in office["holders"]]

    assert commander("June 2025") == ["Michael E. Kurilla"]
    assert commander("2026") == ["Brad Cooper"]


def test_people_read_countries_by_name_and_columns_below_each_other(
    command: Command, sample: Path
) -> None:
    lines = command("list", sample, "organizations").out.splitlines()
    assert lines[0] == "12 organizations"
    starts = {line.index(kind) for line in lines for kind in ("ministry",) if kind in line}
    assert len(starts) == 1
    assert "Pakistan" in lines[4] and " pk" not in "\n".join(lines)


def test_an_unknown_end_is_said_beside_a_holder(command: Command, sample: Path) -> None:
    assert "Ishaq Dar (end unknown)" in command("list", sample, "offices").out
