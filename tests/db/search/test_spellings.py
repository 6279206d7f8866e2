"""Who is found by another spelling: romanised otherwise, glued, misspelt, with a title around."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Lens, Organization, Person, Store, make_desk, open_desk, parse_query

LENS = Lens("2025-09-15")
PEOPLE = (
    "Mao Zedong", "Chou En-lai", "Liu Enlai", "Ye Jianying", "Chiang Kai-shek", "Chiang Ching-kuo",
    "Kang Kil Pu", "Gang Nan", "Kim Jong Un", "Ri Yong Ho", "Syngman Rhee", "Roh Moo-hyun",
    "Uwe Jurgensen", "Jurgen Wullweber", "Erik Son", "Odd Bull", "John Bull", "Josip Broz Tito",
    "Mohammed Yusuf Khan Durrani", "Mamadou Tandja", "Ivan Maisky", "Jovan Ristić",
    "Ishaq Dar", "Ishaq Khan", "Julie Bishop", "Julie Collins", "Thurgood Marshall",
    "Thurgood Banks", "John Major", "Muammar Gaddafi", "Sena Nur Çelik", "Robert Cranborne",
    "Abdul Manan Mohammad Ishak", "Gerry Adams", "Jüri Adams", "Tony Blair", "Anthony Eden",
    "Angela Kasner", "Norman Baron", "Sergey Lavrov", "Serguei Glotov", "Sergi Ivanov",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk of people with names that are like each other, and two bodies."""
    path: Path = tmp_path_factory.mktemp("spellings") / "spellings.desk"
    make_desk(path)
    with open_desk(path) as store:
        for title in PEOPLE:
            store.save(Person(title=title), LENS)
        store.save(Organization(title="Pakistan Army"), LENS)
        store.save(Organization(title="United Nations"), LENS)
        yield store


def found(desk: Store, text: str, kind: str = "person") -> list[str]:
    """The titles that a text finds, in their order."""
    ids = desk.reader.page(kind, parse_query(text), LENS).ids
    return [line.title for line in desk.reader.lines(ids, LENS)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Mao Tse-tung", "Mao Zedong"),
        ("Mao Tsetung", "Mao Zedong"),
        ("Mao Tse Tung", "Mao Zedong"),
        ("Mao Ze-dong", "Mao Zedong"),
        ("Zhou Enlai", "Chou En-lai"),
        ("Chou Enlai", "Chou En-lai"),
        ("Yeh Chien-ying", "Ye Jianying"),
        ("Ye Jianying (Yeh Chien-ying)", "Ye Jianying"),
        ("Yeh Chien-ying (Ye Jianying)", "Ye Jianying"),
        ("Jiang Jieshi", "Chiang Kai-shek"),
        ("Jiang Jingguo", "Chiang Ching-kuo"),
        ("Gang Gil-bu", "Kang Kil Pu"),
        ("Kang Kilbu", "Kang Kil Pu"),
        ("Gim Jeong-eun", "Kim Jong Un"),
        ("Kim Jongun", "Kim Jong Un"),
        ("Lee Yong-ho", "Ri Yong Ho"),
        ("No Mu-hyŏn", "Roh Moo-hyun"),
        ("金正恩", "Kim Jong Un"),
        ("盧武鉉", "Roh Moo-hyun"),
        ("毛泽东", "Mao Zedong"),
    ],
)
def test_a_name_is_found_in_another_romanisation(desk: Store, text: str, first: str) -> None:
    assert found(desk, text)[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Bull, Lieutenant General Odd", "Odd Bull"),
        ("Bull, Lt. Gen. Odd, Chief of Staff", "Odd Bull"),
        ("Ishaq Dar, Deputy Prime Minister", "Ishaq Dar"),
        ("Dar, Deputy Prime Minister Ishaq", "Ishaq Dar"),
        ("Foreign Minister of Pakistan Ishaq Dar", "Ishaq Dar"),
        ("Ishaq Dar Foreign Minister", "Ishaq Dar"),
        ("Daar, Deputy Prime Minister Ishaq", "Ishaq Dar"),
        ("Tito, Marshal", "Josip Broz Tito"),
        ("Marshal Tito", "Josip Broz Tito"),
        ("Viscount Cranborne", "Robert Cranborne"),
        ("Earl Cranborne", "Robert Cranborne"),
        ("Warrant Officer Maisky", "Ivan Maisky"),
        ("Her Royal Highness Kasner", "Angela Kasner"),
        ("Angela Merkel, née Kasner", "Angela Kasner"),
        ("Anthony (Tony) Blair", "Tony Blair"),
        ("Moammar Kadhafi (Muammar Gaddafi)", "Muammar Gaddafi"),
        ("Muammar Gaddafi / Qaddafi", "Muammar Gaddafi"),
        ("Senator Mohammad Ishaq Dar", "Ishaq Dar"),
        ("김정은 위원장", "Kim Jong Un"),
        ("국무위원장김정은", "Kim Jong Un"),
        ("毛澤東主席", "Mao Zedong"),
    ],
)
def test_titles_and_second_spellings_do_not_hide_a_name(desk: Store, text: str, first: str) -> None:
    assert found(desk, text)[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Julie Bishop", "Julie Bishop"),
        ("Bishop Julie", "Julie Bishop"),
        ("Bishop, Julie", "Julie Bishop"),
        ("Bishop Juile", "Julie Bishop"),
        ("Julie Bishop, Foreign Minister", "Julie Bishop"),
        ("Thurgood Marshal", "Thurgood Marshall"),
        ("Marshall, Thurgod", "Thurgood Marshall"),
        ("Major John", "John Major"),
        ("Prime Minister John Major", "John Major"),
        ("Baron, Norman", "Norman Baron"),
    ],
)
def test_a_title_that_is_a_name_finds_its_bearer_first(desk: Store, text: str, first: str) -> None:
    assert found(desk, text)[0] == first


