"""What each target does to a record: texts, words, dates, lines, sums and countries."""

from __future__ import annotations

import pytest

from db import Agreement, Organization, Person
from db.exchange.mapping.row_values import Value
from db.exchange.mapping.targets import TARGETS
from db.exchange.placing.drafts import Dates, RowDraft
from db.exchange.placing.tally import Tally
from db.exchange.placing.target_fields import (
    DATES,
    LINES,
    TEXTS,
    WORDS,
    fill,
    read_country,
    read_word,
)
from db.record_types import RECORD_TYPES
from db.storage.row_mapping import shape_of
from tests.db.exchange.typed import row

KIND_OF = {"people": "person", "organizations": "organization", "agreements": "agreement",
           "events": "event"}  # fmt: skip


@pytest.mark.parametrize("kind", KIND_OF)
def test_every_target_of_the_tables_is_one_and_fills_a_field(kind: str) -> None:
    fields = {field.name for field in shape_of(RECORD_TYPES[KIND_OF[kind]]).fields}
    pairs = [*TEXTS[kind].items(), *WORDS[kind].items()]
    filled = {target: value[0] for target, value in pairs} | DATES[kind]
    for target, name in filled.items():
        assert target in TARGETS[kind] and name in fields, (kind, target)
    for target, (name, _) in LINES.items():
        holders = [each for each in KIND_OF if target in TARGETS[each]]
        assert all(hasattr(RECORD_TYPES[KIND_OF[each]](), name) for each in holders), target


def filled(kind: str, record: object, **values: object) -> RowDraft:
    draft = RowDraft(record)  # type: ignore[arg-type]
    tally = Tally(kind)
    fill(draft, kind, row(**values), Dates(None, tally), tally)  # type: ignore[arg-type]
    return draft


def test_a_row_fills_what_it_gives_and_leaves_the_rest() -> None:
    draft = filled(
        "people", Person(), gender="Female", born="1962-03", email="a@b.example", aliases="Zoya"
    )
    person = draft.record
    assert isinstance(person, Person)
    assert person.gender == "female" and person.born and person.born.edtf == "1962-03"
    assert [(each.kind, each.value) for each in person.contacts] == [("email", "a@b.example")]
    assert [(each.kind, each.text) for each in person.names] == [("alias", "Zoya")]
    assert draft.row_fields == ["gender", "born"] and person.died is None


def test_several_values_of_a_text_are_joined_and_lines_are_not_doubled() -> None:
    values = (Value("French"), Value("Arabic"))
    person = filled("people", Person(), languages=values, phone=(Value("1"), Value("1"))).record
    assert isinstance(person, Person)
    assert person.languages == "French, Arabic" and len(person.contacts) == 1


def test_a_native_name_tells_its_language_and_script() -> None:
    name = filled("people", Person(), native_name="اسحاق ڈار").record.names[0]
    assert (name.kind, name.language, name.script) == ("native", "ur", "Arab")


def test_a_word_of_a_closed_list_that_is_not_in_it_is_left_out_and_told() -> None:
    tally = Tally("agreements")
    assert read_word("agreement.binding", Value("Yes"), tally) == "yes"
    assert read_word("agreement.binding", Value("maybe", "binding"), tally) == ""
    assert "not one of" in tally.report({}).flagged[0]["why"]


def test_a_word_of_an_open_list_stays_as_it_is_written() -> None:
    tally = Tally("organizations")
    assert read_word("organization.kind", Value("Guild"), tally) == "Guild"
    assert read_word("organization.kind", Value("STATE"), tally) == "state"
    assert tally.report({}).flagged == []


def test_a_country_that_is_none_is_told_once_and_left_out() -> None:
    tally = Tally("people")
    assert read_country(Value("Pakistan"), tally) == "pk"
    assert [read_country(Value("Ruritania", "land"), tally) for _ in range(2)] == ["", ""]
    assert len(tally.report({}).flagged) == 1


def test_topics_are_taken_once_each() -> None:
    for record, kind in ((Agreement(), "agreements"), (Organization(), "organizations")):
        values = (Value("trade"), Value("water"), Value("trade"))
        assert filled(kind, record, topics=values).record.topics == ["trade", "water"]
