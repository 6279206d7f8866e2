"""A row behind one verb is several meetings where it names another day or another place."""

from __future__ import annotations

from tests.db.intake.marked_texts import events


def test_another_place_is_another_meeting() -> None:
    text = (
        "Foreign Minister Antonio Tajani of Italy met President Maia Sandu of Moldova in Chisinau"
        " on 2 May and in Kyiv with President Volodymyr Zelenskyy of Ukraine."
    )
    assert [(kind, names) for kind, _, _, names in events(text)] == [
        ("meeting", {"Antonio Tajani", "Maia Sandu"}),
        ("meeting", {"Antonio Tajani", "Volodymyr Zelenskyy"}),
    ]


def test_another_day_is_another_meeting() -> None:
    text = (
        "Foreign Minister Ishaq Dar received Foreign Minister Wang Yi of China on Tuesday, and on"
        " Monday President William Ruto of Kenya."
    )
    assert [(day, names) for _, day, _, names in events(text)] == [
        ("2025-09-09", {"Ishaq Dar", "Wang Yi"}),
        ("2025-09-15", {"Ishaq Dar", "William Ruto"}),
    ]


def test_a_row_of_one_day_is_one_meeting() -> None:
    text = "Foreign Minister Ishaq Dar met Foreign Minister Wang Yi and President William Ruto."
    assert len(events(text)) == 1
