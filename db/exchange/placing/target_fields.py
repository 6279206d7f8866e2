"""What each target does to a record, as tables: plain texts, words, dates and lines of its lists.

The builders of the kinds apply them; what a target refers to is theirs alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db.changes.naming import complete_languages
from db.dates import iso_day
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.mapping.targets import DECLARATIONS, TARGETS, declared_targets
from db.exchange.placing.drafts import Dates, RowDraft
from db.exchange.placing.tally import Tally
from db.names import script_of
from db.record_types import Contact, Identifier, Name, Note, Part
from db.tables.fields import Meaning, meaning_of
from db.vocabulary.choices import CLOSED, choices
from db.vocabulary.countries import country_code

RECORD_KINDS = ("people", "organizations", "agreements", "events")
OF_THE_NAME = frozenset({"title", "honorific", "post_nominals"})  # the builders put it together
SEPARATORS = {"name": " ", "prose": "\n\n"}  # by shape or sort; other texts take a comma


def _fields_of_sorts(kind: str, *sorts: str) -> Iterator[tuple[str, str, Meaning, str]]:
    """Yield the targets of a kind for fields of these sorts, each with its shape."""
    of = DECLARATIONS[kind]
    for target, (name, read) in declared_targets(of).items():
        meaning = meaning_of(of, name)
        if meaning.sort in sorts and name not in OF_THE_NAME:
            yield target, name, meaning, read.shape


def _separator(sort: str, shape: str) -> str:
    return SEPARATORS.get(shape) or SEPARATORS.get(sort, ", ")


# target → (field, what stands between several values)
TEXTS: dict[str, dict[str, tuple[str, str]]] = {
    kind: {
        target: (name, _separator(meaning.sort, shape))
        for target, name, meaning, shape in _fields_of_sorts(kind, "text", "prose")
    }
    for kind in RECORD_KINDS
}
# target → (field, word list)
WORDS: dict[str, dict[str, tuple[str, str]]] = {
    kind: {
        target: (name, meaning.words) for target, name, meaning, _ in _fields_of_sorts(kind, "word")
    }
    for kind in RECORD_KINDS
}
# target → field
DATES: dict[str, dict[str, str]] = {
    kind: {target: name for target, name, *_ in _fields_of_sorts(kind, "date")}
    for kind in RECORD_KINDS
}


# target → field that takes one day alone
DAYS: dict[str, dict[str, str]] = {
    kind: {target: name for target, name, *_ in _fields_of_sorts(kind, "day")}
    for kind in RECORD_KINDS
}


def target_of(kind: str, field: str) -> str:
    """Return the target that fills a field of a record of a kind.

    >>> target_of("agreements", "concluded"), target_of("people", "family")
    ('signed', 'family_name')
    """
    if field in TARGETS.get(kind, ()) or kind not in DECLARATIONS:
        return field
    filled = declared_targets(DECLARATIONS[kind])
    return next((target for target, (name, _) in filled.items() if name == field), field)


Maker = Callable[[str], Part]


def _native(text: str) -> Name:
    return Name(text=text, kind="native", script=script_of(text))


def _website(text: str) -> Contact:
    return Contact(kind="website", value=text)


# target → (list, what makes a line of it)
LINES: dict[str, tuple[str, Maker]] = {
    "aliases": ("names", lambda text: Name(text=text, kind="alias")),
    "native_name": ("names", _native),
    "email": ("contacts", lambda text: Contact(kind="email", value=text)),
    "phone": ("contacts", lambda text: Contact(kind="phone", value=text)),
    "website": ("contacts", _website),
    "url": ("contacts", _website),
    "notes": ("notes", lambda text: Note(text=text)),
    "wikidata": ("identifiers", lambda text: Identifier(scheme="wikidata", value=text)),
}


def fill(draft: RowDraft, kind: str, row: RowValues, dates: Dates, tally: Tally) -> None:
    """Put everything that a row gives and that names no other record into a draft."""
    texts, words, days = TEXTS[kind], WORDS[kind], DATES[kind]
    for target, values in row.values.items():
        if plain := texts.get(target):
            draft.put(plain[0], plain[1].join(each.text for each in values))
        elif word := words.get(target):
            if word_read := read_word(word[1], values[0], tally):
                draft.put(word[0], word_read)
        elif day := days.get(target):
            if (date := dates.read(values[0])) is not None:
                draft.put(day, date)
        elif one_day := DAYS[kind].get(target):
            if (iso := read_day(values[0], dates, tally)) is not None:
                draft.put(one_day, iso)
        elif target in LINES:
            name, maker = LINES[target]
            lines = getattr(draft.record, name)
            lines += [maker(text) for text in dict.fromkeys(each.text for each in values)]
        elif target == "topics":
            draft.record.topics = list(dict.fromkeys(each.text for each in values))
    complete_languages(draft.record)


def read_day(value: Value, dates: Dates, tally: Tally) -> str | None:
    """Return a cell's date as one ISO day; a longer time is left out and told."""
    date = dates.read(value)
    if date is None:
        return None
    if not date.first or date.first != date.last:
        tally.leave_out(value.column, value.text, "is not one day; it was left out.")
        return None
    return iso_day(date.first)


def read_word(path: str, value: Value, tally: Tally) -> str:
    """Return a word as its list writes it; another stays unless the list is closed."""
    word = known_word(path, value.text)
    if word is None:
        offered = ", ".join(word for word in CLOSED[path] if word)
        tally.leave_out(
            value.column, value.text.strip(), f"is not one of {offered}; it was left out."
        )
    return word or ""


def known_word(path: str, text: str) -> str | None:
    """Return a word as its list writes it, None for another where the list is closed."""
    plain = text.strip()
    for word in choices(path):
        if word and word == plain.casefold():
            return word
    return None if path in CLOSED else plain


def read_country(value: Value, tally: Tally) -> str:
    """Return a country's code, '' when the text is no country: the row is taken without it."""
    code = country_code(value.text)
    if code is None:
        tally.leave_out(value.column, value.text, "is no country known by name or code.")
    return code or ""
