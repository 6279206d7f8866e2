"""Pages of a damaged encrypted desk deciphered by SQLCipher itself, which hands out no page.

The driver refuses a file for one broken page, so `page_file` has it open another: a small file
under the same key and without authentication, in which each table holds one long value. Most of
that value lies on a page of its own, and into that page the ciphered bytes are put: what SQLCipher
reads as the value is what they say. Cipher blocks are chained: that the first of them is read as
it was written, its vector is put before it as a block that nobody reads.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from db.errors import Unavailable
from db.storage.troubles import DRIVER_ERRORS

BLOCK_BYTES: Final = 16
PAGES: Final = 64  # that are read at once
CARRIER_BYTES: Final = 8192  # of its pages, on which a desk's has room with its vector
_USABLE: Final = CARRIER_BYTES - 80  # SQLCipher keeps the room of what authenticates a page
_ON_LEAF: Final = (_USABLE - 12) * 32 // 255 - 23  # of a long value (SQLite's file format, 1.6)
_ON_OWN_PAGE: Final = _USABLE - 4  # behind the number of the next page, of which there is none
_HEAD_BYTES: Final = 4  # of a row with one long value
_VALUE_BYTES: Final = _ON_LEAF + _ON_OWN_PAGE - _HEAD_BYTES
_FIRST: Final = _ON_LEAF - _HEAD_BYTES + BLOCK_BYTES - 4 + 1  # byte of the value, from 1
_SETTINGS: Final = (
    "cipher_log_level = NONE",
    f"cipher_page_size = {CARRIER_BYTES}",
    "cipher_use_hmac = OFF",
    "journal_mode = OFF",
    "synchronous = OFF",
)


class Carrier:
    """Made for one key, as the driver takes it; the file goes with it, and never holds anything
    deciphered. Raises Unavailable where none can be made.
    """

    def __init__(self, key: str) -> None:
        self._key = key
        try:
            folder = tempfile.mkdtemp(prefix="aide-memoire-")
            self._clear = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
            self._path = Path(folder, "carrier")
            self._make()
        except (OSError, *DRIVER_ERRORS) as error:
            raise _refusal_of(error) from error
        parts = (f"SELECT substr(value, {_FIRST}) FROM t{number}" for number in range(PAGES))
        self._question = " UNION ALL ".join(parts)

    def _make(self) -> None:
        with closing(self._open()) as raw:
            for number in range(PAGES):
                raw.execute(f"CREATE TABLE t{number} (value BLOB)")
            for number in range(PAGES):  # afterwards, so that their pages come in this order
                raw.execute(f"INSERT INTO t{number} VALUES (zeroblob({_VALUE_BYTES}))")

    def _open(self) -> dbapi2.Connection:
        raw = dbapi2.connect(str(self._path), isolation_level=None)
        raw.execute(f'PRAGMA key = "{self._key}"')
        for setting in _SETTINGS:
            raw.execute(f"PRAGMA {setting}")
        return raw

    def decipher(self, chains: Sequence[bytes]) -> list[bytes]:
        """Return some chains of blocks deciphered, `PAGES` at most; each begins with its vector."""
        try:
            with self._path.open("r+b", buffering=0) as file:
                file.seek((PAGES + 1) * CARRIER_BYTES)
                file.write(b"".join(each.ljust(CARRIER_BYTES, b"\0") for each in chains))
            with closing(self._open()) as raw:
                found = raw.execute(f"{self._question} LIMIT {len(chains)}").fetchall()
        except (OSError, *DRIVER_ERRORS) as error:
            raise _refusal_of(error) from error
        return [
            value[: len(each) - BLOCK_BYTES] for (value,), each in zip(found, chains, strict=True)
        ]


def _refusal_of(error: Exception) -> Unavailable:
    return Unavailable(f"No file can be made in the system's folder for passing files: {error}.")
