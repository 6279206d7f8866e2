"""The blocks of a page are those of paper, the latest first, and what only a page must say."""

from dataclasses import replace

from db import Citation, HistoricalDate, Lens, Person, Source, Store
from desktop.page.line_label import MAX_LABEL_LETTERS
from desktop.page.page_content import page_blocks
from desktop.paper.content.blocks import Chronology, Endnotes, Heading, Paragraph, plain

from .conftest import LENS, add_calls


def headings(store: Store, person: Person, lens: Lens = LENS) -> list[str]:
    blocks = page_blocks(store.reader.read(person.id, lens), lens)
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_the_latest_contact_comes_first(store: Store, person: Person) -> None:
    add_calls(store, person, 3)
    blocks = page_blocks(store.reader.read(person.id, LENS), LENS)
    lists = [block for block in blocks if isinstance(block, Chronology)]
    calls = next(block for block in lists if len(block.rows) == 4)
    assert [plain(entry.when) for entry in calls.rows][:2] == ["3 July 2025", "2 July 2025"]


def test_every_contact_names_its_record(store: Store, person: Person) -> None:
    reading = store.reader.read(person.id, LENS)
    linked = {
        run.link
        for block in page_blocks(reading, LENS)
        if isinstance(block, Chronology)
        for entry in block.rows
        if not isinstance(entry.what, str)
        for run in entry.what
        if not isinstance(run, str)
    }
    assert reading.related.events[0].id in linked


def test_the_page_of_a_person_begins_with_offices(store: Store, person: Person) -> None:
    told = headings(store, person)
    assert told[0] == "Offices" and "Address and name" in told


def test_a_section_with_nothing_in_it_is_not_there(store: Store) -> None:
    bare = Person(title="J. Doe")
    store.save(bare, LENS)
    assert {"Offices", "Meetings and calls", "Agreements"}.isdisjoint(headings(store, bare))


def test_a_name_too_long_for_the_head_stands_whole_in_the_text(store: Store) -> None:
    long = Person(title="Maximilian " * 30)
    store.save(long, LENS)
    reading = store.reader.read(long.id, LENS)
    texts = [plain(b.text) for b in page_blocks(reading, LENS) if isinstance(b, Paragraph)]
    assert len(reading.record.title) > MAX_LABEL_LETTERS and reading.record.title in texts


def test_the_sources_come_last_but_for_what_is_withheld(store: Store, person: Person) -> None:
    person.citations.append(
        Citation(source=Source(title="Readout", published=HistoricalDate.parse("2025-07")))
    )
    store.save(person, LENS)
    low = replace(LENS, ceiling=1)
    *_, sources, withheld = page_blocks(store.reader.read(person.id, low), low)
    assert isinstance(sources, Endnotes) and isinstance(withheld, Paragraph)
    assert plain(withheld.text).startswith("1 item withheld")
