"""A field of a form is what its declaration says, but for how it is edited."""

from db import KINDS, Agreement, Name, Part, Party, Person, Source, Tenure
from desktop.fields.field_types import (
    EDITED_AS,
    SORTS,
    Form,
    FormField,
    Native,
    PartsTableSpec,
    Section,
    field_of,
    label_of,
)


def test_label_and_words_come_from_the_declaration() -> None:
    gender = field_of(Person, "gender")
    assert (gender.label, gender.sort, gender.words) == ("Gender", "choice", "person.gender")
    assert field_of(Person, "born").sort == "date"
    assert label_of(Person, "tenures") == "Offices held"


def test_a_sort_of_its_own_and_a_path_may_be_given() -> None:
    field = field_of(Source, "title", before="source.", sort="source", width=4)
    assert (field.name, field.sort, field.width) == ("source.title", "source", 4)


def test_only_the_name_of_a_record_is_its_title() -> None:
    assert field_of(Person, "title").is_title
    assert not field_of(Source, "title").is_title
    assert not field_of(Person, "given").is_title


def test_a_reference_says_to_what_it_may_be() -> None:
    who = field_of(Party, "who")
    assert who.sort == "ref"
    assert who.kinds and set(who.kinds) <= set(KINDS)
    assert field_of(Agreement, "reference").kinds == ()


def test_every_way_to_edit_is_a_known_sort() -> None:
    assert set(EDITED_AS.values()) <= SORTS


def test_a_table_names_each_of_its_fields_once() -> None:
    text = FormField("text", "Text")
    spec = PartsTableSpec("names", "Names", Name, "name", (text,), (text,))
    assert spec.fields() == (text,)


def test_a_form_goes_through_fields_and_tables_in_their_order() -> None:
    spec = PartsTableSpec("tenures", "Offices", Tenure, "office", ())
    first, last = FormField("a", "A"), FormField("b", "B")
    form = Form("person", (Section("", (first, Native("N"), spec)), Section("More", (last,))))
    assert list(form.fields()) == [first, last]
    assert list(form.parts()) == [spec]
    assert issubclass(spec.of, Part)
