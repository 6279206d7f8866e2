"""Which words are particles, and where they stand in a name that is set apart."""

from __future__ import annotations

import pytest

from db.names.particles import family_first, given_first, is_particle, whole


@pytest.mark.parametrize(
    ("word", "found"), [("van", True), ("Te", False), ("te", True), ("B.", False), ("Ó", True)]
)
def test_particles_are_told_from_names(word: str, found: bool) -> None:
    assert is_particle(word) is found


def test_particles_stand_before_the_family_name_and_never_are_all_of_it() -> None:
    assert given_first(["Ursula", "von", "der", "Leyen"], 1) == (
        "Ursula", "Leyen", "von der", "given-first",
    )  # fmt: skip
    assert family_first(["van", "Alexander"]) == ("Alexander", "van", "", "family-first")
    assert whole(["U", "Thant"]) == ("U Thant", "", "", "single")
