"""Made-up names: alike for one seed, in the order of their tongue, beside their native writing."""

from __future__ import annotations

from random import Random

from db.names import script_of
from tests.bench.big_desk.names import Namer
from tests.bench.big_desk.tongues import TONGUES


def test_the_same_seed_makes_the_same_names() -> None:
    one, two, other = (Namer(Random(seed)) for seed in (5, 5, 6))
    names = [one.person() for _ in range(50)]
    assert names == [two.person() for _ in range(50)]
    assert names != [other.person() for _ in range(50)]


def test_a_name_is_its_parts_in_its_order_and_of_a_country_of_its_tongue() -> None:
    namer = Namer(Random(7))
    for _ in range(500):
        name = namer.person()
        first, last = (name.family, name.given), (name.given, name.family)
        parts = first if name.order == "family-first" else last
        assert name.text == " ".join(parts)
        tongue = next(each for each in TONGUES if each.language == name.language)
        assert name.country in tongue.countries
        assert bool(name.native) is tongue.is_native


def test_native_writing_is_in_another_script() -> None:
    namer = Namer(Random(8))
    natives = [name.native for name in (namer.person() for _ in range(500)) if name.native]
    assert natives and all(script_of(native) != "Latn" for native in natives)


def test_a_form_is_filled_with_what_is_given_and_made() -> None:
    namer = Namer(Random(9))
    text = namer.fill("{first} in {place} on {subject} with {family} of {field}", first="Dar")
    assert text.startswith("Dar in ") and "{" not in text
