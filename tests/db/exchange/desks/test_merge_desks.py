"""Two copies that went apart become one: nothing is lost, doubled, or decided unasked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import (
    Contact,
    Event,
    HistoricalDate,
    Lens,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Person,
    Record,
    Refused,
    Store,
    Tenure,
    merge_records,
    open_desk,
)
from db.exchange.desks.merge_desks import merge_desk, other_desk
from db.exchange.desks.merge_report import Decisions
from db.exchange.desks.side_history import SideHistory, Stamp
from tests.db.conftest import Small, small_desk
from tests.db.desk_sql import sql_of
from tests.db.exchange.desks.copies import LENS, content, content_of, copy_desk, merge_into
from tests.saved_records import ref


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    """The small desk, closed, and its records as they were saved."""
    folder = tmp_path_factory.mktemp("base")
    with small_desk(folder) as small:
        pass
    return folder / "small.desk", small


@pytest.fixture
def pair(base: tuple[Path, Small], tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of the small desk."""
    one = tmp_path / "a.desk"
    one.write_bytes(base[0].read_bytes())
    return one, copy_desk(one, "b")


def edit(path: Path, uid: str, **values: Any) -> None:
    """Set fields of a record; a callable gets the record."""
    with open_desk(path) as store:
        record = fetch(store, uid)
        for name, value in values.items():
            setattr(record, name, value(record) if callable(value) else value)
        store.save(record, LENS)


def fetch(store: Store, uid: str) -> Any:
    key = store.reader.find(uid, LENS)
    assert key is not None
    return store.reader.get(key, LENS)


def add(path: Path, record: Record) -> str:
    with open_desk(path) as store:
        store.save(record, LENS)
    return record.uid


def both_ways(pair: tuple[Path, Path], rule: str = "newer") -> dict[str, Any]:
    """Merge each into a copy of the other; both must say the same, which is returned."""
    one, two = pair
    first, second = copy_desk(one, "first"), copy_desk(two, "second")
    merge_into(first, two, rule)
    merge_into(second, one, rule)
    assert content(first) == content(second)
    return content(first)


def test_what_only_one_side_changed_is_taken(pair: tuple[Path, Path], base: Any) -> None:
    munir, army = base[1].munir.uid, base[1].army.uid
    edit(pair[0], munir, biography="A soldier.", contacts=[Contact(value="1")])
    edit(pair[1], munir, honorific="Field Marshal", contacts=[Contact(value="2")])
    edit(pair[1], army, offices=lambda body: [*body.offices, Office(title="Quartermaster")])
    new = add(pair[1], Event(title="Visit", participants=[Participant(who=ref(base[1].munir))]))
    found = both_ways(pair)
    assert (found[munir]["biography"], found[munir]["honorific"]) == ("A soldier.", "Field Marshal")
    assert [each["value"] for each in found[munir]["contacts"]] == ["1", "2"]
    assert len(found[army]["offices"]) == 2 and found[new]["title"] == "Visit"


def test_what_both_changed_stays_here_and_is_told(pair: tuple[Path, Path], base: Any) -> None:
    munir = base[1].munir.uid
    edit(pair[0], munir, born=HistoricalDate.parse("1968"))
    edit(pair[1], munir, born=HistoricalDate.parse("1969-02-03"))
    report = merge_into(pair[0], pair[1], "")
    [conflict] = report.conflicts
    assert (conflict.title, conflict.label) == ("Asim Munir", "Born")
    assert (conflict.ours, conflict.theirs) == ("1968", "3 February 1969")
    assert conflict.our_time < conflict.their_time and conflict.their_author
    assert (conflict.choice, conflict.decided) == ("ours", False)
    assert content(pair[0])[munir]["born"] == "1968"


RULES = {"mine": "1968", "theirs": "1969", "newer": "1969", "": "1968"}


@pytest.mark.parametrize("rule, born", RULES.items())
def test_a_rule_decides_the_rest(rule: str, born: str, pair: tuple[Path, Path], base: Any) -> None:
    edit(pair[0], base[1].munir.uid, born=HistoricalDate.parse("1968"))
    edit(pair[1], base[1].munir.uid, born=HistoricalDate.parse("1969"))
    report = merge_into(pair[0], pair[1], rule)
    assert content(pair[0])[base[1].munir.uid]["born"] == born
    assert report.undecided_count == (rule == "")


