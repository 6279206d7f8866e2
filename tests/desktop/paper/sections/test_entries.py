"""An entry tells who was there, with the title of that day said once, and where it is from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db import Citation, Lens, Line, Person, Ref, Source, Span, TitleThen
from desktop.paper.content.blocks import Chronology, Endnotes, plain, runs
from desktop.paper.sections.citing import Sources
from desktop.paper.sections.entries import MAX_MARKED_LINES, Entries, has_one_source
from desktop.paper.sections.sheet_context import SheetFacts
from desktop.paper.sheets.sheet_forms import lines_sheet

NOW = "2025-06-30"
DAR, COOPER = Ref(7, "Dar", "person"), Ref(8, "Cooper", "person")


def event(key: int, day: str | None, outcome: str = "") -> Line:
    span = Span(day, day, day, day) if day else None
    cells = (day or "", "Call", "Dar, Cooper", "Lahore", outcome)
    return Line(key, f"u{key}", "event", "Call", "", cells, 0, "", None, span)


def entries(**titles: str) -> Entries:
    """Entries that know the title of Dar on each day."""
    told = {(7, f"{day[1:5]}-01-01"): TitleThen(title, title) for day, title in titles.items()}
    told[7, NOW] = TitleThen("Minister", "Minister")
    participants = dict.fromkeys(range(1, 9), (DAR, COOPER))
    return Entries(Lens(NOW), SheetFacts(told, participants=participants), Sources())


@pytest.mark.parametrize(
    "roles,aside",
    [
        (["chair"], "Chair · with Cooper · Lahore · then Secretary"),
        (["chair", "host", "chair"], "Chair, host · with Cooper · Lahore · then Secretary"),
        ([], "with Cooper · Lahore · then Secretary"),
    ],
)
def test_the_own_role_stands_before_the_others(roles: list[str], aside: str) -> None:
    dar = Person(id=7, title="Dar")
    told = entries().event(event(1, "2020-01-01"), dar, "then Secretary", roles)
    assert plain(told.aside) == aside


@pytest.mark.parametrize(
    "among,aside", [(Person(id=9, title="Ann"), "with Dar, Lahore"), (None, "Dar, Lahore")]
)
def test_a_place_that_took_part_is_said_as_a_place(among: Person | None, aside: str) -> None:
    """Also a country is where people meet: "with United States · United States" says it twice."""
    known = SheetFacts({}, participants={1: (DAR, Ref(6, "Lahore", "organization"))})
    made = Entries(Lens(NOW), known, Sources())
    assert plain(made.event(event(1, "2020-01-01"), among).aside) == f"{aside} · in Lahore"
    cells = ("", "Call", "Dar, Lahore", "Lahore", "")
    line = replace(event(1, "2020-01-01"), cells=cells)  # of which nobody has read who was there
    made = Entries(Lens(NOW), SheetFacts({}), Sources())
    assert plain(made.event(line, among).aside) == f"{aside} · in Lahore"


def test_a_title_is_said_once_in_a_section_and_again_where_it_changes() -> None:
    made = entries(d2020="Secretary", d2021="Secretary", d2024="Minister")
    told = [plain(made.event(event(year, f"202{year}-01-01")).aside) for year in (1, 4)]
    first = plain(made.event(event(8, "2020-01-01")).aside)
    made.begin()
    again = [
        plain(made.event(event(key, f"{day}-01-01")).aside) for key, day in ((2, 2020), (3, 2021))
    ]
    assert told == ["Dar, then Secretary; Cooper · Lahore", "Dar, Minister; Cooper · Lahore"]
    assert first == "Dar, then Secretary; Cooper · Lahore"
    assert again == ["Dar, then Secretary; Cooper · Lahore", "Dar, Cooper · Lahore"]


def test_the_record_itself_is_not_named_among_the_others() -> None:
    made = entries()
    entry = made.event(
        event(1, "2020-01-01", "agreed to meet"), Person(id=7, title="Dar"), "then MP"
    )
    assert plain(entry.what) == "Call. Agreed to meet."
    assert plain(entry.aside) == "with Cooper · Lahore · then MP"


def test_a_screen_that_was_told_no_company_shows_the_names_of_the_list() -> None:
    made = Entries(Lens(NOW), SheetFacts(), Sources())
    entry = made.event(event(1, "2020-01-01"), Person(id=7, title="Dar"))
    assert plain(entry.aside) == "with Cooper · Lahore"


def test_only_what_backs_the_line_is_named_as_its_source() -> None:
    source, other = Source(id=1, title="Readout"), Source(id=2, title="Wire")
    cited = (Citation(source=source, field="start"), Citation(source=other, field="notes"))
    made = Entries(Lens(NOW), SheetFacts(cited={1: cited}), Sources())
    entry = made.event(event(1, "2020-01-01"))
    assert [run.note for run in runs(entry.what) if run.note is not None] == [1]
    assert len(made.register.endnotes().rows) == 1


def test_an_agreement_tells_its_status_and_its_parties() -> None:
    cells = ("Pact", "2020", "Dar, Cooper", "not recorded", "treaty")
    line = Line(1, "u1", "agreement", "Pact", "", cells, 0, "", None, Span(None, None, None, None))
    entry = entries().agreement(line)
    assert plain(entry.what) == "Pact. Treaty."
    assert plain(entry.aside) == "status not recorded · Dar, Cooper"


def test_thousands_of_lines_from_one_source_say_so_once() -> None:
    source, other = Source(id=1, title="Readout"), Source(id=2, title="Wire")
    lines = [event(key, "2020-01-01") for key in range(1, MAX_MARKED_LINES + 2)]
    cited = {line.id: (Citation(source=source, field="start"),) for line in lines}
    assert has_one_source(lines, SheetFacts(cited=cited))
    assert not has_one_source(lines[:MAX_MARKED_LINES], SheetFacts(cited=cited))
    assert not has_one_source(lines, SheetFacts(cited={**cited, 7: ()}))
    assert not has_one_source(lines, SheetFacts(cited={**cited, 7: (Citation(source=other),)}))
    sheet = lines_sheet(
        "chronology", lines, Lens(NOW), "Desk", "All", known=SheetFacts(cited=cited)
    )
    *told, notes = sheet.blocks
    assert isinstance(notes, Endnotes)
    assert (notes.title, len(notes.rows)) == ("Source of every entry", 1)
    rows = [row for block in told if isinstance(block, Chronology) for row in block.rows]
    assert not any(run.note for row in rows for run in runs(row.what))
