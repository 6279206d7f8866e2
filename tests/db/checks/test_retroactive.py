"""What is in force before it was signed is told unless the record says why it may be."""

from __future__ import annotations

import pytest

from db import Agreement, HistoricalDate
from db.checks.retroactive import applies_earlier

DATE = HistoricalDate.parse


@pytest.mark.parametrize(
    ("title", "kind", "in_force", "signed", "is_right"),
    [
        ("Closer economic relations", "agreement", "1983-01-01", "1983-03-28", True),
        ("Trade", "agreement", "1996-06-17", "1999-06-17", False),  # a slip of the year
        ("Pact", "agreement", "2019-05-01", "2020-05-01", False),
        ("Fisheries", "agreement", "1976-01-04", "1976-03-01", False),  # of day and month
        ("Nuclear energy", "agreement", "1992-07-17", "1992-07-28", False),
        ("Common Market, Libya accession", "accession", "1998", "2005", True),
        ("Accession", "agreement", "1998", "2005", True),
        ("Indian Ocean Fishery Commission", "Commission", "1966-11-30", "1967-01-01", True),
        ("Agreement with the Commission", "agreement", "1966-11-30", "1967-01-01", False),
        ("Adviser", "memorandum of understanding", "1983-09-06", "1984-05-17", True),
        ("Adviser", "memorandum of understanding", "1974-05-30", "1977-06-28", False),
        ("Exchange of Notes on Fishing", "", "1926-03-15", "1926-05-20", True),
        ("Amendment to the Agreement", "", "1982-06-30", "1982-07-02", True),
        ("Amendment to the Agreement", "", "1982-01-30", "1982-07-02", False),
        ("Free trade", "agreement", "2003", "2019", False),
        ("Free trade", "agreement", "May 2019", "June 2019", False),
        ("Free trade", "agreement", "before 2019", "after 2020", False),
    ],
)
def test_a_record_tells_of_an_earlier_day(
    title: str, kind: str, in_force: str, signed: str, is_right: bool
) -> None:
    made = Agreement(title=title, kind=kind, in_force=DATE(in_force))
    assert applies_earlier(made, DATE(signed)) == is_right


def test_a_clause_may_say_so() -> None:
    made = Agreement(title="Pact", in_force=DATE("2019"), in_force_clause="with effect from 2019")
    assert applies_earlier(made, DATE("2025"))
