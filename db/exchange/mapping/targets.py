"""What a column of a file can become: the targets of every kind, as one table.

`mapping` validates against it, `guess` fills it, and the writer reads from it what it is given.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """One thing a record takes from a row.

    `shape` is what its text must be: text, name, date, end (a date that may be open), country,
    boolean, number, url, wikidata or word (a short term out of a list). `many`: every value counts;
    otherwise further columns are alternates, and only with `joins` do several values of a cell
    count. `refers` is the kind of record that it names.
    """

    name: str
    shape: str = "text"
    many: bool = False
    refers: str = ""
    joins: bool = False


def _table(text: str) -> dict[str, Target]:
    """Lines of `name shape [*] [-> kind]`, a star for many values, a plus for several of a cell."""
    found = {}
    for line in text.strip().splitlines():
        left, _, refers = line.partition("->")
        name, shape, *mark = left.split()
        found[name] = Target(name, shape, mark == ["*"], refers.strip(), mark == ["+"])
    return found


_PEOPLE = """
    name name
    given_name name +
    family_name name +
    honorific word +
    suffix word +
    aliases name *
    native_name name +
    gender word
    born date
    died date
    country country
    office text -> offices
    organization text -> organizations
    from date
    to end
    languages word *
    email text *
    phone text *
    biography text *
    wikidata wikidata +
    notes text *
"""
_ORGANIZATIONS = """
    name name
    acronym word +
    aliases name *
    type word
    country country
    parent text -> organizations
    founded date
    dissolved end
    website url +
    wikidata wikidata +
    notes text *
"""
_OFFICES = """
    title text
    organization text -> organizations
    country country
    seats number
    created date
    abolished end
"""
_TENURES = """
    person name -> people
    office text -> offices
    organization text -> organizations
    country country
    from date
    to end
    acting boolean
    end_state word
    note text *
"""
# The party_ targets are for files with one row per treaty and party; rows with the same
# identifier are then one agreement.
_AGREEMENTS = """
    title text
    type word
    laterality word
    binding word
    reference text +
    country country
    parties country * -> organizations
    signed date
    in_force date
    terminated end
    place text +
    depositary text + -> organizations
    languages word *
    topics word *
    summary text *
    value number
    currency word
    url url *
    notes text *
    party country -> organizations
    party_signed date
    party_ratified date
    party_accepted date
    party_acceded date
    party_succeeded date
    party_deposited date
    party_in_force date
    party_withdrew end
"""
_EVENTS = """
    title text
    type word
    start date
    end end
    place text +
    channel word
    participants name * -> people
    organizations text * -> organizations
    countries country *
    outcome text *
    topics word *
    agreements text * -> agreements
    notes text *
"""

TARGETS: dict[str, dict[str, Target]] = {
    "people": _table(_PEOPLE),
    "organizations": _table(_ORGANIZATIONS),
    "offices": _table(_OFFICES),
    "tenures": _table(_TENURES),
    "agreements": _table(_AGREEMENTS),
    "events": _table(_EVENTS),
}
KINDS = tuple(TARGETS)


def first_target(kind: str) -> str:
    """The target that a row of this kind cannot do without.

    >>> first_target("agreements"), first_target("tenures")
    ('title', 'person')
    """
    return next(iter(TARGETS[kind]))
