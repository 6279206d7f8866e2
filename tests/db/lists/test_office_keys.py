"""Two titles of one office have one key, in whatever order their words stand."""

from __future__ import annotations

import pytest

from db.lists.office_keys import office_key


@pytest.mark.parametrize(
    ("one", "other", "body", "same"),
    [
        ("Foreign Minister of Chad", "Minister of Foreign Affairs", "Chad", True),
        ("Chadian Foreign Minister", "Foreign Minister", "Chad", True),
        ("Ministre des Affaires", "Ministre", "Chad", False),
        ("Deputy Minister", "Minister", "Chad", False),
        ("of the", "of", "Chad", False),
    ],
)
def test_titles_are_compared_without_the_body_and_small_words(
    one: str, other: str, body: str, same: bool
) -> None:
    assert (office_key(one, body) == office_key(other, body)) is same
