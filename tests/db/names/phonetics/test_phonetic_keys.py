"""A name has one skeleton in every alphabet, as far as its consonants go."""

from __future__ import annotations

import pytest

from db.names import words
from db.names.phonetics.phonetic_keys import phonetic_key, readings


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ishaq Dar", "اسحاق ڈار", "Isḥāq Ḍār", "Ishak Dar", "Исхак Дар"),
        ("Asim Munir", "عاصم منیر", "Aasim Moneer", "Асим Мунир"),
        ("Putin", "Путин", "بوتين", "Poutine", "פוטין", "Πούτιν", "पुतिन"),
        ("Narendra Modi", "नरेन्द्र मोदी", "نریندر مودی", "Нарендра Моди"),
        ("Mitsotakis", "Μητσοτάκης", "Мицотакис"),
        ("Abdulrahman", "Abdul Rahman", "عبدالرحمن", "عبد الرحمن"),
        ("Abdullah", "عبدالله", "عبد الله", "Abdallah"),
        ("Mohammed", "Muhammad", "محمد", "Мохаммед"),
        ("Javed", "جاوید"),
        ("Zhukov", "Жуков", "Žukov"),
        ("Netanyahu", "נתניהו", "نتنياهو", "Нетаньяху"),
        ("al-Sisi", "السيسي", "El Sisi"),
        ("Khan", "خان", "Хан", "ख़ान"),
        ("Shehbaz Sharif", "شہباز شریف", "Shahbaz Shareef"),
        ("Erdogan", "Ердоган", "أردوغان"),
        ("Kishida", "きしだ", "キシダ"),
        ("Andrus Ansip", "アンドルス・アンシプ", "안드루스 안시프"),
        ("Andrus Ansip", "ანდრუს ანსიპ", "Անդրուս Անսիպ"),
        ("Modi", "মোদি", "મોદી", "ਮੋਦੀ", "మోది"),
    ],
)
def test_spellings_across_scripts_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({phonetic_key(text) for text in spellings}) == 1, [
        phonetic_key(t) for t in spellings
    ]


@pytest.mark.parametrize(
    ("written", "sounds"),
    [
        ("Jüri Ratas", "Юри Ратас"),
        ("Gerry Adams", "Джерри Адамс"),
        ("Kaja Kallas", "Кая Каллас"),
        ("Michael", "Майкл"),
        ("Javed Jamal", "جاوید جمال"),
        ("Andrus Ansip", "安德鲁斯·安西普"),
    ],
)
def test_one_of_the_readings_of_each_word_is_shared(written: str, sounds: str) -> None:
    for ours, theirs in zip(readings(written), readings(sounds), strict=True):
        assert set(ours) & set(theirs), (ours, theirs)


def test_a_skeleton_tells_ahmed_from_hamid_and_leaves_chinese() -> None:
    assert phonetic_key("Ahmed") != phonetic_key("Hamid")
    assert phonetic_key("习近平") == "习近平"
    assert phonetic_key("") == "" and words("") == []
