"""An open desk: saving, refusing, drafts, passphrases, a full disk."""

from __future__ import annotations

import threading
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from db import (
    Agreement,
    Amount,
    Citation,
    Conflict,
    Event,
    Lens,
    Locked,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Refused,
    Source,
    Stopped,
    Store,
    Tenure,
    Unavailable,
    WrongPassphrase,
    make_desk,
    open_desk,
)
from db.changes.writing import insert_record
from db.record_types import parts_of
from db.storage.engine import READER_CACHE, SCHEMA_VERSION
from tests.db.conftest import Small
from tests.db.desk_dump import dump
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LENS = Lens("2025-09-15")
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def fill(store: Store) -> None:
    """Let the file grow no further, as a full disk would."""
    pages = sql_of(store).value("PRAGMA page_count")
    sql_of(store).rows(f"PRAGMA max_page_count = {pages}")


def make_room(store: Store) -> None:
    sql_of(store).rows("PRAGMA max_page_count = 4294967294")


def big_person() -> Person:
    return Person(
        title="Asim Munir",
        biography="a long life " * 5000,
        names=[Name(text="Munir Shah")],
        citations=[Citation(source=Source(title="An article"), passage="a passage")],
    )


def test_a_saved_record_knows_its_ids_and_can_be_saved_again(store: Store) -> None:
    record = big_person()
    assert store.save(record, LENS) is not None
    assert record == store.reader.get(record.id, LENS)
    record.names[0].text = "Syed Munir Shah"
    record.notes.append(Note(text="new"))
    assert store.save(record, LENS) is not None
    assert record == store.reader.get(record.id, LENS)


def test_saving_again_what_was_just_saved_keeps_its_parts(small: Small) -> None:
    body = Organization(title="Ministry", offices=[Office(title="Minister")])
    small.store.save(body, LENS)
    holder = Person(title="Ishaq Dar", tenures=[Tenure(office=OfficeRef(body.offices[0].id))])
    small.store.save(holder, LENS)
    body.purpose = "foreign affairs"
    small.store.save(body, LENS)
    assert small.store.reader.get(holder.id, LENS).tenures


def test_saving_what_does_not_differ_is_no_change(small: Small) -> None:
    for record in (small.army, small.state, small.munir, small.pact, small.call):
        assert small.store.save(small.fresh(record), small.lens) is None


def test_a_form_that_was_overtaken_is_refused(small: Small) -> None:
    first, second = small.fresh(small.munir), small.fresh(small.munir)
    first.title = "Syed Asim Munir"
    small.store.save(first, small.lens)
    second.title = "Asim Shah"
    with pytest.raises(Conflict, match="was changed after this form was opened"):
        small.store.save(second, small.lens)


def test_a_form_of_a_deleted_record_is_refused(small: Small) -> None:
    opened = small.fresh(small.munir)
    small.store.remove([opened.id], small.lens)
    opened.title = "Other"
    with pytest.raises(Conflict, match="has been deleted"):
        small.store.save(opened, small.lens)


def test_a_record_above_the_ceiling_is_not_saved_under_it(small: Small) -> None:
    hidden = Person(title="Hidden", marking=3)
    small.store.save(hidden, small.lens)
    hidden.title = "Seen"
    with pytest.raises(Refused, match="above the ceiling"):
        small.store.save(hidden, Lens(ceiling=1))


def test_a_full_disk_refuses_the_save_and_loses_nothing(store: Store) -> None:
    first = Person(title="First")
    store.save(first, LENS)
    before = dump(store)
    record = big_person()
    fill(store)
    with pytest.raises(Unavailable, match=r"disk is full.*Nothing was changed"):
        store.save(record, LENS)
    assert dump(store) == before
    assert store.verify() == []
    make_room(store)
    assert store.save(record, LENS) is not None
    assert store.reader.get(record.id, LENS) == record


