"""A row says nothing of a search until it is asked."""

from desktop.models.list_row import NOTHING, ListRow


def test_a_row_that_was_not_searched_has_no_reason_and_no_marks() -> None:
    row = ListRow(None, "The disk does not answer.")
    assert (row.why, row.marks, row.why_marks) == (None, (), ())


def test_two_rows_are_never_one() -> None:
    assert ListRow(None) != ListRow(None)


def test_a_search_that_told_nothing_has_no_reasons() -> None:
    assert not NOTHING.reasons and not NOTHING.matched_words
