"""References that records hold, to another record or an office: compared by what they say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """Another record by id, with its kind and title for the reader's eye."""

    id: int
    title: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class OfficeRef:
    """An office by id, with its title and the body it is in."""

    id: int
    title: str = ""
    organization: Ref | None = None
