"""What was done to many cells is said in whole sentences, with what was not done."""

import pytest

from desktop.editors.parts.table_words import filled_text, pasted_text
from desktop.fields.copied_blocks import place_block
from desktop.fields.event_fields import PARTICIPANTS


@pytest.mark.parametrize(
    ("filled", "kept", "says"),
    [
        (5, 0, "Filled 5 cells below."),
        (1, 1, "Filled 1 cell below. 1 cell says something already."),
        (0, 2, "Filled no cell below. 2 cells say something already."),
    ],
)
def test_filling_says_how_many(filled: int, kept: int, says: str) -> None:
    assert filled_text(filled, kept) == says


def test_pasting_says_columns_and_what_is_left() -> None:
    placed = place_block([["Dar", "host"], ["Rubio", "guest"]], PARTICIPANTS, 0)
    assert pasted_text(placed, 0, 0) == "Pasted 2 rows: Participant, Role."
    wide = place_block([["Dar", "host", "Pakistan", "blue"]], PARTICIPANTS, 0)
    says = pasted_text(wide, 2, 1)
    assert says.startswith("Pasted 1 row: Participant, Role, Side.")
    assert "“blue”" in says and "1 cell with several acts" in says and "2 cells cannot" in says
