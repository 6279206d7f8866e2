"""Agreements stand in the order of their series and numbers, however long these are."""

from __future__ import annotations

import pytest

from db import Agreement, Lens, Store
from db.law.reference_order import MAX_KEY_LETTERS, reference_key

LENS = Lens()


@pytest.mark.parametrize("order", ["reference", "registration"])
def test_a_list_is_sorted_by_series_and_number(store: Store, order: str) -> None:
    texts = ["I-26369", "I-541", "II-12", "I-99", "", "34 UNTS 243", "4 UNTS 243"]
    for text in texts:
        store.save(Agreement(title=f"Of {text}", **{order: text}), LENS)
    ids = store.reader.all_ids("agreement", LENS, order)
    assert [line.title.removeprefix("Of ") for line in store.reader.lines(list(ids), LENS)] == [
        "", "I-99", "I-541", "I-26369", "II-12", "4 UNTS 243", "34 UNTS 243",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [None, 5, b"x", "no figures", "²", "9" * 500])
def test_anything_has_a_key(text: object) -> None:
    assert len(reference_key(text)) <= MAX_KEY_LETTERS + 9
