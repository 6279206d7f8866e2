"""Who held which office, as an import writes it: one line a source and a stay in office.

Where a file says something else of a stay than another source did, both lines remain, each with
the source that says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.dates import HistoricalDate
from db.exchange.corrected import corrected_columns
from db.exchange.drafts import TenureFacts
from db.exchange.resolve import Desk
from db.reading import select_rows
from db.rows import DATE_COLUMNS, Values, date_values
from db.uid import new_uid

_NAMES = {name: tuple(name + tail for tail in DATE_COLUMNS) for name in ("since", "until")}
ABOUT = "tenure "  # a citation of a tenure says so before its uid


@dataclass(slots=True)
class Stay:
    """A tenure on the desk; `sources` are those that cite it."""

    row: Values
    sources: set[int]


class Tenures:
    """The tenures of the persons that a batch of rows names."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._of: dict[int, list[Stay]] = {}

    def begin(self) -> None:
        """A batch begins."""
        self._of.clear()

    def add(self, person: int, facts: TenureFacts) -> None:
        """Write what a row says of a person's stay in an office."""
        stays = self.stays(person)
        stay = _same(stays, facts)
        if stay is None:
            self._insert(person, stays, facts)
        else:
            self.meet(person, stay, facts)

    def meet(self, person: int, stay: Stay, facts: TenureFacts) -> None:
        """Write what a row adds to a stay that is on the desk."""
        self.desk.tally.met("tenures", stay.row["id"])
        after = _news(stay, facts, self.desk.source_id)
        if after and "note" in after and stay.row["note"]:
            sql = self.desk.work.sql
            if "note" in corrected_columns(sql, person, "tenure", stay.row["id"]):
                del after["note"]
        self._write(person, stay, after or {})
        if self.desk.source_id not in stay.sources:
            stay.sources.add(self.desk.source_id)
            self.desk.cite(person, ABOUT + str(stay.row["uid"]), len(self.stays(person)))
            self._changed(person, stay)

    def set_day(self, person: int, stay: Stay, name: str, day: HistoricalDate) -> None:
        """Give a stay another start (`since`) or end (`until`)."""
        state = {"end_state": "ended"} if name == "until" else {}
        self._write(person, stay, _columns(name, day) | state)

    def _write(self, person: int, stay: Stay, after: Values) -> None:
        if after and self.desk.work.update("tenure", stay.row, after, person):
            stay.row.update(after)
            self._changed(person, stay)

    def _changed(self, person: int, stay: Stay) -> None:
        self.desk.changed(person, "person")
        self.desk.tally.updated("tenures", stay.row["id"])
        self.desk.tally.updated("people", person)

    def _insert(self, person: int, stays: list[Stay], facts: TenureFacts) -> None:
        uid = new_uid()
        row: Values = {
            "uid": uid,
            "record_id": person,
            "office_id": facts.office,
            "position": len(stays),
            "acting": int(facts.acting),
            "end_state": facts.end_state,
            "note": facts.note,
            **_columns("since", facts.since),
            **_columns("until", facts.until),
        }
        key = row["id"] = self.desk.work.insert("tenure", row, person)
        self.desk.cite(person, ABOUT + uid, len(stays) + 1)
        self.desk.changed(person, "person")
        self.desk.tally.created("tenures", key)
        self.desk.tally.met("tenures", key)
        self.desk.tally.updated("people", person)
        stays.append(Stay(row, {self.desk.source_id}))

    def stays(self, person: int) -> list[Stay]:
        """The stays of a person, those of this import included."""
        known = self._of.get(person)
        if known is None:
            known = self._of[person] = [] if person in self.desk.fresh else self._read(person)
        return known

    def _read(self, person: int) -> list[Stay]:
        sql = self.desk.work.sql
        cited: dict[str, set[int]] = {}
        for field, source in sql.rows(
            "SELECT field, source_id FROM citation WHERE record_id=? AND field LIKE 'tenure %'",
            (person,),
        ):
            cited.setdefault(field, set()).add(source)
        return [
            Stay(row, cited.get(ABOUT + str(row["uid"]), set()))
            for row in select_rows(sql, "tenure", "record_id=? ORDER BY position, id", (person,))
        ]


def _columns(name: str, date: HistoricalDate | None) -> Values:
    return dict(zip(_NAMES[name], date_values(date), strict=True))


def _same(stays: list[Stay], facts: TenureFacts) -> Stay | None:
    """The stay that a row is about: the same office from the same day, or from no stated day."""
    held = [stay for stay in stays if stay.row["office_id"] == facts.office]
    since = facts.since.edtf if facts.since else None
    until = facts.until.edtf if facts.until else None
    for stay in held:
        if stay.row["since_edtf"] == since and stay.row["until_edtf"] in (None, until):
            return stay
    for stay in held:
        if stay.row["since_edtf"] == since and until is None:
            return stay
    if since is None and until is None and len(held) == 1:
        return held[0]
    return None


def _news(stay: Stay, facts: TenureFacts, source_id: int) -> Values | None:
    """What a row adds to a stay: an end that was not known; more only where it is its own line."""
    after: Values = {}
    if facts.until is not None and stay.row["until_edtf"] is None:
        after |= _columns("until", facts.until) | {"end_state": facts.end_state}
    elif stay.row["end_state"] == "unknown" and facts.end_state != "unknown":
        after["end_state"] = facts.end_state
    if stay.sources <= {source_id}:
        if facts.note and facts.note != stay.row["note"]:
            after["note"] = facts.note
        if facts.acting and not stay.row["acting"]:
            after["acting"] = 1
    return after or None
