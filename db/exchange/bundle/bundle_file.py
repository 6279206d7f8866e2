"""A bundle that is read: a zip whose every name, size and hash is looked at before anything else.

The import and the merge ask. One that is damaged, or made to harm, is refused in one sentence.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from db.changes.attaching import MAX_ATTACHMENT_BYTES
from db.errors import Refused, Unavailable
from db.exchange.plain.plain_records import (
    BUNDLE_FORMAT,
    FORMER,
    Plain,
    PlainFault,
    marking_of,
    need_known_fields,
)
from db.exchange.plain.topic_fields import topics_in
from db.record_types import RECORD_TYPES, Source
from db.storage.files import disk
from db.tables.fields import Stored
from db.vocabulary.kinds import KINDS, PLURALS

ABOUT, HASHES, SOURCES = "bundle.json", "hashes.txt", "sources.jsonl"
MAX_ENTRIES = 1_000_000
MAX_LINE_BYTES = 64 << 20
MAX_BYTES_UNSEEN = 256 << 20  # bytes that a bundle may unpack to whatever it is itself
MAX_RATIO = 100  # what is larger unpacks to so many times its size at most
CHUNK_BYTES = 1 << 20
_NAME = re.compile(
    rf"bundle\.json|hashes\.txt|sources\.jsonl|records/(?:{'|'.join(KINDS)})\.jsonl"
    r"|attachments/[0-9a-f]{64}"
)
_UID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}")
_MEND = "get a new copy of it"
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError)


@dataclass(slots=True)
class BundleContents:
    """What a bundle holds by uid: the records of each kind in order, their offices and tenures."""

    records: dict[str, dict[str, int]] = field(default_factory=dict)  # with their markings
    sources: dict[str, int] = field(default_factory=dict)  # likewise
    offices: dict[str, str] = field(default_factory=dict)  # of an office → of its body
    tenures: dict[str, str] = field(default_factory=dict)
    attachments: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many records there are."""
        return sum(map(len, self.records.values()))


def is_bundle(path: Path) -> bool:
    """Say whether a file is a zip with the page that tells of a bundle."""
    try:
        with disk.open_file(path) as file, zipfile.ZipFile(file) as book:
            return ABOUT in book.NameToInfo
    except (OSError, disk.NotAFile, *_BROKEN_ZIP):
        return False  # told by whoever reads it