def test_an_edit_refused_by_a_full_disk_can_be_saved_afterwards(store: Store) -> None:
    record = Person(title="Asim Munir")
    store.save(record, LENS)
    edited = store.reader.get(record.id, LENS)
    edited.biography = "a long life " * 5000
    edited.citations = [Citation(source=Source(title="New"), passage="a passage")]
    fill(store)
    with pytest.raises(Unavailable):
        store.save(edited, LENS)
    make_room(store)
    assert store.save(edited, LENS) is not None
    assert store.reader.get(record.id, LENS) == edited


def test_a_full_disk_still_lets_the_desk_be_closed(desk_path: Path) -> None:
    store = open_desk(desk_path)
    store.save(Person(title="First"), LENS)
    fill(store)
    store.close()
    with open_desk(desk_path) as again:
        assert not again.is_read_only


def test_a_unit_of_work_that_raises_leaves_nothing(small: Small) -> None:
    before = dump(small.store)
    with pytest.raises(ZeroDivisionError), small.store.unit_of_work("Half") as work:
        work.sql.run("UPDATE record SET title='half'")
        raise ZeroDivisionError
    assert dump(small.store) == before
    assert small.store.save(Person(title="After"), LENS) is not None


def test_a_unit_of_work_that_writes_nothing_is_no_change(store: Store) -> None:
    with store.unit_of_work("Nothing") as work:
        pass
    assert store.change_of(work) is None
    assert store.reader.changes() == []


def test_a_long_title_gives_a_short_label(store: Store) -> None:
    change = store.save(Person(title="long\n" * 4000), LENS)
    assert change is not None
    assert len(change.label) < 120 and "\n" not in change.label


def test_a_title_of_twenty_thousand_characters_is_kept(store: Store) -> None:
    record = Event(title="x" * 20_000)
    store.save(record, LENS)
    assert store.reader.get(record.id, LENS).title == record.title
    assert store.verify() == []


def test_a_second_window_reads_only_and_names_the_holder(desk_path: Path) -> None:
    with open_desk(desk_path) as first, open_desk(desk_path) as second:
        first.save(Person(title="Seen by both"), LENS)
        assert second.is_read_only
        assert first.author in second.holder
        assert second.reader.count("person", LENS) == 1
        with pytest.raises(Locked, match="held by"):
            second.save(Person(title="Refused"), LENS)
        with pytest.raises(Locked):
            second.set_passphrase("x")
    with open_desk(desk_path) as third:
        assert not third.is_read_only


def test_reading_while_another_writes_sees_one_moment(small: Small) -> None:
    """A record deleted between two statements of one reading is no half record."""
    reader = small.store.new_reader()
    ids = [small.pact.id, small.call.id, small.army.id, small.munir.id]
    faults: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                reader.lines(ids, LENS)
                reader.read(small.pact.id, LENS)
            except Refused:
                continue
            except Exception as error:
                faults.append(error)
                return

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for _ in range(40):
            small.store.revert(small.store.remove([small.pact.id, small.call.id], LENS).id)
    finally:
        done.set()
        thread.join()
    assert faults == []


def test_what_names_a_record_that_is_gone_is_refused_in_a_sentence(small: Small) -> None:
    small.store.remove([small.munir.id], LENS)
    meeting = Event(title="Meeting", participants=[Participant(who=ref(small.munir))])
    with pytest.raises(Conflict, match="no longer on the desk; choose it again"):
        small.store.save(meeting, LENS)
    assert meeting.id == 0 and small.store.verify() == []


# drafts


def test_the_latest_draft_of_a_record_is_kept_outside_the_history(small: Small) -> None:
    small.store.keep_draft("person", small.munir.id, "one")
    small.store.keep_draft("person", small.munir.id, "two")
    small.store.keep_draft("person", None, "new")
    kept = [(draft.record_id, draft.payload) for draft in small.store.reader.drafts()]
    assert kept == [(None, "new"), (small.munir.id, "two")]
    small.store.drop_draft("person", None)
    assert [draft.payload for draft in small.store.reader.drafts()] == ["two"]
    assert len(small.store.reader.changes()) == 5


