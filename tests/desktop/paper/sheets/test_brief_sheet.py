"""The meeting brief: sides in order of precedence, titles of the day, what is due, what is open."""

from __future__ import annotations

from db import Event, Lens, Organization, Participant, Party, Store
from desktop.paper.content.blocks import Endnotes, Sheet
from desktop.paper.sheets.several import sheets_of
from desktop.paper.sheets.sheet_forms import brief_sheet
from tests.desktop.paper.conftest import LENS, NOW, date, key_of, saved
from tests.desktop.paper.words import headings, words
from tests.saved_records import ref


def brief(store: Store, title: str, lens: Lens = LENS) -> Sheet:
    return brief_sheet(store.reader, key_of(store, title), (), lens, store.name, NOW)


def test_a_brief_of_an_event_has_its_sections_in_order(full: Store) -> None:
    assert headings(brief(full, "Meeting on trade")) == [
        "The meeting",
        "Participants",
        "The people",
        "Verify first",
    ]


def test_titles_are_those_of_the_day_of_the_event(full: Store) -> None:
    told = words(brief(full, "Meeting on trade"), "The people")
    assert "Foreign Secretary, Ministry of Foreign Affairs" in told
    assert "Foreign Minister" not in told
    assert "(2020 – 2022)" in told
    assert "Never checked — verify." in told


def test_the_reason_of_a_place_stands_beside_it(full: Store) -> None:
    told = words(brief(full, "Meeting on trade"), "Participants")
    assert "Host; Foreign Secretary, 2nd in Ministry of Foreign Affairs, since 2020" in told
    assert "Guest; no office on that day, so by name" in told


def test_purpose_that_is_not_recorded_is_said_to_be_so(full: Store) -> None:
    assert "Purpose | not stated on this desk" in words(brief(full, "Meeting on trade"))


def test_people_alone_make_a_brief_as_of_the_day_of_the_lens(full: Store) -> None:
    ids = [key_of(full, "Ishaq Dar"), key_of(full, "Brad Cooper")]
    (sheet,) = sheets_of("brief", ids, full.reader, LENS, "desk", NOW)
    assert sheet.title == "Meeting brief"
    assert sheet.subtitle == "Ishaq Dar, Brad Cooper"
    told = words(sheet)
    assert "Titles | as of 23 November 2026" in told
    assert "Meeting on trade" in words(sheet, "Last meetings and calls")
    assert "Pakistan" in words(sheet, "Participants")
    assert "United States" in words(sheet, "Participants")


def test_agreements_between_the_sides_say_what_is_due(full: Store) -> None:
    reader = full.reader
    guest = reader.get(key_of(full, "Brad Cooper"), LENS)
    other = saved(full, Organization(title="Graustark", kind="state", country="us"))
    treaty = reader.get(key_of(full, "Protocol of Zenda"), LENS)
    treaty.parties.append(Party(who=ref(other), side=treaty.parties[0].side))
    full.save(treaty, LENS)
    ids = [key_of(full, "Ishaq Dar"), guest.id]
    (sheet,) = sheets_of("brief", ids, reader, LENS, "desk", NOW)
    assert "Protocol of Zenda | not dated | Announced | Signature" in words(sheet)
    assert "Protocol of Zenda: signature." in words(sheet, "Open points")


def test_all_records_of_a_brief_share_their_numbered_sources(full: Store) -> None:
    sheet = brief(full, "Meeting on trade")
    (notes,) = (block for block in sheet.blocks if isinstance(block, Endnotes))
    assert [number for number, _ in notes.rows] == list(range(1, len(notes.rows) + 1))
    assert len(notes.rows) == 2


def test_what_the_ceiling_takes_is_counted_once_and_raises_no_marking(full: Store) -> None:
    reader = full.reader
    minister, guest = (
        reader.get(key_of(full, name), LENS) for name in ("Ishaq Dar", "Brad Cooper")
    )
    secret = Event(
        title="Zebra talks",
        kind="meeting",
        start=date("2021-05-01"),
        marking=3,
        participants=[Participant(who=ref(minister)), Participant(who=ref(guest))],
    )
    saved(full, secret)
    over, under = (brief(full, "Meeting on trade", Lens(LENS.as_of, level)) for level in (3, 0))
    assert "Zebra talks" in words(over)
    assert over.marking == "SECRET"
    assert "Zebra" not in words(under)
    assert under.marking == "OPEN"
    # The meeting, and the minister's remark that is marked so by itself.
    assert under.withheld == over.withheld + 2
