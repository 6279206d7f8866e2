"""UUIDv7 by RFC 9562: ids that sort by the time they were made and travel between desks."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

_NOISE_BYTES = 10
_AT_ONCE = 256
VARIANT = {digit: "89ab"[int(digit, 16) % 4] for digit in "0123456789abcdef"}  # bits 10 in front


def new_uid() -> str:
    """Return a fresh UUIDv7 in text.

    >>> len(new_uid()), new_uid()[14]
    (36, '7')
    """
    return _uid(_stamp(), os.urandom(_NOISE_BYTES).hex())


def new_uids() -> Iterator[str]:
    """Yield fresh UUIDv7s: an import needs thousands, and the system is asked for many at once."""
    size = 2 * _NOISE_BYTES
    while True:
        stamp, noise = _stamp(), os.urandom(_NOISE_BYTES * _AT_ONCE).hex()
        for at in range(0, size * _AT_ONCE, size):
            yield _uid(stamp, noise[at : at + size])


def _stamp() -> str:
    return f"{time.time_ns() // 1_000_000:012x}"


def _uid(stamp: str, noise: str) -> str:
    variant = VARIANT[noise[3]]
    return f"{stamp[:8]}-{stamp[8:]}-7{noise[:3]}-{variant}{noise[4:7]}-{noise[7:19]}"
