"""A name in two or more columns is put together, and each part known for what it is."""

from __future__ import annotations

import pytest

from tests.db.exchange.mapping.guess.tables import guess, sources

TABLES = [
    ("name;surname;born|Ana;Ruiz;1961|Luis;Paz;1970", "{name} {surname}", "name", "surname"),
    ("nom;prenom;pays|Dupont;Jean;France|Roy;Anne;Belgique", "{prenom} {nom}", "prenom", "nom"),
    ("Name;Vorname;Geburtsdatum|Maier;Hans;1961|Kurz;Eva;1970", "{Vorname} {Name}", "Vorname", "Name"),
    ("nombre;apellidos;cargo|Ana;Ruiz;Ministra|Luis;Paz;Juez", "{nombre} {apellidos}", "nombre", "apellidos"),
    ("Фамилия;Имя;Отчество|Петров;Иван;Ильич|Белова;Анна;Львовна", "{Имя} {Отчество} {Фамилия}", "{Имя} {Отчество}", "Фамилия"),
    ("Name 6;Name 1;Name 2;DOB|RUIZ;Ana;Maria;1961|PAZ;Luis;;1970", "{Name 1} {Name 2} {Name 6}", "{Name 1} {Name 2}", "Name 6"),
    ("full_name;first_name;last_name|Ana Ruiz;Ana;Ruiz|Luis Paz;Luis;Paz", "full_name", "first_name", "last_name"),
    ("name;surname;born|Ana Ruiz;Ruiz;1961|Luis Paz;Paz;1970", "name", "", "surname"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "whole", "given", "family"), TABLES)
def test_the_parts_of_a_name_are_told_apart(
    table: str, whole: str, given: str, family: str
) -> None:
    made = sources(guess(table))
    assert (made["name"], made.get("given_name", ""), made["family_name"]) == (whole, given, family)


def test_holders_too_are_named_by_their_parts() -> None:
    table = (
        "Vorname;Nachname;Amt;Behörde;Beginn;Ende|Hans;Maier;Minister;Senat;2001;2005"
        "|Eva;Kurz;Ministerin;Senat;2005;2009"
    )
    made = guess(table, "tenures")
    (person,) = made.fields["person"]
    assert (person.template, person.create) == ("{Vorname} {Nachname}", True)
