"""Whether a tenure is held on a day, as far as is known, and the titles that lists show."""

from __future__ import annotations

import pytest

from db import Lens, Office, OfficeRef, Organization, Person, Tenure, today
from db.dates import HistoricalDate
from db.lists.titles.tenure_titles import (
    END_UNKNOWN,
    HELD,
    NOT_HELD,
    START_UNKNOWN,
    certainty,
    titles_on,
)
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

DAY = "2025-09-15"
CASES = [
    ("2022-11-29", None, "ongoing", HELD),
    ("2022-11-29", None, "unknown", END_UNKNOWN),
    ("2022-11-29", None, "ended", END_UNKNOWN),
    ("2022-11-29", None, "ended-unknown", NOT_HELD),
    ("2026-01", None, "ongoing", NOT_HELD),
    ("2025", None, "ongoing", START_UNKNOWN),
    ("2022", "2024", "ended", NOT_HELD),
    ("2022", "2026", "ended", HELD),
    ("2022", "2025", "ended", END_UNKNOWN),
    ("", "2026", "ended", START_UNKNOWN),
    ("2022", "2025-09-15", "ended", HELD),
]


@pytest.mark.parametrize(("since", "until", "state", "known"), CASES)
def test_what_is_known_of_a_tenure_on_a_day(
    since: str, until: str | None, state: str, known: str
) -> None:
    start = HistoricalDate.parse(since) if since else None
    end = HistoricalDate.parse(until) if until else None
    bounds = (
        start.first if start else None, start.last if start else None,
        end.first if end else None, end.last if end else None,
    )  # fmt: skip
    assert certainty(*bounds, state, DAY) == known


def test_who_is_in_office_has_begun_by_today_however_roughly_the_start_is_known() -> None:
    year, now = today()[:4], today()
    assert certainty(f"{year}-01-01", f"{year}-12-31", None, None, "ongoing", now) == HELD
    assert certainty("9998-01-01", "9998-12-31", None, None, "ongoing", now) == NOT_HELD


def test_a_list_shows_what_is_held_first_and_says_acting(small: Small) -> None:
    body = Organization(title="Ministry", offices=[Office(title="Envoy"), Office(title="Minister")])
    small.store.save(body, small.lens)
    since = HistoricalDate.parse("2024")
    holder = Person(
        title="Ana Silva",
        tenures=[
            Tenure(office=OfficeRef(body.offices[0].id), since=since, end_state="unknown"),
            Tenure(office=OfficeRef(body.offices[1].id), since=since, end_state="ongoing",
                   acting=True),
        ],
    )  # fmt: skip
    small.store.save(holder, small.lens)
    titles = titles_on(sql_of(small.store), [holder.id, small.munir.id], Lens(DAY))
    assert titles[holder.id] == "acting Minister, Ministry; Envoy, Ministry"
    assert titles[small.munir.id] == "Chief of Army Staff, Pakistan Army"


def test_an_office_of_a_body_above_the_ceiling_is_not_told(small: Small) -> None:
    body = Organization(title="Hidden", marking=2, offices=[Office(title="Chief")])
    small.store.save(body, small.lens)
    holder = Person(
        title="Ana", tenures=[Tenure(office=OfficeRef(body.offices[0].id), end_state="ongoing")]
    )
    small.store.save(holder, small.lens)
    assert titles_on(sql_of(small.store), [holder.id], Lens(DAY, 1)) == {}
    assert titles_on(sql_of(small.store), [holder.id], Lens(DAY, 2)) == {holder.id: "Chief, Hidden"}
