"""The syllables of made-up names: enough of them, each beside its own script."""

from __future__ import annotations

import pytest

from db.names import script_of
from db.vocabulary.countries import country_names
from tests.bench.big_desk.tongues import TONGUES, Tongue


@pytest.mark.parametrize("tongue", TONGUES, ids=[each.language for each in TONGUES])
def test_a_tongue_makes_many_names_of_known_countries(tongue: Tongue) -> None:
    assert set(tongue.countries) <= set(country_names())
    assert len(tongue.given) * len(tongue.starts) * len(tongue.ends) >= 100


@pytest.mark.parametrize("tongue", TONGUES, ids=[each.language for each in TONGUES])
def test_each_syllable_stands_beside_its_native_spelling(tongue: Tongue) -> None:
    for latin, native in filter(any, (*tongue.given, *tongue.starts, *tongue.ends)):
        assert script_of(latin) == "Latn"
        if not tongue.is_native:
            assert native == latin
        else:
            assert script_of(native) != "Latn", (latin, native)


def test_names_come_in_both_orders_and_many_scripts() -> None:
    scripts = {script_of(each.given[0][1]) for each in TONGUES}
    assert len(scripts) >= 7
    assert {each.family_first for each in TONGUES} == {True, False}
