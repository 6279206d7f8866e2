"""The stored keys follow records, reverts and the language of the desk, and an index holds them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db import Agreement, Lens, Organization, Person, Stopped, Store, open_desk
from db.changes.writing import insert_record
from db.lists.record_lists import COUNTRIES_OF_KIND, id_statement, stretches
from db.lists.sort_keys import renew
from db.storage.id_lists import RECORDS_A_PIECE
from tests.db.desk_sql import sql_of

ROOT = Path(__file__).resolve().parents[3]
LENS = Lens()


def titles(store: Store, kind: str, order: str = "name") -> list[str]:
    ids = store.reader.all_ids(kind, LENS, order)
    return [line.title for line in store.reader.lines(ids, LENS)]


def save(store: Store, *names: str) -> list[Organization]:
    bodies = [Organization(title=name) for name in names]
    for body in bodies:
        store.save(body, LENS)
    return bodies


def test_numbers_stand_by_their_value_and_accents_at_their_letter(store: Store) -> None:
    for title in ("Protocol No. 10", "Protocol No. 2", "The Çeşme Accord", "Datça Note"):
        store.save(Agreement(title=title), LENS)
    assert titles(store, "agreement", "title") == [
        "The Çeşme Accord",
        "Datça Note",
        "Protocol No. 2",
        "Protocol No. 10",
    ]


def test_people_stand_by_family_name(store: Store) -> None:
    for name in ("Zoe Öberg", "Adam Olsson", "Carl Zorn"):
        store.save(Person(title=name), LENS)
    assert titles(store, "person") == ["Zoe Öberg", "Adam Olsson", "Carl Zorn"]
    store.keep_setting("language", "sv")
    assert titles(store, "person") == ["Adam Olsson", "Carl Zorn", "Zoe Öberg"]
    store.save(Person(title="Dan Åberg"), LENS)
    assert titles(store, "person")[-2:] == ["Dan Åberg", "Zoe Öberg"]
    store.keep_setting("language", "")
    assert titles(store, "person")[0] == "Dan Åberg"
    assert store.verify() == []


def fill(store: Store) -> None:
    """More records than are written at a time, the first and last of which a language parts."""
    with store.unit_of_work("Fill", compact=True) as work:
        for title in ("Öberg", *(f"Unit {n}" for n in range(RECORDS_A_PIECE)), "Åberg"):
            insert_record(work, Organization(title=title))


def ends(store: Store) -> tuple[str, str]:
    names = titles(store, "organization")
    return names[0], names[-1]


def test_a_stopped_change_of_the_language_changes_nothing(store: Store) -> None:
    fill(store)
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done:
            raise Stopped("Enough.")

    with pytest.raises(Stopped):
        store.keep_setting("language", "sv", progress)
    assert seen == [(0, RECORDS_A_PIECE + 2), (RECORDS_A_PIECE, RECORDS_A_PIECE + 2)]
    assert store.setting("language") == "" and store.verify() == []
    assert ends(store) == ("Åberg", f"Unit {RECORDS_A_PIECE - 1}")
    store.keep_setting("language", "sv", lambda *_: None)
    assert store.setting("language") == "sv" and store.verify() == []
    assert ends(store) == ("Unit 0", "Öberg")


_KILLED = """
import os, sys
from db import open_desk
open_desk(sys.argv[1]).keep_setting("language", "sv", lambda done, _: os._exit(9) if done else None)
"""


def test_a_program_that_ends_between_leaves_the_desk_in_its_old_order(desk_path: Path) -> None:
    with open_desk(desk_path) as store:
        fill(store)
    done = subprocess.run([sys.executable, "-c", _KILLED, str(desk_path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    with open_desk(desk_path) as store:
        assert store.setting("language") == "" and store.verify() == []
        assert ends(store) == ("Åberg", f"Unit {RECORDS_A_PIECE - 1}")


def test_what_was_removed_or_renamed_comes_back_to_its_place(store: Store) -> None:
    two, ten, _ = save(store, "Unit 2", "Unit 10", "Unit 300")
    gone = store.remove([two.id, ten.id], LENS)
    store.keep_setting("language", "sv")
    store.revert(gone.id)
    assert titles(store, "organization") == ["Unit 2", "Unit 10", "Unit 300"]
    ten = store.reader.get(ten.id, LENS)
    ten.title = "Zoll"
    renamed = store.save(ten, LENS)
    assert renamed is not None and titles(store, "organization")[-1] == "Zoll"
    store.revert(renamed.id)
    assert titles(store, "organization") == ["Unit 2", "Unit 10", "Unit 300"]
    undone = store.reader.changes(limit=1)[0]
    store.revert(undone.id)
    assert titles(store, "organization")[-1] == "Zoll"
    assert store.verify() == []


def test_another_language_stands_in_the_way_of_no_revert(store: Store) -> None:
    [body] = save(store, "Öland")
    store.keep_setting("language", "sv")
    store.revert(store.reader.changes(limit=1)[0].id)
    assert titles(store, "organization") == [] and body.id


def test_a_damaged_title_has_no_key_and_ends_nothing(store: Store) -> None:
    [body] = save(store, "Unit 2")
    sql_of(store).run("UPDATE record SET title = x'00' WHERE id = ?", (body.id,))
    renew(sql_of(store), [body.id], "")
    assert sql_of(store).value("SELECT sort_key FROM record WHERE id=?", (body.id,)) is None


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ["name", "title", "country"])
def test_a_list_is_read_in_the_order_of_its_index(
    store: Store, order: str, descending: bool
) -> None:
    for code in ("de", "dk", ""):
        store.save(Person(title=f"Ann {code}", country=code), LENS)
    parts = stretches(sql_of(store), "person", order, descending=descending)
    assert len(parts) == (1 if order != "country" else 4)  # and of no country at all
    for part in parts:
        plan = sql_of(store).rows(
            f"EXPLAIN QUERY PLAN {id_statement(part)}", ("person", 3, *part.values)
        )
        said = " ".join(str(row[3]) for row in plan)
        assert "USING COVERING INDEX" in said and "TEMP B-TREE" not in said.replace(
            "USE TEMP B-TREE FOR LAST TERM OF ORDER BY", ""
        )


def test_the_countries_of_a_list_are_stepped_through_in_the_index(store: Store) -> None:
    """Not read from a million rows."""
    plan = sql_of(store).rows(f"EXPLAIN QUERY PLAN {COUNTRIES_OF_KIND}", ("person",))
    scans = [str(row[3]) for row in plan if "record" in str(row[3])]
    assert scans and all("SEARCH record USING COVERING INDEX record_by_country" in s for s in scans)
