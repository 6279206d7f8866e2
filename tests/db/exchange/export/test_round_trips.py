"""What is exported comes back in an empty desk as it was, or the report names what is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from db import (
    KINDS,
    PLURALS,
    Attachment,
    HistoricalDate,
    Lens,
    Name,
    OfficeRef,
    Organization,
    Person,
    Record,
    Ref,
    Store,
    import_files,
    load_sample,
    make_desk,
    open_desk,
)
from db.record_types import Part
from db.tables.fields import meanings
from tests.db.exchange.export.exports import export_all

LENS = Lens("2025-09-15")
FORMATS = {
    "all.vcf": ("person", "organization"),
    "all.json": ("person", "organization", "event"),
    "all.ftm.jsonl": ("person", "organization", "event"),
}
# what a program keeps for itself, and what stands with the file it came from
OWN = {"id", "uid", "created", "changed", "version", "citations", "identifiers", "script",
       "language", "name_by_hand", "name_order", "marking"}  # fmt: skip
# fields that come back under another name: what came of an event as a note of it, a body's name in
# capitals as its acronym
MOVED = {("all.json", "Outcome"), ("all.json", "Notes"),
         ("all.vcf", "Acronym"), ("all.vcf", "Other names")}  # fmt: skip


@pytest.fixture
def sample(store: Store) -> Store:
    load_sample(store)
    return store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    make_desk(tmp_path / "empty.desk")
    with open_desk(tmp_path / "empty.desk") as opened:
        yield opened


def records(store: Store, kind: str) -> dict[str, Record]:
    ids = store.reader.all_ids(kind, LENS, "title")
    return {each.title: each for each in store.reader.records(kind, ids, LENS).values()}


def said(value: Any) -> Any:
    """A value without what numbers it: references by their titles, parts by what they say."""
    if isinstance(value, HistoricalDate):
        return value.edtf
    if isinstance(value, Ref | OfficeRef):
        return value.title
    if isinstance(value, Part):
        return {name: each for name, each in facts(value).items() if each}
    if isinstance(value, list):
        return [said(each) for each in value]
    return value


def facts(item: Record | Part) -> dict[str, Any]:
    return {name: said(getattr(item, name)) for name, _ in meanings(type(item)) if name not in OWN}


def differences(old: Record, new: Record) -> Iterator[str]:
    """The labels of what came back otherwise; of lists of lines that of each field of a line."""
    before, after = facts(old), facts(new)
    for name, meaning in meanings(type(old)):
        if name in OWN or before[name] == after[name]:
            continue
        olds, news = before[name], after[name]
        if isinstance(olds, list) and len(olds) == len(news) and olds and isinstance(olds[0], dict):
            labels = dict(meanings(type(getattr(old, name)[0])))
            for one, other in zip(olds, news, strict=True):
                for key in one:
                    if one[key] != other.get(key):
                        yield f"{labels[key].label} ({meaning.label.lower()})"
        else:
            yield meaning.label


def is_named(label: str, lost: Sequence[str]) -> bool:
    """Say whether a report names a loss: dates that lose their precision under one name."""
    own, _, whole = label.rstrip(")").partition(" (")
    others = ("Precision of dates",) if own in ("Date", "Start", "End", "Since", "Until") else ()
    if label in ("State of the end (offices held)", "Offices held"):
        others += ("Offices held", "Offices said to be held still", "Until (offices held)")
    return {label, whole.capitalize()} & set(lost) != set() or any(each in lost for each in others)


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_desk_comes_back_or_what_is_lost_is_named(
    sample: Store, empty: Store, tmp_path: Path, name: str
) -> None:
    report = export_all(sample, tmp_path / name)
    import_files(empty, [tmp_path / name], LENS)
    lost = [what for what, count in report.lost.items() if count]
    for kind in KINDS:
        old, new = records(sample, kind), records(empty, kind)
        if kind not in FORMATS[name]:
            assert not new and PLURALS[kind].capitalize() in lost
            continue
        assert set(old) == set(new)
        labels = {label for title in old for label in differences(old[title], new[title])}
        unnamed = {each for each in labels if not is_named(each, lost)}
        assert {(name, each) for each in unnamed} <= MOVED


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_lists_come_back_as_the_same_records(
    sample: Store, empty: Store, tmp_path: Path, ending: str
) -> None:
    for kind in KINDS:
        path = tmp_path / f"{kind}.{ending}"
        export_all(sample, path, kinds=[kind])
        import_files(empty, [path], LENS, kind=PLURALS[kind])
    for kind in KINDS:
        assert set(records(sample, kind)) == set(records(empty, kind)), kind


def test_a_card_takes_nicknames_and_pictures_along(
    store: Store, empty: Store, tmp_path: Path
) -> None:
    photo = b"\xff\xd8\xff" + bytes(range(256)) * 40
    store.save(
        Person(
            title="Ana Ruiz", names=[Name(text="Anita"), Name(text="अना", kind="native")],
            died=HistoricalDate.parse("2001-02-03"),
            attachments=[
                Attachment(file_name="a.jpg", media_type="image/jpeg", data=photo),
                Attachment(file_name="a.txt", media_type="text/plain", data=b"words"),
            ],
        ),
        LENS,
    )  # fmt: skip
    store.save(Organization(title="Mint", acronym="MNT", names=[Name(text="The Mint")]), LENS)
    report = export_all(store, tmp_path / "all.vcf")
    assert report.lost["Attachments"] == 1 and report.lost["Type (other names)"] == 1
    import_files(empty, [tmp_path / "all.vcf"], LENS)
    ana, mint = records(empty, "person")["Ana Ruiz"], records(empty, "organization")["Mint"]
    assert [name.text for name in ana.names] == ["Anita", "अना"]
    assert isinstance(ana, Person) and ana.died and ana.died.edtf == "2001-02-03"
    [picture] = ana.attachments
    assert empty.reader.attachment(picture.sha256, LENS) == photo
    assert isinstance(mint, Organization) and mint.acronym == "MNT"
    assert [name.text for name in mint.names] == ["The Mint"]
