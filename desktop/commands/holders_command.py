"""The command `holders`: who held an office on a day, an unknown end always said.

The JSON is that of the office that fits best; when the words fit several offices, the rest stand
under `others`, each in the same shape.
"""

from __future__ import annotations

import argparse
from typing import Any

from db import (
    END_UNKNOWN,
    HELD,
    START_UNKNOWN,
    FoundOffice,
    HistoricalDate,
    Holder,
    Lens,
    Refused,
    iso_day,
    office_text,
)
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, edtf_of
from desktop.commands.console.text_table import align_rows


def holders(arguments: argparse.Namespace) -> Result:
    """Say who held the office on the day; an end that is not known is said, never passed over."""
    lens = lens_of(arguments)
    text = " ".join(arguments.office)
    with open_store(arguments) as store:
        found = store.reader.holders(text, lens)
    if not found:
        raise Refused(f"No office on this desk is found by “{text}”.")
    data = _json(found[0])
    if len(found) > 1:
        data["others"] = [_json(one) for one in found[1:]]
    return Result(data, [line for one in found for line in _lines(one, lens)])


def _json(found: FoundOffice) -> dict[str, Any]:
    return {
        "office": office_text(found.office),
        "holders": [
            {
                "person": holder.person.title,
                "from": edtf_of(holder.since),
                "to": edtf_of(holder.until),
                "acting": holder.acting,
                "certainty": holder.certainty,
            }
            for holder in found.holders
        ],
        **({} if found.holders else {"vacant": True}),
    }


CERTAINTY_WORDS = {
    END_UNKNOWN: "end unknown: may have left before",
    START_UNKNOWN: "start unknown: may not have begun",
}


def _lines(found: FoundOffice, lens: Lens) -> list[str]:
    if not found.holders:
        return [f"{office_text(found.office)}: {_vacancy(found.last, lens)}"]
    rows = [
        [
            f"  {holder.person.title}{' (acting)' if holder.acting else ''}",
            f"from {_day(holder.since, 'an unknown day')}",
            f"to {_day(holder.until, 'now' if holder.certainty == HELD else 'an unknown day')}",
            CERTAINTY_WORDS.get(holder.certainty, holder.certainty),
        ]
        for holder in found.holders
    ]
    return [office_text(found.office), *align_rows(rows)]


def _vacancy(last: Holder | None, lens: Lens) -> str:
    if last is None or last.until is None:
        return f"nobody is known to have held it on {iso_day(lens.as_of)}."
    return (
        f"vacant on {iso_day(lens.as_of)}; {last.person.title} held it until"
        f" {last.until.phrase()}, and nobody is known to hold it since."
    )


def _day(date: HistoricalDate | None, otherwise: str) -> str:
    return date.phrase() if date else otherwise
