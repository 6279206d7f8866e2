"""Who was there: the people and bodies that events and agreements name, with their titles then.

Paper asks it, for whole lists at once; a page on the screen asks the titles alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db.dates import OPEN_END
from db.lens import Lens, shows
from db.lists.titles.names_then import read_names_then
from db.lists.titles.references_then import with_names
from db.lists.titles.tenure_titles import HELD, certainty, office_in
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.tables.references import Ref

# kind → where it names who is in it, and its first and last day
NAMED_IN = {
    "agreement": ("party", "k.concluded_first", "k.concluded_last"),
    "event": ("participant", "k.start_first", "coalesce(k.end_last, k.start_last)"),
}
Tenures = dict[int, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class TitleThen:
    """The offices somebody held on a day, the certain ones first; '' for none.

    `with_doubt` adds to them what is not known; `marking` is the highest of the bodies they are in.
    """

    text: str = ""
    with_doubt: str = ""
    marking: int = 0


def participants_of(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, list[Ref]]:
    """Return whom each event and agreement names as taking part, each once, in order."""
    found: dict[int, dict[int, Ref]] = {}
    refs: dict[int, Ref] = {}  # the same few are in thousands of events
    for table in ("participant", "party"):
        for key, other, title, kind in sql.rows(
            f"SELECT p.record_id, r.id, r.title, r.kind FROM {table} p"
            " JOIN record r ON r.id = p.who_id"
            f" WHERE p.record_id IN ({LISTED})"
            f" AND {shows('r.marking')} ORDER BY p.record_id, p.position",
            (listed(ids), lens.ceiling),
        ):
            ref = refs.get(other) or refs.setdefault(other, Ref(other, title, kind))
            found.setdefault(key, {})[other] = ref
    names = read_names_then(sql, refs, lens)
    return {key: with_names(list(there.values()), names) for key, there in found.items()}


def ids_with(
    sql: Sql, kind: str, who: Collection[int], days: tuple[str, str], lens: Lens, limit: int
) -> list[int]:
    """Return agreements or events that name some of these, those that name most of them first.

    One whose days are told must have one between the two ISO days; an empty day is open.
    """
    table, first, last = NAMED_IN[kind]
    rows = sql.rows(
        f"SELECT n.record_id FROM {table} n JOIN record r ON r.id = n.record_id"
        f" JOIN {kind} k ON k.id = n.record_id"
        f" WHERE n.who_id IN ({LISTED}) AND {shows('r.marking')}"
        f" AND ({last} IS NULL OR {last} >= ?) AND coalesce({first}, '') <= ?"
        " GROUP BY n.record_id ORDER BY count(DISTINCT n.who_id) DESC, r.day DESC LIMIT ?",
        (listed(sorted(who)), lens.ceiling, days[0], days[1] or OPEN_END, limit),
    )
    return [row[0] for row in rows]


def titles_then(
    sql: Sql, days: Iterable[tuple[int, str]], lens: Lens
) -> dict[tuple[int, str], TitleThen]:
    """Return the title of each person on each ISO day that is asked of them."""
    pairs = set(days)
    tenures = _tenures(sql, sorted({person for person, _ in pairs}), lens)
    return {pair: _title(tenures.get(pair[0], ()), pair[1]) for pair in pairs}


def _tenures(sql: Sql, people: Sequence[int], lens: Lens) -> Tenures:
    found: Tenures = {}
    for row in sql.rows(
        "SELECT t.record_id, t.acting, o.title, r.title, r.marking, t.since_first,"
        " t.since_last, t.until_first, t.until_last, t.end_state FROM tenure t"
        " JOIN office o ON o.id = t.office_id JOIN record r ON r.id = o.record_id"
        f" WHERE t.record_id IN ({LISTED}) AND {shows('r.marking')}"
        " ORDER BY t.record_id, t.position",
        (listed(people), lens.ceiling),
    ):
        found.setdefault(row[0], []).append(row)
    return found


def _title(tenures: Sequence[tuple[Any, ...]], day: str) -> TitleThen:
    offices: list[tuple[str, str, int]] = []
    for _, acting, office, body, marking, *bounds in tenures:
        since_first, since_last, until_first, until_last, state = bounds
        what = certainty(since_first, since_last, until_first, until_last, state, day)
        if what:
            start = since_first is None and since_last is None
            end = until_first is None and until_last is None and state != "ongoing"
            doubt = "" if what == HELD else _doubt(start, end)
            offices.append(
                (doubt, f"{'acting ' if acting else ''}{office_in(office, body)}", marking)
            )
    offices.sort(key=lambda each: each[0] != "")
    doubts = {doubt for doubt, _, _ in offices}
    text = "; ".join(office for _, office, _ in offices)
    if len(doubts) == 1:
        text_with_doubt = _with_doubt(text, *doubts)
    else:
        text_with_doubt = "; ".join(_with_doubt(office, doubt) for doubt, office, _ in offices)
    return TitleThen(text, text_with_doubt, max((marking for _, _, marking in offices), default=0))


def _doubt(start: bool, end: bool) -> str:
    """Return what is not known of a tenure whose start, or whose end, is not there.

    >>> _doubt(True, True), _doubt(True, False), _doubt(False, True), _doubt(False, False)
    ('dates not known', 'start not known', 'end not known', 'day not certain')
    """
    if start and end:
        return "dates not known"
    if start or end:
        return "start not known" if start else "end not known"
    return "day not certain"


def _with_doubt(office: str, doubt: str) -> str:
    return f"{office} ({doubt})" if doubt else office
