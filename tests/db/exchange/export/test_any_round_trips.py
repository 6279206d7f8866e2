"""Whatever a record says comes back from each format, or the report names what is lost: of a desk
with a word in every field, and of events and people as they may be.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import (
    Contact,
    Event,
    HistoricalDate,
    Name,
    Note,
    Person,
    Record,
    Store,
    import_files,
    make_desk,
    open_desk,
)
from tests.db.exchange.export.exports import LENS, export_all
from tests.db.exchange.export.test_round_trips import FORMATS, MOVED, differences, is_named
from tests.marked_desk import ALL, make_marked_desk

# The desk's words are no particles, and its offices with an end are not said to have ended.
OF_WORDS = {"Particles", "Family name", "End (offices held)"}
ALSO_NAMED = {
    "Remark (contact details)": "Remarks of contact details",
    "Notes": "Notes that stand as one",
    "Family name": "Particles",
    "Born": "Precision of dates",
}
BY_ANOTHER_NAME = MOVED | {("all.ftm.jsonl", "Acronym"), ("all.ftm.jsonl", "Other names")}


def records_of(store: Store, kind: str) -> dict[str, Record]:
    ids = store.reader.all_ids(kind, ALL, "title")
    return {each.title: each for each in store.reader.records(kind, ids, ALL).values()}


def unnamed_losses(old: Record, new: Record, lost: list[str]) -> set[str]:
    """The fields that came back otherwise and that the report does not name."""
    return {
        label
        for label in differences(old, new)
        if not is_named(label, lost) and ALSO_NAMED.get(label) not in lost
    }


@pytest.fixture(scope="module")
def marked() -> Iterator[Path]:
    """A desk with a word in every field."""
    with tempfile.TemporaryDirectory() as folder:
        yield make_marked_desk(Path(folder) / "marked.desk").path


@pytest.mark.parametrize("name", FORMATS)
def test_a_word_in_every_field_comes_back_or_is_named(
    marked: Path, tmp_path: Path, name: str
) -> None:
    make_desk(tmp_path / "empty.desk")
    with open_desk(marked, read_only=True) as store, open_desk(tmp_path / "empty.desk") as new:
        report = export_all(store, tmp_path / name, ALL)
        import_files(new, [tmp_path / name], ALL)
        lost = [what for what, count in report.lost.items() if count]
        for kind in FORMATS[name]:
            old, back = records_of(store, kind), records_of(new, kind)
            assert set(old) == set(back)
            found: set[str] = set()
            found = found.union(*(unnamed_losses(old[each], back[each], lost) for each in old))
            assert {(name, each) for each in found - OF_WORDS} <= BY_ANOTHER_NAME


@pytest.fixture(scope="module")
def bare() -> Iterator[Path]:
    """An empty desk to be copied."""
    with tempfile.TemporaryDirectory() as folder:
        make_desk(Path(folder) / "bare.desk")
        yield Path(folder) / "bare.desk"


def there_and_back(bare: Path, records: list[Record], name: str) -> set[str]:
    """What is lost and not named of records that go into a file and come back."""
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = (Path(shutil.copy(bare, Path(folder) / each)) for each in "ab")
        with open_desk(ours) as store, open_desk(theirs) as new:
            for record in records:
                store.save(record, LENS)
            report = export_all(store, Path(folder) / name)
            import_files(new, [Path(folder) / name], LENS)
            lost = [what for what, count in report.lost.items() if count]
            found: set[str] = set()
            for kind in dict.fromkeys(record.KIND for record in records):
                old, back = records_of(store, kind), records_of(new, kind)
                assert set(old) == set(back)
                for title in old:
                    found |= unnamed_losses(old[title], back[title], lost)
            return found


WORDS = st.sampled_from(["Lima", "Ägypten; Kairo", "a,b\\c", "два\nслова", "ليما", "=1", "x" * 90])
DAYS = st.sampled_from(["2024-02-29", "1999-12-31", "2025-07-14", "1861-03-17"])
ZONES = st.sampled_from(["Europe/Berlin", "America/Lima", "Asia/Kolkata", "UTC"])


@st.composite
def events(draw: st.DrawFn) -> Event:
    """A visit, a renewal or a call, of a day or of several, at an hour somewhere."""
    start = draw(DAYS)
    event = Event(
        title=draw(st.sampled_from(["Visit to Lima", "Renewal of the lease", "Call"])),
        start=HistoricalDate.parse(start),
        kind=draw(st.sampled_from(["visit", "meeting", "call", "renewal"])),
        place=" ".join(draw(WORDS).split()),
        status=draw(st.sampled_from(["", "planned", "held", "postponed", "cancelled"])),
        outcome=draw(st.sampled_from(["", "Agreed."])),
        topics=draw(st.lists(st.sampled_from(["trade", "water/rivers"]), unique=True)),
        notes=[Note(text=text) for text in draw(st.lists(WORDS, max_size=2, unique=True))],
    )
    if draw(st.booleans()):
        event.local_time, event.zone = draw(st.sampled_from(["09:30", "23:59"])), draw(ZONES)
    elif draw(st.booleans()):
        event.end = HistoricalDate.parse("2025-08-01")
    return event


WAYS = (
    ("phone", "+51 1 204"),
    ("mobile", "+51 99 1"),
    ("fax", "+51 1 205"),
    ("email", "ana@mre.example"),
    ("website", "https://mre.example/a?b=c"),
    ("address", "Jr. Lampa 545, Lima"),
)


@st.composite
def people(draw: st.DrawFn) -> Person:
    """A person with names, days and ways to be reached."""
    day = draw(st.sampled_from([None, "1961-05-12", "1961", "about 1970"]))
    contacts = st.builds(
        lambda pair, note: Contact(kind=pair[0], value=pair[1], note=note),
        st.sampled_from(WAYS),
        st.sampled_from(["", "work", "at night"]),
    )
    return Person(
        title=draw(st.sampled_from(["Ana Ruiz", "Ludwig van der Rohe", "Эва Мора", "李明"])),
        honorific=draw(st.sampled_from(["", "Dr."])),
        gender=draw(st.sampled_from(["", "female"])),
        born=HistoricalDate.parse(day) if day else None,
        country=draw(st.sampled_from(["", "pe"])),
        biography=draw(st.sampled_from(["", "Born by the sea; “a, b”."])),
        names=draw(st.lists(st.builds(Name, text=st.sampled_from(["Anita", "अना"]),
                                      kind=st.just("alias")), max_size=1)),
        contacts=draw(st.lists(contacts, max_size=1)),
        topics=draw(st.lists(st.sampled_from(["trade", "water"]), unique=True)),
        notes=[Note(text=text) for text in draw(st.lists(WORDS, max_size=2, unique=True))],
    )  # fmt: skip


QUICK = settings(max_examples=4, deadline=None, database=None)
MANY = settings(max_examples=300, deadline=None, database=None)


@given(events())
@QUICK
def test_any_event_comes_back_from_a_calendar(bare: Path, event: Event) -> None:
    assert there_and_back(bare, [event], "all.ics") == set()


@pytest.mark.parametrize("name", ["all.vcf", "all.json", "all.ftm.jsonl", "all.zip"])
@given(people())
@QUICK
def test_any_person_comes_back(bare: Path, name: str, person: Person) -> None:
    assert there_and_back(bare, [person], name) == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["all.vcf", "all.json", "all.ftm.jsonl", "all.ics", "all.zip"])
@given(st.data())
@MANY
def test_many_records_come_back(bare: Path, name: str, data: st.DataObject) -> None:
    records = [data.draw(events() if name == "all.ics" else people())]
    assert there_and_back(bare, records, name) == set()
