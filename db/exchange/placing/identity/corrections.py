"""Rows of a corrected list: a later copy of a file names the same record in other words.

A row without an identifier is known by its own words, and a corrected cell changes them. Such rows
wait until every row of the file was seen; what no row has named by then may be what they correct.
Placing asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from db.changes.naming import sort_texts
from db.changes.writing import day_of
from db.dates import HistoricalDate, day_number
from db.exchange.placing.drafts import RowDraft
from db.exchange.placing.resolve import SINGULAR, Match
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.lens import shows
from db.names import fold, sort_title
from db.record_types import Agreement, Event, Organization, Person, Record
from db.storage.id_lists import LISTED, listed

MAX_ALIKE = 50  # events of one title that are looked at: such come again and again
MAX_DAYS_MOVED = 183  # between a wrong day and the right one: what is a year later is another event
_TITLED = (
    "SELECT day, id, title, country, kind FROM (SELECT *, row_number() OVER"
    f" (PARTITION BY sort_key ORDER BY id DESC) AS nth FROM record WHERE sort_key IN ({LISTED})"
    f" AND kind = 'event' AND {shows('marking')}) WHERE nth <= {MAX_ALIKE}"
)
Reading = Callable[[int], Record]


@dataclass(slots=True)
class Choice:
    """What a waiting row corrects, None where it stands for itself; `flag` says what to look at."""

    record: Match | None = None
    flag: str = ""


class Corrections:
    """The rows of one kind that wait for the end of their file."""

    def __init__(self, at: RowContext, kind: str) -> None:
        self.at = at
        self.kind = kind
        self._singular = SINGULAR[kind]
        self._waiting: list[tuple[int, RowDraft]] = []
        self._events: dict[str, list[tuple[str, Match]]] = {}  # of the batch, by title, with days
        self._titles: Counter[str] = Counter()  # of the events that wait
        by_id = () if kind in ("people", "organizations") else (at.scheme,)
        # of another scheme no row corrects: another identifier is another person
        self._schemes = frozenset({at.row_scheme, *by_id} - {"wikidata"})
        # a list with a row for each party is known by its titles and constants alone
        self._is_idle = at.mapping.one_per_party or (
            at.desk.work.sql.value("SELECT 1 FROM record WHERE kind=? LIMIT 1", (self._singular,))
            is None
        )

    def look_up(self, drafts: Sequence[tuple[int, RowDraft]]) -> None:
        """Find at once what the rows of a batch may correct."""
        if self._is_idle:
            return
        desk = self.at.desk
        new = [draft for _, draft in drafts if self._is_unknown(draft)]
        if not new:
            return
        if self.kind == "events":
            self._look_up_events([draft.record for draft in new])
        else:
            desk.look_up_names(self._singular, (draft.record.title for draft in new))
        desk.look_up_identifiers_of(
            found.id for draft in new for found in self._find_by_title(draft)
        )

    def wait(self, row: int, draft: RowDraft) -> bool:
        """Keep a row that may correct a record back; say whether it waits."""
        if self._is_idle or not self._is_unknown(draft) or not self.candidates(draft):
            return False
        self._waiting.append((row, draft))
        self._titles[sort_title(draft.record.title)] += self.kind == "events"
        return True

    def waiting(self, count: int) -> Iterator[list[tuple[int, RowDraft]]]:
        """Yield what waits, so many rows at a time."""
        rows, self._waiting = self._waiting, []
        for start in range(0, len(rows), count):
            yield rows[start : start + count]

    def candidates(self, draft: RowDraft) -> list[Match]:
        """Return the records of the same title that this list gave before under other words."""
        desk, (scheme, value) = self.at.desk, draft.keys[-1]
        return [
            each
            for each in self._find_by_title(draft)
            if desk.other_identifier(each.id, scheme, value)
            or (scheme == self.at.row_scheme and isinstance(draft.record, Agreement))
        ]

    def choose(self, draft: RowDraft, read: Reading) -> Choice:
        """Return what a row corrects once all rows of the file were seen.

        Raises RowFault where it may be several records. `read` gives a record whole.
        """
        if not self._is_unknown(draft):
            return Choice()
        mentioned = self.at.tally.has_mention
        unnamed = [each for each in self.candidates(draft) if not mentioned(self.kind, each.id)]
        tied = [each for each in unnamed if self._is_tied(read(each.id), draft)]
        same_place = [each for each in tied if self.is_in_place(read(each.id))]
        found = same_place if len(same_place) == 1 else tied
        title = draft.record.title
        if not found:
            own = [each for each in unnamed if self._gave(each.id, draft)]
            return Choice(flag=_another(title, read(own[0].id)) if own else "")
        if draft.keys[-1][0] != self.at.row_scheme and not same_place:
            return Choice(flag=_other_identifier(title))
        if len(found) > 1:
            raise RowFault(
                self.at.column("title") or self.at.column("name"),
                title,
                f"{len(found)} {self.kind} called “{title}” are on the desk, and the row may"
                " correct any of them; give an identifier.",
            )
        return Choice(
            found[0],
            f"“{title}” was taken for the {self._singular} of this name that is on the desk already"
            " and in no other row of the file.",
        )

    def is_in_place(self, record: Record) -> bool:
        """Say whether a record stands in the present row of the list that gave it."""
        return any(
            each.source.id == self.at.desk.source_id
            and not each.field
            and each.passage == self.at.tally.where
            for each in record.citations
        )

    def _is_unknown(self, draft: RowDraft) -> bool:
        """Say whether no record bears an identifier of the row, of which the last is the list's."""
        if not draft.keys or draft.keys[-1][0] not in self._schemes:
            return False
        find = self.at.desk.find_by_identifier
        return all(find(self._singular, *key) is None for key in draft.keys)

    def _find_by_title(self, draft: RowDraft) -> list[Match]:
        """Return the records of a draft's title that were there before this import; of events with
        an identifier those of its day: another identifier is another event.
        """
        desk, title = self.at.desk, draft.record.title
        if self.kind == "events":
            day, is_row = day_of(draft.record), draft.keys[-1][0] == self.at.row_scheme
            alike = self._events.get(sort_title(title), [])
            found = [each for other, each in alike if is_row or (day and other == day)]
        else:
            found = desk.find_by_name(self._singular, title)
        return [each for each in found if each.id not in desk.work.created]

    def _look_up_events(self, events: Sequence[Record]) -> None:
        """Find the events that are called as those of a batch."""
        desk = self.at.desk
        self._events = {}
        keys = {sort_texts(event, desk.work.language)[1] for event in events}
        for day, *found in desk.work.sql.rows(_TITLED, (listed(keys), desk.ceiling)):
            match = Match(*found)
            self._events.setdefault(sort_title(match.title), []).append((day, match))

    def _gave(self, record_id: int, draft: RowDraft) -> bool:
        """Say whether a record is from this list, under other words than the row's."""
        return self.at.desk.other_identifier(record_id, *draft.keys[-1])

    def _is_tied(self, old: Record, draft: RowDraft) -> bool:
        """Say whether more than the title speaks for a record."""
        new = draft.record
        if isinstance(old, Agreement) and isinstance(new, Agreement):
            if not self._gave(old.id, draft):
                return _is_same_treaty(old, new)
            return (
                _is_same_day(old.concluded, new.concluded)
                or (old.reference != "" and old.reference == new.reference)
                or (_parties(old) == _parties(new) != set() and self.is_in_place(old))
            )
        if isinstance(old, Event) and isinstance(new, Event):
            return _is_same_day(old.start, new.start) or self._has_moved(old, new)
        if isinstance(old, Organization) and isinstance(new, Organization):
            return _is_same_body(old, new) or self._is_same_line(old, draft)
        assert isinstance(old, Person) and isinstance(new, Person)
        return (
            old.country == new.country != ""
            or _is_same_day(old.born, new.born)
            or bool(_contacts(old) & _contacts(new))
            or (draft.tenure is not None and draft.tenure.office in _offices(old))
            or ("" in (old.country, new.country) and self.is_in_place(old))
            or self._is_same_line(old, draft)
        )

    def _has_moved(self, old: Event, new: Event) -> bool:
        """Say whether a row gives an event another day: the only one of its title, in its old row
        between others that stayed, with the same place or people.
        """
        title, tally = sort_title(new.title), self.at.tally
        days = [day_of(old), day_of(new)]
        return (
            len(self._events.get(title, [])) == self._titles[title] == 1
            and self.is_in_place(old)
            and tally.has_known(self.kind)
            and _is_same_meeting(old, new)
            and (
                None in days
                or abs(day_number(days[0] or "") - day_number(days[1] or "")) <= MAX_DAYS_MOVED
            )
        )

    def _is_same_line(self, old: Record, draft: RowDraft) -> bool:
        """Say whether a record stands in this very row and something beside its title agrees."""
        fields = set(draft.row_fields) - {"title", "given", "family", "honorific"}
        return self.is_in_place(old) and any(
            getattr(old, name) and getattr(old, name) == getattr(draft.record, name)
            for name in fields
        )


