"""The moment a change is stamped with: UTC, to the millisecond, in the order of time."""

import re
from datetime import UTC, datetime

from db.clock import now


def test_a_moment_is_utc_to_the_millisecond() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", now())


def test_it_is_the_present_and_sorts_as_text() -> None:
    moments = [now() for _ in range(200)]
    assert moments == sorted(moments)
    read = datetime.fromisoformat(moments[-1].replace("Z", "+00:00"))
    assert abs((datetime.now(UTC) - read).total_seconds()) < 5
