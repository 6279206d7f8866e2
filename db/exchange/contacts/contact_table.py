"""Tables that Google, Outlook and their like export of an address book, as cards.

A column of kinds (`Phone 1 - Label`) is no value, `a ::: b` is two values, and company, department
and job title of one number belong together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from db.exchange.contacts.contact_card import CardFile, CardPost, ContactCard
from db.exchange.contacts.contact_headings import ContactColumn, contact_columns
from db.exchange.files.table_file import Row, TableFile
from db.exchange.mapping import cells
from db.exchange.mapping.guess.mapping_guess import file_scheme

SEVERAL = ":::"
MAX_CARDS = 100_000  # a longer table is no address book, and is read column by column
_ADDRESS_PARTS = ("box", "extended", "street", "city", "region", "code", "country")
_NO_CLASS = frozenset(("", "normal", "standard", "public", "0"))
_NO_GENDER = frozenset(("unspecified", "keine angabe", "non spécifié", "sin especificar", "0"))
_GENDERS = {
    "male": "male", "m": "male", "männlich": "male", "masculin": "male", "masculino": "male",
    "female": "female", "f": "female", "weiblich": "female", "féminin": "female",
    "femenino": "female",
}  # fmt: skip
_PHONES = (
    ("fax", "fax"), ("mobile", "mobile"), ("cell", "mobile"), ("pager", "pager"),
    ("assistant", "assistant"), ("telex", "telex"),
)  # fmt: skip
_PICTURE = re.compile(r"https?://\S+")
# what becomes what, for the report: role → target
_TARGETS = {
    "text:name": "name", "text:given": "given_name", "text:middle": "given_name",
    "text:family": "family_name", "text:prefix": "honorific", "text:suffix": "suffix",
    "text:born": "born", "text:gender": "gender", "text:languages": "languages",
    "name:alias": "aliases", "post:title": "office", "post:body": "organization",
    "post:unit": "office", "value:email": "email", "contact:email": "email",
    "value:phone": "phone", "contact:phone": "phone", "contact:mobile": "phone",
    "contact:fax": "phone", "value:website": "website", "contact:website": "website",
    "note:": "notes", "topics": "topics",
}  # fmt: skip


@dataclass(slots=True)
class _Group:
    """The columns of one number: `Phone 1 - Label` and `Phone 1 - Value`."""

    values: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    services: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    """What is put together once all cells of a row are read."""

    card: ContactCard
    given: list[str] = field(default_factory=list)
    groups: dict[tuple[str, str], _Group] = field(default_factory=dict)
    posts: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    addresses: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def read_contacts(table: TableFile, skipped: frozenset[int] = frozenset()) -> CardFile | None:
    """Return the cards of an exported address book, None where the table is none."""
    columns = contact_columns(table.headers)
    if columns is None:
        return None
    cards: list[ContactCard] = []
    filled: dict[str, str] = {}
    dates: list[str] = []
    for row in table.rows:
        if row[0] in skipped:
            continue
        if len(cards) == MAX_CARDS:
            return None
        cards.append(_card(row, columns, filled))
        dates.append(cards[-1].texts.get("born", ""))
    path = Path(table.path)
    file = CardFile(path, table.encoding, file_scheme(path.stem), cards)
    file.flags = [*table.flags, *((row, says) for row, _, _, says in table.odd_cells())]
    file.day_first = cells.decide(*cells.day_votes(dates)[:2])
    file.samples = filled
    file.mapping = _mapping(column for column in columns if column.heading in filled)
    file.left_out = [
        column.heading
        for column in columns
        if column.role in ((), ("skip",)) and column.heading in filled
    ]
    return file


def _mapping(columns: Iterable[ContactColumn]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for column in columns:
        names = (":".join(column.role[:length]) for length in (3, 2, 1))
        if target := next((_TARGETS[name] for name in names if name in _TARGETS), ""):
            found.setdefault(target, []).append(column.heading)
    return {target: ", ".join(headings[:4]) for target, headings in found.items()}


def _card(row: Row, columns: list[ContactColumn], filled: dict[str, str]) -> ContactCard:
    number, texts = row
    found = _Row(ContactCard(number, ""))
    for column in columns:
        text = texts[column.place].strip()
        if not text:
            continue
        filled.setdefault(column.heading, text[:200])
        if not column.role:
            why = "is in a column that is not known; it was left out."
            found.card.leave(column.heading, text, why)
        elif column.role != ("skip",):
            _TAKES[column.role[0]](found, column, text)
    _put_together(found)
    return found.card


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(SEVERAL)]


def _text(found: _Row, column: ContactColumn, text: str) -> None:
    name, card = column.role[1], found.card
    if name in ("given", "middle"):
        found.given.append(text)
        card.columns.setdefault("given", column.heading)
    elif name == "pronunciation":
        card.texts[name] = f"{card.texts.get(name, '')} {text}".strip()
        card.columns[name] = column.heading
    elif name == "gender":
        if text.casefold() not in _NO_GENDER:
            card.put(name, _GENDERS.get(text.casefold(), text), column.heading)
    elif name != "born" or not (cells.is_placeholder(text) or _is_no_day(text)):
        card.put(name, text, column.heading)


def _is_no_day(text: str) -> bool:
    """Say whether Outlook writes that no day is known.

    >>> _is_no_day("0/0/00"), _is_no_day("0.0.00"), _is_no_day("1/2/00")
    (True, True, False)
    """
    return not text.strip("0/.- ")


def _name(found: _Row, column: ContactColumn, text: str) -> None:
    for each in _several(text):
        found.card.add_name(each, column.role[1])


def _post(found: _Row, column: ContactColumn, text: str) -> None:
    found.posts.setdefault(column.number, {})[column.role[1]] = _several(text)


def _note(found: _Row, column: ContactColumn, text: str) -> None:
    if column.role[1] and _is_no_day(text):
        return
    for each in _several(text) if column.role[1] else [text]:
        found.card.add_note(each, column.role[1])


def _topics(found: _Row, column: ContactColumn, text: str) -> None:
    """Take categories; the groups that Google itself makes begin with a star."""
    if column.role[1:]:
        found.card.add_topics(each for each in _several(text) if not each.startswith("*"))
    else:
        found.card.add_topics(each.strip() for each in re.split("[;,]", text))


def _picture(found: _Row, column: ContactColumn, text: str) -> None:
    if _PICTURE.fullmatch(text):
        found.card.add_contact("website", text, "picture")
    else:
        found.card.leave(column.heading, text, "is no picture that can be read; it was left out.")


def _class(found: _Row, column: ContactColumn, text: str) -> None:
    if text.casefold() not in _NO_CLASS:
        why = "is no marking of the desk; mark the record yourself."
        found.card.leave(column.heading, text, why)


def _contact(found: _Row, column: ContactColumn, text: str) -> None:
    kind, note = column.role[1], (*column.role[2:], "")[0]
    for each in _several(text):
        if kind == "email" and "@" not in each:
            why = "is no address of electronic mail; it was left out."
            found.card.leave(column.heading, each, why)
        else:
            found.card.add_contact(kind, each, note)


def _address(found: _Row, column: ContactColumn, text: str) -> None:
    _, of, part = column.role
    parts = found.addresses.setdefault(column.number if of == "#" else of, {})
    known = parts.setdefault(part, [])
    for place, each in enumerate(_several(text)):
        if place < len(known) and known[place]:
            known[place] = f"{known[place]}, {each}"  # a second line of the street
        else:
            known[place:] = [each]


def _value(found: _Row, column: ContactColumn, text: str) -> None:
    _group(found, column).values = _several(text)


def _label(found: _Row, column: ContactColumn, text: str) -> None:
    _group(found, column).labels = _several(text)


def _service(found: _Row, column: ContactColumn, text: str) -> None:
    _group(found, column).services = _several(text)


def _group(found: _Row, column: ContactColumn) -> _Group:
    return found.groups.setdefault((column.role[1], column.number), _Group())


def _plain_label(text: str) -> str:
    """Return what a number is for: Google stars the one that is preferred.

    >>> _plain_label("* Work"), _plain_label("Work Fax"), _plain_label("Other")
    ('work', 'work fax', 'other')
    """
    return " ".join(text.strip("* ").casefold().split())


def _put_together(found: _Row) -> None:
    card = found.card
    if found.given:
        card.texts["given"] = " ".join(found.given)
    for (kind, _), group in found.groups.items():
        labels = group.labels
        for place, value in enumerate(group.values):
            label = labels[place] if place < len(labels) else labels[0] if labels else ""
            service = group.services[0] if group.services else ""
            _add_value(card, kind, value, _plain_label(label), label.strip("* "), service)
    for of, parts in found.addresses.items():
        group_of = found.groups.get(("address", of), _Group())
        note = of if not of.isdigit() else _plain_label((group_of.labels or [""])[0])
        for text in _addresses(parts):
            card.add_contact("address", text, note)
    for posts in found.posts.values():
        for place in range(max(map(len, posts.values()))):
            body, unit, title = (
                _at(posts.get(name, []), place) for name in ("body", "unit", "title")
            )
            if (post := CardPost(body, unit, title)) not in card.posts and (body or unit or title):
                card.posts.append(post)
    is_person = found.given or card.texts.keys() & {"name", "family"}
    first = card.posts[0] if card.posts else CardPost()
    card.is_body = not is_person and bool(first.body and not first.title)


def _at(texts: list[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""


def _addresses(parts: dict[str, list[str]]) -> list[str]:
    """Return addresses as they are written, or put together of their parts."""
    if whole := parts.get("formatted"):
        return [", ".join(" ".join(line.split()) for line in each.splitlines()) for each in whole]
    count = max(map(len, parts.values()))
    return [
        ", ".join(filter(None, (_at(parts.get(name, []), place) for name in _ADDRESS_PARTS)))
        for place in range(count)
    ]


def _add_value(
    card: ContactCard, kind: str, value: str, label: str, own_label: str, service: str
) -> None:
    if kind in ("event", "relation", "custom"):
        card.add_note(value, own_label)
    elif kind == "phone":
        sort = next((sort for word, sort in _PHONES if word in label), "phone")
        words = [word for word in label.split() if word not in dict(_PHONES)]
        card.add_contact(sort, value, "" if label == "other" else " ".join(words))
    else:
        note = "" if label in ("other", "profile" if kind != "website" else "other") else label
        card.add_contact(kind, value, ", ".join(filter(None, (service, note))))


Take = Callable[[_Row, ContactColumn, str], None]
_TAKES: dict[str, Take] = {
    "text": _text, "name": _name, "post": _post, "note": _note, "topics": _topics,
    "picture": _picture, "class": _class, "contact": _contact, "address": _address,
    "value": _value, "label": _label, "service": _service,
}  # fmt: skip
