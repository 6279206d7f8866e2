"""What an officer changed of a row is told from what imports changed."""

from __future__ import annotations

from pathlib import Path

from db import HistoricalDate, Store
from db.exchange.placing.corrected import corrected_columns
from tests.db.desk_sql import sql_of
from tests.db.exchange.popolo_desk import LENS, bring_in, person

DOCUMENT = [{"id": "1", "name": "Ana Silva", "birth_date": "1964", "gender": "female"}]


def test_only_the_columns_an_officer_changed_are_corrected(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, DOCUMENT)
    ana = person(store, "Ana Silva")

    def corrected() -> set[str]:
        return corrected_columns(sql_of(store), ana.id, "person", ana.id)

    assert corrected() == set()
    bring_in(store, tmp_path, [{**DOCUMENT[0], "gender": "other"}])
    assert corrected() == set()
    ana = person(store, "Ana Silva")
    ana.born = HistoricalDate.parse("1965")
    store.save(ana, LENS)
    assert "born_edtf" in corrected()
    assert "gender" not in corrected()


def test_what_a_label_says_makes_no_import(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, DOCUMENT)
    ana = person(store, "Ana Silva")
    ana.gender = "other"
    store.save(ana, LENS, label="Import duties: ask Ana Silva")
    assert "gender" in corrected_columns(sql_of(store), ana.id, "person", ana.id)


def test_an_import_done_again_stays_an_import(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, DOCUMENT)
    bring_in(store, tmp_path, [{**DOCUMENT[0], "gender": "other"}])
    for _ in ("undo", "redo"):
        store.revert(store.reader.changes()[0].id)
    ana = person(store, "Ana Silva")
    assert corrected_columns(sql_of(store), ana.id, "person", ana.id) == set()