class BundleFile:
    """A bundle that `open_bundle` looked at; `about` is what it says of itself.

    It is read within `with`, and only while it is the file that was looked at.
    """

    encoding = "utf-8"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.about: dict[str, Any] = {}
        self.contents = BundleContents()
        self._stamp: tuple[int, int] | None = None
        self._file: BinaryIO
        self._zip: zipfile.ZipFile

    def __enter__(self) -> BundleFile:
        try:
            self._file = disk.open_file(self.path)
        except disk.NotAFile:
            raise
        except OSError as error:
            raise Unavailable(f"{self.path} cannot be read: {error.strerror or error}.") from error
        try:
            state = os.fstat(self._file.fileno())
            stamp = state.st_size, state.st_mtime_ns
            self._refuse_if(self._stamp not in (None, stamp), "it was changed in the meantime")
            self._refuse_if(not zipfile.is_zipfile(self._file), "it is no zip that can be read")
            self._zip = zipfile.ZipFile(self._file)
        except BaseException:
            self._file.close()
            raise
        self._stamp = stamp
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    @property
    def count(self) -> int:
        """How many records there are."""
        return self.contents.count

    def records(self, kind: str) -> Iterator[tuple[str, Plain]]:
        """Yield the records of a kind, each with where it stands."""
        yield from self._lines(f"records/{kind}.jsonl", RECORD_TYPES[kind])

    def sources(self) -> Iterator[tuple[str, Plain]]:
        """Yield the sources, each with where it stands."""
        yield from self._lines(SOURCES, Source)

    def attachment(self, sha256: str) -> bytes:
        """Return the bytes of an attached file."""
        return self._zip.read(f"attachments/{sha256}")

    def fault(self, where: str, why: str) -> Refused:
        """Return the refusal that names a place in the file."""
        return Refused(f"{self.path.name} was not read: {where}: {why}; {_MEND}.")

    def check(self) -> None:
        """Look at every entry: its name, its size, its hash, and the uids in it."""
        try:
            self._check_names()
            self._check_hashes()
            self._read_about()
            self._read_contents()
        except (*_BROKEN_ZIP, EOFError, OSError) as error:
            raise Refused(f"{self.path.name} is damaged: its zip cannot be read; {_MEND}.") from (
                error
            )

    def _refuse_if(self, is_wrong: bool, why: str) -> None:
        if is_wrong:
            raise Refused(f"{self.path.name} was not read: {why}; {_MEND}.")

    def _check_names(self) -> None:
        entries = self._zip.infolist()
        self._refuse_if(len(entries) > MAX_ENTRIES, f"it has {len(entries):,} entries")
        seen: set[str] = set()
        for entry in entries:
            name = entry.filename
            self._refuse_if(not _NAME.fullmatch(name), f"no bundle has an entry “{name[:60]}”")
            self._refuse_if(name in seen, f"“{name}” is in it twice")
            self._refuse_if(bool(entry.flag_bits & 1), f"“{name}” is encrypted")
            is_file = name.startswith("attachments/")
            self._refuse_if(
                is_file and entry.file_size > MAX_ATTACHMENT_BYTES,
                f"“{name}” has {entry.file_size / 1e6:,.0f} MB, more than a record's file may have",
            )
            seen.add(name)
        unpacked, size = sum(entry.file_size for entry in entries), disk.size_of(self._file)
        self._refuse_if(
            unpacked > max(MAX_BYTES_UNSEEN, MAX_RATIO * size),
            f"it would unpack to {unpacked / 1e6:,.0f} MB",
        )
        for name in (ABOUT, HASHES, SOURCES):
            self._refuse_if(name not in seen, f"“{name}” is missing")

    def _check_hashes(self) -> None:
        hashes: dict[str, str] = {}
        for line in self._zip.read(HASHES).decode("utf-8", "replace").splitlines():
            value, _, name = line.partition("  ")
            hashes[name] = value
        names = set(self._zip.namelist()) - {HASHES}
        self._refuse_if(hashes.keys() != names, f"{HASHES} lists others than its entries")
        for name, value in hashes.items():
            found = hashlib.sha256()
            with self._zip.open(name) as stream:
                while chunk := stream.read(CHUNK_BYTES):
                    found.update(chunk)
            is_right = found.hexdigest() == value
            if name.startswith("attachments/"):
                is_right = is_right and name.endswith(value)
            self._refuse_if(not is_right, f"“{name}” is damaged, its hash is another")

    def _read_about(self) -> None:
        self._refuse_if(self._zip.getinfo(ABOUT).file_size > CHUNK_BYTES, f"{ABOUT} is too long")
        about = self._parse(self._zip.read(ABOUT), ABOUT)
        says = about.get("format")
        self._refuse_if(
            says != BUNDLE_FORMAT, f"it is of format {str(says)[:20]}, known is {BUNDLE_FORMAT}"
        )
        self._refuse_if(
            topics_in(about.get("topics", {})) is None, f"{ABOUT}: its topics are no days by topic"
        )
        self.about = about

    def _parse(self, line: bytes, where: str) -> dict[str, Any]:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise self.fault(where, "it is no JSON object that can be read")
        return found

    def _lines(self, name: str, of: type[Stored]) -> Iterator[tuple[str, Plain]]:
        if name not in self._zip.NameToInfo:
            return
        with self._zip.open(name) as stream:
            number = 0
            while line := stream.readline(MAX_LINE_BYTES + 1):
                number += 1
                where = f"{name}, line {number}"
                if len(line) > MAX_LINE_BYTES:
                    raise self.fault(where, f"it is longer than {MAX_LINE_BYTES >> 20} MB")
                plain = self._parse(line, where)
                former = plain.pop(FORMER, [])
                try:
                    need_known_fields(of, plain)
                except PlainFault as fault:
                    raise self.fault(where, str(fault)) from fault
                if former:
                    plain[FORMER] = former
                yield where, plain

    def _read_contents(self) -> None:
        """Read every line once, so that what is written later cannot be refused halfway."""
        seen: set[str] = set()
        contents = self.contents
        for kind in KINDS:
            uids = contents.records[kind] = {}
            for where, plain in self.records(kind):
                uids[self._fresh_uid(plain, where, seen)] = marking_of(plain)
                former = plain.get(FORMER, [])
                if not isinstance(former, list):
                    raise self.fault(where, f"{FORMER}: it is no list")
                for other in former:
                    self._fresh_uid({"uid": other}, where, seen)
                for name, into in (("offices", contents.offices), ("tenures", contents.tenures)):
                    for part in plain.get(name) or ():
                        into[self._fresh_uid(part, where, seen)] = plain["uid"]
                for part in plain.get("attachments") or ():
                    contents.attachments.add(self._file_of(part, where))
        for where, plain in self.sources():
            contents.sources[self._fresh_uid(plain, where, seen)] = marking_of(plain)

    def _fresh_uid(self, plain: Plain, where: str, seen: set[str]) -> str:
        uid = plain.get("uid")
        if not isinstance(uid, str) or not _UID.fullmatch(uid):
            raise self.fault(where, "uid: it is missing, or none")
        if uid in seen:
            raise self.fault(where, f"the uid {uid} is in the file twice")
        seen.add(uid)
        return uid

    def _file_of(self, part: Plain, where: str) -> str:
        sha256 = part.get("sha256")
        info = self._zip.NameToInfo.get(f"attachments/{sha256}")
        if not isinstance(sha256, str) or info is None:
            raise self.fault(where, "the file of an attachment is missing")
        if part.get("size") != info.file_size:
            raise self.fault(where, "an attachment has another size than its file")
        return sha256


def open_bundle(path: Path) -> BundleFile:
    """Return a bundle whose every entry was looked at; raise Refused, Unavailable."""
    bundle = BundleFile(path)
    with bundle:
        bundle.check()
    return bundle


def bundle_lists(bundle: BundleFile) -> tuple[tuple[str, int], ...]:
    """Return how many records of each kind there are, by the plural of the kind."""
    records = bundle.contents.records
    return tuple((PLURALS[kind], len(uids)) for kind, uids in records.items() if uids)
