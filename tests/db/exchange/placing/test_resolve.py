"""What rows name is found by identifier, by name or as a state, and never guessed."""

from __future__ import annotations

import pytest

from db import Agreement, Identifier, Name, Organization, Person, Record, Store
from db.exchange.mapping.global_ids import GLOBAL
from db.exchange.mapping.row_values import Value
from db.exchange.placing.resolve import AGREEMENTS, ORGANIZATIONS, PEOPLE, Match, name_key
from db.exchange.placing.tally import RowFault
from tests.db.exchange.typed import LENS, at_work, called


def put(store: Store, *records: Record) -> list[int]:
    for record in records:
        store.save(record, LENS)
    return [record.id for record in records]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [("person", "Ishāq DAR", "ishaq dar"), ("agreement", "The Pact", "Pact")],
)
def test_names_are_compared_folded_and_agreements_without_their_article(
    kind: str, one: str, other: str
) -> None:
    assert name_key(kind, one) == name_key(kind, other)


def test_a_record_is_found_by_any_of_its_names_and_by_its_kind_alone(store: Store) -> None:
    dar = Person(title="Ishaq Dar", names=[Name(text="اسحاق ڈار", kind="native")])
    (key,) = put(store, dar)
    with at_work(store) as at:
        for text in ("ISHAQ DAR", "اسحاق ڈار"):
            assert [found.id for found in at.desk.find_by_name("person", text)] == [key]
        assert at.desk.find_by_name("organization", "Ishaq Dar") == []


def test_a_record_is_found_by_its_own_identity(store: Store) -> None:
    dar, hidden = Person(title="Ishaq Dar"), Person(title="Hidden", marking=3)
    put(store, dar, hidden)
    with at_work(store) as at:
        at.desk.ceiling = 2
        found = at.desk.find_by_identifier("person", GLOBAL, dar.uid)
        assert found and found.id == dar.id
        assert at.desk.find_by_identifier("organization", GLOBAL, dar.uid) is None
        assert at.desk.find_by_identifier("person", GLOBAL, hidden.uid) is None


def test_what_lies_above_the_ceiling_is_not_found(store: Store) -> None:
    put(store, Person(title="Hidden", marking=3, identifiers=[Identifier(scheme="x", value="p1")]))
    with at_work(store) as at:
        at.desk.ceiling = 1
        assert at.desk.find_by_name("person", "Hidden") == []
        assert at.desk.find_by_identifier("person", "x", "p1") is None


def test_a_record_made_in_the_batch_is_found_by_later_rows(store: Store) -> None:
    with at_work(store) as at:
        at.desk.look_up_names("person", ["Ana Silva"])
        key = at.desk.make(PEOPLE, Person(title="Ana Silva"))
        assert [found.id for found in at.desk.find_by_name("person", "ana silva")] == [key]
        at.desk.begin()
        assert [found.id for found in at.desk.find_by_name("person", "ana silva")] == [key]
    assert store.verify() == []


def test_a_record_known_otherwise_under_the_same_scheme_is_another(store: Store) -> None:
    (key,) = put(store, Person(title="Ana", identifiers=[Identifier(scheme="x", value="p1")]))
    with at_work(store) as at:
        assert at.desk.other_identifier(key, "x", "p2")
        assert not at.desk.other_identifier(key, "x", "p1")
        assert not at.desk.other_identifier(key, "y", "p2")
        at.desk.identify(key, "y", "p3")
        assert at.desk.other_identifier(key, "y", "p2")


def test_the_identifiers_of_many_records_are_asked_for_once(store: Store) -> None:
    keys = put(
        store,
        *(Person(title="Ana", identifiers=[Identifier(scheme="x", value=f"p{number}")])
          for number in range(3)),
    )  # fmt: skip
    with at_work(store) as at:
        at.desk.look_up_identifiers_of(keys)
        at.desk.work.sql.run("DELETE FROM identifier")
        assert [at.desk.other_identifier(key, "x", "p0") for key in keys] == [False, True, True]


