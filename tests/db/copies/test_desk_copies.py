"""Copies by the plan: when one is due, what comes before great changes, and what failing says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db import Lens, Person, Stopped, Store, import_files, load_sample, make_desk, open_desk
from db.copies import desk_copies
from db.copies.desk_copies import MANY_CHANGES, CopyPlan, copy_before_upgrade, identity_in
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")


@pytest.fixture
def plan(tmp_path: Path) -> CopyPlan:
    return CopyPlan(tmp_path / "kept", 3, 1)


@pytest.fixture
def planned(desk_path: Path, plan: CopyPlan) -> Iterator[Store]:
    """An empty desk with a plan."""
    with open_desk(desk_path, plan=plan) as store:
        yield store


def save(store: Store, title: str = "Ann Ashe") -> None:
    store.save(Person(title=title), LENS)


def later(monkeypatch: pytest.MonkeyPatch, **how: int) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now() + timedelta(**how)

    monkeypatch.setattr(desk_copies, "datetime", Clock)


def test_a_copy_is_due_by_age_and_by_changes(
    planned: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = planned.copies
    assert not copies.is_due(), "There is nothing to keep."
    save(planned)
    assert copies.is_due()
    assert copies.keep_if_due() is not None
    assert not copies.is_due() and copies.keep_if_due() is None
    save(planned, "Bo Birch")
    assert not copies.is_due(), "The last is young."
    later(monkeypatch, hours=25)
    assert copies.is_due()
    monkeypatch.undo()
    for number in range(MANY_CHANGES):
        save(planned, f"Person {number}")
    assert copies.is_due()
    assert copies.lacks_many()
    copies.keep_where_many()
    assert not copies.lacks_many()
    assert len(copies.list_copies()) == 2


def test_an_unchanged_desk_needs_no_other_copy(
    planned: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(planned)
    planned.copies.keep()
    later(monkeypatch, days=9)
    assert not planned.copies.is_due()


@pytest.mark.parametrize("days", [0, None])
def test_without_a_plan_nothing_is_kept_by_itself(
    desk_path: Path, tmp_path: Path, days: int | None
) -> None:
    plan = CopyPlan(tmp_path / "kept", 3, 0) if days == 0 else None
    with open_desk(desk_path, plan=plan) as store:
        save(store)
        assert not store.copies.is_due()
        store.copies.keep_where_many()
    assert not (tmp_path / "kept").exists()


def test_so_many_are_kept_and_named_apart_within_a_second(planned: Store, plan: CopyPlan) -> None:
    save(planned)
    made = [planned.copies.keep() for _ in range(5)]
    assert len({each.path for each in made if each}) == 5
    kept = planned.copies.list_copies()
    assert len(kept) == plan.number
    assert made[-1] in kept


def test_a_copy_is_made_before_an_import_a_passphrase_and_none_of_nothing(
    planned: Store, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,name\n1,Ann Example\n")
    import_files(planned, [table], LENS, kind="people")
    assert planned.copies.list_copies() == [], "An empty desk needs no copy."
    import_files(planned, [table], LENS, kind="people", preview=True)
    assert planned.copies.list_copies() == []
    table.write_text("id,name\n2,Bo Example\n")
    import_files(planned, [table], LENS, kind="people")
    planned.set_passphrase("zebra crossing")
    kept = planned.copies.list_copies()
    assert [each.change for each in kept] == [2, 1]
    with open_desk(kept[-1].path, read_only=True) as copy:
        assert len(copy.reader.all_ids("person", LENS, "")) == 1


def test_a_place_that_takes_no_copy_is_told_and_stops_nothing(
    desk_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    with open_desk(desk_path, plan=CopyPlan(tmp_path / "file" / "kept")) as store:
        save(store)
        table = tmp_path / "people.csv"
        table.write_text("id,name\n1,Ann Example\n")
        report = import_files(store, [table], LENS, kind="people")
        assert report.created == {"people": 1}
        (failure,) = store.copies.failures
    assert failure.startswith("No copy of the desk was kept. The folder ")
    assert failure.endswith("See the preferences for where copies go.")


@pytest.mark.skipif(os.geteuid() == 0, reason="The superuser may write everywhere.")
def test_a_folder_that_is_only_read_is_told(desk_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir(mode=0o500)
    with open_desk(desk_path, plan=CopyPlan(folder)) as store:
        save(store)
        store.copies.keep_before()
        assert len(store.copies.failures) == 1


def test_stopping_the_copy_stops_the_work(planned: Store) -> None:
    save(planned)

    def stop(_done: int, _total: int) -> None:
        raise Stopped("The work was cancelled.")

    with pytest.raises(Stopped):
        planned.copies.keep_before(stop)
    assert planned.copies.failures == []


def test_copies_saved_by_hand_are_known_while_they_are_there(
    planned: Store, tmp_path: Path
) -> None:
    save(planned)
    planned.copies.keep()
    target = tmp_path / "saved.desk"
    planned.copies.save(target)
    planned.copies.note_place(target)
    planned.copies.note_place(target)
    assert planned.copies.list_files() == [planned.copies.list_copies()[0].path, target]
    target.unlink()
    assert target not in planned.copies.list_files()


def test_nonsense_in_the_setting_names_no_copy(planned: Store) -> None:
    for text in ("{}", "[1, {}]", "no json", "[" * 5000):
        planned.keep_setting("copies", text)
        assert planned.copies.list_files() == []


def test_a_desk_of_former_times_gets_an_identity_once(tmp_path: Path, plan: CopyPlan) -> None:
    path = tmp_path / "old.desk"
    make_desk(path)
    with open_desk(path) as store:
        with sql_of(store).transaction():
            sql_of(store).run("DELETE FROM setting WHERE key = 'identity'")
        assert store.copies.folder() is None
    found = []
    for _ in range(2):
        with open_desk(path, plan=plan) as store:
            found.append(store.setting("identity"))
    assert found[0]
    assert found[0] == found[1]


def test_two_desks_of_one_name_keep_their_own_copies(tmp_path: Path, plan: CopyPlan) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "a.desk"
        make_desk(path)
        with open_desk(path, plan=plan) as store:
            load_sample(store)
            store.copies.keep()
            assert len(store.copies.list_copies()) == 1
    assert len(list(plan.folder.iterdir())) == 2


def test_before_an_upgrade_a_copy_is_kept_or_its_failure_told(
    planned: Store, plan: CopyPlan, tmp_path: Path
) -> None:
    save(planned)
    with closing(planned.new_connection()) as sql:
        says = copy_before_upgrade(sql, planned.path, None, plan)
        assert says.startswith("As it was before it was brought up to date, the desk is kept in ")
        (tmp_path / "file").write_text("")
        bad = CopyPlan(tmp_path / "file" / "kept")
        assert copy_before_upgrade(sql, planned.path, None, bad).startswith("No copy of the desk")
        assert identity_in(sql)
