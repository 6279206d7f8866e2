"""A text is written from the state that its dateline, its agency and its titles speak for."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("RABAT, March 3 - Morocco's king spoke. He named envoys.", "ma"),
        ("KUALA LUMPUR, Oct 31 (ANI): India signed a pact. India gains.", "in"),
        ("Uganda gets envoys\n\nThe President received them in Kampala.", "ug"),
        ("President to visit Peru\n\nHe will fly to Peru next week.", ""),
        ("He said so.", ""),
        ("(ANSA) - ROME, APR 3 - The minister met his Greek counterpart Nikos Den.", "it"),
        ("PHNOM PENH, Sept. 18 – Deputy Prime Minister Sok An will go to Laos.", "kh"),
        ("Foreign Minister Anna Vall to visit Ukraine and Moldova\n\nFinland helps.", "fi"),
        ("Official visit of the Foreign Minister of Paraguay to Uruguay\n\nHe came.", "uy"),
        ("Lebanon – Visit by the envoy\n\nFrance helps. France reiterated France's aid.", "fr"),
        ("The Ministry of Foreign Affairs and International Cooperation of Egypt spoke.", "eg"),
    ],
)
def test_a_text_is_written_from_a_state(text: str, home: str) -> None:
    assert document(text).home == home
