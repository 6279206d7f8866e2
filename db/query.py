"""What the text in the search box asks for: words, phrases and filters. Pure; the box, the command
and saved views all ask it, and it has an answer to any text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Final

from db.errors import Refused
from db.names import fold

NO_LIMIT: Final = 1 << 40  # hits, rows or ids: more than a desk holds, and can be multiplied

LONGEST, MOST = 1000, 32
QUOTES = dict.fromkeys(map(ord, "“”„‟«»＂〝〞"), '"')
NAME = re.compile(r"([^\W\d_][\w-]+):")
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
WORD = re.compile(r'[^\s"]+')
SPACES = re.compile(r"\s+")
DASHES = re.compile(r"-+(?=[^\s-])")


@dataclass(frozen=True, slots=True)
class FilterKind:
    """A filter the box knows; `kind` is text, date, country or choice, `example` a value."""

    name: str
    kind: str
    says: str
    example: str
    aliases: tuple[str, ...] = ()

    @property
    def explanation(self) -> str:
        """What the filter is for, and how it is written."""
        return f"{self.says}, as in {self.name}:{self.example}"


FILTERS = (
    FilterKind("country", "country", "of or with this state", "pk", ("nation", "state")),
    FilterKind(
        "office", "text", "holds or held an office so called", "minister", ("post", "position")
    ),
    FilterKind("party", "text", "this is a party or takes part", "USSM", ("parties", "with")),
    FilterKind("status", "choice", "in-force, signed, held, in-office and the like", "in-force"),
    FilterKind("bound", "text", "an agreement that binds this party", "Austria", ("binds",)),
    FilterKind("in-force", "date", "entered into force in this time", "2003", ("force",)),
    FilterKind("terminated", "date", "ended in this time", "2015..2020", ("ended",)),
    FilterKind("place", "text", "concluded or held at this place", "Geneva", ("where",)),
    FilterKind("depositary", "text", "kept by this depositary", "Switzerland", ("depository",)),
    FilterKind("laterality", "choice", "an agreement of two parties or more", "bilateral"),
    FilterKind("signed", "date", "signed in this time", "2024..2025", ("concluded",)),
    FilterKind("topic", "text", "about this topic", "minerals", ("subject", "about")),
    FilterKind("in", "text", "found in this event, body or source", "call"),
    FilterKind(
        "type", "choice", "the kind of record, agreement, body or event", "visit", ("kind",)
    ),
    FilterKind("tag", "text", "bears this tag", "trade", ("tags",)),
    FilterKind(
        "held", "date", "took place or in office in this time", "2020..2025", ("date", "when")
    ),
    FilterKind("id", "text", "an identifier as scheme:value", "wikidata:Q42", ("identifier",)),
    FilterKind("marking", "choice", "marked so", "restricted", ("marked",)),
    FilterKind(
        "keep-until", "date", "to be kept until a day in this time", "..2026", ("retention",)
    ),
)
KNOWN = {name: kind for kind in FILTERS for name in (kind.name, *kind.aliases)}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; `exact` is a quoted phrase, `prefix` says longer words match too."""

    text: str
    exact: bool = False
    excluded: bool = False
    prefix: bool = True

    def text_of(self) -> str:
        """Return the word as it would be typed."""
        return f"{'-' * self.excluded}{_quote(self.text) if self.exact else self.text}"


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter by its full name; `first` and `last` are ISO days of a date filter, None is open."""

    name: str
    value: str
    excluded: bool = False
    first: str | None = None
    last: str | None = None

    def text_of(self) -> str:
        """Return the filter as it would be typed."""
        value = self.value if WORD.fullmatch(self.value) else _quote(self.value)
        return f"{'-' * self.excluded}{self.name}:{value}"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; `hints` are sentences on what was read otherwise, `text` as typed."""

    words: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()
    hints: tuple[str, ...] = ()
    text: str = ""
    is_exact: bool = False  # only what is spelt so, every word whole

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that everything is shown."""
        return not self.words and not self.filters

    @property
    def has_words(self) -> bool:
        """Whether words are wanted, so that hits fit more or less well; filters only fit or not."""
        return any(not word.excluded for word in self.words)

    def text_of(self) -> str:
        """Return the canonical writing: words, then filters; reads back as the same query."""
        parts: list[Word | Filter] = [*self.words, *self.filters]
        return " ".join(part.text_of() for part in parts)

    def without(self, unwanted: Filter) -> Query:
        """Return the query with one filter dropped, as its chip's cross does."""
        return self._with(tuple(f for f in self.filters if f != unwanted))

    def with_filter(self, wanted: Filter) -> Query:
        """Return the query with a filter more; one that is there already is not doubled."""
        return self if wanted in self.filters else self._with((*self.filters, wanted))

    def _with(self, filters: tuple[Filter, ...]) -> Query:
        changed = replace(self, filters=filters)
        return replace(changed, text=changed.text_of())


