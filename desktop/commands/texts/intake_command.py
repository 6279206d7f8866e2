"""The command `intake`: an article, a communiqué or a cable read into proposed records.

It writes only with `--accept`, and then what is ticked, as one change. What was accepted from the
same text before is left out.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from db import (
    PLURALS,
    AcceptedProposal,
    HistoricalDate,
    Lens,
    Proposal,
    Proposals,
    Reader,
    Refused,
    Source,
    TextOfFile,
    accept_proposals,
    draft_record,
    new_proposals,
    propose_records,
    read_text_bytes,
    read_text_file,
)
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, say
from desktop.commands.console.text_table import count_phrase

STANDARD_INPUT = "-"
MAX_INPUT_BYTES = 8 << 20  # of a text that is piped


def intake(arguments: argparse.Namespace) -> Result:
    """Read a text, match it to the desk, and with `--accept` write what is ticked."""
    lens = lens_of(arguments)
    found = _text_of(arguments.file)
    published = _day(arguments.published) if arguments.published else found.published
    if published is None:
        say("No day of publication is given; give it with --published, or “last July” is of today.")
    source = Source(title=found.title, published=published, text=found.text)
    with open_store(arguments, writes=arguments.accept) as store:
        every = propose_records(store.reader, found.text, lens, _iso_day(published))
        proposals = new_proposals(store.reader, every, source, lens)
        data = proposals.as_json()
        _add_candidates(data, proposals, store.reader, lens)
        lines = _lines(proposals)
        if arguments.accept:
            accepted = [
                AcceptedProposal(
                    draft_record(each.fields),
                    each.sentence,
                    store.reader.find(each.match, lens) if each.match else None,
                )
                for each in _every(proposals)
                if each.is_ticked
            ]
            dropped = [draft_record(each.fields) for each in _every(every) if not each.is_ticked]
            change = accept_proposals(store, accepted, source, lens, dropped)
            data["change"] = change.id if change else None
            lines.append(
                f"{change.label} (change {change.id}): {count_phrase(len(accepted), 'proposals')}."
                if change
                else "Nothing of it is new; nothing was changed."
            )
    return Result(data, lines)


def _text_of(name: str) -> TextOfFile:
    if name != STANDARD_INPUT:
        return read_text_file(Path(name))
    data = sys.stdin.buffer.read(MAX_INPUT_BYTES + 1)
    if len(data) > MAX_INPUT_BYTES:
        raise Refused(f"The text has over {MAX_INPUT_BYTES >> 20} MB; give a part of it.")
    return read_text_bytes(data, "The text")


def _day(text: str) -> HistoricalDate:
    read = HistoricalDate.parse(text)
    if not read.certain_on() or read.first is None:
        raise Refused(f"“{text}” is not one day; write the day of publication, as in 2025-09-15.")
    return read


def _iso_day(published: HistoricalDate | None) -> date | None:
    return date.fromisoformat(published.first) if published and published.first else None


def _every(proposals: Proposals) -> list[Proposal[Any]]:
    return [each for name in PLURALS.values() for each in getattr(proposals, name)]


def _add_candidates(data: dict[str, Any], proposals: Proposals, reader: Reader, lens: Lens) -> None:
    """Tell beside each proposal which records it may be, where that is not sure."""
    for name in PLURALS.values():
        for row, proposal in zip(data[name], getattr(proposals, name), strict=True):
            lines = [] if proposal.match else reader.lines(proposal.candidates, lens)
            row["may_be"] = [{"uid": line.uid, "title": line.title} for line in lines]


def _lines(proposals: Proposals) -> list[str]:
    lines: list[str] = []
    for kind, name in PLURALS.items():
        found = getattr(proposals, name)
        if found:
            lines.append(count_phrase(len(found), kind if len(found) == 1 else name))
        for each in found:
            mark = "x" if each.is_ticked else " "
            place = "on the desk" if each.match else "may be known" if each.candidates else "new"
            lines.append(f"  [{mark}] {_title(each)} ({place}): {' '.join(each.sentence.split())}")
    lines += [note.says for note in proposals.notes]
    return lines or ["The text proposes nothing that is new."]


def _title(proposal: Proposal[Any]) -> str:
    return draft_record(proposal.fields).title
