"""The diplomatic list stands by mission in the order of precedence, with what is recorded."""

from __future__ import annotations

import pytest

from db import (
    END_UNKNOWN,
    HELD,
    Mission,
    MissionContact,
    MissionHead,
    MissionMember,
    OfficeRef,
    Ref,
)
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.diplomatic_sheet import diplomatic_blocks, diplomatic_subtitle
from tests.desktop.paper.words import headings, words

EMBASSY = Ref(9, "Embassy of France", "organization")
HEAD = MissionHead(
    Ref(1, "Xavier", "person"), 1, "ambassador", "2022-03-10T10:30", "credentials 2022-03-10"
)
MISSIONS = [
    Mission(
        "France",
        (HEAD,),
        "",
        (EMBASSY,),
        (MissionContact("address", "Rue Ducale 65", "chancery"),),
        (
            MissionMember(
                Ref(2, "Marie", "person"), OfficeRef(1, "Counsellor", EMBASSY), True, END_UNKNOWN,
                "Paul",
            ),
            MissionMember(
                Ref(3, "Jean", "person"), OfficeRef(2, "Attaché", EMBASSY), False, HELD, "",
                (MissionContact("phone", "+32 2 548 87 12"),),
            ),
        ),
    ),
    Mission("Germany", vacancy="Hans took leave"),
]  # fmt: skip


def test_each_mission_has_its_head_and_staff() -> None:
    sheet = Sheet("Belgium", diplomatic_blocks(MISSIONS, "credentials"))
    assert headings(sheet) == ["Order of precedence", "France", "Germany"]
    order = words(sheet, "Order of precedence")
    assert "1 | Xavier | France | credentials 10 March 2022" in order
    assert words(sheet, "France").splitlines()[1:] == [
        "Mission | Embassy of France",
        "Address | Rue Ducale 65, chancery",
        "Name | Rank or office | Spouse, address, telephone",
        "Xavier | Ambassador, since 10 March 2022, 10:30 | ",
        "Marie | acting Counsellor — end not known | Spouse: Paul",
        "Jean | Attaché | Telephone: +32 2 548 87 12",
    ]
    assert "vacant | Head of mission | Hans took leave" in words(sheet, "Germany")


@pytest.mark.parametrize(
    ("missions", "text"),
    [
        (MISSIONS, "Diplomatic list · 2 missions · 1 without a head"),
        (MISSIONS[:1], "Diplomatic list · 1 mission"),
    ],
)
def test_the_subtitle_counts_missions(missions: list[Mission], text: str) -> None:
    assert diplomatic_subtitle(missions) == text
