"""What lists and the search box are answered: as far as a keystroke may look, or further."""

from __future__ import annotations

from db import KINDS, Lens, Organization, Person, Store, parse_query
from tests.db.conftest import Small

LENS = Lens()


def save(store: Store, *titles: str) -> None:
    for title in titles:
        store.save(Person(title=title), LENS)


def found(store: Store, text: str, *, thorough: bool) -> list[str]:
    ids = store.reader.page("person", parse_query(text), LENS, thorough=thorough).ids
    return [line.title for line in store.reader.lines(ids, LENS)]


def test_typing_stops_at_what_is_called_so_and_a_thorough_search_goes_on(store: Store) -> None:
    save(store, "Hasan Ali", "Hassan Ali", "Ursula Meyer")
    assert found(store, "Hasan", thorough=False) == ["Hasan Ali"]
    assert found(store, "Hasan", thorough=True) == ["Hasan Ali", "Hassan Ali"]


def test_typing_looks_for_other_spellings_where_nothing_is_called_so(store: Store) -> None:
    save(store, "Hassan Ali")
    assert found(store, "Hasann", thorough=False) == ["Hassan Ali"]


def test_a_page_holds_as_many_as_are_asked_for_and_says_that_there_are_more(store: Store) -> None:
    save(store, *(f"Hassan Number{number}" for number in range(7)))
    page = store.reader.page("person", parse_query("hassan"), LENS, cap=5)
    assert (len(page.ids), page.is_capped) == (5, True)
    assert not store.reader.page("person", parse_query("hassan"), LENS, cap=7).is_capped


def test_the_last_letter_alone_leaves_texts_aside_until_it_is_typed_on(store: Store) -> None:
    save(store, "Hassan Zaki")
    person = Person(title="Hassan Ali", biography="Knows Zahra well")
    store.save(person, LENS)
    page = store.reader.page("person", parse_query("hassan z"), LENS)
    assert [line.title for line in store.reader.lines(page.ids, LENS)] == ["Hassan Zaki"]
    assert page.is_capped  # there may be more, and the count says so
    assert found(store, "hassan za", thorough=False) == ["Hassan Zaki", "Hassan Ali"]


def test_behind_a_filter_texts_wait_until_the_search_is_thorough(store: Store) -> None:
    for number in range(12):
        store.save(Person(title=f"Hassan Number{number}", country="pk"), LENS)
    store.save(Person(title="Zaki", country="pk", biography="Knows Hassan well"), LENS)
    query = parse_query("country:pk hassan")
    page = store.reader.page("person", query, LENS)
    assert (len(page.ids), page.is_capped) == (12, True)
    whole = store.reader.page("person", query, LENS, thorough=True)
    assert (len(whole.ids), whole.is_capped) == (13, False)
    assert list(whole.ids[:12]) == list(page.ids)


def test_the_highest_marking_of_nothing_is_open(store: Store) -> None:
    assert store.reader.highest_marking([]) == 0


def test_a_picker_gives_the_best_few_of_the_kinds_it_is_for(small: Small) -> None:
    for number in range(5):
        small.store.save(Person(title=f"Pakistan Khan {number}"), LENS)
    reader = small.store.reader
    picked = reader.pick(["organization"], parse_query("pakistan"), LENS)
    assert {line.title for line in picked} == {"Pakistan", "Pakistan Army"}
    few = reader.pick(["person", "organization"], parse_query("pakistan"), LENS, limit=2)
    assert [line.kind for line in few] == ["person"] * 2 + ["organization"] * 2
    assert reader.pick([], parse_query("pakistan"), LENS) == []


def test_counts_are_of_what_the_lens_shows(small: Small) -> None:
    small.store.save(Organization(title="Hidden", marking=3), LENS)
    assert small.store.reader.counts(LENS) == dict(zip(KINDS, (1, 3, 1, 1), strict=True))
    assert small.store.reader.counts(Lens(ceiling=2))["organization"] == 2
