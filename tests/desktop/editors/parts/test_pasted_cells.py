"""A pasted text becomes what it would have become had it been typed and left."""

from typing import Any

import pytest

from db import HistoricalDate, Ref
from desktop.editors.parts.pasted_cells import block_contents, content_of_text, count_unread
from desktop.fields.act_days import ActDay
from desktop.fields.agreement_fields import PARTIES
from desktop.fields.copied_blocks import place_block
from desktop.fields.event_fields import PARTICIPANTS
from desktop.fields.every_kind import CONTACTS, NOTES
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import FormField, PartsTableSpec
from desktop.fields.person_fields import TENURES
from tests.desktop.small_desk import SmallDesk, office, ref


def field(parts: PartsTableSpec, name: str) -> FormField:
    return next(each for each in parts.columns if each.name == name)


CASES: list[tuple[PartsTableSpec, str, str, Any]] = [
    (CONTACTS, "value", " +92 51\n1 ", "+92 51 1"),
    (NOTES, "text", "one\ntwo", "one\ntwo"),
    (TENURES, "end_state", "Ended, day unknown", "ended-unknown"),
    (TENURES, "end_state", "ongoing", "ongoing"),
    (TENURES, "acting", "x", True),
    (TENURES, "acting", "no", False),
    (NOTES, "marking", "secret", 3),
    (PARTICIPANTS, "role", "Host", "host"),
    (PARTICIPANTS, "role", "court jester", "court jester"),
    (PARTIES, "signed", "2001", ActDay("", HistoricalDate.parse("2001"))),
]


@pytest.mark.parametrize(("parts", "name", "text", "content"), CASES)
def test_a_text_becomes_a_content(
    desk: SmallDesk, parts: PartsTableSpec, name: str, text: str, content: Any
) -> None:
    assert content_of_text(field(parts, name), text, desk) == content


def test_a_name_that_only_one_record_has_is_chosen(desk: SmallDesk) -> None:
    who = field(PARTIES, "who")
    assert content_of_text(who, "pakistan  army", desk) == ref(desk, "Pakistan Army")
    assert isinstance(content_of_text(who, "Pakistan", desk), Unread)
    held = field(TENURES, "office")
    text = "Foreign Minister, Ministry of Foreign Affairs"
    assert content_of_text(held, text, desk) == office(desk, "Foreign Minister")
    assert isinstance(content_of_text(held, "!!!", desk), Unread)


def test_a_marking_that_is_none_is_kept_with_why(desk: SmallDesk) -> None:
    found = content_of_text(field(NOTES, "marking"), "top secret", desk)
    assert isinstance(found, Unread) and "open" in found.why


def test_empty_cells_say_nothing_and_the_unread_are_counted(desk: SmallDesk) -> None:
    rows = [["Ishaq Dar", "host", ""], ["Nobody", "", "Pakistan"]]
    block = block_contents(place_block(rows, PARTICIPANTS, 0), desk)
    assert block[0] == {
        "who": Ref(ref(desk, "Ishaq Dar").id, "Ishaq Dar", "person"),
        "role": "host",
    }
    assert set(block[1]) == {"who", "side"}
    assert count_unread(block) == 1
