"""All sentences together: dates are shared, sides understood, quotations left out."""

from __future__ import annotations

from datetime import date

import pytest

from db.intake import reading
from tests.db.intake.marked_texts import events, proposals


def test_also_means_the_same_day() -> None:
    text = (
        "President William Ruto met President Donald Trump on 1 September. President William Ruto"
        " also met President Xi Jinping."
    )
    assert [event[1] for event in events(text)] == ["2025-09-01", "2025-09-01"]


def test_what_is_quoted_is_no_event() -> None:
    text = (
        '"President Donald Trump met President Xi Jinping in May," said Foreign Minister Wang Yi.'
    )
    assert events(text) == []


def test_both_sides_sign_what_they_met_for() -> None:
    text = (
        "Foreign Minister Ishaq Dar met Foreign Minister Wang Yi on 1 September. The two ministers"
        " signed a memorandum of understanding on energy."
    )
    assert [(event[0], event[3]) for event in events(text)] == [
        ("meeting", {"Ishaq Dar", "Wang Yi"}),
        ("signing", {"Ishaq Dar", "Wang Yi"}),
    ]


def test_envoys_listed_afterwards_presented_credentials() -> None:
    text = (
        "President William Ruto received credentials from two envoys on Monday.\n\n"
        "The envoys are Ambassador Birgitta Hall of Sweden and Ambassador Carlos Quin of Chile."
    )
    ((kind, _, _, names),) = events(text)
    assert (kind, names) == ("credentials", {"William Ruto", "Birgitta Hall", "Carlos Quin"})


PLAIN = [
    (
        "Dhaka, May 2 - Bangladesh will sign a loan of $2 billion with the World Bank during Prime"
        " Minister Sheikh Hasina's visit to Washington on 9 May.",
        ("visit", "planned", {"Sheikh Hasina"}),
    ),
    (
        "The leaders of Armenia and Azerbaijan will meet in Brussels next week.",
        ("meeting", "planned", {"Armenia", "Azerbaijan"}),
    ),
    (
        "In a call with Foreign Minister of Azerbaijan Jeyhun Bayramov, Senator Ishaq Dar briefed"
        " him.",
        ("call", "held", {"Jeyhun Bayramov", "Ishaq Dar"}),
    ),
    (
        "HAVANA, June 15 - Cuban Foreign Minister Bruno Parra met Ahmed Attaf of Algeria, who is"
        " paying an official visit to the island.",
        ("visit", "held", {"Ahmed Attaf"}),
    ),
    (
        "Secretary of State Marco Rubio is scheduled to fly to Doha on Thursday for talks with"
        " Qatari Prime Minister Mohammed bin Abdulrahman Al Thani.",
        ("meeting", "planned", {"Marco Rubio", "Mohammed bin Abdulrahman Al Thani"}),
    ),
    (
        "ECOWAS said President Patrice Talon of Benin would travel to Niamey to mediate.",
        ("visit", "planned", {"Patrice Talon"}),
    ),
]


@pytest.mark.parametrize(("text", "event"), PLAIN)
def test_who_does_what_is_read_from_the_clause(text: str, event: tuple[str, str, set[str]]) -> None:
    assert event in [(kind, status, who) for kind, _, status, who in events(text)]


def test_separate_meetings_are_several() -> None:
    text = (
        "Foreign Minister Ishaq Dar held separate meetings with UK Minister of State Tariq Ahmad"
        " and Minister for Development Andrew Mitchell."
    )
    assert [who for _, _, _, who in events(text)] == [
        {"Ishaq Dar", "Tariq Ahmad"},
        {"Ishaq Dar", "Andrew Mitchell"},
    ]


@pytest.mark.parametrize(
    ("after", "amount"),
    [
        ("It is worth $300 million.", "300000000"),
        ("The deal brings an investment of $300 million.", "300000000"),
        ("The Export-Import Bank of Korea will extend a loan of $300 million for a mine.", None),
    ],
)
def test_a_sum_told_afterwards_is_of_the_agreement_unless_a_body_gives_it(
    after: str, amount: str | None
) -> None:
    text = f"Uzbekistan and Korea signed a memorandum on minerals on Monday. {after}"
    pact = proposals(text).agreements[0].fields
    assert (pact.value and pact.value.amount) == amount


def test_what_is_said_on_a_day_is_not_of_that_day() -> None:
    text = "German Foreign Minister Frank-Walter Steinmeier on Wednesday said he would visit Oslo."
    assert [day for _, day, _, _ in events(text)] != ["2025-09-10"]


def test_an_outcome_is_of_who_took_part_on_the_day() -> None:
    text = (
        "President Ali Khan met President Juan Pérez on Friday. The European Union had urged calm"
        " on Wednesday. President Khan pledged aid."
    )
    [event] = proposals(text).events
    assert [each.speaker for each in event.fields.outcome] == ["Ali Khan"]


def test_what_is_told_of_long_ago_dates_no_news() -> None:
    text = (
        "President Ali Khan recalled the summit of December 2022 in Ankara. The two sides also"
        " signed an agreement between Kenya and Ghana on trade."
    )
    assert [day for kind, day, _, _ in events(text) if kind == "signing"] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        (
            "Smith is paying an official visit to Kenya at the invitation of President Jane Doe.",
            "visit",
            {"John Smith"},
        ),
        ("He has ended a tour of Kenya, Chad and Mali.", "visit", {"John Smith"}),
        ("Smith was sworn in on May 6.", "appointment", {"John Smith"}),
        (
            "According to Ann Lee, Smith confirmed that he would visit Kenya in May.",
            "visit",
            {"John Smith"},
        ),
    ],
)
def test_who_does_it_is_told_from_who_only_stands_by(
    text: str, kind: str, people: set[str]
) -> None:
    before = "Canadian Foreign Minister John Smith spoke in Ottawa. "
    found = [each.fields for each in reading.read(before + text, date(2025, 4, 16)).events]
    assert [set(each.participants) & {"John Smith", "Jane Doe", "Ann Lee"} for each in found
            if each.type == kind] == [people]  # fmt: skip


JOURNEY = (
    "Foreign Minister Ana Ruiz of Chile is in Oslo to talk to Norwegian Foreign Minister Kari Lie"
    " on the planned visit to Norway of Chilean President Luis Paz next year."
)


def test_who_is_somewhere_to_talk_meets_now_and_the_planned_visit_comes_later() -> None:
    assert sorted(events(JOURNEY), key=str) == [
        ("meeting", "2025-09-15", "held", {"Ana Ruiz", "Kari Lie"}),
        ("visit", "2025-09-15", "held", {"Ana Ruiz"}),
        ("visit", "2026", "planned", {"Luis Paz"}),
    ]


def test_a_visit_before_the_comma_is_of_who_stands_behind_it() -> None:
    text = "During his visit to Peru, Foreign Minister Juan Lobo will be received by President Paz."
    found = events(f"LIMA: Chile's Juan Lobo, the Foreign Minister, comes on Monday. {text}")
    assert not any(who == {"Paz"} for kind, _, _, who in found if kind == "visit")
    assert ("meeting", "planned", {"Juan Lobo", "Paz"}) in [
        (kind, status, who) for kind, _, status, who in found
    ]


def test_a_gathering_that_is_due_to_be_held_is_planned() -> None:
    text = "Chile will attend the Lima Summit of the Andean Community due to be held in October."
    assert [status for kind, _, status, _ in events(text) if kind == "summit"] == ["planned"]
