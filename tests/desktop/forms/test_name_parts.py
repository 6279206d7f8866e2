"""The parts of a name are offered while it is typed."""

import pytest

from desktop.forms.name_parts import derived_parts

NAMES = [
    ("H.E. Ishaq Dar", "pk", {"given": "Ishaq", "family": "Dar", "honorific": "H.E."}),
    ("Xi Jinping", "cn", {"given": "Jinping", "family": "Xi", "name_order": "family-first"}),
    ("Ludwig van der Rohe", "", {"particles": "van der", "family": "Rohe"}),
    ("Asim Munir, NI(M)", "pk", {"family": "Munir", "post_nominals": "NI(M)"}),
    ("Soekarno", None, {"given": "", "family": "Soekarno", "name_order": "single"}),
]


@pytest.mark.parametrize(("title", "country", "parts"), NAMES)
def test_a_name_gives_its_parts(title: str, country: str | None, parts: dict[str, str]) -> None:
    found = derived_parts(title, country)
    assert {name: found[name] for name in parts} == parts


def test_no_name_gives_no_parts() -> None:
    assert derived_parts("  ", "pk") == {}
