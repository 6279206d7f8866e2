"""Nothing that was read through a higher lens comes onto a sheet with a lower ceiling."""

import pytest

from db import Lens, Refused, Store
from desktop.paper.sheets.sheet_forms import lines_sheet, sheet_for
from tests.desktop.paper.conftest import LENS
from tests.desktop.paper.sheets.test_brief_sheet import key_of


def test_a_reading_through_another_lens_is_refused(full: Store) -> None:
    reading = full.reader.read(key_of(full, "Ishaq Dar"), LENS)  # holds a secret remark
    with pytest.raises(Refused, match="lies above its ceiling"):
        sheet_for("biography", reading, Lens(LENS.as_of, 0), "desk")


def test_lines_read_through_another_lens_are_refused(full: Store) -> None:
    record = full.reader.get(key_of(full, "Meeting on trade"), LENS)
    record.marking = 2
    full.save(record, LENS)
    lines = full.reader.lines([record.id], LENS)
    with pytest.raises(Refused, match="lies above its ceiling"):
        lines_sheet("list", lines, Lens(LENS.as_of, 1), "desk", "All")
