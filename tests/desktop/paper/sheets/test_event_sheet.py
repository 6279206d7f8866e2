"""An event: when, where, and who stood on which side with the title of that day."""

import pytest

from db import Event, HistoricalDate, Lens, Participant, Ref, TitleThen
from desktop.paper.sections.sheet_context import SheetFacts
from desktop.paper.sheets import event_sheet as event
from tests.desktop.paper.context_of import DAY, said, telling_of

DATE = HistoricalDate.parse
DAR, COOPER = Ref(1, "Ishaq Dar", "person"), Ref(2, "Brad Cooper", "person")


@pytest.mark.parametrize(
    ("start", "end", "when", "day"),
    [
        ("July 2021", "", "July 2021", "2021-07-31"),
        ("1 July 2021", "3 July 2021", "1–3 July 2021", "2021-07-01"),
        ("July 2021", "July 2021", "July 2021", "2021-07-31"),
        ("", "2020", "2020", "2020-12-31"),
        ("", "", "", None),
        ("after 2020", "", "after 2020", "2021-01-01"),
    ],
)
def test_the_time_of_an_event(start: str, end: str, when: str, day: str | None) -> None:
    made = Event(title="x", start=DATE(start) if start else None, end=DATE(end) if end else None)
    assert (event.when(made), event.day_of(made)) == (when, day)


def test_the_subtitle_tells_what_when_and_where() -> None:
    made = Event(title="x", kind="call", start=DATE("May 2025"), place="Lahore")
    reading = telling_of(made).reading
    assert event.subtitle(reading, Lens(DAY)) == "Call · May 2025 · Lahore"


def test_sides_stand_under_their_names() -> None:
    there = [
        Participant(who=DAR, role="host", side="Pakistan"),
        Participant(who=COOPER, role="guest"),
        Participant(role="observer", side="Pakistan"),
    ]
    told = said(event.participants(telling_of(Event(title="x", participants=there))))
    assert told == [
        "Participants",
        "Pakistan",
        "Host | Ishaq Dar",
        "Observer | not named",
        "Side not stated",
        "Guest | Brad Cooper",
    ]


def test_without_sides_no_heading_stands_over_the_names() -> None:
    there = [Participant(who=DAR, role="host")]
    told = said(event.participants(telling_of(Event(title="x", participants=there))))
    assert told == ["Participants", "Host | Ishaq Dar"]


def test_who_asked_for_it_has_the_title_of_that_day() -> None:
    made = Event(title="x", start=DATE("2020-05-01"), initiated_by=COOPER)
    known = SheetFacts(
        {
            (2, "2020-05-01"): TitleThen("Captain", "Captain"),
            (2, DAY): TitleThen("Admiral", "Admiral"),
        }
    )
    told = said(event.facts(telling_of(made, known=known)))
    assert "Initiated by | Brad Cooper, then Captain" in told


def test_local_time_stands_with_its_zone_and_what_it_was_part_of_is_named() -> None:
    made = Event(
        title="x",
        local_time="14:30",
        zone="Asia/Karachi",
        part_of=Ref(3, "Summit", "event"),
        outcome="Agreed.",
    )
    told = said(event.facts(telling_of(made)))
    assert {"Local time | 14:30 Asia/Karachi", "Part of | Summit"} <= set(told)
    assert said(event.outcome(telling_of(made))) == ["Outcome", "Agreed."]
