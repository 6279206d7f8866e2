"""Names written solid find who is meant, whatever the tradition of their Latin spelling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Lens, Person, Store, make_desk, open_desk, parse_query
from db.names.phonetics.phonetic_words import phonetic_word
from db.search.fuzzy.interpretations import Interpretation

LENS = Lens("2025-09-15")
PEOPLE = (
    "Xi Jinping", "Chiang Kai-shek", "Hung Hsiu-chu", "Leung Chun-ying", "Kim Jong-un",
    "Park Geun-hye", "Roh Moo-hyun", "LEE Jaemyung", "Fumio Kishida", "ASO Taro", "Yoko Kamikawa",
    "David Ben-Gurion", "John McCain", "Hanna Hopko", "Kamala Harris", "Sushma Swaraj", "Hun Sen",
    "Oleksiy Honcharenko", "Alexei Kovalchuk",
    "Moshe Dayan", "Anna Lee", "Kim Howells", "Juan Park", "Shi Lee", "Tarō Asaoka",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk of people of the east, and of others who bear a part of their names."""
    path: Path = tmp_path_factory.mktemp("answers") / "answers.desk"
    make_desk(path)
    with open_desk(path) as store:
        for title in PEOPLE:
            store.save(Person(title=title), LENS)
        yield store


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("习近平", "Xi Jinping"), ("習近平", "Xi Jinping"), ("习 近平", "Xi Jinping"),
        ("洪秀柱", "Hung Hsiu-chu"), ("梁振英", "Leung Chun-ying"), ("김정은", "Kim Jong-un"),
        ("박근혜", "Park Geun-hye"), ("노무현", "Roh Moo-hyun"), ("이재명", "LEE Jaemyung"),
        ("岸田文雄", "Fumio Kishida"), ("岸田 文雄", "Fumio Kishida"), ("麻生太郎", "ASO Taro"),
        ("上川陽子", "Yoko Kamikawa"), ("摩西·达扬", "Moshe Dayan"),
        ("기시다 후미오", "Fumio Kishida"),
    ],
)  # fmt: skip
def test_a_name_written_solid_finds_its_person_first(desk: Store, text: str, title: str) -> None:
    ids = desk.reader.page("person", parse_query(text), LENS).ids[:1]
    assert [line.title for line in desk.reader.lines(ids, LENS)] == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("다비드 벤구리온", "David Ben-Gurion"), ("ჯონ მაკ-კეინი", "John McCain"),
        ("Гопко", "Hanna Hopko"), ("Гун Сен", "Hun Sen"), ("フン・セン", "Hun Sen"),
        ("கமலா ஆரிசு", "Kamala Harris"), ("Sušma Svarádžová", "Sushma Swaraj"),
        ("Гончаренко Алексей Алексеевич", "Oleksiy Honcharenko"), ("훈 센", "Hun Sen"),
        ("ဂျွန်မက်ကိန်း", "John McCain"), ("モーシェダヤン", "Moshe Dayan"),
    ],
)  # fmt: skip
def test_a_name_that_others_hear_otherwise_finds_its_person_first(
    desk: Store, text: str, title: str
) -> None:
    ids = desk.reader.page("person", parse_query(text), LENS).ids[:1]
    assert [line.title for line in desk.reader.lines(ids, LENS)] == [title]


def test_a_fathers_name_counts_little() -> None:
    light, heavy = (
        Interpretation(phonetic_word(word), False, False, {}) for word in ("Алексеевич", "Алексеев")
    )
    assert light.weight < heavy.weight


@pytest.mark.parametrize(
    "text", ["一", "丨丨丨", "가", "ㄱㄴㄷ", "𠀀𠀁", "中" * 300, "習-近平", "·"]
)
def test_any_text_of_the_east_is_answered(desk: Store, text: str) -> None:
    assert desk.reader.page("person", parse_query(text), LENS) is not None
