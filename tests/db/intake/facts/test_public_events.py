"""Summits, sessions and fighting are read with who holds them and when."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events

EVENTS = [
    ("The 27th ASEAN-Japan Summit was held on 10 October 2024 in Vientiane.",
     ("summit", "2024-10-10", "held", {"Association of Southeast Asian Nations", "Japan"})),
    ("President William Ruto attended the summit of the Arab League that Iraq hosted in May.",
     ("summit", "2025-05", "held", {"Arab League", "William Ruto"})),
    ("Fighting between Armenia and Azerbaijan, which broke out in March, ended.",
     ("conflict", "2025-03", "held", {"Armenia", "Azerbaijan"})),
    ("The communiqué was adopted by the African Union at its 1284th meeting on 24 June 2025.",
     ("meeting", "2025-06-24", "held", {"African Union"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_a_public_event_is_read(text: str, event: tuple[str, str | None, str, set[str]]) -> None:
    assert event in events(text)
