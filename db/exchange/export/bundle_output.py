"""Records as the bundle: a zip of JSON lines that loses nothing, byte for byte the same twice.

`records/KIND.jsonl` has a record a line, sorted by uid, every declared field by its own name; what
it names stands there by uid, and what was merged into it under `former`. `sources.jsonl` has the
sources that are cited, `attachments/` the files by their hash, `hashes.txt` the SHA-256 of every
other entry, `bundle.json` what it all is.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from db.exchange.export.export_job import RECORDS_A_BATCH, ExportJob
from db.exchange.plain.plain_records import BUNDLE_FORMAT, FORMER, to_plain
from db.exchange.plain.plain_rows import plain_of_rows
from db.record_types import Source
from db.storage.many_records import RecordRows
from db.vocabulary.choices import MARKINGS

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_LEVEL = 3  # of compression: a sixth larger than 6 and in a third of the time
_PIECE_BYTES = 1 << 16  # of lines that are written at once
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows


def write_bundle(job: ExportJob, file: BinaryIO) -> None:
    """Write all chosen records with their parts, sources and attachments."""
    bundle = _Bundle(job, file)
    former = job.reader.former_uids()
    markings = {0}
    sources: dict[str, Source] = {}
    attachments: set[str] = set()
    topics: set[str] = set()
    for kind in sorted(job.ids):
        with bundle.entry(f"records/{kind}.jsonl") as lines:
            for record in _by_uid(job, kind):
                plain = plain_of_rows(record, job)
                if record.head["id"] in former:
                    plain[FORMER] = former[record.head["id"]]
                lines.write(_line(plain))
                topics.update(record.topics)
                markings.add(record.head["marking"])
                for row in record.rows["citation"]:
                    source = record.names.sources[row["source_id"]]
                    sources[source.uid] = source
                attachments.update(row["sha256"] for row in record.rows["attachment"])
    with bundle.entry("sources.jsonl") as lines:
        for uid in sorted(sources):
            lines.write(_line(to_plain(sources[uid], job)))
    for sha256 in sorted(attachments):
        with bundle.entry(f"attachments/{sha256}") as lines:
            lines.write(job.reader.attachment(sha256, job.lens))
    days = job.reader.topic_fields(job.lens)
    about: dict[str, Any] = {
        "format": BUNDLE_FORMAT,
        "as_of": job.lens.as_of,
        "ceiling": MARKINGS[min(job.lens.ceiling, len(MARKINGS) - 1)],
        "marking": MARKINGS[max(markings)],
        "records": dict(sorted(job.report.written.items())),
        "withheld": job.report.withheld,
    }
    if carried := {topic: fields for topic, fields in days.items() if topic in topics}:
        about["topics"] = carried
    with bundle.entry("bundle.json") as lines:
        lines.write(_line(about))
    bundle.close()


class _BundleEntry:
    """An entry while it is written, and its hash; lines are hashed and compressed many at once."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._waiting: list[bytes] = []
        self._size = 0  # bytes that wait
        self.hash = hashlib.sha256()

    def write(self, data: bytes) -> None:
        self._waiting.append(data)
        self._size += len(data)
        if self._size >= _PIECE_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        piece, self._waiting, self._size = b"".join(self._waiting), [], 0
        self.hash.update(piece)
        self._stream.write(piece)


class _Bundle:
    """The zip while it is written; the hash of each entry is kept."""

    def __init__(self, job: ExportJob, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        self._hashes: dict[str, str] = {}

    @contextmanager
    def entry(self, name: str) -> Iterator[_BundleEntry]:
        """Yield a new entry to write into."""
        info = zipfile.ZipInfo(name, _NO_TIME)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        with self._zip.open(info, "w", force_zip64=True) as stream:
            entry = _BundleEntry(stream)
            yield entry
            entry.flush()
        self._hashes[name] = entry.hash.hexdigest()

    def close(self) -> None:
        """Write the hashes and end the zip."""
        lines = "".join(f"{value}  {name}\n" for name, value in sorted(self._hashes.items()))
        with self.entry("hashes.txt") as entry:
            entry.write(lines.encode("utf-8"))
        self._zip.close()


def _by_uid(job: ExportJob, kind: str) -> Iterator[RecordRows]:
    """Yield the rows of the records of a kind, sorted by uid."""
    ids = job.ids[kind]
    uids: dict[int, str] = {}
    for start in range(0, len(ids), RECORDS_A_BATCH):
        uids |= job.reader.uids(ids[start : start + RECORDS_A_BATCH])
    return job.rows_of(kind, sorted(uids, key=uids.__getitem__))


def _line(data: object) -> bytes:
    return _JSON.encode(data).encode("utf-8") + b"\n"