# passphrases

ODD_PASSPHRASES = ('it\'s "quoted"; --', "x'00'", " پاکستان 🗝")


@pytest.mark.parametrize("passphrase", ODD_PASSPHRASES)
def test_any_passphrase_closes_and_opens_a_desk(tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, passphrase, "Odd")
    with pytest.raises(WrongPassphrase, match="does not open"):
        open_desk(path, passphrase + "x")
    with open_desk(path, passphrase) as store:
        assert store.is_encrypted and store.name == "Odd"


def test_a_passphrase_is_set_changed_and_removed(desk_path: Path) -> None:
    record = Person(title="Zebra Finch")
    with open_desk(desk_path) as store:
        store.save(record, LENS)
        assert b"Zebra" in desk_path.read_bytes() or store.checkpoint() is None
        for passphrase in ("first", "second's"):
            store.set_passphrase(passphrase)
            assert b"Zebra" not in desk_path.read_bytes()
            assert store.reader.get(record.id, LENS) == record
            assert store.verify() == []
        # numbers of a table that none was asked of before
        store.save(Person(title="With a note", notes=[Note(text="n")]), LENS)
    with pytest.raises(WrongPassphrase):
        open_desk(desk_path, "first")
    with pytest.raises(WrongPassphrase, match="is encrypted; give its passphrase"):
        open_desk(desk_path)
    with open_desk(desk_path, "second's") as store:
        store.set_passphrase("")
        store.save(Person(title="After"), LENS)
    with open_desk(desk_path) as store:
        assert store.reader.count("person", LENS) == 3
        assert store.verify() == []
    assert {file.name for file in desk_path.parent.iterdir()} == {"test.desk", "test.desk.lock"}


def test_the_history_survives_a_new_passphrase(small: Small) -> None:
    gone = small.store.remove([small.munir.id], LENS)
    small.store.set_passphrase("new")
    small.store.revert(gone.id)
    assert small.store.reader.get(small.munir.id, LENS).title == "Asim Munir"
    assert small.store.verify() == []


# what the desk says of itself


def test_info_counts_what_the_lens_shows(small: Small) -> None:
    small.store.save(Person(title="Hidden", marking=3), LENS)
    info = small.store.info(Lens(ceiling=1))
    assert info.records == {"people": 1, "organizations": 2, "agreements": 1, "events": 1}
    assert (
        info.version == SCHEMA_VERSION
        and not info.encrypted
        and info.lock is None
        and info.size > 4096
    )


def test_an_empty_desk_answers_everything(store: Store) -> None:
    reader = store.reader
    assert store.verify() == []
    assert sum(reader.counts(LENS).values()) == 0
    assert list(reader.all_ids("person", LENS, "name")) == []
    assert reader.changes() == [] and reader.drafts() == [] and reader.topics() == []
    assert reader.office_lines(LENS) == [] and reader.tenure_lines(LENS) == []
    assert store.settle() == 0
    with pytest.raises(Refused):
        store.remove([1], LENS)
    with pytest.raises(Refused, match="There is no change 7"):
        store.revert(7)


def test_removing_the_same_record_named_twice_removes_it_once(small: Small) -> None:
    change = small.store.remove([small.call.id, small.call.id], LENS)
    assert change.label == "Delete Telephone call"


def test_a_reference_is_made_of_what_is_shown(small: Small) -> None:
    hidden = Person(title="Hidden", marking=2)
    small.store.save(hidden, LENS)
    assert small.store.reader.ref(hidden.id, Lens(ceiling=1)) is None
    assert small.store.reader.ref(hidden.id, LENS) == ref(hidden)


def test_a_change_of_many_records_is_listed_as_one(small: Small) -> None:
    reader = small.store.reader
    assert [change.many for change in reader.changes(small.munir.id, limit=1)] == [False]
    with small.store.unit_of_work("Two at once", compact=True) as work:
        for title in ("One", "Two"):
            insert_record(work, Person(title=title))
    assert [(change.label, change.many) for change in reader.changes(limit=1)] == [
        ("Two at once", True)
    ]


