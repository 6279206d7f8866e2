"""A match answers one of three things."""

from __future__ import annotations

from db.intake.matching.match import IS, MAY_BE, NEW, NO_MATCH, DeskMatch, LikelyRecord

DAR = LikelyRecord(1, "u1", "Ishaq Dar", "the same name")


def test_a_match_is_one_record_may_be_some_or_is_new() -> None:
    assert (NO_MATCH.answer, NO_MATCH.candidate, NO_MATCH.uid) == (NEW, None, None)
    offered = DeskMatch((DAR,))
    assert (offered.answer, offered.candidate, offered.uid) == (MAY_BE, None, None)
    sure = DeskMatch((DAR,), is_certain=True)
    assert (sure.answer, sure.candidate, sure.uid) == (IS, DAR, "u1")
