"""The forms that are made of offices: board, organigram, reshuffle and diplomatic list.

`several` asks it for records that were chosen, the command `print` for a body or a country that is
named, and the window for its board.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from db import (
    HIGHEST,
    BoardScope,
    Lens,
    Mission,
    OfficeBoard,
    Organization,
    Reader,
    Refused,
    board_changes,
    country_code,
    country_name,
)
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.board_sheet import board_blocks, board_subtitle
from desktop.paper.offices.diplomatic_sheet import diplomatic_blocks, diplomatic_subtitle
from desktop.paper.offices.organigram_sheet import (
    COLUMNS,
    COLUMNS_OF_A3,
    organigram_blocks,
    organigram_subtitle,
)
from desktop.paper.offices.reshuffle_sheet import (
    lost_people,
    reshuffle_blocks,
    reshuffle_subtitle,
)
from desktop.paper.sections.sheet_frame import sheet_frame

IDS_A_QUESTION = 500  # ids in one question to the desk


@dataclass(frozen=True, slots=True)
class OfficeRequest:
    """What is made of which offices; `other_day` is the second of a reshuffle."""

    scope: BoardScope
    lens: Lens
    desk: str
    moment: datetime
    other_day: str = ""


def office_sheet(form: str, request: OfficeRequest, reader: Reader) -> Sheet:
    """Return the sheet of a form of offices; raise Refused where there is none to print."""
    return _FORMS[form](request, reader)


def scope_of_records(reader: Reader, ids: Sequence[int], lens: Lens, title: str) -> BoardScope:
    """Return the offices of a body and all below it, or of several bodies that were chosen."""
    if len(ids) == 1:
        (line,) = reader.lines(ids, lens)
        return BoardScope(line.title, body=line.id)
    return BoardScope(title or "Chosen bodies", bodies=tuple(ids))


def _add_frame(
    request: OfficeRequest,
    reader: Reader,
    sheet: Sheet,
    people_and_bodies: Iterable[int],
    withheld: int,
    least: int = 0,
) -> Sheet:
    """Return a sheet with its head and foot; it is marked as the highest of all it names, and at
    `least` so.
    """
    ids = sorted({key for key in people_and_bodies if key})
    for at in range(0, len(ids), IDS_A_QUESTION):
        least = max(least, reader.highest_marking(ids[at : at + IDS_A_QUESTION]))
    frame = sheet_frame(request.lens, request.desk, request.moment, least, withheld)
    return replace(sheet, **frame)


def _add_board_frame(
    request: OfficeRequest, reader: Reader, sheet: Sheet, board: OfficeBoard, *days: str
) -> Sheet:
    ids, hidden = _ids_on(board, *days), board.rows.withheld
    return _add_frame(request, reader, sheet, ids, hidden, board.rules_marking)


def _board(request: OfficeRequest, reader: Reader) -> OfficeBoard:
    board = reader.board(request.scope, request.lens)
    if not board.rows.bodies:
        raise Refused(f"{request.scope.title} has no body with offices on this desk.")
    return board


def _ids_on(board: OfficeBoard, *days: str) -> set[int]:
    """Return all whom a board names on these days, by their ids."""
    ids = {each.body.ref.id for day in days for each in board.bodies_on(day)}
    for day in days:
        for office in board.on(day):
            ids |= {holder.stay.person.id for holder in office.state.all_holders}
    return ids


def _board_sheet(request: OfficeRequest, reader: Reader) -> Sheet:
    board, day = _board(request, reader), request.lens.as_of
    sheet = Sheet(board.title, board_blocks(board, day), board_subtitle(board, day))
    return _add_frame(
        request, reader, sheet, _ids_on(board, day), board.rows.withheld, board.rules_marking
    )


def _organigram(request: OfficeRequest, reader: Reader) -> Sheet:
    return _organigram_on(request, reader, COLUMNS)


def _organigram_on_a3(request: OfficeRequest, reader: Reader) -> Sheet:
    return replace(_organigram_on(request, reader, COLUMNS_OF_A3), size="a3")


def _organigram_on(request: OfficeRequest, reader: Reader, columns: int) -> Sheet:
    board, day = _board(request, reader), request.lens.as_of
    blocks = organigram_blocks(board, day, columns)
    sheet = Sheet(board.title, blocks, organigram_subtitle(board, day), is_wide=True)
    return _add_frame(
        request, reader, sheet, _ids_on(board, day), board.rows.withheld, board.rules_marking
    )


def _reshuffle(request: OfficeRequest, reader: Reader) -> Sheet:
    board, day, other = _board(request, reader), request.lens.as_of, request.other_day
    if not other:
        raise Refused("A reshuffle is between two days; name the other one too.")
    first, second = min(day, other), max(day, other)
    changes = board_changes(board, first, second)
    contacts = reader.our_contacts(lost_people(changes), replace(request.lens, as_of=second))
    sheet = Sheet(
        board.title,
        reshuffle_blocks(changes, contacts),
        reshuffle_subtitle(changes, first, second),
    )
    request = replace(request, lens=replace(request.lens, as_of=second))
    return _add_board_frame(request, reader, sheet, board, first, second)


def _diplomatic_list(request: OfficeRequest, reader: Reader) -> Sheet:
    country = _state_of(request, reader)
    missions = reader.missions(country, request.lens)
    practice = str(reader.precedence(country, request.lens)["rule"])
    title = country_name(country) if country_code(country) else country
    sheet = Sheet(title, diplomatic_blocks(missions, practice), diplomatic_subtitle(missions))
    ids = _people(missions) | {body.id for mission in missions for body in mission.bodies}
    over = reader.missions(country, replace(request.lens, ceiling=HIGHEST))
    hidden = len(_people(over) - _people(missions))
    states = {country_code(mission.state) or "" for mission in missions}
    least = reader.state_rules(request.lens).marking(states)  # by which the staff stands in order
    return _add_frame(request, reader, sheet, ids, hidden, least)


def _people(missions: Iterable[Mission]) -> set[int]:
    heads = {head.person.id for mission in missions for head in mission.heads}
    return heads | {member.person.id for mission in missions for member in mission.members}


def _state_of(request: OfficeRequest, reader: Reader) -> str:
    """Return the receiving state: the country that is named, or that of the state chosen."""
    scope = request.scope
    if scope.country or not scope.body:
        return scope.country or scope.title
    record = reader.get(scope.body, request.lens)
    if isinstance(record, Organization) and record.kind == "state":
        return record.country or record.title
    raise Refused(f"“{record.title}” is no state; a diplomatic list is of the missions to a state.")


_FORMS: dict[str, Callable[[OfficeRequest, Reader], Sheet]] = {
    "board": _board_sheet,
    "organigram": _organigram,
    "organigram-a3": _organigram_on_a3,
    "reshuffle": _reshuffle,
    "diplomatic-list": _diplomatic_list,
}
