"""A bundle is looked at whole: what is damaged or made to harm is refused, and nothing written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import DeskError, Lens, Store, import_files
from db.exchange.bundle import bundle_file
from db.exchange.bundle.bundle_file import is_bundle, open_bundle
from tests.db.conftest import Small, small_desk
from tests.db.desk_dump import dump
from tests.db.exchange.bundle.bundles import entries_of, forge, write_entries
from tests.db.exchange.export.exports import export_all

PEOPLE = "records/person.jsonl"


def _entry(name: str, data: bytes) -> Callable[[Path], object]:
    return lambda path: write_entries(path, {**entries_of(path), name: data})


def _without(name: str, *, hashes: bool = True) -> Callable[[Path], object]:
    def remove(path: Path) -> object:
        entries = entries_of(path)
        del entries[name]
        return write_entries(path, entries, hashes=hashes)

    return remove


def _unhashed(path: Path) -> object:
    entries = entries_of(path)
    return write_entries(path, {**entries, PEOPLE: entries[PEOPLE] + b"\n"}, hashes=False)


def _twice(path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as book:
        book.writestr(PEOPLE, b"")


def _cut(path: Path) -> object:
    return path.write_bytes(path.read_bytes()[:-200])


def _unpackable(path: Path) -> object:
    """Spoil the packed bytes of the first entry, so that they are no deflate stream."""
    data = bytearray(path.read_bytes())
    start = 30 + int.from_bytes(data[26:28], "little") + int.from_bytes(data[28:30], "little")
    data[start : start + 4] = b"\xff" * 4
    return path.write_bytes(data)


def _lines(change: Callable[[list], object], entry: str = PEOPLE) -> Callable[[Path], object]:
    return lambda path: forge(path, entry, change)


def _person(**values: object) -> Callable[[Path], object]:
    return _lines(lambda lines: lines[0].update(values))


WRONG = {
    "bytes that do not unpack": (_unpackable, "its zip cannot be read"),
    "another hash": (_unhashed, "its hash is another"),
    "a place outside": (_entry("../../etc/passwd", b"x"), "no bundle has an entry"),
    "an absolute place": (_entry("/etc/passwd", b"x"), "no bundle has an entry"),
    "an entry twice": (_twice, "is in it twice"),
    "no hashes": (_without("hashes.txt", hashes=False), "“hashes.txt” is missing"),
    "a file that is lost": (_without("sources.jsonl"), "“sources.jsonl” is missing"),
    "another format": (_lines(lambda all_: all_[0].update(format=9), "bundle.json"), "format 9"),
    "no JSON": (_entry(PEOPLE, b"{"), "line 1: it is no JSON"),
    "deep nesting": (_entry(PEOPLE, b"[" * 100_000), "line 1: it is no JSON"),
    "a list": (_entry(PEOPLE, b"[]\n"), "line 1: it is no JSON object"),
    "a record twice": (_lines(lambda lines: lines.append(lines[0])), "is in the file twice"),
    "no uid": (_lines(lambda lines: lines[0].pop("uid")), "uid: it is missing"),
    "a strange uid": (_person(uid="../x"), "uid: it is missing, or none"),
    "an unknown field": (_person(motto="x"), "motto: no such field is known"),
    "another type": (_person(title=["x"]), "title: it is no text"),
    "no date": (_person(born="2025-13-45"), "born: it is no date"),
    "no marking": (_person(marking="tabu"), "marking: it is none of open"),
    "no flag": (_person(tenures=[{"uid": "a", "acting": "yes"}]), "acting: it is neither"),
    "no parts": (_person(contacts="x"), "contacts: it is no list"),
    "a source that is missing": (_person(citations=[{"source": "x"}]), "cites a source"),
    "no kind": (_person(links=[{"other": {"uid": "x", "title": "X", "kind": "ox"}}]), "no record"),
    "a lost file": (_person(attachments=[{"sha256": "0" * 64, "size": 1}]), "is missing"),
    "half a letter": (_person(biography="\ud800"), "cannot be kept"),
    "a huge number": (_lines(lambda all_: all_[0]["amounts"][0].update(number=1 << 70),
                             "records/agreement.jsonl"), "it is no text"),
    "no name": (_person(title=" "), "needs a name"),
    "a mark of a word": (_person(name_order="up"), "is not one of"),
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Path]]:
    """A desk that nothing is written into, and its bundle."""
    folder = tmp_path_factory.mktemp("bundles")
    with small_desk(folder) as small:
        export_all(small.store, folder / "whole.zip")
        yield small.store, folder / "whole.zip"


@pytest.mark.parametrize("change, says", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    change: Callable[[Path], object], says: str, desk: tuple[Store, Path], tmp_path: Path
) -> None:
    store, whole = desk
    path = tmp_path / "a.zip"
    path.write_bytes(whole.read_bytes())
    change(path)
    before = dump(store)
    with pytest.raises(DeskError) as refusal:
        import_files(store, [path], Lens())
    assert says in str(refusal.value) and str(refusal.value).startswith("a.zip ")
    assert dump(store) == before


def test_a_bundle_that_is_cut_is_no_bundle(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    export_all(small.store, path)
    assert is_bundle(path)
    _cut(path)
    assert not is_bundle(path)
    with pytest.raises(DeskError, match=r"no zip that can be read"):
        open_bundle(path)


def test_what_would_unpack_to_too_much_is_not_unpacked(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_file, "MAX_BYTES_UNSEEN", 1 << 20)
    path = tmp_path / "a.zip"
    export_all(small.store, path)
    _entry(PEOPLE, b" " * (2 << 20))(path)
    with pytest.raises(DeskError, match="would unpack to"):
        open_bundle(path)
