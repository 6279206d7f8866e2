"""Columns that a heading alone does not tell: what stands in them says whether they are meant.

A “title” is an office where it holds titles of offices, a “seat” a body where it holds bodies, and
the purpose of a visit is what an event is called where nothing else is. A column that is called by
no word for names, as `Officer`, is what its values are. `mapping_guess` asks.
"""

from __future__ import annotations

from db.exchange.mapping.guess.headings import fold, heading_words, shared_phrases
from db.exchange.mapping.guess.kind_signs import repeats
from db.exchange.mapping.guess.person_columns import PARTS_OF_NAME
from db.exchange.mapping.guess.shapes import FileColumn
from db.exchange.mapping.guess.value_words import is_office

Found = dict[str, list[FileColumn]]

_MIN_SHARE = 0.6  # of the values
_MIN_DATED_SHARE = 0.8
_MIN_SURE_SHARE = 0.8  # of values that speak for themselves
_MIN_TITLED_SHARE = 0.3  # of titles, where they are of people
_MIN_TIMES_LONGER = 1.5
_MIN_DISTINCT_SHARE = 0.5  # one purpose for all tells no events apart
_HOLDERS = ("people", "tenures")
#: kinds, target, what its columns may be called, and how most values must look
_RULES = (
    (_HOLDERS, "honorific", "office", "courtesy"),
    (_HOLDERS, "honorific", "office_if_so", "courtesy"),
    (_HOLDERS, "office", "office_if_so", "office"),
    (_HOLDERS, "organization", "body_if_so", "body"),
    (_HOLDERS, "organization", "body_name", "body"),
    (_HOLDERS, "from", "span", "date"),
    (("events",), "title", "event_if_none", "name"),
)
_LEAVES = {"courtesy": {"office"}}  # targets that a column of such values may leave besides
_GIVES_WAY = frozenset(("honorific", "notes", "aliases"))  # targets that such a column may leave
#: The target that names the things of a kind, how its values look, and what else must be found
#: where the heading has no word of the kind.
_NAMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "people": (
        "name",
        "person",
        ("office", "born", "email", "gender", "organization", "phone", "honorific"),
    ),
    "tenures": ("person", "person", ("office",)),
    "organizations": (
        "name",
        "body",
        ("acronym", "website", "founded", "parent", "email", "phone", "country", "type"),
    ),
    "agreements": ("title", "agreement", ("signed", "in_force", "parties", "party")),
    "events": ("title", "event", ("start",)),
}
_CALLED_AS = {"agreements": "agreement", "organizations": "body_name", "events": "event"}
_ADDRESSES = {
    "agreements": (("url", "url"), ("parties", "country")),
    "organizations": (("website", "url"), ("email", "email"), ("phone", "phone")),
    "people": (("email", "email"), ("phone", "phone")),
}
_WORDS_OF = {"tenures": "people"}
_TRAVELLERS: tuple[str, str, tuple[str, ...]] = (
    "participants",
    "person",
    (),
)  # `Secretary,Destination,Dates`


def take_by_values(kind: str, found: Found, columns: list[FileColumn]) -> None:
    """Give each target that no column was found for the one that its values speak for."""
    if kind == "events":
        _take_days(found, columns)
    if kind in _HOLDERS:
        _part_posts(found)
    for kinds, target, concept, look in _RULES:
        if kind not in kinds or (target in found and look != "courtesy"):
            continue
        phrases = shared_phrases(concept)
        for column in columns:
            if fold(column.heading) in phrases and _is_meant(column, look):
                serves = [name for name, some in found.items() if column in some]
                if target not in serves and set(serves) <= _GIVES_WAY | _LEAVES.get(look, set()):
                    _move(column, target, serves, found)
                    break
    _take_address(kind, found, columns)
    if kind in _NAMES:
        _take_better_names(kind, found, columns)
        _take_names(_NAMES[kind], heading_words(_WORDS_OF.get(kind, kind)), found, columns)
    if kind in _HOLDERS:
        _take_by_look(found, columns)
    if kind == "events":
        _take_names(_TRAVELLERS, heading_words("people"), found, columns, is_list=True)


def _take_by_look(found: Found, columns: list[FileColumn]) -> None:
    """Take the only column of offices, and the only one of bodies, whatever they are called."""
    if not {"name", "person", *PARTS_OF_NAME} & set(found):
        return
    for target, look in (
        ("honorific", "courtesy"), ("office", "office"), ("organization", "body"),
    ):  # fmt: skip
        able = [
            each for each in columns
            if each.filled and each.share(look) >= _MIN_SURE_SHARE and _is_free(each, found)
            and (each.filled >= each.blank or look == "courtesy")
        ]  # fmt: skip
        if target not in found and len(able) == 1:
            serves = [name for name, some in found.items() if able[0] in some]
            _move(able[0], target, serves, found)


