"""The sheet of changes tells what has become of a document, no more than its reader may see."""

from db import Event, HistoricalDate, Lens, Participant, PrintedDocument, Ref, parse_query
from desktop.paper.content.blocks import Bullets, Heading, Paragraph, Sheet, TableBlock, plain
from desktop.printing.changes_sheet import changes_sheet
from desktop.printing.print_request import PrintRequest, query_request, records_request
from desktop.printing.referenced_records import used_by
from desktop.printing.request_sheets import sheets_of
from desktop.session.session import Session
from tests.desktop.printing.test_print_request import key_of

OPEN = Lens(ceiling=0)


def printed(
    session: Session, asked: PrintRequest, lens: Lens | None = None, marking: int = 0
) -> int:
    """Prints what is asked, as the preview does; gives the number of the document."""
    reader, seen = session.reader, lens or Lens()
    sheets = sheets_of(asked, reader, seen, "desk")
    used = used_by(sheets, asked, reader, seen)
    session.save_printed_document(
        PrintedDocument(
            asked.title, asked.form, seen, marking, reader.last_change(), asked.to_values(), used
        )
    )
    return reader.printed_documents(Lens())[0].id


def edit(session: Session, key: int, **changed: object) -> None:
    record = session.reader.get(key, Lens())
    for name, value in changed.items():
        setattr(record, name, value)
    assert session.save(record) is not None


def said(sheet: Sheet) -> list[str]:
    """The blocks of a sheet as lines."""
    lines = []
    for block in sheet.blocks:
        if isinstance(block, TableBlock):
            lines += [" | ".join(map(plain, row)) for row in block.rows]
        elif isinstance(block, Bullets):
            lines += [f"- {plain(row)}" for row in block.rows]
        elif isinstance(block, Heading | Paragraph):
            lines.append(plain(block.text))
    return lines


def of(session: Session, number: int, lens: Lens | None = None) -> list[str]:
    return said(changes_sheet(number, session.reader, lens or Lens(), "desk"))


def rubio(session: Session) -> PrintRequest:
    return records_request("Marco Rubio", "person", [key_of(session, "person", "rubio")])


def test_nothing_has_changed_at_first(session: Session) -> None:
    number = printed(session, rubio(session))
    sheet = changes_sheet(number, session.reader, Lens(), "desk")
    assert said(sheet) == ["Nothing on it has changed since."]
    assert sheet.title == "What has changed: Marco Rubio"
    assert plain(sheet.subtitle).startswith("Biographic note printed ")


def test_fields_are_told_then_and_now_and_what_is_named_after_them(session: Session) -> None:
    number = printed(session, rubio(session))
    edit(session, key_of(session, "person", "rubio"), gender="male")
    edit(session, key_of(session, "event", "call"), outcome="Agreed to meet.", place="by phone")
    assert of(session, number) == [
        "Marco Rubio",
        "Gender | — | male",
        "Named in it",
        "Call on minerals",
        "Place | — | by phone",
        "Outcome | — | Agreed to meet.",
    ]


def test_what_it_would_name_only_now_is_told_and_what_no_longer(session: Session) -> None:
    number = printed(session, rubio(session))
    key = key_of(session, "person", "rubio")
    session.save(
        Event(
            title="Dinner in Lahore",
            start=HistoricalDate.parse("2026-01-02"),
            participants=[Participant(who=Ref(key))],
        )
    )
    edit(session, key_of(session, "event", "call"), participants=[])
    told = of(session, number)
    assert told[told.index("Named only now") + 1].startswith("- Dinner in Lahore")
    assert told[told.index("No longer named") + 1].startswith("- Call on minerals")


def test_a_record_that_is_gone_is_told(session: Session) -> None:
    number = printed(session, rubio(session))
    session.remove([key_of(session, "person", "rubio")])
    assert of(session, number)[:2] == ["Marco Rubio", "It is no longer on this desk."]


def test_a_list_tells_who_came_and_who_went(session: Session) -> None:
    words = query_request("Ours", "person", parse_query("country:pk"), Lens())
    number = printed(session, words)
    edit(session, key_of(session, "person", "dar"), country="us")
    edit(session, key_of(session, "person", "joly"), country="pk")
    told = of(session, number)
    assert "Nationality | Pakistan | United States" in told
    assert told[told.index("Named only now") + 1].startswith("- Mélanie Joly")
    assert told[told.index("No longer named") + 1].startswith("- Ishaq Dar")


def test_what_was_raised_above_the_ceiling_since_is_counted_and_not_named(
    session: Session,
) -> None:
    number = printed(session, rubio(session), OPEN)
    edit(session, key_of(session, "event", "call"), marking=3, outcome="secret deal")
    sheet = changes_sheet(number, session.reader, OPEN, "desk")
    assert "Call" not in repr(sheet) and "deal" not in repr(sheet)
    assert sheet.withheld == 1
    assert sheet.marking == "OPEN"


def test_the_sheet_is_marked_as_high_as_what_it_tells(session: Session) -> None:
    number = printed(session, rubio(session))
    edit(session, key_of(session, "person", "rubio"), marking=2)
    assert changes_sheet(number, session.reader, Lens(), "desk").marking == "CONFIDENTIAL"


def test_it_shows_no_more_than_the_document_did(session: Session) -> None:
    key = key_of(session, "person", "asim")
    asked = records_request("Asim Munir", "person", [key])
    number = printed(session, asked, Lens(ceiling=1), 1)
    record = session.reader.get(key, Lens())
    record.notes = [record.notes[0].model_copy(update={"text": "a zebra indeed"})]
    session.save(record)
    assert "zebra" not in repr(changes_sheet(number, session.reader, Lens(), "desk"))
