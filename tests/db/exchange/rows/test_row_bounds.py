"""A cell of megabytes is no name: its row is refused by row and column, and others are taken."""

from __future__ import annotations

from pathlib import Path

from db import Lens, Store, import_files
from db.exchange.rows.row_bounds import MAX_NAME_LETTERS


def test_the_row_of_an_endless_name_is_refused(store: Store, tmp_path: Path) -> None:
    endless = "Ana " * 50_000
    (tmp_path / "list.csv").write_text(f"Name,Office\n{endless},Consul\nLuis Paz,Clerk\n")
    report = import_files(store, [tmp_path / "list.csv"], Lens(), kind="people")
    [refused] = report.rejected
    assert (refused["row"], refused["column"]) == (2, "Name")
    assert "200,000" in refused["why"] or "199,999" in refused["why"]
    assert report.created["people"] == 1 and report.read == 2


def test_a_long_title_and_a_long_note_are_taken(store: Store, tmp_path: Path) -> None:
    title, note = "Treaty " * (MAX_NAME_LETTERS // 8), "word " * 50_000
    (tmp_path / "list.csv").write_text(f"Treaty,Signed,Notes\n{title},2001,{note}\n")
    report = import_files(store, [tmp_path / "list.csv"], Lens(), kind="agreements")
    assert report.created["agreements"] == 1 and not report.rejected
