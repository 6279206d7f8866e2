"""References that records hold, to another record or an office: compared by what they say.

One without an id but with a title names what is not there yet: saving its record makes it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """Another record by id, with its kind and title for the reader's eye."""

    id: int
    title: str = ""
    kind: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it names a record that is to be made with the one that refers to it."""
        return not self.id and bool(self.title.strip() and self.kind)


@dataclass(frozen=True, slots=True)
class OfficeRef:
    """An office by id, with its title and the body it is in."""

    id: int
    title: str = ""
    organization: Ref | None = None

    @property
    def is_new(self) -> bool:
        """Whether it names an office that is to be made, in a body that may be new too."""
        body = self.organization
        return bool(not self.id and self.title.strip() and body and (body.id or body.is_new))
