"""What is due under an agreement is said from its record alone."""

import pytest

from db import Agreement, Amount, HistoricalDate, Party, PartyAction, Ref
from desktop.paper.sheets.due import due

DATE = HistoricalDate.parse
DAY = "2025-09-15"


def party(name: str, *acts: tuple[str, str]) -> Party:
    done = [PartyAction(action=action, date=DATE(when)) for action, when in acts]
    return Party(who=Ref(1, name, "organization"), actions=done)


SUBJECT = "signed subject to ratification"


@pytest.mark.parametrize(
    ("agreement", "said"),
    [
        (Agreement(stage="negotiating"), "Signature"),
        (Agreement(), "Status to be established"),
        (
            Agreement(concluded=DATE("2025-07")),
            "Entry into force: no date on this desk",
        ),
        (
            Agreement(concluded=DATE("2025-07"), in_force_clause="After both have notified."),
            "Entry into force (After both have notified)",
        ),
        (
            Agreement(concluded=DATE("2025-07"), in_force=DATE("2036")),
            "Enters into force in 2036",
        ),
        (Agreement(in_force=DATE("2020")), ""),
        (
            Agreement(in_force=DATE("2020"), duration="10 years", renewal="tacit"),
            "Runs for 10 years; renewal: tacit",
        ),
        (Agreement(terminated=DATE("2021")), ""),
        (
            Agreement(in_force=DATE("2020"), terminated=DATE("2030-01-31")),
            "Ends on 31 January 2030",
        ),
        (
            Agreement(in_force=DATE("2020"), amounts=[Amount(stage="announced")]),
            "Value announced only",
        ),
        (
            Agreement(
                in_force=DATE("2020"),
                parties=[
                    party("Ruritania", (SUBJECT, "2019"), ("ratified", "2020")),
                    party("Graustark", (SUBJECT, "2019"), ("ratified", "2027")),
                ],
            ),
            "Ratification by Graustark",
        ),
    ],
)
def test_what_is_due(agreement: Agreement, said: str) -> None:
    assert due(agreement, DAY) == said
