"""Words of names are small, and words that are no names are not among them."""

from __future__ import annotations

from db.intake.lexicons.name_words import (
    family_names_first,
    given_names,
    never_names,
    particles,
    speech_verbs,
    states_of_statesmen,
)


def test_names_of_many_peoples_are_known() -> None:
    assert {"marco", "asim", "sergey", "wang"} <= given_names() | family_names_first()


def test_common_words_are_no_names() -> None:
    assert {"ministry", "the", "monday", "agreement"} <= never_names()
    assert not {"the", "agreement", "ministry"} & given_names()


def test_states_of_the_well_known_are_codes() -> None:
    assert states_of_statesmen()["donald trump"] == "us"
    assert all(len(code) == 2 for code in states_of_statesmen().values())


def test_particles_and_verbs_are_words() -> None:
    assert {"bin", "von"} <= particles() and {"said", "met"} <= speech_verbs()
