"""Which tenure on the desk a row means, and what the row adds to it: pure, `tenures` asks.

Rows that bear identities of their own are about different stays, unless the desk knows the identity
already. A row with days and one without are never one stay by that alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from db.dates import HistoricalDate, day_number
from db.exchange.placing.drafts import TenureFacts
from db.storage.row_mapping import Values, date_values
from db.tables.rows import DATE_COLUMNS

_NAMES = {name: tuple(name + tail for tail in DATE_COLUMNS) for name in ("since", "until")}
_WORDS = {"since": "the start", "until": "the end"}


class Held(Protocol):
    """A tenure on the desk, its identifiers, and whether it is said to be acting."""

    row: Values
    sources: set[int]
    ids: set[tuple[str, str]]
    acting: bool | None


S = TypeVar("S", bound=Held)


def day_columns(name: str, date: HistoricalDate | None) -> Values:
    """Return the columns of the start (`since`) or the end (`until`)."""
    return dict(zip(_NAMES[name], date_values(date), strict=True))


def find_stay(stays: list[S], facts: TenureFacts, was_met: Callable[[S], bool]) -> S | None:
    """Return the stay that a row is about: by its identity, else of the same days; None for a new
    one.

    `was_met` says whether an earlier row of the import was about a stay.
    """
    stays_in_office = [stay for stay in stays if stay.row["office_id"] == facts.office]
    if facts.key is not None:
        own = [stay for stay in stays_in_office if facts.key in stay.ids]
        for stay in own:
            if _days(stay) == _edtf_days(facts) and acts_alike(stay, facts):
                return stay
        if own:
            # one stay that no row has spoken of is the one that the row now tells otherwise
            open_ones = [stay for stay in own if not was_met(stay)]
            if len(own) == len(open_ones) == 1:
                return open_ones[0]
            alike = [stay for stay in own if acts_alike(stay, facts)]
            return _find_half_stay(alike, facts, was_met)
        scheme = facts.key[0]
        stays_in_office = [
            stay for stay in stays_in_office if not any(other == scheme for other, _ in stay.ids)
        ]
    fitting = [stay for stay in stays_in_office if acts_alike(stay, facts)]
    # the same row leads to the same stay again: to the one that has its note
    fitting.sort(key=lambda stay: (not _has_note(stay, facts), stay.acting != facts.acting))
    for stay in fitting:
        if _days(stay) == _edtf_days(facts):
            return stay
    return _find_half_stay(fitting, facts, was_met)


def _find_half_stay(stays: list[S], facts: TenureFacts, was_met: Callable[[S], bool]) -> S | None:
    """Return the stay from the same stated day of which one of the two gives no end.

    One that goes on, as an earlier row of the import says, is none that a row ends.
    """
    since, until = _edtf_days(facts)
    if since is None:
        return None
    for stay in stays:
        is_open = until is None or stay.row["until_edtf"] is None
        is_denied = was_met(stay) and not ends_alike(stay, facts)
        if stay.row["since_edtf"] == since and is_open and not is_denied:
            return stay
    return None


def _has_note(stay: Held, facts: TenureFacts) -> bool:
    there = (stay.row["note"] or "").split("\n")
    return bool(facts.note) and all(line in there for line in facts.note.split("\n"))


def _days(stay: Held) -> tuple[str | None, str | None]:
    return stay.row["since_edtf"], stay.row["until_edtf"]


def _edtf_days(facts: TenureFacts) -> tuple[str | None, str | None]:
    return (
        facts.since.edtf if facts.since else None,
        facts.until.edtf if facts.until else None,
    )


def acts_alike(stay: Held, facts: TenureFacts) -> bool:
    """Say whether the row and the stay do not contradict each other in who acts for another."""
    return None in (stay.acting, facts.acting) or stay.acting == facts.acting


def shares_day(stay: Held, facts: TenureFacts) -> bool:
    """Say whether the start or the end of a stay and of a row are the same, or one within the
    other.
    """
    return any(
        _is_within(day, (stay.row[f"{name}_first"], stay.row[f"{name}_last"]))
        for name, day in (("since", facts.since), ("until", facts.until))
        if day is not None
    )


def _is_within(day: HistoricalDate, stored: tuple[str | None, str | None]) -> bool:
    """Say whether a date lies within a stored one, or that within it."""
    if None in (day.first, day.last, *stored):
        return False
    ours, theirs = [
        tuple(day_number(end) for end in ends if end) for ends in ((day.first, day.last), stored)
    ]
    low, high = max(ours[0], theirs[0]), min(ours[1], theirs[1])
    return (low, high) in (ours, theirs)


ENDED = ("ended", "ended-unknown")


def ends_alike(stay: Held, facts: TenureFacts) -> bool:
    """Say whether the row and the stay do not contradict each other in whether it has ended."""
    has_ended = bool(stay.row["until_edtf"]) or stay.row["end_state"] in ENDED
    if facts.end_state == "ongoing":
        return not has_ended
    return facts.end_state not in ENDED or stay.row["end_state"] != "ongoing"


class News:
    """What a row adds to a stay: `after` is what to write, `differing` what is said otherwise and
    not written, each with what is kept and what the row says.

    `alone` says that only this file speaks for the stay, `was_met` that an earlier row of it did:
    before, the file may correct itself. What an officer has `corrected` stays.
    """

    def __init__(
        self, stay: Held, facts: TenureFacts, corrected: set[str], *, alone: bool, was_met: bool
    ) -> None:
        self.after: Values = {}
        self.differing: list[tuple[str, str, str]] = []
        self._stay = stay
        self._alone = alone
        self._own = alone and not was_met
        self._corrected = corrected
        self._day("since", facts.since)
        self._day("until", facts.until)
        self._end_state(facts)
        self._acting(facts)
        self._note(facts.note)

    def _day(self, name: str, day: HistoricalDate | None) -> None:
        stored_day = self._stay.row[f"{name}_edtf"]
        if day is None or stored_day == day.edtf:
            return
        by_hand = f"{name}_edtf" in self._corrected or (
            # no end can be put to what an officer calls ongoing
            name == "until"
            and self._stay.row["end_state"] == "ongoing"
            and "end_state" in self._corrected
        )
        if (stored_day is None or self._own) and not by_hand:
            self.after |= day_columns(name, day)
            return
        stored_text = self._stay.row[f"{name}_words"] or stored_day
        self.differing.append((_WORDS[name], stored_text or "not known", day.phrase()))

    def _end_state(self, facts: TenureFacts) -> None:
        stored_state = self._stay.row["end_state"]
        if facts.end_state in (stored_state, "unknown") or any(
            d[0] == "the end" for d in self.differing
        ):
            return
        free = stored_state == "unknown" or self._own or "until_edtf" in self.after
        has_end = facts.until is not None or self._stay.row["until_edtf"] is not None
        if (
            free
            and "end_state" not in self._corrected
            and not (facts.end_state == "ongoing" and has_end)
        ):
            self.after["end_state"] = facts.end_state
        else:
            self.differing.append(("the end state", stored_state, facts.end_state))

    def _acting(self, facts: TenureFacts) -> None:
        if facts.acting is None or facts.acting == bool(self._stay.row["acting"]):
            return
        # what no row has said yet may be added by any; what one has said, only corrected
        may = self._alone if facts.acting else self._own
        if may and "acting" not in self._corrected:
            self.after["acting"] = int(facts.acting)
            self._stay.acting = facts.acting
        else:
            stored_word, new_word = ("no", "yes") if facts.acting else ("yes", "no")
            self.differing.append(("acting", stored_word, new_word))

    def _note(self, note: str) -> None:
        """Add a note to the one that is there, line by line, never put in its place."""
        stored_note = self._stay.row["note"] or ""
        there = stored_note.split("\n")
        new = [line for line in note.split("\n") if line and line not in there]
        if not new:
            return
        if "note" in self._corrected:
            self.differing.append(("the note", stored_note, "; ".join(new)))
        else:
            self.after["note"] = "\n".join([*filter(None, [stored_note]), *new])
