"""A saved record has a label and keeps what it had when refused; many take one value, or none."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    Citation,
    FieldChange,
    Invalid,
    Lens,
    Note,
    Office,
    OfficeRef,
    Organization,
    Party,
    PartyAction,
    Person,
    Ref,
    Refused,
    Source,
    Store,
    Tenure,
)
from db.changes.saving import MAX_LABEL_LETTERS, reset_ids_on_refusal, short

LENS = Lens("2025-09-15", 1)


def test_a_title_is_one_line_of_a_label() -> None:
    assert short("Agreement\non  minerals") == "Agreement on minerals"
    assert len(short("long " * 99)) == MAX_LABEL_LETTERS


def test_what_a_refused_record_was_given_is_taken_back() -> None:
    record = Person(
        title="One",
        notes=[Note(text="a"), Note(id=7, text="b")],
        citations=[Citation(source=Source())],
    )
    had = record.uid, record.version
    with pytest.raises(ZeroDivisionError), reset_ids_on_refusal(record):
        record.id, record.version = 5, 3
        record.notes[0].id = record.citations[0].source.id = 9
        raise ZeroDivisionError
    assert (record.id, record.uid, record.version) == (0, *had)
    assert [note.id for note in record.notes] == [0, 7]
    assert record.citations[0].source.id == 0


def three(store: Store) -> list[int]:
    people = [Person(title=title) for title in ("Ann Ashe", "Ben Bond", "Cy Cole")]
    for person in people:
        store.save(person, LENS)
    return [person.id for person in people]


def test_all_take_the_value_and_one_step_takes_it_back(store: Store) -> None:
    ids = three(store)
    change = store.change_field(ids, FieldChange("checked_on", "2025-09-15"), LENS)
    assert change is not None and change.label == "Edit 3 records"
    read = [store.reader.get(key, LENS) for key in ids]
    assert {each.checked_on for each in read} == {"2025-09-15"}
    assert {each.version for each in read} == {2}
    store.revert(change.id)
    assert {store.reader.get(key, LENS).checked_on for key in ids} == {None}
    assert store.verify() == []


def test_one_that_differs_is_named_and_none_that_differs_is_no_change(store: Store) -> None:
    ids = three(store)
    change = store.change_field(ids[:1], FieldChange("country", "pk"), LENS)
    assert change is not None and change.label == "Edit Ann Ashe"
    assert store.change_field(ids[:1], FieldChange("country", "pk"), LENS) is None
    before = len(store.reader.changes())
    assert store.change_field(ids[:1], FieldChange("country", "pk"), LENS) is None
    assert len(store.reader.changes()) == before


@pytest.mark.parametrize(
    ("field", "bad"), [("checked_on", "spring"), ("title", ""), ("marking", 9)]
)
def test_what_one_cannot_take_none_takes_and_it_is_named(
    store: Store, field: str, bad: object
) -> None:
    ids = three(store)
    before = [store.reader.get(key, LENS) for key in ids]
    with pytest.raises(Refused, match="“Ann Ashe” cannot be changed so"):
        store.change_field(ids, FieldChange(field, bad), LENS)
    assert [store.reader.get(key, LENS) for key in ids] == before


def test_what_the_lens_hides_is_refused_and_its_parts_stay(store: Store) -> None:
    ids = three(store)
    store.save(secret := Person(title="Di Dean", marking=3), Lens())
    with pytest.raises(Refused, match="above the ceiling"):
        store.change_field([*ids, secret.id], FieldChange("country", "pk"), LENS)
    noted = Person(title="Ed Eade", notes=[Note(text="For few eyes.", marking=3)])
    store.save(noted, Lens())
    store.change_field([noted.id], FieldChange("country", "pk"), LENS)
    read = store.reader.get(noted.id, Lens())
    assert (read.country, [note.text for note in read.notes]) == ("pk", ["For few eyes."])


def test_progress_is_told_and_may_stop_it_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.progress.PACE_SECONDS", 0.0)
    ids, told = three(store), []
    store.change_field(
        ids, FieldChange("country", "pk"), LENS, lambda done, total: told.append((done, total))
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def agreement_of_new(**fields: object) -> Agreement:
    """An agreement whose parties and signatory are only named."""
    ann = Ref(0, "Ann Lee", "person")
    return Agreement(
        title="Pact",
        parties=[
            Party(who=Ref(0, "Freedonia", "organization"), actions=[PartyAction(signatory=ann)]),
            Party(who=Ref(0, "  freedonia ", "organization")),
            Party(who=Ref(0, "Ann Lee", "person")),
        ],
        **fields,
    )


def titles(store: Store, kind: str) -> list[str]:
    return [
        line.title for line in store.reader.lines(store.reader.all_ids(kind, Lens(), ""), Lens())
    ]


def test_what_a_record_only_names_is_made_with_it_and_undone_with_it(store: Store) -> None:
    pact = agreement_of_new(marking=1)
    change = store.save(pact, LENS)
    assert change is not None and change.label == "Add Pact"
    kept = store.reader.get(pact.id, LENS)
    assert isinstance(kept, Agreement)
    state, again, ann = [party.who for party in kept.parties]
    assert state == again and state is not None and state.title == "Freedonia"
    assert kept.parties[0].actions[0].signatory == ann
    assert (titles(store, "organization"), titles(store, "person")) == (["Freedonia"], ["Ann Lee"])
    assert store.reader.get(state.id, LENS).marking == 1
    assert len(store.reader.changes()) == 1
    store.revert(change.id)
    assert titles(store, "organization") == titles(store, "person") == []
    assert store.verify() == []


def test_an_office_is_made_in_its_body_new_or_old(store: Store) -> None:
    old = Organization(title="Army", offices=[Office(title="Chief")])
    store.save(old, LENS)
    body = Ref(old.id, "Army", "organization")
    offices = [
        OfficeRef(0, "Deputy Chief", body),
        OfficeRef(0, "Head", Ref(0, "Bureau", "organization")),
        OfficeRef(0, "Deputy Head", Ref(0, "Bureau", "organization")),
        OfficeRef(0, "deputy chief", body),
    ]
    person = Person(title="Bo Ray", tenures=[Tenure(office=office) for office in offices])
    change = store.save(person, LENS)
    kept = store.reader.get(person.id, LENS)
    assert isinstance(kept, Person)
    held = [tenure.office for tenure in kept.tenures]
    assert [office and office.title for office in held] == [
        "Deputy Chief", "Head", "Deputy Head", "Deputy Chief"
    ]  # fmt: skip
    assert held[0] == held[3]
    army = store.reader.get(old.id, LENS)
    assert isinstance(army, Organization)
    assert [office.title for office in army.offices] == ["Chief", "Deputy Chief"]
    assert change is not None
    store.revert(change.id)
    assert titles(store, "organization") == ["Army"]
    army = store.reader.get(old.id, LENS)
    assert isinstance(army, Organization) and len(army.offices) == 1


def test_nothing_is_made_where_the_record_is_refused(store: Store) -> None:
    pact = agreement_of_new()
    pact.parties[2].who = Ref(0, "Ann\0", "person")
    with pytest.raises(Invalid) as refused:
        store.save(pact, LENS)
    assert list(refused.value.problems) == ["parties[2].who"]
    assert titles(store, "organization") == titles(store, "person") == []
    assert pact.parties[0].who == Ref(0, "Freedonia", "organization")
    assert pact.id == 0


def test_a_reference_to_nothing_is_still_missing(store: Store) -> None:
    for who in (Ref(0), Ref(0, " ", "person"), Ref(0, "Ann Lee"), None):
        with pytest.raises(Invalid):
            store.save(Agreement(title="Pact", parties=[Party(who=who)]), LENS)
