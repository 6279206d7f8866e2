"""What headings alone do not tell of a mapping: splits, translations, parties, identifiers, titles.

`mapping_guess` asks it for each target that it has found columns for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import takewhile

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.headings import fold
from db.exchange.mapping.shapes import FileColumn, is_country
from db.exchange.mapping.targets import Target
from db.vocabulary.countries import country_code, country_name

Found = dict[str, list[FileColumn]]  # target → its columns, the best first

MAX_GUESSED_TITLE_LETTERS = 120
_MARKS = ("|", ";", " / ", "\n")
_SERIES = re.compile(r"(.*?\D)\s?(\d{1,3})")
_ID_WORDS = (
    (100, re.compile(r"id|uid|uuid|identifier|key|kennung|identifiant|identificador")),
    (90, re.compile(r"(?:treaty|agreement|event|person|record|iea|document|trip|lb document) ?id")),
    (85, re.compile(r"(?:.* )?(?:id|number|uuid|uid)|.*id")),
    (70, re.compile(r"(?:.* )?(?:no|nr|num|numero|nummer|номер)|code|ref|reference")),
    (20, re.compile(r"column \d+")),
)
_SIDES = {"b": "bilateral", "bi": "bilateral", "bilateral": "bilateral", "m": "multilateral",
          "mu": "multilateral", "multi": "multilateral", "multilateral": "multilateral",
          "p": "plurilateral", "plurilateral": "plurilateral"}  # fmt: skip
_HOLDERS = {
    "ambassadors": "Ambassador", "ambassador": "Ambassador", "ministers": "Minister",
    "presidents": "President", "consuls": "Consul", "governors": "Governor",
    "secretaries": "Secretary", "commanders": "Commander",
}  # fmt: skip
# Columns of events that name where somebody came from, not where it happened.
_ORIGINS = ("from", "visitor country", "country of origin", "nationality")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(["to", "of", "for", "the", "in", "at", "and", "de", "la"])
_PERSONS = ("person", "name", "participants")
_PERSON_WORDS = "person|official|holder|traveller|minister|ambassador|member|participant|name|item"
_BESIDE = {
    "country": "country|state|nation",
    "countries": "country|state",
    "office": "position|office|post|role",
    "organization": "organization|organisation|ministry|agency",
    "depositary": "depositary|depository",
}


def country_fit(column: FileColumn, target: Target) -> float:
    """Say how well values suit a country: names, codes, or several in one cell."""
    if column.share("country") >= 0.4 or column.share("codes") >= 0.4:
        return 1.1
    if target.many and _between_countries(column):
        return 1.0
    is_named = column.share("name") >= 0.5 and column.length() < 200 and len(column.values) > 1
    return 0.7 if target.many and is_named else 0


def mark_of(column: FileColumn, *, commas: bool = True) -> str | None:
    """Return what parts several values in a cell, None when each holds one."""
    if column.share("codes") >= 0.4:
        return "-"
    values = list(column.values)
    for mark in _MARKS:
        if sum(mark in value for value in values) * 50 >= max(len(values), 1):
            return mark
    lists = [value for value in values if "," in value]
    if commas and lists and len(lists) * 50 >= len(values):
        parts = [part for value in lists for part in value.split(",")]
        if sum(map(len, parts)) / len(parts) < 22:
            return ","
    return None


def field_map(target: Target, column: FileColumn) -> FieldMap:
    """Return a column as the source of a target, with its split and translations."""
    source = FieldMap(column=column.heading)
    if target.many and target.shape in ("word", "country", "name"):
        source.split = mark_of(column, commas=target.shape == "word")
        if target.shape == "country" and source.split != "-":
            source.split = _between_countries(column)
    if target.refers:
        source.by, source.create = "name", True
    if target.name == "laterality":
        source.values = {v: _SIDES[v.casefold()] for v in column.values if v.casefold() in _SIDES}
    if target.shape == "country" and _is_namibia(column):
        source.values = {"NA": "Namibia"}
    return source


def _between_countries(column: FileColumn) -> str | None:
    """Return what parts countries in a cell; no comma as in “Korea, Republic of”."""
    if mark_of(column, commas=False) in _MARKS:
        return mark_of(column, commas=False)
    for mark in (",", "-"):
        lists = [value for value in list(column.values)[:100] if mark in value]
        whole = [value for value in lists if not is_country(value)]
        parts = [part for value in whole for part in value.split(mark)]
        if parts and sum(map(is_country, parts)) >= 0.5 * len(parts):
            return mark
    return None


def _is_namibia(column: FileColumn) -> bool:
    """Read NA in a column of two-letter codes as a state, not "not known"."""
    two = sum(len(value) == 2 and value.isupper() for value in column.values)
    known = two >= 20 and two == len(column.values)
    return known and column.blank * 20 < column.filled


def sort_parties(found: Found, columns: list[FileColumn]) -> None:
    """Tell one row per treaty and party from one column per party and from one list of them."""
    numbered: dict[str, list[FileColumn]] = defaultdict(list)
    for column in columns:
        series = _SERIES.fullmatch(column.heading)
        if series and column.filled:
            numbered[series[1]].append(column)
    for series_columns in numbered.values():
        few = series_columns[:6]
        if len(series_columns) > 2 and all(each.share("country") >= 0.8 for each in few):
            found["parties"] = series_columns
            break
    acts = [name for name in found if name.startswith("party_")]
    single = found.get("party", [])
    if not single or (not acts and "parties" in found) or _has_unique_titles(found):
        for name in ["party", *acts]:
            found.pop(name, None)
        if single and "parties" not in found:
            found["parties"] = single
    else:
        found["party"] = single[:1]
        found.pop("parties", None)


def _has_unique_titles(found: Found) -> bool:
    """Say whether no two rows have the same title, so that no row can be one of several parties."""
    return any(column.unique for column in found.get("title", [])[:1])


def complete(
    mapping: Mapping,
    found: Found,
    columns: list[FileColumn],
    file: str,
    words: list[str],
) -> None:
    """Add what headings alone do not give: identifiers beside names, titles, constants."""
    for target, maps in mapping.fields.items():
        needed = _PERSON_WORDS if target in _PERSONS else _BESIDE.get(target)
        if needed and target != "name":
            for each in maps[:1]:
                _identify(each, target, needed, found, columns, mapping.scheme)
    for target in ("born", "died"):
        for each in mapping.fields.get(target, []):
            each.precision = _precision_of(each.column or "", columns)
    if mapping.kind == "events":
        _entitle(mapping, found)
    if mapping.kind == "people" and "name" not in found and "family_name" in found:
        parts = [found[name][0].heading for name in ("given_name", "family_name") if name in found]
        whole = FieldMap(template=" ".join(f"{{{part}}}" for part in parts))
        mapping.fields = {"name": [whole], **mapping.fields}
    if mapping.kind in ("people", "tenures") and "office" not in found:
        office = office_in_file_name(file, words)
        if office:
            mapping.fields["office"] = [FieldMap(constant=office, create=True)]


def _identify(
    source: FieldMap, target: str, of_target: str, found: Found,
    columns: list[FileColumn], scheme: str,
) -> None:  # fmt: skip
    """Find the column that holds the identifier of what `source` names."""
    own = next(column for column in columns if column.heading == source.column)
    base = re.sub(r" ?(?:label|name)$", "", fold(own.heading))
    name = re.compile(rf"(?:{re.escape(base)}|{of_target})(?: ?(?:id|code|qid|key|uri|number))?")
    used = {id(column) for each in found.values() for column in each}
    for column in columns:
        if column is own or id(column) in used or not column.filled:
            continue
        wikidata = column.share("wikidata") >= 0.9
        slug = (
            target not in ("country", "countries")
            and column.share("token") >= 0.95
            and fold(column.heading).endswith((" id", "code"))
        )
        if name.fullmatch(fold(column.heading)) and (wikidata or slug):
            source.id = column.heading
            group = "person" if target in _PERSONS else target
            source.scheme = "wikidata" if wikidata else f"{scheme}-{group}"
            return


def _precision_of(heading: str, columns: list[FileColumn]) -> str | None:
    """Return the column with Wikidata's date precision (7 … 11) that stands beside a date."""
    for column in columns:
        like = fold(column.heading) in (fold(heading + "p"), fold(heading + " precision"))
        if like and column.values and set(column.values) <= {"6", "7", "8", "9", "10", "11"}:
            return column.heading
    return None


