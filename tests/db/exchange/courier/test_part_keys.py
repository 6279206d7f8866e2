"""A part has one key on every desk, whenever it was made and whichever way it came."""

from __future__ import annotations

from pathlib import Path

from db import Note, Person, Store, open_desk
from db.changes.writing import insert_record
from db.exchange.courier.part_keys import PartKeys, local_key
from db.exchange.desks.side_history import SideHistory, common_change
from tests.db.desk_sql import sql_of
from tests.db.exchange.courier.exchanged import add, edit
from tests.db.exchange.desks.copies import copy_desk, merge_into


def test_a_part_is_known_by_the_change_that_made_it_first(store: Store) -> None:
    with store.unit_of_work("Import", compact=True) as work:
        for title in ("A", "B", "C"):
            insert_record(work, Person(title=title, notes=[Note(text="1")]))
    stamp = f"{work.change_id} {work.change.time} {work.change.author}"
    store.remove([2], store_lens())
    store.revert(store.reader.last_change())
    keys = PartKeys(sql_of(store.reader))
    assert [keys.key("note", row) for row in (1, 2, 3)] == [
        f"note {row} of {stamp}" for row in (1, 2, 3)
    ]
    assert keys.key("note", 99) == "note 99 of 0 "


def test_here_it_is_what_the_history_of_this_desk_calls_it(tmp_path: Path) -> None:
    one = tmp_path / "a.desk"
    from db import make_desk

    make_desk(one)
    dar = add(one, "Dar", notes=[Note(text="before")])
    other, third = copy_desk(one, "b"), copy_desk(one, "c")
    edit(one, dar, notes=lambda m: [*m.notes, Note(text="of a")])
    for number in range(3):
        add(third, f"Other {number}", notes=[Note(text="no matter")])
    edit(third, dar, notes=lambda m: [*m.notes, Note(text="of c")])
    merge_into(one, third)
    merge_into(other, one)
    with open_desk(one, read_only=True) as a, open_desk(other, read_only=True) as b:
        sql, theirs = sql_of(b.reader), sql_of(a.reader)
        fork = common_change(sql, theirs)
        history, keys = SideHistory(sql, fork), PartKeys(theirs)

        def stamp(change: int) -> str:
            row = sql.one("SELECT time || ' ' || author FROM change WHERE id=?", (change,))
            return str(row[0]) if row else ""

        def by_text(read: object) -> dict[str, int]:
            return dict(sql_of(read).rows("SELECT text, id FROM note"))  # type: ignore[arg-type]

        here, there = by_text(b.reader), by_text(a.reader)
        for text in ("before", "of a", "of c"):
            key = local_key(keys.key("note", there[text]), fork, stamp)
            assert key == history.part_key("note", here[text]), text


def store_lens() -> object:
    from db import Lens

    return Lens()
