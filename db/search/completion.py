"""How the word that is being typed in the search box may go on: filter names and their values.

The window asks it in the lane at every key. Values come from the word lists and from what the desk
holds below the lens's ceiling; every statement is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from db.dates.days import day_of
from db.lens import Lens, shows
from db.lists.status import STATUSES
from db.names import fold
from db.query import DASHES, FILTERS, KNOWN, NAME, QUOTES, WORD, Query, parse_query
from db.storage.engine import Sql
from db.vocabulary.choices import MARKINGS, choices
from db.vocabulary.countries import country_code, country_names

MAX_COMPLETIONS = 9  # ways to go on at most
MIN_FILTER_LETTERS = 3  # letters of a word from which on it may be a filter's name
KINDS_OF = ("organization.kind", "agreement.kind", "event.kind")
Value = tuple[str, str]  # what is put in, and what says more of it


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on: `text` takes the place of what is typed from `start` to `end`."""

    text: str
    says: str
    start: int
    end: int
    is_value: bool = True  # of a filter that is named already

    def put_in(self, typed: str) -> tuple[str, int]:
        """Return the whole text with it, and where the cursor then stands.

        >>> Completion("country:pk", "Pakistan", 4, 14).put_in("dar country:pa x")
        ('dar country:pk x', 14)
        """
        rest = typed[self.end :]
        goes_on = self.text if not self.is_value or rest.startswith(" ") else f"{self.text} "
        return typed[: self.start] + goes_on + rest, self.start + len(goes_on)


def word_at(text: str, cursor: int) -> tuple[int, str]:
    """Return the word before the cursor with its place; a quoted value belongs to its word.

    >>> word_at("dar country:pa", 14), word_at('office:"chief of', 16), word_at("dar ", 4)
    ((4, 'country:pa'), (0, 'office:"chief of'), (4, ''))
    """
    start, is_quoted = 0, False
    for at, char in enumerate(text[:cursor]):
        if char == '"':
            is_quoted = not is_quoted
        elif char.isspace() and not is_quoted:
            start = at + 1
    return start, text[start:cursor]


def completions(
    sql: Sql, text: str, cursor: int, lens: Lens, titles: TitlesFor
) -> list[Completion]:
    """Return the ways to go on, best first; none inside a word.

    `titles` finds the titles of records of a kind by what they begin with.
    """
    text = text.translate(QUOTES)
    start, word = word_at(text, cursor)
    if text[cursor : cursor + 1].strip():
        return []
    dash = DASHES.match(word)
    dashes = dash.group() if dash else ""
    bare = word[len(dashes) :]
    typed_name = NAME.match(bare)
    if typed_name is None:
        return [
            Completion(f"{dashes[:1]}{name}:", says, start, cursor, is_value=False)
            for name, says in _names(bare)
        ]
    kind = KNOWN.get(typed_name[1].casefold())
    if kind is None:
        return []
    value = bare[typed_name.end() :].strip('"')
    found = VALUES[kind.name](sql, value, lens, titles)
    typed = f"{dashes[:1]}{kind.name}:"
    ways = [Completion(f"{typed}{_quote(each)}", says, start, cursor) for each, says in found]
    return [way for way in ways if way.text != word][
        :MAX_COMPLETIONS
    ]  # what is typed out needs no more


TitlesFor = Callable[[str, str], Sequence[str]]
Values = Callable[[Sql, str, Lens, TitlesFor], list[Value]]


def _names(typed: str) -> list[Value]:
    """Return filters whose names, or other names, begin so; all of them after a colon alone."""
    colon, plain = typed[:1] == ":", typed.casefold().removeprefix(":")
    if len(plain) < MIN_FILTER_LETTERS and not colon:
        return []
    return [
        (kind.name, kind.explanation)
        for kind in FILTERS
        if any(name.startswith(plain) for name in (kind.name, *kind.aliases))
    ]


def _quote(value: str) -> str:
    plain = value.replace('"', "")
    return plain if WORD.fullmatch(plain) else f'"{plain}"'


def _fitting(typed: str, words: Iterable[Value]) -> list[Value]:
    """Return those of which a word begins as is typed, those that begin so themselves first."""
    wanted = fold(typed)
    rated = [
        (not folded.startswith(wanted), place, each)
        for place, each in enumerate(words)
        if f" {(folded := fold(each[1] or each[0]))}".find(f" {wanted}") >= 0
        or fold(each[0]).startswith(wanted)
    ]
    return [each for _, _, each in sorted(rated)]


def _country(_sql: Sql, typed: str, _lens: Lens, _titles: TitlesFor) -> list[Value]:
    if not fold(typed):
        return []
    code, names = country_code(typed), country_names()  # also “usa”, “britain”, “burma”
    known = {code: names[code]} if code in names and len(typed) >= MIN_FILTER_LETTERS else {}
    return list((known | dict(_fitting(typed, names.items()))).items())


def _status(_sql: Sql, typed: str, _lens: Lens, _titles: TitlesFor) -> list[Value]:
    words = dict.fromkeys((*STATUSES, *filter(None, choices("event.status")), "in office"))
    return _fitting(typed.replace("-", " "), ((word.replace(" ", "-"), "") for word in words))


