"""What a clause tells is of its nearest date, also where a relative clause parts it."""

from __future__ import annotations

import pytest

from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.read_sentence import segment_of
from tests.db.intake.marked_texts import sentence


def test_the_nearest_date_of_the_clause_is_taken_and_no_bound() -> None:
    read = sentence("On Monday President Donald Trump, who left in May, met Xi until Friday.")
    at = next(at for at, unit in enumerate(read.units) if unit.low == "left")
    found = date_of(read, at, at + 1)
    assert found is not None and found.edtf == "2025-05"
    assert segment_of(read, at)[0] > 0


@pytest.mark.parametrize(
    ("text", "verb", "day"),
    [
        ("Dar, who arrived on 2 May, was received on 4 May by Wang Yi.", "received", "2025-05-04"),
        ("On 4 May, Dar, who arrived in April, was received by Wang Yi.", "received", "2025-05-04"),
        ("He attended the fighting, which broke out in March.", "fighting", "2025-03"),
        ("Chile opened ties on 2 May 1976 and concluded a pact in 2006.", "concluded", "2006"),
    ],
)
def test_a_clause_that_is_parted_has_its_own_date(text: str, verb: str, day: str) -> None:
    read = sentence(text)
    at = next(at for at, unit in enumerate(read.units) if unit.low == verb)
    found = date_of(read, at, at + 1)
    assert found is not None and found.edtf == day
