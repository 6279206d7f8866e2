"""A text typed after FIELD= becomes the field's value; `edit` asks it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args, get_type_hints

from db import (
    KINDS,
    Attachment,
    HistoricalDate,
    Lens,
    OfficeRef,
    Part,
    Reader,
    Record,
    Ref,
    Refused,
    Source,
    attachment_of,
    country_code,
    fold,
    marking_level,
    office_text,
    one_line,
    typed_day_first,
)
from desktop.commands.console.desk_access import named_record

ACTORS = ("person", "organization")
REFERRED: dict[tuple[str, str], tuple[str, ...]] = {  # the kinds a reference may be to
    ("Organization", "predecessor"): ("organization",),
    ("Parent", "parent"): ("organization",),
    ("Party", "who"): ACTORS,
    ("PartyAction", "signatory"): ("person",),
    ("AgreementLink", "other"): ("agreement",),
    ("Event", "initiated_by"): ACTORS,
    ("Event", "part_of"): ("event",),
    ("Participant", "who"): ACTORS,
}
ANSWERS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}
MAX_DIGITS = 9  # of a whole number at most: seats, precedence


def value_of(
    target: Record | Part, name: str, text: str, path: str, reader: Reader, lens: Lens
) -> Any:
    """Return the value of one field; refuses a text that is none, naming the path."""
    hint = get_type_hints(type(target))[name]
    options = get_args(hint) or (hint,)
    plain = text.strip()
    if name == "topics":
        return [part.strip() for part in text.split(",") if part.strip()]
    if name == "marking":
        return _marking(plain, path)
    if name == "country":
        return _country(plain, path)
    if name in ("checked_on", "keep_until"):
        return _day(plain, path)
    if HistoricalDate in options:
        return _date(plain, path)
    if Ref in options:
        kinds = REFERRED.get((type(target).__name__, name), KINDS)
        return reader.ref(named_record(reader, plain, lens, kinds), lens) if plain else None
    if OfficeRef in options:
        return _office(plain, path, reader, lens) if plain else None
    if bool in options:
        return _answer(plain, path)
    if int in options:
        return _number(plain, path)
    return text


def _marking(text: str, path: str) -> int:
    try:
        return marking_level(text)
    except ValueError as error:
        raise Refused(f"{path}: {error}", path) from error


def _country(text: str, path: str) -> str:
    code = country_code(text) if text else ""
    if code is None:
        raise Refused(f"{path}: “{text}” is no country; write its name or its ISO 3166 code.", path)
    return code


def _date(text: str, path: str) -> HistoricalDate | None:
    try:
        return HistoricalDate.parse(text, day_first=typed_day_first()) if text else None
    except Refused as refusal:
        raise Refused(f"{path}: {refusal}", path) from refusal


def _day(text: str, path: str) -> str | None:
    date = _date(text, path)
    if date and not (date.certain_on() and (date.first or "")[:1].isdecimal()):
        raise Refused(f"{path}: “{text}” is not one day; write it as in 6 April 2025.", path)
    return date.first if date else None


def _answer(text: str, path: str) -> bool:
    if text.casefold() not in ANSWERS:
        raise Refused(f"{path}: “{text}” is neither yes nor no.", path)
    return ANSWERS[text.casefold()]


def _number(text: str, path: str) -> int | None:
    if text and not (text.isdecimal() and len(text) <= MAX_DIGITS):
        raise Refused(
            f"{path}: “{text}” is not a whole number of at most {MAX_DIGITS} digits.", path
        )
    return int(text) if text else None


def _office(text: str, path: str, reader: Reader, lens: Lens) -> OfficeRef:
    """Return the one office that the words mean: by its whole title, with its body or alone."""
    found = reader.find_offices(text.replace(",", " "), lens)
    wanted = fold(text)
    exact = [o for o in found if wanted in (fold(o.title), fold(office_text(o)))]
    candidates = exact if len(exact) == 1 else found
    if not candidates:
        raise Refused(f"{path}: No office on this desk is found by “{text}”.", path)
    if len(candidates) > 1:
        names = "; ".join(office_text(office) for office in candidates[:3])
        raise Refused(
            f"{path}: “{text}” may be one of {len(candidates)} offices: {names}. Write more of it.",
            path,
        )
    return candidates[0]


def source_value(text: str, reader: Reader, lens: Lens) -> Source:
    """Return the source with just this title if the desk has it, or a new one."""
    title = one_line(text).strip()
    for key, known in reader.sources(title, lens):
        if known == title and (source := reader.source(key, lens)):
            return source
    return Source(title=title)


def file_value(text: str, attachment: Attachment) -> bytes:
    """Return the bytes of a file to attach; its name and type are noted where none is given."""
    new = attachment_of(Path(text))
    attachment.file_name = attachment.file_name or new.file_name
    attachment.media_type = attachment.media_type or new.media_type
    attachment.size, attachment.sha256 = new.size, new.sha256
    return new.data or b""
