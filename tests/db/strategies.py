"""Any record with any parts, for hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from db import (
    Amount,
    Attachment,
    HistoricalDate,
    OfficeRef,
    Part,
    Record,
    Ref,
    Refused,
    Source,
    choices,
    is_closed,
    meaning_of,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
SOLID = TEXT.filter(lambda text: bool(text.strip()))
DATES = st.sampled_from(
    ["2025", "2025-07", "about 1968", "late July 2025", "before 2019", "1900..", "22 Dhu 1446"]
).map(lambda text: read_date(text))
FILLED = {"id", "uid", "created", "changed", "version", "size", "sha256", "script"}


def read_date(text: str) -> HistoricalDate:
    """A date, or the words alone where no date can be read in them."""
    try:
        return HistoricalDate.parse(text)
    except Refused:
        return HistoricalDate("", None, None, text)


def sources(words: st.SearchStrategy[str]) -> st.SearchStrategy[Source]:
    """Sources, each with a text of its own so that no two are taken for one."""
    return st.builds(
        Source,
        title=words,
        publisher=TEXT,
        author=words,
        published=st.none() | DATES,
        url=TEXT,
        text=words,
        marking=st.integers(0, 3),
    )


class Maker:
    """Strategies for the parts of a desk whose records and offices are known."""

    def __init__(self, others: Sequence[Ref], offices: Sequence[OfficeRef]) -> None:
        self.others = others
        self.offices = offices

    def record(self, of: type[Record]) -> st.SearchStrategy[Record]:
        """A new record of one kind with up to two of each part."""
        return st.builds(of, **self._fields(of)).filter(is_sound)

    def part(self, of: type[Any]) -> st.SearchStrategy[Any]:
        """A new part."""
        given = self._fields(of)
        if of is Attachment:
            given["data"] = st.binary(max_size=20)
        if of is Amount:
            given["number"] = st.decimals(allow_nan=False, allow_infinity=False).map(str)
            given["currency"] = st.sampled_from(["", "USD", "PKR"])
        return st.builds(of, **given).filter(is_sound)

    def _fields(self, of: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
        hints = get_type_hints(of)
        return {
            item: self._value(of, item, hints[item])
            for item in of.model_fields
            if item not in FILLED
        }

    def _value(self, of: type[Any], name: str, hint: Any) -> st.SearchStrategy[Any]:
        if name in SPECIAL:
            return SPECIAL[name]
        if get_origin(hint) is list:
            inner = get_args(hint)[0]
            item = self.part(inner) if issubclass(inner, Part) else SOLID
            return st.lists(item, max_size=2, **({} if issubclass(inner, Part) else UNIQUE))
        options = [one for one in get_args(hint) if one is not type(None)] or [hint]
        if HistoricalDate in options:
            return st.none() | DATES
        if Ref in options:
            return st.sampled_from(self.others)
        if OfficeRef in options:
            return st.sampled_from(self.offices)
        if Source in options:
            return sources(SOLID)
        if is_closed(f"{of.TABLE}.{name}"):
            return st.sampled_from(choices(f"{of.TABLE}.{name}"))
        if bool in options:
            return st.booleans()
        if int in options:
            return st.integers(0, 9) if hint is int else st.none() | st.integers(0, 9)
        if bytes in options:
            return st.none()
        is_needed = name == "title" or meaning_of(of, name).required
        return SOLID if is_needed else TEXT


UNIQUE: dict[str, Any] = {"unique": True}
SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    "marking": st.integers(0, 3),
    "country": st.sampled_from(["", "pk", "us"]),
    "checked_on": st.sampled_from([None, "2025-04-06"]),
    "keep_until": st.sampled_from([None, "2035-04-06"]),
    "local_time": st.sampled_from(["", "14:30"]),
}


def is_sound(item: Any) -> bool:
    """Whether validation would take it: spans in order, an end only where one is said."""
    for start, end in (("since", "until"), ("founded", "dissolved"), ("born", "died"), ENDS):
        first, last = getattr(item, start, None), getattr(item, end, None)
        if first and last and first.first and last.last and last.last < first.first:
            return False
    return getattr(item, "end_state", "") != "ongoing" or item.until is None


ENDS = ("start", "end")
