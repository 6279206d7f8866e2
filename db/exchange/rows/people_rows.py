"""A row of a list of people: the person, and the office that the row says they hold."""

from __future__ import annotations

import re
from typing import NoReturn

from db.changes.naming import OF_PARTS, complete_name, give_parts, joined_name, set_by_hand
from db.exchange.mapping.row_values import RowValues
from db.exchange.placing.drafts import RowDraft, own_words
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.placing.target_fields import fill, read_country
from db.exchange.rows.office_rows import span, tenure_of
from db.names import fold, split_titles
from db.record_types import Link, Person, Ref
from db.vocabulary.countries import country_code, demonym_code

_VACANT = re.compile(
    r"\W*(?:(?:post |currently )?vacant|vacancy|vacante|vacat|vago|vaga|vakant|wakat|unbesetzt"
    r"|offen|n\. ?n|to be (?:appointed|announced|confirmed)|nieobsadzone|neobsazeno|boş|вакантно"
    r"|вакансия|вакантна|вакантный|κενή|شاغر|شاغرة|خالی|空缺|空席|공석|ledig|avoin|betöltetlen)\W*"
)

_TIES = ("office", "organization", "email", "phone", "died")


def is_vacant(text: str) -> bool:
    """Say whether a cell says that nobody holds the office.

    >>> is_vacant("(vacant)"), is_vacant("Vacante Perez")
    (True, False)
    """
    return bool(_VACANT.fullmatch(text.casefold()))


def build(row: RowValues, at: RowContext) -> RowDraft:
    """Return the person of a row; raise RowFault where only its office was made."""
    person = Person()
    draft = RowDraft(person)
    name = _name(row, draft)
    if country := row.values.get("country"):
        person.country = read_country(country[0], at.tally)
        draft.row_fields.append("country")
    fill(draft, "people", row, at.dates, at.tally)
    if name:
        _complete(person, draft, row)
    if "died" in row.values:
        person.died = at.dates.end(row, "died", person.born)
    if not name and not draft.record.identifiers:
        _without_person(row, at)
    if not name:
        person.title = person.identifiers[0].value
        at.tally.flag(f"The row gives no name for {person.title}; it stands under its identifier.")
    draft.tenure = tenure_of(row, at)
    if draft.tenure is None:
        _join_body(person, row, at)
    _keys(row, at, draft)
    return draft


def _name(row: RowValues, draft: RowDraft) -> str:
    person = draft.record
    text = row.text("name") or joined_name(
        row.text("given_name"), row.text("family_name"), _country(row)
    )
    if not text or is_vacant(text) or text == row.text("wikidata"):
        return ""
    person.title = text
    draft.row_fields.append("title")
    if before := row.values.get("honorific"):
        draft.put("honorific", " ".join(each.text for each in before))
    if behind := row.values.get("suffix"):
        draft.put("post_nominals", ", ".join(each.text for each in behind))
    return person.title


def _country(row: RowValues) -> str:
    country = row.values.get("country")
    return (country_code(country[0].text) or demonym_code(country[0].text) or "") if country else ""


def _complete(person: Person, draft: RowDraft, row: RowValues) -> None:
    """Split off titles and the parts of the name; what the row gives of either counts."""
    given, family = row.text("given_name"), row.text("family_name") or _family_of(row)
    titled = split_titles(given) if given else None
    if titled is not None and titled.honorifics and not person.honorific:
        person.honorific = " ".join(titled.honorifics)  # “Dr. Jens” is no given name
        person.title = person.title.replace(given, titled.name, 1)
        given = titled.name
    if given or family:
        person.given, person.family = given, family
        set_by_hand(person, OF_PARTS)
    complete_name(person)
    if given or family:
        give_parts(person, given, family)
        draft.row_fields.extend(
            [name for name in ("given", "family") if name not in draft.row_fields]
        )
    for name in ("honorific", "post_nominals"):
        if getattr(person, name) and name not in draft.row_fields:
            draft.row_fields.append(name)


def _family_of(row: RowValues) -> str:
    """Return the family name as the order of the written name tells it."""
    names = row.values.get("name")
    return names[0].family if names else ""


def _join_body(person: Person, row: RowValues, at: RowContext) -> None:
    """Make the person of a row that names a body and no office a member of it."""
    if body := row.values.get("organization"):
        earlier = at.dates.take_unread()
        since, until, _ = span(row, at)
        words = "; ".join(at.dates.take_unread())
        at.dates.put_back(earlier)
        other = at.desk.reference("organizations", body[0])
        person.links.append(
            Link(other=Ref(other), nature="member of", since=since, until=until, note=words)
        )
        return
    for target in ("from", "to"):
        for value in row.values.get(target, ()):
            at.tally.leave_out(value.column, value.text, "is the day of no office or body.")


def _without_person(row: RowValues, at: RowContext) -> NoReturn:
    """Take the office alone of a row that names nobody; the row itself is refused."""
    if "office" not in row.values:
        raise RowFault(at.column("name"), "", "The row names nobody; give the person's name.")
    tenure_of(row, at)
    name = row.text("name")
    raise RowFault(
        at.column("name"),
        name,
        f"The office is said to be vacant (“{name}”); it was made without a holder."
        if name
        else "The row names nobody; its office alone was taken, without a holder.",
    )


def _keys(row: RowValues, at: RowContext, draft: RowDraft) -> None:
    person = draft.record
    draft.keys = [("wikidata", value.text) for value in row.values.get("wikidata", ())]
    if row.id and (at.scheme, row.id) not in draft.keys:
        draft.keys.append((at.scheme, row.id))
    if not draft.keys:
        born = row.text("born")
        words = own_words([person.title, person.country, born])
        if not person.country and not born:
            words = at.namesake_key(words, _ties(row))
            draft.is_namesake = "-" in words
        draft.keys.append((at.row_scheme, words))


def _ties(row: RowValues) -> set[str]:
    """Return what tells that two rows of one name are about one person."""
    return {fold(each.text) for target in _TIES for each in row.values.get(target, ())} - {""}
