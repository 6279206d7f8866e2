"""What two names have in common, and what stands alone on either side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.intake.matching.name_bonds import Bond, bond_of, name_words


@pytest.mark.parametrize(
    ("said", "known", "country", "bond"),
    [
        ("Ishaq Dar", "Ishaq Dar", "", Bond.SAME),
        ("H.E. Mr. Ishaq Dar", "Ishaq Dar", "", Bond.SAME),
        ("Shin Won-sik", "Shin Wonsik", "kr", Bond.SAME),
        ("Sergei Lavrov", "Sergey Lavrov", "", Bond.RESPELT),
        ("Kenji Moriyama", "Moriyama Kenji", "jp", Bond.TURNED),
        ("MORIYAMA Kenji", "Kenji Moriyama", "", Bond.TURNED),
        ("Hans Friedrich", "Friedrich Hans", "de", Bond.EXTRA),
        ("Michael Kurilla", "Michael Erik Kurilla", "", Bond.LONGER),
        ("Michael E. Kurilla", "Michael Erik Kurilla", "", Bond.LONGER),
        ("Asim Munir", "Syed Asim Munir Ahmed Shah", "", Bond.LONGER),
        ("Ali Ishaq Dar", "Ishaq Dar", "", Bond.EXTRA),
        ("Abdullah Al Nahyan", "Abdullah bin Zayed Al Nahyan", "ae", Bond.EXTRA),
        ("Robert Kennedy", "Robert Kennedy Jr.", "", Bond.EXTRA),
        ("Dar", "Ishaq Dar", "", Bond.PART),
        ("M. Kurilla", "Michael Kurilla", "", Bond.PART),
        ("Echeverría", "Bruno Echeverría Parra", "cu", Bond.PART),
        ("Bárány", "Bárány Tamás", "hu", Bond.PART),
        ("Batista", "João Batista Nogueira", "br", Bond.WORD),
        ("Ishaq", "Ishaq Dar", "pk", Bond.WORD),
        ("Hassan Dar", "Ishaq Dar", "", Bond.NONE),
        ("Hassan Rohani", "Hossein Rohani", "", Bond.NONE),
        ("Maria Garcia", "Mario Garcia", "", Bond.NONE),
        ("Salman bin Mohammed Al Saud", "Mohammed bin Salman Al Saud", "sa", Bond.NONE),
        ("Zhang Wei", "Zheng Wei", "cn", Bond.NONE),
    ],
)
def test_names_are_bound_as_far_as_they_go_together(
    said: str, known: str, country: str, bond: Bond
) -> None:
    assert bond_of(said, known, country) is bond


def test_titles_and_particles_are_no_words_of_a_name() -> None:
    assert name_words("Field Marshal Asim Munir") == ("asim", "munir")
    assert name_words("Hélène de La Rochebrune") == ("helene", "rochebrune")


WORDS = ("Ali", "Ishaq", "Dar", "bin", "Al", "Jr.", "M.", "Zayed", "Li", "NA")
NAMES = st.lists(st.sampled_from(WORDS), max_size=5)


@given(NAMES, NAMES, st.sampled_from(("", "cn", "sa", "es")))
def test_any_two_names_are_answered_and_a_name_is_itself(
    said: list[str], known: list[str], country: str
) -> None:
    one, other = " ".join(said), " ".join(known)
    assert bond_of(one, other, country) in Bond
    if len(name_words(one)) > 1:
        assert bond_of(one, one, country) is Bond.SAME
