"""An export: whole or not at all, in the format of its name, and nothing above the ceiling."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import HIGHEST, KINDS, Lens, Person, Refused, Stopped, Store, Unavailable, open_desk
from db.exchange.export.exporter import FORMATS, export_format, export_records, hidden_count
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS, export_all, text_of
from tests.marked_desk import LEVELS, PREFIXES, Marked, make_marked_desk


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    return make_marked_desk(tmp_path_factory.mktemp("marked") / "marked.desk")


@pytest.fixture(scope="module")
def marked_store(marked: Marked) -> Iterator[Store]:
    with open_desk(marked.path, read_only=True) as store:
        yield store


@pytest.mark.parametrize("ending", [each for each in FORMATS if each != ".csv"])
@pytest.mark.parametrize("ceiling", LEVELS)
def test_no_export_tells_a_word_above_its_ceiling(
    marked_store: Store, tmp_path: Path, ending: str, ceiling: int
) -> None:
    path = tmp_path / f"all{ending}"
    export_all(marked_store, path, Lens("2026-06-01", ceiling))
    text = text_of(path).casefold()
    assert [prefix for prefix in PREFIXES[ceiling + 1 :] if prefix in text] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ceiling", LEVELS)
def test_no_table_tells_a_word_above_its_ceiling(
    marked_store: Store, tmp_path: Path, kind: str, ceiling: int
) -> None:
    path = tmp_path / "all.csv"
    export_all(marked_store, path, Lens("2026-06-01", ceiling), kinds=[kind])
    text = text_of(path).casefold()
    assert [prefix for prefix in PREFIXES[ceiling + 1 :] if prefix in text] == []


def test_an_ending_that_is_no_format_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"“list.doc” ends as no format .* \.csv, \.xlsx"):
        export_format(tmp_path / "list.doc")


def test_what_is_given_up_leaves_the_former_file_and_nothing_beside_it(
    small: Small, tmp_path: Path
) -> None:
    path = tmp_path / "all.json"
    path.write_text("former")

    def stop(done: int, total: int) -> None:
        raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        export_records(small.store.reader, path, {"person": [small.munir.id]}, LENS, progress=stop)
    assert path.read_text() == "former"
    assert [each.name for each in tmp_path.glob("*all*")] == ["all.json"]


def test_a_new_file_is_its_owners_and_a_replaced_one_keeps_its_rights(
    small: Small, tmp_path: Path
) -> None:
    new, former = tmp_path / "new.json", tmp_path / "former.json"
    former.write_text("former")
    former.chmod(0o640)
    export_all(small.store, new)
    export_all(small.store, former)
    rights = [stat.S_IMODE(os.stat(path).st_mode) for path in (new, former)]
    assert rights == [0o600, 0o640]


def test_a_folder_that_is_not_there_is_told(small: Small, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="nowhere"):
        export_all(small.store, tmp_path / "nowhere" / "all.json")


def test_hidden_records_are_counted(small: Small) -> None:
    small.store.save(Person(title="Agent", marking=3), LENS)
    assert hidden_count(small.store.reader, ["person", "event"], Lens(LENS.as_of, 2)) == 1
    assert hidden_count(small.store.reader, ["person"], Lens(LENS.as_of, HIGHEST)) == 0


def test_an_empty_desk_is_exported_in_every_format(store: Store, tmp_path: Path) -> None:
    for ending in FORMATS:
        kinds = ["person"] if ending == ".csv" else list(KINDS)
        report = export_all(store, tmp_path / f"empty{ending}", kinds=kinds)
        assert report.written.total() == 0 and report.file.exists()
