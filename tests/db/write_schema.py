"""Write `resources/schema.json` anew: `python -m tests.db.write_schema`, after a step was added.

It takes the objects of a new desk, of one that took every step, of the kept desks of former formats
after the steps they had to take, of these as they are, and what the file knew, as far as they
differ: a desk may have taken some steps at a time, and is known in each form it had.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from unittest import mock

from alembic import command
from sqlcipher3 import dbapi2

from db import make_desk
from db.desk_file.migrations import configuration, upgrade
from db.storage import schema
from db.storage.engine import SCHEMA_VERSION, make_engine
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


def upgraded(script: str) -> dict[str, str]:
    """The objects of a desk that took every step from what a script makes on."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "old.desk"
        raw = dbapi2.connect(str(path))
        raw.execute("PRAGMA synchronous = OFF")
        raw.executescript(script)
        raw.close()
        made = make_engine(path, None, read_only=False)
        with mock.patch.object(schema, "faults", return_value=[]):
            upgrade(made)
        made.dispose()
        return listed(dbapi2.connect(str(path)))


def stepped_before() -> dict[str, str]:
    """The objects of a desk that took every step but the last."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "old.desk"
        made = make_engine(path, None, read_only=False)
        with made.connect() as connection:
            config = configuration()
            config.attributes["connection"] = connection
            command.upgrade(config, f"{SCHEMA_VERSION - 1:04d}")
            connection.commit()
        made.dispose()
        return listed(dbapi2.connect(str(path)))


def former() -> list[dict[str, str]]:
    """The objects of each kept desk, and of one that was upgraded to the format before."""
    found = [stepped_before()]
    for file in sorted(DESKS.glob("*.sql")):
        raw = dbapi2.connect(":memory:")
        raw.executescript(file.read_text(encoding="utf-8"))
        found.append(listed(raw))
    return found


def content() -> str:
    """The whole file."""
    now = dict(sorted(present().items()))
    kept = sorted(DESKS.glob("*.sql"), key=lambda file: -int(file.name.split(".")[0][1:]))
    by_steps: dict[str, list[str]] = {}
    for script in ("", *(file.read_text(encoding="utf-8") for file in kept)):
        for key, text in sorted(upgraded(script).items()):
            if text not in (now[key], *by_steps.get(key, ())):
                by_steps.setdefault(key, []).append(text)
    older: dict[str, list[str]] = {}
    for desk in former():
        for key, text in desk.items():
            known = (now.get(key), *by_steps.get(key, ()), *older.get(key, ()))
            if text not in known:
                older.setdefault(key, []).append(text)
    known_before = json.loads(FILE.read_text(encoding="utf-8"))
    for before in (known_before["upgraded"], known_before["older"]):
        for key, texts in before.items():
            for text in texts:
                if text not in (now.get(key), *by_steps.get(key, ()), *older.get(key, ())):
                    older.setdefault(key, []).append(text)
    written = {"objects": now, "upgraded": dict(sorted(by_steps.items())), "older": older}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(content(), encoding="utf-8")
