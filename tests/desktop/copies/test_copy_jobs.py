"""The jobs compare a copy and bring records back, by the store that a job is given."""

from __future__ import annotations

from pathlib import Path

from desktop.copies.copy_jobs import CopyChoice, bring_records_back, compare_copy
from desktop.session.session import Session
from tests.desktop.desk_store import store_of


def test_a_deleted_record_is_found_and_comes_back(session: Session, tmp_path: Path) -> None:
    store, path = store_of(session), tmp_path / "copy.desk"
    store.copies.save(path)
    key = session.reader.all_ids("event", session.lens, "")[0]
    uid = session.reader.get(key, session.lens).uid
    session.remove([key])
    choice = CopyChoice(path)
    found = compare_copy(choice, session.lens, store, lambda *_: None)
    assert [(each.uid, each.state) for each in found.differences] == [(uid, "deleted")]
    chosen = CopyChoice(path, uids=(uid,))
    assert bring_records_back(chosen, session.lens, store, lambda *_: None).added == 1
    assert session.reader.find(uid, session.lens) is not None


def test_a_choice_does_not_tell_its_passphrase() -> None:
    assert "zebra" not in repr(CopyChoice(Path("a.desk"), "zebra"))
