"""Names of people as they are stored: titles beside the name, parts filled in, typed parts kept."""

from __future__ import annotations

import pytest

from db import Lens, Person, Store
from db.changes.naming import complete_name, give_parts, is_by_hand, joined_name, sort_text


@pytest.mark.parametrize(
    ("typed", "title", "honorific", "post_nominals"),
    [
        ("H.E. Mr Ishaq Dar", "Ishaq Dar", "H.E. Mr", ""),
        ("Field Marshal Syed Asim Munir, NI(M)", "Syed Asim Munir", "Field Marshal", "NI(M)"),
        ("King Charles III", "King Charles III", "", ""),
        ("Pope Francis", "Pope Francis", "", ""),
        ("Joseph R. Biden Jr.", "Joseph R. Biden Jr.", "", ""),
        ("Marco Rubio", "Marco Rubio", "", ""),
    ],
)
def test_titles_are_kept_out_of_the_name(
    typed: str, title: str, honorific: str, post_nominals: str
) -> None:
    person = Person(title=typed)
    complete_name(person)
    assert (person.title, person.honorific, person.post_nominals) == (
        title,
        honorific,
        post_nominals,
    )


def test_a_title_typed_into_its_own_field_is_not_overwritten() -> None:
    person = Person(title="Gen. Dan Caine", honorific="General")
    complete_name(person)
    assert (person.title, person.honorific) == ("Gen. Dan Caine", "General")


def test_parts_that_follow_from_the_old_name_follow_the_new_one() -> None:
    person = Person(title="Asim Munir", given="Asim", family="Munir", name_order="given-first")
    person.title = "Asim Ahmed"
    complete_name(person, "Asim Munir")
    assert (person.given, person.family) == ("Asim", "Ahmed")


def test_parts_an_officer_typed_outlive_a_new_name() -> None:
    person = Person(title="Syed Munir", given="Syed Asim", family="Munir Ahmed Shah")
    complete_name(person, "Asim Munir")
    assert (person.given, person.family) == ("Syed Asim", "Munir Ahmed Shah")


def test_parts_of_unknown_origin_stay_and_are_told_as_kept_when_the_name_changes() -> None:
    """As an older version derived them: they are neither the old name's nor the new one's."""
    akbar = Person(title="M. J. Akbar", given="J.", family="Akbar", name_order="given-first")
    complete_name(akbar, "M. J. Akbar")
    assert not is_by_hand(akbar, "parts")
    akbar.title = "Mobasher Jawed Akbar"
    complete_name(akbar, "M. J. Akbar")
    assert (akbar.given, akbar.family) == ("J.", "Akbar")
    assert is_by_hand(akbar, "parts")


def test_people_are_sorted_by_family_name() -> None:
    person = Person(title="Ishaq Dar")
    complete_name(person)
    assert sort_text(person) == "dar ishaq"


@pytest.mark.parametrize(
    ("typed", "country", "title", "honorific", "family"),
    [
        ("Bishop, Julie", "au", "Bishop, Julie", "", "Bishop"),
        ("MAJOR John", "gb", "MAJOR John", "", "MAJOR"),
        ("Hon Sui Sen", "sg", "Hon Sui Sen", "", "Hon"),
        ("M. Venkaiah Naidu", "in", "M. Venkaiah Naidu", "", "Naidu"),
        ("M. Emmanuel Macron", "fr", "Emmanuel Macron", "M.", "Macron"),
        ("HRH The Prince of Wales", "gb", "HRH The Prince of Wales", "", ""),
        ("Baroness Ashton of Upholland", "gb", "Baroness Ashton of Upholland", "",
         "Ashton of Upholland"),
        ("King Abdullah II", "jo", "King Abdullah II", "", ""),
        ("His Majesty King Charles III", "gb", "His Majesty King Charles III", "", ""),
        ("Hon. Robert F. Kennedy Jr.", "us", "Robert F. Kennedy Jr.", "Hon.", "Kennedy"),
        ("Aung San Suu Kyi", "mm", "Aung San Suu Kyi", "", ""),
    ],
)  # fmt: skip
def test_a_name_is_stored_as_its_country_has_it(
    typed: str, country: str, title: str, honorific: str, family: str
) -> None:
    person = Person(title=typed, country=country)
    complete_name(person)
    assert (person.title, person.honorific, person.family) == (title, honorific, family)


