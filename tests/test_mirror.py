"""Every source file has a test file of the same name at the mirrored place, or says where it is
tested and why not there.

A line of `ELSEWHERE` is (source, test, why): one module, and a reason that is its own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MIRRORED = ("db", "desktop")
MIGRATIONS = "db/desk_file/migrations"
VERSIONS = f"{MIGRATIONS}/versions"  # each tested with a stored desk of the format before
DESKS = "tests/db/desks"
STEPS = "tests/db/test_migrations.py"
# sorted by source
ELSEWHERE: tuple[tuple[str, str, str], ...] = (
    (f"{MIGRATIONS}/env.py", STEPS, "only Alembic can run it, in the midst of a step"),
    ("db/tables/desk.py", "tests/db/desk_file/test_new_desk.py", "a new desk has these tables"),
    ("db/tables/references.py", "tests/db/tables/test_parts.py", "two values that parts hold"),
    (
        "db/tables/topics.py",
        "tests/db/tables/test_rows.py",
        "two tables without a record",
    ),
    (
        "desktop/models/shown_records.py",
        "tests/desktop/preview/test_print_controller.py",
        "a tuple that lists hand to the print controller",
    ),
    ("desktop/style/translated.py", "tests/desktop/test_texts.py", "gives back what it is given"),
    (
        "desktop/window/tour.py",
        "tests/desktop/commands/sheets/test_tour_command.py",
        "the command is the whole tour, and one walk takes seconds",
    ),
)
MOST = 16  # reasons; a module without tests of its own is seldom right


def sources(top: str) -> list[str]:
    """The source files below a folder, packages' own files left out where they only offer names."""
    return sorted(
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / top).rglob("*.py")
        if file.name != "__init__.py"
    )


def mirrored(source: str) -> Path:
    """Where the tests of a source file belong."""
    path = Path(source)
    return ROOT / "tests" / path.parent / f"test_{path.name}"


@pytest.mark.parametrize("top", MIRRORED)
def test_every_source_file_has_its_test_file_or_says_why_not(top: str) -> None:
    spared = {source for source, _, _ in ELSEWHERE}
    spared |= {each for each in sources(top) if each.startswith(f"{VERSIONS}/")}
    bare = [each for each in sources(top) if not mirrored(each).exists() and each not in spared]
    assert bare == [], "write the test file, or say in ELSEWHERE where it is tested and why there"


def test_every_step_has_a_stored_desk_of_the_format_before_it() -> None:
    files = (Path(each).name for each in sources("db") if each.startswith(VERSIONS))
    steps = sorted(int(name[1:5]) for name in files)
    assert steps == list(range(1, len(steps) + 1))
    wanted = [f"{DESKS}/v{format}.desk.sql" for format in steps[:-1]]
    assert [each for each in wanted if not (ROOT / each).is_file()] == []
    assert "SCHEMA_VERSION" in (ROOT / STEPS).read_text("utf-8")  # each of them is opened there


@pytest.mark.parametrize(("source", "test", "why"), ELSEWHERE)
def test_what_is_tested_elsewhere_is_there(source: str, test: str, why: str) -> None:
    assert (ROOT / source).is_file(), f"{source} is gone; take its line out"
    assert (ROOT / test).is_file() and why


def test_the_exceptions_are_few_and_sorted_and_each_has_a_reason_of_its_own() -> None:
    places = [source for source, _, _ in ELSEWHERE]
    assert places == sorted(set(places))
    assert len(places) <= MOST
    assert len({(test, why) for _, test, why in ELSEWHERE}) == len(places)


def test_a_file_with_its_own_tests_is_no_exception() -> None:
    for source, _, _ in ELSEWHERE:
        assert not mirrored(source).exists(), f"{source} has its tests; take its line out"
