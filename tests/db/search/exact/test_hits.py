"""What a search answers is told in words, and a page stands for itself."""

from __future__ import annotations

from array import array

import pytest

from db.search.exact.hits import (
    MAX_FIRST_HITS,
    NAMED,
    NEAR,
    PART,
    WORST,
    WRITTEN,
    Page,
    Reason,
    best_hits,
)


def test_a_reason_says_the_words_and_where_they_stand() -> None:
    assert str(Reason("note", "a zebra")) == "a zebra, note"
    assert str(Reason()) == ""


def test_grades_run_from_the_name_to_the_least() -> None:
    assert NAMED < WRITTEN < NEAR < PART < WORST < MAX_FIRST_HITS


def test_pages_share_nothing() -> None:
    one, other = Page(array("q", [1])), Page(array("q", [1]))
    one.reasons[1] = Reason("note", "x")
    one.fits.append(0)
    assert other.reasons == {} and not other.fits
    assert not other.is_capped


def test_a_hit_by_filters_alone_counts_as_a_part() -> None:
    ids = array("q", [5, 6])
    assert Page(ids).fit(1) == PART
    assert Page(ids, fits=array("b", [0, NEAR])).fit(1) == NEAR


@pytest.mark.parametrize(
    ("fits", "best"), [((), 7), ((0, 0, 0), 7), ((3, 1, 1), 8), ((3, 2, 1), 9)]
)
def test_the_best_of_a_page_fits_best_and_stands_first_of_its_equals(
    fits: tuple[int, ...], best: int
) -> None:
    found = Page(array("q", [7, 8, 9]), fits=array("b", fits)).best()
    assert found is not None and list(found.ids) == [best]
    assert list(found.fits) == sorted(fits)[:1]
    assert Page(array("q")).best() is None


def test_the_best_of_several_kinds_stand_by_fit_then_by_place() -> None:
    pages = {
        "person": Page(array("q", [5, 6, 7]), fits=array("b", [0, NEAR, NEAR])),
        "event": Page(array("q", [8]), fits=array("b", [NAMED])),
        "agreement": Page(array("q", [9]), fits=array("b", [0])),
        "organization": Page(array("q")),
    }
    hits = best_hits(pages, 4)
    assert [(hit.kind, hit.id) for hit in hits] == [
        ("person", 5),
        ("agreement", 9),
        ("event", 8),
        ("person", 6),
    ]
    assert best_hits({}, 4) == []
