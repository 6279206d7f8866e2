"""A typed text becomes the value of its field, or is refused with the path where it stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import (
    Agreement,
    Attachment,
    Event,
    HistoricalDate,
    Lens,
    Office,
    Organization,
    Person,
    Record,
    Refused,
    Source,
    Store,
    Tenure,
    open_desk,
)
from desktop.commands.console.edit_values import file_value, source_value, value_of


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with open_desk(desk) as opened:
        yield opened


@pytest.mark.parametrize(
    ("target", "name", "text", "value"),
    [
        (Person(), "title", " as typed ", " as typed "),
        (Person(), "born", "1950", HistoricalDate.parse("1950")),
        (Person(), "born", "", None),
        (Person(), "country", "Pakistan", "pk"),
        (Person(), "country", "", ""),
        (Person(), "marking", "secret", 3),
        (Person(), "topics", "trade, , minerals", ["trade", "minerals"]),
        (Person(), "checked_on", "6 April 2025", "2025-04-06"),
        (Person(), "checked_on", "", None),
        (Tenure(), "acting", "Yes", True),
        (Tenure(), "acting", "", False),
        (Tenure(), "office", "", None),
        (Office(), "seats", "12", 12),
        (Office(), "seats", "", None),
        (Event(), "part_of", "", None),
    ],
)
def test_a_text_becomes_the_value_of_its_field(
    store: Store, target: Record, name: str, text: str, value: Any
) -> None:
    assert value_of(target, name, text, name, store.reader, Lens()) == value


@pytest.mark.parametrize(
    ("target", "name", "text"),
    [
        (Person(), "born", "in Juli"),
        (Person(), "country", "Atlantis"),
        (Person(), "marking", "cosmic"),
        (Person(), "checked_on", "April 2025"),
        (Tenure(), "acting", "perhaps"),
        (Tenure(), "office", "Keeper of the zoo"),
        (Office(), "seats", "a dozen"),
        (Office(), "seats", "1" * 10),
        (Event(), "initiated_by", "nobodyatall"),
    ],
)
def test_what_is_no_value_is_refused_with_its_text(
    store: Store, target: Record, name: str, text: str
) -> None:
    with pytest.raises(Refused) as refusal:
        value_of(target, name, text, f"the.{name}", store.reader, Lens())
    assert text.split()[-1] in str(refusal.value)


def test_a_reference_is_to_the_kinds_its_field_may_name(store: Store) -> None:
    store.save(Organization(title="Rubio Foundation"), Lens())
    asked = value_of(Event(), "initiated_by", "Rubio Foundation", "x", store.reader, Lens())
    assert (asked.title, asked.kind) == ("Rubio Foundation", "organization")
    with pytest.raises(Refused):
        value_of(Event(), "part_of", "Rubio Foundation", "x", store.reader, Lens())


def test_an_office_is_told_from_others_by_its_body(store: Store) -> None:
    for title in ("Navy", "Coast Guard"):
        store.save(Organization(title=title, offices=[Office(title="Chief of Watch")]), Lens())
    with pytest.raises(Refused) as refusal:
        value_of(Tenure(), "office", "Chief of Watch", "office", store.reader, Lens())
    assert "may be one of 2 offices" in str(refusal.value)
    meant = value_of(Tenure(), "office", "Chief of Watch, Navy", "office", store.reader, Lens())
    assert meant.organization.title == "Navy"


def test_a_source_that_the_desk_has_is_taken_and_another_made(store: Store) -> None:
    from db import Citation

    cited = Agreement(title="x", citations=[Citation(source=Source(title="Readout of a call"))])
    store.save(cited, Lens())
    known = source_value(" Readout of a call ", store.reader, Lens())
    assert known.id > 0
    assert source_value("Readout", store.reader, Lens()) == Source(title="Readout")


def test_a_file_is_noted_with_name_type_size_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"abc")
    attached = Attachment()
    assert file_value(str(path), attached) == b"abc"
    assert (attached.file_name, attached.media_type, attached.size) == (
        "note.pdf",
        "application/pdf",
        3,
    )
    assert attached.sha256.startswith("ba7816bf")
    named = Attachment(file_name="other", media_type="text/plain")
    file_value(str(path), named)
    assert (named.file_name, named.media_type) == ("other", "text/plain")
    with pytest.raises(Refused, match="was not attached"):
        file_value(str(tmp_path / "gone"), attached)
