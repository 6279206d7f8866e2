"""A value is likely a person, a body, an office, an agreement or an event."""

from __future__ import annotations

import pytest

from db.exchange.mapping.guess.value_words import (
    is_agreement,
    is_body,
    is_event,
    is_office,
    is_person,
)

VALUES = {
    "Ana Ruiz": "person", "RUIZ, Ana": "person", "H.E. Mr Ishaq Dar": "person",
    "Ludwig van Beethoven": "person", "Abdul Rahman al-Sisi": "person", "J. Smith": "person",
    "محمد بن سلمان": "person", "王毅": "person", "岸田 文雄": "person", "김정은": "person",
    "Γιώργος Παππάς": "person", "Courtney Cox": "person", "Costa Rica": "", "Lima": "",
    "Bill on taxation 2010": "", "Embassy of Peru": "body", "Acme Ltd": "body",
    "Beta GmbH": "body", "Auswärtiges Amt": "body", "Министерство финансов": "body",
    "وزارة الخارجية": "body", "外務省": "body", "외교부": "body", "Fondo Monetario": "body",
    "Minister of Foreign Affairs": "office", "Botschafter": "office", "посол": "office",
    "Handelsabkommen": "agreement", "Acuerdo aéreo": "agreement", "平和条約": "agreement",
    "Договор о дружбе": "agreement", "Visit to Lima": "event", "Gipfeltreffen": "event",
    "首脳会談": "event",
}  # fmt: skip
TESTS = {
    "person": is_person, "body": is_body, "office": is_office, "agreement": is_agreement,
    "event": is_event,
}  # fmt: skip


@pytest.mark.parametrize(("text", "is_a"), VALUES.items())
def test_a_value_is_taken_for_what_it_is(text: str, is_a: str) -> None:
    assert [name for name, test in TESTS.items() if test(text)] == [is_a] * bool(is_a)
