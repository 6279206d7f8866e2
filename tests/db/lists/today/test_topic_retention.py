"""Until when what bears a topic is kept: one change, undone like all else, under the ceiling."""

from __future__ import annotations

import pytest

from db import HIGHEST, Lens, Refused, TopicRetention, keep_topic_until
from tests.db.conftest import Small


def keep(small: Small, topic: str, day: str, lens: Lens | None = None) -> int:
    with small.store.unit_of_work(f"Keep {topic}") as work:
        keep_topic_until(work, topic, day, lens or small.lens)
    change = small.store.change_of(work)
    return change.id if change is not None else 0


def bear(small: Small, topic: str, marking: int = 0) -> None:
    person = small.fresh(small.munir)
    person.topics, person.marking = [topic], marking
    small.store.save(person, small.lens)


def test_a_topic_is_kept_until_a_day_and_the_day_is_undone(small: Small) -> None:
    bear(small, "army")
    change = keep(small, "army", "2030-05-03")
    reader = small.store.reader
    assert reader.topic_retentions(small.lens)[0] == TopicRetention("army", "2030-05-03", 1)
    small.store.revert(change, small.lens)
    assert {each.keep_until for each in reader.topic_retentions(small.lens)} == {""}
    keep(small, "army", "2031-01-01")
    keep(small, "army", "")
    assert {each.keep_until for each in reader.topic_retentions(small.lens)} == {""}
    assert small.store.verify() == []


@pytest.mark.parametrize(("topic", "day"), [("army", "2030"), ("no such", "2030-05-03")])
def test_no_day_and_no_topic_are_refused(small: Small, topic: str, day: str) -> None:
    bear(small, "army")
    with pytest.raises(Refused):
        keep(small, topic, day)


def test_a_topic_that_only_hidden_records_bear_is_not_there(small: Small) -> None:
    bear(small, "hush", HIGHEST)
    low = Lens(small.lens.as_of, 0)
    assert "hush" not in {each.topic for each in small.store.reader.topic_retentions(low)}
    with pytest.raises(Refused):
        keep(small, "hush", "2030-05-03", low)
