"""Events of a calendar onto the desk; who takes part is found by address or name, never made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from db.changes.unit_of_work import Work
from db.changes.validate import UNSTORABLE, breaches
from db.changes.writing import settle_source
from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.calendars.calendar_events import (
    HOUSEKEEPING,
    CalendarEvent,
    Invited,
    left_out_names,
    read_event,
)
from db.exchange.calendars.calendar_file import Block, CalendarFile
from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.global_ids import identity
from db.exchange.placing.draft_placing import Placing
from db.exchange.placing.drafts import Dates, RowDraft, own_words, read_marking
from db.exchange.placing.import_report import ImportReport
from db.exchange.placing.posts import Posts
from db.exchange.placing.resolve import RecordResolver
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault, Tally
from db.exchange.placing.tenures import Tenures
from db.lens import Lens, shows
from db.record_types import Contact, Event, Note, Participant, Ref, Source
from db.storage.id_lists import LISTED, listed
from db.vocabulary.choices import choices

EVENTS_A_BATCH = 500
UID_SCHEME = "icalendar"  # of identities that are no UUID
_OWN_LINE = re.compile(r"(Participants|Local time): (.*)")
_ROLE = re.compile(r"(.*?)(?: \(([^()]*)\))?")
_BETWEEN = re.compile(r", (?![^()]*\))")


def import_calendar(
    work: Work,
    file: CalendarFile,
    kind: str | None,
    lens: Lens,
    step: Callable[[int], None],
    several: str,
) -> ImportReport:
    """Take the events of a file onto the desk.

    `step` is told how many events are done, `several` is the file's name where others come with it.
    """
    if kind not in (None, "events"):
        raise Refused(f"{file.path.name} is a calendar, which holds events alone.", "kind")
    tally = Tally("events")
    tally.file = several
    source = settle_source(work, Source(title=file.path.name))
    desk = RecordResolver(work, tally, source, lens.ceiling)
    mapping = Mapping("events", file.scheme)
    at = RowContext(desk, Posts(desk), Tenures(desk), Dates(None, tally), mapping, tally)
    placing, taking = Placing(at, "events"), CalendarTaking(at, file)
    tally.places = {block.number: f"event {block.number}" for block in file.events}
    for start in range(0, len(file.events), EVENTS_A_BATCH):
        desk.begin()
        placing.place_all(taking.drafts(file.events[start : start + EVENTS_A_BATCH], step))
    desk.begin()
    tally.places = {}
    for remark in file.remarks:
        tally.flag(remark, row=0)
    tally.flagged.sort(key=lambda flagged: flagged["row"])
    report = tally.report(file.mapping())
    known = [name for name in file.samples if name in HOUSEKEEPING]
    others = [name for name in left_out_names(list(file.samples)) if name not in known]
    report.left_out = [*file.left_out, *others, *known]
    return report


class CalendarTaking:
    """The events of one file being taken."""

    def __init__(self, at: RowContext, file: CalendarFile) -> None:
        self.at = at
        self.file = file
        self._by_mail: dict[str, list[int]] = {}
        self._names: dict[int, str] = {}

    def drafts(
        self, blocks: Iterable[Block], step: Callable[[int], None]
    ) -> list[tuple[int, RowDraft]]:
        """Return what these events make, each with its number."""
        tally = self.at.tally
        read: list[tuple[int, CalendarEvent]] = []
        for block in blocks:
            step(1)
            tally.read += 1
            tally.row = block.number
            try:
                read.append((block.number, self._read(block)))
            except RowFault as fault:
                tally.reject(fault)
        self._look_up({each.email.casefold() for _, event in read for each in event.attendees})
        found = []
        for number, event in read:
            tally.row = number
            try:
                found.append((number, self._draft(event)))
            except RowFault as fault:
                tally.reject(fault)
        return found

    def _read(self, block: Block) -> CalendarEvent:
        try:
            event = read_event(block, self.file.zone)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            # icalendar raises whatever its parts do; what it could not read is only this event
            why = "The event cannot be read; export it again."
            raise RowFault("VEVENT", str(error)[:80], why) from error
        if not event.title:
            raise RowFault("SUMMARY", "", "The event says nothing that could be its title.")
        if not block.is_closed:
            event.remarks.append("The file breaks off in it; check that nothing is missing.")
        return event

    def _draft(self, event: CalendarEvent) -> RowDraft:
        marking = read_marking(event.marking, "X-MARKING", self.at.desk.ceiling)
        record = Event(title=event.title, marking=marking)
        draft = RowDraft(record, ["title"])
        for name in ("local_time", "zone", "place", "kind", "status"):
            if text := getattr(event, name):
                draft.put(name, text)
        for name in ("start", "end"):
            if text := getattr(event, name):
                draft.put(name, HistoricalDate.parse(text))
        self._attend(event, record)
        self._describe(event, record, draft)
        record.topics = list(dict.fromkeys(event.topics))
        record.notes += [Note(text=text) for text in dict.fromkeys(event.notes)]
        pages = [Contact(kind="website", value=page) for page in dict.fromkeys(event.pages) if page]
        record.contacts = pages
        if event.uid:
            draft.keys = [identity(event.uid, UID_SCHEME)]
        else:
            words = own_words([event.title, event.start, event.local_time, event.place])
            draft.keys = [(self.at.row_scheme, words)]
        for remark in event.remarks:
            self.at.tally.flag(remark)
        for name, value, why in event.left_out:
            self.at.tally.leave_out(name, value, why)
        for path, says in breaches(record):
            raise RowFault(path, UNSTORABLE.sub("\ufffd", record.title[:80]), says)
        return draft

    # who takes part

    def _look_up(self, mails: set[str]) -> None:
        """Find who has these addresses, in one question."""
        missing = mails - self._by_mail.keys() - {""}
        self._by_mail |= {mail: [] for mail in missing}
        for mail, key in self.at.desk.work.sql.rows(
            "SELECT DISTINCT lower(c.value), r.id FROM contact c"
            " JOIN record r ON r.id = c.record_id"
            f" WHERE c.kind = 'email' AND lower(c.value) IN ({LISTED})"
            f" AND r.kind IN ('person', 'organization') AND {shows('r.marking')}",
            (listed(missing), self.at.desk.ceiling),
        ):
            self._by_mail[mail].append(key)

    def _attend(self, event: CalendarEvent, record: Event) -> None:
        unknown = []
        for each in event.attendees:
            key = self._find(each)
            if key:
                self._join(record, key, "host" if each.is_organizer else "")
            else:
                unknown.append(each)
        for label, is_organizer in (("Organizer", True), ("Invited", False)):
            texts = [each.text() for each in unknown if each.is_organizer is is_organizer]
            if texts:
                event.notes.append(f"{label}: {', '.join(texts)}")
        if unknown:
            count = len(unknown)
            who = unknown[0].text() if count == 1 else f"{unknown[0].text()} and {count - 1} more"
            verb, end = ("is", "a participant") if count == 1 else ("are", "participants")
            self.at.tally.flag(
                f"{who} {verb} not on the desk and stands in a remark, not as {end}."
                if count == 1
                else f"{who} {verb} not on the desk and stand in a remark, not as {end}."
            )

    def _find(self, who: Invited) -> int:
        """Return the one record that an address or a name leads to, 0 for none."""
        known = self._by_mail.get(who.email.casefold(), []) if who.email else []
        if len(known) == 1:
            return known[0]
        return self._find_by_name(who.name) if who.name else 0

    def _find_by_name(self, name: str) -> int:
        desk = self.at.desk
        found = desk.find_by_name("person", name) or desk.find_by_name("organization", name)
        return found[0].id if len(found) == 1 else 0

    def _join(self, record: Event, key: int, role: str) -> None:
        if all(each.who and each.who.id != key for each in record.participants):
            record.participants.append(Participant(who=Ref(key), role=role))

    def _describe(self, event: CalendarEvent, record: Event, draft: RowDraft) -> None:
        """Take the description as a remark, or as this program wrote it into its own calendar."""
        if not event.description:
            return
        if not self.file.is_own:
            event.notes.insert(0, event.description)
            return
        lines = []
        for line in event.description.split("\n"):
            found = _OWN_LINE.fullmatch(line)
            if found is None:
                lines.append(line)
            elif found[1] == "Participants":
                self._take_own_participants(found[2], event, record)
            elif not event.local_time:
                event.notes.append(line)
        if outcome := "\n".join(lines).strip():
            draft.put("outcome", outcome)

    def _take_own_participants(self, text: str, event: CalendarEvent, record: Event) -> None:
        unknown = []
        for part in _BETWEEN.split(text):
            found = _ROLE.fullmatch(part)
            name, role = (found[1], found[2] or "") if found else (part, "")
            if key := self._find_by_name(name):
                self._join(record, key, role if role in choices("participant.role") else "")
            else:
                unknown.append(part)
        if unknown:
            event.notes.append(f"Participants: {', '.join(unknown)}")
            event.remarks.append(f"{', '.join(unknown)}: not on the desk, kept as a remark.")
