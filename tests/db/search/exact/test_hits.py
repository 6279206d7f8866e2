"""What a search answers is told in words, and a page stands for itself."""

from __future__ import annotations

from array import array

from db.search.exact.hits import MAX_FIRST_HITS, NAMED, NEAR, PART, WORST, WRITTEN, Page, Reason


def test_a_reason_says_the_words_and_where_they_stand() -> None:
    assert str(Reason("note", "a zebra")) == "a zebra, note"
    assert str(Reason()) == ""


def test_grades_run_from_the_name_to_the_least() -> None:
    assert NAMED < WRITTEN < NEAR < PART < WORST < MAX_FIRST_HITS


def test_pages_share_nothing() -> None:
    one, other = Page(array("q", [1])), Page(array("q", [1]))
    one.told[1] = Reason("note", "x")
    one.fits.append(0)
    assert other.told == {} and not other.fits
    assert not other.is_capped


def test_a_hit_by_filters_alone_counts_as_a_part() -> None:
    ids = array("q", [5, 6])
    assert Page(ids).fit(1) == PART
    assert Page(ids, fits=array("b", [0, NEAR])).fit(1) == NEAR
