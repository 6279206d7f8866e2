"""Names with one letter wrong still meet under a shared key, and are proposed."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from db.duplicates.candidates import BY_NAME
from db.names import fold
from db.names.likeness.alike import MIN_PROPOSED_LIKENESS, alike
from db.names.phonetics.phonetic_keys import phonetic_key

TRIED = 300


def _misspelt(name: str, chance: random.Random) -> str:
    """One letter of the last word wrong, missing, doubled or swapped with the next."""
    *before, last = name.split()
    at = chance.randrange(len(last) - 1)
    spelt = chance.choice(
        (
            last[:at] + last[at + 1] + last[at] + last[at + 2 :],
            last[:at] + last[at] + last[at:],
            last[:at] + last[at + 1 :],
            last[:at] + chance.choice("abcdefghiklmnoprstuvz") + last[at + 1 :],
        )
    )
    return " ".join([*before, spelt])


def _keys(name: str) -> set[tuple[str, str]]:
    folded, matched_words = fold(name), phonetic_key(name)
    return {(way.name, key) for way in BY_NAME for key in way.keys(folded, matched_words) if key}


@pytest.mark.real
def test_misspelt_names_of_ministers_are_proposed(real_data: Path) -> None:
    with (real_data / "ministers" / "bio.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    chance = random.Random(2025)
    long_enough = [name for name in names if " " in name and len(name.split()[-1]) > 3]
    tried = chance.sample(long_enough, TRIED)
    found = 0
    for name in tried:
        other = _misspelt(name, chance)
        meets = bool(_keys(name) & _keys(other))
        found += meets and alike(name, other, "person").score >= MIN_PROPOSED_LIKENESS
    assert found >= 0.95 * TRIED
