"""Parts in other scripts are told by language, names in them are not parts."""

from __future__ import annotations

import pytest

from db.intake.text.other_scripts import (
    MAX_ASKED_GROUPS,
    names_in_scripts,
    notes_on_scripts,
)

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


def test_names_are_found_in_scripts_without_blanks_and_the_desk_is_asked_so_often() -> None:
    text = "外交部长王毅昨日在北京会见了来访的外国代表团并就双边关系交换了看法" * 2
    asked: list[str] = []

    def kind_of(name: str) -> str:
        asked.append(name)
        return "person" if name == "王毅" else ""

    [found] = names_in_scripts(text, notes_on_scripts(text), kind_of)
    assert (found.name, len(found.places)) == ("王毅", 2)
    assert len(asked) == len(set(asked)) <= MAX_ASKED_GROUPS