def test_one_by_one_is_before_the_rule(pair: tuple[Path, Path], base: Any) -> None:
    munir = base[1].munir.uid
    edit(pair[0], munir, born=HistoricalDate.parse("1968"), gender="male")
    edit(pair[1], munir, born=HistoricalDate.parse("1969"), gender="female")
    with open_desk(pair[0]) as store, other_desk(store, pair[1]) as other:
        chosen = {(munir, "gender"): "theirs"}
        report = merge_desk(store, other, LENS, decisions=Decisions("mine", chosen))
        found = fetch(store, munir)
        assert (found.born.edtf, found.gender, report.undecided_count) == ("1968", "female", 0)


def test_a_deletion_never_wins_over_an_edit_unasked(pair: tuple[Path, Path], base: Any) -> None:
    call, munir = base[1].call, base[1].munir.uid
    with open_desk(pair[0]) as store:
        store.remove([call.id], LENS)
    edit(pair[1], call.uid, place="Islamabad")
    edit(pair[0], munir, names=[])
    edit(pair[1], munir, names=lambda m: [m.names[0].model_copy(update={"text": "منیر"})])
    found = both_ways(pair)
    assert found[call.uid]["place"] == "Islamabad" and len(found[munir]["names"]) == 1
    report = merge_into(copy_desk(pair[0], "c"), pair[1], "theirs")
    assert [each.decided for each in report.conflicts] == [False, False]
    copy = copy_desk(pair[0], "d")
    with open_desk(copy) as store, other_desk(store, pair[1]) as other:
        merge_desk(store, other, LENS, decisions=Decisions("", {(call.uid, ""): "ours"}))
        assert store.reader.find(call.uid, LENS) is None


def test_what_nobody_edited_is_deleted(pair: tuple[Path, Path], base: Any) -> None:
    with open_desk(pair[0]) as store:
        store.remove([base[1].call.id], LENS)
    assert base[1].call.uid not in both_ways(pair)


def test_nothing_goes_that_something_names(pair: tuple[Path, Path], base: Any) -> None:
    army = base[1].army
    with open_desk(pair[0]) as store:
        store.remove([army.id], LENS)
    office = OfficeRef(army.offices[0].id, "Chief of Army Staff", ref(army))
    new = add(pair[1], Person(title="Qamar Bajwa", tenures=[Tenure(office=office)]))
    found = both_ways(pair)
    assert found[army.uid]["title"] == "Pakistan Army"
    assert found[new]["tenures"][0]["office"]["uid"] == army.offices[0].uid


def test_what_was_merged_stays_merged(pair: tuple[Path, Path], base: Any) -> None:
    munir = base[1].munir
    twin = add(pair[0], Person(title="Syed Munir", contacts=[Contact(value="1")]))
    pair[1].write_bytes(pair[0].read_bytes())
    with open_desk(pair[0]) as store:
        kept, gone = fetch(store, munir.uid), fetch(store, twin)
        with store.unit_of_work("Merge") as work:
            merge_records(work, kept.id, gone.id, {}, LENS)
    edit(pair[1], twin, contacts=lambda t: [t.contacts[0].model_copy(update={"note": "home"})])
    with open_desk(pair[1]) as store:
        event = Event(title="Dinner", participants=[Participant(who=ref(fetch(store, twin)))])
        store.save(event, LENS)
    found = both_ways(pair)
    assert twin not in found and found["former"] == {munir.uid: [twin]}
    assert [each["note"] for each in found[munir.uid]["contacts"]] == ["home"]
    assert found[event.uid]["participants"][0]["who"]["uid"] == munir.uid


def test_one_merge_is_one_change_and_one_undo(pair: tuple[Path, Path], base: Any) -> None:
    edit(pair[0], base[1].munir.uid, biography="A soldier.")
    edit(pair[1], base[1].munir.uid, contacts=[Contact(value="2")], topics=["guns"])
    add(pair[1], Person(title="New"))
    with open_desk(pair[1]) as store:
        store.remove([base[1].call.id], LENS)
    before = content(pair[0])
    with open_desk(pair[0]) as store, other_desk(store, pair[1]) as other:
        merge_desk(store, other, LENS)
        change = store.reader.changes(limit=1)[0]
        assert change.label == "Merge b.desk" and content_of(store) != before
        store.revert(change.id)
        assert content_of(store) == before and store.verify() == []