def test_a_country_is_its_state_made_once(store: Store) -> None:
    with at_work(store) as at:
        keys = {at.desk.country(Value(text)) for text in ("Pakistan", "PAK", "pk")}
    assert len(keys) == 1 and called(store, "Pakistan").country == "pk"


def test_what_is_no_country_is_a_body(store: Store) -> None:
    with at_work(store) as at:
        key = at.desk.country(Value("European Union"))
    assert called(store, "European Union").id == key


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (Value("nobody", by="id", scheme="x"), "with the identifier “nobody” of x"),
        (Value("Nobody Atall"), "No person called “Nobody Atall”"),
        (Value("Asim Khan"), "2 people are called “Asim Khan”"),
    ],
)
def test_what_is_not_there_or_is_there_twice_is_a_fault(
    store: Store, value: Value, says: str
) -> None:
    put(store, Person(title="Asim Khan", country="pk"), Person(title="Asim Khan", country="in"))
    with at_work(store) as at, pytest.raises(RowFault, match=says) as fault:
        at.desk.reference(PEOPLE, value, column="who")
    assert fault.value.column == "who" and fault.value.why.endswith(".")


def test_a_country_tells_two_of_a_name_apart(store: Store) -> None:
    one, other = put(
        store, Person(title="Asim Khan", country="pk"), Person(title="Asim Khan", country="in")
    )
    with at_work(store) as at:
        assert at.desk.reference(PEOPLE, Value("Asim Khan"), "pk") == one
        assert at.desk.reference(PEOPLE, Value("Asim Khan"), "in") == other


def test_titles_are_left_out_of_a_name_that_is_looked_for(store: Store) -> None:
    (key,) = put(store, Person(title="Ishaq Dar"))
    with at_work(store) as at:
        assert at.desk.reference(PEOPLE, Value("H.E. Mr Ishaq Dar")) == key


def test_what_is_made_keeps_titles_beside_the_name_and_cites_its_row(store: Store) -> None:
    with at_work(store) as at:
        at.desk.reference(PEOPLE, Value("Dr Ana Silva", create=True), "br")
        at.desk.reference(ORGANIZATIONS, Value("Green Party", create=True))
    ana = called(store, "Ana Silva")
    assert isinstance(ana, Person) and (ana.honorific, ana.country) == ("Dr", "br")
    assert [each.passage for each in called(store, "Green Party").citations] == ["row 2"]


def test_an_agreement_is_never_made_by_its_name(store: Store) -> None:
    put(store, Agreement(title="The Pact"))
    with at_work(store) as at:
        assert at.desk.reference(AGREEMENTS, Value("Pact"))
        with pytest.raises(RowFault, match="is not on the desk"):
            at.desk.reference(AGREEMENTS, Value("Treaty", create=True))


def test_an_identifier_beside_a_name_is_kept_for_the_next_file(store: Store) -> None:
    (key,) = put(store, Organization(title="OSCE"))
    with at_work(store) as at:
        value = Value("OSCE", scheme="wikidata", identifier="Q81299")
        assert at.desk.reference(ORGANIZATIONS, value) == key
    with at_work(store) as at:
        found = at.desk.find_by_identifier("organization", "wikidata", "Q81299")
        assert found is not None and found.id == key
    assert store.verify() == []


def test_who_has_an_identifier_of_the_list_from_a_row_is_meant_by_no_other_such_row(
    store: Store,
) -> None:
    (key,) = put(store, Person(title="Ana Ruiz"))
    with at_work(store) as at:
        at.desk.look_up_search_forms("person", ["ana ruiz"])
        at.desk.remember_ready(Match(99, "Ana Ruiz", "pe", "person"), "ana ruiz", ("x", "p1"))
        assert [each.id for each in at.desk.same_name("person", "ana ruiz")] == [key, 99]
        assert [each.id for each in at.desk.strangers("person", "ana ruiz")] == [key]
        assert at.desk.other_identifier(99, "x", "p2")
        assert not at.desk.other_identifier(99, "x", "p1")
        at.desk.note_identifier(99, "wikidata", "Q1")
        assert at.desk.other_identifier(99, "wikidata", "Q2")
