"""A native name's language is its country's, unless its letters are another language's."""

from __future__ import annotations

import pytest

from db.names.languages import language_code, language_name, native_language
from db.names.name_lists import word_list


@pytest.mark.parametrize(
    ("text", "country", "language"),
    [
        ("علی", "pk", "ur"),
        ("محمد اسحاق ڈار", "pk", "ur"),
        ("ښاغلی", "pk", "ps"),
        ("علی خامنه‌ای", "ir", "fa"),
        ("حامد کرزی", "af", "prs"),
        ("ملا هبت الله اخندزاده", "af", "prs"),
        ("هبت الله ښکاري", "af", "ps"),
        ("مەسعود بارزانی", "iq", "ckb"),
        ("محمد شياع السوداني", "iq", "ar"),
        ("نۇر بەكرى", "cn", "ug"),
        ("علی", "ae", "ar"),
        ("محمد", "", "ar"),
        ("岸田文雄", "jp", "ja"),
        ("河野 太郎", "jp", "ja"),
        ("习近平", "cn", "zh"),
        ("蔡英文", "tw", "zh-Hant"),
        ("李家超", "hk", "zh-Hant"),
        ("潘基文", "kr", "ko"),
        ("반기문", "kr", "ko"),
        ("Дмитро Кулеба", "ua", "uk"),
        ("Тоқаев", "kz", "kk"),
        ("Назарбаев", "kz", "kk"),
        ("Вучић", "rs", "sr"),
        ("Румен Радев", "bg", "bg"),
        ("Стево Пендаровски", "mk", "mk"),
        ("Садыр Жапаров", "kg", "ky"),
        ("Эмомалӣ Раҳмон", "tj", "tg"),
        ("Лукашэнка", "by", "be"),
        ("Сергей Лавров", "ru", "ru"),
        ("Сергей Лавров", "", "ru"),
        ("Ухнаагийн Хүрэлсүх", "mn", "mn"),
        ("नरेन्द्र मोदी", "in", "hi"),
        ("पुष्पकमल दाहाल", "np", "ne"),
        ("शेख हसीना", "", "hi"),
        ("শেখ হাসিনা", "bd", "bn"),
        ("ዐቢይ አህመድ", "et", "am"),
        ("ኢሳይያስ ኣፈወርቂ", "er", "ti"),
        ("ประยุทธ์", "th", "th"),
        ("Ishaq Dar", "pk", ""),
    ],
)
def test_the_language_is_the_countrys(text: str, country: str, language: str) -> None:
    assert native_language(text, country) == language


def test_every_language_that_is_found_has_a_word() -> None:
    lists = word_list("languages")
    found = {code for codes in lists["by_country"].values() for code in codes.values()}
    found |= {*lists["by_script"].values(), *(row[2] for row in lists["telling"])}
    assert all(language_name(code) != code for code in found)


@pytest.mark.parametrize("code", sorted(word_list("languages")["names"]))
def test_a_language_is_shown_as_a_word_and_read_back(code: str) -> None:
    assert language_code(language_name(code)) == code
    assert language_code(code) == code


def test_what_is_no_language_stays() -> None:
    assert language_name("Latin") == "Latin"
    assert language_code(" Old Norse ") == "Old Norse"
