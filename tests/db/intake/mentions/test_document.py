"""A document holds all that a text names."""

from __future__ import annotations

from datetime import date

from db.intake.mentions.document import read_document
from db.intake.text.sentences import cut_sentences
from tests.db.intake.marked_texts import document


class KnownToTheDesk:
    """A desk that knows one unusual name."""

    def kind_of(self, name: str) -> str:
        return "person" if name == "Zzyx Qorvo" else ""

    def holder_of(self, title: str, organization: str, country: str, day: date) -> str:
        return ""


def test_who_is_known_to_the_desk_is_found_bare() -> None:
    sentences = cut_sentences("They saw Zzyx Qorvo there.")
    found = read_document("They saw Zzyx Qorvo there.", sentences, KnownToTheDesk())
    assert [person.name for person in found.people.people] == ["Zzyx Qorvo"]
    assert document("They saw Zzyx Qorvo there.").people.people == []


def test_home_is_where_the_dateline_is() -> None:
    assert document("RABAT: The minister spoke.").home == "ma"
    assert document("The minister spoke.").home == ""
