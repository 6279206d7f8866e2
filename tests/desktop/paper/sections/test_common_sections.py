"""The sections that all kinds share: in order of time, each with what it is called."""

import pytest

from db import (
    Attachment,
    Contact,
    HistoricalDate,
    Identifier,
    Line,
    Link,
    Name,
    Note,
    Person,
    Ref,
    Related,
    Span,
)
from desktop.paper.content.blocks import Fields, Run, plain
from desktop.paper.sections.common_sections import (
    attachments,
    contacts,
    names,
    nation,
    notes,
    reach,
    references,
    row,
    ties,
)
from tests.desktop.paper.context_of import said, telling_of

DATE = HistoricalDate.parse


def event(key: int, title: str, day: str | None, who: str = "", outcome: str = "") -> Line:
    span = Span(day, day, day, day) if day else None
    cells = (day or "", title, who, "Lahore", outcome)
    return Line(key, f"u{key}", "event", title, "", cells, 0, "", None, span)


def told(*lines: Line, newest_first: bool = False, count: int = 0) -> list[str]:
    related = Related(events=list(lines), event_count=count or len(lines))
    context = telling_of(Person(title="Dar"), related=related, newest_first=newest_first)
    return said(contacts(context))


def test_contacts_stand_in_order_with_the_later_and_the_undated_apart() -> None:
    lines = [event(1, "C", "2026-01-01"), event(2, "B", "2020-01-01"), event(3, "U", None)]
    heads = [line.partition(".")[0] for line in told(*lines, event(4, "A", "2019-01-01"))]
    assert heads == [
        "Meetings and calls",
        "2019-01-01 | A",
        "2020-01-01 | B",
        "After 30 June 2025",
        "2026-01-01 | C",
        "Undated",
        " | U",
    ]


def test_a_page_turns_the_order_round() -> None:
    lines = [event(1, "A", "2019-01-01"), event(2, "B", "2020-01-01")]
    assert [line[13:14] for line in told(*lines, newest_first=True)[1:]] == ["B", "A"]


def test_what_is_not_set_out_is_counted() -> None:
    assert told(event(1, "A", "2019-01-01"), count=1_235)[-1] == (
        "1,234 earlier events are not shown here; a chronology has them all."
    )


@pytest.mark.parametrize(
    ("kind", "label"),
    [("alias", "Also called"), ("former", "Formerly"), ("code name", "Code name")],
)
def test_another_name_is_called_what_it_is(kind: str, label: str) -> None:
    person = Person(title="x", names=[Name(text="I. Dar", kind=kind, until=DATE("1980"))])
    ((found, line),) = names(telling_of(person))
    assert (found, plain(line)) == (label, "I. Dar (until 1980)")


def test_a_remark_says_its_marking_only_where_it_is_higher() -> None:
    remarks = [Note(text="Open.", author="desk"), Note(text="Close.", author="desk", marking=3)]
    assert said(notes(telling_of(Person(title="x", notes=remarks)))) == [
        "Notes",
        " | Open. | desk",
        " | Close. | desk · secret",
    ]


def test_ties_are_told_from_this_side_and_contacts_with_their_remark() -> None:
    person = Person(
        title="x",
        links=[Link(other=Ref(2, "Rubio", "person"), nature="adviser to", since=DATE("2019"))],
        contacts=[Contact(kind="phone", value="+92 51", note="office")],
        identifiers=[Identifier(scheme="wikidata", value="Q1", about="father")],
        topics=["trade"],
        attachments=[Attachment(file_name="a.bin")],
    )
    context = telling_of(person)
    assert said(ties(context)) == ["Related records", "Adviser to | Rubio, since 2019"]
    assert said(reach(context)) == ["Contact details", "Phone | +92 51, office"]
    assert said(references(context)) == [
        "References",
        "Topics | trade",
        "Wikidata | Q1 (father)",
    ]
    assert said(attachments(context)) == ["Attachments", "BIN | a.bin"]


def test_an_event_of_its_own_section_is_no_tie_besides() -> None:
    call = event(5, "Call", "2020-01-01")
    for nature, told in (
        ("concerns", []),
        ("successor of", ["Related records", "Successor of | Call"]),
    ):
        person = Person(title="x", links=[Link(other=Ref(5, "Call", "event"), nature=nature)])
        assert said(ties(telling_of(person, related=Related(events=[call])))) == told


def test_an_empty_field_gets_no_mark_of_a_source() -> None:
    context = telling_of(Person(title="x", country="pk"))
    assert row(context, "born", "") == ("Born", "")
    label, line = nation(context)
    assert (label, line) == ("Nationality", (Run("Pakistan"),))


@pytest.mark.parametrize("is_page", [True, False])
def test_keys_of_files_are_folded_away_on_a_page_and_left_out_on_paper(is_page: bool) -> None:
    person = Person(
        title="x",
        identifiers=[
            Identifier(scheme=scheme, value=f"{scheme} 1")
            for scheme in ("everypolitician_legacy", "wikidata", "UNTS", "freebase")
        ],
    )
    fields = [
        block
        for block in references(telling_of(person, newest_first=is_page))
        if isinstance(block, Fields)
    ]
    open_rows = [plain(label) for block in fields if not block.is_folded for label, _ in block.rows]
    folded = [plain(label) for block in fields if block.is_folded for label, _ in block.rows]
    assert open_rows == ["Wikidata", "UNTS"]
    assert folded == (["everypolitician_legacy", "freebase"] if is_page else [])


def test_where_only_files_know_a_record_paper_has_no_references() -> None:
    person = Person(title="x", identifiers=[Identifier(scheme="freebase", value="/m/1")])
    assert references(telling_of(person)) == []
    assert said(references(telling_of(person, newest_first=True)))[:1] == ["References"]