def _another(title: str, old: Record) -> str:
    day = old.concluded if isinstance(old, Agreement) else None
    which = f"the one signed {day.phrase()}" if day is not None else "the one"
    if isinstance(old, Event) and old.start is not None:
        which = f"the one of {old.start.phrase()}"
    return (
        f"The row was added as another “{title}”; {which} that an earlier copy of this list gave is"
        " in no row of the file now."
    )


def _other_identifier(title: str) -> str:
    return (
        f"The row was added as another “{title}”, though the desk has one of the same day under"
        " another identifier of this list, which no row of the file bears now."
    )


def _is_same_day(old: HistoricalDate | None, new: HistoricalDate | None) -> bool:
    return old is not None and new is not None and old.edtf == new.edtf


def _is_same_treaty(old: Agreement, new: Agreement) -> bool:
    """Say whether a treaty that this list did not give is a row's: its day and parties are known.

    Of an exchange of notes of one day, the parties tell which it is.
    """
    day, ours, theirs = new.concluded, _parties(old), _parties(new)
    is_known = day is not None and day.first is not None and day.first == day.last
    is_fitting = bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    return is_known and is_fitting and _is_same_day(old.concluded, day)


def _is_same_body(old: Organization, new: Organization) -> bool:
    return (
        old.country == new.country
        or "" in (old.country, new.country)
        or bool(_contacts(old) & _contacts(new))
    )


def _is_same_meeting(old: Event, new: Event) -> bool:
    """Say whether two events have the same place or people, and not another of either."""
    ours, theirs = _people(old), _people(new)
    is_same_place = fold(old.place) == fold(new.place)
    return (is_same_place or not (old.place and new.place)) and (
        bool(ours and ours == theirs) or (is_same_place and bool(old.place) and ours == theirs)
    )


def _people(event: Event) -> set[int]:
    return {each.who.id for each in event.participants if each.who is not None}


def _parties(agreement: Agreement) -> set[int]:
    return {each.who.id for each in agreement.parties if each.who is not None}


def _contacts(record: Person | Organization) -> set[tuple[str, str]]:
    return {(each.kind, each.value) for each in record.contacts}


def _offices(person: Person) -> set[int]:
    return {each.office.id for each in person.tenures if each.office is not None}
