"""The way back leads past what is gone, and a new visit forgets what lay ahead."""

from desktop.session.navigation import MAX_ENTRIES, HistoryEntry, Navigation


def walked(*keys: int) -> Navigation:
    way = Navigation()
    for key in keys:
        way.visit(HistoryEntry("person", key))
    return way


def test_the_same_place_twice_is_one_visit() -> None:
    way = walked(1, 2, 2)
    assert way.back() == HistoryEntry("person", 1)
    assert not way.can_go_back


def test_what_is_forgotten_is_no_longer_on_the_way() -> None:
    way = walked(1, 2, 3, 2, 4)
    way.forget(2)
    assert way.back() == HistoryEntry("person", 3)
    assert way.back() == HistoryEntry("person", 1)
    assert way.back() is None


def test_forgetting_where_one_is_steps_back() -> None:
    way = walked(1, 2)
    way.forget(2)
    assert way.current == HistoryEntry("person", 1)
    way.forget(1)
    assert way.current is None
    way.visit(HistoryEntry("event", 5))
    assert way.current == HistoryEntry("event", 5)


def test_peeking_does_not_move() -> None:
    way = walked(1, 2)
    assert way.peek(-1) == HistoryEntry("person", 1)
    assert way.peek(1) is None
    assert way.current == HistoryEntry("person", 2)


def test_a_long_way_is_kept_short() -> None:
    way = walked(*range(MAX_ENTRIES + 50))
    steps = 0
    while way.back() is not None:
        steps += 1
    assert steps == MAX_ENTRIES - 1
