"""What the builder of a row stands on: the desk, the file's dates, its map, the tally."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.row_values import RowValues
from db.exchange.mapping.sums import Sums
from db.exchange.placing.drafts import Dates
from db.exchange.placing.posts import Posts
from db.exchange.placing.resolve import RecordResolver
from db.exchange.placing.tally import Tally
from db.exchange.placing.tenures import Tenures
from db.names import fold

ROW_SCHEME = "row of "  # identifiers that an import made of a row's own words


@dataclass(slots=True)
class RowContext:
    """One file's import; `scheme` is whose identifiers its rows carry, `row_scheme` that of keys
    made of a row's own words.
    """

    desk: RecordResolver
    posts: Posts
    tenures: Tenures
    dates: Dates
    mapping: Mapping
    tally: Tally
    sums: Sums = field(default_factory=Sums)
    seen: dict[str, list[int]] = field(default_factory=dict)  # own words → hashes of whole rows
    ties: dict[str, list[set[str]]] = field(default_factory=dict)  # own words → ties of each person
    above: dict[str, set[str]] = field(default_factory=dict)  # folded names → those of bodies above
    scheme: str = field(init=False)
    row_scheme: str = field(init=False)

    def __post_init__(self) -> None:
        """Put together once what every row asks for."""
        self.scheme = self.mapping.scheme
        self.row_scheme = ROW_SCHEME + self.mapping.scheme

    def is_circle(self, name: str, above: str, country: str) -> bool:
        """Say whether a body would stand below itself by the rows so far and the desk; note it
        where not.
        """
        own, upper = fold(name), fold(above)
        if own in self._all_above(upper, country):
            return True
        self.above.setdefault(own, set()).add(upper)
        return False

    def _all_above(self, name: str, country: str) -> set[str]:
        found, waiting = set(), [name]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += self.above.get(each, ())
                waiting += map(fold, self.desk.names_above(each, country))
        return found

    def column(self, target: str) -> str:
        """Return the columns that a target comes from, for a remark."""
        return ", ".join(each.source() for each in self.mapping.fields.get(target, ()))

    def namesake_key(self, words: str, ties: set[str]) -> str:
        """Return the key of a person known by a name alone: rows of one name are one person where
        they share a tie, such as an office or an address; others are numbered.
        """
        known = self.ties.setdefault(words, [])
        place = next((at for at, earlier in enumerate(known) if earlier & ties), len(known))
        if place < len(known):
            known[place] |= ties
        else:
            if known:
                self.tally.flag(
                    "An earlier row has the same name, and nothing tells whether they are one"
                    " person; both were taken."
                )
            known.append(ties)
        return words if place == 0 else f"{words}-{place + 1}"

    def own_key(self, row: RowValues, words: str) -> str:
        """Return a row's key of its own words; rows alike in them and not in all are numbered."""
        whole = hash(tuple((name, *values) for name, values in row.values.items()))
        alike = self.seen.setdefault(words, [])
        if whole in alike:
            self.tally.flag("The row says the same as an earlier one; it was taken once.")
        else:
            if alike:
                self.tally.flag(
                    "An earlier row has the same title and date and differs in other columns;"
                    " both were taken."
                )
            alike.append(whole)
        place = alike.index(whole)
        return words if place == 0 else f"{words}-{place + 1}"
