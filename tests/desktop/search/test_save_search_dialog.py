"""A search gets a name and a marking; a name that another bears replaces that one, and says so."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QWidget

from db import MARKINGS
from desktop.search.save_search_dialog import SaveSearchDialog


def opened(owner: QWidget, text: str = "country:pk", ceiling: int = 3) -> SaveSearchDialog:
    return SaveSearchDialog(owner, text, ["Our people"], ceiling)


def told(dialog: SaveSearchDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def can_save(dialog: SaveSearchDialog) -> bool:
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Save).isEnabled()


def test_the_search_itself_is_proposed_as_its_name(owner: QWidget) -> None:
    dialog = opened(owner, "x" * 90)
    assert dialog.name() == "x" * 60
    assert can_save(dialog)


@pytest.mark.parametrize(
    ("name", "is_fit", "said"),
    [
        ("  ", False, "Give the search a name with letters or digits in it."),
        ("?!", False, "Give the search a name with letters or digits in it."),
        ("our PEOPLE", True, "This replaces the saved search “Our people”."),
        ("Others", True, "The day and the ceiling are not saved with a search."),
    ],
)
def test_a_name_is_judged_as_it_is_typed(
    owner: QWidget, name: str, is_fit: bool, said: str
) -> None:
    dialog = opened(owner)
    dialog.set_name(name)
    assert can_save(dialog) == is_fit
    assert said in told(dialog)


def test_a_name_is_one_line(owner: QWidget) -> None:
    dialog = opened(owner)
    dialog.set_name(" Our   people ")
    assert dialog.name() == "Our people"


@pytest.mark.parametrize("ceiling", range(len(MARKINGS)))
def test_no_marking_above_the_ceiling_is_offered(owner: QWidget, ceiling: int) -> None:
    dialog = opened(owner, ceiling=ceiling)
    assert dialog.marking() == ceiling
    assert dialog.findChild(QComboBox).count() == ceiling + 1
