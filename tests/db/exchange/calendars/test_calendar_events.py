"""Days, times and zones of an event are read as they stand; what repeats is told, not written."""

from __future__ import annotations

import pytest

from tests.db.exchange.calendars.calendars import read_one


@pytest.mark.parametrize(
    ("lines", "zone", "when"),
    [
        (("DTSTART;VALUE=DATE:20250503",), "", ("2025-05-03", "", "", "")),
        (("DTSTART;VALUE=DATE:20250503", "DTEND;VALUE=DATE:20250504"), "",
         ("2025-05-03", "", "", "")),
        (("DTSTART;VALUE=DATE:20250503", "DTEND;VALUE=DATE:20250506"), "",
         ("2025-05-03", "2025-05-05", "", "")),
        (("DTSTART;VALUE=DATE:20250503", "DURATION:P2D"), "", ("2025-05-03", "2025-05-04", "", "")),
        (("DTSTART;TZID=Asia/Karachi:20250503T140000",), "",
         ("2025-05-03", "", "14:00", "Asia/Karachi")),
        (("DTSTART;TZID=Pakistan Standard Time:20250503T140000",), "",
         ("2025-05-03", "", "14:00", "Asia/Karachi")),
        (("DTSTART;TZID=/x.org/1/Europe/Lisbon:20250503T090000",), "",
         ("2025-05-03", "", "09:00", "Europe/Lisbon")),
        (("DTSTART:20250503T220000Z",), "", ("2025-05-03", "", "22:00", "UTC")),
        (("DTSTART:20250503T220000Z",), "Asia/Karachi",
         ("2025-05-04", "", "03:00", "Asia/Karachi")),
        (("DTSTART:20250503T140000",), "Asia/Karachi", ("2025-05-03", "", "14:00", "")),
        (("DTSTART;TZID=Europe/Lisbon:20250503T230000", "DTEND;TZID=Europe/Lisbon:20250505T010000"),
         "", ("2025-05-03", "2025-05-05", "23:00", "Europe/Lisbon")),
        (("DTSTART:20250503T140000Z", "DTEND:20250504T000000Z"), "",
         ("2025-05-03", "", "14:00", "UTC")),
    ],
)  # fmt: skip
def test_when_it_is(lines: tuple[str, ...], zone: str, when: tuple[str, str, str, str]) -> None:
    event = read_one("SUMMARY:Visit", *lines, zone=zone)
    assert (event.start, event.end, event.local_time, event.zone) == when
    assert event.left_out == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("DTSTART;TZID=Custom:20250503T140000", "DTSTART"),
        ("DTSTART:99999999", "DTSTART"),
        ("DTSTART:20250503T140000Z\r\nDTEND:20250501T140000Z", "DTEND"),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO", "RRULE"),
        ("RDATE:20250601T140000Z", "RDATE"),
        ("ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA", "ATTACH"),
        ("CLASS:CONFIDENTIAL", "CLASS"),
        ("GEO:1;2", "GEO"),
        ("X-FOO:1", "X-FOO"),
        ("nonsense", "line"),
    ],
)
def test_what_is_not_taken_is_told_by_its_property(line: str, column: str) -> None:
    event = read_one("SUMMARY:Visit", *line.split("\r\n"))
    assert [each[0] for each in event.left_out] == [column]


def test_an_event_that_repeats_keeps_its_rule_as_a_remark() -> None:
    event = read_one("SUMMARY:Renewal", "DTSTART;VALUE=DATE:20250503", "RRULE:FREQ=YEARLY;COUNT=9")
    assert event.start == "2025-05-03" and event.kind == "renewal"
    assert event.notes == ["Repeats (RRULE): FREQ=YEARLY;COUNT=9"]


def test_one_occurrence_is_an_event_of_its_own() -> None:
    event = read_one("SUMMARY:Call", "UID:a", "RECURRENCE-ID:20250503T140000Z")
    assert event.uid == "a#20250503T140000Z" and len(event.remarks) == 2


@pytest.mark.parametrize(
    ("lines", "kind", "topics"),
    [
        (("SUMMARY:Visit of the minister",), "visit", []),
        (("SUMMARY:Meeting before the visit",), "", []),
        (("SUMMARY:Talks", "CATEGORIES:Trade,Meeting"), "meeting", ["Trade"]),
        (("SUMMARY:Renewal of the lease",), "renewal", []),
        (("SUMMARY:Television",), "", []),
        (("SUMMARY:Change of command in Quetta",), "change of command", []),
    ],
)
def test_the_kind_is_a_category_or_a_word_of_the_title(
    lines: tuple[str, ...], kind: str, topics: list[str]
) -> None:
    event = read_one(*lines)
    assert (event.kind, event.topics) == (kind, topics)


def test_who_comes_and_where() -> None:
    event = read_one(
        "SUMMARY:Talks", "ORGANIZER;CN=Ana Silva:mailto:ana@b.pt",
        "ATTENDEE;CN=bo@b.pt;PARTSTAT=ACCEPTED:MAILTO:bo@b.pt",
        "ATTENDEE;CUTYPE=ROOM;CN=Blue room:mailto:room@b.pt",
    )  # fmt: skip
    assert [(each.name, each.email, each.is_organizer) for each in event.attendees] == [
        ("Ana Silva", "ana@b.pt", True), ("", "bo@b.pt", False),
    ]  # fmt: skip
    assert event.place == "Blue room"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("DESCRIPTION:First line\\nmore",), "First line"),
        (("LOCATION:Lahore",), "Event at Lahore"),
        (("DTSTART;VALUE=DATE:20250503",), ""),
    ],
)
def test_an_event_without_a_title(lines: tuple[str, ...], title: str) -> None:
    assert read_one(*lines).title == title


@pytest.mark.parametrize(
    ("lines", "notes", "when"),
    [
        (("DTSTART:the third\n  of May",), ["Start: the third of May"], ("", "")),
        (("DTEND:20250504T100000Z",), ["End: 20250504T100000Z"], ("", "")),
        (("DTSTART;VALUE=DATE:20250503", "DTEND:soon"), ["End: soon"], ("2025-05-03", "")),
        (("DTSTART;VALUE=DATE:20250503", "DTEND;VALUE=DATE:20250501"), ["End: 2025-05-01"],
         ("2025-05-03", "")),
        (("DTSTART:20250503T140000", "DTEND:20250501T140000"), ["End: 2025-05-01 14:00:00"],
         ("2025-05-03", "")),
        (("DTSTART:20250503T140000", "DTEND;VALUE=DATE:20250506"), [],
         ("2025-05-03", "2025-05-05")),
        (("DTSTART:20250503T140000", "DURATION:long"), ["Duration: long"], ("2025-05-03", "")),
        (("DTSTART;VALUE=DATE:20250503", "RRULE:FREQ=SOMETIMES"), ["RRULE: FREQ=SOMETIMES"],
         ("2025-05-03", "")),
    ],
)  # fmt: skip
def test_words_that_cannot_be_read_are_kept_as_notes_and_told(
    lines: tuple[str, ...], notes: list[str], when: tuple[str, str]
) -> None:
    event = read_one("SUMMARY:Visit", *"\n".join(lines).split("\n"))
    assert (event.notes, (event.start, event.end)) == (notes, when)
    assert len(event.left_out) == len(notes)
    assert all(why.endswith("kept as a note.") for _, _, why in event.left_out)
