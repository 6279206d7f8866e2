"""Whatever stands where a file is named: a sentence at once, nothing read, waited for or lost."""

from __future__ import annotations

import os
import signal
import socket
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import Lens, make_desk, open_desk
from tests.desktop.commands.conftest import Command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files.")
PASSPHRASE, NEW = "AIDE_MEMOIRE_PASSPHRASE", "AIDE_MEMOIRE_NEW_PASSPHRASE"
MOST = 20  # seconds that a refusal may take on a busy machine


def listen(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (lambda path: os.mkfifo(path), "is a pipe"),
    "folder": (Path.mkdir, "is a folder"),
    "socket": (listen, "is a socket"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "is a device"),
}
READ = {
    "desk": "info {strange}",
    "desk to write": "edit {strange} x title=y",
    "import": "import {desk} {strange} --kind people",
    "import unnamed": "import {desk} {strange}",
    "second import": "import {desk} {table} {strange} --kind people",
    "map": "import {desk} {table} --map {strange}",
    "queries": "search {desk} --batch {strange}",
    "dates": "date --batch {strange}",
    "attachment": "edit {desk} {uid} attachments[+].data={strange}",
    "passphrase": "info {secret} --passphrase-file {strange}",
    "new passphrase": "new {other} --encrypt --passphrase-file {strange}",
}


@pytest.fixture(autouse=True)
def in_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever opens a pipe and waits is woken and has failed."""
    for name in (PASSPHRASE, NEW):
        monkeypatch.delenv(name, raising=False)

    def wake(*_: object) -> None:
        raise TimeoutError("It waited for a file that never answers.")

    before = signal.signal(signal.SIGALRM, wake)
    signal.alarm(MOST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("use", READ)
def test_what_is_no_file_is_refused_wherever_a_file_is_read(
    command: Command, desk: Path, tmp_path: Path, use: str, kind: str
) -> None:
    make, says = KINDS[kind]
    strange = tmp_path / "strange.csv"
    make(strange)
    table, secret = tmp_path / "people.csv", tmp_path / "secret.desk"
    table.write_text("name\nAnn Ashe\n", encoding="utf-8")
    if use == "passphrase":
        make_desk(secret, "hunter two")
    with open_desk(desk, read_only=True) as store:
        key = store.reader.all_ids("person", Lens(), "name")[0]
        uid = store.reader.uids([key])[key]
        before = store.reader.count("person", Lens())
    names = {"strange": strange, "desk": desk, "table": table, "uid": uid, "secret": secret,
             "other": tmp_path / "other.desk"}  # fmt: skip
    answer = command(*(word.format(**names) for word in READ[use].split()))
    assert answer.status == 3 and says in answer.err, answer.err
    named = "zero" if kind == "device" and use.startswith("desk") else "strange.csv"
    assert answer.err.count("\n") == 1 and named in answer.err
    assert os.path.lexists(strange) and not (tmp_path / "other.desk").exists()
    with open_desk(desk, read_only=True) as store:
        assert store.reader.count("person", Lens()) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html"])
def test_nothing_that_is_no_file_is_replaced_by_one(
    command: Command, desk: Path, tmp_path: Path, kind: str, ending: str
) -> None:
    make, says = KINDS[kind]
    out = tmp_path / f"out{ending}"
    make(out)
    before = os.lstat(out)
    answer = command("print", "biography", "--out", out, desk, "munir", may_fail=True)
    if answer.status == 2:
        answer = command("print", desk, "biography", "munir", "--out", out)
    assert answer.status == 3 and says in answer.err, answer.err
    assert os.lstat(out).st_ino == before.st_ino
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".aside")] == []


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_what_is_made_is_its_owners_alone_and_what_is_replaced_keeps_its_rights(
    command: Command, desk: Path, tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(umask)
    try:
        made, out, target = tmp_path / "mine.desk", tmp_path / "a.html", tmp_path / "old.html"
        assert command("new", made, "--sample").status == 0
        target.write_text("old")
        target.chmod(0o640)
        link = tmp_path / "link.html"
        link.symlink_to(target)
        for place in (out, link):
            words = ("print", desk, "biography", "munir", "--out", place)
            assert command(*words).status == 0
        assert link.is_symlink() and "<html" in target.read_text(encoding="utf-8")
        modes = [stat.S_IMODE(each.stat().st_mode) for each in (made, out, target)]
        assert modes == [0o600, 0o600, 0o640]
        for passphrase in ("hunter two", "hunter three", ""):
            monkeypatch.setenv(NEW, passphrase)
            assert command("passphrase", made).status == 0
            assert stat.S_IMODE(made.stat().st_mode) == 0o600
            monkeypatch.setenv(PASSPHRASE, passphrase)
    finally:
        os.umask(before)


BAD = ["x", "  ", "e\u0301", "a\tb", "\udcff\udcfe", "caf\udce9"]


@pytest.mark.parametrize("passphrase", BAD)
def test_a_passphrase_that_protects_nothing_is_refused(
    command: Command, desk: Path, tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NEW, passphrase)
    answer = command("passphrase", desk)
    assert answer.status == 3 and answer.err.count("\n") == 1, answer.err
    monkeypatch.delenv(NEW)
    monkeypatch.setenv(PASSPHRASE, passphrase)
    answer = command("new", tmp_path / "b.desk", "--encrypt")
    assert answer.status == 3 and answer.err.count("\n") == 1, answer.err
    assert not (tmp_path / "b.desk").exists()
    open_desk(desk, read_only=True).close()


@pytest.mark.parametrize("passphrase", ["\udcff\udcfe", "caf\udce9", "x", ""])
def test_what_was_never_set_opens_nothing_and_is_no_bug(
    command: Command, tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_desk(tmp_path / "a.desk", "hunter two")
    monkeypatch.setenv(PASSPHRASE, passphrase)
    answer = command("info", tmp_path / "a.desk")
    assert answer.status == 3 and answer.err.count("\n") == 1, answer.err


def test_a_passphrase_opens_in_either_spelling(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.desk"
    (tmp_path / "secret.txt").write_bytes("cafe\u0301\r\n".encode())
    monkeypatch.setenv(PASSPHRASE, "caf\u00e9")
    assert command("new", path, "--encrypt").status == 0
    monkeypatch.setenv(PASSPHRASE, "cafe\u0301")
    assert command("info", path).status == 0
    assert command("info", path, "--passphrase-file", tmp_path / "secret.txt").status == 0
