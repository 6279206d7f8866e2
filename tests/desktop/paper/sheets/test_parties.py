"""What each party did, in the columns and letters of the United Nations register."""

import pytest

from db import Agreement, HistoricalDate, Party, PartyAction, Ref, TitleThen
from desktop.paper.sections.sheet_context import SheetFacts
from desktop.paper.sheets.parties import parties
from tests.desktop.paper.context_of import DAY, said, telling_of

DATE = HistoricalDate.parse
STATE = Ref(1, "Ruritania", "organization")


def told(*acts: PartyAction, **more: object) -> list[str]:
    party = Party(who=STATE, actions=list(acts), **more)
    return said(parties(telling_of(Agreement(title="Pact", parties=[party]))))


@pytest.mark.parametrize(
    ("act", "head", "cell"),
    [
        (PartyAction(action="signed", date=DATE("2021")), "Signature", "2021"),
        (PartyAction(action="signed"), "Signature", "not dated"),
        (
            PartyAction(action="initialled", date=DATE("2021")),
            "Signature",
            "Initialled 2021",
        ),
        (PartyAction(action="ratified", date=DATE("2022")), "Consent to be bound", "2022"),
        (PartyAction(action="acceded", date=DATE("2022")), "Consent to be bound", "2022 a"),
        (PartyAction(action="accepted", date=DATE("2022")), "Consent to be bound", "2022 A"),
        (PartyAction(action="approved", date=DATE("2022")), "Consent to be bound", "2022 AA"),
        (PartyAction(action="succeeded", date=DATE("2022")), "Consent to be bound", "2022 d"),
        (
            PartyAction(action="ratified", date=DATE("2022"), date_of="deposit"),
            "Consent to be bound",
            "deposited 2022",
        ),
        (PartyAction(action="denounced", date=DATE("2030")), "Other acts", "Denounced 2030"),
        (
            PartyAction(action="signed", date=DATE("2021"), note="in haste"),
            "Signature",
            "2021; in haste",
        ),
    ],
)
def test_an_act_stands_in_its_column(act: PartyAction, head: str, cell: str) -> None:
    lines = told(act)
    assert lines[1] == f"Party | {head}"
    assert lines[2] == f"Ruritania | {cell}"


def test_only_the_letters_that_are_there_are_explained() -> None:
    lines = told(PartyAction(action="acceded"), PartyAction(action="ratified"))
    assert lines[-1] == "a accession; without a letter: ratification."
    assert len(told(PartyAction(action="ratified"))) == 3


def test_who_signed_has_the_title_of_that_day() -> None:
    act = PartyAction(action="signed", date=DATE("2021-06-12"), signatory=Ref(2, "Dar", "person"))
    record = Agreement(title="Pact", parties=[Party(who=STATE, actions=[act])])
    known = SheetFacts(
        {
            (2, "2021-06-12"): TitleThen("Secretary", "Secretary"),
            (2, DAY): TitleThen("Minister", "Minister"),
        }
    )
    lines = said(parties(telling_of(record, known=known)))
    assert lines[2] == "Ruritania | 12 June 2021 by Dar, then Secretary"


def test_a_side_or_capacity_is_said_unless_the_name_says_it() -> None:
    assert told(side="Ruritania")[2] == "Ruritania"
    assert told(side="North", capacity="guarantor")[2] == "Ruritania (North, guarantor)"


def test_a_party_without_a_name_is_a_party() -> None:
    record = Agreement(title="Pact", parties=[Party(side="North")])
    assert "A party that is not named (North)" in said(parties(telling_of(record)))


def test_without_parties_there_is_no_table() -> None:
    assert parties(telling_of(Agreement(title="Pact"))) == []
