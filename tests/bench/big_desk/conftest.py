"""The empty desk of the tests of `db`, to fill with made records."""

from tests.db.conftest import desk_path, store

__all__ = ["desk_path", "store"]
