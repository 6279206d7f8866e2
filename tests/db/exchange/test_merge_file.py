"""A file is merged for what it is: a desk in any format, a bundle or a courier."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import gettempdir

import pytest

from db import Lens, merge_file, open_desk
from db.errors import Refused, TooOld, WrongPassphrase
from db.exchange.desks.merge_report import Decisions
from db.storage import engine
from db.storage.engine import APPLICATION_ID
from tests.db.exchange.courier.exchanged import SECRET, add, send
from tests.db.exchange.desks.copies import content, copy_desk

DESKS = Path(__file__).parents[1] / "desks"


def older_desk(path: Path, version: int, passphrase: str = "") -> Path:
    """Make a desk of an earlier format, encrypted or not."""
    key = engine.new_key(passphrase) if passphrase else None
    made = engine.make_engine(path, key, read_only=False)
    with closing(engine.connect(made)) as sql:
        sql.run("PRAGMA synchronous = OFF")  # each of its statements is a transaction of its own
        sql.raw.executescript((DESKS / f"v{version}.desk.sql").read_text(encoding="utf-8"))
        sql.run(f"PRAGMA application_id = {APPLICATION_ID}")
        sql.run(f"PRAGMA user_version = {version}")
    made.dispose()
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    from db import make_desk

    make_desk(tmp_path / "own.desk")
    add(tmp_path / "own.desk", "Asim Munir")
    return tmp_path / "own.desk"


@pytest.mark.parametrize("passphrase", ["", SECRET])
@pytest.mark.parametrize("version", [1, 5, 8])
def test_a_desk_in_an_older_format_is_merged_and_left_as_it_is(
    desk: Path, tmp_path: Path, version: int, passphrase: str
) -> None:
    folder = tmp_path / "colleague"
    folder.mkdir()
    old = older_desk(folder / "old.desk", version, passphrase)
    before = old.read_bytes()
    beside = set(Path(gettempdir()).iterdir())
    with pytest.raises(TooOld), open_desk(old, passphrase, read_only=True):
        pass
    with open_desk(desk) as store:
        report = merge_file(store, old, Lens(), passphrase=passphrase)
        assert store.verify() == []
    assert report.added.total() > 0
    assert old.read_bytes() == before and list(folder.iterdir()) == [old]
    assert not {each.name for each in set(Path(gettempdir()).iterdir()) - beside if each.is_dir()
                and (each / "old.desk").exists()}  # fmt: skip


def test_the_copy_of_an_older_desk_lies_encrypted_while_it_is_there(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    old = older_desk(tmp_path / "old.desk", 8, SECRET)
    seen: list[bytes] = []

    def look(_done: int, _total: int) -> None:
        seen.extend(each.read_bytes() for each in (tmp_path / "temp").rglob("*.desk*"))

    with open_desk(desk) as store:
        merge_file(store, old, Lens(), passphrase=SECRET, progress=look)
    assert seen and not any(b"SQLite format" in each for each in seen)
    assert not list((tmp_path / "temp").iterdir())


def test_a_wrong_passphrase_of_an_older_desk_is_told(desk: Path, tmp_path: Path) -> None:
    old = older_desk(tmp_path / "old.desk", 8, SECRET)
    with open_desk(desk) as store, pytest.raises(WrongPassphrase):
        merge_file(store, old, Lens(), passphrase="wrong horse")


def test_a_courier_a_bundle_and_a_desk_are_told_apart(desk: Path, tmp_path: Path) -> None:
    from db import export_records

    other, bundle = copy_desk(desk, "other"), tmp_path / "other.zip"
    add(other, "Ishaq Dar")
    with open_desk(other, read_only=True) as store:
        ids = {"person": store.reader.all_ids("person", Lens(), "name")}
        export_records(store.reader, bundle, ids, Lens())
    courier = send(other, "Own")
    found = []
    for file in (other, bundle, courier):
        path = copy_desk(desk, "into")
        with open_desk(path) as store:
            report = merge_file(store, file, Lens(), passphrase=SECRET)
        assert report.added == {"people": 1} and (report.courier is not None) == (file == courier)
        found.append(content(path))
    assert found[0] == found[1] == found[2]
    with open_desk(desk) as store, pytest.raises(Refused, match="bundle"):
        merge_file(store, bundle, Lens(), decisions=Decisions("newer"))