@dataclass(slots=True)
class _Reading:
    """Where the parser stands and what it has read so far."""

    text: str
    at: int = 0
    excluded: bool = False  # by a dash in front; lasts to the next space
    words: list[Word] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def hint(self, says: str) -> None:
        if says not in self.hints:
            self.hints.append(says)

    def take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match.group() if match else ""

    def take_phrase(self) -> str:
        """Read from an opening quote to the closing one, or to the end."""
        phrase, closed, _ = self.text[self.at + 1 :].partition('"')
        self.at += len(phrase) + 1 + len(closed)
        if not closed:
            self.hint("A quotation mark is not closed; it was read to the end.")
        return " ".join(phrase.split())


def _quote(text: str) -> str:
    return f'"{text}"'


def _clean(text: str) -> str:
    """Return straight quotes and spaces for lines and tabs, no surrogates nor controls."""
    if not (text.isascii() and text.isprintable()):
        kinds = ((char, unicodedata.category(char)) for char in text)
        text = "".join(
            " " if kind == "Cc" else char
            for char, kind in kinds
            if kind != "Cs" and (kind != "Cc" or char.isspace())
        )
    return text.translate(QUOTES)


def _dates(kind: FilterKind, value: str) -> tuple[str | None, str | None] | None:
    """Return the first and last day of a date filter; None when the value is no date."""
    from db.dates import parse_range  # here, so that a query without dates does not load it

    try:
        first, last = parse_range(value)
    except Refused:
        return None
    return None if first is None and last is None else (first, last)


def _add_filter(reading: _Reading, kind: FilterKind, value: str, excluded: bool) -> None:
    if not value.strip():
        reading.hint(f"“{kind.name}:” waits for a value.")
        return
    days: tuple[str | None, str | None] | None = (None, None)
    if kind.kind == "date":
        days = _dates(kind, value)
    if days is None:
        reading.hint(
            f"“{value[:40]}” is not a date, so “{kind.name}:” was left out; write it as in "
            f"{kind.name}:2025 or {kind.name}:2024..2025."
        )
        return
    found = Filter(kind.name, value, excluded, *days)
    if found not in reading.filters:
        reading.filters.append(found)


def _add_word(reading: _Reading, text: str, exact: bool, excluded: bool) -> None:
    if fold(text):
        reading.words.append(Word(text, exact, excluded, prefix=not exact))
    elif text:
        reading.hint("Signs without letters or digits cannot be searched; they were left out.")


def _read_value(reading: _Reading) -> str:
    if reading.text.startswith('"', reading.at):
        return reading.take_phrase()
    return reading.take(WORD)


def _read_one(reading: _Reading) -> None:
    """Read one word, phrase or filter from where the reading stands, which is no space."""
    if reading.take(DASHES):
        reading.excluded = True
    excluded = reading.excluded
    if reading.text.startswith('"', reading.at):
        _add_word(reading, reading.take_phrase(), True, excluded)
        return
    name = NAME.match(reading.text, reading.at)
    if name is None or ADDRESS.match(reading.text, reading.at):
        _add_word(reading, reading.take(WORD), False, excluded)
        return
    reading.at = name.end()
    kind = KNOWN.get(name[1].casefold())
    if kind is not None:
        _add_filter(reading, kind, _read_value(reading), excluded)
        return
    _add_word(reading, name[1], False, excluded)
    if WORD.match(reading.text, reading.at) or reading.text.startswith('"', reading.at):
        reading.hint(f"There is no filter “{name[1][:40]}:”, so it was searched as words.")


def as_exact(query: Query) -> Query:
    """Return the same query for what is spelt so and no otherwise, every word whole."""
    words = tuple(replace(word, exact=True, prefix=False) for word in query.words)
    return replace(query, words=words, is_exact=True)


def parse_query(text: str) -> Query:
    """Return any text as a query; what could not be read as meant is told in `hints`.

    Words, `"exact words"`, `-word`, `name:value`, `name:"two words"` and `-name:value` with the
    names of `FILTERS`. At most 1,000 characters and 32 words and filters are read.

    >>> [word.text for word in parse_query("Field Marshal Munir").words]
    ['Field', 'Marshal', 'Munir']
    >>> parse_query('dar -"Ishaq Khan" country:pk').text_of()
    'dar -"Ishaq Khan" country:pk'
    >>> parse_query("colour:red").hints
    ('There is no filter “colour:”, so it was searched as words.',)
    >>> parse_query("at 10:30").words[1].text, parse_query("").is_empty
    ('10:30', True)
    """
    reading = _Reading(_clean(text[:LONGEST]))
    cut = len(text) > LONGEST
    while True:
        if reading.take(SPACES):
            reading.excluded = False
        if reading.at >= len(reading.text):
            break
        if len(reading.words) + len(reading.filters) >= MOST:
            cut = True
            break
        _read_one(reading)
    if cut:
        reading.hint(f"Only the first {LONGEST:,} characters and {MOST} words were searched.")
    return Query(tuple(reading.words), tuple(reading.filters), tuple(reading.hints), text)
