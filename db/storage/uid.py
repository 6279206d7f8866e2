"""UUIDv7 by RFC 9562: ids that sort by the time they were made and travel between desks."""

from __future__ import annotations

import os
import time

VARIANT = {digit: "89ab"[int(digit, 16) % 4] for digit in "0123456789abcdef"}  # bits 10 in front


def new_uid() -> str:
    """Return a fresh UUIDv7 in text.

    >>> len(new_uid()), new_uid()[14]
    (36, '7')
    """
    stamp = f"{time.time_ns() // 1_000_000:012x}"
    noise = os.urandom(10).hex()
    variant = VARIANT[noise[3]]
    return f"{stamp[:8]}-{stamp[8:]}-7{noise[:3]}-{variant}{noise[4:7]}-{noise[7:19]}"
