"""A Popolo file onto the desk: bodies, posts, persons, events, then the memberships that tie them.

The importer asks for a file without a map; by a map one list of it is taken as a table
(`popolo_table`). Everything is placed as the rows of tables are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from db.changes.unit_of_work import Work
from db.changes.writing import settle_source
from db.errors import Refused
from db.exchange.mapping.column_mapping import Mapping
from db.exchange.placing.draft_placing import Placing
from db.exchange.placing.drafts import Dates, RowDraft, read_marking
from db.exchange.placing.import_report import ImportReport
from db.exchange.placing.posts import Posts
from db.exchange.placing.resolve import RecordResolver
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault, Tally
from db.exchange.placing.tenures import Tenures
from db.exchange.popolo import (
    popolo_bodies,
    popolo_events,
    popolo_memberships,
    popolo_people,
    popolo_posts,
)
from db.exchange.popolo.popolo_file import KIND_LISTS, PopoloFile
from db.exchange.popolo.popolo_names import home_languages
from db.exchange.popolo.popolo_taken import left_out, told_mapping
from db.exchange.popolo.popolo_ties import Ties
from db.exchange.popolo.popolo_values import Thing
from db.lens import Lens
from db.record_types import Source

OBJECTS_A_BATCH = 2_000
KINDS_OF_LISTS = {name: kind for kind, name in KIND_LISTS.items()}


def import_popolo(
    work: Work,
    file: PopoloFile,
    kind: str | None,
    lens: Lens,
    step: Callable[[int], None],
    several: str,
) -> ImportReport:
    """Take a file onto the desk; with `kind` only that list of it. `step` is told how many objects
    are done, `several` is the file's name where others come with it.
    """
    if kind is not None and kind not in KIND_LISTS:
        raise Refused(
            f"{file.path.name} is {file.format}, which has no {kind}; choose another kind."
        )
    tally = Tally(kind or "people")
    tally.file = several
    desk = RecordResolver(
        work, tally, settle_source(work, Source(title=file.path.name)), lens.ceiling
    )
    mapping = Mapping(tally.kind, file.scheme)
    at = RowContext(desk, Posts(desk), Tenures(desk), Dates(None, tally), mapping, tally)
    taking = _Taking(file, at, step)
    for name, take in taking.walks.items():
        if kind is None or KIND_LISTS[kind] == name:
            taking.begin(name)
            take(taking.distinct(name))
            taking.ties.taken_lists.add(name)
    taking.tell_file()
    tally.flagged.sort(key=lambda flagged: flagged["row"] > 0)
    if file.mapping:
        own = {name: each for name, each in file.mapping.items() if name.startswith(kind or "")}
        report = tally.report(own)
        report.left_out = list(file.left_out)
    else:
        report = tally.report(told_mapping(file, kind))
        report.left_out = [*file.left_out, *left_out(file)]
    return report


class _Taking:
    """One file being taken; its walks take a list each, those that others need first."""

    def __init__(self, file: PopoloFile, at: RowContext, step: Callable[[int], None]) -> None:
        self.file = file
        self.at = at
        self.step = step
        self.ties = Ties(file)
        self.became: dict[int, Thing] = {}  # record → the object that it was made of first
        lists = file.lists
        self.home = home_languages([*lists["persons"], *lists["organizations"]])
        self.walks: dict[str, Callable[[list[Thing]], None]] = {
            "areas": self.areas,
            "organizations": self.organizations,
            "posts": self.posts,
            "persons": self.people,
            "events": self.events,
            "memberships": self.memberships,
        }

    def begin(self, name: str) -> None:
        """Begin a list: remarks of rows are of its objects."""
        self._begin_batch()
        self.at.tally.places = {
            thing.number: thing.where or "the object" for thing in self.file.lists[name]
        }

    def _begin_batch(self) -> None:
        self.at.desk.begin()
        self.at.posts.begin()
        self.at.tenures.begin()

    def distinct(self, name: str) -> list[Thing]:
        """Return the objects of a list; one whose id came before is refused, or told if equal."""
        tally = self.at.tally
        first: dict[str, Thing] = {}
        things = []
        is_row = name in KINDS_OF_LISTS  # an area is none: it is told with what lies in it
        for thing in self.file.lists[name]:
            tally.read += is_row
            there = first.setdefault(thing.key, thing)
            if there is thing:
                things.append(thing)
            elif there.fields == thing.fields:
                says = f"{thing.where} says the same as {there.where}; it was taken once."
                tally.flag(says, row=thing.number)
                if kind := KINDS_OF_LISTS.get(name):
                    tally.count_repeat(kind)
            else:
                tally.row = thing.number
                tally.read += not is_row
                why = f"{there.where} has the id “{thing.id[:80]}” as well; give each its own."
                tally.reject(RowFault(thing.at("id"), thing.id[:80], why))
        return things

    def tell_file(self) -> None:
        """Say what is wrong with the file, or with parts that are no objects."""
        tally = self.at.tally
        tally.places = {}
        tally.row = 0
        tally.read += len(self.file.refused)
        for where, value, why in self.file.refused:
            tally.reject(RowFault(where, value, why))
        for note in self.file.notes:
            tally.flag(note)

    # the walks

    def areas(self, things: list[Thing]) -> None:
        """Leave areas out as records: they are told with what lies in them."""
        for thing in things:
            with self._collect_faults(thing):
                thing.name("name")

    def organizations(self, things: list[Thing]) -> None:
        """Take the bodies, those above first."""

        def build(thing: Thing) -> RowDraft:
            above = self._above(thing, "organizations")
            area = self.ties.name_of(thing, "area", "areas")
            return popolo_bodies.build(thing, self.file, self.home, above, area)

        for level in self._levels(things, "organizations"):
            self._place("organizations", level, build)

    def people(self, things: list[Thing]) -> None:
        """Take the persons."""
        self._place("people", things, lambda each: popolo_people.build(each, self.file, self.home))

    def events(self, things: list[Thing]) -> None:
        """Take the events, those that others are part of first."""

        def build(thing: Thing) -> RowDraft:
            people = [(self.ties.soft(thing, "organization", "organizations", self.at), "")]
            people += [
                (self._attendee(each), each.word("role")) for each in thing.things("attendees")
            ]
            area = self.ties.name_of(thing, "area", "areas")
            above = self._above(thing, "events")
            return popolo_events.build(thing, self.file, area, people, above)

        for level in self._levels(things, "events"):
            self._place("events", level, build)

    def _attendee(self, each: Thing) -> int:
        own, name = each.text("id", "person_id"), each.text("name", "")
        kind, word = ("persons", "person")
        if own and self.ties.is_in(own, "organizations"):
            kind, word = ("organizations", "organization")
        tie = Thing(each.where, {f"{word}_id": own} if own else {word: name})
        found = self.ties.soft(tie, word, kind, self.at)
        for says, (field, value) in tie.remarks.items():
            self.at.tally.flag(says, field, value, row=self.at.tally.row)
        return found

    def posts(self, things: list[Thing]) -> None:
        """Take the posts, as offices of their bodies."""
        for thing in things:
            with self._collect_faults(thing):
                thing.record = popolo_posts.place_post(thing, self.at, self.ties)

    def memberships(self, things: list[Thing]) -> None:
        """Take the memberships, a person's all at once."""
        reported: dict[int, popolo_memberships.Memberships] = {}
        for thing in things:
            with self._collect_faults(thing):
                person, facts = popolo_memberships.read_membership(thing, self.at, self.ties)
                reported.setdefault(person, []).append((thing, facts))
        for person, stays in reported.items():
            popolo_memberships.write_stays(person, stays, self.at)

    # what they share

    def _place(self, kind: str, things: list[Thing], build: Callable[[Thing], RowDraft]) -> None:
        placing = Placing(self.at, kind)
        for start in range(0, len(things), OBJECTS_A_BATCH):
            self._begin_batch()
            drafts: list[tuple[int, RowDraft]] = []
            placed = []
            for thing in things[start : start + OBJECTS_A_BATCH]:
                with self._collect_faults(thing):
                    draft = build(thing)
                    draft.record.marking = read_marking(
                        thing.word("marking"), thing.at("marking"), self.at.desk.ceiling
                    )
                    drafts.append((thing.number, draft))
                    placed.append(thing)
            for thing, record in zip(placed, placing.place_all(drafts), strict=True):
                thing.record = record
                self._flag_same_record(thing, self.became.setdefault(record, thing))
        self._begin_batch()

    def _flag_same_record(self, thing: Thing, first: Thing) -> None:
        if thing is not first and thing.record:
            self.at.tally.flag(
                f"{thing.where} and {first.where} have an identifier or a name in common; they are"
                " one record.",
                row=thing.number,
            )

    @contextmanager
    def _collect_faults(self, thing: Thing) -> Iterator[None]:
        """Turn to an object: a fault refuses it, and its remarks are told."""
        tally = self.at.tally
        tally.row = thing.number
        self.step(1)
        try:
            yield
        except RowFault as fault:
            tally.reject(fault)
        for says, (field, value) in thing.remarks.items():
            tally.flag(says, field, value, row=thing.number)
        thing.remarks.clear()

    def _above(self, thing: Thing, name: str) -> int:
        """Return the record of the object above, 0 for none."""
        above = self.ties.thing(thing, "parent", name)
        if above is not None and not above.record:
            says = "was refused, or stands below this one; it was left out."
            thing.remark(f"{thing.at('parent_id')}: {above.where} {says}")
            return 0
        return self.ties.soft(thing, "parent", name, self.at)

    def _levels(self, things: list[Thing], name: str) -> list[list[Thing]]:
        """Return the objects in levels, the upper first; a circle is cut somewhere."""
        depths: dict[str, int] = {}
        for thing in things:
            path: list[str] = []
            each: Thing | None = thing
            while each is not None and each.key not in depths and each.key not in path:
                path.append(each.key)
                each = self.ties.thing(each, "parent", name)
            depth = depths.get(each.key, -1) if each is not None else -1
            for key in reversed(path):
                depth = depths[key] = depth + 1
        levels: dict[int, list[Thing]] = {}
        for thing in things:
            levels.setdefault(depths[thing.key], []).append(thing)
        return [levels[depth] for depth in sorted(levels)]
