"""A list of ids or words is one value, however long, and says in SQLite what it says here."""

import pytest
import sqlcipher3
from hypothesis import given
from hypothesis import strategies as st

from db.storage.id_lists import LISTED, RECORDS_A_PIECE, listed, pieces


def taken_apart(values: list[int] | list[str]) -> list[object]:
    """What SQLite reads out of a list."""
    raw = sqlcipher3.connect(":memory:")
    try:
        return [row[0] for row in raw.execute(LISTED, (listed(values),))]
    finally:
        raw.close()


@given(st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_sqlite_reads_the_same_ids(ids: list[int]) -> None:
    assert taken_apart(ids) == ids


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_sqlite_reads_the_same_words(words: list[str]) -> None:
    assert taken_apart(words) == words


@pytest.mark.parametrize("size", [0, 1, 40_000])
def test_no_list_is_too_long(size: int) -> None:
    assert taken_apart(list(range(size))) == list(range(size))


@given(st.lists(st.integers(), max_size=50), st.integers(1, 60))
def test_pieces_are_the_list_and_none_is_longer_than_asked(ids: list[int], size: int) -> None:
    cut = list(pieces(ids, size))
    assert [key for piece in cut for key in piece] == ids
    assert all(0 < len(piece) <= size for piece in cut)


def test_a_piece_is_five_hundred_when_nothing_is_said() -> None:
    assert [len(piece) for piece in pieces(range(RECORDS_A_PIECE + 1))] == [RECORDS_A_PIECE, 1]
