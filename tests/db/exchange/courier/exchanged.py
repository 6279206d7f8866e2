"""Two copies of a desk that send each other couriers in a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db import CourierReport, Decisions, MergeReport, Person, merge_file, open_desk, write_courier
from tests.db.exchange.desks.copies import LENS

SECRET = "correct horse"


def send(desk: Path, to: str = "", name: str = "c.courier", **how: Any) -> Path:
    """Make a courier of a closed desk."""
    return send_told(desk, to, name, **how).file


def send_told(desk: Path, to: str = "", name: str = "c.courier", **how: Any) -> CourierReport:
    """Make one, and return what is told of it."""
    lens = how.pop("lens", LENS)
    with open_desk(desk) as store:
        return write_courier(store, desk.parent / name, lens, SECRET, to=to, **how)


def take(desk: Path, file: Path, rule: str = "newer", **how: Any) -> MergeReport:
    """Take a courier into a closed desk, which is whole afterwards."""
    lens, secret = how.pop("lens", LENS), how.pop("passphrase", SECRET)
    with open_desk(desk) as store:
        report = merge_file(store, file, lens, passphrase=secret, decisions=Decisions(rule), **how)
        assert store.verify() == []
    return report


def edit(desk: Path, uid: str, **fields: Any) -> None:
    """Set fields of a record; what can be called makes the new value of the record."""
    with open_desk(desk) as store:
        key = store.reader.find(uid, LENS)
        assert key is not None
        record = store.reader.get(key, LENS)
        for name, value in fields.items():
            setattr(record, name, value(record) if callable(value) else value)
        store.save(record, LENS)


def add(desk: Path, title: str, **fields: Any) -> str:
    """Add a person; returns the uid."""
    with open_desk(desk) as store:
        person = Person(title=title, **fields)
        store.save(person, LENS)
        return person.uid
