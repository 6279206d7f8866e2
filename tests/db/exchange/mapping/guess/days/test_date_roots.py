"""Days are known by roots that many languages share, and not where a heading tells two of them."""

import pytest

from db.exchange.mapping.guess.days.date_roots import take_dates
from db.exchange.mapping.guess.shapes import FileColumn

DAYS = dict.fromkeys(["12 March 2019", "3 May 2020"])


@pytest.mark.parametrize(
    ("kind", "heading", "target"),
    [
        ("agreements", "Datum totstandkoming", "signed"),
        ("agreements", "دستخط کی تاریخ", "signed"),
        ("agreements", "Datum podpisania umowy", "signed"),
        ("agreements", "Date signed or in force", ""),
        ("agreements", "Ratification of signature", ""),
        ("people", "Year started", "from"),
        ("people", "Datum narození", ""),
    ],
)
def test_a_root_tells_the_day(kind: str, heading: str, target: str) -> None:
    office = FileColumn("Office", 1, values={"Ambassador": None})
    days = FileColumn(heading, 2, values=DAYS)
    found = {"office": [office]}
    take_dates(kind, found, [office, days])
    assert [name for name, some in found.items() if days in some] == [target] * bool(target)


def test_a_day_without_an_office_is_nobodys() -> None:
    found: dict[str, list[FileColumn]] = {}
    take_dates("people", found, [FileColumn("Started", 2, values=DAYS)])
    assert found == {}
