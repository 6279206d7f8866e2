"""What a line answers to each role."""

import pytest
from PySide6.QtCore import Qt

from db import Line
from desktop.models.roles import FIELDS, Role

CELLS = ("Ishaq Dar", "Foreign Minister", "Pakistan")
LINE = Line(7, "uid-7", "person", "Ishaq Dar", "اسحاق ڈار", CELLS, 2, "pk", None)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (Role.ID, 7),
        (Role.UID, "uid-7"),
        (Role.TITLE, "Ishaq Dar"),
        (Role.DETAIL, "Foreign Minister, Pakistan"),
        (Role.MARKING, 2),
        (Role.NATIVE, "اسحاق ڈار"),
    ],
)
def test_a_line_answers(role: Role, said: object) -> None:
    assert FIELDS[role](LINE) == said


def test_no_role_is_one_of_qt_or_of_another() -> None:
    assert len({int(role) for role in Role}) == len(Role)
    assert min(Role) > Qt.ItemDataRole.UserRole
