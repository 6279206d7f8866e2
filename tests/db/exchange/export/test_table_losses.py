"""A table says what it has no column for, by the names that the form uses."""

from pathlib import Path

import pytest

from db import (
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Name,
    Note,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Store,
    Tenure,
)
from db.tables.parts import Office
from tests.db.exchange.export.exports import LENS, export_all
from tests.saved_records import ref


@pytest.fixture
def filled(store: Store) -> Store:
    """A desk with a person who held two offices, a treaty of one party, and a meeting."""
    body = Organization(title="Ministry", offices=[Office(title="Minister"), Office(title="Clerk")])
    store.save(body, LENS)
    minister, clerk = (OfficeRef(each.id, each.title, ref(body)) for each in body.offices)
    ana = Person(
        title="Ana Ruiz",
        biography="Born by the sea.",
        born=HistoricalDate.parse("1961"),
        names=[Name(text="Anita", kind="alias")],
        tenures=[
            Tenure(office=minister, since=HistoricalDate.parse("2020"), end_state="ongoing"),
            Tenure(office=clerk, since=HistoricalDate.parse("1990"),
                   until=HistoricalDate.parse("1995")),
        ],
    )  # fmt: skip
    store.save(ana, LENS)
    signed = PartyAction(action="signed", date=HistoricalDate.parse("2001"))
    treaty = Agreement(title="Treaty", parties=[Party(who=ref(body), actions=[signed])])
    store.save(treaty, LENS)
    call = Event(title="Call", participants=[Participant(who=ref(ana), role="host")],
                 notes=[Note(text="long")])  # fmt: skip
    store.save(call, LENS)
    return store


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_fields_and_parts_without_a_column_are_counted(
    filled: Store, tmp_path: Path, ending: str
) -> None:
    lost = export_all(filled, tmp_path / f"people.{ending}", kinds=["person"]).lost
    assert {"Born", "Biography", "Other names", "Offices held"} <= set(+lost)
    assert (lost["Offices held"], lost["Since (offices held)"]) == (1, 2)
    assert "Given name" not in lost and "Name" not in lost


def test_a_column_that_is_chosen_loses_nothing(filled: Store, tmp_path: Path) -> None:
    columns = ["name", "born", "biography"]
    lost = export_all(filled, tmp_path / "p.csv", kinds=["person"], columns=columns).lost
    assert not {"Born", "Biography"} & set(+lost)
    assert lost["Offices held"] == 2


def test_of_parts_in_a_cell_the_rest_is_counted(filled: Store, tmp_path: Path) -> None:
    lost = export_all(filled, tmp_path / "a.csv", kinds=["agreement"]).lost
    assert lost["Acts (parties)"] == 1 and "Parties" not in +lost
    lost = export_all(filled, tmp_path / "e.csv", kinds=["event"]).lost
    assert lost["Role (participants)"] == 1 and lost["Notes"] == 1


def test_what_names_a_record_above_the_ceiling_is_not_counted(
    filled: Store, tmp_path: Path
) -> None:
    ids = filled.reader.all_ids("person", LENS, "title")
    ana = filled.reader.get(ids[0], LENS)
    ana.marking = 3
    filled.save(ana, LENS)
    counts = filled.reader.field_counts(
        "event", filled.reader.all_ids("event", LENS, "title"), Lens(LENS.as_of, ceiling=0)
    )
    assert counts["participants"] == 0 and counts["notes"] == 1
