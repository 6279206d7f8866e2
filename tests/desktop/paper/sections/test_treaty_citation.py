"""An agreement is cited as the house of its series prints it, no more surely than it is known."""

import pytest

from db import Agreement, HistoricalDate, Party, PartyAction
from desktop.paper.sections.treaty_citation import citation
from tests.desktop.paper.context_of import said, telling_of

DATE = HistoricalDate.parse


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            Agreement(title="Treaty of Zenda", concluded=DATE("12 June 2021"), place="Zenda"),
            "Treaty of Zenda. Concluded at Zenda June 12, 2021.",
        ),
        (
            Agreement(
                title="Treaty of Zenda",
                concluded=DATE("June 2021"),
                parties=[Party(actions=[PartyAction(action="signed")])],
                in_force=DATE("2022"),
                reference="TS 7",
                registration="UNTS 1",
            ),
            "Treaty of Zenda. Signed in June 2021. Entered into force in 2022. TS 7;"
            " UN Reg. No. 1.",
        ),
        (
            Agreement(
                title="Memorandum on eVisa",
                place="Lahore",
                parties=[Party(actions=[PartyAction(action="signed")]), Party()],
            ),
            "Memorandum on eVisa. Signed by one of two at Lahore.",
        ),
        (
            Agreement(title="eVisa pact", provisional=DATE("2022")),
            "eVisa pact. Applied provisionally from 2022.",
        ),
        (
            Agreement(title="Pact", provisional=DATE("2022"), terminated=DATE("2024")),
            "Pact. Applied provisionally from 2022. Terminated in 2024.",
        ),
        (  # an officer's remark is no date
            Agreement(
                title="Pact",
                concluded=HistoricalDate(
                    "2025-09~", "2025-08-01", "2025-10-31", "recently, as of 15 September 2025"
                ),
                in_force=HistoricalDate("", None, None, "soon after"),
                provisional=DATE("22 Dhu al-Hijjah 1446"),
            ),
            "Pact. Concluded about September 2025. Applied provisionally from June 18, 2025.",
        ),
        (
            Agreement(title="Pact", concluded=DATE("late July 2025"), terminated=DATE("by 2030")),
            "Pact. Concluded in late July 2025. Terminated by 2030.",
        ),
        (  # as Treaties in Force has it
            Agreement(
                title="North Atlantic Treaty",
                place="Washington",
                concluded=DATE("1949-04-04"),
                in_force=DATE("1949-08-24"),
                parties=[Party(actions=[PartyAction(action="signed")])],
                reference="63 Stat 2241, T.I.A.S. No. 1964, UNTS vol. 34 p. 243",
            ),
            "North Atlantic Treaty. Signed at Washington April 4, 1949. Entered into force"
            " August 24, 1949. 63 Stat. 2241; TIAS 1964; 34 UNTS 243.",
        ),
        (  # as the Treaty Series of the United Kingdom has it
            Agreement(
                title="Exchange of Notes",
                place="Zenda",
                concluded=DATE("1929-01-04"),
                in_force=DATE("1929-02-01"),
                reference="TS 2/1929 Cmd 3254",
            ),
            "Exchange of Notes. Concluded at Zenda 4 January 1929; entered into force"
            " 1 February 1929. Treaty Series No. 2 (1929), Cmd. 3254.",
        ),
    ],
)
def test_it_is_cited_as_its_house_does(record: Agreement, sentence: str) -> None:
    assert said(citation(telling_of(record))) == [sentence]


def test_a_bare_title_is_no_citation() -> None:
    assert citation(telling_of(Agreement(title="Pact"))) == []
