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
    (
        "db/changes/merging/merging_rows.py",
        "tests/db/changes/merging/test_merge.py",
        "a merge is told as a whole",
    ),
    (
        "db/changes/record_snapshots.py",
        "tests/db/print_log/test_printed_changes.py",
        "what changed since a print",
    ),
    ("db/desk_file/migrations/env.py", "tests/db/test_migrations.py", STEPS),
    ("db/desk_file/migrations/versions/v0001_first.py", "tests/db/test_migrations.py", STEPS),
    ("db/desk_file/migrations/versions/v0002_search.py", "tests/db/test_migrations.py", STEPS),
    ("db/desk_file/migrations/versions/v0003_duplicates.py", "tests/db/test_migrations.py", STEPS),
    ("db/desk_file/migrations/versions/v0004_printed.py", "tests/db/test_migrations.py", STEPS),
    ("db/desk_file/migrations/versions/v0005_views.py", "tests/db/test_migrations.py", STEPS),
    ("db/desk_file/migrations/versions/v0006_heard.py", "tests/db/test_migrations.py", STEPS),
    ("db/desk_file/migrations/versions/v0007_markings.py", "tests/db/test_migrations.py", STEPS),
    (
        "db/names/likeness/alike_bodies.py",
        "tests/db/names/likeness/test_alike.py",
        "pairs of names of every kind",
    ),
    (
        "db/names/likeness/alike_people.py",
        "tests/db/names/likeness/test_alike.py",
        "pairs of names of every kind",
    ),
    (
        "db/search/exact/exact_hits.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/exact/hits.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/exact/rank.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/exact/search_terms.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/exact/why.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/fuzzy/syllables.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/fuzzy/term_cache.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/fuzzy/widened.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    (
        "db/search/stages.py",
        "tests/db/search/test_search.py",
        "stages of one search, told by what it finds",
    ),
    ("db/tables/desk.py", "tests/db/tables/test_rows.py", DECLARED),
    ("db/tables/records.py", "tests/db/tables/test_rows.py", DECLARED),
    ("db/tables/references.py", "tests/db/tables/test_rows.py", DECLARED),
    ("db/tables/topics.py", "tests/db/tables/test_rows.py", DECLARED),
    (
        "desktop/dialogs/ask_day.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/dialogs/history_dialog.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/dialogs/keyboard.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/dialogs/new_desk.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/dialogs/passphrase.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/duplicates/duplicates_answers.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/duplicates/duplicates_compare.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/duplicates/duplicates_list.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/duplicates/duplicates_pair.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/editors/field_texts.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/fields/agreement_fields.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/fields/event_fields.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/fields/every_kind.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/fields/field_types.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/fields/organization_fields.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/fields/person_fields.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/forms/form_page.py",
        "tests/desktop/fields/test_record_forms.py",
        "forms of every kind in one table",
    ),
    (
        "desktop/importing/import_choice.py",
        "tests/desktop/importing/test_import_dialog.py",
        IMPORTS,
    ),
    (
        "desktop/importing/import_faults.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/importing/import_outcome.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/importing/import_report_dialog.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    ("desktop/importing/import_words.py", "tests/desktop/importing/test_import_dialog.py", IMPORTS),
    (
        "desktop/models/shown_records.py",
        "tests/desktop/preview/test_print_controller.py",
        "declares what is handed to the print controller",
    ),
    (
        "desktop/paper/sheets/meeting_facts.py",
        "tests/desktop/paper/sheets/test_brief_sheet.py",
        SEVERAL,
    ),
    ("desktop/paper/sheets/several.py", "tests/desktop/paper/sheets/test_brief_sheet.py", SEVERAL),
    (
        "desktop/paper/typst/compiling.py",
        "tests/desktop/paper/typst/test_typeset.py",
        "sheets become pages",
    ),
    (
        "desktop/preview/pages/page_stage.py",
        "tests/desktop/preview/test_preview_window.py",
        "used as an officer would",
    ),
    ("desktop/search/completer.py", "tests/desktop/search/test_search_box.py", "typed into it"),
    (
        "desktop/search/save_search_dialog.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    (
        "desktop/search/saved_searches_dialog.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
    ("desktop/style/translated.py", "tests/desktop/test_texts.py", "marks texts and does nothing"),
    ("desktop/timeline/timeline_paint.py", "tests/desktop/timeline/test_timeline_band.py", PAINTED),
    (
        "desktop/window/tour.py",
        "tests/desktop/commands/test_tour_command.py",
        "the command is the tour",
    ),
    (
        "desktop/window/unlock.py",
        "tests/desktop/dialogs/test_dialogs.py",
        "each is opened and answered",
    ),
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
