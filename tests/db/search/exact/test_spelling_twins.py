"""A word with two usual spellings is searched in both and fits alike."""

from __future__ import annotations

import pytest

from db import Lens, Organization, parse_query
from db.names.name_lists import word_list
from db.search.exact.search_terms import term, terms_of
from db.search.exact.spelling_twins import plain_spelling, twin_of
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("normalisations", "normalizations"),
        ("defence", "defense"),
        ("co operation", "cooperation"),
        ("intl", "international"),
        ("nation", ""),
        ("isation", ""),
    ],
)
def test_a_spelling_has_a_twin(one: str, other: str) -> None:
    assert twin_of(one) == other
    assert not other or (twin_of(other) == one and plain_spelling(one) == plain_spelling(other))


def test_a_plain_spelling_has_none_that_is_plainer() -> None:
    for pair in word_list("spellings")["twins"]:
        assert plain_spelling(plain_spelling(" ".join(pair))) == plain_spelling(" ".join(pair))


def test_what_is_quoted_is_taken_at_its_word() -> None:
    plain, quoted = parse_query('defence "defence"').words
    assert term(plain) == '("defence"* OR "defense"*)'
    assert term(quoted) == '"defence"'


@pytest.mark.parametrize(
    "text",
    ["Economic Co-operation Organisation", "economic cooperation organization", "Cooperation"],
)
def test_a_title_is_found_and_marked_in_either_spelling(small: Small, text: str) -> None:
    other = Organization(title="Organisation for Economic Co-operation and Development")
    small.store.save(other, LENS)
    meant = small.store.save(Organization(title="Economic Cooperation Organization"), LENS)
    query = parse_query(text)
    page = small.store.reader.page("organization", query, LENS)
    assert page.ids[0] == meant.id if " " in text else meant.id in page.ids
    assert terms_of(query).twins() <= page.matched_words
    reasons = small.store.reader.reasons("organization", page.ids, query, LENS)
    assert {str(reason) for reason in reasons.values()} == {""}
