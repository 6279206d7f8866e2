"""Every way to form lanes says for each of its items both from when to when and in which lanes."""

import pytest

from db.lists.timeline.lane_sources import EVENTS, RECORD_LANES, SCHEMES, SPANS


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_source_has_spans_and_a_place_for_its_ids(scheme: str) -> None:
    for source in SCHEMES[scheme]:
        for statement in (SPANS[source.kind], *source.lanes):
            assert statement.count("{") == statement.count("}") == 1
    assert EVENTS in {source.kind for source in SCHEMES[scheme]}


def test_lanes_that_are_records_are_known_as_such() -> None:
    assert set(SCHEMES) > RECORD_LANES
