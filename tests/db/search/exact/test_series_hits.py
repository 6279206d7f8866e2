"""An agreement is found by a citation of its series in any usual spelling."""

import pytest

from db import Agreement, Identifier, Lens, Store, parse_query

LENS = Lens()


def found(store: Store, text: str) -> list[str]:
    ids = store.reader.page("agreement", parse_query(text), LENS).ids
    return [line.title for line in store.reader.lines(ids, LENS)]


@pytest.fixture
def desk(store: Store) -> Store:
    """Three agreements whose citations share their figures."""
    for title, reference in (
        ("Notes", "Treaty Series No. 2 (1929), Cmd. 3254"),
        ("Protocol 2 of 1929", "Treaty Series No. 12 (1929)"),
        (
            "Atlantic",
            "63 Stat. 2241; T.I.A.S. No. 1964; United Nations, Treaty Series, vol. 34, p. 243",
        ),
    ):
        store.save(Agreement(title=title, reference=reference), LENS)
    for title, registration in (
        ("Registered", "I-541"),
        ("Filed", "II-541"),
        ("Bare", "54321"),
        ("Written out", "UN Reg. No. 00777"),
    ):
        store.save(Agreement(title=title, registration=registration), LENS)
    kept = Agreement(title="Kept by number")
    kept.identifiers = [Identifier(scheme="ets", value="005")]
    store.save(kept, LENS)
    return store


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("TS 2/1929", ["Notes"]),
        ("UKTS No. 2 (1929)", ["Notes"]),
        ("Cmd 3254", ["Notes"]),
        ("34 UNTS 243", ["Atlantic"]),
        ("UNTS vol. 34 p. 243", ["Atlantic"]),
        ("TIAS 1964", ["Atlantic"]),
        ("ETS 5", ["Kept by number"]),
        ("63 Stat. 2241; 34 UNTS 243", ["Atlantic"]),
        ("I-541", ["Registered"]),
        ("UNTS I-541", ["Registered"]),
        ("registration no. II-541", ["Filed"]),
        ("UN Reg. No. 541", ["Registered", "Filed"]),
        ("UNTS 54321", ["Bare"]),
        ("I-54321", ["Bare"]),
        ("i-777", ["Written out"]),
    ],
)
def test_any_usual_spelling_finds_it(desk: Store, text: str, titles: list[str]) -> None:
    assert found(desk, text) == titles


def test_what_bears_no_such_citation_is_searched_by_its_words(desk: Store) -> None:
    assert "Protocol 2 of 1929" in found(desk, "protocol 1929")


def test_a_reason_is_the_reference(desk: Store) -> None:
    query = parse_query("TS 2/1929")
    ids = desk.reader.page("agreement", query, LENS).ids
    (reason,) = desk.reader.reasons("agreement", list(ids), query, LENS).values()
    assert str(reason) == "Treaty Series No. 2 (1929), Cmd. 3254, reference"
