"""Dates in the languages that officers meet: said in English, and never guessed between two."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.dates.date_parser import read_date
from db.dates.foreign_words import fold_phrase, translate
from db.dates.lexicon import MONTH_NAMES
from db.errors import Refused

MONTHS = json.loads(files("resources").joinpath("dates/months.json").read_text("utf-8"))
PHRASES = json.loads(files("resources").joinpath("dates/phrases.json").read_text("utf-8"))

MAY_3 = """
    3 mai 2010|3. Mai 2010|3 de mayo de 2010|3 мая 2010|3 de maio de 2010|3 maggio 2010|3 mei 2010
    3 maja 2010 r.|3. května 2010|3 Mayıs 2010|3 травня 2010 р.|3 Μαΐου 2010|3 مايو 2010|3 مئی 2010
    ۳ مه ۲۰۱۰|3 במאי 2010|3 मई 2010|3 พฤษภาคม 2553|den 3 maj 2010|3. mai 2010|3. toukokuuta 2010
    3. maijs 2010|2010 m. gegužės 3 d.|2010. május 3.|3 maj 2010|3. svibnja 2010.|3. maj 2010.
    от 3 мая 2010 года|lundi 3 mai 2010|Montag, 3. Mai 2010|le 3 mai 2010|el 3 de mayo de 2010
    am 3. Mai 2010|3 מאי 2010|3 май 2010 г.|3 mai 2010|3 Mei 2010|ngày 3 tháng 5 năm 2010
    2010年5月3日|二〇一〇年五月三日|平成22年5月3日|民國99年5月3日|2010년 5월 3일|13 اردیبهشت 1389
    1389/2/13 هـ.ش
