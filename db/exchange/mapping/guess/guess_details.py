"""What a guess adds that no heading alone gives: identifiers beside names, titles, constants.

`guess` asks once it has given columns to targets.
"""

from __future__ import annotations

import re

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.headings import fold, shared_phrases
from db.exchange.mapping.guess.holder_columns import (
    join_honorifics,
    office_in_file_name,
    office_of_heading,
    part_states,
)
from db.exchange.mapping.guess.person_columns import NAMED_AS, join_names, order_names
from db.exchange.mapping.guess.shapes import FileColumn, counts_rows

Found = dict[str, list[FileColumn]]

MAX_GUESSED_TITLE_LETTERS = 120
_ID_WORDS = (
    (100, re.compile(r"id|uid|uuid|identifier|key|kennung|identifiant|identificador")),
    (90, re.compile(r"(?:treaty|agreement|event|person|record|iea|document|trip|lb document) ?id")),
    (85, re.compile(r"(?:.* )?(?:id|number|uuid|uid)|.*id|.* key")),
    (85, re.compile(r"matricule|matricula|personalnummer|mitgliedsnummer|laufnummer")),
    (70, re.compile(r"(?:.* )?(?:no|nr|num|numero|nummer|номер)|code|ref|reference")),
    (20, re.compile(r"column \d+")),
)
_PERSON_ID = re.compile(
    r"(?:person|individual|member|people|employee|staff|politician|legislator|mp)(?: \w+)? ?"
    r"(?:id|uuid|uid|number|no|nr|key)|(?:entity|subject) logical id|matricule|personalnummer"
)
_MIN_NAMED = 0.9  # distinct identifiers for each distinct name
# Columns of events that name where somebody came from, not where it happened.
_GUESTS = frozenset(
    ("visitor", "visiteur", "besucher", "visitante", "visitatore", "bezoeker", "gosc", "host",
     "guest", "invite", "gast", "invitado", "convidado", "ospite", "ziyaretci", "konuk", "гость",
     "гість", "επισκεπτης", "الضيف", "الزائر", "مهمان", "来访者", "来訪者", "dignitary")
)  # fmt: skip
_ORIGINS = ("from", "visitor country", "country of origin", "nationality")
_PERSONS = ("person", "name", "participants")  # targets that people are named in
_PERSON_WORDS = "person|official|holder|traveller|minister|ambassador|member|participant|name|item"
_BESIDE = {
    "country": "country|state|nation",
    "countries": "country|state",
    "office": "position|office|post|role",
    "organization": "organization|organisation|ministry|agency",
    "depositary": "depositary|depository",
}


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
    for each in mapping.fields.get("party_act", []):
        each.date = _date_beside(each.column or "", found, columns)
    for target in ("born", "died"):
        for each in mapping.fields.get(target, []):
            each.precision = _precision_of(each.column or "", columns)
    for target in _PERSONS:
        _order_names(mapping, target, columns)
    if mapping.kind == "events":
        _entitle(mapping, found)
    if mapping.kind in NAMED_AS:
        _complete_holders(mapping, found, columns, file, words)


def _order_names(mapping: Mapping, target: str, columns: list[FileColumn]) -> None:
    """Say of each column of people's names in which order it has them."""
    if target == "name" and mapping.kind != "people":
        return
    for source in mapping.fields.get(target, []):
        column = next((each for each in columns if each.heading == source.column), None)
        if column is not None and (says := order_names(source, column)):
            mapping.remarks = (*mapping.remarks, says)


def _complete_holders(
    mapping: Mapping, found: Found, columns: list[FileColumn], file: str, words: list[str]
) -> None:
    """Put names of people together, and say what office they hold where no column does."""
    join_names(mapping, found, columns, NAMED_AS[mapping.kind])
    if "office" not in found:
        if office := office_of_heading(found, NAMED_AS[mapping.kind]):
            says = f"That each of them is {office} was read from the heading; check that it is so."
            mapping.remarks = (*mapping.remarks, says)
        else:
            office = office_in_file_name(file, words)
        if office:
            mapping.fields["office"] = [FieldMap(constant=office, create=True)]
    part_states(mapping, found)
    join_honorifics(mapping, found, columns)


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


def _date_beside(heading: str, found: Found, columns: list[FileColumn]) -> str | None:
    """Return the column that says when an act was done: `Instrument Date` beside `Instrument
    Type`.
    """
    start = fold(heading).split()[0]
    serving = {id(column) for some in found.values() for column in some}
    dated = [each for each in columns if each.share("date") >= 0.5 and id(each) not in serving]
    called = [each for each in dated if start in fold(each.heading).split()]
    return (called or dated)[0].heading if called or len(dated) == 1 else None


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
    if country and _is_of_guests(person, country):
        country = ""  # a visitor's country is where they come from
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


def _is_of_guests(person: str, country: str) -> bool:
    """Say whether a table is of visitors, and its country not said to be where they went.

    >>> _is_of_guests("Visitor", "Country"), _is_of_guests("Visitor", "Destination")
    (True, False)
    """
    is_guest = fold(person) in _GUESTS
    return is_guest and fold(country) not in shared_phrases("destination")


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
        if column.template or counts_rows(column):
            continue
        repeats = mapping.kind == "people" and _is_of_persons(column, found)
        if (column.unique == mapping.one_per_party and not repeats) or column.share("token") < 0.9:
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


def _is_of_persons(column: FileColumn, found: Found) -> bool:
    """Say whether a column that repeats identifies the persons whose rows are several: it is called
    so, or each of its values has one name.
    """
    names = [each for name in ("name", "family_name") for each in found.get(name, [])[:1]]
    if column.unique or not names:
        return False
    heading = fold(column.heading)
    share = len(column.values) / max(len(names[0].values), 1)
    return bool(_PERSON_ID.fullmatch(heading)) or (heading in ("id", "uid") and share >= _MIN_NAMED)
