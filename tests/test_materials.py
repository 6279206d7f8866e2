"""Every package that comes with the program may come with it, and is told by its licence."""

from __future__ import annotations

import tomllib

import pytest

from tests import materials
from tests.test_pins import ROOT, pins


def test_each_package_that_comes_with_the_program_is_pinned_and_fits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert materials.main([]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in ("pyside6-essentials", "sqlcipher3", "typst"))
    found = materials.packages()
    assert found.keys() <= pins().keys()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {materials.plain(each.split(">")[0]) for each in project["dependencies"]}
    assert named <= found.keys()
    assert "pytest" not in found, "What only tests is no part of it."


@pytest.mark.parametrize(("licence", "fits"), [("MIT", True), ("GPL-3.0-only", False), ("", False)])
def test_a_licence_that_does_not_fit_is_met(licence: str, fits: bool) -> None:
    assert bool(materials.FITTING.search(licence)) is fits
