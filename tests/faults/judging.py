"""What a desk holds after a disturbed command, and whether that is the old desk or the new one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from db import DeskError, needs_passphrase, open_desk
from tests.faults.child import is_sentence
from tests.faults.works import LENS, NEW_PASSPHRASE, Work

State = tuple[object, ...]
FINE = ("old", "new", "both saved", "one refused", "none saved", "damage told")


class Known(NamedTuple):
    """What a work finds and what it leaves where nothing disturbs it."""

    states: Mapping[str, State | None]  # "old" and "new"
    made: State | None  # of the new file that it writes


def state_of(path: Path) -> State:
    """Return what a desk holds; whatever `verify` finds is part of it, and never that of a whole
    desk.
    """
    is_encrypted = needs_passphrase(path)
    with open_desk(path, NEW_PASSPHRASE if is_encrypted else "") as store:
        reader = store.reader
        held = sorted(
            (line.kind, line.title)
            for kind in ("person", "organization", "agreement", "event")
            for line in reader.lines(list(reader.all_ids(kind, LENS, "name")), LENS)
        )
        changes = len(reader.changes(limit=500))
        return (is_encrypted, tuple(held), changes, tuple(store.verify()))


def known_of(work: Work, at: Path, before: State | None) -> Known:
    """Return what a work has left that was not disturbed, beside what there was."""
    made = state_of(at / work.makes) if work.makes else None
    return Known({"old": before, "new": state_of(work.desk(at))}, made)


def judge(work: Work, at: Path, known: Known) -> str:
    """Say whether the desk is the old or the new one, or else what is wrong."""
    try:
        return _judge(work, at, known)
    except DeskError as error:
        return f"cannot be opened: {error}"


def _judge(work: Work, at: Path, known: Known) -> str:
    found = state_of(work.desk(at))
    names = [name for name, state in known.states.items() if state == found]
    if not names:
        return f"another desk: {str(found)[:200]}"
    if work.makes and (at / work.makes).exists():
        if state_of(at / work.makes) != known.made:
            return "the new file is not whole"
        return "new"
    if work.name == "restore" and names == ["new"]:
        kept = [each for each in at.glob("*.desk") if each.name not in ("own.desk", "other.desk")]
        if known.states["old"] not in [state_of(each) for each in kept if each.name != "old.desk"]:
            return "the desk that was replaced is not kept"
    return names[0]


def told_wrongly(work: Work, what: str, status: int, said: str) -> str:
    """Say what is wrong with what a command said, seen what it has left; '' for nothing."""
    if what not in ("old", "new"):
        return ""
    if status and not is_sentence(said):
        return f"said no sentence but “{said[-300:]}”"
    if status == 0 and what == "old" and work.changes:
        return f"said that it was done, and the desk is the old one: “{said[-300:]}”"
    return ""
