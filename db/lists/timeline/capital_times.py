"""When something was in the capitals of those who took part: a call can stand on two dates.

`more_columns` asks it for the cells of a list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from db.dates import day_at, day_number, write_day

_ZONES: Final = Path(__file__).resolve().parents[3] / "resources" / "dates" / "capital_zones.json"
_MAX_CAPITALS: Final = 3  # beside the place whose time was written down


@cache
def _zones() -> dict[str, str]:
    """Return the time zone of each country's capital, by its code."""
    read: dict[str, str] = json.loads(_ZONES.read_text(encoding="utf-8"))
    return read


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):  # none such, or a folder of them
        return None


def capital_times(day: str, local_time: str, zone: str, countries: Iterable[str]) -> str:
    """Return the moment as its own zone and the capitals of these countries wrote it; the hour
    alone where day or zone are not known.

    >>> capital_times("2025-11-17", "23:30", "America/New_York", ["us", "pk"])
    '17 November 2025 23:30 (New York); 18 November 2025 09:30 (Karachi)'
    >>> capital_times("2025-11-17", "09:00", "", ["pk"])
    '09:00'
    """
    own = _zone(zone) if zone else None
    moment = _moment(day, local_time, own)
    if own is None or moment is None:
        return " ".join(filter(None, (local_time, zone)))
    found = [_text(moment, zone)]
    written = {moment.replace(tzinfo=None)}
    for name in _capitals(countries):
        there = _zone(name)
        if there is None or len(found) > _MAX_CAPITALS:
            continue
        local = moment.astimezone(there)
        if local.replace(tzinfo=None) not in written:
            written.add(local.replace(tzinfo=None))
            found.append(_text(local, name))
    return "; ".join(found)


def _capitals(countries: Iterable[str]) -> Iterator[str]:
    names = (_zones().get(code) for code in dict.fromkeys(countries))
    return (name for name in names if name is not None)


def _moment(day: str, local_time: str, zone: ZoneInfo | None) -> datetime | None:
    hours, _, minutes = local_time.partition(":")
    try:
        year, month, number = day_at(day_number(day))
        clock = time(int(hours), int(minutes))
        moment = datetime.combine(date(year, month, number), clock, zone)
        moment.astimezone(ZoneInfo("UTC"))  # a day at either end of the calendar has no other
    except (ValueError, OverflowError):
        return None
    return moment


def _text(moment: datetime, zone: str) -> str:
    city = zone.rpartition("/")[2].replace("_", " ")
    day = write_day(moment.day, moment.month, str(moment.year))
    return f"{day} {moment:%H:%M} ({city})"


def text_of_moment(packed: str) -> str:
    """Return the cell of an event: first and last possible day, time, zone and countries.

    >>> text_of_moment("2025-07-01|2025-07-31|09:30|Asia/Karachi|pk,us")
    '09:30 Asia/Karachi'
    """
    first, last, local_time, zone, countries = (packed.split("|") + [""] * 5)[:5]
    day = first if first == last else ""
    return capital_times(day, local_time, zone, sorted(filter(None, countries.split(","))))
