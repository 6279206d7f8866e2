"""Years before 1, and the last ones, sort and compare rightly wherever a desk compares days."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Event,
    HistoricalDate,
    Invalid,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Person,
    Ref,
    Store,
    Tenure,
    import_files,
    iso_day,
    parse_query,
)
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")
#: Events in the order of their days, each by the date that is its title.
IN_ORDER = ("-4712-01-01", "4000 BC/3900 BC", "431 BC", "404 BC", "15 March 44 BC", "1 BC",
            "0001-01-01", "0044-03-15", "1648", "9999-12-31")  # fmt: skip


@pytest.fixture
def events(store: Store) -> Store:
    """A desk with an event of each date, put there in another order."""
    for text in sorted(IN_ORDER):
        start, _, end = text.partition("/")
        event = Event(title=text, start=HistoricalDate.parse(start))
        event.end = HistoricalDate.parse(end) if end else None
        store.save(event, LENS)
    return store


def titles(store: Store, ids: object) -> list[str]:
    return [line.title for line in store.reader.lines(list(ids), LENS)]  # type: ignore[call-overload]


@pytest.mark.parametrize("descending", [False, True])
def test_a_list_stands_in_the_order_of_its_days(events: Store, descending: bool) -> None:
    ids = events.reader.all_ids("event", LENS, "when", descending=descending)
    assert titles(events, ids) == list(IN_ORDER[:: -1 if descending else 1])


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ("-0500..-0400", ["431 BC", "404 BC"]),
        ("500 BC..", list(IN_ORDER[2:])),
        ("..44 BC", list(IN_ORDER[:5])),
        ("-3950..-3910", ["4000 BC/3900 BC"]),
        ("4713 BC", ["-4712-01-01"]),
        ("44 BC..0044", ["15 March 44 BC", "1 BC", "0001-01-01", "0044-03-15"]),
        ("9999", ["9999-12-31"]),
        ("9999-12-31..", ["9999-12-31"]),
    ],
)
def test_a_range_finds_what_fell_in_it(events: Store, span: str, found: list[str]) -> None:
    page = events.reader.page("event", parse_query(f'held:"{span}"'), LENS, thorough=True)
    assert sorted(titles(events, page.ids), key=IN_ORDER.index) == found


def test_who_held_an_office_is_known_of_a_day_before_the_year_one(store: Store) -> None:
    body = Organization(title="Rome", offices=[Office(title="Consul")])
    store.save(body, LENS)
    office = OfficeRef(body.offices[0].id, "Consul", Ref(body.id, "Rome", "organization"))
    for name, since, until in (("Cicero", "63 BC", "62 BC"), ("Caesar", "59 BC", "58 BC")):
        dates = HistoricalDate.parse(since), HistoricalDate.parse(until)
        stay = Tenure(office=office, since=dates[0], until=dates[1], end_state="ended")
        store.save(Person(title=name, tenures=[stay]), LENS)

    def held(day: str) -> list[str]:
        seen = Lens(HistoricalDate.parse(day).first or "")
        holders = store.reader.office_holders(body.offices[0].id or 0, seen)
        return [holder.person.title for holder in holders if holder.certainty == "held"]

    every = store.reader.office_holders(body.offices[0].id or 0, LENS)
    assert [holder.person.title for holder in every] == ["Caesar", "Cicero"]  # newest first
    assert held("15 March 44 BC") == held("70 BC") == held("0044") == []
    assert (held("1 January 62 BC"), held("1 January 58 BC")) == (["Cicero"], ["Caesar"])


def test_an_end_before_the_start_is_refused_and_one_after_it_is_not(store: Store) -> None:
    def lived(born: str, died: str) -> Person:
        dates = HistoricalDate.parse(born), HistoricalDate.parse(died)
        return Person(title="Pericles", born=dates[0], died=dates[1])

    with pytest.raises(Invalid):
        store.save(lived("429 BC", "495 BC"), LENS)
    store.save(lived("495 BC", "429 BC"), LENS)


def test_a_file_gives_both_days_of_a_life_before_the_year_one(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,born,died\nPericles,495 BC,429 BC\nTurned,429 BC,495 BC\n", "utf-8")
    report = import_files(store, [path], LENS, kind="people")
    lives = sql_of(store).rows(
        "SELECT r.title, born_edtf, died_edtf FROM person p JOIN record r ON r.id = p.id"
        " ORDER BY r.title"
    )
    assert lives[0] == ("Pericles", "-0494", "-0428")
    assert [flag["row"] for flag in report.flagged] == [3]


def test_lives_that_do_not_meet_are_no_duplicates(store: Store) -> None:
    for born, died in (("495 BC", "429 BC"), ("440 BC", "404 BC"), ("63 BC", "0014")):
        dates = HistoricalDate.parse(born), HistoricalDate.parse(died)
        store.save(Person(title="Gaius Octavius", born=dates[0], died=dates[1]), LENS)
    verdicts = store.reader.duplicates(["person"], LENS, lambda *_: None)  # type: ignore[arg-type]
    assert all(pair.score < 0.9 for pair in verdicts)


def test_what_is_stored_is_whole(events: Store) -> None:
    assert events.verify() == []
    days = [row[0] for row in sql_of(events).rows("SELECT day FROM record ORDER BY day")]
    assert [iso_day(day) for day in days][:3] == ["-4712-01-01", "-3999-01-01", "-0430-01-01"]
