"""The words of made-up records: every form can be filled, every word list is the program's."""

from __future__ import annotations

from random import Random

import pytest

from db.vocabulary.choices import choices
from tests.bench.big_desk import titles
from tests.bench.big_desk.names import Namer

GIVEN = {"country": "Chad", "first": "Ana Silva", "second": "Rui Costa"}
FORMS = (
    *(form for forms, _ in titles.BODIES.values() for form in forms),
    *(office for _, offices in titles.BODIES.values() for office in offices),
    *titles.AGREEMENTS.values(), *titles.EVENTS.values(), *titles.OUTCOMES, *titles.NOTES,
    *titles.PASSAGES, *titles.BIOGRAPHIES, *titles.PUBLISHERS,
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_filled_without_a_blank_left(form: str) -> None:
    text = Namer(Random(1)).fill(form, **GIVEN)
    assert text and "{" not in text


@pytest.mark.parametrize(
    ("path", "kinds"), [("event.kind", titles.EVENTS), ("agreement.kind", titles.AGREEMENTS)]
)
def test_kinds_are_of_the_programs_own_lists(path: str, kinds: dict[str, str]) -> None:
    assert set(kinds) <= set(choices(path))


def test_a_channel_is_of_a_kind_of_event() -> None:
    assert titles.CHANNELS.keys() <= titles.EVENTS.keys()


def test_no_topic_stands_twice() -> None:
    assert len(set(titles.TOPICS)) == len(titles.TOPICS)
