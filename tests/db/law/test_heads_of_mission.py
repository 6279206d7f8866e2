"""Heads of mission stand by class, then by the moment of taking up functions; ties are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from db.dates import day_number
from db.errors import Refused
from db.law.heads_of_mission import (
    Head,
    Moment,
    Practice,
    Precedence,
    class_rank,
    is_nuncio,
    order_heads,
    practice_words,
    read_practice,
    receiving_state,
)


def moment(text: str | None) -> Moment | None:
    if not text:
        return None
    day, _, hour = text.partition("T")
    minute = int(hour[:2]) * 60 + int(hour[3:]) if hour else None
    return Moment(day_number(day), day_number(day), minute, text)


def head(name: str, words: str = "ambassador", **fields: str) -> Head:
    state = fields.pop("state", f"{name}-land")
    absent = fields.pop("absent", "")
    first, _, last = absent.partition("/")
    absences = ((day_number(first), day_number(last)),) if absent else ()
    for_class = fields.pop("for_class", "")
    dates = {key: moment(value) for key, value in fields.items()}
    return Head(name, state, words, absences=absences, for_class=for_class, **dates)


def places(found: Precedence) -> list[Any]:
    """Return the names in order, those that share a place in a list of their own."""
    numbers = dict.fromkeys(each.place for each in found.order)
    shared = [[each.head.person for each in found.order if each.place == n] for n in numbers]
    return [names if len(names) > 1 else names[0] for names in shared]


def order(*heads: Head, practice: str = "", day: str = "2025-06-01") -> list[Any]:
    return places(order_heads(heads, read_practice(practice), day_number(day)))


A = head("A", credentials="2024-03-20T10:00", true_copy="2024-01-08T11:00", arrived="2024-01-05")
B = head("B", credentials="2024-03-12T10:00", true_copy="2024-02-02T10:00", arrived="2024-02-01")
N = head("N", "apostolic nuncio", credentials="2025-01-01T10:00", true_copy="2024-12-01T10:00")
LATE = head("L", credentials="2025-07-01T10:00")
ORDERS = (
    ((A, B), "credentials", ["B", "A"]),
    ((A, B), "true copy", ["A", "B"]),
    ((A, B, N), "credentials", ["B", "A", "N"]),
    ((A, B, N), "credentials, nuncio first", ["N", "B", "A"]),
    ((A, B, LATE), "", ["B", "A"]),
    ((head("X", credentials="2024-01-01"), head("Y", credentials="2024-01-01")), "", [["X", "Y"]]),
    ((head("X", credentials="2024-01-01T11:00"), head("Y", credentials="2024-01-01T10:30")), "",
     ["Y", "X"]),
    ((head("X", credentials="2024-01-01", arrived="2023-02-01"),
      head("Y", credentials="2024-01-01", arrived="2023-01-01")), "", ["Y", "X"]),
    ((head("X", "envoy", credentials="2001-01-01"), head("Y", credentials="2024-01-01")), "",
     ["Y", "X"]),
    ((head("X", credentials="2020-01-01", farewell="2025-06-01"), B), "", ["X", "B"]),
    ((head("X", credentials="2020-01-01", farewell="2025-05-31"), B), "", ["B"]),
    ((head("X", "chargé d'affaires a.i.", notified="2020-01-01"), B), "", ["B", "X"]),
)  # fmt: skip


@pytest.mark.parametrize(("heads", "practice", "expected"), ORDERS)
def test_heads_stand_in_order(heads: tuple[Head, ...], practice: str, expected: list[Any]) -> None:
    assert order(*heads, practice=practice) == expected
    assert order(*reversed(heads), practice=practice)[:1] == expected[:1] or isinstance(
        expected[0], list
    )


def test_a_charge_notified_after_the_head_stands_in_for_one_who_is_away() -> None:
    charge = head("C", "chargé d'affaires a.i.", state="A-land", notified="2025-05-01")
    before = head("D", "chargé d'affaires a.i.", state="A-land", notified="2023-05-01")
    assert order(A, B, charge) == ["B", "C"]
    assert order(A, B, before) == ["B", "A"]
    gone = head("C", "chargé d'affaires a.i.", state="A-land", notified="2025-05-01",
                farewell="2025-05-20")  # fmt: skip
    assert order(A, B, gone) == ["B", "A"]


def test_a_mission_without_anybody_is_vacant_and_says_why() -> None:
    left = head("X", credentials="2020-01-01", farewell="2025-05-31")
    found = order_heads([left, LATE, B], Practice(), day_number("2025-06-01"))
    assert found.vacant == [
        ("L-land", "nobody has taken up functions"),
        ("X-land", "X took leave"),
    ]


def test_each_place_has_its_reason_and_the_first_is_dean() -> None:
    found = order_heads([A, B, N], read_practice("nuncio first"), day_number("2025-06-01"))
    assert "nuncio first" in found.order[0].reason and "dean" in found.order[0].reason
    assert "credentials 2024-03-12T10:00" in found.order[1].reason
    assert "dean" not in found.order[1].reason


@pytest.mark.parametrize(
    ("words", "rank"),
    [("Ambassador Extraordinary and Plenipotentiary", 1), ("High Commissioner", 1),
     ("Nuncio", 1), ("internuncio", 2), ("Minister Plenipotentiary", 2),
     ("chargé d'affaires en titre", 3), ("Chargé d’affaires a. i.", 4),
     ("chargé d'affaires ad interim", 4), ("consul", 5)],
)  # fmt: skip
def test_a_class_has_its_rank(words: str, rank: int) -> None:
    assert class_rank(words) == rank
    assert is_nuncio(words) == (words == "Nuncio")


@pytest.mark.parametrize("words", ["alphabetical", "true copy, credentials", "nuncio last"])
def test_other_practices_are_refused(words: str) -> None:
    with pytest.raises(Refused, match="is no practice"):
        read_practice(words)


@pytest.mark.parametrize(
    "words", ["credentials", "true copy", "true copy, nuncio first, chargés by class"]
)
def test_a_practice_is_read_back_from_its_words(words: str) -> None:
    assert read_practice(words).words() == words


def test_the_cases_of_the_convention_hold(real_data: Path) -> None:
    path = real_data / "law" / "precedence_cases.json"
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    assert cases
    for case in cases:
        told = case["local_practice"]
        practice = Practice(
            "true copy" in told["taking_up"], told["nuncio_first"], "charges_ai" in told
        )
        heads = []
        fields = ("arrived", "true_copy", "credentials", "notified", "absent", "for_class")
        for each in case["heads"]:
            given = {name: each[name] for name in ("state", *fields) if name in each}
            if "ended" in each:
                given["farewell"] = each["ended"]
            heads.append(head(each["name"], each["class"], **given))
            if "earlier_class" in each:
                earlier = {"state": each["state"], "credentials": each["credentials_earlier"]}
                heads.append(head(each["name"], each["earlier_class"], **earlier))
        days = [(case["as_of"], case["expected_order"])]
        days += [(check["as_of"], check["order"]) for check in case.get("checks", ())]
        for day, expected in days:
            assert places(order_heads(heads, practice, day_number(day))) == expected, case["id"]


def test_a_state_is_named_by_code_or_words() -> None:
    assert (receiving_state("BEL"), receiving_state("Ruritania")) == ("be", "Ruritania")
    assert practice_words("") == "credentials"
