"""Events are cut out of a calendar one by one, whatever stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Refused
from db.exchange.calendars import calendar_file
from db.exchange.calendars.calendar_file import CalendarFile, is_calendar, read_calendar
from tests.db.exchange.calendars.calendars import calendar


def read(folder: Path, text: str | bytes) -> CalendarFile:
    path = folder / "a.ics"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_calendar(path)


def test_alarms_zones_and_tasks_are_no_part_of_an_event(tmp_path: Path) -> None:
    alarm = "BEGIN:VALARM\nDESCRIPTION:Ring\nEND:VALARM"
    zone = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:1601\nEND:STANDARD\nEND:VTIMEZONE"
    task = "BEGIN:VTODO\nSUMMARY:Do\nEND:VTODO\nBEGIN:VTODO\nEND:VTODO"
    text = calendar(f"SUMMARY:A\n{alarm}\nLOCATION:L", "SUMMARY:B", head=f"{zone}\n{task}")
    file = read(tmp_path, text)
    assert [block.lines for block in file.events] == [["SUMMARY:A", "LOCATION:L"], ["SUMMARY:B"]]
    assert file.remarks == ["2 tasks were left out; only events are taken."]
    assert file.left_out == ["VTODO"] and file.samples["SUMMARY"] == "A"
    assert file.mapping() == {"events.title": "events.SUMMARY", "events.place": "events.LOCATION"}


def test_a_folded_line_begins_nothing(tmp_path: Path) -> None:
    file = read(tmp_path, calendar("SUMMARY:A\n BEGIN:VEVENT\n END:VEVENT"))
    assert len(file.events) == 1 and len(file.events[0].lines) == 3


def test_a_file_that_breaks_off_keeps_what_it_has(tmp_path: Path) -> None:
    file = read(tmp_path, calendar("SUMMARY:A", "SUMMARY:B").partition("END:VEVENT\r\nEND:VCAL")[0])
    assert [block.is_closed for block in file.events] == [True, False]


def test_what_is_said_of_the_whole_calendar(tmp_path: Path) -> None:
    head = "X-WR-TIMEZONE:Asia/Karachi\nPRODID:-//Aide-Mémoire//EN"
    file = read(tmp_path, calendar("SUMMARY:A", head=head))
    assert (file.zone, file.is_own) == ("Asia/Karachi", True)
    assert not read(tmp_path, calendar("SUMMARY:A", head="PRODID:-//Other//EN")).is_own


def test_another_encoding_is_read_and_told(tmp_path: Path) -> None:
    text = calendar("SUMMARY:Visite à Orléans, déjà prévue à l’été")
    file = read(tmp_path, text.encode("cp1252"))
    assert file.events[0].lines == ["SUMMARY:Visite à Orléans, déjà prévue à l’été"]
    assert "cp1252" in file.remarks[0]
    assert is_calendar(text.encode("utf-16")) and read(tmp_path, text.encode("utf-16")).count == 1


def test_a_calendar_without_events_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="holds no events"):
        read(tmp_path, calendar(head="BEGIN:VTODO\nEND:VTODO"))


def test_too_many_events_are_refused_and_nesting_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read(tmp_path, calendar("SUMMARY:A" + "\nBEGIN:X" * 90 + "\nEND:Y" * 90)).count == 1
    monkeypatch.setattr(calendar_file, "MAX_EVENTS", 2)
    with pytest.raises(Refused, match="more than 2 events"):
        read(tmp_path, calendar(*("SUMMARY:A" for _ in range(3))))
