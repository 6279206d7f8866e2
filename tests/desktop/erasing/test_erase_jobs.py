"""The jobs look who names a record, erase it, and write the certificate."""

from __future__ import annotations

from pathlib import Path

from desktop.erasing.erase_jobs import look_before, run_erasing, write_certificate
from desktop.session.session import Session
from tests.desktop.desk_store import store_of


def test_a_record_goes_and_its_certificate_is_written(session: Session, tmp_path: Path) -> None:
    store, lens = store_of(session), session.lens
    key = session.reader.all_ids("person", lens, "name")[0]
    record = session.reader.get(key, lens)
    seen = look_before(record.uid, lens, store, lambda *_: None)
    assert seen.title == record.title
    done = run_erasing(record.uid, False, lens, store, lambda *_: None)
    assert session.reader.find(record.uid, lens) is None
    path = tmp_path / "certificate.html"
    assert write_certificate(done, "A desk", path, "a4", session.reader, lambda *_: None) == path
    assert "Erased for good" in path.read_text(encoding="utf-8")
