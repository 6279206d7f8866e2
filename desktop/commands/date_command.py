"""The command `date`: how a text is read as a date."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping
from datetime import date as day_type
from pathlib import Path
from typing import Any

from db import HistoricalDate, Refused, Unavailable, describe_date, open_text
from desktop.commands.console.output import DONE, REFUSED, Result, WrongUsage


def date(arguments: argparse.Namespace) -> Result:
    """Return one text, or every row of a batch; a single text that is no date is refused."""
    if arguments.day_first and arguments.month_first:
        raise WrongUsage("--day-first and --month-first say the opposite; give one.")
    published = _publication_day(arguments.published)
    order = True if arguments.day_first else False if arguments.month_first else None
    if arguments.batch:
        texts = column_of(Path(arguments.batch), "string")
        found = [describe_date(text, published=published, day_first=order) for text in texts]
        return Result(found, [_line(one) for one in found])
    if not arguments.text:
        raise WrongUsage("Give a date to read, as in “late July 2025”, or --batch FILE.csv.")
    one = describe_date(" ".join(arguments.text), published=published, day_first=order)
    if not one["valid"] and not arguments.json:
        raise Refused(one["why"])
    return Result(one, [_line(one)], DONE if one["valid"] else REFUSED)


def _publication_day(text: str | None) -> day_type | None:
    if not text:
        return None
    read = HistoricalDate.parse(text)
    if not read.certain_on() or read.first is None:
        raise Refused(f"“{text}” is not one day; write the day of publication, as in 2025-09-15.")
    return day_type.fromisoformat(read.first)


def _line(one: Mapping[str, Any]) -> str:
    if not one["valid"]:
        return f"{one['text']}: {one['why']}"
    return f"{one['text']}: {one['edtf']} ({_bounds(one)})"


def _bounds(one: Mapping[str, Any]) -> str:
    first, last = one["first"], one["last"]
    if first == last:
        return str(first) if first else "no day known"
    return f"{first or 'any day'} to {last or 'any day'}"


def column_of(path: Path, name: str) -> list[str]:
    """Return the values of one column of a UTF-8 CSV file."""
    try:
        with open_text(path, "utf-8-sig") as file:
            rows = csv.DictReader(file)
            if rows.fieldnames is None or name not in rows.fieldnames:
                raise Refused(f"{path.name} has no column “{name}”; name one so.")
            return [row[name] or "" for row in rows]
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Unavailable(f"{path} is not text in UTF-8; save it so.") from error
    except csv.Error as error:
        raise Unavailable(f"{path} is not a table of comma-separated values: {error}.") from error
