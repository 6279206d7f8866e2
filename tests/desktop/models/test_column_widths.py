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
    need=st.none() | st.integers(0, 900),
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
    assert widths[1] >= first.first_share or widths[0] == second.least


def test_nothing_is_dealt_to_no_column() -> None:
    assert share_widths(500, []) == []


@given(ROOM, st.lists(WISHES, min_size=1, max_size=6))
def test_nobody_has_more_than_its_texts_take_while_a_title_lacks_room(
    room: int, others: list[Wish]
) -> None:
    title = Wish(least=40, wanted=60, rank=1, grows=3, need=400)
    wishes = [title, *(wish._replace(rank=wish.rank + 1) for wish in others)]
    widths = share_widths(room, wishes)
    if widths[0] < 400:
        assert all(
            width <= max(wish.least, wish.first_share)
            for width, wish in zip(widths[1:], wishes[1:], strict=True)
        )


def test_columns_of_one_rank_are_filled_side_by_side() -> None:
    short, long = Wish(50, 50, 1, 1, need=80), Wish(50, 50, 1, 1, need=900)
    assert share_widths(120, [short, long]) == [60, 60]
    assert share_widths(400, [short, long]) == [80, 320]
