"""The command `clock`: whether an agreement is in force on a day, for whom and why; what is due."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db import Refused, Unavailable, open_text, read_rule_on
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import find_record, open_store
from desktop.commands.console.output import Result, WrongUsage
from desktop.commands.console.text_table import align_rows

COLUMNS = ("rule", "from")


def clock(arguments: argparse.Namespace) -> Result:
    """Return what the law of an agreement says on the day, or of each rule in a batch."""
    if arguments.batch:
        if arguments.words:
            raise WrongUsage("--batch reads rules from a file and needs no desk; give only one.")
        rows = [_read(rule, day) for rule, day in read_columns(Path(arguments.batch))]
        lines = [[row["rule"], row["from"], row["day"] or "–", row["why"]] for row in rows]
        return Result(rows, align_rows(lines))
    if len(arguments.words) < 2:
        raise WrongUsage("Give a desk and an agreement, or --batch FILE.csv.")
    arguments.desk = arguments.words[0]
    lens = lens_of(arguments)
    with open_store(arguments) as store:
        words = " ".join(arguments.words[1:])
        key = find_record(store.reader, words, lens, ("agreement",))
        found = store.reader.clock(key, lens, arguments.what_if or "")
    return Result(found, list(_lines(found)))


def _read(rule: str, day: str) -> dict[str, Any]:
    found = read_rule_on(rule, day)
    return {"rule": rule, "from": day, "day": found.day, "reads": found.reads, "why": found.why}


def read_columns(path: Path) -> list[tuple[str, str]]:
    """Return the rule and the day of each row of a UTF-8 CSV file."""
    try:
        with open_text(path, "utf-8-sig") as file:
            rows = csv.DictReader(file)
            for name in COLUMNS:
                if name not in (rows.fieldnames or ()):
                    raise Refused(f"{path.name} has no column “{name}”; it needs rule and from.")
            return [(row["rule"] or "", row["from"] or "") for row in rows]
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Unavailable(f"{path} is not text in UTF-8; save it so.") from error
    except csv.Error as error:
        raise Unavailable(f"{path} is not a table of comma-separated values: {error}.") from error


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['status']}: {found['reason']}"
    if found["missing"]:
        yield f"Missing: {found['missing']}"
    if found["parties"]:
        yield ""
        yield from align_rows(
            [[each["party"], each["status"], each["reason"]] for each in found["parties"]]
        )
    if found["due"]:
        yield ""
        yield from align_rows([[each["day"], each["what"]] for each in found["due"]])
