"""What a text in the search box finds on the small desk, and what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import KINDS, Event, Lens, Name, Organization, Person, Store, Tenure, as_exact, parse_query
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


def found(store: Store, text: str, lens: Lens = LENS) -> set[str]:
    """The titles of everything that a text finds."""
    query = parse_query(text)
    ids = [key for kind in KINDS for key in store.reader.page(kind, query, lens).ids]
    return {line.title for line in store.reader.lines(ids, lens)}


# query → found, not found, by the first word of the title
CASES = [
    ("munir", {"Asim"}, {"Pakistan"}),
    ("mun", {"Asim"}, {"Pakistan"}),
    ("MUNIR asim", {"Asim"}, set()),
    ("qqq", set(), {"Asim"}),
    ("múnír", {"Asim"}, set()),
    ("عاصم", {"Asim"}, {"Pakistan"}),
    ("pakistan", {"Pakistan", "Asim", "Memorandum"}, set()),
    ('"pakistan army"', {"Pakistan"}, {"Memorandum"}),
    ('"army pakistan"', set(), {"Pakistan", "Asim"}),
    ('"pakist"', set(), {"Pakistan"}),
    ("chief army", {"Asim"}, {"Telephone"}),
    ("field marshal", {"Asim"}, {"Pakistan"}),
    ("minerals", {"Memorandum"}, {"Telephone"}),
    ("zebra", {"Asim"}, set()),
    ("high-level", {"Asim"}, set()),
    ("pakistan -army", {"Memorandum"}, {"Asim"}),
    ("country:pk", {"Asim", "Pakistan"}, set()),
    ("country:Pakistan munir", {"Asim"}, {"Pakistan"}),
    ("-country:pk call", set(), {"Asim"}),
    ("office:chief", {"Asim", "Pakistan"}, {"Memorandum"}),
    ("party:pakistan", {"Memorandum"}, {"Asim"}),
    ("topic:army", {"Asim"}, {"Memorandum"}),
    ("type:call", {"Telephone"}, {"Memorandum"}),
    ("type:memorandum", {"Memorandum"}, {"Telephone"}),
    ("status:signed", {"Memorandum"}, {"Telephone"}),
    ("signed:2025-09", {"Memorandum"}, {"Telephone"}),
    ("signed:2024", set(), {"Memorandum"}),
    ("held:2025-09-15", {"Telephone", "Asim"}, {"Pakistan"}),
    ("held:2020", set(), {"Telephone", "Asim"}),
    ("in:call", {"Asim", "Telephone"}, {"Memorandum"}),
    ("marking:open munir", {"Asim"}, set()),
    ("marking:secret", set(), {"Asim"}),
    ("marking:nonsense", set(), {"Asim"}),
    ("country:nowhere", set(), {"Asim"}),
    ("!!! ???", {"Asim", "Telephone"}, set()),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), CASES, ids=[case[0] for case in CASES])
def test_a_text_finds_what_it_should(
    small: Small, text: str, wanted: set[str], unwanted: set[str]
) -> None:
    firsts = {title.partition(" ")[0] for title in found(small.store, text)}
    assert wanted <= firsts
    assert not unwanted & firsts


def test_the_nearest_name_comes_first(store: Store) -> None:
    for title in ("Daria Khan", "Ishaq Dar", "Dar Ali", "Dar", "Kandahar"):
        store.save(Person(title=title), LENS)
    ids = store.reader.page("person", parse_query("dar"), LENS).ids
    titles = [line.title for line in store.reader.lines(ids, LENS)]
    assert titles[0] == "Dar" and titles[-1] == "Daria Khan" and "Kandahar" not in titles


def test_a_title_that_nobody_bears_leaves_the_order_of_names_as_it_is(small: Small) -> None:
    for title in ("John Forbes Kerry", "John Kerry"):
        small.store.save(Person(title=title), LENS)
    ids = small.store.reader.page("person", parse_query("Dr. John Kerry"), LENS).ids
    titles = [line.title for line in small.store.reader.lines(ids, LENS)]
    assert titles[:2] == ["John Kerry", "John Forbes Kerry"]


def test_a_hit_says_why_unless_its_title_shows_it(small: Small) -> None:
    def reason(text: str) -> str:
        query = parse_query(text)
        return str(
            small.store.reader.reasons("person", [small.munir.id], query, LENS).get(
                small.munir.id, ""
            )
        )

    assert reason("munir") == ""
    assert reason("chief") == "Chief of Army Staff, Pakistan Army, office"
    assert reason("zebra") == "a secret zebra, note"
    assert small.store.reader.reasons("person", [small.munir.id], parse_query(""), LENS) == {}


def test_more_hits_than_are_numbered_are_told(store: Store) -> None:
    for number in range(12):
        store.save(Event(title=f"Meeting {number}"), LENS)
    page = store.reader.page("event", parse_query("meeting"), LENS, cap=10)
    assert (len(page.ids), page.is_capped) == (10, True)
    assert not store.reader.page("event", parse_query("meeting"), LENS, cap=12).is_capped


def test_a_renamed_body_is_found_by_its_new_name_wherever_it_is_named(small: Small) -> None:
    body = small.fresh(small.army)
    assert isinstance(body, Organization)
    body.title = "Landforces"
    small.store.save(body, LENS)
    assert found(small.store, "landforces") == {"Landforces", "Asim Munir"}
    assert small.store.verify() == []


NAUGHTY = [
    "", " ", '"', "'", "*", "-", "--", "( OR ) AND NOT", "NEAR(a b)", "name : x", "^a", "a*b",
    "{name} : x", "\\", "%", "_", "\0", "\ud800", "🗝", "a" * 5000, "x:y:z", "country:", "signed:..",
    "id:", "id::", 'office:"', "-" * 50 + "a", "held:9999", "ﷺ", "\u202e", "' OR 1=1 --", "?1",
    "office:%", "in:_", "party:'", "topic:\\", "status:", "marking:9", "full", "locked",
]  # fmt: skip


@pytest.mark.parametrize("text", NAUGHTY, ids=ascii)
def test_a_naughty_text_gets_an_answer(small: Small, text: str) -> None:
    query = parse_query(text)
    for kind in KINDS:
        ids = small.store.reader.page(kind, query, LENS).ids
        small.store.reader.reasons(kind, ids, query, LENS)


def test_any_text_gets_an_answer(small: Small) -> None:
    @settings(max_examples=40)
    @given(st.text(max_size=30) | st.text('abc:"-* ()^{}', max_size=20))
    def check(text: str) -> None:
        small.store.reader.page("person", parse_query(text), LENS)

    check()


@pytest.mark.parametrize("is_exact", [False, True])
def test_of_two_who_are_called_so_the_bearer_of_the_title_stands_first(
    small: Small, is_exact: bool
) -> None:
    store = small.store
    other = Person(title="Zelda Other", names=[Name(kind="alias", text="Zora Quill")])
    other.tenures = [Tenure(office=small.munir.tenures[0].office, end_state="ongoing")]
    for person in (other, Person(title="Zora Quill"), Person(title="Zora Quill Smith")):
        store.save(person, LENS)
    query = parse_query("zora quill")
    ids = store.reader.page("person", as_exact(query) if is_exact else query, LENS).ids
    titles = [line.title for line in store.reader.lines(ids, LENS)]
    assert titles == ["Zora Quill", "Zelda Other", "Zora Quill Smith"]


def test_who_bears_the_title_that_was_typed_stands_before_a_namesake(small: Small) -> None:
    store = small.store
    plain = Person(title="Zora Quill")
    plain.tenures = [Tenure(office=small.munir.tenures[0].office, end_state="ongoing")]
    ranked = Person(title="Zora Quill", biography="Made a field marshal in 2020.")
    for person in (plain, ranked):
        store.save(person, LENS)
    page = store.reader.page("person", parse_query("field marshal zora quill"), LENS)
    assert list(page.ids)[:2] == [ranked.id, plain.id]
    assert page.fits[0] < page.fits[1]
    page = store.reader.page("person", parse_query("zora quill"), LENS)
    assert list(page.ids)[:2] == [plain.id, ranked.id]
