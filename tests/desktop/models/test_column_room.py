"""Every column of every list has a label and room, and every list a title."""

import pytest

from db import KINDS, Agreement, Event, Organization, Person, Record, list_columns
from desktop.fields.field_types import field_of
from desktop.models.column_room import CHOSEN_ONLY, DAYS, ROOM, TITLES


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_has_a_label_and_room(kind: str) -> None:
    for column in list_columns(kind):
        room = ROOM[column.key]
        assert column.label and 0 < room.least < room.wanted


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_has_one_title_that_grows(kind: str) -> None:
    titles = [column.key for column in list_columns(kind) if column.key in TITLES]
    assert len(titles) == 1 and ROOM[titles[0]].grows
    assert (kind, titles[0]) not in CHOSEN_ONLY


def test_what_is_left_to_choose_is_there() -> None:
    for kind, key in CHOSEN_ONLY:
        assert key in [column.key for column in list_columns(kind)]


def test_days_are_columns() -> None:
    assert set(ROOM) >= DAYS


@pytest.mark.parametrize(
    ("of", "key", "field"),
    [
        (Person, "country", "country"),
        (Organization, "country", "country"),
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
        (Person, "born", "born"),
        (Person, "topics", "topics"),
        (Person, "marking", "marking"),
        (Person, "checked", "checked_on"),
        (Organization, "founded", "founded"),
        (Organization, "parent", "parents"),
        (Agreement, "reference", "reference"),
        (Agreement, "binding", "binding"),
        (Agreement, "laterality", "laterality"),
        (Agreement, "in_force", "in_force"),
        (Agreement, "place", "place"),
        (Event, "type", "kind"),
        (Event, "state", "status"),
    ],
)
def test_a_column_is_called_as_its_field_on_form_page_and_paper(
    of: type[Record], key: str, field: str
) -> None:
    [column] = [column for column in list_columns(of.KIND) if column.key == key]
    assert column.label == field_of(of, field).label
