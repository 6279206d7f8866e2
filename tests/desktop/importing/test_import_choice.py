"""A preview writes nothing, and what cannot be taken is a sentence, not an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Lens, Progress, Store, open_desk
from desktop.importing.import_choice import ImportChoice, Preview, preview, take_in

PEOPLE = "name,born,country\nAda Lovelace,10 December 1815,United Kingdom\n"
MAP = 'kind = "organizations"\nid = "id"\n[fields]\nname = "title"\n'


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with open_desk(desk) as opened:
        yield opened


def still(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


STILL: Progress = still


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def count(store: Store, kind: str) -> int:
    return store.reader.counts(Lens())[kind]


def test_a_preview_tells_what_an_import_then_does(store: Store, people: Path) -> None:
    choice, before = ImportChoice((people,)), count(store, "person")
    told = preview(choice, Lens(), store, STILL)
    assert told.report is not None and told.report.created["people"] == 1
    assert count(store, "person") == before
    done = take_in(choice, Lens(), store, STILL)
    assert done.created == told.report.created
    assert count(store, "person") == before + 1


def test_what_the_files_are_is_told_before_the_import_is_tried(store: Store, people: Path) -> None:
    seen: list[Preview] = []
    told = preview(ImportChoice((people,)), Lens(), store, STILL, seen.append)
    assert [look.headings for look in seen[0].looks] == [("name", "born", "country")]
    assert seen[0].report is None and seen[0].looks == told.looks


@pytest.mark.parametrize("kind", ["people", None])
def test_the_kind_is_said_or_found(store: Store, people: Path, kind: str | None) -> None:
    told = preview(ImportChoice((people,), kind), Lens(), store, STILL)
    assert told.report is not None
    assert next(iter(told.report.created)) == "people"


def test_the_map_says_the_kind(store: Store, tmp_path: Path) -> None:
    table, by = tmp_path / "bodies.csv", tmp_path / "bodies.toml"
    table.write_text("id,title\n7,Senate\n", encoding="utf-8")
    by.write_text(MAP, encoding="utf-8")
    before = count(store, "organization")
    take_in(ImportChoice((table,), map_path=by), Lens(), store, STILL)
    assert count(store, "organization") == before + 1


def test_what_cannot_be_taken_is_said_with_what_was_seen(store: Store, people: Path) -> None:
    missing = people.with_name("missing.csv")
    told = preview(ImportChoice((people, missing)), Lens(), store, STILL)
    assert told.report is None
    assert "missing.csv" in told.refusal
    assert [look.name for look in told.looks] == ["people.csv"]
