"""An agreement is cited, dated and valued no more surely than it is known."""

import pytest

from db import Agreement, AgreementLink, Amount, HistoricalDate, Lens, Ref
from desktop.paper.sheets import agreement_sheet as agreement
from tests.desktop.paper.context_of import DAY, said, telling_of

DATE = HistoricalDate.parse


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(number="1250000", currency="EUR", qualifier="exact"), "€1.25 million"),
        (Amount(number="9", currency="PKR"), "PKR 9"),
        (Amount(number="3", qualifier="at least", stage="disbursed"), "at least 3, disbursed"),
        (
            Amount(number="7", currency="USD", as_of=DATE("May 2025")),
            "$7, May 2025",
        ),
    ],
)
def test_a_sum_keeps_its_qualifier_stage_and_day(amount: Amount, text: str) -> None:
    assert agreement.amount_text(amount) == text


def test_a_status_that_is_not_stated_is_named_so() -> None:
    assert agreement.status_text(Agreement(title="Pact"), DAY) == "status not recorded"
    in_force = Agreement(title="Pact", concluded=DATE("2020"), in_force=DATE("2021"))
    assert agreement.status_text(in_force, DAY) == "in force"


def test_the_subtitle_tells_type_status_and_day() -> None:
    record = Agreement(title="Pact", kind="treaty", concluded=DATE("2020"), in_force=DATE("2021"))
    reading = telling_of(record).reading
    assert agreement.subtitle(reading, Lens(DAY)) == "Treaty · in force · 2020"


def test_a_stated_stage_stands_beside_the_status() -> None:
    for made, told in (
        (Agreement(title="Pact", stage="announced"), "Status | Announced (as stated)"),
        (
            Agreement(title="Pact", stage="announced", in_force=DATE("2021")),
            "Status | In force, announced (as stated)",
        ),
    ):
        assert told in said(agreement.facts(telling_of(made)))


def test_terms_that_are_not_known_take_no_room() -> None:
    made = Agreement(title="Pact", in_force=DATE("2020"), notice_period="six months")
    told = said(agreement.clock(telling_of(made)))
    assert told == ["Dates and terms", "Entry into force | 2020", "Notice period | six months"]


def test_what_is_due_next_stands_before_the_dates() -> None:
    made = Agreement(title="Pact", concluded=DATE("2025-05"), notice_period="six months")
    told = said(agreement.clock(telling_of(made)))
    assert told[1:3] == [
        "Outstanding | Entry into force: no date on this desk",
        "Concluded | May 2025",
    ]


def test_another_agreement_it_bears_on_is_named_with_how() -> None:
    link = AgreementLink(nature="amends", other=Ref(9, "Treaty of Zenda", "agreement"))
    told = said(agreement.lineage(telling_of(Agreement(title="P", agreement_links=[link]))))
    assert told == ["Related agreements", "Amends | Treaty of Zenda"]
