"""The as-of day moves the whole desk: every list, sheet and command tells of that day.

`QUESTIONS` asks each of them for the day before a reshuffle and the day after it; a row says what
is told on the one day alone, and what on the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db import (
    Accreditation,
    Agreement,
    AgreementLink,
    BoardScope,
    Event,
    HistoricalDate,
    LaneRequest,
    Lens,
    Link,
    Name,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Reader,
    Store,
    Tenure,
    make_desk,
    open_desk,
    parse_query,
)
from db.lists.more_columns import list_columns
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.office_forms import OfficeRequest, office_sheet
from desktop.paper.plain_text import plain_text
from desktop.paper.sheets.around import known_around
from desktop.paper.sheets.several import sheets_of
from desktop.paper.sheets.sheet_forms import sections
from tests.cabinet_desk import AFTER, BEFORE, Cabinet, day, fill_cabinet
from tests.saved_records import ref

Ask = Callable[[Reader, Lens, Cabinet], str]


@pytest.fixture(scope="module")
def cabinet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cabinet]:
    """The cabinet, with a rank, a name, a parent and an agreement that change with it."""
    path: Path = tmp_path_factory.mktemp("as-of") / "cabinet.desk"
    make_desk(path, name="Cabinet")
    with open_desk(path) as store:
        made = fill_cabinet(store)
        _add_what_changes(store, made)
        yield made


def _add_what_changes(store: Store, made: Cabinet) -> None:
    emil, board = made.people["Emil"], made.bodies["Trade Board"]
    emil.ranks = [
        Rank(title="Colonel", until=day("2025-05-31")),
        Rank(title="General", since=day("2025-06-01")),
    ]
    store.save(emil, Lens())
    board.founded = None
    board.names = [Name(text="Board of Commerce", kind="former", until=day("2025-05-31"))]
    board.parents = [
        Parent(parent=ref(made.bodies["Foreign Ministry"]), until=day("2025-05-31")),
        Parent(parent=ref(made.bodies["Government of Ruritania"]), since=day("2025-06-01")),
    ]
    board.offices = [*board.offices, Office(title="Auditor", dissolved=day("2025-06-01"))]
    store.save(board, Lens())
    acts = [PartyAction(action="signed", date=HistoricalDate.parse("2025-01-01"))]
    pact = Agreement(
        title="Pact of Strelsau", concluded=day("2025-01-01"), in_force=day("2025-06-01"),
        parties=[
            Party(who=ref(made.bodies["Foreign Ministry"]), actions=acts),
            Party(who=ref(board), actions=acts),
        ],
    )  # fmt: skip
    store.save(pact, Lens())
    chair = OfficeRef(board.offices[0].id, "Chair", ref(board))
    emil.tenures = [*emil.tenures, Tenure(office=chair, since=day("2020-01-01"))]
    store.save(emil, Lens())
    store.save(Organization(title="Tariff Office", parents=[Parent(parent=ref(board))]), Lens())
    _add_names_of_the_day(store, made, pact)
    taking_part = [Participant(who=ref(board))]
    store.save(Event(title="Fair", start=day("2024-05-01"), participants=taking_part), Lens())


def _add_names_of_the_day(store: Store, made: Cabinet, pact: Agreement) -> None:
    """Have a head of mission, her husband, an embassy and a protocol change their names."""

    def former(text: str) -> list[Name]:
        return [Name(text=text, kind="former", until=day("2025-05-31"))]

    dora, fritz = made.people["Dora"], made.people["Fritz"]
    fritz.names = former("Fritz Young")
    store.save(fritz, Lens())
    dora.names = former("Dora Unwed")
    dora.accreditations = [
        Accreditation(state="pk", receiving="be", mission_class="ambassador",
                      credentials=day("2024-01-01"))
    ]  # fmt: skip
    dora.links = [Link(other=ref(fritz), nature="spouse of")]
    store.save(dora, Lens())
    embassy = Organization(
        title="Embassy in Belgium", kind="embassy", country="pk",
        names=former("Legation in Belgium"),
    )  # fmt: skip
    store.save(embassy, Lens())
    links = [AgreementLink(other=ref(pact), nature="amends")]
    store.save(
        Agreement(
            title="Protocol of Zenda", names=former("Draft of Zenda"), links=links,
            stage="announced", adopted=day("2024-05-01"),
        ),
        Lens(),
    )  # fmt: skip


def rows(kind: str) -> Ask:
    """Ask for every column of a list."""

    def ask(reader: Reader, lens: Lens, _: Cabinet) -> str:
        columns = [column.key for column in list_columns(kind)]
        return repr(reader.lines(reader.all_ids(kind, lens, "name"), lens, columns))

    return ask


def found(kind: str, query: str) -> Ask:
    """Ask for what a filter finds."""

    def ask(reader: Reader, lens: Lens, _: Cabinet) -> str:
        ids = reader.page(kind, parse_query(query), lens).ids
        return ", ".join(line.title for line in reader.lines(ids, lens))

    return ask


def sheet(form: str, of: Callable[[Cabinet], Person | Organization]) -> Ask:
    """Ask for the words of a sheet; the page tells the same sections."""

    def ask(reader: Reader, lens: Lens, made: Cabinet) -> str:
        return plain_text(sheets_of(form, [of(made).id], reader, lens, "Desk"))

    return ask


def office_form(form: str, country: str = "pk") -> Ask:
    """Ask for the words of a form that is made of offices."""

    def ask(reader: Reader, lens: Lens, _: Cabinet) -> str:
        moment = datetime(2025, 7, 1)
        request = OfficeRequest(BoardScope("x", country=country), lens, "Desk", moment)
        return plain_text([office_sheet(form, request, reader)])

    return ask


def pact_of(reader: Reader, lens: Lens) -> int:
    """Return the agreement."""
    return reader.page("agreement", parse_query("pact of strelsau"), lens).ids[0]


def page(reader: Reader, lens: Lens, key: int) -> str:
    """Ask for the words of a page."""
    reading = reader.read(key, lens)
    known = known_around(reader, reading, lens)
    return plain_text([Sheet("Page", sections(reading, lens, known))])


def tenures(reader: Reader, lens: Lens) -> list[int]:
    """Return the items of the timeline that are offices held."""
    lanes = reader.timeline_lanes(LaneRequest("organization", {"tenure"}), lens).lanes
    return [key for lane in lanes for key in lane.ids]


QUESTIONS: dict[str, tuple[Ask, tuple[str, ...], tuple[str, ...]]] = {
    "offices in the list of people": (rows("person"), ("Commissioner for Peace",), ()),
    "ranks in the list of people": (rows("person"), ("Colonel",), ("General",)),
    "parents in the list of bodies": (rows("organization"), (), ()),
    "statuses in the list of agreements": (rows("agreement"), ("'signed'",), ("'in force'",)),
    "who is in office": (found("person", "status:in-office"), ("Anna", "Hugo"), ("Clara",)),
    "what is in force": (found("agreement", "status:in-force"), (), ("Pact of Strelsau",)),
    "the note on a person": (
        sheet("biography", lambda made: made.people["Emil"]), ("EMIL\n\nColonel",),
        ("EMIL\n\nGeneral",),
    ),
    "the name of a body": (
        sheet("organization", lambda made: made.bodies["Trade Board"]),
        ("then called Board of Commerce",), (),
    ),
    "names in the list of bodies": (
        rows("organization"), ("title='Board of Commerce'",), ("title='Trade Board'",),
    ),
    "bodies in the offices of a list": (
        rows("person"), ("Chair, Board of Commerce",), ("Chair, Trade Board",),
    ),
    "parties in the list of agreements": (
        rows("agreement"), ("Ministry, Board of Commerce",), ("Ministry, Trade Board",),
    ),
    "who took part, in the list of events": (
        rows("event"), ("'Board of Commerce'",), ("'Trade Board'",),
    ),
    "parents in a column of a list": (rows("organization"), ("'Board of Commerce'",), ()),
    "a picker": (
        lambda reader, lens, _: repr(
            reader.pick(["organization"], parse_query("trade board"), lens)
        ),
        ("title='Board of Commerce'",), ("title='Trade Board'",),
    ),
    "a picker of offices": (
        lambda reader, lens, _: repr(reader.find_offices("chair", lens)),
        ("Board of Commerce",), ("Trade Board",),
    ),
    "a link": (
        lambda reader, lens, made: repr(reader.ref(made.bodies["Trade Board"].id, lens)),
        ("Board of Commerce",), ("Trade Board",),
    ),
    "the bars of the timeline": (
        lambda reader, lens, _: repr(reader.bar_details(tenures(reader, lens), lens)),
        ("Chair, Board of Commerce",), ("Chair, Trade Board",),
    ),
    "the lanes of the timeline": (
        lambda reader, lens, _: repr(
            [lane.title for lane in reader.timeline_lanes(LaneRequest("organization"), lens).lanes]
        ),
        ("'Board of Commerce'",), ("'Trade Board'",),
    ),
    "parties on a sheet": (
        lambda reader, lens, _: plain_text(
            sheets_of("agreement", [pact_of(reader, lens)], reader, lens, "Desk")
        ),
        ("Board of Commerce",), ("Trade Board",),
    ),
    "parties on a page": (
        lambda reader, lens, _: page(reader, lens, pact_of(reader, lens)),
        ("Board of Commerce",), ("Trade Board",),
    ),
    "the office on a page": (
        lambda reader, lens, made: page(reader, lens, made.people["Emil"].id),
        ("Board of Commerce",), (),
    ),
    "the bodies below another": (
        sheet("organization", lambda made: made.bodies["Foreign Ministry"]),
        ("– Board of Commerce",), (),
    ),
    "the bodies below the government": (
        sheet("organization", lambda made: made.bodies["Government of Ruritania"]), (),
        ("– Trade Board",),
    ),
    "the holders of an office": (
        lambda reader, lens, _: repr(reader.holders("prime minister", lens)[0].holders),
        ("Anna",), ("Boris",),
    ),
    "lists of offices": (
        lambda reader, lens, _: repr(reader.office_lines(lens)), ("Anna",), ("Clara",),
    ),
    "the board": (
        lambda reader, lens, _: repr([
            (each.row.title, [one.stay.person.title for one in each.state.all_holders])
            for each in reader.board(BoardScope("x", country="pk"), lens).on(lens.as_of)
        ]),
        ("Anna", "Auditor"), ("Clara", "Special Envoy"),
    ),
    "names on the board": (
        office_form("board"), ("Board of Commerce", "Dora Unwed"), ("Trade Board",),
    ),
    "names on the organigram": (
        office_form("organigram"), ("Board of Commerce", "Dora Unwed"), ("Trade Board",),
    ),
    "names in the diplomatic list": (
        office_form("diplomatic-list", "be"),
        ("Dora Unwed", "Spouse: Fritz Young", "Legation in Belgium"), ("Embassy in Belgium",),
    ),
    "names by precedence": (
        lambda reader, lens, _: repr(reader.precedence("be", lens)), ("'Dora Unwed'",),
        ("'Dora'",),
    ),
    "names in lists of accreditations": (
        lambda reader, lens, _: repr(reader.accreditation_lines(lens)), ("'Dora Unwed'",),
        ("'Dora'",),
    ),
    "lineage": (
        lambda reader, lens, _: page(reader, lens, pact_of(reader, lens)),
        ("Draft of Zenda",), ("Protocol of Zenda",),
    ),
    "the clock's parties": (
        lambda reader, lens, _: repr(reader.clock(pact_of(reader, lens), lens)),
        ("'Board of Commerce'",), ("'Trade Board'",),
    ),
    "what is to be seen today": (
        lambda reader, lens, _: repr(reader.today_sections(lens)),
        ("'Draft of Zenda'",), ("'Protocol of Zenda'",),
    ),
    "titles on a page": (
        lambda reader, lens, made: reader.read(made.people["Boris"].id, lens).title,
        ("Minister of Foreign Affairs",), ("Prime Minister",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_answer_is_that_of_the_day(cabinet: Cabinet, name: str) -> None:
    ask, before_alone, after_alone = QUESTIONS[name]
    reader = cabinet.store.reader
    before, after = (ask(reader, Lens(on), cabinet) for on in (BEFORE, AFTER))
    assert before != after
    for text in before_alone:
        assert text in before and text not in after
    for text in after_alone:
        assert text in after and text not in before
