"""A record written and read back is the same, whatever its parts."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings

from db import RECORD_TYPES, Attachment, Lens, OfficeRef, Person, Record, Refused, Store, parts_of
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.db.strategies import Maker
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def without_bytes(record: Record) -> Record:
    """As it is read: the bytes of attachments are asked for by themselves."""
    files = [file.model_copy(update={"data": None}) for file in record.attachments]
    return record.model_copy(update={"attachments": files})


def check_round_trip(store: Store, record: Record) -> None:
    store.save(record, LENS)
    read = store.reader.get(record.id, LENS)
    read.topics.sort(key=record.topics.index)  # those that were there before stand first
    assert read == without_bytes(record)
    assert all(part.id for _, part in parts_of(read))
    for file, given_file in zip(read.attachments, record.attachments, strict=True):
        assert (
            given_file.data is None or store.reader.attachment(file.sha256, LENS) == given_file.data
        )
    assert store.save(read, LENS) is None


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_any_record_is_read_back_as_it_was_saved(small: Small, kind: str) -> None:
    records = maker_of(small).record(RECORD_TYPES[kind])

    @settings(max_examples=8, phases=[Phase.explicit, Phase.generate])
    @given(made=records, other=records)
    def check(made: Record, other: Record) -> None:
        check_round_trip(small.store, made)
        was = {name: getattr(made, name) for name in ("id", "uid", "created", "version")}
        check_round_trip(small.store, other.model_copy(update=was))

    check()
    assert small.store.verify() == []


def maker_of(small: Small) -> Maker:
    """What a new record may name on the small desk."""
    records = [small.army, small.state, small.munir, small.pact, small.call]
    office = small.army.offices[0]
    return Maker(
        [ref(record) for record in records], [OfficeRef(office.id, office.title, ref(small.army))]
    )


def test_bytes_are_kept_once_and_given_back(small: Small) -> None:
    for record in (small.fresh(small.munir), small.fresh(small.call)):
        record.attachments.append(Attachment(file_name="a.bin", data=b"\0\xff" * 500))
        small.store.save(record, LENS)
    files = small.fresh(small.call).attachments
    assert (files[0].size, files[0].data) == (1000, None)
    assert small.store.reader.attachment(files[0].sha256, LENS) == b"\0\xff" * 500
    assert sql_of(small.store.reader).value("SELECT count(*) FROM blob") == 1
    with pytest.raises(Refused, match="not on this desk"):
        small.store.reader.attachment("0" * 64, LENS)


def test_bytes_above_the_ceiling_are_given_to_nobody_below_it(small: Small) -> None:
    low = Lens("2025-09-15", ceiling=1)
    reader = small.store.reader
    munir = small.fresh(small.munir)
    munir.attachments.append(Attachment(file_name="map.bin", data=b"secret", marking=3))
    small.store.save(munir, LENS)
    (file,) = small.fresh(small.munir).attachments
    with pytest.raises(Refused, match="not on this desk"):
        reader.attachment(file.sha256, low)
    call = small.fresh(small.call)
    call.attachments.append(Attachment(file_name="same.bin", data=b"secret"))
    small.store.save(call, LENS)
    assert reader.attachment(file.sha256, low) == b"secret"
    call = small.fresh(small.call)
    call.marking = 2
    small.store.save(call, LENS)
    with pytest.raises(Refused, match="not on this desk"):
        reader.attachment(file.sha256, low)


def test_a_reference_of_the_record_itself_is_counted_where_it_is_hidden(small: Small) -> None:
    call, hidden = small.fresh(small.call), Person(title="Hidden", marking=2)
    small.store.save(hidden, small.lens)
    call.initiated_by = ref(hidden)  # type: ignore[attr-defined]
    small.store.save(call, small.lens)
    under = small.store.reader.read(call.id, Lens("2025-09-15", 1))
    assert (under.record.initiated_by, under.withheld) == (None, 1)  # type: ignore[attr-defined]
