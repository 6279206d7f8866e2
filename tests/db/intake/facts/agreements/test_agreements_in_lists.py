"""What stands in a row, in a list or before a relative clause is signed as what is said to be."""

from __future__ import annotations

from datetime import date

import pytest

from db.intake import reading
from tests.db.intake.marked_texts import proposals

DAY = date(2025, 4, 16)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "France and Kenya signed an agreement on police work and a memorandum on health.",
            {("police work", "agreement"), ("health", "memorandum of understanding")},
        ),
        (
            "France and Kenya signed the following: an agreement on ports; a protocol on fishing; "
            "and a memorandum of understanding on sport.",
            {
                ("ports", "agreement"),
                ("fishing", "protocol"),
                ("sport", "memorandum of understanding"),
            },
        ),
        (
            "France and Kenya signed two agreements in Paris. The documents include a protocol on "
            "fishing and a bilateral air services agreement.",
            {("fishing", "protocol"), ("bilateral air services", "agreement")},
        ),
        (
            "He praised the treaty on migration that France signed with Kenya in 2004.",
            {("migration", "treaty")},
        ),
        (
            "The funds were paid under a plan which France signed with Kenya in 2004.",
            set(),
        ),
        (
            "France and Kenya signed a mobility agreement and a memorandum on health.",
            {("mobility", "agreement"), ("health", "memorandum of understanding")},
        ),
    ],
)
def test_each_of_a_row_is_an_agreement_of_its_own(
    text: str, expected: set[tuple[str, str]]
) -> None:
    found = [each.fields for each in reading.read(text, DAY).agreements]
    assert {(each.subject, each.type) for each in found} == expected
    assert all(set(each.parties) == {"France", "Kenya"} for each in found)


def test_a_row_is_signed_once() -> None:
    text = "France and Kenya signed an agreement on ports and a protocol on fishing on 2 April."
    signings = [each for each in reading.read(text, DAY).events if each.fields.type == "signing"]
    assert len(signings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Chad agreed on Sunday to extend a ceasefire along the border.",
        "Moscow and Nairobi are working on an agreement on trade.",
    ],
)
def test_what_two_states_agree_to_extend_or_work_on_is_theirs(text: str) -> None:
    (found,) = reading.read(text, DAY).agreements
    assert len(found.fields.parties) == 2


def test_the_lines_of_a_list_are_each_an_agreement() -> None:
    text = (
        "During the visit, the following documents were signed by India and Nepal on 1 April:\n"
        "(i) MoU between NITI Aayog and the National Planning Commission of Nepal on data;\n"
        "(ii) Agreement on the use of rivers;\n"
        "The visit went well."
    )
    found = {(each.fields.type, each.fields.parties) for each in reading.read(text, DAY).agreements}
    assert ("memorandum of understanding", ("NITI Aayog", "National Planning Commission of Nepal")
            ) in found  # fmt: skip
    assert len(found) == 2


def test_several_of_one_kind_have_a_subject_each() -> None:
    text = "Kuwait and Bahrain inked two memoranda of understanding, on ports and on culture."
    found = [each.fields.subject for each in reading.read(text, DAY).agreements]
    assert found == ["ports", "culture"]


def test_what_a_list_names_one_by_one_is_not_told_as_several_too() -> None:
    text = (
        "On Monday Kenya and Chad signed three agreements aimed at boosting trade. The agreements"
        " signed included a Trade Agreement, an MoU on Bilateral Cooperation in Fisheries, and an"
        " agreement on visas."
    )
    found = [each.fields for each in proposals(text).agreements]
    assert len(found) == 3
    assert {"Bilateral Cooperation in Fisheries", "visas"} <= {each.subject for each in found}
    assert all(set(each.parties) == {"Kenya", "Chad"} for each in found)
