"""What stands on the timeline's bars and how certain their days are; `Reader` asks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from db.dates import HistoricalDate
from db.dates.stored import stored_date
from db.lens import Lens, known_marking, shows
from db.lists.timeline.span_words import span_text
from db.lists.titles.names_then import read_names_then, title_then
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import MAX_TITLE_LETTERS

ABOUT, BEFORE, AFTER = "about", "before", "after"
AGREEMENT_DAYS: Final = ("concluded", "adopted", "in_force", "provisional", "terminated")

_EVENTS = (
    "SELECT r.id, r.title, e.kind, e.start_edtf, e.start_first, e.start_last, e.end_edtf,"
    " e.end_first, e.end_last, e.part_of_id, e.local_time, e.zone, e.status, e.start_words,"
    " e.end_words"
    f" FROM event e JOIN record r ON r.id = e.id WHERE r.id IN ({LISTED}) AND {shows('r.marking')}"
)
_AGREEMENTS = (
    "SELECT r.id, r.title, a.kind, coalesce(a.concluded_edtf, a.adopted_edtf),"
    " coalesce(a.concluded_first, a.adopted_first), coalesce(a.concluded_last, a.adopted_last),"
    " coalesce(a.in_force_edtf, a.provisional_edtf),"
    " coalesce(a.in_force_first, a.provisional_first),"
    " coalesce(a.in_force_last, a.provisional_last),"
    " a.terminated_edtf, a.terminated_first, a.terminated_last, a.terminated_words,"
    " a.concluded_edtf, a.concluded_first, a.concluded_last, a.concluded_words,"
    " a.adopted_edtf, a.adopted_first, a.adopted_last, a.adopted_words,"
    " a.in_force_edtf, a.in_force_first, a.in_force_last, a.in_force_words,"
    " a.provisional_edtf, a.provisional_first, a.provisional_last, a.provisional_words"
    " FROM agreement a JOIN record r ON r.id = a.id"
    f" WHERE r.id IN ({LISTED}) AND {shows('r.marking')}"
)
_TENURES = (
    f"SELECT t.id, t.record_id, {title_then('r')}, o.title, {title_then('w')}, t.acting,"
    " t.since_edtf, t.since_first, t.since_last, t.until_edtf, t.until_first, t.until_last,"
    " t.end_state, t.since_words, t.until_words"
    " FROM tenure t JOIN record r ON r.id = t.record_id JOIN office o ON o.id = t.office_id"
    f" JOIN record w ON w.id = o.record_id WHERE t.id IN ({LISTED})"
    f" AND {shows('r.marking', '?2')} AND {shows('w.marking', '?2')}"
)


_MARKINGS = (
    "SELECT max(marking) FROM (SELECT marking FROM record"
    f" WHERE id IN ({LISTED.replace('?', '?1')})"
    " UNION ALL SELECT max(r.marking, w.marking) FROM tenure t"
    " JOIN record r ON r.id = t.record_id JOIN office o ON o.id = t.office_id"
    f" JOIN record w ON w.id = o.record_id WHERE t.id IN ({LISTED.replace('?', '?2')}))"
)


@dataclass(frozen=True, slots=True)
class BarDetail:
    """An item of the timeline. `id` is negative for a tenure; `record_id` is what it opens.

    From `first` to `last` is where it may lie, from `start_last` to `end_first` it certainly went
    on, in days that sort; None is open. `sort` is the kind of item, `word` the event's or
    agreement's own kind, `also` what the title leaves out: the office of a holder, say. `dates` are
    as they were written: of an event its span in words is `when`.
    """

    id: int
    record_id: int
    sort: str
    title: str
    word: str = ""
    first: str | None = None
    last: str | None = None
    start_last: str | None = None
    end_first: str | None = None
    doubt: str = ""  # about, before or after
    part_of: int | None = None
    local_time: str = ""
    zone: str = ""
    status: str = ""
    also: str = ""
    signed_last: str | None = None  # of an agreement: until here it was only signed
    when: str = ""
    dates: Mapping[str, HistoricalDate] = field(default_factory=dict)  # by the name of their field


_EVENT, _AGREEMENT, _TENURE = "event", "agreement", "tenure"


def doubt_of(start: str | None, end: str | None) -> str:
    """Say of the EDTF of a start and an end whether it is about, before or after what is written.

    >>> doubt_of("2019~", None), doubt_of("[..2025-07-31]", None), doubt_of("[2020-05-04..]", None)
    ('about', 'before', 'after')
    >>> doubt_of("2019", None), doubt_of(None, "2019?")
    ('', 'about')
    """
    for edtf in (start, end):
        if edtf and edtf.startswith("[.."):
            return BEFORE
        if edtf and edtf.endswith("..]"):
            return AFTER
        if edtf and set(edtf) & set("~?%"):
            return ABOUT
    return ""


def read_bar_details(sql: Sql, ids: Sequence[int], lens: Lens) -> list[BarDetail]:
    """Return what is known of these items; those that are gone or hidden are left out."""
    records = listed(key for key in ids if key > 0)
    tenures = listed(-key for key in ids if key < 0)
    ceiling = lens.ceiling
    found = [_event(row) for row in sql.rows(_EVENTS, (records, ceiling))]
    found += [_agreement(row) for row in sql.rows(_AGREEMENTS, (records, ceiling))]
    statement = _TENURES.replace("json_each(?)", "json_each(?1)")
    found += [_tenure(row) for row in sql.rows(statement, (tenures, ceiling, lens.as_of))]
    names = read_names_then(sql, {each.id for each in found if each.id > 0}, lens)
    return [replace(each, title=names[each.id]) if each.id in names else each for each in found]


def read_bars_marking(sql: Sql, ids: Iterable[int]) -> int:
    """Return the highest marking of these items, however many."""
    every = list(ids)
    records = listed(key for key in every if key > 0)
    tenures = listed(-key for key in every if key < 0)
    return known_marking(sql.value(_MARKINGS, (records, tenures)) or 0)


def _event(row: Sequence[Any]) -> BarDetail:
    key, title, kind, start, first, start_last, end, end_first, last, whole, *rest = row
    local_time, zone, status, start_words, end_words = rest
    if start is None:
        days = end_first, last, last, end_first
    elif end is None:
        days = first, start_last, start_last, first
    else:
        days = first, last, start_last, end_first
    doubt = doubt_of(start, end)
    when = span_text(
        (start, first, start_last, start_words or ""), (end, end_first, last, end_words or "")
    )
    return BarDetail(
        key, key, _EVENT, _short(title), kind, *days, doubt, whole, str(local_time), str(zone),
        str(status), when=when,
    )  # fmt: skip


def _agreement(row: Sequence[Any]) -> BarDetail:
    """Return an agreement: pale from signature on, full while it is in force."""
    key, title, kind, signed, first, signed_last, *rest = row
    force, force_first, force_last, ended, ended_first, ended_last, ended_words, *written = rest
    start = first if signed is not None else force_first
    if force is None:
        days = (start, ended_last or signed_last, signed_last, None if ended is None else start)
    else:
        days = (start, ended_last, force_last, ended_first)
    doubt = doubt_of(signed or force, ended)
    first_day, last_day, start_last, end_first = days
    written += ended, ended_first, ended_last, ended_words
    return BarDetail(
        key, key, _AGREEMENT, _short(title), kind, first_day, last_day, start_last,
        end_first, doubt, signed_last=signed_last, dates=_dates(AGREEMENT_DAYS, written),
    )  # fmt: skip


def _dates(names: Sequence[str], columns: Sequence[Any]) -> dict[str, HistoricalDate]:
    """Return the dates that there are of some fields, each with four columns."""
    dates = (stored_date(*columns[4 * at : 4 * at + 4]) for at in range(len(names)))
    return {name: date for name, date in zip(names, dates, strict=True) if date is not None}


def _tenure(row: Sequence[Any]) -> BarDetail:
    key, person, name, office, body, acting, since, first, since_last, *end = row
    until, until_first, last, state, since_words, until_words = end
    written = since, first, since_last, since_words, until, until_first, last, until_words
    core_end = until_first if until is not None else None
    word = "acting" if acting else ""
    return BarDetail(
        -key, person, _TENURE, _short(name), word, first, last, since_last, core_end,
        doubt_of(since, until), status=state, also=_short(f"{office}, {body}"),
        dates=_dates(("since", "until"), written),
    )  # fmt: skip


def _short(text: Any) -> str:
    return str(text or "")[:MAX_TITLE_LETTERS]


#: How an item's sort is called, for those who tell them apart.
SORTS: Final = (_EVENT, _AGREEMENT, _TENURE)
