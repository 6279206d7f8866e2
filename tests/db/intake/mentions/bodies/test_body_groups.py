"""All mentions of a body are one organization."""

from __future__ import annotations

from db.intake.mentions.bodies.body_groups import body_key
from tests.db.intake.marked_texts import document


def test_states_and_articles_do_not_part_a_body() -> None:
    assert body_key("the U.S. Central Command") == body_key("Central Command")
    assert body_key("Central Bank of Kenya") != body_key("Central Bank of Ghana")


def test_name_acronym_and_short_form_are_one() -> None:
    whole = document(
        "Gen. Ali left U.S. Central Command (CENTCOM). CENTCOM said so. Central Command agreed."
    )
    (body,) = whole.bodies.bodies
    assert body.name == "U.S. Central Command" and body.acronym == "CENTCOM"
    assert "Central Command" in body.aliases and len(body.places) == 4


def test_bodies_of_two_states_stay_two() -> None:
    whole = document("The Pakistan Army met the Nepalese Army.")
    assert [body.country for body in whole.bodies.bodies] == ["pk", "np"]
