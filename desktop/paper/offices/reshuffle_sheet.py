"""The reshuffle sheet: what differs between two days of an office board, and whom we lost by it.

`office_forms` asks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from db import BoardChange, OfficeRef, OurContact
from desktop.paper.content.blocks import Block, Heading, Paragraph, Run, TableBlock, runs
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.isolates import isolate
from desktop.paper.offices.board_words import CHANGE_HEADINGS, contact_text
from desktop.paper.sections.print_phrases import date_phrase, day_text, join_parts
from desktop.paper.sections.sheet_context import name_run

LOST = "Contacts of ours that are lost"


def lost_people(changes: Iterable[BoardChange]) -> list[int]:
    """Return those who left and hold nothing on the board any more, by their ids."""
    found = (each.person.id for each in changes if each.person is not None and each.has_gone)
    return list(dict.fromkeys(found))


def reshuffle_blocks(
    changes: Sequence[BoardChange], contacts: Mapping[int, OurContact]
) -> list[Block]:
    """Return the changes, those of a kind under one heading, and the contacts that are lost."""
    blocks: list[Block] = []
    for what, group in groupby(changes, key=lambda each: each.what):
        blocks += [Heading(CHANGE_HEADINGS[what]), _table(what, list(group))]
    lost = [each for each in changes if each.person is not None and each.has_gone]
    rows = [
        (name_run(each.person), _office(each.office), contact_text(contacts[each.person.id]))
        for each in {one.person.id: one for one in lost if one.person}.values()
        if each.person is not None and each.person.id in contacts
    ]
    if rows:
        head = ("Who left", "Last office", "How we know them")
        blocks += [Heading(LOST), TableBlock(head, rows, (1.6, 2.2, 2))]
    return blocks or [Paragraph("Nothing that this desk knows of changed between the two days.")]


def reshuffle_subtitle(changes: Sequence[BoardChange], first: str, second: str) -> str:
    """Return between which days, and how much changed."""
    number = f"{len(changes):,} change{'' if len(changes) == 1 else 's'}"
    return join_parts(["Reshuffle", f"{day_text(first)} to {day_text(second)}", number], " · ")


def _table(what: str, changes: Sequence[BoardChange]) -> Block:
    if changes[0].body is not None:
        rows = [(name_run(each.body), _above(each), _day(each)) for each in changes if each.body]
        return TableBlock(("Body", "Under", "When"), rows, (2, 2.4, 1.4))
    if changes[0].person is None:
        rows_of_offices = [(_office(each.office), _day(each)) for each in changes]
        return TableBlock(("Office", "When"), rows_of_offices, (4.4, 1.4))
    if what == "moved":
        moved = [(_who(each), _office(each.office), _office(each.before), _day(each))
                 for each in changes]  # fmt: skip
        return TableBlock(("Who", "To", "From", "When"), moved, (1.4, 2, 2, 1.2))
    rows_of_people = [(_who(each), _office(each.office), _day(each)) for each in changes]
    return TableBlock(("Who", "Office", "When"), rows_of_people, (1.6, 2.8, 1.4))


def _who(change: BoardChange) -> Words:
    person = [name_run(change.person)] if change.person is not None else []
    more = [" (acting)"] if change.acting else []
    return [*person, *more]


def _day(change: BoardChange) -> Words:
    text = date_phrase(change.day) or "day not known"
    if change.is_sure:
        return text
    return [text, Run(" — not certain", italic=True)]


def _above(change: BoardChange) -> Words:
    above: Words = [name_run(change.above)] if change.above is not None else "no other body"
    if change.what != "body moved":
        return above
    before = isolate(change.above_before.title) if change.above_before is not None else "none"
    return [*runs(above), f", before that {before}"]


def _office(office: OfficeRef | None) -> Words:
    if office is None:
        return ""
    body = office.organization
    if body is None:
        return isolate(office.title)
    return [isolate(office.title), ", ", name_run(body)]
