"""Who held which office, as an import writes it: one line a source and a stay in office.

Where a file says something else of a stay than another source did, both lines remain, each with
the source that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from db.dates import HistoricalDate
from db.exchange.placing.corrected import corrected_columns
from db.exchange.placing.drafts import TenureFacts, own_words
from db.exchange.placing.resolve import RecordResolver
from db.exchange.placing.stays import (
    News,
    acts_alike,
    day_columns,
    ends_alike,
    find_stay,
    shares_day,
)
from db.lens import shows
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import Values
from db.storage.stored_records import select_rows
from db.storage.uid import new_uid

ABOUT = "tenure "  # a citation or an identifier of a tenure says so before its uid
_ROWS_A_BATCH = 2_000  # rows that have waited, looked up at once
OWN_WORDS = "row of tenures"  # the scheme of a row that is known by its own words alone


@dataclass(slots=True)
class Stay:
    """A tenure on the desk; `sources` cite it, `ids` name it, `acting` is None where unsaid."""

    row: Values
    sources: set[int]
    ids: set[tuple[str, str]] = field(default_factory=set)
    acting: bool | None = None


class Tenures:
    """The tenures of the persons that a batch of rows names; `is_list`: it ends with `finish`, and
    a row may correct what an earlier copy of the list gave.
    """

    def __init__(self, desk: RecordResolver, *, is_list: bool = False) -> None:
        self.desk = desk
        self._is_list = is_list
        self._of: dict[int, list[Stay]] = {}
        self._undated: list[tuple[int, int, TenureFacts]] = []
        self._otherwise: list[tuple[int, int, TenureFacts]] = []
        self._new: set[int] = set()
        self._acting: dict[int, bool] = {}  # tenure → what rows said: the desk keeps no “no”
        self._bearers: dict[tuple[str, str], int] = {}  # own identity of a row → person

    def begin(self) -> None:
        """Begin a batch."""
        self._of.clear()

    def add_or_wait(self, person: int, facts: TenureFacts) -> None:
        """Write what a row says of a stay; one without days or identity waits for `finish`.

        Whether it is about another row's stay must not depend on which of the two comes first.
        """
        if _is_bare(facts):
            self._undated.append((self.desk.tally.row, person, facts))
        else:
            self.add(person, facts)

    def finish(self) -> None:
        """Write what has waited for the other rows of the file."""
        undated, self._undated = self._undated, []
        self._write_waiting(undated, self.add)
        otherwise, self._otherwise = self._otherwise, []
        self._write_waiting(otherwise, self._correct)

    def _write_waiting(
        self, waiting: list[tuple[int, int, TenureFacts]], write: Callable[[int, TenureFacts], None]
    ) -> None:
        for start in range(0, len(waiting), _ROWS_A_BATCH):
            batch = waiting[start : start + _ROWS_A_BATCH]
            self.desk.begin()
            self.begin()
            self._read_many({person for _, person, _ in batch})
            for row, person, facts in batch:
                self.desk.tally.row = row
                write(person, facts)

    def add(self, person: int, facts: TenureFacts) -> None:
        """Write what a row says of a person's stay in an office; one that may correct a stay waits
        until all rows of the file were seen.
        """
        stays = self.stays(person)
        stay = self._known_by_words(stays, facts) or find_stay(stays, facts, self._has_mention)
        stay = stay or self._joinable(stays, facts)
        if stay is not None:
            self.meet(person, stay, facts)
        elif self._is_list and facts.key is None and self._find_open_stays(stays, facts):
            self._otherwise.append((self.desk.tally.row, person, facts))
        else:
            self._check_bearer(person, facts)
            self._insert(person, stays, facts)

    def _find_open_stays(self, stays: list[Stay], facts: TenureFacts) -> list[Stay]:
        """Return the stays in the row's office that this list alone gave before and now does not
        name.
        """
        return [
            stay
            for stay in stays
            if stay.row["office_id"] == facts.office
            and stay.row["id"] not in self._new
            and stay.sources == {self.desk.source_id}
            and not self._has_mention(stay)
            and acts_alike(stay, facts)
        ]

    def _correct(self, person: int, facts: TenureFacts) -> None:
        """Write a stay whose days are no stay's: where one stay is left that shares a day with it,
        the list has corrected that one.
        """
        stays = self.stays(person)
        stay = find_stay(stays, facts, self._has_mention)
        if stay is None:
            unnamed = self._find_open_stays(stays, facts)
            tied = [each for each in unnamed if shares_day(each, facts)]
            if len(tied) == 1:
                stay = tied[0]
                self.desk.tally.flag(
                    "The stay was taken for the one in this office that an earlier copy of the list"
                    " gave with other days: no other row of the file names it."
                )
            elif unnamed:
                self.desk.tally.flag(
                    "The person has a stay in this office from an earlier copy of the list that no"
                    " row of the file names now; this one was added."
                )
        if stay is None:
            self._insert(person, stays, facts)
        else:
            self.meet(person, stay, facts)

    def _has_mention(self, stay: Stay) -> bool:
        return self.desk.tally.has_mention("tenures", stay.row["id"])

    def _known_by_words(self, stays: list[Stay], facts: TenureFacts) -> Stay | None:
        """Return the stay that the same row without days or identity was joined to before."""
        own = (OWN_WORDS, _own_words(facts))
        if not _is_bare(facts):
            return None
        before = [stay for stay in stays if own in stay.ids and _fits(stay, facts)]
        if before:
            facts.key = own
        return before[0] if before else None

    def _joinable(self, stays: list[Stay], facts: TenureFacts) -> Stay | None:
        """Return the only stay in the office, for a row that gives neither days nor an identity."""
        stays_in_office = [stay for stay in stays if stay.row["office_id"] == facts.office]
        is_only = _is_bare(facts) and len(stays_in_office) == 1
        if not is_only or not _fits(stays_in_office[0], facts):
            return None
        # so that the same row leads there again, whatever has come since
        facts.key = (OWN_WORDS, _own_words(facts))
        return stays_in_office[0]

    def _check_bearer(self, person: int, facts: TenureFacts) -> None:
        """Tell when the tenure that bears a row's identity is another person's."""
        if facts.key is None:
            return
        other = self._bearers.setdefault(facts.key, person)
        if other == person:
            other = self.desk.work.sql.value(
                "SELECT i.record_id FROM identifier i JOIN record r ON r.id = i.record_id"
                " WHERE i.scheme=? AND i.value=? AND i.about LIKE ? AND i.record_id<>?"
                f" AND {shows('r.marking')}",
                (*facts.key, f"{ABOUT}%", person, self.desk.ceiling),
            )
        if other is not None and other != person:
            self.desk.tally.flag(
                f"The identifier “{facts.key[1]}” of {facts.key[0]} is that of another person's"
                " tenure as well; both were kept.",
            )

    def meet(self, person: int, stay: Stay, facts: TenureFacts) -> None:
        """Write what a row adds to a stay that is on the desk, and tell what it says otherwise."""
        alone, was_met = stay.sources <= {self.desk.source_id}, self._has_mention(stay)
        self.desk.tally.count_mention("tenures", stay.row["id"])
        corrected: set[str] = set()
        if stay.row["id"] not in self._new:
            corrected = corrected_columns(self.desk.work.sql, person, "tenure", stay.row["id"])
        news = News(stay, facts, corrected, alone=alone, was_met=was_met)
        for what, old, new in news.differing:
            self.desk.tally.flag(
                f"The desk has “{old}” for {what} of the tenure and the file “{new}”;"
                " the former was kept."
            )
        self._write(person, stay, news.after)
        if facts.key is not None and facts.key not in stay.ids:
            self._identify(person, stay, facts.key)
            self._note_change(person, stay)
        if self.desk.source_id not in stay.sources:
            stay.sources.add(self.desk.source_id)
            self.desk.cite(person, ABOUT + str(stay.row["uid"]), len(self.stays(person)))
            self._note_change(person, stay)

    def _identify(self, person: int, stay: Stay, key: tuple[str, str]) -> None:
        stay.ids.add(key)
        self.desk.identify(person, *key, ABOUT + str(stay.row["uid"]))

    def set_day(self, person: int, stay: Stay, name: str, day: HistoricalDate) -> None:
        """Give a stay another start (`since`) or end (`until`)."""
        state = {"end_state": "ended"} if name == "until" else {}
        self._write(person, stay, day_columns(name, day) | state)

    def _write(self, person: int, stay: Stay, after: Values) -> None:
        if after and self.desk.work.update("tenure", stay.row, after, person):
            stay.row.update(after)
            self._note_change(person, stay)

    def _note_change(self, person: int, stay: Stay) -> None:
        self.desk.note_change(person, "person")
        self.desk.tally.count_updated("tenures", stay.row["id"])
        self.desk.tally.count_updated("people", person)

    def _insert(self, person: int, stays: list[Stay], facts: TenureFacts) -> None:
        uid = new_uid()
        row: Values = {
            "uid": uid,
            "record_id": person,
            "office_id": facts.office,
            "position": len(stays),
            "acting": int(bool(facts.acting)),
            "end_state": facts.end_state,
            "note": facts.note,
            **day_columns("since", facts.since),
            **day_columns("until", facts.until),
        }
        key = row["id"] = self.desk.work.insert("tenure", row, person)
        self._new.add(key)
        if facts.acting is not None:
            self._acting[key] = facts.acting
        self.desk.cite(person, ABOUT + uid, len(stays) + 1)
        self.desk.note_change(person, "person")
        self.desk.tally.count_created("tenures", key)
        self.desk.tally.count_mention("tenures", key)
        self.desk.tally.count_updated("people", person)
        stay = Stay(row, {self.desk.source_id}, acting=facts.acting)
        if facts.key is not None:
            self._identify(person, stay, facts.key)
        stays.append(stay)

    def stays(self, person: int) -> list[Stay]:
        """Return the stays of a person, those of this import included."""
        if person not in self._of:
            if person in self.desk.fresh:
                self._of[person] = []
            else:
                self._read_many([person])
        return self._of[person]

    def _read_many(self, persons: Collection[int]) -> None:
        sql = self.desk.work.sql
        self._of.update((person, []) for person in persons)
        where, wanted = f"record_id IN ({LISTED})", (listed(persons),)
        cited: dict[str, set[int]] = {}
        for about, source in sql.rows(
            f"SELECT field, source_id FROM citation WHERE {where} AND field LIKE 'tenure %'",
            wanted,
        ):
            cited.setdefault(about, set()).add(source)
        ids: dict[str, set[tuple[str, str]]] = {}
        for about, scheme, value in sql.rows(
            f"SELECT about, scheme, value FROM identifier WHERE {where} AND about<>''", wanted
        ):
            ids.setdefault(about, set()).add((scheme, value))
        for row in select_rows(sql, "tenure", f"{where} ORDER BY position, id", wanted):
            about = ABOUT + str(row["uid"])
            acting = self._acting.get(row["id"], True if row["acting"] else None)
            stay = Stay(row, cited.get(about, set()), ids.get(about, set()), acting)
            self._of[row["record_id"]].append(stay)


def _is_bare(facts: TenureFacts) -> bool:
    """Say whether a row gives neither days nor an identity."""
    return facts.key is None and facts.since is None and facts.until is None


def _fits(stay: Stay, facts: TenureFacts) -> bool:
    return acts_alike(stay, facts) and ends_alike(stay, facts)


def _own_words(facts: TenureFacts) -> str:
    return own_words([str(facts.office), facts.note])