def _type(_sql: Sql, typed: str, _lens: Lens, _titles: TitlesFor) -> list[Value]:
    words = dict.fromkeys(word for path in KINDS_OF for word in choices(path))
    return _fitting(typed, ((word, "") for word in words))


def _laterality(_sql: Sql, typed: str, _lens: Lens, _titles: TitlesFor) -> list[Value]:
    words = filter(None, choices("agreement.laterality"))
    return _fitting(typed, ((word, "") for word in words))


def _marking(_sql: Sql, typed: str, lens: Lens, _titles: TitlesFor) -> list[Value]:
    return _fitting(typed, ((word, "") for word in MARKINGS[: lens.ceiling + 1]))


def _topic(sql: Sql, typed: str, lens: Lens, _titles: TitlesFor) -> list[Value]:
    rows = sql.rows(
        "SELECT t.text FROM tag t WHERE instr(' ' || fold(t.text), ' ' || ?) AND EXISTS"
        " (SELECT 1 FROM record_tag rt JOIN record r ON r.id = rt.record_id"
        f" WHERE rt.tag_id = t.id AND {shows('r.marking')}) LIMIT ?",
        (fold(typed), lens.ceiling, MAX_COMPLETIONS),
    )
    return _fitting(typed, ((text, "") for (text,) in rows))


def _office(sql: Sql, typed: str, lens: Lens, _titles: TitlesFor) -> list[Value]:
    """Return titles of offices: those that begin so by their index, and only then others."""
    wanted = fold(typed)
    if not wanted:
        return []
    condition = (
        " AND EXISTS (SELECT 1 FROM record r WHERE r.id = o.record_id"
        f" AND {shows('r.marking')})"
        " GROUP BY o.folded LIMIT ?"
    )
    rows = sql.rows(
        f"SELECT o.title FROM office o WHERE o.folded >= ? AND o.folded < ?{condition}",
        (wanted, f"{wanted}\U0010ffff", lens.ceiling, MAX_COMPLETIONS),
    )
    if len(rows) < MAX_COMPLETIONS:
        rows += sql.rows(
            f"SELECT o.title FROM office o WHERE o.folded LIKE ?{condition}",
            (f"% {wanted}%", lens.ceiling, MAX_COMPLETIONS - len(rows)),
        )
    return [(title, "") for title in dict.fromkeys(row[0] for row in rows)]


def _party(_sql: Sql, typed: str, _lens: Lens, titles: TitlesFor) -> list[Value]:
    return [(title, "") for title in titles("organization", typed)]


def _in(_sql: Sql, typed: str, _lens: Lens, titles_by_text: TitlesFor) -> list[Value]:
    kinds = _fitting(typed, ((word, "") for word in choices("event.kind")))
    titles = (
        [*titles_by_text("event", typed), *titles_by_text("organization", typed)]
        if fold(typed)
        else []
    )
    return [*kinds[: MAX_COMPLETIONS // 2], *((title, "") for title in titles)]


def _date(_sql: Sql, typed: str, lens: Lens, _titles: TitlesFor) -> list[Value]:
    """Offer this year and the last ones, whole and up to now."""
    year = day_of(lens.as_of)[0]
    years = [str(year - back) for back in range(4)]
    spans = [f"{first}..{year}" for first in years[1:]]
    return [(word, "") for word in (*years, *spans) if word.startswith(typed)]


def _until(_sql: Sql, typed: str, lens: Lens, _titles: TitlesFor) -> list[Value]:
    """Offer what is due by the end of this year, and the years to come."""
    year = day_of(lens.as_of)[0]
    years = [f"..{year}", *(str(year + ahead) for ahead in range(4))]
    return [(word, "") for word in years if word.startswith(typed)]


def _nothing(_sql: Sql, _typed: str, _lens: Lens, _titles: TitlesFor) -> list[Value]:
    return []


VALUES: dict[str, Values] = {
    "country": _country,
    "office": _office,
    "party": _party,
    "status": _status,
    "bound": _party,
    "in-force": _date,
    "terminated": _date,
    "place": _nothing,
    "depositary": _nothing,
    "laterality": _laterality,
    "signed": _date,
    "topic": _topic,
    "in": _in,
    "type": _type,
    "tag": _topic,
    "held": _date,
    "id": _nothing,
    "marking": _marking,
    "keep-until": _until,
}


def titles_of(first_titles: Callable[[str, Query, int], list[str]]) -> TitlesFor:
    """Find titles as the box finds records that are spelt so.

    `first_titles` gives the titles of the first hits of a query: of a kind, so many at most.
    """

    def titles(kind: str, beginning: str) -> list[str]:
        query = completion_query(beginning)
        if query.is_empty:
            return []
        return first_titles(kind, query, MAX_COMPLETIONS)

    return titles


def completion_query(text: str) -> Query:
    """Return what finds a title that is being typed: its words as they are spelt, the last one
    begun.

    >>> completion_query("frontier:wo").text_of()
    'frontier wo'
    """
    return replace(parse_query(fold(text)), is_exact=True)
