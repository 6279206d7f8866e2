"""Words mean a country, the bodies that filters name, or the body they find best."""

from __future__ import annotations

import pytest

from db import BoardScope, Refused, Store
from desktop.paper.offices.board_scope import find_scope
from tests.cabinet_desk import fill_cabinet


def test_words_are_a_country_a_list_or_a_body(store: Store) -> None:
    cabinet = fill_cabinet(store)
    reader, lens = store.reader, cabinet.lens
    ministry = cabinet.bodies["Foreign Ministry"]
    for words in ("Pakistan", "pk", "PAK"):
        assert find_scope(reader, words, lens) == BoardScope("Pakistan", country="pk")
    found = BoardScope("Foreign Ministry", body=ministry.id)
    assert find_scope(reader, "foreign ministry", lens) == found
    assert find_scope(reader, ministry.uid, lens) == found
    listed = find_scope(reader, "type:ministry", lens)
    assert set(listed.bodies) == {
        ministry.id,
        cabinet.bodies["Government of Ruritania"].id,
    }
    for words in ("type:court", "xyzzy", "", cabinet.people["Anna"].uid):
        with pytest.raises(Refused, match="No body"):
            find_scope(reader, words, lens)
