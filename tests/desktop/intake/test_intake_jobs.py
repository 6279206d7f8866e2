"""What intake does off the window's thread."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db import Event, Lens, Person, Source, open_desk
from desktop.intake.intake_jobs import (
    IntakeChoice,
    proposed_by_hand,
    read_text,
    record_of,
    take_in,
)

LENS = Lens("2025-09-20")
TEXT = "Foreign Minister Ishaq Dar met Foreign Minister Espen Barth Eide in Oslo on Monday."


def news() -> Source:
    return Source(title="News", text=TEXT)


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def test_what_is_known_is_matched_and_the_rest_is_new(desk: Path) -> None:
    with open_desk(desk) as store:
        found = read_text(news(), date(2025, 9, 16), LENS, store, silent)
        by_name = {row.name: row for row in found.rows}
        dar, eide = by_name["Ishaq Dar"], by_name["Espen Barth Eide"]
        assert dar.match is not None and dar.match.title == "Ishaq Dar" and not dar.is_open
        assert eide.match is None and eide.candidates == ()


def test_what_was_taken_is_one_change_and_cites_the_text(desk: Path) -> None:
    with open_desk(desk) as store:
        rows = read_text(news(), date(2025, 9, 16), LENS, store, silent).rows
        choice = IntakeChoice(news(), rows)
        before = store.reader.last_change()
        assert take_in(choice, LENS, store, silent) is not None
        assert store.reader.last_change() == before + 1
        ids = store.reader.all_ids("person", LENS, "name")
        [found] = [line for line in store.reader.lines(ids, LENS) if "Eide" in line.title]
        eide = store.reader.get(found.id, LENS)
        assert isinstance(eide, Person) and eide.citations[0].source.text == TEXT
        assert eide.citations[0].passage == TEXT
        assert read_text(news(), date(2025, 9, 16), LENS, store, silent).rows == ()


@pytest.mark.parametrize("kind", ["person", "organization", "agreement", "event"])
def test_marked_words_are_a_proposal_with_their_sentence(kind: str) -> None:
    text = "It rained. The  Rubio\nplan was told. All left."
    row = proposed_by_hand(kind, text, 11, 26)
    assert (row.kind, row.name, row.is_taken) == (kind, "The Rubio plan", True)
    assert row.proposal.sentence == "The  Rubio\nplan was told."
    assert record_of(row).title == "The Rubio plan"


def test_a_record_that_was_edited_is_taken_as_it_is() -> None:
    row = proposed_by_hand("event", "Talks", 0, 5)
    assert isinstance(record_of(row), Event)
    row.record = Event(title="Talks in Rome")
    assert record_of(row) is row.record
