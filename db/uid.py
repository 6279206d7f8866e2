"""UUIDv7 by RFC 9562: ids that sort by the time they were made and travel between desks."""

from __future__ import annotations

import os
import time
from uuid import UUID


def new_uid() -> str:
    """A fresh UUIDv7 in text.

    >>> len(new_uid()), new_uid()[14]
    (36, '7')
    """
    stamp = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big")
    high = (stamp & (1 << 48) - 1) << 80
    version = 0x7 << 76 | (noise >> 68 & 0xFFF) << 64
    variant = 0b10 << 62 | noise & (1 << 62) - 1
    return str(UUID(int=high | version | variant))