def test_a_reader_keeps_fewer_pages_than_the_writer(tmp_path: Path) -> None:
    make_desk(tmp_path / "my.desk")
    with open_desk(tmp_path / "my.desk") as store:
        kept = [sql.value("PRAGMA cache_size") for sql in (sql_of(store.reader), sql_of(store))]
    assert kept[0] == READER_CACHE and abs(kept[0]) < abs(kept[1])


def nested(record: Any) -> list[tuple[int, str, str]]:
    """What a save gives to the parts of a record, on every level, sources included."""
    found = [part for _, part in parts_of(record)]
    found += [cited.source for cited in record.citations]
    return [(part.id, getattr(part, "uid", ""), getattr(part, "script", "")) for part in found]


def full_agreement(small: Small) -> Agreement:
    signed = PartyAction(action="signed", signatory=ref(small.munir))
    return Agreement(
        title="Pact",
        names=[Name(text="Pakt")],
        parties=[Party(who=ref(small.state), actions=[signed, PartyAction(action="ratified")])],
        citations=[Citation(source=Source(title="A register"), passage="one")],
        notes=[Note(text="a note")],
    )


@pytest.mark.parametrize("is_new", [True, False])
def test_a_refused_save_leaves_no_ids_on_any_level_and_can_be_tried_again(
    small: Small, monkeypatch: pytest.MonkeyPatch, is_new: bool
) -> None:
    record = full_agreement(small)
    if not is_new:
        more, record = record, Agreement(title="Pact", parties=[Party(who=ref(small.army))])
        small.store.save(record, LENS)
        record = small.fresh(record)  # type: ignore[assignment]
        for name in ("names", "parties", "citations", "notes"):
            getattr(record, name).extend(getattr(more, name))
        record.parties[0].actions = [PartyAction(action="initialled")]
    had, there = deepcopy(record), dump(small.store)
    with monkeypatch.context() as patched:
        patched.setattr("db.search.index.indexing.keep_in_step", lambda work: 1 / 0)
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                small.store.save(record, LENS)
            assert nested(record) == nested(had)
            assert (record.id, record.uid, record.version) == (had.id, had.uid, had.version)
            assert dump(small.store) == there
    small.store.save(Person(title="Another", notes=[Note(text="between")]), LENS)
    assert small.store.save(record, LENS) is not None
    assert small.fresh(record) == record
    assert small.store.verify() == []


def test_a_new_passphrase_leaves_nothing_of_the_connection_that_was_closed(small: Small) -> None:
    small.store.save(Person(title="Before", notes=[Note(text="a note")]), LENS)
    for passphrase in ("one", "two", ""):
        small.store.set_passphrase(passphrase)
        record = full_agreement(small)  # rows of tables that had none in this sitting
        record.amounts = [Amount(number="5")]
        record.title = f"Pact {passphrase}"
        small.store.save(record, LENS)
        assert small.store.reader.get(record.id, LENS) == record
        small.store.save(
            Event(title="Call", participants=[Participant(who=ref(small.munir))]), LENS
        )
    assert small.store.verify() == []


@pytest.mark.parametrize("is_late", [False, True])
def test_what_nobody_wants_any_more_is_broken_off_whole(small: Small, is_late: bool) -> None:
    before = small.store.reader.count("person", small.lens)
    wanted = [True]
    small.store.stop_when(lambda: not wanted)
    with pytest.raises(Stopped), small.store.unit_of_work("Too late") as work:
        insert_record(work, Person(title="Half"))
        wanted.clear()
        if not is_late:  # else it is found as it would be put on the disk
            work.sql.run(ENDLESS)
    small.store.stop_when(None)
    assert small.store.reader.count("person", small.lens) == before
    assert small.store.save(Person(title="Whole"), small.lens) is not None
