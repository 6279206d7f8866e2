"""Who met, received or called on whom takes part, whatever the verb."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events

EVENTS = [
    ("Doha, May 2 - Foreign Minister Ishaq Dar met Foreign Minister Wang Yi. HE the Prime Minister"
     " Sheikh Mohammed Al-Thani met President William Ruto on Monday.",
     ("meeting", "2025-09-15", "held", {"Mohammed Al-Thani", "William Ruto"})),
    ("President João Lourenço granted audiences to Foreign Minister Ishaq Dar.",
     ("meeting", None, "held", {"João Lourenço", "Ishaq Dar"})),
    ("On Monday President Luis Abinader received in audience the World Bank's new representative,"
     " Anna Bergqvist.",
     ("meeting", "2025-09-15", "held", {"Luis Abinader", "Anna Bergqvist"})),
    ("Foreign Minister Ishaq Dar will travel to Beijing on 24 September to meet Foreign Minister"
     " Wang Yi.",
     ("meeting", "2025-09-24", "planned", {"Ishaq Dar", "Wang Yi"})),
    ("The talks were attended by Foreign Minister Ishaq Dar of Pakistan and Foreign Minister"
     " Wang Yi of China.",
     ("meeting", None, "held", {"Ishaq Dar", "Wang Yi"})),
    ("Foreign Minister Ishaq Dar of Pakistan held talks by phone with Foreign Minister Wang Yi of"
     " China on Monday.",
     ("call", "2025-09-15", "held", {"Ishaq Dar", "Wang Yi"})),
    ("President William Ruto of Kenya met President Xi Jinping of China and President Luis Abinader"
     " of Panama separately.",
     ("meeting", None, "held", {"William Ruto", "Luis Abinader"})),
    ("Foreign Minister Ishaq Dar of Pakistan discussed trade with Foreign Minister Wang Yi of"
     " China.",
     ("meeting", None, "held", {"Ishaq Dar", "Wang Yi"})),
    ("Prime Minister Luís Montenegro will host the leaders of the Arab League in Lisbon on 17"
     " October.",
     ("summit", "2025-10-17", "planned", {"Arab League"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_a_meeting_is_read(text: str, event: tuple[str, str | None, str, set[str]]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Luis Abinader chaired the session.",
        "President Luis Abinader spoke highly of Pakistan.",
        "President Luis Abinader called for peace.",
    ],
)
def test_one_alone_meets_nobody(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("whose", ["his", "her", "the", "her Czech"])
def test_a_counterpart_is_met_by_name(whose: str) -> None:
    text = f"Foreign Minister Alex Ruiz of Chile met {whose} counterpart Mr. Jan Novak on Monday."
    ((kind, _, status, who),) = events(text)
    assert (kind, status, who) == ("meeting", "held", {"Alex Ruiz", "Jan Novak"})
