"""A passphrase that is typed is judged in one sentence, a little after the last key."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from db import Level, Strength
from desktop.unlocking.strength_line import StrengthLine, strength_sentence


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("password", "Very weak: whoever has the file finds it within a minute."),
        ("Peshawar desk", "Very weak: whoever has the file finds it within a minute."),
        ("eagle ramp tiger unmasked fraction polo", "Strong: "),
        ("", ""),
    ],
)
def test_what_is_typed_is_judged(owner: QWidget, typed: str, says: str) -> None:
    edit = QLineEdit(owner)
    line = StrengthLine(owner, edit, lambda: ["Peshawar desk"])
    edit.setText("before")
    edit.setText(typed)
    assert line.text() == "" and line.delay.isActive()
    line.delay.timeout.emit()
    assert line.text().startswith(says) and bool(line.text()) == bool(says)
    assert edit.accessibleDescription() == line.text()


def test_every_time_has_its_words() -> None:
    seconds = [10.0 ** (power / 2) for power in range(40)]
    for level in Level:
        texts = [strength_sentence(Strength(level, each)) for each in seconds]
        assert not any("{" in text for text in texts)
    good = [strength_sentence(Strength(Level.GOOD, years * 3.2e7)) for years in (50, 500)]
    assert [text.split("takes ")[1] for text in good] == [
        "decades to find it.",
        "centuries to find it.",
    ]
