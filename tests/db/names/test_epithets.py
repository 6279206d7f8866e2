"""An epithet is part of no given or family name, in any order, and names that look alike stay."""

import pytest

from db.changes.naming import complete_name
from db.names import sort_name, split_name
from db.names.epithets import without_epithet
from db.record_types import Person

CASES = [  # name, country → given name, particles, family name
    ("Ishaq Dar the Younger", "pk", "Ishaq", "", "Dar"),
    ("William Pitt the Elder", "gb", "William", "", "Pitt"),
    ("Dar the Younger, Ishaq", "pk", "Ishaq", "", "Dar"),
    ("Dar, Ishaq the Younger", "pk", "Ishaq", "", "Dar"),
    ("Kim Jong-un the Younger", "kp", "Jong-un", "", "Kim"),
    ("Cornelis de Vos the Elder", "be", "Cornelis", "de", "Vos"),
    ("Catherine the Great", "ru", "Catherine the Great", "", ""),
    ("Pliny the Elder", None, "Pliny the Elder", "", ""),
    ("Karl der Große", "de", "Karl der Große", "", ""),
    ("Hans Holbein der Jüngere", "de", "Hans", "", "Holbein"),
    ("Karl Müller d. J.", "de", "Karl", "", "Müller"),
    ("Pieter Bruegel il Vecchio", "it", "Pieter", "", "Bruegel"),
    ("Pedro Gómez hijo", "ar", "Pedro", "", "Gómez"),
    ("Francisco Herrera el Viejo", "es", "Francisco", "", "Herrera"),
    ("Alexandre Dumas fils", "fr", "Alexandre", "", "Dumas"),
    ("Alexandre Dumas père", "fr", "Alexandre", "", "Dumas"),
    ("Martin Luther King Jr.", "us", "Martin Luther", "", "King"),
    ("Robert Kennedy, Jr.", "us", "Robert", "", "Kennedy"),
    ("Omar ibn al-Khattab", None, "Omar ibn al-Khattab", "", ""),
    ("Mohammed bin Salman", "sa", "Mohammed bin Salman", "", ""),
    ("Hugo de Jonge", "nl", "Hugo", "de", "Jonge"),
    ("Claude Le Jeune", "fr", "Claude", "Le", "Jeune"),
    ("Karl Grosse", "de", "Karl", "", "Grosse"),
]


@pytest.mark.parametrize(("name", "country", "given", "particles", "family"), CASES)
def test_an_epithet_is_no_part_of_the_family_name(
    name: str, country: str | None, given: str, particles: str, family: str
) -> None:
    parts = split_name(name, country=country)
    assert (parts.given, parts.particles, parts.family) == (given, particles, family)


def test_the_name_itself_keeps_its_epithet() -> None:
    dar = Person(title="Ishaq Dar the Younger", country="pk")
    complete_name(dar)
    assert dar.title == "Ishaq Dar the Younger"
    assert (dar.given, dar.family, dar.post_nominals) == ("Ishaq", "Dar", "")
    assert sort_name(dar.title, country="pk") == "Dar, Ishaq"


@pytest.mark.parametrize("name", ["the Younger", "John of the Cross", "The", "Anna the", "Ann"])
def test_what_is_no_epithet_stays(name: str) -> None:
    assert without_epithet(name.split()) == name.split()