def _entitle(mapping: Mapping, found: Found) -> None:
    """Make a title for events that have none: who went where, or the first sentence of the text."""
    if "title" in found:
        return
    person, country, place, text = (
        found[name][0].heading if name in found else ""
        for name in ("participants", "countries", "place", "notes")
    )
    where = country or place
    origin = fold(country) in _ORIGINS
    if person and where and not origin:
        aside = f" ({{{place}}})" if country and place else ""
        title = FieldMap(template=f"{{{person}}} to {{{where}}}{aside}")
        if "type" not in found:
            mapping.fields["type"] = [FieldMap(constant="visit")]
    elif text or person:
        title = FieldMap(column=text or person, limit=MAX_GUESSED_TITLE_LETTERS)
    else:
        return
    mapping.fields = {"title": [title], **mapping.fields}


def office_in_file_name(file: str, words: list[str]) -> str:
    """Return the office that a file's name tells, as "ambassadors to estonia" does.

    A country is called by its name, whatever stands for it; what has capitals keeps them.

    >>> office_in_file_name("ambassadors-to-uae_2021", ["ambassadors", "to", "uae"])
    'Ambassador to United Arab Emirates'
    >>> office_in_file_name("Ambassadors to NATO", ["ambassadors", "to", "nato"])
    'Ambassador to NATO'
    """
    matches = [each for each in _WORD.findall(file) if set(fold(each).split()) & set(words)]
    for place, word in enumerate(matches):
        if (holder := _HOLDERS.get(fold(word))) is None:
            continue
        rest = matches[place + 1 :]
        small = [each.lower() for each in takewhile(lambda each: fold(each) in _SMALL, rest)]
        rest = rest[len(small) :]
        if code := country_code(" ".join(rest)):
            return " ".join([holder, *small, country_name(code)])
        return " ".join([holder, *small, *map(_with_capital, rest)])
    return ""


def _with_capital(word: str) -> str:
    return word.lower() if fold(word) in _SMALL else word[:1].upper() + word[1:]


def id_column(mapping: Mapping, found: Found, columns: list[FileColumn]) -> str | None:
    """Return the column that tells rows apart: unique, nearly always filled, and called so.

    With one row per party it is the one that repeats with the title.
    """
    taken_columns = {each.id for maps in mapping.fields.values() for each in maps if each.id}
    schemes = ("wikidata", "reference")
    serving = {each.heading for name, some in found.items() if name not in schemes for each in some}
    best: tuple[float, str] = (0, "")
    for place, column in enumerate(columns):
        heading = fold(column.heading)
        if column.heading in taken_columns | serving or column.filled < 9 * column.blank:
            continue
        if column.unique == mapping.one_per_party or column.share("token") < 0.9:
            continue
        if column.share("full date") > 0.5 or column.share("url") > 0.5:
            continue
        ranks = [score for score, form in _ID_WORDS if form.fullmatch(heading)]
        rank = float(max(ranks, default=0))
        rank = max(rank, 85 if "#" in column.heading else 0)
        rank -= place * 0.01
        if rank > best[0]:
            best = (rank, column.heading)
    return best[1] or None
