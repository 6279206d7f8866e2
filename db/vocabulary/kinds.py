"""The kinds of record by name: what lists, search and commands ask before any record is read."""

from __future__ import annotations

PLURALS = {
    "person": "people",
    "organization": "organizations",
    "agreement": "agreements",
    "event": "events",
}
KINDS = tuple(PLURALS)
NAMED_KINDS = ("person", "organization")  # kinds whose main name is a row of `name` as well
NO_BODY = "Body not named"  # the record under which offices stand whose body nothing names
