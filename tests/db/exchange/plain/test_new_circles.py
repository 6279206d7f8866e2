"""Two desks of which neither has a circle are told where both together make one."""

from __future__ import annotations

from pathlib import Path

from db import Organization, make_desk, open_desk
from db.exchange.plain.new_circles import circles_on, has_ties, tell_circles
from db.record_types import Parent
from tests.db.desk_sql import sql_of
from tests.db.exchange.desks.copies import LENS, copy_desk, merge_into
from tests.saved_records import ref


def put_under(path: Path, below: int, above: int) -> None:
    with open_desk(path) as store:
        body = store.reader.get(below, LENS)
        body.parents = [Parent(parent=ref(store.reader.get(above, LENS)))]
        store.save(body, LENS)


def test_a_circle_that_two_desks_make_is_told_once(tmp_path: Path) -> None:
    one = tmp_path / "a.desk"
    make_desk(one)
    with open_desk(one) as store:
        for title in ("Alpha", "Beta"):
            store.save(Organization(title=title), LENS)
    other = copy_desk(one, "b")
    put_under(one, 1, 2)
    put_under(other, 2, 1)
    [note] = merge_into(one, other).notes
    assert "“Alpha” → “Beta” → “Alpha”" in note and "mend" in note
    assert merge_into(one, other).notes == []
    with open_desk(one) as store:
        assert len(circles_on(sql_of(store.reader), LENS)) == 1


def test_what_was_there_before_is_not_told() -> None:
    assert tell_circles({"a"}, {"a"}) == [] and len(tell_circles(set(), {"a"})) == 1
    assert not has_ties([None, {"title": "A"}]) and has_ties([{"parents": [{}]}])
