"""The command `succeed`: one takes up an office and another leaves it, as one change."""

from __future__ import annotations

import argparse

from db import DeskError, HistoricalDate, Lens, Reader, Ref, Refused, office_text
from desktop.board.succession import Succession, changed_records, only_office, who_goes
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import named_record, open_store
from desktop.commands.console.output import Result, WrongUsage, edtf_of


def name_holder(arguments: argparse.Namespace) -> Result:
    """Close one tenure, open the next and make the event that tells of it."""
    lens = lens_of(arguments)
    since = HistoricalDate.parse(arguments.on)
    with open_store(arguments) as store:
        reader = store.reader
        office = only_office(reader.find_offices(arguments.office, lens), arguments.office)
        successor = _successor(reader, arguments, lens)
        outgoing = who_goes(reader, office, since, arguments.acting, lens)
        if arguments.predecessor:
            key = named_record(reader, arguments.predecessor, lens, ("person",))
            holders = reader.office_holders(office.id, lens)
            outgoing = tuple(each for each in holders if each.person.id == key and not each.until)
            if not outgoing:
                raise Refused(f"“{arguments.predecessor}” has no open tenure of this office.")
        plan = Succession(
            office, successor, since, outgoing, arguments.acting, not arguments.no_event
        )
        first, *also = changed_records(reader, plan, lens)
        change = store.save(first, lens, plan.label, also)
    ended = [each.person.title for each in outgoing if each.person.id != successor.id]
    data = {
        "change": change.id if change is not None else None,
        "label": plan.label,
        "office": office_text(office),
        "successor": successor.title,
        "ended": ended,
        "day": edtf_of(since),
        "event": None if arguments.no_event else also[-1].title,
    }
    return Result(data, [f"{plan.label}, {since.spoken_in()}."])


def _successor(reader: Reader, arguments: argparse.Namespace, lens: Lens) -> Ref:
    try:
        key = named_record(reader, arguments.person, lens, ("person",))
    except DeskError:
        if not arguments.new:
            raise
        return Ref(0, arguments.person.strip(), "person")
    if arguments.new:
        raise WrongUsage(f"“{arguments.person}” is on the desk; leave --new away.")
    ref = reader.ref(key, lens)
    assert ref is not None
    return ref
