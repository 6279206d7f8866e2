"""Names of people in two or more columns: which is the given name, and which the family's.

`guess` asks once it knows which columns are called like names.
"""

from __future__ import annotations

import re
from functools import cache

from db.exchange.mapping.cells import split_cell
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.headings import HEADINGS, fold, phrases_by_language, shared_phrases
from db.exchange.mapping.guess.shapes import FileColumn
from db.names.surname_first import COMMA, EASTERN, TURNED, order_of

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
_EITHER = frozenset(("name", "nom", "nome", "naam", "nombre", "nombres", "имя", "navn", "nume"))
MAX_SAMPLED_NAMES = 100
_EASTERN = ("hu", "vi")  # others are told by their letters
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
    _take_other_names(found, whole)


def _take_other_names(found: Found, whole: str) -> None:
    """Take further columns of whole names for what the people are called besides; one that only
    fills the gaps of another stays an alternate.
    """
    names = found.get(whole, [])
    if whole != "name" or len(names) < 2 or names[0].blank:
        return
    others = [each for each in names[1:] if each.share("person") >= _MIN_WHOLE_SHARE]
    found[whole] = [each for each in names if each not in others]
    if others:
        found.setdefault("aliases", []).extend(others)


def order_names(source: FieldMap, column: FileColumn) -> str:
    """Say how the names of a column are written, where not the given name first; return what a
    person is to look at, "" where the heading says so itself.
    """
    names = [part for value in column.values for part in split_cell(value, source.split)]
    called_so = is_family_first(column.heading)
    order = order_of(names[:MAX_SAMPLED_NAMES], called_so=called_so)
    if order == TURNED and _is_eastern(column.heading):
        order = EASTERN
    source.order = order or None
    if order in ("", COMMA) or called_so:
        return ""
    says = f"The names of “{column.heading}” were read with the family name first"
    return f"{says}; check that it is so."


def _is_eastern(heading: str) -> bool:
    """Say whether a heading is of a language whose names keep the family name in front."""
    called = phrases_by_language()["name"]
    return any(
        fold(heading) in map(fold, called.get(language, "").split("|")) for language in _EASTERN
    )


def is_family_first(heading: str) -> bool:
    """Say whether a heading names the family name before the given one.

    >>> is_family_first("Nazwisko i imię"), is_family_first("Nome e cognome")
    (True, False)
    >>> is_family_first("Nom et prénom"), is_family_first("Name"), is_family_first("Last, First")
    (True, False, True)
    """
    words = fold(heading).split()
    family = [at for at, word in enumerate(words) if word in _family_words()]
    given = [at for at, word in enumerate(words) if word in _given_words()]
    either = [at for at, word in enumerate(words) if word in _EITHER]
    if family and not given:
        given = either
    elif given and not family:
        family = either
    return bool(family and given) and family[0] < given[0]


@cache
def _family_words() -> frozenset[str]:
    phrases = (*shared_phrases("family_name"), *HEADINGS["people"]["family_name"], "last")
    return frozenset(each.split()[0] for each in phrases) - _EITHER


@cache
def _given_words() -> frozenset[str]:
    phrases = (*shared_phrases("given_name"), *HEADINGS["people"]["given_name"], "first")
    return frozenset(each.split()[0] for each in phrases) - _EITHER


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
    middle = _columns_of("middle_name", columns)
    given += [heading for heading in middle if heading not in given]
    family = [column.heading for column in found.get("family_name", [])[:1]]
    if family and (particles := _columns_of("particle", columns)):
        family = [*particles, *family]
    if family:
        second = _columns_of("second_family_name", columns)
        family += [each for each in second if each not in family]
    if len(family) > 1:
        mapping.fields["family_name"] = [FieldMap(template=_template(family))]
    if len(given) > 1 and "given_name" in mapping.fields:
        mapping.fields["given_name"] = [FieldMap(template=_template(given))]
    if whole not in found and family:
        sources = [FieldMap(template=_template([*given, *family]))]
        if whole == "person":
            sources[0].by, sources[0].create = "name", True
        mapping.fields = {whole: sources, **mapping.fields}


def _columns_of(concept: str, columns: list[FileColumn]) -> list[str]:
    phrases = shared_phrases(concept)
    return [each.heading for each in columns if each.filled and fold(each.heading) in phrases]


def _template(headings: list[str]) -> str:
    return " ".join(f"{{{heading}}}" for heading in headings)
