"""Every source file has a test file of the same name at the mirrored place, or says where it is
tested and why not there.

A line of `ELSEWHERE` is (source, test, why); a folder stands for all that lies in it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MIRRORED = ("db", "desktop")
DECLARED = "declares tables and does nothing; the tables of a new desk are compared with it"
EACH_FIGURE = "every figure is measured on a small desk and printed"
IMPORTS = "an import is followed from the files to its line in the window"
PAINTED = "what it paints is looked for in the pictures of the band"
SEVERAL = "several records in one document"
STEPS = "a step is taken on a stored desk of the version before it, with all that follow"
# sorted by source
ELSEWHERE: tuple[tuple[str, str, str], ...] = (
    ("db/merging_rows.py", "tests/db/test_merging.py", "a merge is told as a whole"),
    ("db/migrations/env.py", "tests/db/test_migrations.py", STEPS),
    ("db/migrations/versions", "tests/db/test_migrations.py", STEPS),
    ("db/names/alike_bodies.py", "tests/db/names/test_alike.py", "pairs of names of every kind"),
    ("db/names/alike_people.py", "tests/db/names/test_alike.py", "pairs of names of every kind"),
    ("db/printed_past.py", "tests/db/test_printed_changes.py", "what changed since a print"),
    ("db/search", "tests/db/test_search.py", "stages of one search, told by what it finds"),
    ("db/tables", "tests/db/test_tables.py", DECLARED),
    ("desktop/bench/typed.py", "tests/desktop/commands/test_bench.py", EACH_FIGURE),
    ("desktop/dialogs", "tests/desktop/dialogs/test_dialogs.py", "each is opened and answered"),
    ("desktop/forms", "tests/desktop/forms/test_forms.py", "forms of every kind in one table"),
    ("desktop/import_choice.py", "tests/desktop/dialogs/test_import_files.py", IMPORTS),
    ("desktop/import_words.py", "tests/desktop/dialogs/test_import_files.py", IMPORTS),
    ("desktop/long_writing.py", "tests/desktop/test_importing.py", IMPORTS),
    ("desktop/notice.py", "tests/desktop/tabs/test_record_pane.py", "holds what is told"),
    ("desktop/paper/compiling.py", "tests/desktop/paper/test_typeset.py", "sheets become pages"),
    ("desktop/paper/forms/gathering.py", "tests/desktop/paper/forms/test_brief.py", SEVERAL),
    ("desktop/paper/forms/several.py", "tests/desktop/paper/forms/test_brief.py", SEVERAL),
    ("desktop/preview", "tests/desktop/preview/test_preview_window.py", "used as an officer would"),
    ("desktop/tour.py", "tests/desktop/commands/test_tour.py", "the command is the tour"),
    ("desktop/translated.py", "tests/desktop/test_texts.py", "marks texts and does nothing"),
    ("desktop/widgets/completer.py", "tests/desktop/widgets/test_search_box.py", "typed into it"),
    ("desktop/widgets/timeline_paint.py", "tests/desktop/widgets/test_timeline_band.py", PAINTED),
)


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


def is_elsewhere(source: str) -> bool:
    return any(source == place or source.startswith(f"{place}/") for place, _, _ in ELSEWHERE)


@pytest.mark.parametrize("top", MIRRORED)
def test_every_source_file_has_its_test_file_or_says_why_not(top: str) -> None:
    bare = [each for each in sources(top) if not mirrored(each).exists() and not is_elsewhere(each)]
    assert bare == [], "write the test file, or say in ELSEWHERE where it is tested and why there"


@pytest.mark.parametrize(("source", "test", "why"), ELSEWHERE)
def test_what_is_tested_elsewhere_is_there(source: str, test: str, why: str) -> None:
    assert (ROOT / source).exists(), f"{source} is gone; take its line out"
    assert (ROOT / test).is_file() and why


def test_the_exceptions_are_sorted_and_stand_once() -> None:
    places = [source for source, _, _ in ELSEWHERE]
    assert places == sorted(set(places))


def test_a_file_with_its_own_tests_is_no_exception() -> None:
    for source, _, _ in ELSEWHERE:
        if source.endswith(".py"):
            assert not mirrored(source).exists(), f"{source} has its tests; take its line out"
