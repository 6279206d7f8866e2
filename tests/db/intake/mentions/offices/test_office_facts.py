"""Two mentions of an office make one with all that both say."""

from __future__ import annotations

from db.intake.mentions.offices.office_facts import OfficeFacts, merge_office


def test_what_one_lacks_the_other_gives() -> None:
    one = OfficeFacts("Commander", 0, 1, 0, "military", former=True)
    other = OfficeFacts("Commander", 4, 5, 4, "military", "Central Command", "us")
    merged = merge_office(one, other)
    assert (merged.organization, merged.country, merged.former) == ("Central Command", "us", False)
    assert one.key() == "commander"
