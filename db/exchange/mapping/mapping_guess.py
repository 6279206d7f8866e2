"""A Mapping guessed from a table's headings and values; the import shows it and a person may
change it. Headings propose, values decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from db.errors import Refused
from db.exchange.mapping import cells
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.headings import FILE_WORDS, HEADINGS, TELLING, fold, likeness
from db.exchange.mapping.shapes import FileColumn, is_country, read_columns
from db.exchange.mapping.targets import KINDS, TARGETS, Target, first_target
from db.vocabulary.countries import country_code, country_name

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


def sort_parties(found: dict[str, list[FileColumn]], columns: list[FileColumn]) -> None:
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


def _has_unique_titles(found: dict[str, list[FileColumn]]) -> bool:
    """Say whether no two rows have the same title, so that no row can be one of several parties."""
    return any(column.unique for column in found.get("title", [])[:1])


def complete(
    mapping: Mapping,
    found: dict[str, list[FileColumn]],
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
    source: FieldMap, target: str, of_target: str, found: dict[str, list[FileColumn]],
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


def _entitle(mapping: Mapping, found: dict[str, list[FileColumn]]) -> None:
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


def id_column(
    mapping: Mapping, found: dict[str, list[FileColumn]], columns: list[FileColumn]
) -> str | None:
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


_MIN_SURE_FIT = 0.45  # a heading that is less like a target's names is left alone
_MIN_ALTERNATE_FIT = 0.6  # an alternate must be surer
_NOISE = re.compile(r"\d+|\b(?:scraped|wikidata|export|clean(?:ed)?|final|original|data|copy)\b")

# What also makes a record where its first target is missing: a title or name is then put together.
_INSTEAD = {"events": "start", "people": "family_name"}

Found = dict[str, list[FileColumn]]


def guess_map(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    kind: str | None = None,
    file: str = "",
) -> Mapping:
    """Return the most likely Mapping of a table; `file` is its name without folder or ending.

    Give all rows: whether a column identifies rows, and which number of a date is the day, is only
    seen in the whole. Raises Refused (field "kind") when the table is of no kind we know.
    """
    columns = read_columns(headers, rows)
    tried = {each: _assign(each, columns) for each in ((kind,) if kind else KINDS)}
    marks = {each: _mark(each, found, file) for each, found in tried.items()}
    chosen = max(marks, key=lambda each: marks[each])
    found = tried[chosen]
    if marks[chosen] < 1.5 and kind is None:
        header_list = ", ".join(headers[:8])
        raise Refused(
            f"The columns ({header_list}) do not show what the file lists; name the kind of record "
            "or give a map.",
            "kind",
        )
    return _mapping(chosen, found, columns, file)


def _assign(kind: str, columns: list[FileColumn]) -> Found:
    """Return columns for each target, best first; every column serves one target."""
    scored = []
    for place, column in enumerate(columns):
        heading = fold(column.heading)
        for target in TARGETS[kind].values():
            score = likeness(heading, HEADINGS[kind].get(target.name, ()))
            fit = _fit(column, target) if score >= _MIN_SURE_FIT else 0
            if score * fit >= _MIN_SURE_FIT:
                scored.append((score * fit, -place, target.name))
    found: Found = {}
    used: set[int] = set()
    for score, minus, name in sorted(scored, reverse=True):
        if -minus in used or (name in found and score < _MIN_ALTERNATE_FIT):
            continue
        used.add(-minus)
        found.setdefault(name, []).append(columns[-minus])
    if kind == "agreements":
        sort_parties(found, columns)
    return found


def _fit(column: FileColumn, target: Target) -> float:
    """Say how well a column's values suit a target's shape: 0 rules it out."""
    if column.filled > 1 and set(column.values) == {column.heading}:
        return 0  # the text of a link, repeated in every row
    if not column.filled:
        return 0.8 if target.shape in ("date", "end") else 0
    if target.shape in ("date", "end"):
        dated = max(column.share("date"), _forever(column))
        return 1.0 if dated >= 0.5 else 0
    if target.shape in ("url", "wikidata", "boolean", "number"):
        return 1.0 if column.share(target.shape) >= 0.5 else 0
    if column.share("wikidata") > 0.5 or column.share("full date") > 0.5:
        return 0
    if target.shape == "country":
        return country_fit(column, target)
    if column.share("url") > 0.5:
        return 0.6 if target.name in ("notes", "reference") else 0
    if target.shape in ("name", "word") or target.name == "title":
        longest = {"name": 90, "word": 400 if target.many else 80}.get(target.shape, 4000)
        if column.share("name") < 0.5 or column.length() > longest:
            return 0
        return 0.5 if target.name == "type" and column.length() < 2 else 1.0  # codes say little
    return 1.0


def _forever(column: FileColumn) -> float:
    ends = sum(cells.is_open_end(value) or cells.is_no_date(value) for value in column.values)
    return ends / len(column.values)


def _mark(kind: str, found: Found, file: str) -> float:
    """Say how much speaks for a kind: its telling columns, and the file's name."""
    if kind == "events" and not {"title", "notes", "participants"} & set(found):
        return 0
    needs = {first_target(kind), _INSTEAD.get(kind, "")} & set(found)
    mark = sum(TELLING.get((kind, name), 1.0) for name in found)
    if not needs or len(found) < 2:
        mark *= 0.3
    words = set(fold(file).split())
    return mark + (2.5 if words & set(FILE_WORDS[kind].split()) else 0)


def _file_words(file: str) -> list[str]:
    return [word for word in _NOISE.sub(" ", fold(file)).split() if word]


def file_scheme(file: str) -> str:
    """Return whose identifiers a file has that does not say so, by its name without ending.

    >>> file_scheme("UK treaties 2024 (final)"), file_scheme("2024")
    ('uk-treaties', 'file')
    """
    return "-".join(_file_words(file)) or "file"


def _mapping(kind: str, found: Found, columns: list[FileColumn], file: str) -> Mapping:
    words = _file_words(file)
    mapping = Mapping(kind, file_scheme(file))
    mapping.one_per_party = "party" in found
    for name in TARGETS[kind]:
        if name in found:
            target = TARGETS[kind][name]
            sources = found[name] if target.many or len(found[name]) == 1 else found[name][:4]
            mapping.fields[name] = [field_map(target, each) for each in sources]
    complete(mapping, found, columns, file, words)
    own = id_column(mapping, found, columns)
    mapping.id_columns = (own,) if own else ()
    dated = [name for name in found if TARGETS[kind][name].shape in ("date", "end")]
    orders = {cells.decide(each.day, each.month) for name in dated for each in found[name]} - {None}
    mapping.day_first = orders.pop() if len(orders) == 1 else None
    return mapping
