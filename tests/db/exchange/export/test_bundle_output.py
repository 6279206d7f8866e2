"""The bundle: nothing is lost, the same desk gives the same bytes, and every entry has its hash."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

from db import KINDS, Attachment, Lens, Person, Store, open_desk
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS, export_all, text_of
from tests.marked_desk import make_marked_desk


def test_every_word_of_every_record_is_in_it(tmp_path: Path) -> None:
    marked = make_marked_desk(tmp_path / "marked.desk")
    lens = Lens("2026-06-01")
    with open_desk(marked.path, read_only=True) as store:
        export_all(store, tmp_path / "all.zip", lens)
        keys = [key for kind in KINDS for key in store.reader.all_ids(kind, lens, "name")]
        said = repr([store.reader.get(key, lens) for key in keys])
    text = text_of(tmp_path / "all.zip")
    words = {word for words in marked.words for word in words if word in said}
    assert len(words) > 200
    assert sorted(word for word in words if word not in text) == []


def test_the_same_desk_gives_the_same_bytes(small: Small, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        export_all(small.store, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_every_entry_has_its_hash(small: Small, tmp_path: Path) -> None:
    export_all(small.store, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as book:
        lines = book.read("hashes.txt").decode().splitlines()
        hashes = {name: value for value, name in (line.split("  ") for line in lines)}
        assert hashes.keys() == set(book.namelist()) - {"hashes.txt"}
        for name, value in hashes.items():
            assert hashlib.sha256(book.read(name)).hexdigest() == value


def test_records_are_sorted_by_uid_and_name_others_by_uid(small: Small, tmp_path: Path) -> None:
    export_all(small.store, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as book:
        bodies = [json.loads(line) for line in book.read("records/organization.jsonl").splitlines()]
        [munir] = [json.loads(line) for line in book.read("records/person.jsonl").splitlines()]
        [source] = [json.loads(line) for line in book.read("sources.jsonl").splitlines()]
    assert [body["uid"] for body in bodies] == sorted(body["uid"] for body in bodies)
    office = munir["tenures"][0]["office"]
    assert office["uid"] == small.army.offices[0].uid
    assert office["organization"]["uid"] == small.army.uid
    assert munir["citations"][0]["source"] == source["uid"] and source["title"] == "An article"


def test_an_attachment_lies_once_under_its_hash(store: Store, tmp_path: Path) -> None:
    for title in ("Ada", "Grace"):
        file = Attachment(file_name="card.txt", data=b"a card")
        store.save(Person(title=title, attachments=[file]), LENS)
    export_all(store, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as book:
        [name] = [name for name in book.namelist() if name.startswith("attachments/")]
        assert book.read(name) == b"a card"
