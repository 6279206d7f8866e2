"""What is derived by other rules, or for another language, is told by a number."""

from __future__ import annotations

import pytest

from db import Person, Store
from db.desk_file import record_sums
from db.desk_file.proof import derivation
from db.search.index import text_sums
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def test_the_rules_have_one_number_in_one_language(store: Store) -> None:
    sql = sql_of(store)
    before = derivation.rules_of(sql)
    assert derivation.rules_of(sql) == before
    assert record_sums.is_by_our_rules(sql)
    store.keep_setting("language", "tr")
    assert derivation.rules_of(sql) != before
    assert record_sums.is_by_our_rules(sql)


def test_what_was_derived_by_other_rules_is_derived_anew(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sums say what was derived then; a program with other rules must not trust them."""
    store, sql = small.store, sql_of(small.store)
    assert record_sums.doubtful_records(sql) is not None
    monkeypatch.setattr(derivation, "rules_of", lambda _sql: 1)
    assert record_sums.doubtful_records(sql) is None
    assert text_sums.are_kept(sql)
    assert store.verify() == []
    store.keep_setting("language", "sv")
    store.rebuild()
    assert record_sums.doubtful_records(sql) is None, "the keys of names are still those of before"
    store.repair()
    assert record_sums.doubtful_records(sql) == []


def test_a_language_that_was_changed_in_the_file_is_found(small: Small) -> None:
    store, sql = small.store, sql_of(small.store)
    store.keep_setting("language", "sv")
    store.save(Person(title="Åke Ärla"), small.lens)
    assert store.verify() == []
    sql.run("UPDATE setting SET value = 'de' WHERE key = 'language'")
    assert any("repeat others in sort_key" in fault for fault in store.verify())
