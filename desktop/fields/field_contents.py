"""What a field holds while it is edited: a value of its sort, or text not yet readable as one.

Editors and cells show and read through these tables; drafts write and read them as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from db import (
    MARKINGS,
    AmountPhrase,
    HistoricalDate,
    OfficeRef,
    Ref,
    Refused,
    as_sortable,
    choice_text,
    choices,
    country_code,
    country_name,
    fact_text,
    find_fact,
    is_fact,
    language_code,
    language_name,
    marking_level,
    office_text,
    one_line,
    read_amount,
    show_number,
    typed_day_first,
)
from desktop.fields.act_days import ActDay, act_reading, read_act, show_act
from desktop.fields.field_types import FormField

Content = Any  # a value as the record has it, or Unread


@dataclass(frozen=True, slots=True)
class Unread:
    """Text that its field cannot take as it stands, and the sentence that says why."""

    text: str
    why: str


def _read_date(text: str) -> HistoricalDate | None:
    return HistoricalDate.parse(text, day_first=typed_day_first()) if text.strip() else None


def _read_day(text: str) -> str | None:
    if not text.strip():
        return None
    found = HistoricalDate.parse(text, day_first=typed_day_first())
    if not found.certain_on() or not (found.first or "")[:1].isdecimal():
        raise Refused("It must be one day, as in 6 April 2025.")
    return found.first


def _show_day(day: str) -> str:
    try:
        return HistoricalDate.parse(day).phrase()
    except Refused:
        return day


def _read_reference(text: str) -> None:
    if text.strip():
        raise Refused(f"“{text.strip()}” is not chosen yet; pick it from the list, or create it.")


def _read_country(text: str) -> str:
    code = country_code(text.strip()) if text.strip() else ""
    if code is None:
        raise Refused(f"“{text.strip()}” is no country; write its name or its code of two letters.")
    return code


def _read_number(text: str) -> int | None:
    plain = text.strip()
    if not plain:
        return None
    if not plain.isdecimal():
        raise Refused(f"“{plain}” is not a whole number; write it in figures, as in 12.")
    return int(plain)


def _read_topics(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _read_marking(text: str) -> int:
    try:
        return marking_level(text)
    except ValueError as error:
        raise Refused(str(error)) from error


def show_size(size: int) -> str:
    """Return a file's size for the eye.

    >>> show_size(0), show_size(2_300), show_size(4_200_000)
    ('', '2 kB', '4.2 MB')
    """
    if not size:
        return ""
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def _same(value: Any) -> str:
    return str(value)


@dataclass(frozen=True, slots=True)
class Sort:
    """How a sort of value is shown and read; `read` raises Refused."""

    show: Callable[[Any], str] = _same
    read: Callable[[str], Any] = _same


SORT_TABLE: Final[dict[str, Sort]] = {
    "choice": Sort(choice_text),
    "date": Sort(HistoricalDate.phrase, _read_date),
    "day": Sort(_show_day, _read_day),
    "ref": Sort(lambda ref: str(ref.title), _read_reference),
    "office": Sort(office_text, _read_reference),
    "marking": Sort(lambda level: MARKINGS[level].capitalize(), _read_marking),
    "country": Sort(country_name, _read_country),
    "language": Sort(language_name, language_code),
    "number": Sort(_same, _read_number),
    "topics": Sort(", ".join, _read_topics),
    "flag": Sort(lambda flag: "yes" if flag else ""),
    "size": Sort(show_size),
    "hash": Sort(lambda text: text[:12]),
    "act": Sort(show_act),
    "amount": Sort(show_number),
}
PLAIN: Final = Sort()


def show(field: FormField, content: Content) -> str:
    """Return the text a content is edited and shown as.

    >>> show(FormField("since", "Since", "date"), HistoricalDate.parse("2025-07"))
    'July 2025'
    >>> show(FormField("country", "Country", "country"), "pk")
    'Pakistan'
    """
    if isinstance(content, Unread):
        return content.text
    if content is None or content == "":
        return ""
    if field.sort == "fact":
        return fact_text(content, *field.kinds)
    return SORT_TABLE.get(field.sort, PLAIN).show(content)


def edit_text(field: FormField, content: Content) -> str:
    """Return the text in which a content is edited: as it is shown, but figures without groups."""
    return content if field.sort == "amount" and isinstance(content, str) else show(field, content)


def read(field: FormField, text: str, countries: Collection[str] = ()) -> Content:
    """Return the content a text means; `Unread` with the sentence when it cannot be taken.

    `countries` are those concerned, which decide whose rupee an amount is in.

    >>> read(FormField("seats", "Seats", "number"), "12")
    12
    >>> read(FormField("since", "Since", "date"), "in Juli").why.startswith("“in Juli”")
    True
    >>> read(FormField("place", "Place"), "New\\nYork")
    'New York'
    """
    text = one_line(text) if field.is_one_line else text
    try:
        if field.sort == "act" and field.act is not None:
            return read_act(text, field.act.words)
        if field.sort == "amount":
            return read_amount(text, countries) if text.strip() else ""
        if field.sort == "fact":
            return find_fact(text, *field.kinds)
        return SORT_TABLE.get(field.sort, PLAIN).read(text)
    except Refused as refused:
        return Unread(text, str(refused))


def reading(field: FormField, content: Content) -> str:
    """Return what is said of a content below its line: how it was read, why it is not taken, or
    that it is something new.

    >>> reading(FormField("role", "Role", "choice", words="participant.role"), "jester")
    'New here: “jester” is not in the list yet.'
    >>> reading(FormField("who", "Party", "ref"), Ref(0, "Ann Lee", "person"))
    'New person, made when this is saved.'
    """
    if isinstance(content, Unread):
        return content.why
    if isinstance(content, ActDay):
        return act_reading(content)
    if isinstance(content, AmountPhrase):
        return content.phrase()
    if isinstance(content, Ref | OfficeRef) and content.is_new:
        kind = content.kind if isinstance(content, Ref) else "office"
        return f"New {kind}, made when this is saved."
    if field.sort == "choice" and content and content not in choices(field.words):
        return f"New here: “{content}” is not in the list yet."
    if field.sort == "fact" and not is_fact(content):
        return f"No field is called “{content}”; it is kept in your words."
    return content.reading() if isinstance(content, HistoricalDate) else ""


def encode(content: Content) -> Any:
    """Return a content as JSON has it."""
    if isinstance(content, Unread):
        return {"typed": content.text, "why": content.why}
    if isinstance(content, HistoricalDate):
        return {"date": [content.edtf, content.first, content.last, content.words]}
    if isinstance(content, OfficeRef):
        return {"office": [content.id, content.title, encode(content.organization)]}
    if isinstance(content, Ref):
        return {"ref": [content.id, content.title, content.kind]}
    return content


def decode(value: Any) -> Content:
    """Return the content that `encode` wrote.

    >>> decode(encode(Ref(4, "Ishaq Dar", "person")))
    Ref(id=4, title='Ishaq Dar', kind='person')
    """
    if not isinstance(value, dict):
        return value
    (tag, inner), *_ = value.items()
    if tag == "typed":
        return Unread(inner, value["why"])
    if tag == "office":
        return OfficeRef(inner[0], inner[1], decode(inner[2]))
    if tag == "date":
        edtf, first, last, words = inner
        return HistoricalDate(edtf, as_sortable(first), as_sortable(last), words)
    return Ref(*inner)
