"""Letters tell script, direction and language."""

from __future__ import annotations

import pytest

from db.names import direction, language_guess, script_of


@pytest.mark.parametrize(
    ("text", "script", "runs", "language"),
    [
        ("اسحاق ڈار", "Arab", "rtl", "ur"),
        ("قوات پاسداران", "Arab", "rtl", "fa"),
        ("محمد", "Arab", "rtl", "ar"),
        ("Путин", "Cyrl", "ltr", "ru"),
        ("Київ", "Cyrl", "ltr", "uk"),
        ("Μητσοτάκης", "Grek", "ltr", "el"),
        ("נתניהו", "Hebr", "rtl", "he"),
        ("मोदी", "Deva", "ltr", "hi"),
        ("김정은", "Hang", "ltr", "ko"),
        ("习近平", "Hani", "ltr", "zh"),
        ("きしだ", "Hira", "ltr", "ja"),
        ("ทักษิณ", "Thai", "ltr", "th"),
        ("Dar", "Latn", "ltr", ""),
        ("2025", "Zyyy", "ltr", ""),
    ],
)
def test_letters_tell_script_direction_and_language(
    text: str, script: str, runs: str, language: str
) -> None:
    assert (script_of(text), direction(text), language_guess(text)) == (script, runs, language)
