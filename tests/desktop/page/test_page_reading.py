"""What a page shows is gathered at once, on any thread, and what cannot be is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db import Lens, Reader, Refused, Stopped, open_desk
from desktop.page.look import look_of
from desktop.page.page_reading import gather

LENS = Lens("2025-09-15", 3)


@pytest.fixture
def reader(desk: Path) -> Iterator[Reader]:
    with open_desk(desk) as store:
        yield store.reader


def first(reader: Reader) -> int:
    return reader.first_ids("person", LENS, "name")[0]


def test_a_record_comes_with_its_last_changes(reader: Reader) -> None:
    seen = gather(reader, first(reader), LENS)
    assert seen.reading is not None and seen.changes and seen.refusal == ""
    assert seen.built is None


def test_with_a_look_comes_the_text(reader: Reader, qapp: QApplication) -> None:
    look = look_of(qapp.palette(), qapp.font(), 700)
    seen = gather(reader, first(reader), LENS, look)
    assert seen.built is not None and seen.built.look == look and "<" in seen.built.html


def test_what_is_gone_or_above_the_ceiling_is_nothing(reader: Reader) -> None:
    assert gather(reader, 999_999, LENS).reading is None
    secret = next(
        line.id
        for line in reader.lines(reader.all_ids("person", LENS, "name"), LENS)
        if line.marking == 3
    )
    assert gather(reader, secret, Lens("2025-09-15", 0)).reading is None


def test_changes_that_cannot_be_read_leave_the_record(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **more: object) -> None:
        raise Refused("The disk does not answer.")

    monkeypatch.setattr(reader, "changes", refuse)
    seen = gather(reader, first(reader), LENS)
    assert seen.reading is not None and seen.refusal == "The disk does not answer."


@pytest.mark.parametrize("what", ["read", "changes"])
def test_a_question_that_was_withdrawn_says_so(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    key = first(reader)

    def stop(*_: object, **more: object) -> None:
        raise Stopped("The question was withdrawn.")

    monkeypatch.setattr(reader, what, stop)
    with pytest.raises(Stopped):
        gather(reader, key, LENS)
