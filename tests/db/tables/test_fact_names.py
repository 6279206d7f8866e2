"""What a source is about is shown as the form calls it, for every field, and read back."""

import pytest

from db.record_types import RECORD_TYPES
from db.tables.fact_names import fact_text, find_fact, is_fact
from db.tables.fields import meaning_of

FIELDS = [(kind, name) for kind, of in RECORD_TYPES.items() for name in of.model_fields]


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_every_field_of_a_record_is_called_as_its_form_calls_it(kind: str, name: str) -> None:
    text = fact_text(name)
    assert text in {
        meaning_of(of, name).label for of in RECORD_TYPES.values() if name in of.model_fields
    }
    own = meaning_of(RECORD_TYPES[kind], name).label
    assert find_fact(own, kind) == name and find_fact(own.upper(), kind) == name
    assert is_fact(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tenure 7QX2", "Office"),
        ("office 7QX2", "Office"),
        ("post_nominals", "Post-nominals"),
        ("parties[1].actions[0].date", "Parties"),
        ("no such field", "no such field"),
    ],
)
def test_a_part_is_called_by_its_kind_or_its_list(name: str, text: str) -> None:
    assert fact_text(name) == text


def test_words_of_ones_own_stay_as_they_are() -> None:
    assert find_fact("  his  visit ") == "his visit"
    assert not is_fact("his visit")
