"""Bodies that are known by name are met as the text has them, and what looks alike is none."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import bodies, proposals


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The corvettes come from HD Hyundai Heavy Industries.", ["HD Hyundai Heavy Industries"]),
        ("The Peace and Security Council met.", ["Peace and Security Council"]),
        ("He visited the Victoria and Albert Museum.", ["Victoria and Albert Museum"]),
        ("The Assembly of People's Representatives approved it.",
         ["Assembly of People's Representatives"]),
        ("The mission replaced ATMIS in January.", ["ATMIS"]),
        ("He led the Western-based Naval Forces of Peru.", ["Naval Forces"]),
    ],
)  # fmt: skip
def test_a_body_is_met_whole(text: str, names: list[str]) -> None:
    assert [each for each in bodies(text) if each in names] == names


def test_an_organ_written_small_speaks_for_its_state_and_is_no_record() -> None:
    assert proposals("The Russian foreign ministry said so.").organizations == ()
    (body,) = proposals("The Foreign Office (FO) said so. The foreign office denied it."
                        ).organizations  # fmt: skip
    assert body.fields.name == "Foreign Office"


def test_ministries_that_many_states_have_are_of_none() -> None:
    text = "The Ministry of Foreign Affairs and International Cooperation spoke."
    (body,) = proposals(text).organizations
    assert body.fields.country == ""
