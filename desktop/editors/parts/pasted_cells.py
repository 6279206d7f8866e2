"""What the texts of a pasted block become in the cells of a table: each as if it had been typed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from db import OfficeRef, Ref, Refused, choice_text, choices, fold, office_text
from desktop.editors.record_picker import PickerDesk, found_records, only_match
from desktop.fields.copied_blocks import PlacedBlock
from desktop.fields.field_contents import Content, Unread, read
from desktop.fields.field_types import FormField

_YES = frozenset(("x", "yes", "true", "1", "✓", "✔"))
_MAX_OFFICES = 8


def block_contents(
    block: PlacedBlock, desk: PickerDesk, countries: Collection[str] = ()
) -> list[dict[str, Content]]:
    """Return the contents of each row of a block, by the names of its fields.

    A text is looked up once, however often it stands there. An empty cell says nothing.
    """
    known: dict[tuple[str, str], Content] = {}

    def content(field: FormField, text: str) -> Content:
        key = (field.name, text)
        if key not in known:
            known[key] = content_of_text(field, text, desk, countries)
        return known[key]

    return [
        {
            field.name: content(field, text)
            for field, text in zip(block.fields, row, strict=True)
            if field is not None and text
        }
        for row in block.rows
    ]


def count_unread(block: list[dict[str, Content]]) -> int:
    """Return how many contents of a block could not be taken as they stand."""
    return sum(isinstance(each, Unread) for row in block for each in row.values())


def content_of_text(
    field: FormField, text: str, desk: PickerDesk, countries: Collection[str] = ()
) -> Content:
    """Return the content that a text means in a field, as when it is typed and left."""
    plain = text if field.sort == "text" else " ".join(text.split())
    if field.sort == "ref":
        match = only_match(found_records(desk, field.kinds, plain), plain)
        return Ref(match.id, match.title, match.kind) if match else read(field, plain)
    if field.sort == "office":
        return _office(desk, plain) or read(field, plain)
    if field.sort == "flag":
        return fold(plain) in _YES
    if field.sort == "choice":
        return _words(field.words).get(fold(plain), plain)
    return read(field, plain, countries)


def _office(desk: PickerDesk, text: str) -> OfficeRef | None:
    try:
        found = desk.reader.find_offices(text, desk.lens, _MAX_OFFICES)
    except Refused:  # nothing but signs: no office is called that
        return None
    same = [office for office in found if fold(office_text(office)) == fold(text)]
    return same[0] if len(same) == 1 else None


def _words(path: str) -> Mapping[str, str]:
    """Return the words of a list by how they are told, and by themselves."""
    words = choices(path)
    return {fold(choice_text(word)): word for word in words} | {fold(word): word for word in words}
