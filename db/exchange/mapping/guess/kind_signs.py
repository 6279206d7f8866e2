"""Whether a table shows what it is about: each kind needs a sign that only it has.

Headings alone mark many kinds alike (`name, country`). `guess` believes a kind only with a sign,
and asks where there is none: a wrong record in silence is the worst outcome.
"""

from __future__ import annotations

from collections.abc import Callable

from db.exchange.mapping.guess.headings import (
    FILE_WORDS,
    HEADINGS,
    fold,
    heading_words,
    shared_phrases,
)
from db.exchange.mapping.guess.shapes import FileColumn
from db.exchange.mapping.guess.value_words import has_unparted

Found = dict[str, list[FileColumn]]

_MIN_SOME_SHARE = 0.3  # share of the values: some titles say nothing of their kind
_MIN_MOST_SHARE = 0.5  # share of the values
MIN_DISTINCT_SHARE = 0.2  # of a column that tells the things of a list apart
_MIN_SURE_SHARE = 0.8  # of the values
_MIN_SORTED_CELLS = 5
_PLAIN_NAMES = 2  # phrases that mean no more than “name”
_MIN_ROOT = 5  # letters of a word that may have another ending
_MIN_NAMED_SHARE = 0.6  # of the cells of a column of names
MIN_JUDGED_CELLS = 12  # cells below which repeats say nothing


def sign_of(kind: str, found: Found, columns: list[FileColumn], file: str) -> bool:
    """Say whether something in the table is a sign of this kind alone."""
    file_says = bool(set(fold(file).split()) & set(FILE_WORDS[kind].split()))
    return _SIGNS[kind](found, columns, file_says)


def repeats(column: FileColumn) -> bool:
    """Say whether a column tells no things apart: one value, or a few, again and again."""
    return column.filled >= MIN_JUDGED_CELLS and column.distinct() < MIN_DISTINCT_SHARE


def _is_of_sorts(name: FileColumn) -> bool:
    """Say whether a column that is not called after names has the same few again and again."""
    if name.filled < _MIN_SORTED_CELLS or fold(name.heading) in shared_phrases("name"):
        return False
    return name.distinct() < _MIN_NAMED_SHARE and not has_word_of(name, "people")


def _first(found: Found, target: str) -> FileColumn | None:
    return found[target][0] if found.get(target) else None


def has_word_of(column: FileColumn | None, kind: str) -> bool:
    """Say whether a heading has a word that names a kind by itself: treaty, visit, ministry."""
    if column is None:
        return False
    words, plain = heading_words(kind), fold(column.heading)
    if set(plain.split()) & words:
        return True
    if has_unparted(column.heading):
        return any(word in plain for word in words if len(word) > 1 and has_unparted(word))
    return any(_is_form_of(word, known) for word in plain.split() for known in words)


def _is_form_of(word: str, known: str) -> bool:
    """Say whether a word is another of plural or case: “wizyty” beside “wizyta”."""
    return len(known) >= _MIN_ROOT and word.startswith(known[:-1]) and len(word) <= len(known) + 2


def _names_people(column: FileColumn | None) -> bool:
    return column is not None and column.share("person") >= _MIN_MOST_SHARE


def _people(found: Found, columns: list[FileColumn], file_says: bool) -> bool:
    name = _first(found, "name")
    if name is not None and max(name.share("body"), name.share("agreement")) >= _MIN_SOME_SHARE:
        return False
    if "given_name" in found and "family_name" in found:
        return True
    if name is not None and (
        _stands_behind_bodies(name, columns)
        or _are_guests(name, columns)
        or any(fold(each.heading) in shared_phrases("acronym") for each in columns)
    ):
        return False
    if name is not None and _is_of_sorts(name):
        return False
    if name is None:
        return bool({"family_name", "wikidata"} & set(found)) and bool(
            {"born", "gender", "given_name", "office"} & set(found)
        )
    if _names_people(name):
        return True
    life = {"born", "died", "gender", "family_name", "given_name"} & set(found)
    is_text = name.share("name") >= _MIN_MOST_SHARE and not repeats(name)
    if (
        name.share("office") >= _MIN_MOST_SHARE
        or name.share("country") >= _MIN_MOST_SHARE
        or not is_text
    ):
        return False
    return bool(life) or file_says or has_word_of(name, "people")


def _stands_behind_bodies(name: FileColumn, columns: list[FileColumn]) -> bool:
    """Say whether a table lists bodies, each with its address and who heads it."""
    before = columns[: columns.index(name)] if name in columns else []
    bodies = [each for each in before if each.filled and each.share("body") >= _MIN_SURE_SHARE]
    if not bodies or not bodies[0].unique:
        return False
    homes = shared_phrases("website")
    words = set(shared_phrases("address"))
    return any(
        fold(each.heading) in homes or set(fold(each.heading).split()) & words
        for each in columns if each.filled and each.share("email") < _MIN_MOST_SHARE
    )  # fmt: skip


def _are_behind_people(name: FileColumn, columns: list[FileColumn]) -> bool:
    """Say whether a table lists people first, each with a body."""
    before = columns[: columns.index(name)] if name in columns else []
    return any(
        each.unique and each.filled and each.share("person") >= _MIN_SURE_SHARE for each in before
    )


def _are_guests(name: FileColumn, columns: list[FileColumn]) -> bool:
    """Say whether a table tells when and where something was, and names people beside: a list of
    summits with their hosts.
    """
    if fold(name.heading) in shared_phrases("name")[:_PLAIN_NAMES]:
        return False
    is_called = dict.fromkeys(("place", "date"), False)
    for column in columns:
        for concept in is_called:
            phrases = shared_phrases(concept)
            is_called[concept] = is_called[concept] or fold(column.heading) in phrases
    is_guest = bool(set(fold(name.heading).split()) & {*shared_phrases("participants"), "host"})
    return all(is_called.values()) and (is_guest or not has_word_of(name, "people"))


