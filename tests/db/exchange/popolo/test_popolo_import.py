"""A Popolo file is one change: it makes, updates and leaves alone, and nothing in it breaks it."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import (
    DeskError,
    Identifier,
    Lens,
    Name,
    Person,
    Refused,
    Stopped,
    Store,
    import_files,
    make_desk,
    open_desk,
)
from tests.db.desk_sql import sql_of
from tests.db.exchange.popolo_desk import (
    LENS,
    body,
    bring_in,
    identified,
    person,
    refusals,
    remarks,
    titled,
)

DOCUMENT: dict[str, Any] = {
    "meta": {"sources": ["https://a.ie"]},
    "persons": [
        {"id": "1", "name": "Ana Silva", "birth_date": "1964", "gender": "female",
         "sources": [{"url": "https://a.ie/1"}], "colour": "red"},
        {"id": "2", "name": "Bo Birk"},
    ],
    "organizations": [{"id": "s", "name": "Senate"}],
    "memberships": [{"person_id": "1", "organization_id": "s", "start_date": "2011"}],
}  # fmt: skip


def changed(**fields: Any) -> dict[str, Any]:
    """The file with other fields of its first person."""
    document = copy.deepcopy(DOCUMENT)
    document["persons"][0] |= fields
    return document


def test_a_file_is_one_change_that_undo_takes_back(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, DOCUMENT)
    assert report.read == 4
    assert report.created == {"people": 2, "organizations": 1, "offices": 1, "tenures": 1}
    assert report.mapping["people.born"] == "persons.birth_date"
    assert report.left_out == ["meta", "persons.colour"]
    (change,) = store.reader.changes()
    assert change.label == "Import senate.json"
    store.revert(change.id)
    assert not any(store.info(LENS).records.values())
    assert store.verify() == []


def test_a_record_cites_the_file_by_place_and_the_sources_it_names(
    store: Store, tmp_path: Path
) -> None:
    bring_in(store, tmp_path, DOCUMENT)
    ana = person(store, "Ana Silva")
    assert {(each.source.title, each.field, each.passage) for each in ana.citations} == {
        ("senate.json", "", "persons[0]"),
        ("https://a.ie/1", "", ""),
        ("senate.json", f"tenure {ana.tenures[0].uid}", "memberships[0]"),
    }


def test_the_same_file_twice_makes_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, DOCUMENT)
    again = bring_in(store, tmp_path, DOCUMENT)
    assert again.created == again.updated == {"people": 0}
    assert again.unchanged == {"people": 2, "organizations": 1, "tenures": 1}
    assert len(store.reader.changes()) == 1


def test_a_changed_file_updates_what_it_wrote(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, DOCUMENT)
    names = [{"name": "Ana Braga", "end_date": "1990"}]
    document = changed(name="Ana Sousa", birth_date="1964-07-31", other_names=names)
    report = bring_in(store, tmp_path, document)
    assert report.updated == {"people": 1}
    assert report.flagged == []
    ana = person(store, "Ana Sousa")
    assert ana.born and ana.born.edtf == "1964-07-31"
    assert [(each.text, each.kind) for each in ana.names] == [("Ana Braga", "former")]
    assert store.verify() == []


def test_what_an_officer_corrected_stays_and_is_told(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, DOCUMENT)
    ana = person(store, "Ana Silva")
    ana.gender, ana.biography = "male", "Met in Geneva."
    store.save(ana, LENS)
    report = bring_in(store, tmp_path, changed(gender="other", birth_date="1965"))
    ana = person(store, "Ana Silva")
    assert (ana.gender, ana.biography, ana.born and ana.born.edtf) == (
        "male", "Met in Geneva.", "1965",
    )  # fmt: skip
    assert "persons[0]: The desk has “male” for gender" in remarks(report)


def test_one_person_in_two_files_is_known_by_wikidata_or_by_a_shared_id(
    store: Store, tmp_path: Path
) -> None:
    own = "897ec42a-89ac-4ff8-8723-af6d51a4ed83"
    wikidata = [{"scheme": "wikidata", "identifier": "Q1"}]
    first = [{"id": own, "name": "Ana Silva", "gender": "female"},
             {"id": "1", "name": "Bo Birk", "identifiers": wikidata}]  # fmt: skip
    second = [{"id": own, "name": "A. Silva", "gender": "female"},
              {"id": "77", "name": "B. Birk", "identifiers": wikidata}]  # fmt: skip
    bring_in(store, tmp_path, first, "one.json")
    report = bring_in(store, tmp_path, second, "two.json")
    assert report.created == {"people": 0}
    assert [each.text for each in person(store, "Bo Birk").names] == ["B. Birk"]


def test_parties_of_two_countries_with_one_name_stay_two(store: Store, tmp_path: Path) -> None:
    green = {"id": "G", "name": "Green Party", "classification": "party"}
    bring_in(store, tmp_path, {"organizations": [green]}, "ireland.json")
    report = bring_in(store, tmp_path, {"organizations": [green]}, "canada.json")
    assert report.created["organizations"] == 1
    assert "1 record is called “Green Party”; the row was added as another." in remarks(report)


def test_a_record_that_an_officer_typed_is_the_one_of_its_name(
    store: Store, tmp_path: Path
) -> None:
    store.save(Person(title="Ana Silva"), LENS)
    report = bring_in(store, tmp_path, DOCUMENT)
    assert report.created["people"] == 1
    assert "“Ana Silva” was taken to be the record of this name" in remarks(report)


def test_an_id_given_twice_is_refused_and_an_object_given_twice_is_told(
    store: Store, tmp_path: Path
) -> None:
    people = [{"id": "1", "name": "Ana"}, {"id": "1", "name": "Bo"}, {"id": "1", "name": "Ana"}]
    report = bring_in(store, tmp_path, {"persons": people})
    assert report.created == {"people": 1}
    assert refusals(report) == [("persons[1].id", "1")]
    assert remarks(report) == "persons[2] says the same as persons[0]; it was taken once."


def test_two_objects_that_are_one_record_are_told(store: Store, tmp_path: Path) -> None:
    wikidata = [{"scheme": "wikidata", "identifier": "Q1"}]
    people = [
        {"id": "1", "name": "Ana Silva", "identifiers": wikidata},
        {"id": "2", "name": "A. Silva", "identifiers": wikidata},
    ]
    report = bring_in(store, tmp_path, {"persons": people})
    assert report.created == {"people": 1}
    says = "persons[1] and persons[0] have an identifier or a name in common; they are one record."
    assert says in remarks(report)


def test_a_kind_that_popolo_has_not_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"senate\.json is Popolo, which has no agreements"):
        bring_in(store, tmp_path, DOCUMENT, kind="agreements")


@pytest.mark.parametrize(
    ("kind", "created"),
    [
        ("people", {"people": 2}),
        ("organizations", {"organizations": 1}),
        ("tenures", {"tenures": 0}),
        ("events", {"events": 0}),
    ],
)
def test_a_kind_takes_only_its_list(
    kind: str, created: dict[str, int], store: Store, tmp_path: Path
) -> None:
    report = bring_in(store, tmp_path, DOCUMENT, kind=kind)
    assert report.created == created


def test_lists_taken_one_by_one_are_tied_together(store: Store, tmp_path: Path) -> None:
    for kind in ("people", "organizations", "tenures"):
        report = bring_in(store, tmp_path, DOCUMENT, kind=kind)
        assert report.rejected == []
    assert len(person(store, "Ana Silva").tenures) == 1


def test_a_preview_and_a_cancelled_import_leave_the_desk_as_it_was(
    store: Store, tmp_path: Path
) -> None:
    report = bring_in(store, tmp_path, DOCUMENT, preview=True)
    assert report.created["people"] == 2

    def cancel(done: int, total: int) -> None:
        if total and done:
            raise Stopped

    with pytest.raises(Stopped):
        bring_in(store, tmp_path, DOCUMENT, progress=cancel)
    assert not any(store.info(LENS).records.values())
    assert store.reader.changes() == []


def test_a_popolo_file_and_a_table_come_together(store: Store, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,name,born\n9,Cy Dee,1950\n", encoding="utf-8")
    popolo = tmp_path / "senate.json"
    popolo.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    report = import_files(store, [table, popolo], LENS)
    assert report.created["people"] == 3
    assert len(store.reader.changes()) == 1


def test_what_lies_above_the_ceiling_is_neither_found_nor_touched(
    store: Store, tmp_path: Path
) -> None:
    own = [Identifier(scheme="senate", value="1")]
    secret = Person(title="Ana Silva", marking=3, identifiers=own, names=[Name(text="Nobody")])
    store.save(secret, Lens())
    bring_in(store, tmp_path, DOCUMENT)
    path = tmp_path / "senate.json"
    import_files(store, [path], Lens(ceiling=0))
    rows = sql_of(store).rows("SELECT version FROM record WHERE id=?", (secret.id,))
    assert rows[0][0] in (1, 2)


def test_a_single_body_comes_with_its_posts_and_people(store: Store, tmp_path: Path) -> None:
    ana = {"name": "Ana Silva", "birth_date": "1964"}
    document = {
        "id": "s", "name": "Senate", "classification": "legislature",
        "posts": [{"label": "Speaker", "memberships": [{"person": ana}]}],
    }  # fmt: skip
    report = bring_in(store, tmp_path, document)
    assert report.rejected == []
    (tenure,) = person(store, "Ana Silva").tenures
    assert tenure.office and tenure.office.title == "Speaker"
    assert [each.title for each in body(store, "Senate").offices] == ["Speaker"]
    assert identified(store, "s").title == "Senate"
    again = bring_in(store, tmp_path, document)
    assert not any({**again.created, **again.updated}.values())
    assert titled(store, "Senate")


# any JSON of this shape

IDS = st.sampled_from(["1", "2", "a", "Q1", "897ec42a-89ac-4ff8-8723-af6d51a4ed83"])
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | IDS
    | st.sampled_from(["1964", "1964-07-31", "2011-02-30", "female", "ڈار", "\0", "\ud800", "NA"])
)  # fmt: skip
NAMES = [
    "id", "name", "other_names", "given_name", "family_name", "sort_name", "honorific_prefix",
    "gender", "birth_date", "death_date", "identifiers", "contact_details", "links", "sources",
    "image", "memberships", "posts", "organization", "organization_id", "person", "person_id",
    "post", "post_id", "on_behalf_of_id", "area", "area_id", "role", "label", "start_date",
    "end_date", "legislative_period_id", "parent", "parent_id", "classification", "founding_date",
    "dissolution_date", "attendees", "children", "events", "scheme", "identifier", "lang", "note",
    "url", "type", "value", "national_identity", "status", "location", "maximum_memberships",
    "biography",
]  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=7)
LISTS = st.lists(OBJECTS | VALUES, max_size=4) | VALUES
DOCUMENTS = (
    st.dictionaries(
        st.sampled_from(
            ["persons", "organizations", "memberships", "posts", "events", "areas", "meta"]
        ),
        LISTS,
        min_size=1,
    )
    | st.lists(OBJECTS, max_size=4)
    | OBJECTS
)


# files as they are, with all that goes wrong in them between the objects

KEYS = st.sampled_from(["1", "2", "3", "9"])
DAYS = st.sampled_from([None, "2011", "2011-03", "2012-05-06", "2016-03-10", "2019"])
TITLES = st.sampled_from(["Ana Silva", "Bo Birk", "Senate", "Ana Sílva", "Dr Ana Silva"])
WIKIDATA = st.sampled_from([[], [], [{"scheme": "wikidata", "identifier": "Q1"}]])
OTHERS = st.lists(st.fixed_dictionaries({"name": TITLES}, optional={"end_date": DAYS}), max_size=2)


def things(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """A list of objects with some of these fields."""
    return st.lists(st.fixed_dictionaries({}, optional=fields), max_size=5)


FILES = st.fixed_dictionaries({
    "persons": things(id=KEYS, name=TITLES, birth_date=DAYS, identifiers=WIKIDATA,
                      other_names=OTHERS),
    "organizations": things(id=KEYS, name=TITLES, parent_id=KEYS, identifiers=WIKIDATA,
                            founding_date=DAYS, classification=TITLES),
    "posts": things(id=KEYS, label=TITLES, role=TITLES, organization_id=KEYS, start_date=DAYS,
                    maximum_memberships=st.integers(1, 3)),
    "events": things(id=KEYS, name=TITLES, start_date=DAYS, end_date=DAYS, organization_id=KEYS,
                     parent_id=KEYS),
    "memberships": st.lists(
        st.fixed_dictionaries(
            {"person_id": KEYS, "organization_id": KEYS},
            optional={
                "post_id": KEYS, "role": TITLES, "start_date": DAYS, "end_date": DAYS,
                "on_behalf_of_id": KEYS, "legislative_period_id": KEYS,
            },
        ),
        max_size=8,
    ),
})  # fmt: skip


@given(FILES | DOCUMENTS)
def test_any_json_of_this_shape_is_taken_or_told_and_never_breaks(document: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.desk"
        make_desk(path, name="Any")
        with open_desk(path) as store:
            try:
                report = bring_in(store, Path(folder), document)
            except DeskError as refusal:
                assert str(refusal).endswith(".")
                return
            assert all(each["column"] and each["why"] for each in report.rejected)
            json.dumps(report.flagged).encode()
            assert store.verify() == []
            again = bring_in(store, Path(folder), document)
            assert not any(again.created.values()), again.created
            assert not any(again.updated.values()), again.updated
            for change in store.reader.changes():
                store.revert(change.id)
            assert not any(store.info(LENS).records.values())
