"""A document is made of the records it is about, and of all that it names."""

from db import Lens
from desktop.paper.content.blocks import Bullets, Chronology, Entry, Fields, Run, Sheet, TableBlock
from desktop.printing.print_request import records_request
from desktop.printing.referenced_records import named_in, used_by
from desktop.printing.request_sheets import sheets_of
from desktop.session.session import Session
from tests.desktop.printing.test_print_request import key_of

BLOCKS = [
    Fields([("Office", ["of ", Run("FWO", link=4)])]),
    TableBlock([Run("head", link=5)], [[Run("cell", link=6), "plain"]]),
    Chronology([Entry("2025", Run("what", link=7), ["aside ", Run("x", link=8)])]),
    Bullets([Run("no link"), Run("again", link=4)]),
]


def test_names_are_found_however_deep_they_stand() -> None:
    assert list(named_in(Sheet("t", BLOCKS).blocks)) == [4, 5, 6, 7, 8, 4]


def test_those_asked_for_come_first_each_with_its_version(session: Session) -> None:
    key = key_of(session, "person", "rubio")
    record = session.reader.get(key, Lens())
    record.gender = "male"
    session.save(record)
    asked, reader = records_request("Rubio", "person", [key]), session.reader
    used = used_by(sheets_of(asked, reader, Lens(), "desk"), asked, reader, Lens())
    assert next(iter(used)) == key and used[key] == 2
    assert key_of(session, "event", "call") in used


def test_what_the_ceiling_hides_is_no_part_of_it(session: Session) -> None:
    ids = [key_of(session, "person", name) for name in ("rubio", "secret agent")]
    asked, lens, reader = records_request("Two", "person", ids), Lens(ceiling=0), session.reader
    used = used_by(sheets_of(asked, reader, lens, "desk"), asked, reader, lens)
    assert ids[0] in used and ids[1] not in used
