"""A preference is read and kept where it belongs, and nothing that does not fit is taken."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import (
    HistoricalDate,
    Lens,
    Person,
    Refused,
    Store,
    make_desk,
    open_desk,
    parse_range,
)
from desktop.fields.field_contents import read
from desktop.fields.field_types import FormField
from desktop.preferences.preference_table import BY_NAME, PREFERENCES
from desktop.preferences.preference_values import (
    adopt_desk,
    parse_preference,
    read_preference,
    write_preference,
)
from desktop.settings import AUTHOR, Settings


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    make_desk(tmp_path / "a.desk", name="A desk")
    with open_desk(tmp_path / "a.desk") as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("author", "  Jane \n Doe ", "Jane Doe"),
        ("author", "", ""),
        ("lock-after", "10", 10),
        ("date-style", "iso", "iso"),
        ("ceiling", "restricted", "restricted"),
    ],
)
def test_a_text_is_read_as_its_preference_takes_it(name: str, text: str, value: object) -> None:
    assert parse_preference(BY_NAME[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("lock-after", "soon", "a whole number from 0 to 1440"),
        ("lock-after", "1441", "from 0 to 1440"),
        ("lock-after", "9" * 5000, "from 0 to 1440"),
        ("lock-after", "²", "from 0 to 1440"),
        ("paper", "a3", "one of a4, us-letter"),
        ("author", "x" * 201, "200 letters at most"),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_what_can(name: str, text: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        parse_preference(BY_NAME[name], text)


def test_what_is_for_the_desk_lies_in_the_desk_and_goes_with_it(store: Store) -> None:
    settings = Settings()
    for each in PREFERENCES:
        text = {"date-style": "short", "date-order": "month"}.get(each.name, str(each.key.default))
        write_preference(each, parse_preference(each, text), settings, store)
    store.close()
    with open_desk(store.path, read_only=True) as again:
        kept = {each.name: read_preference(each, Settings(), again) for each in PREFERENCES}
    assert (kept["date-style"], kept["date-order"]) == ("short", "month")


def test_nonsense_in_a_desk_is_the_default(store: Store) -> None:
    store.keep_setting("date-style", "cuneiform")
    assert read_preference(BY_NAME["date-style"], Settings(), store) == "long"
    adopt_desk(store, Settings())
    assert HistoricalDate.parse("2025-04-06").phrase() == "6 April 2025"


def test_a_preference_of_a_desk_needs_one() -> None:
    with pytest.raises(Refused, match="name the desk"):
        write_preference(BY_NAME["date-style"], "iso", Settings(), None)
    assert read_preference(BY_NAME["date-style"], Settings(), None) == "long"


def test_a_desk_that_is_opened_is_gone_by(store: Store) -> None:
    settings = Settings()
    settings.put(AUTHOR, "Jane Doe")
    store.keep_setting("date-style", "month-first")
    store.keep_setting("date-order", "day")
    adopt_desk(store, settings)
    change = store.save(Person(title="Ann"), lens=Lens())
    assert change is not None and change.author == "Jane Doe"
    assert "Jane Doe" in (store.path.with_name("a.desk.lock")).read_text()
    assert HistoricalDate.parse("2025-04-06").phrase() == "April 6, 2025"
    typed = read(FormField("since", "Since", "date"), "03/04/2025")
    assert isinstance(typed, HistoricalDate) and typed.edtf == "2025-04-03"
    assert parse_range("03/04/2025..05/04/2025") == ("2025-04-03", "2025-04-05")
