"""Names that lists write family name first are told by a comma, a heading, or usual given names."""

import pytest

from db.names.name_lists import word_list
from db.names.surname_first import COMMA, EASTERN, TURNED, order_of, read_listed_name


@pytest.mark.parametrize(
    ("names", "order"),
    [
        ("Le Drian, Jean-Yves;Colonna, Catherine", COMMA),
        ("Casey, Robert P., Jr.;Brown, Sherrod", COMMA),
        ("Kowalski Jan;Nowak-Zielińska Anna", TURNED),
        ("DI MAIO Luigi;TAJANI Antonio", TURNED),
        ("Nagy János;Kovács Éva", EASTERN),
        ("Jan Kowalski;Anna Nowak", ""),
        ("Ana Martin;Luis Pedro", ""),  # family names that are given names too
        ("Иванов Иван Иванович;Петрова Анна Сергеевна", ""),  # read so by themselves
        ("Xi Jinping;Wang Yi", ""),
        ("Ana Ruiz, Ambassador;Luis Paz, Consul", ""),
        ("岸田文雄;河野太郎", ""),
        ("", ""),
    ],
)
def test_the_order_of_a_column_is_told(names: str, order: str) -> None:
    assert order_of(names.split(";")) == order


def test_a_heading_counts_where_names_do_not_say_otherwise() -> None:
    assert order_of(["Mwangi Wanjiru", "Otieno Akinyi"], called_so=True) == TURNED
    assert order_of(["Jean Dupont", "Marie Durand"], called_so=True) == ""


@pytest.mark.parametrize(
    ("text", "order", "title", "family"),
    [
        ("H.E. Mr. RUIZ, Carlos", COMMA, "H.E. Mr. Carlos RUIZ", "RUIZ"),
        ("Rohe, Ludwig van der", COMMA, "Ludwig van der Rohe", "van der Rohe"),
        ("Nowak Anna Maria", TURNED, "Anna Maria Nowak", "Nowak"),
        ("de la Cruz Roberto", TURNED, "Roberto de la Cruz", "de la Cruz"),
        ("Lê Minh Tuấn", EASTERN, "Lê Minh Tuấn", "Lê"),
    ],
)
def test_a_name_is_called_as_usual_and_keeps_its_family_name(
    text: str, order: str, title: str, family: str
) -> None:
    written = read_listed_name(text, order)
    assert written is not None
    assert (written.title, written.family) == (title, family)


@pytest.mark.parametrize("text", ["Pelé", "Ruiz, 1961", "Ruiz, Ana, Luis, Eva", "金, 正恩", ""])
def test_what_is_not_so_written_stays(text: str) -> None:
    assert read_listed_name(text, COMMA) is None


def test_no_given_name_of_the_list_stands_twice_in_a_language() -> None:
    for language, names in word_list("given_names")["names"].items():
        each = names.split("|")
        assert len(each) == len(set(each)), language
