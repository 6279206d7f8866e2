"""A long list in pieces is the list, and a piece has a mark for each of its values."""

from hypothesis import given
from hypothesis import strategies as st

from db.storage.batched_ids import IDS_A_STATEMENT, batched, placeholders


@given(st.lists(st.integers(), max_size=50), st.integers(1, 60))
def test_pieces_are_the_list_and_none_is_longer_than_asked(ids: list[int], size: int) -> None:
    pieces = list(batched(ids, size))
    assert [key for piece in pieces for key in piece] == ids
    assert all(0 < len(piece) <= size for piece in pieces)


def test_a_piece_is_five_hundred_when_nothing_is_said() -> None:
    assert [len(piece) for piece in batched(range(IDS_A_STATEMENT + 1))] == [IDS_A_STATEMENT, 1]


@given(st.integers(0, 600))
def test_there_are_as_many_marks_as_values(count: int) -> None:
    assert placeholders(count).count("?") == count
    assert placeholders(count).count(",") == max(0, count - 1)
