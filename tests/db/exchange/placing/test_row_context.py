"""What a builder of rows stands on: whose identifiers, which columns, which rows are alike."""

from __future__ import annotations

from db import Store
from tests.db.exchange.typed import at_work, row


def test_identifiers_are_the_files_and_row_keys_say_that_they_are_only_words(store: Store) -> None:
    with at_work(store) as at:
        assert (at.scheme, at.row_scheme) == ("x", "row of x")


def test_a_remark_names_the_columns_of_its_target(store: Store) -> None:
    with at_work(store) as at:
        assert at.column("name") == "Full name"
        assert at.column("born") == ""


def test_rows_of_the_same_words_are_numbered_unless_they_say_the_same(store: Store) -> None:
    rows = [row(title="A call", notes=text) for text in ("first", "second", "first", "third")]
    with at_work(store, "events") as at:
        keys = [at.own_key(each, "key") for each in rows]
        said = [each["why"] for each in at.tally.report({}).flagged]
    assert keys == ["key", "key-2", "key", "key-3"]
    assert len(said) == 3 and sum("taken once" in why for why in said) == 1
