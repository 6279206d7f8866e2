"""A cell says when something was in words, as far as it has room."""

from __future__ import annotations

from typing import Any

import pytest

from db import Event, HistoricalDate, Lens, Store
from db.lists.timeline.span_words import MAX_DATE_LETTERS, span_text
from db.storage.row_mapping import date_values

LENS = Lens("2025-09-15")


def columns(text: str | None) -> list[Any]:
    return list(date_values(HistoricalDate.parse(text) if text else None))


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        (None, None, ""),
        ("2025-07-14", None, "14 July 2025"),
        (None, "2025-07", "July 2025"),
        ("2025-07", "2025-07", "July 2025"),
        ("2025-07", "2025-09", "July–September 2025"),
        ("1866-01-09", "1866-01-12", "9–12 January 1866"),
        ("2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2025-07-14", "after July 2025", "14 July 2025 – after July 2025"),
    ],
)
def test_when_is_said_in_words(start: str | None, end: str | None, says: str) -> None:
    assert span_text(columns(start), columns(end)) == says


def test_long_words_of_a_date_give_way_to_its_plain_form(store: Store) -> None:
    words = "one of the last days of that hot July, in the afternoon"
    assert len(words) > MAX_DATE_LETTERS
    plain = HistoricalDate.parse("2025-07")
    dated = HistoricalDate(plain.edtf, plain.first, plain.last, words)
    undated = HistoricalDate("", None, None, words)
    calls = [Event(title="Dated", start=dated), Event(title="Undated", start=undated)]
    for call in calls:
        store.save(call, LENS)
    told = [line.cells[0] for line in store.reader.lines([call.id for call in calls], LENS)]
    assert told == ["July 2025", words]
