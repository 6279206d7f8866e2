"""Names of copies say what they are of, and the right copies go."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from db.copies.copy_names import CopyFile, name_of_copy, read_name, stem_for, surplus, tag_of

TAG = tag_of("a desk")


@given(
    st.text(min_size=1, max_size=200),
    st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 1, 1)),
    st.integers(0, 10**12),
    st.integers(0, 20),
)
def test_a_name_is_read_as_it_was_written(
    stem: str, time: datetime, change: int, turn: int
) -> None:
    own = stem_for(Path(f"x{stem.replace('/', '_')}.desk"))
    moment = time.replace(microsecond=0)
    path = Path(name_of_copy(own, moment, TAG, change, turn))
    if moment.year >= 1000:
        assert read_name(path) == CopyFile(path, own, moment, TAG, change, turn)


@given(st.text(max_size=60))
def test_any_other_name_is_none(name: str) -> None:
    assert read_name(Path(f"{name}.desk")) is None


@given(st.lists(st.integers(0, 60 * 24 * 30), max_size=40, unique=True), st.integers(1, 20))
def test_so_many_stay_and_the_newest_always(minutes: list[int], number: int) -> None:
    start = datetime(2026, 1, 1)
    copies = [
        CopyFile(Path(str(each)), "a", start + timedelta(minutes=each), TAG, each)
        for each in sorted(minutes, reverse=True)
    ]
    gone = surplus(copies, number)
    assert len(copies) - len(gone) == min(number, len(copies))
    assert not copies or copies[0] not in gone
