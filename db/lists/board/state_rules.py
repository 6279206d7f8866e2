"""Who stands before whom among a state's own offices, by the table that the desk keeps of it.

A state's record has the rules, one line for each place (`OfficeRule`). The meeting brief, lists and
the office board ask for the place of an office; what no rule names stands after all that one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from db.lens import Lens, shows
from db.lists.office_keys import office_key
from db.names import fold
from db.storage.engine import Sql
from db.tables.references import Ref

LAST_PLACE: Final = 1 << 30  # of an office that no rule names


class _RuledBody(Protocol):
    @property
    def ref(self) -> Ref: ...
    @property
    def country(self) -> str: ...


@dataclass(frozen=True, slots=True)
class OrderRule:
    """One line of a state's table: the office, or words of its title, and the body where it must
    be that of one.
    """

    title: str
    body: int = 0


def place_of(rules: Sequence[OrderRule], title: str, body: Ref) -> int:
    """Return the place of an office among the rules, from 1: the whole title counts before a part
    of it, and of two parts the longer.

    >>> rules = [OrderRule("President"), OrderRule("Prime Minister"), OrderRule("Minister")]
    >>> titles = ("Prime Minister", "Minister of Finance", "Deputy Director")
    >>> [place_of(rules, title, Ref(1)) for title in titles]
    [2, 3, 1073741824]
    >>> place_of([OrderRule("Foreign Minister")], "Minister of Foreign Affairs of Chad", Ref(1))
    1
    """
    own = office_key(title, body.title)
    words, plain = set(own.split()), fold(title)
    best, place = (0, 0), LAST_PLACE
    for number, rule in enumerate(rules, 1):
        if rule.body and rule.body != body.id:
            continue
        wanted = office_key(rule.title, body.title)
        of_rule = set(wanted.split())
        is_whole = wanted == own or fold(rule.title) == plain
        if not (is_whole or (of_rule and of_rule <= words)):
            continue
        fit = (2 if is_whole else 1, len(of_rule) + bool(rule.body))
        if fit > best:
            best, place = fit, number
    return place


def read_state_rules(sql: Sql, lens: Lens) -> StateRules:
    """Return the rules that the records of states keep, as far as the lens shows them; of a rule
    for a hidden body nothing is told.
    """
    rules: dict[str, list[OrderRule]] = {}
    markings: dict[str, int] = {}
    for country, marking, title, body, of_body in sql.rows(
        "SELECT r.country, r.marking, u.title, u.body_id, b.marking FROM office_rule u"
        " JOIN record r ON r.id = u.record_id LEFT JOIN record b ON b.id = u.body_id"
        f" WHERE r.country <> '' AND {shows('r.marking')}"
        f" AND (u.body_id IS NULL OR {shows('b.marking')}) ORDER BY r.id, u.position",
        (lens.ceiling, lens.ceiling),
    ):
        rules.setdefault(country, []).append(OrderRule(title, body or 0))
        markings[country] = max(markings.get(country, 0), marking, of_body or 0)
    return StateRules(rules, markings)


class StateRules:
    """The rules of states by country, with the places that were asked for."""

    def __init__(
        self,
        rules: Mapping[str, Sequence[OrderRule]] | None = None,
        markings: Mapping[str, int] | None = None,
    ) -> None:
        self._rules = rules or {}
        self._markings = markings or {}
        self._places: dict[tuple[int, str], int] = {}

    def place(self, body: _RuledBody, title: str) -> int:
        """Return the place of an office of a body: that of the rules of its state."""
        rules = self._rules.get(body.country, ())
        if not rules:
            return LAST_PLACE
        key = (body.ref.id, title)
        if key not in self._places:
            self._places[key] = place_of(rules, title, body.ref)
        return self._places[key]

    def place_in(self, country: str, title: str, body: Ref) -> int:
        """Return the place of an office of a body of a country."""
        rules = self._rules.get(country, ())
        return place_of(rules, title, body) if rules else LAST_PLACE

    def marking(self, countries: Iterable[str]) -> int:
        """Return the highest marking of the records that keep the rules of these states."""
        return max((self._markings.get(each, 0) for each in countries), default=0)

    def __bool__(self) -> bool:
        return bool(self._rules)
