"""What a column of a file can become: the targets of every kind, as one table.

What a single field takes is declared with the field; here stands what no single field takes, and
the order. Mappings are checked against the table, guesses and templates made from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.tables.fields import Stored, meanings
from db.tables.parts import Accreditation, Office, Tenure
from db.tables.records import Agreement, Event, Organization, Person


@dataclass(frozen=True, slots=True)
class Target:
    """One thing a record takes from a row.

    `shape` is what its text must be: text, prose (of several lines), name, date, end (a date that
    may be open), country, boolean, number, sum (of money), url, wikidata or word (a short term out
    of a list). `many`: every value counts; otherwise further columns are alternates, and only with
    `joins` do several values of a cell count. `refers` is the kind of record that it names.
    """

    name: str
    shape: str = "text"
    many: bool = False
    refers: str = ""
    joins: bool = False


# How the text of a target reads, by the sort of the declared field, where that says no other.
SHAPES = {
    "text": "text +",
    "title": "text",
    "prose": "prose *",
    "word": "word",
    "date": "date",
    "day": "date",
    "country": "country",
    "flag": "boolean",
    "number": "number",
    "topics": "word *",
}
DECLARATIONS: dict[str, type[Stored]] = {
    "people": Person,
    "organizations": Organization,
    "offices": Office,
    "tenures": Tenure,
    "accreditations": Accreditation,
    "agreements": Agreement,
    "events": Event,
}

# Every target in the order in which they are offered. A bare name is a declared field's; the others
# stand for lines of a record, or for more than one field.
_PEOPLE = """
    name
    given_name
    family_name
    honorific
    suffix
    aliases name *
    native_name name +
    gender
    born
    died
    country
    office text -> offices
    organization text -> organizations
    from date
    to end
    languages
    email text *
    phone text *
    biography
    wikidata wikidata +
    notes prose *
"""
_ORGANIZATIONS = """
    name
    acronym
    aliases name *
    type
    country
    parent text -> organizations
    founded
    dissolved
    website url +
    email text *
    phone text *
    wikidata wikidata +
    notes prose *
"""
_OFFICES = """
    title
    organization text -> organizations
    country country
    seats
    created
    abolished
"""
_TENURES = """
    person name -> people
    office text -> offices
    organization text -> organizations
    country country
    from
    to
    acting
    end_state
    note
"""
_ACCREDITATIONS = """
    person name -> people
    state
    country
    class
"""
# The party_ targets are for files with one row per treaty and party; rows with the same
# identifier are then one agreement.
_AGREEMENTS = """
    title
    type
    laterality
    binding
    reference
    country
    parties country * -> organizations
    signed
    in_force
    terminated
    place
    depositary
    languages
    topics
    summary
    value sum
    currency word
    url url *
    notes prose *
    party country -> organizations
    party_act word *
    party_signed date
    party_ratified date
    party_accepted date
    party_acceded date
    party_succeeded date
    party_deposited date
    party_in_force date *
    party_withdrew end *
    party_act_date date *
    party_act_kind word
    party_effect date
    party_text prose *
    party_territory text
    party_towards country -> organizations
    link_nature word
    link_to text * -> agreements
    link_scope text
"""
_EVENTS = """
    title
    type
    start
    end
    place
    channel
    participants name * -> people
    organizations text * -> organizations
    countries country *
    outcome
    topics
    agreements text * -> agreements
    notes prose *
"""


def _target(line: str) -> Target:
    """Return a line `name shape [*] [-> kind]`: a star for many values, a plus in one cell."""
    head, _, refers = line.partition("->")
    name, shape, *mark = head.split()
    return Target(name, shape, mark == ["*"], refers.strip(), mark == ["+"])


def declared_targets(of: type[Stored]) -> dict[str, tuple[str, Target]]:
    """Return the fields of a declaration by what files call them: name and target."""
    found = {}
    for name, meaning in meanings(of):
        if meaning.target:
            target, _, shape = meaning.target.partition(" ")
            found[target] = (name, _target(f"{target} {shape or SHAPES[meaning.sort]}"))
    return found


def _table(kind: str, text: str) -> dict[str, Target]:
    """Return the targets of a kind: the listed ones, then what is declared and not listed."""
    declared = {name: target for name, (_, target) in declared_targets(DECLARATIONS[kind]).items()}
    found = {}
    for line in text.strip().splitlines():
        name, _, shape = line.strip().partition(" ")
        found[name] = _target(line) if shape else declared[name]
    return found | {name: target for name, target in declared.items() if name not in found}


_LISTED = {
    "people": _PEOPLE,
    "organizations": _ORGANIZATIONS,
    "offices": _OFFICES,
    "tenures": _TENURES,
    "accreditations": _ACCREDITATIONS,
    "agreements": _AGREEMENTS,
    "events": _EVENTS,
}
TARGETS = {kind: _table(kind, text) for kind, text in _LISTED.items()}
KINDS = tuple(TARGETS)


def first_target(kind: str) -> str:
    """Return the target that a row of this kind cannot do without.

    >>> first_target("agreements"), first_target("tenures")
    ('title', 'person')
    """
    return next(iter(TARGETS[kind]))
