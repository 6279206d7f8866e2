"""The plan knows which records are one, and from which state both sides come."""

from __future__ import annotations

import pytest

from db.exchange.desks.merge_plan import canonical_uids, cited_files

MERGED = [
    ([{}], {}),
    ([{"a": "b"}, {}], {"a": "b"}),
    ([{"a": "b"}, {"b": "c"}], {"a": "c", "b": "c"}),
    ([{"b": "a"}, {"a": "b"}], {"b": "a"}),
    ([{"a": "c"}, {"b": "c", "c": "d"}], {"a": "d", "b": "d", "c": "d"}),
]


@pytest.mark.parametrize("merged, found", MERGED)
def test_a_record_is_the_one_it_was_merged_into_on_either_side(
    merged: list[dict[str, str]], found: dict[str, str]
) -> None:
    assert canonical_uids(*merged) == found == canonical_uids(*reversed(merged))


def test_attached_files_are_found_by_their_hash() -> None:
    assert list(cited_files({"attachments": [{"sha256": "x"}], "notes": [{"text": "n"}]})) == ["x"]
