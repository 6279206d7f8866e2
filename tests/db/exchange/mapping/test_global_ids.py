"""UUIDs and addresses mean the same in every file; other ids are a file's own."""

from __future__ import annotations

import pytest

from db.exchange.mapping.global_ids import GLOBAL, identity

UUID = "0190b2c4-0000-7000-8000-0000000000ab"


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (UUID, (GLOBAL, UUID)),
        (f"urn:uuid:{UUID}", (GLOBAL, UUID)),
        (f"gov.uk/person/{UUID}", (GLOBAL, f"gov.uk/person/{UUID}")),
        ("https://example.org/1", (GLOBAL, "https://example.org/1")),
        ("17", ("senate", "17")),
        ("477343c8e6bf375a9bac1f96a5000837", ("senate", "477343c8e6bf375a9bac1f96a5000837")),
    ],
)
def test_an_id_is_global_or_the_files_own(own: str, found: tuple[str, str]) -> None:
    assert identity(own, "senate") == found
