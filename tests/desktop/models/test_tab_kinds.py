"""The tabs stand for the kinds of record, each with icons that are there."""

from db import KINDS
from desktop.models.tab_kinds import TAB_KINDS
from desktop.style.icons import GLYPHS


def test_every_kind_of_record_has_one_tab() -> None:
    assert sorted(tab.kind for tab in TAB_KINDS) == sorted(KINDS)


def test_people_come_first_and_the_timeline_last() -> None:
    assert [tab.name for tab in TAB_KINDS] == [
        "People",
        "Organizations",
        "Agreements",
        "Timeline",
    ]


def test_every_tab_has_its_icons_and_its_words() -> None:
    for tab in TAB_KINDS:
        assert {tab.icon, tab.one_icon} <= set(GLYPHS)
        assert tab.name and tab.one
