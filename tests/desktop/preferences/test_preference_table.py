"""The table of preferences is whole: names, labels and words for every choice."""

import pytest

from desktop.preferences.preference_table import BY_NAME, PREFERENCES, Preference


@pytest.mark.parametrize("each", PREFERENCES, ids=lambda each: each.name)
def test_every_choice_of_a_preference_has_its_words(each: Preference) -> None:
    assert each.label and each.scope in ("computer", "desk")
    if each.key.choices:
        assert set(each.words) == set(each.key.choices)
    elif each.words:
        assert each.key.lowest is not None and each.key.highest is not None
        assert all(each.key.lowest <= value <= each.key.highest for value in each.words)
    assert not each.words or each.key.default in each.words


def test_no_two_preferences_share_a_name_or_a_letter() -> None:
    letters = [each.label[each.label.index("&") + 1].casefold() for each in PREFERENCES]
    assert len(BY_NAME) == len(PREFERENCES) == len(set(letters))
