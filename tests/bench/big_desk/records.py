"""The records of a made desk: bodies with offices, people with tenures, agreements, events."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from random import Random

from db.names import NameParts, collation_key, fold, script_of, sort_parts, without_article
from db.names.phonetics.phonetic_keys import phonetic_key
from db.storage.row_mapping import DateValues
from db.vocabulary.countries import country_name, country_names
from tests.bench.big_desk import titles
from tests.bench.big_desk.dates import NOTHING, made_date
from tests.bench.big_desk.names import MadeName, Namer
from tests.bench.big_desk.tables import Tables

SHARES = {"organization": 10, "person": 60, "agreement": 10, "event": 20}  # of a hundred
MARKING_SHARES = (93, 4, 2, 1)
_MARKINGS = tuple(level for level, share in enumerate(MARKING_SHARES) for _ in range(share))
NOTABLE = 20  # every so many-th person is named by events

_skeleton = lru_cache(maxsize=1 << 16)(phonetic_key)
_script = lru_cache(maxsize=1 << 16)(script_of)


class Made:
    """Makes records by the number; the same seed makes the same desk."""

    def __init__(self, tables: Tables, seed: int) -> None:
        self._add = tables.add
        self._own = tables.add_own
        self._random = Random(seed)
        self._namer = Namer(self._random)
        self._stamp = 0
        self._countries = sorted(country_names())
        self._states: dict[str, tuple[int, str]] = {}
        self._bodies: list[tuple[int, str]] = []
        self._notable: list[tuple[int, str]] = []
        self._offices: list[int] = []
        self._sources: list[int] = []
        self._tags = [self._add("tag", text) for text in titles.TOPICS]

    def make(self, size: int, progress: Callable[[int], None]) -> None:
        """So many records, three sources to a thousand of them; `progress` is told how many."""
        for _ in range(max(3, size * 3 // 1000)):
            self._sources.append(self._source())
        makers = {
            "organization": self._organization,
            "person": self._person,
            "agreement": self._agreement,
            "event": self._event,
        }
        done = 0
        for kind, share in SHARES.items():
            for number in range(size * share // 100):
                makers[kind](number)
                done += 1
                if done % 10_000 == 0:
                    progress(done)

    # what every kind has

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _uid(self) -> str:
        """A UUIDv7 (RFC 9562) whose time only counts up, so that desks of one seed are alike."""
        self._stamp += 1
        low = self._random.getrandbits(62)
        text = f"{0x018F00000000 + self._stamp // 64:012x}7{self._stamp % 64:03x}8{low:015x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:32]}"

    def _marking(self) -> int:
        return _MARKINGS[int(self._random.random() * len(_MARKINGS))]

    def _date(self, first: int, last: int, share: float = 1.0) -> DateValues:
        return made_date(self._random, first, last) if self._chance(share) else NOTHING

    def _record(
        self, kind: str, title: str, form: str, country: str, date: DateValues, marking: int
    ) -> int:
        """Write a record that is sorted by `form`."""
        checked = f"2025-{self._random.randint(1, 9):02}-12" if self._chance(0.5) else None
        day = date[1] or date[2]
        keys = (fold(form), collation_key(form))
        return self._add("record", self._uid(), kind, title, *keys, marking, country, day, checked)

    def _name(self, key: int, position: int, kind: str, text: str, language: str = "") -> None:
        script = _script(text)
        self._add("name", key, position, kind, text, language, script, fold(text), _skeleton(text))

    def _extras(self, key: int) -> None:
        fill, pick = self._namer.fill, self._random.choice
        if self._chance(0.05):
            date = self._date(2020, 2025)
            self._add("note", key, fill(pick(titles.NOTES)), "desk", self._marking(), *date)
        if self._chance(0.08):
            passage = fill(pick(titles.PASSAGES))
            self._add("citation", key, pick(self._sources), passage, "confirmed")
        if self._chance(0.08):
            self._add("record_tag", key, pick(self._tags))

    def _source(self) -> int:
        title = self._namer.fill("{place} talks on {subject}")
        publisher = self._namer.fill(self._random.choice(titles.PUBLISHERS))
        date = self._date(1990, 2025)
        return self._add("source", self._uid(), title, publisher, "", self._marking(), *date)

    # bodies

    def _organization(self, number: int) -> None:
        if number < len(self._countries):
            self._state(self._countries[number])
            return
        country = self._random.choice(self._countries[:number])
        kind = self._random.choice(tuple(titles.BODIES))
        forms, offices = titles.BODIES[kind]
        name = country_name(country)
        title = self._namer.fill(self._random.choice(forms), country=name)
        acronym = "".join(word[0] for word in title.split() if word[0].isupper())
        key = self._body(title, kind, acronym, country)
        self._add("parent", key, self._states[country][0])
        for place, office in enumerate(offices[: self._random.randint(0, len(offices))]):
            self._office(key, place, self._namer.fill(office))
        self._extras(key)

    def _state(self, country: str) -> None:
        title = country_name(country)
        key = self._body(title, "state", country.upper(), country, share=0.2)
        self._states[country] = (key, title)
        for place, office in enumerate(titles.STATE_OFFICES):
            self._office(key, place, office)

    def _body(self, title: str, kind: str, acronym: str, country: str, share: float = 0.6) -> int:
        date = self._date(1820, 2020, share)
        marking = self._marking() if kind != "state" else 0
        key = self._record("organization", title, without_article(title), country, date, marking)
        self._own("organization", key, kind, acronym, *date)
        self._name(key, 0, "primary", title)
        self._bodies.append((key, title))
        return key

    def _office(self, key: int, place: int, title: str) -> None:
        made = self._add("office", key, place, self._uid(), title, fold(title), place + 1)
        self._offices.append(made)

    # people

    def _person(self, number: int) -> None:
        name = self._namer.person()
        born = self._date(1930, 1995, 0.5)
        parts = NameParts(name.given, name.family, "", name.order)
        sort = sort_parts(parts, country=name.country)
        key = self._record("person", name.text, sort, name.country, born, self._marking())
        life = self._random.choice(titles.BIOGRAPHIES) if self._chance(0.15) else ""
        gender = self._random.choice(("female", "male", ""))
        biography = self._namer.fill(life) if life else ""
        self._own("person", key, name.given, name.family, name.order, gender, biography, *born)
        self._names(key, name)
        for place in range(self._random.choice((0, 0, 1, 1, 1, 2, 3))):
            self._tenure(key, place)
        if self._chance(0.05):
            rank, service = self._random.choice(titles.RANKS)
            self._add("rank", key, rank, service, *self._date(2000, 2024))
        if self._chance(0.25):
            self._contact(key, name)
        self._extras(key)
        if number % NOTABLE == 0:
            self._notable.append((key, name.text))

    def _names(self, key: int, name: MadeName) -> None:
        self._name(key, 0, "primary", name.text)
        if name.native:
            self._name(key, 1, "native", name.native, name.language)
        if self._chance(0.06):
            place = 2 if name.native else 1
            self._name(key, place, "alias", f"{name.given[0]}. {name.family}")

    def _tenure(self, key: int, place: int) -> None:
        since = self._date(1980, 2024, 0.9)
        ended = self._chance(0.5) and since[2] is not None
        until = self._date(int((since[2] or "2024")[:4]) + 1, 2026) if ended else NOTHING
        state = "ended" if ended else self._random.choice(("ongoing", "ongoing", "unknown"))
        office = self._random.choice(self._offices)
        acting = int(self._chance(0.03))
        self._add("tenure", key, place, self._uid(), office, acting, state, *since, *until)

    def _contact(self, key: int, name: MadeName) -> None:
        if self._chance(0.5):
            self._add("contact", key, "phone", f"+{self._random.randint(10**9, 10**11)}")
        else:
            family = fold(name.family).replace(" ", "")
            self._add("contact", key, "email", f"{family}@{name.country}.example")

    # agreements and events

    def _agreement(self, number: int) -> None:
        pick = self._random.choice
        first, second = pick(self._bodies), pick(self._bodies)
        kind = pick(tuple(titles.AGREEMENTS))
        title = self._namer.fill(titles.AGREEMENTS[kind], first=first[1], second=second[1])
        date = self._date(1950, 2025, 0.95)
        country = pick(self._countries)
        marking = self._marking()
        key = self._record("agreement", title, without_article(title), country, date, marking)
        reference = f"{country.upper()}-{number:06}" if self._chance(0.3) else ""
        stage = "" if date[0] else pick(("announced", "negotiating", "planned"))
        place = self._namer.place()
        summary = self._namer.fill(pick(titles.OUTCOMES)) if self._chance(0.3) else ""
        force = date if self._chance(0.5) else NOTHING
        self._own("agreement", key, kind, reference, stage, place, summary, *date, *force)
        for position, (who, _) in enumerate(dict.fromkeys((first, second))):
            party = self._add("party", key, who, position)
            if date[0]:
                self._add("party_action", key, party, "signed", *date)
        if self._chance(0.15):
            number_text = str(self._random.randint(1, 900) * 1_000_000)
            self._add("amount", key, number_text, pick(("USD", "EUR", "CNY")), "about", "announced")
        self._extras(key)

    def _event(self, _number: int) -> None:
        pick = self._random.choice
        first, second = pick(self._notable), pick(self._notable)
        kind = pick(tuple(titles.EVENTS))
        title = self._namer.fill(titles.EVENTS[kind], first=first[1], second=second[1])
        date = self._date(1960, 2026)
        country = pick(self._countries)
        key = self._record("event", title, without_article(title), country, date, self._marking())
        outcome = self._namer.fill(pick(titles.OUTCOMES)) if self._chance(0.4) else ""
        place, channel = self._namer.place(), titles.CHANNELS.get(kind, "")
        self._own("event", key, kind, place, channel, pick(("held", "reported")), outcome, *date)
        taking_part = dict.fromkeys((first, second, pick(self._bodies)))
        for position, (who, _) in enumerate(taking_part):
            role = "principal" if position < 2 else "delegation"
            self._add("participant", key, who, position, role)
        self._extras(key)