"""

READ = [
    ("1er juin 1999", "1999-06-01"), ("premier juin 1999", "1999-06-01"),
    ("1º de junho de 1999", "1999-06-01"), ("1η Ιουνίου 1999", "1999-06-01"),
    ("21 de fevereiro de 2010", "2010-02-21"),
    ("21, 22 e 23 de fevereiro de 2010", "{2010-02-21,2010-02-22,2010-02-23}"),
    ("du 3 au 5 mai 2010", "2010-05-03/2010-05-05"),
    ("vom 3. bis 5. Mai 2010", "2010-05-03/2010-05-05"),
    ("3.-5. Mai 2010", "2010-05-03/2010-05-05"),
    ("del 3 al 5 de mayo de 2010", "2010-05-03/2010-05-05"),
    ("с 3 по 5 мая 2010 г.", "2010-05-03/2010-05-05"),
    ("dal 3 al 5 maggio 2010", "2010-05-03/2010-05-05"),
    ("od 3 do 5 maja 2010", "2010-05-03/2010-05-05"),
    ("mai-juin 2010", "2010-05/2010-06"), ("1990er Jahre", "199X"), ("années 1990", "199X"),
    ("début mai 2010", "[2010-05-01..2010-05-10]"), ("mi-mai 2010", "[2010-05-11..2010-05-20]"),
    ("fin 2010", "[2010-09..2010-12]"), ("Anfang Mai 2010", "[2010-05-01..2010-05-10]"),
    ("principios de 2010", "[2010-01..2010-04]"), ("в конце мая 2010", "[2010-05-21..2010-05-31]"),
    ("avant mai 2010", "[..2010-04-30]"), ("nach Mai 2010", "[2010-06-01..]"),
    ("vers 1950", "1950~"), ("um 1950", "1950~"), ("około 1950", "1950~"), ("около 1950", "1950~"),
    ("zwischen 1950 und 1955", "[1950..1955]"), ("entre 1950 y 1955", "[1950..1955]"),
    ("1950 lub 1951", "[1950,1951]"), ("seit 2010", "2010/.."),
    ("jusqu'au 3 mai 2010", "[..2010-05-03]"),
    ("printemps 2010", "2010-21"), ("осень 2010", "2010-23"), ("Winter 2010/11", "2010-24"),
    ("XIXe siècle", "[1801..1900]"), ("siglo XIX", "[1801..1900]"), ("XIX век", "[1801..1900]"),
    ("19. Jahrhundert", "[1801..1900]"), ("44 av. J.-C.", "-0043"), ("44 v. Chr.", "-0043"),
    ("كانون الثاني 2010", "2010-01"), ("3 تشرين الأول 2010", "2010-10-03"),
    ("3 غشت 2010", "2010-08-03"),
    ("l'an 1950", "1950"), ("dall'8 al 10 maggio 1950", "1950-05-08/1950-05-10"),
    ("988 г.", "0988"), ("w 1950 r.", "1950"), ("2010. godina", "2010"), ("1950 m.", "1950"),
    ("2010 г.-2011 г.", "2010/2011"), ("2010 metų gegužės 3 d", "2010-05-03"),
]  # fmt: skip


@pytest.mark.parametrize("text", [text.strip() for text in re.split(r"[|\n]", MAY_3.strip())])
def test_a_day_is_read_in_each_language(text: str) -> None:
    assert read_date(text).edtf == "2010-05-03"


@pytest.mark.parametrize(("text", "edtf"), READ)
def test_the_words_around_a_date_are_read(text: str, edtf: str) -> None:
    assert read_date(text).edtf == edtf


@pytest.mark.parametrize("language", MONTHS)
def test_each_month_of_a_language_is_read_as_itself_or_asked_for(language: str) -> None:
    for number, names in enumerate(MONTHS[language]["months"], 1):
        assert names, f"{language} has no name for {MONTH_NAMES[number]}"
        for name in names.split("|"):
            try:
                assert read_date(f"3 {name} 2010").edtf == f"2010-{number:02}-03"
            except Refused as refusal:
                assert f"3 {MONTH_NAMES[number]} 2010" in str(refusal), (language, name, refusal)


def test_a_name_of_two_months_in_two_languages_is_asked_for() -> None:
    with pytest.raises(Refused, match="on 3 November 2010 or on 3 October 2010, by its language"):
        read_date("3 listopad 2010")
    assert read_date("3. listopadu 2010").edtf == "2010-11-03"
    assert read_date("3. listopada 2010. godine").edtf == "2010-10-03"


@pytest.mark.parametrize("text", ["3 mai de", "Mai", "le Havre", "a", "Sol", "V", "de la", "r."])
def test_words_that_are_no_date_stay_none(text: str) -> None:
    with pytest.raises(Refused):
        read_date(text)


def test_the_letter_that_names_an_act_is_never_dropped() -> None:
    for act in ("a", "d", "s", "A", "AA", "c"):
        with pytest.raises(Refused):
            read_date(f"23 Jun 1993 {act}")


# A duration, a measure, an act's letter and the number of a document are no years.
NO_YEARS = """
    100 Jahre|1000 år|100 jaar|1000 tahun|1000 metų|100 év|1000 godina|100 عام|1000 سال|1500 лет
    1000 dana|1500 m|500 g|1000 l|1500 an|1500 o|1200 w|1993 d|1993 a|lata 1950|1000 in|100 year
    L-1950|LA-1950|DO-1950|M/1950|R/1950|V/1950|С-1950|R 1950|M 1950|L 1950|A 1950|AL 1950
"""


@pytest.mark.parametrize("text", re.split(r"[|\n]\s*", NO_YEARS.strip()))
def test_a_number_beside_a_word_that_may_be_dropped_is_no_year(text: str) -> None:
    with pytest.raises(Refused):
        read_date(text)


@pytest.mark.parametrize(
    "text", ["a 3 de mayo de 2020", "al 3 maggio 2020", "au 3 mai 2020", "ao 3 de maio de 2020"]
)
def test_what_joins_two_dates_opens_none(text: str) -> None:
    with pytest.raises(Refused):
        read_date(text)


def test_each_phrase_of_the_table_is_told_from_the_others_of_its_language() -> None:
    for language, phrases in PHRASES.items():
        assert language in MONTHS
        english: dict[str, set[str]] = {}
        for meaning, texts in phrases.items():
            for text in texts.split("|"):
                english.setdefault(fold_phrase(text), set()).add(meaning)
        assert [text for text, meanings in english.items() if len(meanings) > 1] == []


@given(st.text(alphabet="3 .,-'/авлmaiüدرé5月VIX()\u0301", max_size=40))
@example("a\u0301 \u0301")  # a word of an accent alone is folded to nothing
def test_any_text_is_translated_or_not_and_never_fails(text: str) -> None:
    for found in translate(text):
        assert found.text and found.text == found.text.strip()
