"""Known bodies and the words that make one."""

from __future__ import annotations

import pytest

from db.intake.lexicons.body_words import body_words, known_bodies, news_agencies
from db.intake.lexicons.tokens import cut_tokens


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("IAEA", "International Atomic Energy Agency"),
        ("UN Security Council", "UN Security Council"),
        ("ASEAN", "Association of Southeast Asian Nations"),
        ("World Bank", "World Bank"),
    ],
)
def test_a_body_is_known(text: str, name: str) -> None:
    found = known_bodies().longest(cut_tokens(text, 0, len(text)), 0)
    assert found is not None and found[1].name == name


@pytest.mark.parametrize("text", ["CAN", "Parliament", "Government", "Istana", "who"])
def test_what_means_other_things_too_is_not(text: str) -> None:
    assert known_bodies().longest(cut_tokens(text, 0, len(text)), 0) is None


def test_words_say_the_type_of_a_body() -> None:
    found = body_words().longest(cut_tokens("Ministry", 0, 8), 0)
    assert found is not None and found[1].type == "ministry" and found[1].takes_of


def test_those_who_report_are_sources() -> None:
    assert {"Reuters", "Xinhua", "WAM"} <= news_agencies()
