"""A text is read whole, within bounds."""

from __future__ import annotations

from datetime import date

import pytest

from db.errors import Refused
from db.intake.reading import MAX_TEXT_LETTERS, read


def test_a_text_beyond_the_bound_is_refused_with_the_mend() -> None:
    with pytest.raises(Refused, match="paste a part"):
        read("a" * (MAX_TEXT_LETTERS + 1))


def test_a_part_in_another_script_is_told() -> None:
    text = "Islamabad. " + "وزیر خارجہ نے ٹیلی فون پر بات کی اور دونوں ملکوں کے تعلقات پر گفتگو کی"
    notes = read(text).notes
    assert [note.says for note in notes] == [
        "This part is Urdu: names matched, sentences not read."
    ]
    assert text[notes[0].start : notes[0].end].startswith("وزیر")


def test_hostile_text_is_read_within_bounds() -> None:
    shapes = (
        "a" * 20_000,
        "A " * 4_000,
        "( " * 4_000,
        "President " * 1_000,
        "Mr. " * 1_000,
        "and, " * 2_000,
        "12 May " * 1_000,
        "$5 million " * 800,
        "\u202e\u0000<script>alert(1)</script>" * 500,
        '"' * 4_000,
        "Ministry of " * 1_000,
        "met with " * 1_000,
    )
    for shape in shapes:
        found = read(shape, date(2025, 9, 15))
        assert all(0 <= each.start <= each.end <= len(shape) for each in found.events)


@pytest.mark.parametrize("who", ["The two", "The two countries", "They", "The two sides"])
def test_the_two_of_the_sentence_before_are_the_parties(who: str) -> None:
    text = (
        "OSLO: Norwegian Foreign Minister Espen Barth Eide met US Secretary of State Marco Rubio on"
        f" Monday. {who} signed a memorandum of understanding on minerals worth USD 20 million."
    )
    [pact] = read(text, date(2025, 9, 15)).agreements
    assert set(pact.fields.parties) == {"Norway", "United States"}
    assert pact.fields.value is not None and pact.fields.value.amount == "20000000"


def test_a_second_opinion_finds_people_by_names_that_nothing_else_tells() -> None:
    text = "They saw Zzyx Qorvo there."

    def recognise(plain: str) -> list[tuple[int, int, str]]:
        start = plain.index("Zzyx")
        return [(start, start + len("Zzyx Qorvo"), "person")]

    assert read(text).people == ()
    [person] = read(text, recognise=recognise).people
    assert person.fields.name == "Zzyx Qorvo"


def test_a_second_opinion_finds_bodies_by_names_that_nothing_else_tells() -> None:
    text = "They spoke of Zzyx Qorvo there."

    def recognise(plain: str) -> list[tuple[int, int, str]]:
        start = plain.index("Zzyx")
        return [(start, start + len("Zzyx Qorvo"), "organization")]

    assert read(text).organizations == ()
    [body] = read(text, recognise=recognise).organizations
    assert body.fields.name == "Zzyx Qorvo"