def test_a_misspelt_name_is_not_cut_in_two_while_a_near_one_is_there(desk: Store) -> None:
    names = found(desk, "Jurgenson")
    assert names[0] == "Uwe Jurgensen"
    assert found(desk, "Uwe Jurgenson")[0] == "Uwe Jurgensen"
    assert "Jurgen Wullweber" not in names[:1]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("erikson", "Erik Son"),
        ("senanurcelik", "Sena Nur Çelik"),
        ("ishaqdar", "Ishaq Dar"),
        ("Serguei Lavrov", "Sergey Lavrov"),  # though others are called just so
    ],
)
def test_names_glued_or_with_another_forename_are_found(desk: Store, text: str, first: str) -> None:
    assert found(desk, text)[0] == first


@pytest.mark.parametrize(
    ("text", "first", "behind"),
    [
        ("محمد", "Mohammed Yusuf Khan Durrani", "Mamadou Tandja"),
        ("Мухаммед", "Mohammed Yusuf Khan Durrani", "Mamadou Tandja"),
        ("Иван", "Ivan Maisky", "Jovan Ristić"),
        ("Джери Адамс", "Gerry Adams", "Jüri Adams"),
        ("Юри Адамс", "Jüri Adams", "Gerry Adams"),
    ],
)
def test_of_names_that_sound_alike_the_closest_writing_is_first(
    desk: Store, text: str, first: str, behind: str
) -> None:
    names = found(desk, text)
    assert names[0] == first
    assert behind not in names[:1]


LINE = (
    "The Prime Minister received {} at the Foreign Office on Tuesday morning, and the two discussed"
    " the situation in the region, the coming summit, and trade between both countries; they agreed"
    " to meet again in the autumn of the year."
)


@pytest.mark.parametrize("name", ["Ishaq Dar", "Muammar Gaddafi", "Thurgood Marshall"])
def test_a_name_is_found_within_a_line(desk: Store, name: str) -> None:
    assert found(desk, LINE.format(name))[0] == name
    assert found(desk, LINE.format(name).lower())[0] == name


def test_a_body_is_found_by_one_of_two_names(desk: Store) -> None:
    assert found(desk, "Vereinte Nationen (United Nations)", "organization")[0] == "United Nations"


def test_exact_search_reads_nothing_otherwise(desk: Store) -> None:
    from db import as_exact

    for text in ("Bull, Lieutenant General Odd", "Mao Tse-tung", "ishaqdar", "محمد"):
        assert not desk.reader.page("person", as_exact(parse_query(text)), LENS).ids


def test_why_tells_what_was_found(desk: Store) -> None:
    query = parse_query("Mao Tse-tung")
    page = desk.reader.page("person", query, LENS)
    assert str(page.reasons[page.ids[0]]) == "Mao Zedong, spelt alike"
    page = desk.reader.page("person", parse_query("Ishaq Dar, Deputy Prime Minister"), LENS)
    assert str(page.reasons[page.ids[0]]) == ""  # its title shows it
