"""What is nearly so is found, after what is so, and with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import (
    Agreement,
    Event,
    Lens,
    Name,
    Organization,
    Person,
    Store,
    as_exact,
    make_desk,
    open_desk,
    parse_query,
)
from db.search.exact.hits import NEAR, PART

LENS = Lens("2025-09-15")
PEOPLE = (
    "Ishaq Dar", "Marco Rubio", "Asim Munir", "Michael Kurilla", "Abdel Fattah al-Sisi",
    "Abdul Rahman Khan", "Ursula von der Leyen", "Joseph R. Biden", "Mohammed bin Salman",
    "Marc Bernhard", "Xi Jinping", "Donald Trump",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk of some people and a body."""
    path: Path = tmp_path_factory.mktemp("near") / "near.desk"
    make_desk(path)
    with open_desk(path) as store:
        for title in PEOPLE:
            store.save(Person(title=title), LENS)
        hidden = Person(title="Zebulon Quarrier", marking=3)
        store.save(hidden, LENS)
        store.save(Organization(title="Mota-Engil Group"), LENS)
        married = Person(title="Angela Kasner")
        married.names = [Name(kind="former", text="Angela Merkel")]
        store.save(married, LENS)
        yield store


def first(desk: Store, text: str, kind: str = "person", lens: Lens = LENS) -> str:
    """The title of the best hit."""
    ids = desk.reader.page(kind, parse_query(text), lens).ids[:1]
    return desk.reader.lines(ids, lens)[0].title if ids else ""


ASKED = [
    ("Rubbio", "Marco Rubio"), ("Marko Rubo", "Marco Rubio"), ("مارکو روبیو", "Marco Rubio"),
    ("Марко Рубио", "Marco Rubio"), ("Ishak Daar", "Ishaq Dar"), ("اسحاق ڈار", "Ishaq Dar"),
    ("Moneer Asem", "Asim Munir"), ("kurila", "Michael Kurilla"), ("kuril", "Michael Kurilla"),
    ("alsisi", "Abdel Fattah al-Sisi"), ("Sisi, Abdel Fattah", "Abdel Fattah al-Sisi"),
    ("Abdulrahman Khan", "Abdul Rahman Khan"), ("عبد الرحمن خان", "Abdul Rahman Khan"),
    ("vonderleyen", "Ursula von der Leyen"), ("J. R. Biden", "Joseph R. Biden"),
    ("Muhammad ben Salman", "Mohammed bin Salman"), ("asimmunir", "Asim Munir"),
    ("习近平", "Xi Jinping"), ("Field Marshal Munir", "Asim Munir"), ("H.E. Mr Dar", "Ishaq Dar"),
    ("Angela Merkle", "Angela Kasner"), ("General Michael Curilla", "Michael Kurilla"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), ASKED, ids=[text for text, _ in ASKED])
def test_a_name_is_found_first_however_it_is_spelt(desk: Store, text: str, title: str) -> None:
    assert first(desk, text) == title


def test_a_body_is_found_by_its_name_in_one_word(desk: Store) -> None:
    assert first(desk, "motaengil", "organization") == "Mota-Engil Group"


def test_what_is_nothing_like_it_finds_nobody(desk: Store) -> None:
    assert first(desk, "qqqqqq") == "" == first(desk, "12345")


def test_a_near_hit_says_why_and_which_words_answered(desk: Store) -> None:
    page = desk.reader.page("person", parse_query("Rubbio"), LENS)
    assert str(page.reasons[page.ids[0]]) == "Marco Rubio, spelt alike"
    assert page.matched_words == {"rubio"}
    assert page.fits[0] == NEAR
    page = desk.reader.page("person", parse_query("روبیو"), LENS)
    assert str(page.reasons[page.ids[0]]) == "Marco Rubio, sounds like"


def test_a_name_spelt_alike_comes_before_one_that_only_sounds_so_in_chinese(store: Store) -> None:
    reilly = Person(title="James Reilly", names=[Name(text="詹姆斯·莱利", kind="native")])
    lowry = Person(title="Michael Lowry", names=[Name(text="迈克尔·洛里", kind="native")])
    for person in (reilly, lowry, Person(title="Sergey Lavrov"), Person(title="习近平")):
        store.save(person, LENS)
    assert first(store, "lawrow") == "Sergey Lavrov"
    assert first(store, "Си Цзиньпин") == first(store, "xi jinping") == "习近平"


@pytest.mark.parametrize("text", ["S. V. Lavrov", "S V Lavrov", "Lavrov, S. V.", "S.V. Lavrov"])
def test_an_initial_that_the_desk_has_not_is_no_bar(store: Store, text: str) -> None:
    store.save(Person(title="Sergey Lavrov"), LENS)
    store.save(Event(title="A call", outcome="Salman and Vance spoke of Lavrov"), LENS)
    people, events = (
        store.reader.page(kind, parse_query(text), LENS, thorough=True)
        for kind in ("person", "event")
    )
    assert [line.title for line in store.reader.lines(people.ids, LENS)] == ["Sergey Lavrov"]
    assert people.fits[0] < min(events.fits, default=PART)


LONG = "Protocol amending the Convention on the Protection of the Waters of Lake Constance"


def test_of_a_long_title_only_the_words_that_answered_are_told(store: Store) -> None:
    store.save(Agreement(title=LONG), LENS)
    page = store.reader.page("agreement", parse_query("konstance protocl"), LENS)
    assert [str(why) for why in page.reasons.values()] == ["protocol constance, spelt alike"]


def test_a_word_of_a_long_title_is_not_what_a_name_in_another_script_sounds_like(
    store: Store,
) -> None:
    store.save(Agreement(title=LONG), LENS)
    store.save(Agreement(title="Treaty of Constance"), LENS)
    page = store.reader.page("agreement", parse_query("Констанс"), LENS)
    assert [line.title for line in store.reader.lines(page.ids, LENS)] == ["Treaty of Constance"]


def test_some_of_the_words_are_but_a_part(desk: Store) -> None:
    page = desk.reader.page("person", parse_query("Wilhelmina Rubio"), LENS)
    assert page.fits[0] == PART
    assert page.reasons[page.ids[0]].label == "in part"


def test_what_is_spelt_so_comes_before_what_is_nearly_so(desk: Store) -> None:
    assert first(desk, "Marc") in ("Marc Bernhard", "Marco Rubio")
    assert first(desk, "Marc Bernhard") == "Marc Bernhard"


def test_exactly_as_spelt_finds_no_slip(desk: Store) -> None:
    for text in ("Rubbio", '"Rubbio"', '"Marco Rubo"'):
        query = parse_query(text) if '"' in text else as_exact(parse_query(text))
        assert not desk.reader.page("person", query, LENS).ids


def test_what_lies_above_the_ceiling_is_not_near_either(desk: Store) -> None:
    assert first(desk, "Zebulom Quarier") == "Zebulon Quarrier"
    assert first(desk, "Zebulom Quarier", lens=Lens("2025-09-15", 2)) == ""


def test_a_name_saved_a_moment_ago_is_near_at_once(desk: Store) -> None:
    assert first(desk, "Wolodimir") == ""
    store = desk
    change = store.save(Person(title="Volodymyr Tester"), LENS)
    assert first(desk, "Volodimir") == "Volodymyr Tester"
    assert change is not None
    store.revert(change.id)
    assert first(desk, "Volodimir") == ""


def test_excluded_words_exclude_what_is_near(desk: Store) -> None:
    assert first(desk, "Rubbio -Marco") == ""
