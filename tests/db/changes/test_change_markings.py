"""A label is told only under a ceiling that nothing its change touched has lain above since."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import (
    Attachment,
    Citation,
    Conflict,
    Lens,
    Note,
    Organization,
    Person,
    Record,
    Source,
    Store,
    judge_different,
    keep_view,
    merge_records,
    parse_query,
)
from db.changes.change_markings import MARKED
from db.changes.markings_anew import find_markings
from db.changes.writing import insert_record
from db.tables.rows import METADATA
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of

LENS = Lens()
LOW = Lens(ceiling=1)
SECRET = 3


def labels(store: Store, lens: Lens = LOW) -> list[str]:
    return [change.label for change in store.reader.changes(limit=500, lens=lens)]


def saved(store: Store, title: str, marking: int = 0, **more: object) -> Person:
    person = Person(title=title, marking=marking, **more)  # type: ignore[arg-type]
    store.save(person, LENS)
    return person


def rewritten(store: Store, person: Record, title: str, marking: int) -> None:
    fresh = store.reader.get(person.id, LENS)
    fresh.title, fresh.marking = title, marking
    store.save(fresh, LENS)


def test_every_table_with_a_marking_counts() -> None:
    kept_aside = {"change", "draft", "printed"}  # no part of the history
    marked = {name for name, table in METADATA.tables.items() if "marking" in table.columns}
    assert marked - kept_aside == set(MARKED)


def test_a_desk_knows_whether_a_lens_may_show_anything_marked(store: Store) -> None:
    store.save(Person(title="Plain Clerk"), LENS)
    assert not store.reader.has_marked(LENS)
    store.save(Person(title="Envoy", notes=[Note(text="x", marking=2)]), LENS)
    found = [store.reader.has_marked(Lens(ceiling=level)) for level in range(4)]
    assert found == [False, False, True, True]


def test_a_title_of_when_a_record_was_secret_is_not_told_once_it_is_open(store: Store) -> None:
    person = saved(store, "Codename", SECRET)
    rewritten(store, person, "Codename too", SECRET)
    rewritten(store, person, "Plain", 0)
    assert labels(store) == ["Edit Plain"]
    store.remove([person.id], LENS)
    assert labels(store) == ["Delete Plain", "Edit Plain"]


def test_what_takes_back_a_hidden_change_is_as_hidden(store: Store) -> None:
    person = saved(store, "Codename", SECRET)
    added = store.reader.changes(limit=1)[0]
    undone = store.revert(added.id)
    store.revert(undone.id)
    rewritten(store, person, "Plain", 0)
    assert labels(store) == ["Edit Plain"]


def test_a_record_that_is_raised_takes_its_labels_along(store: Store) -> None:
    person = saved(store, "Plain")
    person.biography = "x"
    store.save(person, LENS)
    assert labels(store) == ["Edit Plain", "Add Plain"]
    person.marking = SECRET
    store.save(person, LENS)
    assert labels(store) == []
    person.marking = 0
    store.save(person, LENS)
    assert labels(store) == ["Edit Plain"]


@pytest.mark.parametrize("secret", range(4))
def test_every_record_of_a_removed_run_counts(store: Store, secret: int) -> None:
    with store.unit_of_work("Import people", compact=True) as work:
        records = [Person(title=f"P{n}", marking=SECRET * (n == secret)) for n in range(4)]
        for record in records:
            insert_record(work, record)
    store.remove([record.id for record in records], LENS)
    assert labels(store) == []
    assert labels(store, LENS) == ["Delete 4 records", "Import people"]
    assert find_markings(sql_of(store)) == {1: SECRET, 2: SECRET}


@pytest.mark.parametrize("secret", range(3))
def test_every_record_of_a_run_that_is_there_counts(store: Store, secret: int) -> None:
    with store.unit_of_work("Import people", compact=True) as work:
        records = [Person(title=f"P{n}") for n in range(3)]
        for record in records:
            insert_record(work, record)
    assert labels(store) == ["Import people"]
    rewritten(store, records[secret], "Codename", SECRET)
    assert labels(store) == []


PARTS: tuple[Callable[[int], dict[str, object]], ...] = (
    lambda marking: {"notes": [Note(text="n", marking=marking)]},
    lambda marking: {"attachments": [Attachment(file_name="f", data=b"f", marking=marking)]},
    lambda marking: {"citations": [Citation(source=Source(title="s", marking=marking))]},
)


@pytest.mark.parametrize("part", PARTS)
def test_a_change_of_a_marked_part_is_no_empty_shell(
    store: Store, part: Callable[[int], dict[str, object]]
) -> None:
    person = saved(store, "Plain")
    for name, items in part(SECRET).items():
        setattr(person, name, items)
    store.save(person, LENS)
    assert labels(store) == ["Add Plain"]
    for name in part(SECRET):
        setattr(person, name, [])
    store.save(person, LENS)
    assert labels(store) == ["Add Plain"]
    assert labels(store, LENS) == ["Edit Plain", "Edit Plain", "Add Plain"]


@pytest.mark.parametrize("secret", range(3))
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("notes", lambda marking: Note(text="n", marking=marking)),
        ("attachments", lambda marking: Attachment(file_name="f", data=b"f", marking=marking)),
    ],
)
def test_every_part_of_a_removed_run_counts(
    store: Store, name: str, make: Callable[[int], object], secret: int
) -> None:
    person = saved(store, "Plain")
    setattr(person, name, [make(SECRET * (at == secret)) for at in range(3)])
    store.save(person, LENS)
    setattr(person, name, [])
    store.save(person, LENS)
    assert labels(store) == ["Add Plain"]
    assert labels(store, LENS) == ["Edit Plain", "Edit Plain", "Add Plain"]


def test_citing_a_secret_source_that_is_there_and_citing_it_no_more_are_as_secret(
    store: Store,
) -> None:
    saved(store, "Codename", SECRET, citations=cited("Cable"))
    person = saved(store, "Plain", citations=cited("Gazette"))
    [cable] = [source for source, title in store.reader.sources("Cable", LENS)]
    gazette = person.citations[0].source
    for citations in (
        [Citation(source=gazette), Citation(source=store.reader.source(cable, LENS))],
        [Citation(source=gazette)],
        [Citation(source=store.reader.source(cable, LENS))],
        [Citation(source=gazette)],
    ):
        person.citations = citations
        store.save(person, LENS)
        assert labels(store) == ["Add Plain"]
    assert labels(store, LENS)[:4] == ["Edit Plain"] * 4
    person.citations = []
    store.save(person, LENS)
    assert labels(store) == ["Edit Plain", "Add Plain"]


def test_a_part_that_is_raised_takes_the_change_that_made_it_along(store: Store) -> None:
    person = saved(store, "Plain", notes=[Note(text="n")])
    person.notes[0].marking = SECRET
    store.save(person, LENS)
    assert labels(store) == []


def test_merging_and_what_was_said_of_two_count_both(store: Store) -> None:
    one, other = saved(store, "One"), saved(store, "Codename", SECRET)
    with store.unit_of_work("Not the same: One and Codename") as work:
        judge_different(work, one.id, other.id)
    assert labels(store) == ["Add One"]
    with store.unit_of_work("Merge Codename into One") as work:
        merge_records(work, one.id, other.id, {}, LENS)
    assert labels(store) == []
    rewritten(store, one, "One", 0)
    assert labels(store) == ["Edit One"]
    assert dict(sql_of(store).rows("SELECT id, marking FROM change")) == find_markings(
        sql_of(store)
    )


def test_what_is_merged_into_a_secret_record_has_its_history_there(store: Store) -> None:
    kept, gone = saved(store, "Codename", SECRET), saved(store, "Alias of Codename")
    assert labels(store) == ["Add Alias of Codename"]
    with store.unit_of_work("Merge") as work:
        merge_records(work, kept.id, gone.id, {}, LENS)
    assert labels(store) == []
    assert set(find_markings(sql_of(store)).values()) == {SECRET}


def test_what_was_said_of_two_is_hidden_when_the_second_is_raised(store: Store) -> None:
    one, other = saved(store, "One"), saved(store, "Other")
    with store.unit_of_work("Not the same: One and Other") as work:
        judge_different(work, one.id, other.id)
    rewritten(store, other, "Codename", SECRET)
    assert labels(store) == ["Add One"]


def test_a_refusal_names_no_change_above_the_ceiling(store: Store) -> None:
    person = saved(store, "Plain")
    person.biography = "one"
    edit = store.save(person, LENS)
    assert edit is not None
    with store.unit_of_work("Add Codename to the biography") as work:  # names what it may not
        before = {"id": person.id, "biography": "one"}
        work.update("person", before, {**before, "biography": "two"}, person.id)
        work.gone_marking = SECRET
    with pytest.raises(Conflict) as refused:
        store.revert(edit.id, LOW)
    assert "Codename" not in str(refused.value) and "a change above the ceiling" in str(
        refused.value
    )
    assert refused.value.changes == ()
    with pytest.raises(Conflict, match="Codename"):
        store.revert(edit.id, LENS)


def test_the_time_of_the_last_change_is_that_of_one_that_is_shown(store: Store) -> None:
    saved(store, "Plain")
    before = store.info(LOW).changed
    saved(store, "Codename", SECRET)
    assert store.info(LOW).changed == before
    assert store.info(LENS).changed > before


def cited(title: str, marking: int = 0) -> list[Citation]:
    return [Citation(source=Source(title=title, marking=marking))]


def sources(store: Store) -> dict[str, int]:
    return dict(sql_of(store).rows("SELECT title, marking FROM source"))


def test_a_source_made_in_a_secret_record_is_as_secret(store: Store) -> None:
    person = saved(store, "Codename", SECRET, citations=cited("Cable"))
    assert sources(store) == {"Cable": SECRET}
    assert store.reader.sources("", LOW) == []
    person.biography = "x"  # the same object once more
    store.save(person, LENS)
    assert sources(store) == {"Cable": SECRET}
    fresh = store.reader.get(person.id, LENS)
    fresh.marking = 0
    fresh.citations += cited("Open now")
    store.save(fresh, LENS)
    assert sources(store) == {"Cable": SECRET, "Open now": 0}
    fresh.citations[0].source.marking = 0  # which is for the officer to say
    store.save(fresh, LENS)
    assert sources(store) == {"Cable": 0, "Open now": 0}


def test_an_open_source_that_a_secret_record_cites_stays_open(store: Store) -> None:
    saved(store, "Plain", citations=cited("Gazette"))
    person = saved(store, "Codename", SECRET, citations=cited("Gazette"))
    assert sources(store) == {"Gazette": 0}
    person.biography = "x"
    store.save(person, LENS)
    assert sources(store) == {"Gazette": 0}


def test_a_hidden_source_is_not_taken_for_one_of_the_same_title(store: Store) -> None:
    saved(store, "Codename", SECRET, citations=cited("Cable"))
    saved(store, "Plain", citations=cited("Cable"))
    assert sql_of(store).rows("SELECT marking FROM source ORDER BY id") == [(SECRET,), (0,)]


def test_a_record_that_is_raised_takes_along_the_sources_that_only_it_cites(store: Store) -> None:
    saved(store, "Plain", citations=cited("Gazette"))
    person = saved(store, "Other", citations=[*cited("Gazette"), *cited("Cable")])
    person.marking = SECRET
    raised = store.save(person, LENS)
    assert raised is not None
    assert sources(store) == {"Gazette": 0, "Cable": SECRET}
    person.biography = "x"
    store.save(person, LENS)
    assert sources(store) == {"Gazette": 0, "Cable": SECRET}
    store.revert(store.reader.changes(limit=1)[0].id)
    store.revert(raised.id)
    assert sources(store) == {"Gazette": 0, "Cable": 0}
    assert store.verify() == []


def test_merging_into_a_secret_record_takes_the_sources_along(store: Store) -> None:
    one = saved(store, "One", citations=cited("Cable"))
    other = saved(store, "Codename", SECRET)
    with store.unit_of_work("Merge") as work:
        merge_records(work, one.id, other.id, {}, LENS)
    assert sources(store) == {"Cable": SECRET}
    store.revert(store.reader.changes(limit=1)[0].id)
    assert sources(store) == {"Cable": 0}


def test_a_file_of_which_only_secret_records_say_something_is_as_secret(store: Store) -> None:
    with store.unit_of_work("Import", compact=True) as work:
        for marking in (SECRET, 2):
            record = Person(title=f"P{marking}", marking=marking, citations=cited("list.csv"))
            insert_record(work, record)
    assert 2 in sources(store).values() and 0 not in sources(store).values()


DEEDS = ("add", "mark", "note", "cite", "import", "remove", "merge", "view", "revert")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "mark", "note", "import", "remove", "merge", "view", "revert", "cite")
        ),
        st.integers(0, 5),
        st.integers(0, 3),
    ),
    max_size=9,
)


@given(steps=STEPS)
@settings(max_examples=12)
def test_what_is_kept_in_step_is_what_the_history_tells(
    tmp_path_factory: pytest.TempPathFactory, steps: Sequence[tuple[str, int, int]]
) -> None:
    with small_desk(tmp_path_factory.mktemp("desk")) as small:
        for step in steps:
            take_step(small.store, *step)
        store = small.store
        kept = dict(sql_of(store).rows("SELECT id, marking FROM change"))
        anew = find_markings(sql_of(store))
        # what was merged and taken apart again may count as one for longer than it need
        assert all(kept[key] <= anew[key] for key in kept) and kept.keys() == anew.keys()
        assert kept == anew or "merge" in [what for what, *_ in steps]
        assert store.verify() == []


def take_step(store: Store, what: str, which: int, marking: int) -> None:
    ids = list(store.reader.page("person", parse_query(""), LENS).ids)
    chosen = store.reader.get(ids[which % len(ids)], LENS) if ids else None
    if what == "add" or chosen is None:
        saved(store, f"Person {which}", marking, notes=[Note(text="n")])
    elif what == "mark":
        chosen.marking = marking
        store.save(chosen, LENS)
    elif what == "note":
        chosen.notes.append(Note(text="more", marking=marking))
        chosen.links[:] = []
        store.save(chosen, LENS)
    elif what == "cite":
        if marking == 3:
            chosen.citations = []
        chosen.citations += cited(f"Source {which % 3}")
        store.save(chosen, LENS)
    elif what == "import":
        with store.unit_of_work("Import", compact=True) as work:
            for number in range(3):
                own = Organization(title=f"B{number}", marking=marking * (number == which % 3))
                insert_record(work, own)
    elif what == "remove":
        store.remove([chosen.id], LENS)
    elif what == "merge" and len(ids) > 1:
        other = ids[(which + 1) % len(ids)]
        with store.unit_of_work("Merge") as work:
            merge_records(work, chosen.id, other, {}, LENS)
    elif what == "view":
        with store.unit_of_work("Keep view") as work:
            keep_view(work, f"View {which}", "person", "munir")
    elif what == "revert":
        changes = store.reader.changes(limit=6)
        try:
            store.revert(changes[which % len(changes)].id)
        except Conflict:
            return
