"""Parts in other scripts are told by language, names in them are not parts."""

from __future__ import annotations

import pytest

from db.intake.text.other_scripts import notes_on_scripts

PARTS = [
    ("Президент провёл встречу с министром иностранных дел в Москве", "Russian"),
    ("وزیر خارجہ نے ٹیلی فون پر بات کی اور دونوں ملکوں کے تعلقات پر گفتگو", "Urdu"),
    ("التقى وزير الخارجية بنظيره في القاهرة وبحثا تطورات الأوضاع في المنطقة", "Arabic"),
]


@pytest.mark.parametrize(("part", "language"), PARTS)
def test_a_part_is_told_by_its_language(part: str, language: str) -> None:
    (note,) = notes_on_scripts(f"He met them. {part}")
    assert note.says == f"This part is {language}: names matched, sentences not read."


@pytest.mark.parametrize(
    "text", ["Wang Yi (王毅) came.", "Nguyễn Xuân Phúc và Đỗ Mười", "", "İsmet Žižek"]
)
def test_names_and_latin_letters_are_no_part(text: str) -> None:
    assert notes_on_scripts(text) == ()
