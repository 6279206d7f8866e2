"""A mention holds what one place says."""

from __future__ import annotations

from tests.db.intake.marked_texts import document


def test_a_mention_has_rank_courtesy_and_reasons() -> None:
    (person,) = document("H.E. Gen. Asim Munir left.").people.people
    ((sentence, mention),) = person.mentions
    assert (sentence, mention.rank, mention.courtesy) == (0, "General", "H.E.")
    assert mention.reasons == ["a rank before the name", "a courtesy before the name"]
