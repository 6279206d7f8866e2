"""The four families of refusal that cross the border; every caller tells a person what they say.

Anything else that escapes `db` is a bug and is reported as one.
"""

from __future__ import annotations


class DeskError(Exception):
    """A refusal in one sentence: what, where, the mend. Nothing was changed."""


class Refused(DeskError):
    """Input that cannot be taken; `field` names the form field or column it belongs to, if any."""

    def __init__(self, says: str, field: str | None = None) -> None:
        super().__init__(says)
        self.field = field


class Invalid(Refused):
    """A record whose fields do not hold; `problems` maps a field's path to its sentence."""

    def __init__(self, problems: dict[str, str]) -> None:
        first = next(iter(problems.items()), (None, "The record does not hold."))
        super().__init__(first[1], first[0])
        self.problems = problems


class Conflict(DeskError):
    """A later change stands in the way; `changes` are the ids of the changes that do."""

    def __init__(self, says: str, changes: tuple[int, ...] = ()) -> None:
        super().__init__(says)
        self.changes = changes


class Unavailable(DeskError):
    """The environment does not give what is needed: a missing file, a full or read-only disk."""


class Locked(Unavailable):
    """Another window holds the writer lock; `holder` says who."""

    def __init__(self, says: str, holder: str = "") -> None:
        super().__init__(says)
        self.holder = holder


class FileMoved(Unavailable):
    """The file of an open desk is gone or another: nothing can be saved but to a new file."""


class NotOurs(Unavailable):
    """The file is not a desk, or cannot be told from one that is not."""


class Damaged(NotOurs):
    """The file is a desk and what it holds is broken: what, where, and what can be done."""


class TooNew(Unavailable):
    """The desk was written by a newer program."""


class TooOld(Unavailable):
    """The desk is in an older format, and cannot be upgraded where it is only read."""


class NeedsUpgrade(TooOld):
    """The desk is in an older format, and is to be brought up to date before it is shown."""


class WrongPassphrase(Unavailable):
    """The desk is encrypted and the passphrase given does not open it."""


class Stopped(DeskError):
    """The reader withdrew its question; nobody is told."""
