"""A courier file is told from any other, and a cut or changed one from a wrong passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import DeskError, Refused, WrongPassphrase, make_desk
from db.exchange.courier.courier_file import MAGIC, is_courier, new_courier, open_courier

SECRET = "correct horse"
PAGE = b"a page of an entry " * 400


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("courier") / "one.courier"
    with path.open("w+b") as file, new_courier(file, SECRET) as entries:
        assert entries.add("about", b"who") == 1
        entries.add("records", PAGE)
        entries.add("records", b"second")
    return path.read_bytes()


@pytest.fixture
def path(whole: bytes, tmp_path: Path) -> Path:
    (tmp_path / "one.courier").write_bytes(whole)
    return tmp_path / "one.courier"


def test_entries_come_back_as_they_were_written(path: Path) -> None:
    with open_courier(path, SECRET) as entries:
        assert list(entries.all_of("records")) == [PAGE, b"second"]
        assert entries.one("about") == b"who" and entries.one("none") is None
        assert entries.at(2) == PAGE
        with pytest.raises(Refused, match="entry 9"):
            entries.at(9)


def test_nothing_of_it_can_be_read_without_the_passphrase(path: Path, whole: bytes) -> None:
    assert is_courier(path) and b"a page of" not in whole and b"SQLite" not in whole
    for wrong in ("wrong", ""):
        with pytest.raises(WrongPassphrase, match=r"one\.courier"), open_courier(path, wrong):
            pass


def test_one_that_was_cut_or_changed_says_so(path: Path, whole: bytes) -> None:
    for end in (len(whole) - 1, len(whole) // 2, len(MAGIC) + 50, len(MAGIC)):
        path.write_bytes(whole[:end])
        with pytest.raises(Refused, match="cut on its way"), open_courier(path, SECRET):
            pass
    for changed in (whole[:-1] + b"x", whole + b"x", whole[:5000] + b"\0" + whole[5001:]):
        path.write_bytes(changed)
        with pytest.raises(Refused, match="damaged on its way"), open_courier(path, SECRET):
            pass


@given(st.binary(max_size=200), st.booleans())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_bytes_crash_it(tmp_path: Path, data: bytes, has_magic: bool) -> None:
    path = tmp_path / "any.courier"
    path.write_bytes(MAGIC + data if has_magic else data)
    assert is_courier(path) == (has_magic or data.startswith(MAGIC))
    if has_magic:
        with pytest.raises(DeskError), open_courier(path, SECRET):
            pass


def test_other_files_are_no_courier(tmp_path: Path) -> None:
    make_desk(tmp_path / "a.desk", "secret word")
    assert not is_courier(tmp_path / "a.desk")
    assert not is_courier(tmp_path) and not is_courier(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE other (id)",
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE entry",
    ],
)
def test_a_database_with_anything_else_in_it_is_refused(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "odd.courier"
    with path.open("w+b") as file, new_courier(file, SECRET) as entries:
        entries.sql.run(statement)
    with pytest.raises(Refused, match="not made by"), open_courier(path, SECRET):
        pass


def test_a_passphrase_that_protects_nothing_is_refused(tmp_path: Path) -> None:
    with (
        (tmp_path / "a.courier").open("w+b") as file,
        pytest.raises(Refused),
        new_courier(file, "x"),
    ):
        pass
