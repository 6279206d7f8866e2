"""What the sheets say: every part of every record, in words that claim no more than is known."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from db import Lens, Refused, Span, Store
from desktop.paper.content.blocks import Endnotes
from desktop.paper.sheets.sheet_forms import SHEET_FORMS, lines_sheet, sections, sheet_for
from tests.desktop.paper.conftest import LENS, NOW, SheetOf
from tests.desktop.paper.words import headings, words

SAID = {
    ("biography", "Ishaq Dar"): (
        "Spoken address | Mr Dar",
        "Pronunciation | is-HAAK daar",
        "Native name | اسحاق ڈار (Urdu)",
        "Formerly | I. Dar (until 1980)",
        "Born | 1950",
        "Languages | Urdu, English",
        "since March 2024 | Foreign Minister, Ministry of Foreign Affairs | end not known",
        "2020 – 2022 | Foreign Secretary, Ministry of Foreign Affairs",
        "Senator",
        "Trained as an accountant.",
        "July 2021 | Meeting on trade. Both sides agreed to meet again. |"
        " Host · with Brad Cooper · Lahore · then Foreign Secretary, Ministry of Foreign Affairs",
        "12 June 2021 | Treaty of Strelsau. | in force · Ruritania",
        "Adviser to | Brad Cooper, since 2019",
        "Phone | +92 51 000, office",
        "Wikidata | Q123",
        "Topics | trade",
        "2 January 2025 | Likes tea. | desk",
        " | A zebra remark. | desk · secret",
        "JPG | portrait.jpg",
        "1 | “Readout”, Foreign Office, September 2025."
        " Offices held: “Foreign Minister Dar” (likely).",
    ),
    ("organization", "Ministry of Foreign Affairs"): (
        "Acronym | MoFA",
        "Native name | وزارت خارجہ (Urdu)",
        "Founded | 1947",
        "Keeps the peace.",
        "since 1947 | Ruritania",
        "Foreign Minister | Ishaq Dar | since March 2024, end not known",
        "Foreign Secretary | no holder on this desk",
        "2020 – 2022 | Ishaq Dar",
    ),
    ("agreement", "Treaty of Strelsau"): (
        "Treaty of Strelsau. Signed at Strelsau June 12, 2021. Entered into force in 2022. TS 7.",
        "Status | In force",
        "Amount | about $500 million, announced, September 2025",
        "Concluded | 12 June 2021, Strelsau",
        "Duration | ten years",
        "Notice period | six months",
        "Party | Signature | Consent to be bound | Other acts",
        "Ruritania (depositary state) | 12 June 2021 by Ishaq Dar, then Foreign Secretary,"
        " Ministry of Foreign Affairs | 5 January 2022 a | Denounced 2030; with notice",
        "a accession; without a letter: ratification.",
        "Amended by | Protocol of Zenda, announced",
    ),
    ("agreement", "Protocol of Zenda"): ("Amends | Treaty of Strelsau",),
    ("event", "Meeting on trade"): (
        "Local time | 10:30 Asia/Karachi",
        "Initiated by | Brad Cooper",
        "Part of | Lahore summit",
        "Host | Ishaq Dar, then Foreign Secretary, Ministry of Foreign Affairs",
        "Guest | Brad Cooper",
        "Both sides agreed to meet again.",
    ),
    ("event", "Lahore summit"): ("July 2021 | Meeting on trade. Both sides agreed to meet again.",),
    ("biography", "Brad Cooper"): ("Mentioned in | Ishaq Dar (adviser to Brad Cooper)",),
    ("organization", "Ruritania"): ("Ministry of Foreign Affairs", "Protocol of Zenda"),
}


@pytest.mark.parametrize(("form", "title"), SAID)
def test_every_part_of_a_record_is_told(sheet_of: SheetOf, form: str, title: str) -> None:
    told = words(sheet_of(form, title))
    assert [line for line in SAID[form, title] if line not in told] == []


def test_what_is_marked_above_the_ceiling_is_counted_and_gone(sheet_of: SheetOf) -> None:
    low = sheet_of("biography", "Ishaq Dar", Lens("2026-11-23", 1))
    assert "zebra" not in words(low)
    assert (low.withheld, low.marking) == (1, "OPEN")
    assert sheet_of("biography", "Ishaq Dar").marking == "SECRET"


def test_a_disputed_fact_shows_both_sides_with_their_sources(sheet_of: SheetOf) -> None:
    sheet = sheet_of("biography", "Ishaq Dar")
    told = words(sheet, "Verify first")
    assert "sources disagree; for: “Foreign Minister Dar”; against: “the former minister”." in told
    notes = {
        number for block in sheet.blocks if isinstance(block, Endnotes) for number, _ in block.rows
    }
    assert notes == {1, 2}


@pytest.mark.parametrize(
    ("form", "title", "point"),
    [
        ("biography", "Ishaq Dar", "Foreign Minister, Ministry of Foreign Affairs: end not known."),
        ("biography", "Ishaq Dar", "Senator: no date of appointment on this desk."),
        ("agreement", "Protocol of Zenda", "Whether it binds: not stated."),
        ("agreement", "Treaty of Strelsau", "Everything here rests on one source."),
        ("event", "Meeting on trade", "The day it took place: known only as “July 2021”."),
        ("organization", "Ruritania", "This record names no source."),
    ],
)
def test_what_is_not_known_is_to_be_verified_first(
    sheet_of: SheetOf, form: str, title: str, point: str
) -> None:
    assert point in words(sheet_of(form, title), "Verify first").splitlines()


def test_an_earlier_day_has_earlier_titles_and_sets_the_later_apart(sheet_of: SheetOf) -> None:
    sheet = sheet_of("biography", "Ishaq Dar", Lens("2021-06-30"))
    assert str(sheet.subtitle).endswith("Foreign Secretary, Ministry of Foreign Affairs")
    assert sheet.as_of == "as of 30 June 2021"
    assert "Foreign Secretary" in words(sheet, "Present office")
    told = words(sheet, "Other offices")
    assert told.index("After 30 June 2021") < told.index("Foreign Minister")
    assert "then" not in words(sheet, "Meetings and calls")


def test_sections_without_content_take_no_room(sheet_of: SheetOf) -> None:
    bare = sheet_of("event", "Lahore summit")
    assert headings(bare) == ["What it is", "Events in it and beside it", "Verify first"]


def test_head_and_foot_say_when_and_for_whom(sheet_of: SheetOf) -> None:
    sheet = sheet_of("biography", "Ishaq Dar")
    assert sheet.printed == "printed 23 November 2026, 14:02"
    assert (sheet.as_of, sheet.desk) == ("as of 23 November 2026", "Pakistan")
    assert sheet.checked == "never checked — verify"
    assert (sheet.native, sheet.native_language) == ("اسحاق ڈار", "ur")


def test_names_of_records_can_be_followed_on_the_screen(full: Store) -> None:
    reader = full.reader
    dar = _id(full, "person", "Ishaq Dar")
    found = repr(sections(reader.read(dar, LENS), LENS))
    for kind, title in (("person", "Brad Cooper"), ("event", "Meeting on trade")):
        assert re.search(rf"Run\(text='{title}',[^()]* link={_id(full, kind, title)}\b", found)
    assert "portrait.jpg" not in found


def test_the_page_has_the_latest_first_and_paper_the_earliest(full: Store) -> None:
    lens, reader = LENS, full.reader
    reading = reader.read(_id(full, "organization", "Ruritania"), lens)
    treaty = next(line for line in reading.related.agreements if line.cells[1])
    later = replace(treaty, title="Later", span=Span(*["2023-01-01"] * 4))
    reading.related.agreements.append(later)
    paper, page = (repr(sections(reading, lens, newest_first=new)) for new in (False, True))
    assert paper.index("Treaty of Strelsau") < paper.index("'Later'")
    assert page.index("'Later'") < page.index("Treaty of Strelsau")


def test_a_form_for_another_kind_is_refused(full: Store) -> None:
    with pytest.raises(Refused, match="organizations; this form is for people"):
        _refused(full)
    with pytest.raises(Refused, match="is for one record"):
        lines_sheet("biography", [], LENS, "desk", "All", now=NOW)


def _refused(full: Store) -> None:
    reading = full.reader.read(_id(full, "organization", "Ruritania"), LENS)
    sheet_for("biography", reading, LENS, "desk")


def test_every_form_of_lines_says_so_when_it_is_empty() -> None:
    for name, form in SHEET_FORMS.items():
        if not form.kinds:
            assert lines_sheet(name, [], LENS, "desk", "Nothing", now=NOW).blocks == []


def _id(full: Store, kind: str, title: str) -> int:
    lines = full.reader.lines(full.reader.all_ids(kind, LENS, "name"), LENS)
    return next(line.id for line in lines if line.title == title)