def _take_address(kind: str, found: Found, columns: list[FileColumn]) -> None:
    """Take the only column of addresses of a sort, and of the states of agreements."""
    for target, look in _ADDRESSES.get(kind, ()):
        able = [each for each in columns if each.filled and each.share(look) >= _MIN_SURE_SHARE]
        if target not in found and len(able) == 1 and _is_free(able[0], found):
            serves = [name for name, some in found.items() if able[0] in some]
            _move(able[0], target, serves, found)


def _take_better_names(kind: str, found: Found, columns: list[FileColumn]) -> None:
    """Let a column that is called like names go for the only one whose values are such names, where
    its own are not: the short names of treaties beside their titles.
    """
    target, look, _ = _NAMES[kind]
    now = found.get(target, [])
    if len(now) != 1 or now[0].share(look) >= _MIN_TITLED_SHARE or kind in _HOLDERS:
        return
    able = [
        each for each in columns
        if each.share(look) >= _MIN_SHARE and _is_free(each, found) and not repeats(each)
    ]  # fmt: skip
    is_short = now[0].share("token") >= _MIN_SURE_SHARE or repeats(now[0])
    is_named = fold(now[0].heading) in shared_phrases(_CALLED_AS.get(kind, "name"))
    if len(able) == 1 and able[0].distinct() >= now[0].distinct() and (is_short or not is_named):
        del found[target]
        serves = [name for name, some in found.items() if able[0] in some]
        _move(able[0], target, serves, found)


def _part_posts(found: Found) -> None:
    """Take a column that is called like offices and holds bodies for the body: a French “poste” is
    either.
    """
    for column in found.get("office", [])[:]:
        is_body = column.share("body") >= _MIN_SHARE > column.share("office")
        if is_body and "organization" not in found:
            _move(column, "organization", ["office"], found)


def _take_days(found: Found, columns: list[FileColumn]) -> None:
    """Take the only column of dates for the days of events, whatever it is called."""
    dated = [each for each in columns if each.filled and each.share("date") >= _MIN_DATED_SHARE]
    if "start" not in found and len(dated) == 1 and _is_free(dated[0], found):
        found["start"] = dated


def _take_names(
    names: tuple[str, str, tuple[str, ...]],
    words: frozenset[str],
    found: Found,
    columns: list[FileColumn],
    *,
    is_list: bool = False,
) -> None:
    """Take for what names the things of a kind a column that is called otherwise: by a word of the
    kind or the title of an office, or the only one whose values are such names.

    In a list of what they did people are named again and again.
    """
    target, look, others = names
    if target in found or set(PARTS_OF_NAME) & set(found):
        return
    if look == "person" and not is_list and any(map(_is_of_works, columns)):
        return
    able = [
        each
        for each in columns
        if each.share(look) >= _MIN_SHARE and _is_free(each, found)
        and each.filled >= each.blank and (is_list or not repeats(each))
    ]  # fmt: skip
    able = _fullest(able)
    called = [each for each in able if _is_called(each, look, words)]
    if target == "name" and look == "body":
        able = [each for each in able if each not in found.get("type", ())]
        if any(each.share("person") >= _MIN_SHARE for each in columns):
            others = ()  # whose list it is, is not shown
    is_beside = bool(set(others) & set(found)) or (
        look == "person" and others and _holds_offices(columns)
    )
    if not called and len(able) == 1 and is_beside:
        called = [each for each in able if each not in found.get("notes", ())]
    if called:
        serves = [name for name, some in found.items() if called[0] in some]
        _move(called[0], target, serves, found)


def _holds_offices(columns: list[FileColumn]) -> bool:
    return any(each.filled and each.share("office") >= _MIN_SURE_SHARE for each in columns)


def _is_of_works(column: FileColumn) -> bool:
    """Say whether a column has titles of films, books or bills, not of people: who is named beside
    made them.
    """
    titles = shared_phrases("office_if_so")
    if fold(column.heading) not in titles or not column.filled:
        return False
    return max(column.share("courtesy"), column.share("office")) < _MIN_TITLED_SHARE


def _fullest(able: list[FileColumn]) -> list[FileColumn]:
    """Return the one column that tells far more than the others: the names of missions beside their
    sorts.
    """
    by_length = sorted(able, key=FileColumn.length, reverse=True)
    if len(able) > 1 and by_length[0].length() >= _MIN_TIMES_LONGER * by_length[1].length():
        return by_length[:1]
    return able


def _is_called(column: FileColumn, look: str, words: frozenset[str]) -> bool:
    heading = set(fold(column.heading).split())
    return bool(heading & words) or (look == "person" and is_office(column.heading))


def _is_free(column: FileColumn, found: Found) -> bool:
    return {name for name, some in found.items() if column in some} <= _GIVES_WAY


def _is_meant(column: FileColumn, look: str) -> bool:
    if column.share(look) < _MIN_SHARE:
        return False
    return look != "name" or (
        len(column.values) >= _MIN_DISTINCT_SHARE * column.filled and column.length() > 3
    )


def _move(column: FileColumn, target: str, serves: list[str], found: Found) -> None:
    for name in serves:
        found[name].remove(column)
        if not found[name]:
            del found[name]
    found.setdefault(target, []).append(column)
