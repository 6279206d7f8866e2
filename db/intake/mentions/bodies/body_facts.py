"""What a mention of a body says of it; all that marks bodies makes one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class BodyFacts:
    """What a mention of a body says of it."""

    name: str
    acronym: str = ""
    type: str = ""
    country: str = ""
    is_known: bool = False
    is_source: bool = False  # a news agency
    is_short: bool = False  # the acronym alone
    known_name: str = ""
    is_small: bool = False  # "the foreign ministry"
