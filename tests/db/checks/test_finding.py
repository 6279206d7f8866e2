"""A finding says what it is about."""

from __future__ import annotations

from db.checks.finding import Finding


def test_a_finding_names_the_record_and_the_party() -> None:
    given = ("two-consents", "warn", 1, "u", "agreement", "Treaty")
    assert Finding(*given, "Kenya", "…").place == "Treaty · Kenya"
    assert Finding(*given, "", "…").place == "Treaty"
