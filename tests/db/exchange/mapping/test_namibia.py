"""NA is Namibia among codes of two letters, nothing among names, and asked about elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Store
from db.exchange.mapping.namibia import CountryCells
from tests.db.exchange.typed import bring_in, called

MAP = 'kind="people"\n[fields]\nname="name"\ncountry="country"\n'
# other cells of the column, the country of the row with NA, whether it is flagged
COLUMNS = [
    (["PE"], "na", False),
    (["PE", "CL", ""], "na", False),
    (["Peru", "Chile"], "", False),
    (["PER", "CHL"], "", False),
    (["Peru", "CL"], "", True),
]


@pytest.mark.parametrize("map_text", ["", MAP], ids=["guess", "map"])
@pytest.mark.parametrize(("others", "country", "is_told"), COLUMNS)
def test_na_is_read_as_the_column_s_other_cells_show(
    store: Store, tmp_path: Path, others: list[str], country: str, is_told: bool, map_text: str
) -> None:
    rows = [f"Luis Paz {'ABC'[place]}.,{code}" for place, code in enumerate(others)]
    text = "\n".join(["name,country", *rows, "Ana Ruiz,NA", ""])
    report = bring_in(store, tmp_path, text, kind=None if map_text else "people", map_text=map_text)
    assert called(store, "Ana Ruiz").country == country
    assert any("NA in" in each["why"] for each in report.flagged) == is_told


def test_a_file_that_has_na_for_not_known_elsewhere_is_told(store: Store, tmp_path: Path) -> None:
    text = "name,country,born\nAna Ruiz,NA,1950\nLuis Paz,PE,NA\n"
    report = bring_in(store, tmp_path, text, kind="people")
    assert called(store, "Ana Ruiz").country == "na"
    assert any("read as Namibia" in each["why"] for each in report.flagged)


def test_a_column_of_nothing_else_does_not_tell() -> None:
    cells = CountryCells(["c"], ["x", "c"])
    for row in (("1", "NA"), ("2", ""), ("3", "NA")):
        cells.take(row)
    assert cells.decide() == {"c": None}
