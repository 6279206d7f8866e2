"""A bundle comes back whole; what the desk has is told apart by uid, and nothing doubles."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from db import (
    RECORD_TYPES,
    Attachment,
    Lens,
    Office,
    Organization,
    Person,
    Refused,
    Store,
    import_files,
    make_desk,
    merge_records,
    open_desk,
)
from db.record_types import OfficeRef
from tests.db.conftest import Small
from tests.db.desk_dump import dump
from tests.db.exchange.bundle.bundles import forge
from tests.db.exchange.export.exports import LENS, export_all
from tests.db.strategies import Maker
from tests.marked_desk import Marked, make_marked_desk
from tests.saved_records import ref

PEOPLE = "records/person.jsonl"


@pytest.fixture
def bundle(small: Small, tmp_path: Path) -> Path:
    """The small desk as a bundle."""
    path = tmp_path / "a.zip"
    export_all(small.store, path)
    return path


def round_trip(store: Store, folder: Path, lens: Lens = LENS) -> tuple[bytes, bytes]:
    """The bundle of a desk, and that of an empty desk which took it."""
    export_all(store, folder / "one.zip", lens)
    make_desk(folder / "empty.desk")
    with open_desk(folder / "empty.desk") as other:
        report = import_files(other, [folder / "one.zip"], Lens())
        assert not (report.rejected or report.flagged or report.referenced)
        export_all(other, folder / "two.zip", lens)
        assert other.verify() == []
    return (folder / "one.zip").read_bytes(), (folder / "two.zip").read_bytes()


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    """A desk in which every field says something."""
    return make_marked_desk(tmp_path_factory.mktemp("marked") / "marked.desk")


def test_an_empty_desk_gives_the_same_bytes_again(marked: Marked, tmp_path: Path) -> None:
    with open_desk(marked.path, read_only=True) as store:
        one, two = round_trip(store, tmp_path)
    assert one == two


def any_desk_comes_back(data: st.DataObject) -> None:
    """Draw a record of each kind, write them out, take them in and write them out again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_desk(folder / "a.desk")
        with open_desk(folder / "a.desk") as store:
            body = Organization(title="Body", offices=[Office(title="Chief")])
            store.save(body, LENS)
            other = Person(title="Other")
            store.save(other, LENS)
            office = OfficeRef(body.offices[0].id, "Chief", ref(body))
            maker = Maker([ref(other), ref(body)], [office])
            for of in RECORD_TYPES.values():
                store.save(data.draw(maker.record(of)), LENS)
            one, two = round_trip(store, folder)
        assert one == two


@given(data=st.data())
@settings(max_examples=2, deadline=None, phases=[Phase.generate])
def test_any_records_give_the_same_bytes_again(data: st.DataObject) -> None:
    any_desk_comes_back(data)


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=100, deadline=None, phases=[Phase.generate])
def test_many_records_give_the_same_bytes_again(data: st.DataObject) -> None:
    any_desk_comes_back(data)


def test_what_is_there_already_is_unchanged(small: Small, bundle: Path) -> None:
    before = dump(small.store)
    report = import_files(small.store, [bundle], Lens())
    assert report.read == 5 and sum(report.unchanged.values()) == 5
    assert not (report.created or report.updated or report.flagged)
    assert dump(small.store) == before


def test_what_the_bundle_adds_is_taken_and_what_differs_is_flagged(
    small: Small, bundle: Path
) -> None:
    def change(lines: list[Any]) -> None:
        lines[0] |= {"country": "gb", "biography": "A soldier."}
        lines[0]["contacts"] = [{"kind": "email", "value": "a@b.c"}]

    report = import_files(small.store, [forge(bundle, PEOPLE, change)], Lens())
    munir = small.fresh(small.munir)
    assert isinstance(munir, Person)
    assert (munir.country, munir.biography) == ("pk", "A soldier.")
    assert [each.value for each in munir.contacts] == ["a@b.c"]
    assert report.updated == {"people": 1} and report.unchanged["organizations"] == 2
    [flagged] = report.flagged
    assert (flagged["column"], flagged["value"]) == ("Nationality", "gb")
    assert "“Asim Munir”" in flagged["why"]


def test_one_import_is_one_change_and_one_undo(small: Small, bundle: Path, tmp_path: Path) -> None:
    make_desk(tmp_path / "b.desk")
    with open_desk(tmp_path / "b.desk") as other:
        empty = dump(other)
        import_files(other, [bundle], Lens())
        [change] = other.reader.changes()
        assert change.label == "Import a.zip"
        other.revert(change.id)
        assert {**dump(other), "tag": []} == {**empty, "tag": []}


def test_a_preview_writes_nothing(bundle: Path, tmp_path: Path) -> None:
    make_desk(tmp_path / "b.desk")
    with open_desk(tmp_path / "b.desk") as other:
        empty = dump(other)
        report = import_files(other, [bundle], Lens(), preview=True)
        assert sum(report.created.values()) == 5 and dump(other) == empty


def test_what_is_named_and_not_in_it_is_made_with_its_name(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "people.zip"
    export_all(small.store, path, kinds=("person", "event"))
    make_desk(tmp_path / "b.desk")
    with open_desk(tmp_path / "b.desk") as other:
        report = import_files(other, [path], Lens())
        assert report.referenced == {"organizations": 1}
        key = other.reader.find(small.army.uid, LENS)
        assert key is not None
        army = other.reader.get(key, LENS)
        assert isinstance(army, Organization) and army.offices[0].uid == small.army.offices[0].uid
        export_all(other, tmp_path / "again.zip", kinds=("person", "event"))
    assert path.read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_nothing_above_the_ceiling_is_taken_or_told(marked: Marked, tmp_path: Path) -> None:
    low = Lens("2026-06-01", 1)
    with open_desk(marked.path, read_only=True) as store:
        export_all(store, tmp_path / "all.zip", Lens("2026-06-01"))
    make_desk(tmp_path / "b.desk")
    with open_desk(tmp_path / "b.desk") as other:
        report = import_files(other, [tmp_path / "all.zip"], low)
        said = repr(report) + repr(dump(other))
    hidden = {word for words in marked.words[2:] for word in words}
    assert report.rejected and sorted(word for word in hidden if word in said) == []


def test_a_record_that_was_merged_is_the_one_it_was_merged_into(
    small: Small, bundle: Path, tmp_path: Path
) -> None:
    kept = Person(title="Syed Asim Munir")
    small.store.save(kept, LENS)
    with small.store.unit_of_work("Merge") as work:
        merge_records(work, kept.id, small.munir.id, {"title": "theirs"}, LENS)
    import_files(small.store, [bundle], Lens())
    assert len(small.store.reader.all_ids("person", LENS, "name")) == 1
    one, two = round_trip(small.store, tmp_path)
    assert one == two


def test_attached_files_come_along(store: Store, tmp_path: Path) -> None:
    file = Attachment(file_name="card.txt", data=b"a card")
    store.save(Person(title="Ada", attachments=[file]), LENS)
    one, two = round_trip(store, tmp_path)
    assert one == two


def test_a_kind_of_parts_is_refused(small: Small, bundle: Path) -> None:
    with pytest.raises(Refused, match="within other records"):
        import_files(small.store, [bundle], Lens(), kind="tenures")
