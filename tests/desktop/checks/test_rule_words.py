"""Each rule has a name and a reason in the officer's words."""

from __future__ import annotations

import pytest

from db.checks.checking import rule_names
from db.checks.finding_mends import MENDS
from desktop.checks.rule_words import MEND_TEXTS, RULE_WORDS, rule_words


def test_every_rule_has_words_and_every_word_a_rule() -> None:
    assert set(RULE_WORDS) == set(rule_names())


@pytest.mark.parametrize("rule", RULE_WORDS)
def test_words_are_sentences(rule: str) -> None:
    name, why = rule_words(rule)
    assert name[0].isupper() and why.endswith((".", "?"))


def test_a_rule_without_words_is_called_by_its_name() -> None:
    assert rule_words("never-heard-of").name == "never-heard-of"


def test_what_every_mend_says_is_marked_for_translation() -> None:
    assert sorted(set(MEND_TEXTS)) == sorted({mend.label for mend in MENDS.values()})
