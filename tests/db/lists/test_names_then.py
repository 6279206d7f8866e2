"""A record is called on a day what it was called then; names without dates are of no day."""

from __future__ import annotations

import pytest

from db import HistoricalDate, Lens, Name, OfficeRef, Organization, Party, Ref, Store, Tenure
from db.lists.names_then import read_names_then, with_names
from tests.db.desk_sql import sql_of

DATE = HistoricalDate.parse
BURMA = {3: "Burma"}


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


def test_all_that_is_named_is_called_so() -> None:
    office = OfficeRef(9, "Minister", Ref(3, "Myanmar", "organization"))
    party = Party(who=Ref(3, "Myanmar", "organization"))
    assert with_names(Tenure(office=office), BURMA).office.organization.title == "Burma"
    assert with_names([party], BURMA)[0].who.title == "Burma"
    assert party.who is not None and party.who.title == "Myanmar"  # the record stays as it is


def test_what_needs_no_other_name_is_the_same() -> None:
    parties = [Party(who=Ref(4, "Peru"))]
    assert with_names(parties, BURMA) is parties
