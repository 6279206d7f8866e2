"""UUIDv7: of the right form, in the order of their making, never the same."""

from __future__ import annotations

import time
from itertools import islice
from uuid import RFC_4122, UUID

from db.storage.uid import new_uid, new_uids


def test_uids_are_of_version_seven_and_sort_by_time() -> None:
    made = []
    for _ in range(5):
        made.append(new_uid())
        time.sleep(0.002)
    assert made == sorted(made)
    for uid in made:
        assert UUID(uid).version == 7 and UUID(uid).variant == RFC_4122
    stamp = UUID(made[-1]).int >> 80
    assert abs(stamp - time.time() * 1000) < 5000


def test_no_two_uids_are_alike() -> None:
    assert len({new_uid() for _ in range(5000)}) == 5000


def test_uids_of_an_import_are_as_good_as_single_ones() -> None:
    made = list(islice(new_uids(), 5000))
    assert len(set(made)) == 5000
    assert all(UUID(uid).version == 7 and UUID(uid).variant == RFC_4122 for uid in made)
    assert abs((UUID(made[-1]).int >> 80) - time.time() * 1000) < 5000
