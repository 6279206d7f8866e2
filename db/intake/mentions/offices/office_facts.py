"""What a sentence says of an office; `office_phrases` reads it, all about people has it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(slots=True)
class OfficeFacts:
    """An office as a sentence names it, tokens `start` to `end`; its title begins at `core`."""

    title: str
    start: int
    end: int
    core: int
    group: str
    organization: str = ""
    country: str = ""
    acting: bool = False
    former: bool = False
    is_new: bool = False
    is_outgoing: bool = False
    is_plural: bool = False
    countries: tuple[str, ...] = ()  # of a plural: the foreign ministers of Iran and Iraq
    head_end: int = 0

    def key(self) -> str:
        """Return the title folded for comparing."""
        return self.title.lower()


def merge_office(one: OfficeFacts, other: OfficeFacts) -> OfficeFacts:
    """Return an office with what another mention of it says besides."""
    return replace(
        one,
        organization=one.organization or other.organization,
        country=one.country or other.country,
        former=one.former and other.former,
        acting=one.acting or other.acting,
        is_new=one.is_new or other.is_new,
        is_outgoing=one.is_outgoing or other.is_outgoing,
    )
