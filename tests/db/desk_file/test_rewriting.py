"""A passphrase is set or it is not: whatever fails on the way, the old desk is open and whole."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import Lens, Person, Store, Unavailable, WrongPassphrase, make_desk, open_desk
from db.desk_file import rewriting
from db.query import parse_query
from db.storage import engine
from db.storage.files import disk, lock
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")
ROOT = Path(__file__).resolve().parents[3]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise.")
FORMS = [("", "second"), ("first", "second"), ("first", "")]
READS = """
import sys
from pathlib import Path
from db import open_desk
from tests.db.desk_sql import sql_of
store = open_desk(Path(sys.argv[1]), sys.argv[2], read_only=True)
sql = sql_of(store.reader)
if sys.argv[3] == "asking":
    sql.run("BEGIN")
sql.value("SELECT count(*) FROM record")
print("ready", flush=True)
sys.stdin.readline()
print(sql.value("SELECT count(*) FROM record"), store.verify(), flush=True)
"""


def desk(folder: Path, passphrase: str) -> Path:
    """A desk with two people, of whom the second lies in the log."""
    path = folder / "a.desk"
    make_desk(path, passphrase, "Rewritten")
    with open_desk(path, passphrase) as store:
        store.save(Person(title="First Finch"), LENS)
    return path


def names_beside(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()} - {path.name, f"{path.name}.lock"}


def is_whole(store: Store, people: int) -> bool:
    """Whether every reader answers, and the desk takes another record."""
    hits = store.reader.page("person", parse_query("country:pk Finch"), LENS).ids
    assert len(hits) == people and store.verify() == []
    store.save(Person(title="Another", country="pk"), LENS)
    return store.reader.count("person", LENS) > people


@pytest.fixture(params=FORMS, ids=["set", "change", "remove"])
def forms(request: pytest.FixtureRequest) -> tuple[str, str]:
    old, new = request.param
    return old, new


@pytest.mark.usefixtures("real_keys")
@pytest.mark.parametrize("doing", ["asking", "idle"])
def test_a_desk_that_another_process_reads_keeps_its_passphrase(
    tmp_path: Path, forms: tuple[str, str], doing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    old, new = forms
    path = desk(tmp_path, old)
    with subprocess.Popen(
        [sys.executable, "-c", READS, str(path), old, doing],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdin and other.stdout and other.stdout.readline() == "ready\n"
        with open_desk(path, old) as store:
            reader = store.new_reader()
            store.save(Person(title="Second Finch", country="pk"), LENS)
            with pytest.raises(Unavailable, match=r"has a\.desk open; close it.*Nothing was"):
                store.set_passphrase(new)
            assert store.is_encrypted == bool(old) and reader.count("person", LENS) == 2
            assert is_whole(store, 1) and names_beside(path) <= {"a.desk-wal", "a.desk-shm"}
        print("", file=other.stdin, flush=True)
        count, problems = other.stdout.readline().split(" ", 1)
        assert (int(count), problems) == (1 if doing == "asking" else 3, "[]\n")
    with open_desk(path, old) as store:
        assert store.verify() == [] and store.reader.count("person", LENS) == 3
        store.set_passphrase(new)
        assert is_whole(store, 1)
    with open_desk(path, new) as store:
        assert store.verify() == [] and store.reader.count("person", LENS) == 4
    assert names_beside(path) == set()


def fail(what: object, name: str, number: int) -> Callable[[pytest.MonkeyPatch], None]:
    """Make a function fail the so-and-so-many-th time that it is called."""

    def arrange(patch: pytest.MonkeyPatch) -> None:
        does, left = getattr(what, name), [number]

        def once(*args: object, **named: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(errno.EIO, "Input/output error")
            return does(*args, **named)

        patch.setattr(what, name, once)

    return arrange


FAILURES = {
    "no file aside": fail(disk, "create_file", 1),
    "no copy": fail(engine, "export", 1),
    "no rights": fail(disk, "give_rights", 1),
    "copy not safe": fail(disk, "sync", 1),
    "no replacing": fail(os, "replace", 1),
    "first connection": fail(engine, "connect", 2),
    "second connection": fail(engine, "connect", 3),
    "third connection": fail(engine, "connect", 4),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_whatever_fails_leaves_the_old_desk_open_and_whole(
    tmp_path: Path, forms: tuple[str, str], failure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = forms
    path = desk(tmp_path, old)
    with open_desk(path, old) as store:
        other = store.new_reader()
        store.save(Person(title="Second Finch", country="pk"), LENS)
        assert len(store.reader.page("person", parse_query("country:pk Finch"), LENS).ids) == 1
        with monkeypatch.context() as patch:
            FAILURES[failure](patch)
            with pytest.raises(Unavailable, match=r"Nothing was changed\.$"):
                store.set_passphrase(new)
        assert store.is_encrypted == bool(old) and other.count("person", LENS) == 2
        assert is_whole(store, 1)
        assert names_beside(path) <= {"a.desk-wal", "a.desk-shm"}
        store.set_passphrase(new)
        assert other.count("person", LENS) == 3 and is_whole(store, 1)
    if new:
        with pytest.raises(WrongPassphrase):
            open_desk(path, old)
    with open_desk(path, new) as store:
        assert store.verify() == [] and store.reader.count("person", LENS) == 4
    assert names_beside(path) == set()


def test_a_copy_that_lacks_something_never_replaces_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk(tmp_path, "")
    exports = engine.export

    def export(sql: engine.Sql, aside: Path, key: str | None) -> None:
        exports(sql, aside, key)
        made = engine.make_engine(aside, key, read_only=False)
        copy = engine.connect(made)
        copy.run("DELETE FROM revision")
        copy.close()

    monkeypatch.setattr(engine, "export", export)
    with open_desk(path) as store:
        with pytest.raises(Unavailable, match="lacks rows of “revision”"):
            store.set_passphrase("second")
        assert store.verify() == [] and not store.is_encrypted


def test_the_copy_has_the_settings_of_the_desk(tmp_path: Path, forms: tuple[str, str]) -> None:
    old, new = forms
    path = desk(tmp_path, old)
    asked = ["application_id", "user_version", "page_size", "encoding", "auto_vacuum",
             "journal_mode", "synchronous", "foreign_keys", "cache_size"]  # fmt: skip
    with open_desk(path, old) as store:
        sql_of(store).rows("ANALYZE")
        questions = [f"PRAGMA {name}" for name in asked]
        questions.append("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2")
        questions.append("SELECT * FROM sqlite_stat1 ORDER BY 1, 2")
        # SQLCipher answers some of these in text
        before = [str(sql_of(store).rows(each)).replace("'", "") for each in questions]
        readers = sql_of(store.reader).value("PRAGMA cache_size")
        store.set_passphrase(new)
        assert [str(sql_of(store).rows(each)).replace("'", "") for each in questions] == before
        assert (sql_of(store.reader).value("PRAGMA cache_size") == readers) == (
            bool(old) == bool(new)
        )
        store.save(Person(title="Later"), LENS)
    with open_desk(path, new) as store:
        after = [str(sql_of(store).rows(each)).replace("'", "") for each in questions[:-1]]
        assert after == before[:-1]


def test_nothing_plain_is_left_when_a_passphrase_is_set(tmp_path: Path) -> None:
    path = desk(tmp_path, "")
    with open_desk(path) as store:
        store.save(Person(title="Zebra Finch"), LENS)
        store.set_passphrase("second")
        store.save(Person(title="Zebra Crossing"), LENS)
        for each in tmp_path.iterdir():
            assert b"Zebra" not in each.read_bytes() and b"Finch" not in each.read_bytes()
    assert names_beside(path) == set()


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o644])
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_desk_is_its_owners_and_keeps_the_rights_it_is_given(
    tmp_path: Path, mode: int, umask: int
) -> None:
    before = os.umask(umask)
    try:
        path = desk(tmp_path, "")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(mode)
        with open_desk(path) as store:
            for passphrase in ("first", "second", ""):
                store.set_passphrase(passphrase)
                store.save(Person(title="More"), LENS)
                for each in tmp_path.glob("a.desk*"):
                    allowed = 0o600 if each.suffix == ".lock" else mode
                    assert stat.S_IMODE(each.stat().st_mode) == allowed, each.name
    finally:
        os.umask(before)


@POSIX
def test_the_copy_is_never_open_to_others_while_it_is_written(
    tmp_path: Path, forms: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = forms
    path = desk(tmp_path, old)
    seen: set[int] = set()

    def look(*_: object) -> None:
        seen.update(stat.S_IMODE(each.stat().st_mode) for each in tmp_path.glob("a.desk.new*"))

    gives, puts = disk.give_rights, disk.put_in_place
    monkeypatch.setattr(disk, "give_rights", lambda *args: (look(), gives(*args)))
    monkeypatch.setattr(disk, "put_in_place", lambda *args: (look(), puts(*args)))
    path.chmod(0o600)
    before = os.umask(0)
    try:
        with open_desk(path, old) as store:
            sql_of(store).raw.set_trace_callback(look)
            store.set_passphrase(new)
    finally:
        os.umask(before)
    assert seen == {0o600}


TAILS = [".new", ".new-journal", ".new-wal", ".new-shm", ".old-key"]


@pytest.fixture
def left(tmp_path: Path) -> Iterator[Path]:
    """A desk beside which a rewriting was killed."""
    path = desk(tmp_path, "")
    for tail in TAILS:
        Path(f"{path}{tail}").write_bytes(b"SQLite format 3\0 plain")
    yield path


@pytest.mark.parametrize("read_only", [False, True])
def test_what_a_killed_rewriting_left_goes_at_the_next_opening(left: Path, read_only: bool) -> None:
    open_desk(left, read_only=read_only).close()
    assert names_beside(left) <= {"a.desk-wal", "a.desk-shm"}


@POSIX
def test_a_link_that_stands_there_is_taken_away_and_not_followed(left: Path) -> None:
    victim = left.parent / "victim"
    victim.write_text("kept")
    aside = rewriting.aside_of(left)
    aside.unlink()
    aside.symlink_to(victim)
    with open_desk(left) as store:
        assert not os.path.lexists(aside)
        aside.symlink_to(victim)
        store.set_passphrase("second")
        assert store.verify() == []
    assert victim.read_text() == "kept" and names_beside(left) == {"victim"}


def test_what_another_is_writing_is_left_to_it(left: Path) -> None:
    held = lock.WriterLock(left, "Somebody")
    open_desk(left, read_only=True).close()
    assert {f"a.desk{tail}" for tail in TAILS} <= names_beside(left)
    held.release()
    open_desk(left, read_only=True).close()
    assert names_beside(left) <= {"a.desk-wal", "a.desk-shm"}
