"""A Mapping guessed from a table's headings and values; the import shows it and a person may
change it. Headings propose, values decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from db.errors import Refused
from db.exchange.mapping import cells
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.column_fit import fit_of
from db.exchange.mapping.guess.column_sources import field_map, remarks_on_namibia
from db.exchange.mapping.guess.columns_by_values import take_by_values
from db.exchange.mapping.guess.columns_without_headings import (
    SAYS,
    find_by_values,
    have_no_headings,
)
from db.exchange.mapping.guess.days.date_columns import join_dates
from db.exchange.mapping.guess.days.date_roots import take_dates
from db.exchange.mapping.guess.guess_details import complete, id_column
from db.exchange.mapping.guess.heading_languages import is_day_first, languages_of
from db.exchange.mapping.guess.headings import (
    FILE_WORDS,
    HEADINGS,
    TELLING,
    Ranks,
    begins_with,
    fold,
    likeness_by,
    ranks_of,
)
from db.exchange.mapping.guess.kind_signs import are_of_agreements, has_word_of, sign_of
from db.exchange.mapping.guess.last_look.rest_of_columns import (
    is_of_figures,
    remarks_on_the_rest,
)
from db.exchange.mapping.guess.last_look.weak_signs import remarks_on_weak_signs
from db.exchange.mapping.guess.mixed_sorts import rows_by_sort
from db.exchange.mapping.guess.party_columns import (
    give_parties_their_dates,
    is_status_list,
    sort_parties,
    title_above,
)
from db.exchange.mapping.guess.person_columns import NAMED_AS, PARTS_OF_NAME, sort_names
from db.exchange.mapping.guess.shapes import FileColumn, read_columns
from db.exchange.mapping.targets import KINDS, TARGETS, Target, first_target

_MIN_SURE_FIT = 0.45  # a heading that is less like a target's names is left alone
_NAMED_SCORE = 1.001
_HEAD_SCORE = 0.62  # of “place of conclusion”, by its first word
_DAYS = ("date", "end")
_COUNTRY = "country"
_MIN_ALTERNATE_FIT = 0.6  # an alternate must be surer
_NOISE = re.compile(r"\d+|\b(?:scraped|wikidata|export|clean(?:ed)?|final|original|data|copy)\b")
# What also makes a record where its first target is missing: a title or name is then put together.
_INSTEAD = {"events": "start", "people": "family_name", "tenures": "family_name"}
_SURE_LOOK = 0.7  # share of values
_SOME_LOOK = 0.5  # the same, where the heading says so too
_MIN_MARK = 1.5  # what speaks less for a kind is a question
# What the values of a kind's first target look like.
_LOOK_OF = {
    "people": "person", "tenures": "person", "accreditations": "person",
    "organizations": "body", "offices": "office", "agreements": "agreement", "events": "event",
}  # fmt: skip
# Targets whose column may be the one that names things, where none is called so.
_GIVES_WAY = frozenset(("notes", "note", "aliases", "native_name", "type", "reference", "topics"))
Found = dict[str, list[FileColumn]]


def guess_map(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    kind: str | None = None,
    file: str = "",
    above: Sequence[str] = (),
) -> Mapping:
    """Return the most likely Mapping of a table; `file` is its name without folder or ending,
    `above` the texts over its headings.

    Give all rows: whether a column identifies rows, and which number of a date is the day, is only
    seen in the whole. Raises Refused (field "kind") when the table is of no kind we know.
    """
    columns = join_dates(read_columns(headers, rows))
    sorter, sorts = rows_by_sort(columns)
    if len(sorts) > 1 and kind is None:
        kind_list = " and ".join(sorts)
        raise Refused(
            f"By its column {sorter} the file lists {kind_list}; import it once for each, naming"
            " the kind of record.",
            "kind",
        )
    tried = {each: _assign(each, columns) for each in ((kind,) if kind else KINDS)}
    by_values = find_by_values(columns) if have_no_headings(columns) else {}
    if by_values and set(by_values) <= set(tried):
        mapping = _mapping(next(iter(by_values)), next(iter(by_values.values())), columns, file)
        mapping.remarks = (SAYS, *mapping.remarks, *remarks_on_the_rest(mapping, columns))
        return mapping
    if "agreements" in tried and (title := title_above(tried["agreements"], above)):
        return _of_one_treaty(title, tried["agreements"], columns, file)
    marks = {
        each: _mark(each, found, file) if kind or sign_of(each, found, columns, file) else 0
        for each, found in tried.items()
    }
    chosen = max(marks, key=lambda each: marks[each])
    header_list = ", ".join(headers[:8]) + (" …" if len(headers) > 8 else "")
    if marks[chosen] < _MIN_MARK and kind is None:
        if is_status_list(tried["agreements"]):
            raise Refused(
                f"The columns ({header_list}) are of the parties of one treaty, which the file does"
                ' not name; give a map with its title: [constants] title = "…".',
                "title",
            )
        raise Refused(
            f"The columns ({header_list}) do not show what the file lists; name the kind of record "
            "or give a map.",
            "kind",
        )
    found = tried[chosen]
    says = []
    if not kind and first_target(chosen) not in found and chosen not in _INSTEAD:
        propose_column(chosen, found, columns)
        says = [_tell_title(chosen, each) for each in found.get(first_target(chosen), [])]
    if kind and first_target(kind) not in found:
        propose_column(kind, found, columns)
    take_dates(chosen, found, columns)
    mapping = _mapping(chosen, found, columns, file)
    if first_target(chosen) not in mapping.fields and "wikidata" not in mapping.fields:
        raise Refused(
            f"No column of ({header_list}) shows the {first_target(chosen)} of {chosen}; give a map"
            " that names it.",
            first_target(chosen),
        )
    if not kind and is_of_figures(mapping, columns):
        raise Refused(
            f"The columns ({header_list}) hold figures and nothing else of {chosen}; name the kind"
            " of record or give a map.",
            "kind",
        )
    if not kind and (blank := _mostly_blank(mapping, columns)):
        raise Refused(
            f"“{blank}” would be the {first_target(chosen)} of {chosen}, but is blank in most rows;"
            " name the kind of record or give a map.",
            first_target(chosen),
        )
    if chosen in sorts:
        mapping.only = {sorter: sorts[chosen]}
    mapping.remarks = (
        *mapping.remarks,
        *says,
        *remarks_on_weak_signs(chosen, found),
        *remarks_on_the_rest(mapping, columns),
    )
    return mapping


def _of_one_treaty(title: str, found: Found, columns: list[FileColumn], file: str) -> Mapping:
    """Return the map of the status list of one treaty, whose title stands over the table."""
    give_parties_their_dates(found)
    mapping = _mapping("agreements", found, columns, file)
    mapping.fields = {"title": [FieldMap(constant=title)], **mapping.fields}
    says = f"That all rows are of “{title}” was read above the headings; check that it is so."
    mapping.remarks = (*mapping.remarks, says)
    return mapping


def _tell_title(kind: str, column: FileColumn) -> str:
    """Tell that no heading says what the things of a list are called."""
    return (
        f"“{column.heading}” was taken for the {first_target(kind)}, as no heading says so; check"
        " that it is so."
    )


def _mostly_blank(mapping: Mapping, columns: list[FileColumn]) -> str:
    """Return the heading of the only column of titles where more rows have none, "" otherwise."""
    sources = mapping.fields.get(first_target(mapping.kind), [])
    if len(sources) != 1 or not sources[0].column:
        return ""
    column = next(each for each in columns if each.heading == sources[0].column)
    return column.heading if column.blank > column.filled and mapping.kind != "tenures" else ""


def propose_column(kind: str, found: Found, columns: list[FileColumn]) -> None:
    """Take for the first target of a kind the column that is most like one, by its values: most
    of them texts that tell things apart.
    """
    look, target = _LOOK_OF[kind], first_target(kind)
    rated = []
    for place, column in enumerate(columns):
        serves = [name for name, some in found.items() if column in some]
        if set(serves) - _GIVES_WAY or column.share("name") < 0.8 or column.share("url") > 0.2:
            continue
        if column.share("country") >= 0.5 and kind != "organizations":
            continue
        apart = column.distinct() if kind not in ("tenures", "offices") else 0.5
        rate = column.share(look) + 0.6 * apart + min(column.length(), 40) / 400
        if column.share("token") > 0.9 and column.share(look) < 0.3:
            rate -= 0.4
        rated.append((rate, -place))
    if rated and max(rated)[0] >= 0.6:
        chosen = columns[-max(rated)[1]]
        for name in [name for name, some in found.items() if chosen in some]:
            found[name].remove(chosen)
            if not found[name]:
                del found[name]
        found[target] = [chosen]


def _assign(kind: str, columns: list[FileColumn]) -> Found:
    """Return columns for each target, best first; every column serves one target."""
    scored = []
    sought, names, all_phrases = _sought(kind)
    for place, column in enumerate(columns):
        heading = fold(column.heading)
        if heading not in names and not likeness_by(heading, all_phrases):
            continue  # of a table with ten thousand columns nearly all
        for target, name, phrases in sought:
            # Who names a column as the target itself means it, before all that is called alike. Not
            # so a country: of a row that is a party's, it is the party.
            is_named = heading == name and target.name != _COUNTRY
            score = _NAMED_SCORE if is_named else likeness_by(heading, phrases)
            if score < _HEAD_SCORE and target.shape not in _DAYS and begins_with(heading, phrases):
                score = _HEAD_SCORE
            fit = fit_of(kind, column, target) if score >= _MIN_SURE_FIT else 0
            if score * fit >= _MIN_SURE_FIT:
                scored.append((score * fit, -place, target.name))
    found: Found = {}
    used: set[int] = set()
    for score, minus, name in sorted(scored, reverse=True):
        if -minus in used or (name in found and score < _MIN_ALTERNATE_FIT):
            continue
        used.add(-minus)
        found.setdefault(name, []).append(columns[-minus])
    take_by_values(kind, found, columns)
    if kind == "agreements":
        sort_parties(found, columns)
    if kind in NAMED_AS:
        sort_names(found, columns, NAMED_AS[kind])
    return found


@cache
def _sought(kind: str) -> tuple[list[tuple[Target, str, Ranks]], frozenset[str], Ranks]:
    """Return the targets of a kind with their names and what their columns are called, then both
    of all of them together; of holders too the parts of a name.
    """
    sought = [(target, HEADINGS[kind].get(name, ())) for name, target in TARGETS[kind].items()]
    if kind == "tenures":
        people = TARGETS["people"]
        sought += [(people[part], HEADINGS["people"][part]) for part in PARTS_OF_NAME]
    found = [(target, fold(target.name), ranks_of(phrases)) for target, phrases in sought]
    every = tuple(dict.fromkeys(phrase for _, phrases in sought for phrase in phrases))
    return found, frozenset(name for _, name, _ in found), ranks_of(every)


def _mark(kind: str, found: Found, file: str) -> float:
    """Say how much speaks for a kind: its telling columns, and the file's name."""
    if kind == "events" and not {"title", "notes", "participants"} & set(found):
        return 0
    needs = {first_target(kind), *_INSTEAD.get(kind, "").split()} & set(found)
    mark = sum(TELLING.get((kind, name), 1.0) for name in found)
    first = first_target(kind)
    looks = found[first][0].share(_LOOK_OF[kind]) if first in found else 0
    if looks >= _SURE_LOOK or (looks >= _SOME_LOOK and has_word_of(found[first][0], kind)):
        mark = max(mark, _MIN_MARK)  # the values themselves say what they are
    elif (not needs or len(found) < 2) and not (kind == "agreements" and are_of_agreements(found)):
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
            if target.shape in _DAYS:  # a day before the year it lies in
                found[name].sort(key=lambda each: each.share("full date") < _SOME_LOOK)
            sources = found[name] if target.many or len(found[name]) == 1 else found[name][:4]
            mapping.fields[name] = [field_map(target, each) for each in sources]
    mapping.remarks = remarks_on_namibia(found, columns)
    complete(mapping, found, columns, file, words)
    own = id_column(mapping, found, columns)
    mapping.id_columns = (own,) if own else ()
    targets = [TARGETS[kind][name] for name in found if name in TARGETS[kind]]
    dated = [target.name for target in targets if target.shape in ("date", "end")]
    orders = {cells.decide(each.day, each.month) for name in dated for each in found[name]} - {None}
    if not orders:  # one hand wrote all dates of a table
        orders = {cells.decide(each.day, each.month) for each in columns} - {None}
    mapping.day_first = orders.pop() if len(orders) == 1 else None
    if not orders and mapping.day_first is None:
        mapping.day_first = is_day_first(languages_of(column.heading for column in columns))
    return mapping
