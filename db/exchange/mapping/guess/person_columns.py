"""Names of people in two or more columns: which is the given name, and which the family's.

`guess` asks once it knows which columns are called like names.
"""

from __future__ import annotations

import re

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.headings import fold, shared_phrases
from db.exchange.mapping.guess.shapes import FileColumn

Found = dict[str, list[FileColumn]]

NAMED_AS = {"people": "name", "tenures": "person"}  # the target that names a person whole
PARTS_OF_NAME = ("given_name", "family_name")
_MIN_WHOLE_SHARE = 0.6  # of the values that are more than a part of a name
_NUMBERED = re.compile(r"name (\d)")
_LAST_NUMBER = 6  # `Name 6` is the family name where names are numbered, 1 to 5 come before it
# A heading that is the whole name by itself, and one part of it beside a column for the other.
_GIVEN_BESIDE_FAMILY = frozenset(
    (
        "name",
        "nombre",
        "nome",
        "имя",
        "imie",
        "jmeno",
        "ad",
        "adi",
        "naam",
        "nom",
        "نام",
        "ονομα",
        "ім я",
    )
)
_FAMILY_BESIDE_GIVEN = frozenset(("name", "nom", "naam", "nome", "apellido", "姓", "성"))


def sort_names(found: Found, columns: list[FileColumn], whole: str) -> None:
    """Tell the parts of a name in columns of their own from a column with the whole of it.

    `whole` is the target of a whole name; what is only part of one is taken from it.
    """
    _use_numbers(found, columns, whole)
    names = found.get(whole, [])
    for other, headings in (
        ("family_name", _GIVEN_BESIDE_FAMILY),
        ("given_name", _FAMILY_BESIDE_GIVEN),
    ):
        mine = "given_name" if other == "family_name" else "family_name"
        if other not in found or mine in found:
            continue
        for column in list(names):
            if fold(column.heading) in headings and not _holds_all(column, found[other][0]):
                names.remove(column)
                found[mine] = [column]
                break
    if whole in found and not names:
        del found[whole]
    _take_whole_names(found, whole)


def _take_whole_names(found: Found, whole: str) -> None:
    """Take a column called like a part of a name for the whole where it holds whole names: one
    word is “name” in Urdu and “given name” in Persian.
    """
    parts = [name for name in PARTS_OF_NAME if name in found]
    if whole in found or len(parts) != 1 or len(found[parts[0]]) != 1:
        return
    if found[parts[0]][0].share("person") >= _MIN_WHOLE_SHARE:
        found[whole] = found.pop(parts[0])


def _use_numbers(found: Found, columns: list[FileColumn], whole: str) -> None:
    """Read `Name 6, Name 1, Name 2`: sanctions lists put the family's name last."""
    numbered = {
        int(match[1]): column
        for column in columns
        if column.filled and (match := _NUMBERED.fullmatch(fold(column.heading)))
    }
    if len(numbered) < 2 or _LAST_NUMBER not in numbered:
        return
    mine = {id(column) for column in numbered.values()}
    for target in list(found):
        found[target] = [column for column in found[target] if id(column) not in mine]
        if not found[target]:
            del found[target]
    found["family_name"] = [numbered[_LAST_NUMBER]]
    found["given_name"] = [numbered[key] for key in sorted(numbered) if key != _LAST_NUMBER]


def _holds_all(column: FileColumn, part: FileColumn) -> bool:
    """Say whether a column holds whole names, of which the other column repeats a part."""
    parts = {fold(text) for text in part.values}
    pieces = {
        piece for name in map(fold, column.values) for piece in _pieces(name) if piece != name
    }
    return bool(parts) and len(parts & pieces) * 2 >= len(parts)


def _pieces(name: str) -> set[str]:
    words = name.split()
    return {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }


def join_names(mapping: Mapping, found: Found, columns: list[FileColumn], whole: str) -> None:
    """Put the whole name together where only its parts have columns."""
    given = [column.heading for column in found.get("given_name", [])]
    middle = [
        column.heading
        for column in columns
        if column.filled and fold(column.heading) in shared_phrases("middle_name")
    ]
    given += [heading for heading in middle if heading not in given]
    family = [column.heading for column in found.get("family_name", [])[:1]]
    if len(given) > 1 and "given_name" in mapping.fields:
        mapping.fields["given_name"] = [FieldMap(template=_template(given))]
    if whole not in found and family:
        sources = [FieldMap(template=_template([*given, *family]))]
        if whole == "person":
            sources[0].by, sources[0].create = "name", True
        mapping.fields = {whole: sources, **mapping.fields}


def _template(headings: list[str]) -> str:
    return " ".join(f"{{{heading}}}" for heading in headings)
