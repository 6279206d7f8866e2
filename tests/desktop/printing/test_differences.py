"""Two states of a record are told apart field by field, in the words of the form."""

import pytest

from db import (
    Agreement,
    Citation,
    Event,
    HistoricalDate,
    Note,
    OfficeRef,
    Participant,
    Party,
    PartyAction,
    Person,
    Record,
    Ref,
    Source,
    Tenure,
)
from desktop.printing.differences import Difference, differences


def day(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


MINISTRY = Ref(7, "Ministry of Foreign Affairs", "organization")
OFFICE = OfficeRef(3, "Foreign Minister", MINISTRY)
FWO, USSM = Ref(8, "FWO", "organization"), Ref(9, "USSM", "organization")
CASES: list[tuple[Record, Record, list[tuple[str, str, str]]]] = [
    (Person(title="Dar"), Person(title="Dar", version=4, changed="today"), []),
    (Person(title="Dar"), Person(title="Ishaq Dar"), [("Name", "Dar", "Ishaq Dar")]),
    (
        Person(born=day("1950"), country="pk", marking=0),
        Person(born=day("July 1950"), country="us", marking=2),
        [
            ("Marking", "open", "confidential"),
            ("Nationality", "Pakistan", "United States"),
            ("Born", "1950", "July 1950"),
        ],
    ),
    (
        Person(topics=["army"]),
        Person(topics=["army", "trade"]),
        [("Topics", "army", "army, trade")],
    ),
    (
        Person(tenures=[Tenure(id=1, office=OFFICE, since=day("2024"), end_state="ongoing")]),
        Person(
            tenures=[
                Tenure(
                    id=1, office=OFFICE, since=day("2024"), until=day("2026-11"), end_state="ended"
                )
            ]
        ),
        [
            (
                "Offices held, Foreign Minister, Ministry of Foreign Affairs: Until",
                "",
                "November 2026",
            ),
            (
                "Offices held, Foreign Minister, Ministry of Foreign Affairs: End",
                "ongoing",
                "ended",
            ),
        ],
    ),
    (
        Person(notes=[Note(id=1, text="gone", author="Ann")]),
        Person(notes=[Note(id=2, text="new", marking=1)]),
        [("Notes", "gone, author Ann", ""), ("Notes", "", "new, marking restricted")],
    ),
    (
        Person(tenures=[]),
        Person(tenures=[Tenure(id=1, office=OFFICE, acting=True, since=day("2024"))]),
        [
            (
                "Offices held",
                "",
                "Foreign Minister, Ministry of Foreign Affairs, acting, since 2024, end unknown",
            )
        ],
    ),
    (
        Event(participants=[Participant(id=1, who=FWO, role="guest", side="Pakistan")]),
        Event(participants=[]),
        [("Participants", "FWO, as guest, side Pakistan", "")],
    ),
    (
        Agreement(
            parties=[
                Party(id=1, who=FWO, actions=[PartyAction(id=1, action="signed", date=day("2025"))])
            ]
        ),
        Agreement(
            parties=[
                Party(
                    id=1,
                    who=FWO,
                    actions=[
                        PartyAction(id=1, action="signed", date=day("2025")),
                        PartyAction(id=2, action="ratified"),
                    ],
                ),
                Party(id=2, who=USSM, actions=[PartyAction(id=3, action="signed")]),
            ]
        ),
        [("Parties, FWO: Acts", "", "ratified"), ("Parties", "", "USSM, acts signed")],
    ),
    (
        Person(citations=[Citation(id=1, source=Source(id=1, title="A call"), passage="one")]),
        Person(citations=[Citation(id=1, source=Source(id=2, title="A note"), passage="one")]),
        [("Sources, A call: Source", "A call", "A note")],
    ),
    (
        Person(citations=[Citation(id=1, source=Source(title="A call"), field="post_nominals")]),
        Person(citations=[Citation(id=1, source=Source(title="A call"), field="tenures")]),
        [("Sources, A call: Supports which fact", "Post-nominals", "Offices held")],
    ),
]


@pytest.mark.parametrize(("then", "now", "told"), CASES)
def test_what_differs_is_told(then: Record, now: Record, told: list[tuple[str, str, str]]) -> None:
    assert differences(then, now) == [Difference(*each) for each in told]
