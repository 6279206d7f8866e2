"""What a row names, as records: by identifier, by name, a country as its state, a post in a body.

The builders of rows ask it. What is looked up is kept for the batch; nothing is guessed: where a
name fits several records the row says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from db.changes.naming import complete_name, give_parts
from db.changes.removing import raise_version
from db.changes.unit_of_work import Work, now
from db.changes.writing import add_topic, derive_name
from db.exchange.mapping.global_ids import GLOBAL
from db.exchange.mapping.row_values import Value
from db.exchange.placing.new_rows import insert_citation, insert_identifier, insert_new
from db.exchange.placing.tally import RowFault, Tally
from db.lens import shows
from db.names import fold, sort_title, split_titles
from db.record_types import Identifier, Organization, Person, Record, Ref
from db.storage.id_lists import LISTED, listed
from db.storage.stored_records import select_rows
from db.storage.uid import new_uids
from db.vocabulary.countries import country_code, country_name

PEOPLE, ORGANIZATIONS, AGREEMENTS = "people", "organizations", "agreements"
SINGULAR = {PEOPLE: "person", ORGANIZATIONS: "organization", AGREEMENTS: "agreement"}
SINGULAR["events"] = "event"
MAX_KEPT_NAMES = 50_000


class Match(NamedTuple):
    """A record that a name or an identifier leads to."""

    id: int
    title: str
    country: str
    kind: str


_NOTHING: list[Match] = []  # of a name without a letter, which finds nobody


def name_key(kind: str, text: str) -> str:
    """Return what names of a kind are compared by."""
    return sort_title(text) if kind == "agreement" else fold(text)


class RecordResolver:
    """The desk as an import sees it: finds what rows name and makes what is missing."""

    def __init__(self, work: Work, tally: Tally, source_id: int, ceiling: int) -> None:
        self.work = work
        self.tally = tally
        self.source_id = source_id
        self.ceiling = ceiling
        self._names: dict[tuple[str, str], list[Match]] = {}
        # Of these, those that no row with an identifier of the list has made: another such row
        # may mean them.
        self._strangers: dict[tuple[str, str], list[Match]] = {}
        self._identifiers: dict[tuple[str, str], list[Match]] = {}
        self._states: dict[str, int] = {}
        self._state_refs: dict[str, Ref] = {}  # by the texts that name them
        self.stamp = now()
        self.uids = new_uids()
        self._answers: dict[tuple[str, ...], int] = {}
        # Identifiers of records that this import made: all there are, for no other way adds any.
        self._ids_of_made: dict[int, list[tuple[str, str]]] = {}
        self._ids_of_batch: dict[int, list[tuple[str, str]]] = {}  # that old records got in it
        self._ids_before: dict[int, list[tuple[str, str]]] = {}  # those that lay there before it
        # Titles of records made in this batch: nothing hangs on them.
        self.fresh: dict[int, str] = {}

    # a batch of rows begins

    def begin(self) -> None:
        """Have everything written that later look-ups must find; forget what was looked up."""
        self.work.flush_rows()
        self.stamp = now()
        self.fresh.clear()
        self._ids_of_batch.clear()
        self._ids_before.clear()
        for cache in (self._identifiers, self._answers, self._ids_of_made):
            if len(cache) > MAX_KEPT_NAMES:
                cache.clear()
        if len(self._names) > MAX_KEPT_NAMES:
            self._names.clear()
            self._strangers.clear()

    def look_up_names(self, kind: str, texts: Iterable[str]) -> None:
        """Find many names of one kind at once."""
        self._look_up_keys(kind, {name_key(kind, text) for text in texts} - {""})

    def _look_up_keys(self, kind: str, wanted: set[str]) -> None:
        missing = [key for key in wanted if (kind, key) not in self._names]
        for key in missing:
            self._names[kind, key] = []
            self._strangers[kind, key] = []
        for key, found in self._matches_by_name(kind, missing):
            self._names[kind, key].append(found)
            self._strangers[kind, key].append(found)

    def look_up_search_forms(self, kind: str, search_forms: Iterable[str]) -> None:
        """Find the records of many names at once."""
        self._look_up_keys(kind, {*search_forms} - {""})

    def same_name(self, kind: str, search_form: str) -> list[Match]:
        """Return the records of a name that was looked up; those made meanwhile join them."""
        return self._names.get((kind, search_form), _NOTHING)

    def strangers(self, kind: str, search_form: str) -> list[Match]:
        """Return the same without those that rows with an identifier of the list have made."""
        return self._strangers.get((kind, search_form), _NOTHING)

    def _matches_by_name(self, kind: str, keys: Sequence[str]) -> Iterator[tuple[str, Match]]:
        if kind == "agreement":
            statement = (
                "SELECT sort_title, id, title, country, kind FROM record"
                f" WHERE sort_title IN ({LISTED}) AND kind = 'agreement' AND kind = ?"
                f" AND {shows('marking')}"
            )
        else:
            statement = (
                "SELECT n.folded, r.id, r.title, r.country, r.kind FROM"
                " (SELECT DISTINCT folded, record_id FROM name"
                f" WHERE folded IN ({LISTED})) n"
                " JOIN record r ON r.id = n.record_id"
                f" WHERE r.kind = ? AND {shows('r.marking')}"
            )
        for key, *found in self.work.sql.rows(statement, (listed(keys), kind, self.ceiling)):
            yield key, Match(*found)

    def look_up_identifiers(self, keys: Iterable[tuple[str, str]]) -> None:
        """Find many identifiers at once."""
        by_scheme: dict[str, list[str]] = {}
        for scheme, value in keys:
            if (scheme, value) not in self._identifiers:
                self._identifiers[scheme, value] = []
                by_scheme.setdefault(scheme, []).append(value)
        for scheme, values in by_scheme.items():
            for value, *found in self.work.sql.rows(
                "SELECT i.value, r.id, r.title, r.country, r.kind FROM identifier i"
                " JOIN record r ON r.id = i.record_id"
                f" WHERE i.value IN ({LISTED})"
                f" AND i.scheme = ? AND i.about = '' AND {shows('r.marking')}",
                (listed(values), scheme, self.ceiling),
            ):
                self._identifiers[scheme, value].append(Match(*found))
            if scheme == GLOBAL:
                self._look_up_uids(values)

    def _look_up_uids(self, values: Sequence[str]) -> None:
        """Find the records whose own identity a file gives: it was exported from this desk."""
        for value, *found in self.work.sql.rows(
            "SELECT uid, id, title, country, kind FROM record"
            f" WHERE uid IN ({LISTED}) AND {shows('marking')}",
            (listed(values), self.ceiling),
        ):
            self._identifiers[GLOBAL, value].append(Match(*found))

    def look_up_identifiers_of(self, ids: Iterable[int]) -> None:
        """Find the identifiers of many records at once."""
        wanted = set(ids) - self._ids_of_made.keys() - self._ids_before.keys()
        if not wanted:
            return
        self._ids_before.update((key, []) for key in wanted)
        for key, scheme, value in self.work.sql.rows(
            "SELECT record_id, scheme, value FROM identifier"
            f" WHERE record_id IN ({LISTED}) AND about = ''",
            (listed(wanted),),
        ):
            self._ids_before[key].append((scheme, value))

    # looking up

    def has_made(self, record_id: int) -> bool:
        """Say whether this import made a record and knows its identifiers."""
        return record_id in self._ids_of_made

    def find_by_name(self, kind: str, text: str) -> list[Match]:
        """Return the records of a kind with this name, main or other."""
        key = (kind, name_key(kind, text))
        if key not in self._names:
            self.look_up_names(kind, [text])
        return self._names.get(key, [])

    def names_above(self, name: str, country: str) -> list[str]:
        """Return the names of those that a body of this name stands under on the desk."""
        found = self.find_by_name("organization", name)
        ids = [each.id for each in found if not country or each.country in ("", country)]
        rows = self.work.sql.rows(
            "SELECT r.title FROM parent p JOIN record r ON r.id = p.parent_id"
            " WHERE p.record_id IN (SELECT value FROM json_each(?))",
            (listed(ids),),
        )
        return [row[0] for row in rows]

    def find_by_identifier(self, kind: str, scheme: str, value: str) -> Match | None:
        """Return the record of a kind with this identifier."""
        ids = self._identifiers.get((scheme, value))
        if ids is None:
            self.look_up_identifiers([(scheme, value)])
            ids = self._identifiers[scheme, value]
        for found in ids:
            if found.kind == kind:
                return found
        return None

    def other_identifier(self, record_id: int, scheme: str, value: str) -> bool:
        """Say whether a record is known under another identifier of the same scheme."""
        keys = self._ids_of_made.get(record_id)
        if keys is not None:
            return any(known == scheme and other != value for known, other in keys)
        if record_id not in self._ids_before:
            self.look_up_identifiers_of([record_id])
        known = (*self._ids_of_batch.get(record_id, ()), *self._ids_before.get(record_id, ()))
        return any(known_scheme == scheme and other != value for known_scheme, other in known)

    # making

    def remember(self, record: Record) -> Match:
        """Let later rows of the batch find a record that was just made."""
        kind = record.KIND
        found = Match(record.id, record.title, record.country, kind)
        self._remember_name(found, name_key(kind, record.title))
        for name in record.names:
            self._remember_name(found, name_key(kind, name.text))
        keys = [(each.scheme, each.value) for each in record.identifiers]
        self._ids_of_made[record.id] = keys
        for key in keys:
            self._identifiers.setdefault(key, []).append(found)
        return found

    def _remember_name(self, found: Match, search_form: str) -> None:
        for known in (self._names, self._strangers):
            same_name = known.get((found.kind, search_form))
            if same_name is not None and found not in same_name[-1:]:
                same_name.append(found)

    def remember_ready(self, found: Match, search_form: str, key: tuple[str, str]) -> None:
        """Do the same for a person of a row with an identifier of the list."""
        same_name = self._names.get((found.kind, search_form))
        if same_name is not None:
            same_name.append(found)
        self._ids_of_made[found.id] = [key]
        self._identifiers.setdefault(key, []).append(found)

    def make(self, kind: str, record: Record) -> int:
        """Return a new record that cites the file; `kind` is counted in the plural."""
        complete_name(record)
        insert_new(self.work, record, self.stamp)
        self.cite(record.id, "", 0)
        self.fresh[record.id] = record.title
        self.tally.count_created(kind, record.id)
        self.tally.count_split_name(record)
        self.look_up_names(record.KIND, [record.title])
        self.remember(record)
        return record.id

    def cite(self, record_id: int, field: str, place: int) -> None:
        """Say that a record, or the part of it named by `field`, is from the present row."""
        passage = self.tally.where
        insert_citation(self.work, record_id, place, self.source_id, field, passage)

    def identify(self, record_id: int, scheme: str, value: str, about: str = "") -> None:
        """Give a record, or a part of it, an identifier."""
        if not about:
            self.note_identifier(record_id, scheme, value)
        insert_identifier(self.work, record_id, scheme, value, about)

    def note_identifier(self, record_id: int, scheme: str, value: str) -> None:
        """Note an identifier that a record has got."""
        keys = self._ids_of_made.get(record_id)
        if keys is None:
            keys = self._ids_of_batch.setdefault(record_id, [])
        keys.append((scheme, value))

    def replace_identifier(self, record: Record, scheme: str, value: str) -> bool:
        """Change the value of a record's only identifier of a scheme; say whether it was."""
        own = [each for each in record.identifiers if each.scheme == scheme and not each.about]
        if len(own) != 1 or own[0].value == value:
            return False
        before = own[0].value
        self.work.update(
            "identifier", {"id": own[0].id, "value": before}, {"value": value}, record.id
        )
        own[0].value = value
        found = self._identifiers.pop((scheme, before), [])
        self._identifiers[scheme, value] = found or [
            Match(record.id, record.title, record.country, record.KIND)
        ]
        return True

    def add_topic(self, record_id: int, text: str) -> None:
        """Give a record a topic."""
        add_topic(self.work, text, record_id)

    def write_main_name(self, record: Record) -> None:
        """Bring the row of the main name in step with the record's title."""
        rows = select_rows(self.work.sql, "name", "record_id=? AND kind='primary'", (record.id,))
        for before in rows:
            after = {"text": record.title, "script": ""}
            derive_name(after)
            self.work.update("name", before, after, record.id)

    def note_change(self, record_id: int, kind: str) -> None:
        """Note that a record of the desk has got something new."""
        if record_id not in self.work.records:
            raise_version(self.work, record_id, kind)

    # references

    def state(self, code: str, identifier: tuple[str, str] | None = None) -> int:
        """Return the state with this country code, made when it is missing."""
        key = self._states.get(code)
        if key is None:
            key = self.work.sql.value(
                "SELECT r.id FROM record r JOIN organization o ON o.id = r.id"
                " WHERE r.kind='organization' AND r.country=? AND o.kind='state'"
                f" AND {shows('r.marking')} ORDER BY r.id LIMIT 1",
                (code, self.ceiling),
            )
            if key is None:
                state = Organization(title=country_name(code), country=code, kind="state")
                key = self.make(ORGANIZATIONS, state)
            self._states[code] = key
        if identifier is not None:
            self._attach(key, "organization", identifier)
        return key

    def _attach(self, record_id: int, kind: str, identifier: tuple[str, str]) -> None:
        if self.find_by_identifier(kind, *identifier) is None:
            if not self.other_identifier(record_id, *identifier):
                self.identify(record_id, *identifier)
                self.note_change(record_id, kind)
            found = Match(record_id, "", "", kind)
            self._identifiers.setdefault(identifier, []).append(found)

    def country(self, value: Value) -> int:
        """Return what a cell of countries names: a state, or a body where it is no country.

        Raises RowFault when several bodies are called so.
        """
        identifier = (value.scheme, value.identifier) if value.identifier and value.scheme else None
        if value.by != "id" and (code := country_code(value.text)):
            return self.state(code, identifier)
        return self.reference(ORGANIZATIONS, value._replace(create=True))

    def state_ref(self, value: Value) -> Ref | None:
        """Return the state that a cell names by a word or a code alone, None for anything else:
        lists of treaties name the same ones again and again.
        """
        if value.by == "id" or value.identifier:
            return None
        found = self._state_refs.get(value.text)
        if found is None and (code := country_code(value.text)):
            found = Ref(self.state(code))
            if len(self._state_refs) < MAX_KEPT_NAMES:
                self._state_refs[value.text] = found
        return found

    def agreement_at(self, value: Value, scheme: str) -> int | None:
        """Return the agreement that a cell names by identifier or title; None unless just one."""
        found = self.find_by_identifier("agreement", value.scheme or scheme, value.text.strip())
        if found is not None:
            return found.id
        matches = self.find_by_name("agreement", value.text)
        return matches[0].id if len(matches) == 1 else None

    def reference(self, kind: str, value: Value, country: str = "", column: str = "") -> int:
        """Return the record that a cell names; raise RowFault unless there is just one."""
        key = (kind, value.text, value.identifier or "", value.scheme or "", country)
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = self._reference(kind, value, country, column)
        return known

    def _reference(self, kind: str, value: Value, country: str, column: str) -> int:
        singular = SINGULAR[kind]
        column = value.column or column
        scheme = value.scheme or ""
        if value.by == "id":
            found = self.find_by_identifier(singular, scheme, value.text)
            if found is None:
                raise RowFault(
                    column, value.text,
                    f"No {singular} with the identifier “{value.text}” of {scheme} is on the desk;"
                    " import it first.",
                )  # fmt: skip
            return found.id
        identifier = (scheme, value.identifier) if value.identifier and scheme else None
        if identifier and (found := self.find_by_identifier(singular, *identifier)):
            return found.id
        text = split_titles(value.text).name if singular == "person" else value.text
        fitting = self.fitting(singular, text, country, identifier)
        if len(fitting) > 1:
            raise RowFault(
                column, value.text,
                f"{len(fitting)} {kind} are called “{text}”; give an identifier.",
            )  # fmt: skip
        if fitting:
            if identifier:
                self._attach(fitting[0].id, singular, identifier)
            return fitting[0].id
        if kind == ORGANIZATIONS and (code := country_code(text)):
            return self.state(code, identifier)
        if not value.create:
            raise RowFault(
                column, value.text,
                f"No {singular} called “{text}” is on the desk; add it first, or allow it to be"
                " made with create = true.",
            )  # fmt: skip
        return self._make_record(kind, value, country, identifier)

    def fitting(
        self, singular: str, text: str, country: str, identifier: tuple[str, str] | None
    ) -> list[Match]:
        """Return the records of a name that a row may mean: of no other country or identifier."""
        candidates = self.find_by_name(singular, text)
        if len(candidates) > 1 and country:
            candidates = [
                each for each in candidates if each.country in ("", country)
            ] or candidates
            candidates = [each for each in candidates if each.country == country] or candidates
        if identifier:
            candidates = [
                each for each in candidates if not self.other_identifier(each.id, *identifier)
            ]
        return candidates

    def _make_record(
        self, kind: str, value: Value, country: str, identifier: tuple[str, str] | None
    ) -> int:
        record: Record
        text = value.text
        if kind == PEOPLE:
            titled = split_titles(text)
            person = Person(
                title=titled.name,
                country=country,
                honorific=" ".join(titled.honorifics),
                post_nominals=", ".join(titled.post_nominals),
            )
            if value.family:
                give_parts(person, "", value.family)
            record = person
        elif kind == ORGANIZATIONS:
            record = Organization(title=text, country=country)
        else:
            raise RowFault("", text, f"The {SINGULAR[kind]} “{text}” is not on the desk.")
        if identifier:
            record.identifiers = [Identifier(scheme=identifier[0], value=identifier[1])]
        return self.make(kind, record)
