"""Identifiers that mean the same in every file: UUIDs and addresses. Files of objects ask."""

from __future__ import annotations

import re

GLOBAL = "popolo"  # their scheme; it was first needed for Popolo and stands so on desks
_GLOBAL_ID = re.compile(
    r"(?:[\w.-]+[/:])*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|https?://\S+|urn:\S+", re.I
)
_UUID_NAME = re.compile(r"urn:uuid:", re.I)


def identity(own: str, scheme: str) -> tuple[str, str]:
    """Return the identifier that an id of a file is; `scheme` is whose its plain ids are.

    >>> identity("urn:uuid:0190b2c4-0000-7000-8000-0000000000AB", "ireland")
    ('popolo', '0190b2c4-0000-7000-8000-0000000000AB')
    >>> identity("17", "ireland")
    ('ireland', '17')
    """
    bare = _UUID_NAME.sub("", own)
    return (GLOBAL if _GLOBAL_ID.fullmatch(bare) else scheme, bare)
