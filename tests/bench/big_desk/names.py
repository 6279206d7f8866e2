"""Names of made-up people, places and bodies, combined from syllables by a seeded generator."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.bench.big_desk.titles import FIELDS, PLACE_ENDS, PLACE_STARTS, SUBJECTS
from tests.bench.big_desk.tongues import TONGUES, Tongue


class MadeName(NamedTuple):
    """A person's name: romanised, its parts, and the native writing ('' where it is the same)."""

    text: str
    given: str
    family: str
    order: str
    native: str
    language: str
    country: str


class Namer:
    """Makes names; the same seed makes the same names in the same order."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def person(self) -> MadeName:
        """A person's name in one of the tongues."""
        pick = self._random.choice
        tongue = pick(TONGUES)
        given, native_given = pick(tongue.given)
        family, native_family = self._family(tongue)
        if not tongue.family_first and self._random.random() < 0.4:
            second, native_second = pick(tongue.given)
            given, native_given = f"{given} {second}", f"{native_given} {native_second}"
        text = f"{family} {given}" if tongue.family_first else f"{given} {family}"
        return MadeName(
            text,
            given,
            family,
            "family-first" if tongue.family_first else "given-first",
            self._native(tongue, native_given, native_family),
            tongue.language,
            pick(tongue.countries),
        )

    def _family(self, tongue: Tongue) -> tuple[str, str]:
        start, native_start = self._random.choice(tongue.starts)
        end, native_end = self._random.choice(tongue.ends)
        return start + end, native_start + native_end

    def _native(self, tongue: Tongue, given: str, family: str) -> str:
        if not tongue.is_native:
            return ""
        return f"{family}{given}" if tongue.family_first else f"{given} {family}"

    def family(self) -> str:
        """A family name, romanised."""
        return self._family(self._random.choice(TONGUES))[0]

    def place(self) -> str:
        """A town."""
        return self._random.choice(PLACE_STARTS) + self._random.choice(PLACE_ENDS)

    def fill(self, form: str, **given: str) -> str:
        """A form with its blanks filled: `{place}`, `{field}`, `{family}`, `{subject}`.

        >>> Namer(Random(1)).fill("Visit of {first}", first="Dar")
        'Visit of Dar'
        """
        pick = self._random.choice
        made = {"place": self.place(), "field": pick(FIELDS), "subject": pick(SUBJECTS)}
        return form.format(family=self.family(), **made, **given)