def _organizations(found: Found, columns: list[FileColumn], file_says: bool) -> bool:
    name = _first(found, "name")
    if name is None or repeats(name):
        return False
    if _names_people(name) and not (has_word_of(name, "organizations") or "acronym" in found):
        return False
    if name.share("agreement") >= _MIN_MOST_SHARE or name.share("office") >= _MIN_MOST_SHARE:
        return False
    if name.share("body") >= 0.4:
        return (
            file_says or has_word_of(name, "organizations") or not _are_behind_people(name, columns)
        )
    if name.share("country") >= _MIN_MOST_SHARE:
        return False
    own = {"acronym", "parent", "founded", "website"} & set(found)
    return bool(own) or file_says or has_word_of(name, "organizations")


def _offices(found: Found, columns: list[FileColumn], file_says: bool) -> bool:
    title = _first(found, "title")
    if title is None or title.share("office") < _MIN_MOST_SHARE:
        return False
    if any(column.share("person") >= _MIN_MOST_SHARE for column in columns if column is not title):
        return False
    return file_says or "seats" in found or ("organization" in found and not _has_dates(columns))


def _has_dates(columns: list[FileColumn]) -> bool:
    return any(column.filled and column.share("date") >= _MIN_MOST_SHARE for column in columns)


def _tenures(found: Found, columns: list[FileColumn], file_says: bool) -> bool:
    person = _first(found, "person")
    if person is None or max(person.share("body"), person.share("agreement")) >= _MIN_SOME_SHARE:
        return False
    if "office" not in found and not file_says:
        return False
    if _stands_behind_bodies(person, columns) or _are_guests(person, columns):
        return False
    return _names_people(person) or has_word_of(person, "people") or file_says


# Columns that only agreements have together, whatever names them.
_OF_AGREEMENTS = ({"in_force", "parties"}, {"in_force", "signed"})


def are_of_agreements(found: Found) -> bool:
    """Say whether the columns found are such as only agreements have together."""
    return any(some <= set(found) for some in _OF_AGREEMENTS)


def _agreements(found: Found, _columns: list[FileColumn], file_says: bool) -> bool:
    title = _first(found, "title")
    if title is None:
        return "party" not in found and are_of_agreements(found)
    if "party" not in found and repeats(title):
        return False
    own = {"in_force", "depositary", *(name for name in found if name.startswith("party_"))}
    own &= set(found)
    if _names_people(title) and not (own and {"party", "parties"} & set(found)):
        return False
    if title.share("country") >= _MIN_MOST_SHARE or title.share("office") >= _MIN_MOST_SHARE:
        return False
    if title.share("agreement") >= _MIN_SOME_SHARE or has_word_of(title, "agreements"):
        return title.share("event") < 0.6 or title.share("agreement") >= _MIN_SOME_SHARE
    if own or file_says:
        return True
    signed = _first(found, "signed")
    is_signed = signed is not None and _is_signature(signed.heading)
    return is_signed and bool({"parties", "party"} & set(found))


def _is_signature(heading: str) -> bool:
    folded = fold(heading)
    return any(f" {phrase} " in f" {folded} " for phrase in shared_phrases("signed"))


def _events(found: Found, columns: list[FileColumn], file_says: bool) -> bool:
    title, start = _first(found, "title"), _first(found, "start")
    title_column = title or _first(found, "notes") or _first(found, "participants")
    if title_column is None or (title is not None and repeats(title)):
        return False
    if title is not None and _names_people(title) and not _is_purpose(title):
        return False
    if title is not None and title.share("country") >= _MIN_MOST_SHARE:
        return False
    if title is None and _tells_lives(columns):
        return False
    if any(has_word_of(column, "events") for some in found.values() for column in some):
        return start is not None or (title is not None and title.share("event") >= _MIN_SOME_SHARE)
    if title is not None and start is not None and _is_purpose(title):
        about = {"place", "countries", "participants", "organizations"} & set(found)
        return bool(about) and fold(start.heading) in HEADINGS["events"]["start"]
    kinds = _first(found, "type")
    if title_column.share("event") >= _MIN_SOME_SHARE or (
        kinds is not None and kinds.share("event") >= _MIN_SOME_SHARE
    ):
        return start is not None
    if start is None or fold(start.heading) not in _days():
        return file_says and start is not None
    return title is not None or title_column.length() >= 25 or file_says


def _is_purpose(column: FileColumn) -> bool:
    """Say whether a column is called after what something was for; names of summits look like
    those of people.
    """
    return fold(column.heading) in shared_phrases("event_if_none") or has_word_of(column, "events")


def _tells_lives(columns: list[FileColumn]) -> bool:
    lives = {*shared_phrases("born"), *shared_phrases("gender"), *shared_phrases("family_name")}
    return any(fold(column.heading) in lives for column in columns)


def _days() -> frozenset[str]:
    """Return what a column is called that says when something happened, and nothing else."""
    return frozenset(shared_phrases("date"))


def _accreditations(found: Found, _columns: list[FileColumn], file_says: bool) -> bool:
    letters = {"credentials", "true_copy", "agrement"} & set(found)
    return {"person", "state", "country"} <= set(found) and (bool(letters) or file_says)


_SIGNS: dict[str, Callable[[Found, list[FileColumn], bool], bool]] = {
    "people": _people,
    "organizations": _organizations,
    "offices": _offices,
    "tenures": _tenures,
    "accreditations": _accreditations,
    "agreements": _agreements,
    "events": _events,
}
