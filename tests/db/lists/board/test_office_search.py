"""Offices answer a text best first: a whole title before a part, known holders before unknown."""

from __future__ import annotations

import pytest

from db import (
    HistoricalDate,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Person,
    Refused,
    Store,
    Tenure,
)
from tests.db.conftest import Small

DAY = "2025-09-15"


def test_an_office_is_found_by_title_body_and_country(small: Small) -> None:
    reader = small.store.reader
    for text in ("chief", "army staff", "chief pakistan", "CHIEF pk"):
        [found] = reader.holders(text, Lens(DAY))
        assert found.office.title == "Chief of Army Staff"
        assert [one.person.title for one in found.holders] == ["Asim Munir"]
    assert reader.holders("chief", Lens("2020-01-01"))[0].holders == ()
    assert reader.holders("admiral", Lens(DAY)) == []
    with pytest.raises(Refused, match="Say which office"):
        reader.holders("  ", Lens(DAY))


def fill(store: Store, *titles: str, country: str = "fr") -> dict[str, OfficeRef]:
    body = Organization(
        title="Assembly", country=country, offices=[Office(title=title) for title in titles]
    )
    store.save(body, Lens(DAY))
    return {each.title: OfficeRef(each.id) for each in body.offices}


def give(store: Store, name: str, office: OfficeRef, since: str = "", until: str = "") -> None:
    dates = [HistoricalDate.parse(text) if text else None for text in (since, until)]
    state = "ended" if until else "ongoing" if since else "unknown"
    tenure = Tenure(office=office, since=dates[0], until=dates[1], end_state=state)
    store.save(Person(title=name, tenures=[tenure]), Lens(DAY))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("district 1", ["Member, District 1", "Deputy Member, District 1"]),
        ("member district 1", ["Member, District 1", "Deputy Member, District 1"]),
        ("district 12", ["Member, District 12"]),
        ("minister", ["Minister", "Prime Minister", "Minister of Finance"]),
        ("minister of finance", ["Minister of Finance"]),
        ("foreign", ["Foreign Secretary"]),
        ("secretary foreign", ["Foreign Secretary"]),
        ("minister france", ["Minister", "Prime Minister", "Minister of Finance"]),
        ("finan", ["Minister of Finance"]),
    ],
)
def test_a_whole_title_stands_before_a_part(store: Store, text: str, titles: list[str]) -> None:
    fill(
        store, "Member, District 10", "Member, District 19", "Member, District 12",
        "Deputy Member, District 1", "Member, District 1", "Prime Minister", "Minister of Finance",
        "Minister", "Foreign Secretary",
    )  # fmt: skip
    found = [each.office.title for each in store.reader.holders(text, Lens(DAY))]
    assert found == titles
    assert [each.title for each in store.reader.find_offices(text, Lens(DAY))] == titles


def test_who_is_known_with_dates_stands_before_who_is_not(store: Store) -> None:
    offices = fill(store, "Usher A", "Usher B", "Usher C", "Usher D", "Usher E")
    give(store, "Undated", offices["Usher A"])
    give(store, "Ended", offices["Usher B"], "2020-01-01", "2024-01-01")
    give(store, "Serving", offices["Usher D"], "2020-01-01")
    give(store, "Perhaps", offices["Usher E"], "2020-01-01", "2025")
    found = store.reader.holders("usher", Lens(DAY))
    assert [each.office.title for each in found] == [
        "Usher D", "Usher E", "Usher A", "Usher B", "Usher C",
    ]  # fmt: skip
    assert [each.last.person.title if each.last else "" for each in found] == [
        "", "", "", "Ended", "",
    ]  # fmt: skip


def test_within_an_office_who_is_sure_stands_first(store: Store) -> None:
    office = fill(store, "Usher")["Usher"]
    give(store, "Undated", office)
    give(store, "Serving", office, "2020-01-01")
    give(store, "Perhaps", office, "2021-01-01", "2025")
    [found] = store.reader.holders("usher", Lens(DAY))
    assert [each.person.title for each in found.holders] == ["Serving", "Perhaps", "Undated"]


def test_an_exact_title_that_is_vacant_is_not_passed_over(store: Store) -> None:
    offices = fill(store, "Usher", "Usher of the Rod")
    give(store, "Serving", offices["Usher of the Rod"], "2020-01-01")
    found = store.reader.holders("usher", Lens(DAY))
    assert [(each.office.title, len(each.holders)) for each in found] == [
        ("Usher", 0),
        ("Usher of the Rod", 1),
    ]
