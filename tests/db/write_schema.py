"""Write `resources/schema.json` anew: `python -m tests.db.write_schema`, after a step was added.

It takes the objects of a new desk, of one that took every step, and from the kept desks of former
formats what differs.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from unittest import mock

from sqlcipher3 import dbapi2

from db import make_desk
from db.desk_file.migrations import upgrade
from db.storage import schema
from db.storage.engine import make_engine
from db.storage.schema import FILE, LISTED, MAX_OBJECTS, objects

DESKS = Path(__file__).parent / "desks"


def listed(raw: dbapi2.Connection) -> dict[str, str]:
    """The objects behind a connection."""
    found = objects(raw.execute(LISTED, (MAX_OBJECTS,)).fetchall())
    raw.close()
    return found


def present() -> dict[str, str]:
    """The objects of a new desk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.desk"
        with mock.patch.object(schema, "faults", return_value=[]):  # what is written here
            make_desk(path)
        return listed(dbapi2.connect(str(path)))


def upgraded() -> dict[str, str]:
    """The objects of a desk that took every step."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "old.desk"
        made = make_engine(path, None, read_only=False)
        with mock.patch.object(schema, "faults", return_value=[]):
            upgrade(made)
        made.dispose()
        return listed(dbapi2.connect(str(path)))


def former() -> list[dict[str, str]]:
    """The objects of each kept desk."""
    found = []
    for file in sorted(DESKS.glob("*.sql")):
        raw = dbapi2.connect(":memory:")
        raw.executescript(file.read_text(encoding="utf-8"))
        found.append(listed(raw))
    return found


def content() -> str:
    """The whole file."""
    now = dict(sorted(present().items()))
    by_steps = {key: text for key, text in sorted(upgraded().items()) if now[key] != text}
    older: dict[str, list[str]] = {}
    for desk in former():
        for key, text in desk.items():
            known = (now.get(key), by_steps.get(key), *older.get(key, ()))
            if text not in known:
                older.setdefault(key, []).append(text)
    written = {"objects": now, "upgraded": by_steps, "older": older}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(content(), encoding="utf-8")