@pytest.mark.parametrize(
    ("title", "country", "sorted_as"),
    [
        ("Mohammed VI", "ma", "mohammed vi"),
        ("King Abdullah II", "jo", "abdullah ii"),
        ("Pope Leo XIV", "va", "leo xiv"),
        ("Katrín Jakobsdóttir", "is", "katrin jakobsdottir"),
        ("Martin Van Buren", "us", "van buren martin"),
        ("Charles de Gaulle", "fr", "gaulle charles de"),
        ("Prayut Chan-o-cha", "th", "prayut chan o cha"),
        ("Ukhnaagiin Khürelsükh", "mn", "khurelsukh ukhnaagiin"),
        ("Bin Laden, Osama", "sa", "bin laden osama"),
        ("HRH The Prince of Wales", "gb", "prince of wales"),
    ],
)
def test_people_are_sorted_as_their_country_does(title: str, country: str, sorted_as: str) -> None:
    person = Person(title=title, country=country)
    complete_name(person)
    assert sort_text(person) == sorted_as


def _saved(store: Store, person: Person) -> Person:
    store.save(person, Lens())
    read = store.reader.read(person.id, Lens()).record
    assert isinstance(read, Person)
    return read


def test_an_honorific_that_was_emptied_stays_empty(store: Store) -> None:
    person = _saved(store, Person(title="Bishop Julie Ann", country="au"))
    assert (person.title, person.honorific) == ("Julie Ann", "Bishop")
    person.title, person.honorific = "Bishop Julie Ann", ""
    person = _saved(store, person)
    assert (person.title, person.honorific) == ("Bishop Julie Ann", "")
    person.biography = "Changed."
    person = _saved(store, person)
    person.title = "Bishop Julia Ann"
    person = _saved(store, person)
    assert (person.title, person.honorific) == ("Bishop Julia Ann", "")


def test_parts_that_were_set_by_hand_outlive_every_change_of_the_name(store: Store) -> None:
    person = _saved(store, Person(title="Ishaq Dar"))
    person.family, person.given = "Ishaq Dar", ""
    person = _saved(store, person)
    person.title = "Mohammad Ishaq Dar"
    person = _saved(store, person)
    assert (person.given, person.family) == ("", "Ishaq Dar")
    typed = _saved(store, Person(title="Julie Bishop", given="Julie", family="Bishop"))
    typed.title = "Julie Isabel Bishop"
    assert _saved(store, typed).given == "Julie"


def test_parts_that_nobody_set_follow_the_name(store: Store) -> None:
    person = _saved(store, Person(title="Asim Munir"))
    person.title = "Syed Asim Munir"
    assert _saved(store, person).given == "Syed Asim"


@pytest.mark.parametrize(
    ("title", "given", "family", "parts"),
    [
        ("Bishop Julie", "", "Bishop", ("Julie", "Bishop", "family-first")),
        ("Julie Bishop", "Julie", "", ("Julie", "Bishop", "given-first")),
        ("Xi Jinping", "Jinping", "Xi", ("Jinping", "Xi", "family-first")),
        ("Suharto", "", "Suharto", ("", "Suharto", "single")),
        ("Ann Other", "", "Unrelated", ("", "Unrelated", "single")),
        ("Bin Laden, Osama", "", "Bin Laden", ("Osama", "Bin Laden", "given-first")),
    ],
)
def test_parts_of_a_source_are_final(
    title: str, given: str, family: str, parts: tuple[str, str, str]
) -> None:
    person = Person(title=title)
    give_parts(person, given, family)
    assert (person.given, person.family, person.name_order) == parts
    complete_name(person, "Somebody Else")
    assert (person.given, person.family) == parts[:2]
    assert is_by_hand(person, "parts")


def test_a_name_of_two_columns_is_in_the_order_of_its_country() -> None:
    assert joined_name("Jinping", "Xi", "cn") == "Xi Jinping"
    assert joined_name("Shinzo", "Abe", "jp") == "Shinzo Abe"
    assert joined_name("Kuan Yew", "Lee", "sg") == "Lee Kuan Yew"
    assert joined_name("Julie", "Bishop", "") == "Julie Bishop"
