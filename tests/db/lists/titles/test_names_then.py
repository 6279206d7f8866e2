"""A record is called on a day what it was called then; names without dates are of no day."""

from __future__ import annotations

import pytest

from db import HistoricalDate, Lens, Name, Organization, Store
from db.lists.titles.names_then import read_names_then
from tests.db.desk_sql import sql_of

DATE = HistoricalDate.parse


@pytest.mark.parametrize(
    ("since", "until", "kind", "day", "found"),
    [
        ("", "1989-06-18", "former", "1980-01-01", "Burma"),
        ("", "1989-06-18", "former", "1989-06-18", "Burma"),
        ("", "1989-06-18", "former", "1989-06-19", None),
        ("1948", "1989", "former", "1947-12-31", None),
        ("1948", "1989", "former", "1948-01-01", "Burma"),
        ("", "", "former", "1980-01-01", None),
        ("", "1989", "alias", "1980-01-01", None),
    ],
)
def test_a_name_is_of_its_days(
    store: Store, since: str, until: str, kind: str, day: str, found: str | None
) -> None:
    name = Name(text="Burma", kind=kind)
    name.since, name.until = (DATE(text) if text else None for text in (since, until))
    body = Organization(title="Myanmar", names=[name])
    store.save(body, Lens())
    assert read_names_then(sql_of(store), [body.id], Lens(day)).get(body.id) == found
