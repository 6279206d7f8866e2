"""The chronology is filtered to one span of days; what else is asked stays."""

from __future__ import annotations

import pytest

from db import parse_query
from desktop.tabs.timeline.span_filter import within_days, without_span


@pytest.mark.parametrize(
    ("query", "narrowed", "without"),
    [
        ("", "held:2025-08-01..2025-08-31", ""),
        ("country:pk held:2024", "country:pk held:2025-08-01..2025-08-31", "country:pk"),
        ("held:2023 held:2024 visit", "visit held:2025-08-01..2025-08-31", "visit"),
    ],
)
def test_one_span_takes_the_place_of_another(query: str, narrowed: str, without: str) -> None:
    asked = parse_query(query)
    assert within_days(asked, "2025-08-01", "2025-08-31").text_of() == narrowed
    assert without_span(asked).text_of() == without