def test_a_preview_writes_nothing_and_says_the_same(pair: tuple[Path, Path], base: Any) -> None:
    edit(pair[1], base[1].munir.uid, contacts=[Contact(value="2")])
    add(pair[1], Person(title="New"))
    before = content(pair[0])
    seen = merge_into(pair[0], pair[1], preview=True)
    assert content(pair[0]) == before
    done = merge_into(pair[0], pair[1])
    assert (seen.added, seen.updated, seen.same) == (done.added, done.updated, done.same)
    assert (done.added, done.updated, done.same) == ({"people": 1}, {"people": 1}, 4)


def test_the_same_again_changes_nothing(pair: tuple[Path, Path], base: Any) -> None:
    munir = base[1].munir.uid
    edit(pair[0], munir, born=HistoricalDate.parse("1968"))
    edit(pair[1], munir, born=HistoricalDate.parse("1969"), contacts=[Contact(value="2")])
    merge_into(pair[0], pair[1], "mine")
    edit(pair[0], munir, contacts=[])
    before = content(pair[0])
    report = merge_into(pair[0], pair[1], "newer")
    assert not (report.conflicts or report.updated) and content(pair[0]) == before
    merge_into(pair[1], pair[0], "newer")
    assert content(pair[1]) == before


def test_later_work_on_what_was_taken_goes_on(pair: tuple[Path, Path], base: Any) -> None:
    munir = base[1].munir.uid
    edit(pair[1], munir, notes=lambda m: [*m.notes, Note(text="tall")])
    merge_into(pair[0], pair[1])
    edit(
        pair[0],
        munir,
        notes=lambda m: [m.notes[0], Note(**{**m.notes[1].model_dump(), "text": "very tall"})],
    )
    edit(
        pair[1],
        munir,
        notes=lambda m: [m.notes[0], Note(**{**m.notes[1].model_dump(), "author": "me"})],
    )
    found = both_ways(pair)
    said = {each["text"]: each.get("author") for each in found[munir]["notes"]}
    assert said == {"a secret zebra": None, "very tall": "me"}


def test_nothing_above_the_ceiling_is_taken_or_told(pair: tuple[Path, Path], base: Any) -> None:
    munir, low = base[1].munir.uid, Lens("2025-09-15", 1)
    edit(pair[1], munir, biography="A soldier.", notes=lambda m: [Note(text="a zebra", marking=3)])
    secret = add(pair[1], Person(title="Zebra", marking=2))
    with open_desk(pair[0]) as store, other_desk(store, pair[1]) as other:
        report = merge_desk(store, other, low)
        assert report.withheld == 1 and "ebra" not in repr(report)
        assert store.reader.find(secret, LENS) is None
        found = fetch(store, munir)
        assert found.biography == "A soldier." and [n.text for n in found.notes] == [
            "a secret zebra"
        ]
        merge_desk(store, other, LENS)
        assert store.reader.find(secret, LENS) is not None
        assert [note.text for note in fetch(store, munir).notes] == ["a zebra"]


def test_new_records_that_look_like_others_are_told(pair: tuple[Path, Path]) -> None:
    twin = add(pair[1], Person(title="Asim Munir", country="pk"))
    assert merge_into(pair[0], pair[1]).alike == [twin]


def test_a_desk_is_not_merged_with_itself(pair: tuple[Path, Path]) -> None:
    with (
        open_desk(pair[0]) as store,
        pytest.raises(Refused, match="this very desk"),
        other_desk(store, pair[0]),
    ):
        pass


def test_desks_that_never_were_one_are_put_together(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    from db import make_desk

    make_desk(tmp_path / "other.desk")
    new = add(tmp_path / "other.desk", Organization(title="Peru", kind="state"))
    report = merge_into(pair[0], tmp_path / "other.desk")
    assert report.added == {"organizations": 1} and new in content(pair[0])


def test_to_agree_is_no_change_and_is_remembered(pair: tuple[Path, Path], base: Any) -> None:
    munir = base[1].munir.uid
    for path in pair:  # the second later
        edit(path, munir, born=HistoricalDate.parse("1968"))
    with open_desk(pair[0]) as store, open_desk(pair[1], read_only=True) as other:
        last = store.reader.last_change()
        merge_desk(store, other, LENS, decisions=Decisions("newer"))
        assert store.reader.last_change() == last and store.verify() == []
        key = store.reader.find(munir, LENS)
        assert key is not None
        stamps = SideHistory(sql_of(store.reader), last - 1).row_stamps("person", key)
        theirs = other.reader.changes(limit=1)[0]
        assert stamps["born_edtf"] == Stamp(theirs.time, theirs.author)
