"""Which stay a row means: by its identity, else by equal days; and what it adds, never replaces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from db import HistoricalDate
from db.exchange.placing.drafts import TenureFacts
from db.exchange.placing.stays import News, acts_alike, day_columns, ends_alike, find_stay

SCHEME = "posts"


@dataclass
class Held:
    """A stay as it lies on the desk."""

    row: dict[str, Any]
    sources: set[int] = field(default_factory=lambda: {1})
    ids: set[tuple[str, str]] = field(default_factory=set)
    acting: bool | None = None


def day(text: str) -> HistoricalDate | None:
    return HistoricalDate.parse(text) if text else None


def held(since: str = "", until: str = "", *ids: str, **more: Any) -> Held:
    row = {"office_id": 1, "end_state": "unknown", "acting": 0, "note": ""}
    row |= day_columns("since", day(since)) | day_columns("until", day(until))
    acting = more.pop("acting_said", None)
    return Held(row | more, ids={(SCHEME, each) for each in ids}, acting=acting)


def facts(since: str = "", until: str = "", key: str = "", **more: Any) -> TenureFacts:
    office = more.pop("office", 1)
    own = (SCHEME, key) if key else None
    return TenureFacts(office, day(since), day(until), key=own, **more)


@pytest.mark.parametrize(
    ("stays", "told", "found"),
    [
        # rows with identities of their own
        ([held("2019", "", "a")], facts("", "", "b"), None),
        ([held("", "", "a")], facts("", "", "b"), None),
        ([held("2019", "", "a")], facts("2019", "", "b"), None),
        ([held("2019", "", "a")], facts("2019", "2021", "b"), None),
        ([held("2019", "", "a")], facts("2020", "", "a"), 0),
        ([held("", "", "a"), held("2019", "", "b")], facts("2018", "", "b"), 1),
        ([held("2019", "", "a")], facts("2019", "", "a", office=2), None),
        ([held("2019", "", "a"), held("2022", "", "a")], facts("2022", "", "a"), 1),
        ([held("2019", "", "a"), held("2022", "", "a")], facts("2024", "", "a"), None),
        ([held("2019")], facts("", "", "a"), None),
        ([held()], facts("2019", "", "a"), None),
        ([held("2019")], facts("2019", "", "a"), 0),
        ([held("2019")], facts("2019", "2021", "a"), 0),
        # rows without
        ([held("2019")], facts("2019"), 0),
        ([held("2019")], facts("2019", "2021"), 0),
        ([held("2019", "2021")], facts("2019"), 0),
        ([held("2019", "2021")], facts("2019", "2020"), None),
        ([held()], facts("2019"), None),
        ([held()], facts("", "2019"), None),
        ([held()], facts(), 0),
        ([held("", "2021")], facts("", "2021"), 0),
        ([held("2019", office_id=2)], facts("2019"), None),
        # who acts for another
        ([held("2019", acting_said=True)], facts("2019", acting=False), None),
        ([held("2019", acting_said=True), held("2019")], facts("2019"), 1),
        ([held("2019"), held("2019", acting_said=True)], facts("2019", acting=True), 1),
        ([held("2019"), held("2019", acting_said=True, note="x")], facts("2019", note="x"), 1),
    ],
)
def test_a_row_means_the_stay_that_it_does_not_contradict(
    stays: list[Held], told: TenureFacts, found: int | None
) -> None:
    stay = find_stay(stays, told, lambda _: False)
    assert stay is (None if found is None else stays[found])


def test_a_stay_that_an_earlier_row_told_is_not_given_the_days_of_a_second() -> None:
    stays = [held("2019", "", "a")]
    assert find_stay(stays, facts("2022", "", "a"), lambda _: True) is None
    assert find_stay(stays, facts("2019", "2020", "a"), lambda _: True) is stays[0]


@pytest.mark.parametrize(
    ("stay", "end_state", "fits"),
    [
        (held("", "2020"), "ongoing", False),
        (held(end_state="ended"), "ongoing", False),
        (held(end_state="ended-unknown"), "ongoing", False),
        (held(end_state="ongoing"), "ended", False),
        (held(end_state="ongoing"), "ended-unknown", False),
        (held(end_state="ongoing"), "ongoing", True),
        (held("2019"), "ongoing", True),
        (held("", "2020"), "unknown", True),
        (held("", "2020"), "ended", True),
    ],
)
def test_a_stay_that_has_ended_is_not_one_that_lasts(
    stay: Held, end_state: str, fits: bool
) -> None:
    assert ends_alike(stay, facts(end_state=end_state)) is fits


def test_nothing_contradicts_what_is_not_said() -> None:
    assert acts_alike(held(), facts(acting=True)) and acts_alike(held(acting_said=True), facts())
    assert not acts_alike(held(acting_said=True), facts(acting=False))


def news(stay: Held, told: TenureFacts, *corrected: str, **how: bool) -> News:
    return News(stay, told, set(corrected), **({"alone": True, "was_met": False} | how))


@pytest.mark.parametrize("how", [{}, {"alone": False}, {"was_met": True}])
def test_a_note_is_added_line_by_line_and_never_replaced(how: dict[str, bool]) -> None:
    for kept, said, left in (
        ("", "two", "two"), ("one", "two", "one\ntwo"), ("one\ntwo", "two", None),
        ("one", "one\ntwo", "one\ntwo"), ("one", "", None),
    ):  # fmt: skip
        found = news(held("2019", note=kept), facts("2019", note=said), **how)
        assert found.after.get("note") == left and found.differing == []


def test_a_note_that_an_officer_corrected_stays_and_the_file_is_told() -> None:
    found = news(held(note="mine"), facts(note="theirs"), "note")
    assert found.after == {} and found.differing == [("the note", "mine", "theirs")]


@pytest.mark.parametrize(
    ("corrected", "how", "is_written"),
    [
        ((), {}, True),
        ((), {"alone": False}, False),
        ((), {"was_met": True}, False),
        (("since_edtf",), {}, False),
    ],
)
def test_another_day_is_written_only_where_the_file_corrects_itself(
    corrected: tuple[str, ...], how: dict[str, bool], is_written: bool
) -> None:
    found = news(held("2019"), facts("2020"), *corrected, **how)
    assert (found.after.get("since_edtf") == "2020") is is_written
    assert (found.differing == []) is is_written


def test_an_end_completes_a_stay_and_another_end_is_told() -> None:
    ended = {"end_state": "ended"}
    found = news(held("2019"), facts("2019", "2021", **ended), alone=False)
    assert found.after["until_edtf"] == "2021" and found.after["end_state"] == "ended"
    found = news(held("2019", "2021", **ended), facts("2019", "2020", **ended), alone=False)
    assert found.after == {} and found.differing == [("the end", "2021", "2020")]


@pytest.mark.parametrize(
    ("kept", "said", "how", "after", "told"),
    [
        ("unknown", "ongoing", {"alone": False}, "ongoing", 0),
        ("ongoing", "ended on an unknown day", {"alone": False}, None, 1),
        ("ongoing", "ended on an unknown day", {}, "ended on an unknown day", 0),
        ("ongoing", "unknown", {"alone": False}, None, 0),
        ("ongoing", "ongoing", {"alone": False}, None, 0),
    ],
)
def test_an_end_state_that_contradicts_is_told(
    kept: str, said: str, how: dict[str, bool], after: str | None, told: int
) -> None:
    found = news(held("2019", end_state=kept), facts("2019", end_state=said), **how)
    assert found.after.get("end_state") == after and len(found.differing) == told


def test_nothing_that_has_an_end_becomes_ongoing() -> None:
    stay = held("2019", "2021", end_state="ended")
    found = news(stay, facts("2019", end_state="ongoing"))
    assert found.after == {} and found.differing == [("the end state", "ended", "ongoing")]
    found = news(held("2019", end_state="ongoing"), facts("2019", "2021"), "end_state")
    assert found.after == {} and [each[0] for each in found.differing] == ["the end"]


def test_acting_is_added_where_the_file_alone_speaks_and_told_otherwise() -> None:
    assert news(held(), facts(acting=True)).after == {"acting": 1}
    found = news(held(), facts(acting=True), alone=False)
    assert found.after == {} and found.differing == [("acting", "no", "yes")]
    assert news(held(acting=1), facts(acting=True), alone=False).differing == []


def test_who_acts_no_longer_is_corrected_by_the_file_alone() -> None:
    stay = held("2019", acting=1, acting_said=True)
    assert news(stay, facts("2019", acting=False)).after == {"acting": 0}
    for how in ({"alone": False}, {"was_met": True}):
        found = news(held("2019", acting=1, acting_said=True), facts("2019", acting=False), **how)
        assert found.after == {} and found.differing == [("acting", "yes", "no")]


def test_two_rows_of_one_identity_that_contradict_in_who_acts_are_two_stays() -> None:
    stays = [held("2019", "", "a", acting_said=True)]
    assert find_stay(stays, facts("2019", "", "a", acting=False), lambda _: True) is None
