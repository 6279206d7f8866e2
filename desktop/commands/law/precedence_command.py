"""The command `precedence`: the order of the heads of mission in a state on a day, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result
from desktop.commands.console.text_table import align_rows


def precedence(arguments: argparse.Namespace) -> Result:
    """Return who stands before whom among those accredited to a state."""
    with open_store(arguments) as store:
        found = store.reader.precedence(" ".join(arguments.country), lens_of(arguments))
    return Result(found, list(_lines(found)))


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"Practice: {found['rule']}"
    yield from align_rows(
        [
            [str(each["place"]), each["person"], each["state"], each["reason"]]
            for each in found["order"]
        ]
    )
    if found["vacant"]:
        yield f"Vacant: {', '.join(found['vacant'])}"
