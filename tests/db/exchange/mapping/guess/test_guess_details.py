"""What no heading alone gives: an office in the heading of its holders, in the name of a file."""

from __future__ import annotations

import pytest

from tests.db.exchange.mapping.guess.tables import guess, sources


@pytest.mark.parametrize(
    ("heading", "office"), [("Ambassador", "Ambassador"), ("minister", "Minister"), ("leader", "")]
)
def test_the_heading_of_the_holders_tells_their_office_and_is_remarked_on(
    heading: str, office: str
) -> None:
    made = guess(f"Country;{heading};Since|Peru;Ana Ruiz;2019-05-01|Chile;Luis Paz;2021")
    assert sources(made).get("office", "") == (f"“{office}”" if office else "")
    assert bool(made.remarks) is bool(office)
    assert sources(made)["from"] == "Since"


def test_an_office_of_its_own_column_is_the_office() -> None:
    made = guess("Minister;Portfolio;Since|Ana Ruiz;Health;2001|Luis Paz;Defence;2002")
    assert sources(made)["office"] == "Portfolio" and made.remarks == ()
