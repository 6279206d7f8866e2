"""A language is set in its own type where the computer has one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from pytestqt.qtbot import QtBot

from desktop.style.type_of_language import FAMILIES, set_type


@pytest.mark.parametrize("language", ["ur", "ja", "zh-Hant", "zh-HK", "en", ""])
def test_the_families_of_a_language_lead(qtbot: QtBot, language: str) -> None:
    known = set(QFontDatabase.families())
    wanted = FAMILIES.get(language) or FAMILIES.get(language.partition("-")[0], ())
    there = [family for family in wanted if family in known]
    found = set_type(QFont(), language).families()
    assert found[: len(there)] == there and len(found) > len(there)


def test_another_language_takes_the_families_of_the_last_away(qtbot: QtBot) -> None:
    plain = set_type(QFont(), "").families()
    assert set_type(set_type(QFont(), "ur"), "").families() == plain
