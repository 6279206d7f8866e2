"""What filters name is listed once while one types on, and never outlives a change of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import KINDS, Event, Lens, Organization, Participant, Person, Store, make_desk, open_desk
from db.errors import Stopped
from db.query import parse_query
from db.search import search
from db.search.exact.filter_cache import MAX_CACHED_LISTS, FilterCache
from db.search.fuzzy.term_cache import Vocabulary
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def titles(store: Store, text: str, lens: Lens = LENS) -> list[str]:
    query = parse_query(text)
    ids = [key for kind in KINDS for key in store.reader.page(kind, query, lens).ids]
    return [line.title for line in store.reader.lines(ids, lens)]


@pytest.fixture
def told(store: Store) -> Iterator[list[str]]:
    """Every statement that the reader's connection runs from here on."""
    said: list[str] = []
    raw = sql_of(store.reader).raw
    raw.set_trace_callback(said.append)
    yield said
    raw.set_trace_callback(None)


def test_the_letters_behind_a_filter_list_nothing_again(store: Store, told: list[str]) -> None:
    store.save(Person(title="Mansoor Ali", country="pk"), LENS)
    told.clear()
    for text in ("country:pk m", "country:pk ma", "country:pk man"):
        assert titles(store, text) == ["Mansoor Ali"]
    filled = [said for said in told if said.startswith("INSERT")]
    assert len(filled) == len(KINDS)
    assert titles(store, "country:in man") == []


def test_what_another_connection_writes_is_found_at_the_next_letter(store: Store) -> None:
    first = Person(title="Mansoor Ali", country="pk")
    store.save(first, LENS)
    assert titles(store, "country:pk man") == ["Mansoor Ali"]
    store.save(Person(title="Manzoor Ahmad", country="pk"), LENS)
    assert set(titles(store, "country:pk man")) == {"Mansoor Ali", "Manzoor Ahmad"}
    store.remove([first.id], LENS)
    assert titles(store, "country:pk man") == ["Manzoor Ahmad"]


def test_what_lies_above_one_ceiling_is_not_kept_for_a_lower_one(store: Store) -> None:
    hidden = Organization(title="Hidden ministry", marking=3, country="pk")
    store.save(hidden, LENS)
    store.save(Event(title="A call", participants=[Participant(who=ref(hidden))]), LENS)
    assert titles(store, "country:pk call") == ["A call"]
    assert titles(store, "country:pk call", Lens("2025-09-15", ceiling=1)) == []


def test_a_listing_that_is_withdrawn_leaves_no_half_list(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(Person(title="Mansoor Ali", country="pk"), LENS)
    sql = sql_of(store.reader)
    run = type(sql).run

    def stopped(self: object, statement: str, values: tuple[object, ...] = ()) -> None:
        if statement.startswith("INSERT"):
            raise Stopped("The question was withdrawn.")
        run(sql, statement, values)

    with monkeypatch.context() as patched:
        patched.setattr(type(sql), "run", stopped)
        with pytest.raises(Stopped):
            titles(store, "country:pk man")
    assert titles(store, "country:pk man") == ["Mansoor Ali"]


def test_more_filters_than_are_kept_are_answered_all_the_same(store: Store) -> None:
    topics = [f"topic{number}" for number in range(MAX_CACHED_LISTS + 3)]
    store.save(Person(title="Mansoor Ali", topics=topics), LENS)
    store.save(Person(title="Mansoor Khan", topics=topics[:-1]), LENS)
    asked = " ".join(f"topic:{topic}" for topic in topics)
    for _ in range(2):
        assert titles(store, f"{asked} man") == ["Mansoor Ali"]
    for topic in topics:  # one after another, so that tables are used again
        assert "Mansoor Ali" in titles(store, f"topic:{topic} man")
    assert titles(store, f"topic:{topics[0]} -topic:{topics[-1]} man") == ["Mansoor Khan"]


def test_a_desk_that_can_only_be_read_keeps_lists_as_well(tmp_path: Path) -> None:
    path = tmp_path / "read.desk"
    make_desk(path)
    with open_desk(path) as opened:
        opened.save(Person(title="Mansoor Ali", country="pk"), LENS)
    with open_desk(path, read_only=True) as opened:
        assert titles(opened, "country:pk man") == ["Mansoor Ali"]


ASKED = (
    "country:pk {}", "-country:pk {}", "office:chief {}", "-office:chief {}", "party:pakistan {}",
    "type:call {}", "in:call {}", "-in:call {}", "status:held {}", "-status:held {}",
    "status:signed {}", "-status:signed {}", "signed:2025 {}", "held:2025 {}", "topic:trade {}",
    "country:pk type:state {}", "-type:state -country:in {}", "id:Q1 {}", "status:announced {}",
)  # fmt: skip


@pytest.mark.parametrize("word", ["", "p", "mun", "pakistan", "-army", "-army pakistan"])
@pytest.mark.parametrize("asked", ASKED)
def test_a_kept_list_never_changes_an_answer(small: Small, asked: str, word: str) -> None:
    query = parse_query(asked.format(word))
    sql = sql_of(small.store.reader)

    def words(of_names: bool) -> Vocabulary:
        return Vocabulary(sql, of_names=of_names)

    lists = FilterCache(sql)
    for kind in KINDS:
        for _ in range(2):
            kept = lists.of(kind, query, LENS)
            with_lists = search(sql, kind, query, LENS, words, lists=kept)
            without = search(sql, kind, query, LENS, words)
            assert list(with_lists.ids) == list(without.ids), kind
