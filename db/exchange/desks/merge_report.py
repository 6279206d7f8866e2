"""What a merge of two desks did or would do, and what both changed; command and window show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from db.errors import Refused

MINE, NEWER = "mine", "newer"
RULES = (MINE, "theirs", NEWER)
KEPT = "named"  # why a record that one side deleted stays


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """What both desks changed of one thing. `field` is the path, "" for a whole record; `choice` is
    the side that was taken, `decided` whether somebody or a rule said so.
    """

    uid: str
    kind: str
    title: str
    field: str
    label: str
    ours: str
    theirs: str
    our_time: str
    our_author: str
    their_time: str
    their_author: str
    choice: str
    decided: bool
    is_deletion: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What a decision names it by."""
        return self.uid, self.field


@dataclass(frozen=True, slots=True)
class CourierOrigin:
    """Which courier was merged: whose, its number, for whom it was made, and when."""

    sender: str
    author: str
    number: int
    to: str
    time: str


@dataclass(slots=True)
class MergeReport:
    """Counts are by plural of the kind. `same` are records of this desk that stay as they are,
    `withheld` those above the ceiling, of which nothing was taken; `alike` are the uids of added
    records that look like others: Duplicates shows them.
    """

    added: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    same: int = 0
    withheld: int = 0
    conflicts: list[MergeConflict] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)
    new_ids: dict[str, int] = field(default_factory=dict)  # of added records, by uid
    courier: CourierOrigin | None = None  # where it was one
    still_here: list[str] = field(default_factory=list)  # uids: deleted there, and named here
    searches: int = 0  # saved ones that came, went or were changed
    verdicts: int = 0  # pairs that are not the same, new here
    settings: list[str] = field(default_factory=list)  # what those are called that were taken
    notes: list[str] = field(default_factory=list)  # sentences on what was not simply taken

    @property
    def undecided_count(self) -> int:
        """How many conflicts nobody decided: what this desk had stays."""
        return sum(not conflict.decided for conflict in self.conflicts)

    @property
    def has_effect(self) -> bool:
        """Whether a merge does anything, or has anything to be decided."""
        records = self.added, self.updated, self.removed
        return any((*records, self.conflicts, self.searches, self.verdicts, self.settings))

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out or left open, so that the next merge can go on from it."""
        return not self.withheld and not self.undecided_count


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided one by one, "ours" or "theirs" by uid and field; the rule for the rest."""

    rule: str = ""
    chosen: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.rule and self.rule not in RULES:
            raise Refused(f"“{self.rule}” is no rule; the rules are {', '.join(RULES)}.")
        for (_, path), side in self.chosen.items():
            if side not in ("ours", "theirs"):
                raise Refused(f"“{side}” is no choice for “{path}”; write ours or theirs.")
