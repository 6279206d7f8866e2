"""A window to open dialogs over, and reports as an import gives them."""

from __future__ import annotations

import pytest

from db import ImportReport


@pytest.fixture
def report() -> ImportReport:
    """Two events, a person whom rows name, one row refused and one to be checked."""
    return ImportReport(
        read=3,
        created={"events": 2},
        updated={"events": 0},
        referenced={"people": 1},
        rejected=[{"row": 3, "column": "date", "value": "=1+1", "why": "no date"}],
        flagged=[{"row": 0, "column": "", "value": "", "why": "a column has no heading"}],
        mapping={"title": "name", "start": "date"},
        left_out=["colour"],
    )
