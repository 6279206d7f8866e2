"""The room of a list goes first to what an officer misses first, and never beyond the room."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.column_widths import Wish, share_widths

WISHES = st.builds(
    Wish,
    least=st.integers(20, 120),
    wanted=st.integers(0, 300),
    rank=st.integers(1, 5),
    grows=st.integers(0, 4),
)
ROOM = st.integers(0, 2000)


@given(ROOM, st.lists(WISHES, min_size=1, max_size=6))
def test_no_column_is_less_than_its_least(room: int, wishes: list[Wish]) -> None:
    assert all(
        width >= wish.least for width, wish in zip(share_widths(room, wishes), wishes, strict=True)
    )


@given(ROOM, st.lists(WISHES, min_size=1, max_size=6))
def test_together_they_take_the_room_or_their_least(room: int, wishes: list[Wish]) -> None:
    least = sum(wish.least for wish in wishes)
    total = sum(share_widths(room, wishes))
    assert total <= max(room, least)
    if any(wish.grows for wish in wishes):
        assert total == max(room, least)


@given(ROOM, WISHES, WISHES)
def test_who_is_first_is_served_first(room: int, one: Wish, other: Wish) -> None:
    first, second = one._replace(rank=1), other._replace(rank=2)
    widths = share_widths(room, [second, first])
    assert widths[1] >= first.wanted or widths[0] == second.least


def test_nothing_is_dealt_to_no_column() -> None:
    assert share_widths(500, []) == []
