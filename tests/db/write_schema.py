"""Write `resources/schema.json` anew: `python -m tests.db.write_schema`, after a step was added.

It takes the objects of a new desk, and from the kept desks of former formats what differs.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from unittest import mock

from sqlcipher3 import dbapi2

from db import make_desk
from db.desk_file import schema
from db.desk_file.schema import FILE, LISTED, MOST_OBJECTS, objects

DESKS = Path(__file__).parent / "desks"


def listed(raw: dbapi2.Connection) -> dict[str, str]:
    """The objects behind a connection."""
    found = objects(raw.execute(LISTED, (MOST_OBJECTS,)).fetchall())
    raw.close()
    return found


def present() -> dict[str, str]:
    """The objects of a new desk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.desk"
        with mock.patch.object(schema, "fault", return_value=None):  # what is written here
            make_desk(path)
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
    older: dict[str, list[str]] = {}
    for desk in former():
        for key, text in desk.items():
            if now.get(key) != text and text not in older.setdefault(key, []):
                older[key].append(text)
    return json.dumps({"objects": now, "older": older}, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(content(), encoding="utf-8")
