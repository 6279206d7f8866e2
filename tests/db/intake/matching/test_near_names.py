"""What is called nearly so bears all words of the name, or all but one."""

from __future__ import annotations

import pytest

from db import Store
from db.intake.matching.near_names import ids_called_nearly
from tests.db.intake.matching.desk_of_names import LENS


@pytest.mark.parametrize(
    ("name", "country", "title"),
    [
        ("Supreme Court of Pakistan", "pk", "Supreme Court of Pakistan"),
        ("Supreem Court of Pakistan", "pk", "Supreme Court of Pakistan"),
        ("Asian Development Fund", "", "Asian Development Bank"),
        ("State Bank Pakistani", "pk", "State Bank of Pakistan"),
    ],
)
def test_one_word_may_be_another_or_misspelt(
    named_desk: Store, name: str, country: str, title: str
) -> None:
    ids = ids_called_nearly(named_desk.reader, "organization", name, LENS, 9, country)
    assert title in [line.title for line in named_desk.reader.lines(list(ids), LENS)]


def test_a_word_alone_is_nobodys_name(named_desk: Store) -> None:
    ids = ids_called_nearly(named_desk.reader, "organization", "Xqbank Supreme", LENS, 9)
    assert list(ids) == []
