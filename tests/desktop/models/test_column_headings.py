"""Every column of every list has a heading, and every list a title."""

import pytest

from db import COLUMNS, Agreement, Event, Organization, Record
from desktop.fields.field_types import field_of
from desktop.models.column_headings import CHOSEN_ONLY, DAYS, HEADINGS, TITLES


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_column_has_a_heading_that_fits_what_it_wants(kind: str) -> None:
    for column in COLUMNS[kind]:
        heading = HEADINGS[column.key]
        assert heading.name and 0 < heading.least < heading.wanted


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_list_has_one_title_that_grows(kind: str) -> None:
    titles = [column.key for column in COLUMNS[kind] if column.key in TITLES]
    assert len(titles) == 1 and HEADINGS[titles[0]].grows
    assert (kind, titles[0]) not in CHOSEN_ONLY


def test_what_is_left_to_choose_is_there() -> None:
    for kind, key in CHOSEN_ONLY:
        assert key in [column.key for column in COLUMNS[kind]]


def test_days_are_columns() -> None:
    assert set(HEADINGS) >= DAYS


@pytest.mark.parametrize(
    ("of", "key", "field"),
    [
        (Organization, "acronym", "acronym"),
        (Organization, "type", "kind"),
        (Agreement, "title", "title"),
        (Agreement, "date", "concluded"),
        (Agreement, "parties", "parties"),
        (Event, "when", "start"),
        (Event, "what", "title"),
        (Event, "who", "participants"),
        (Event, "where", "place"),
        (Event, "outcome", "outcome"),
    ],
)
def test_a_column_is_called_as_its_field_on_form_page_and_paper(
    of: type[Record], key: str, field: str
) -> None:
    assert HEADINGS[key].name == field_of(of, field).label
