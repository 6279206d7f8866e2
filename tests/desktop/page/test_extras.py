"""Files and changes stand on the page with the ways to them."""

from dataclasses import replace

import pytest

from db import Attachment, Change, Person
from desktop.page.extras import attachments_of, history_of
from desktop.page.look import Look
from desktop.style.palette import LIGHT

LOOK = Look(LIGHT, 13, 11, 132, 36, 32, False)
EDIT = Change(5, "2026-11-23T22:10:01.123Z", "AK <desk>", "Edit Ishaq Dar")


def test_nothing_takes_no_room() -> None:
    assert attachments_of(Person(), LOOK) == "" and history_of([], LOOK) == ""


def test_a_file_is_a_link_with_its_size() -> None:
    person = Person(attachments=[Attachment(file_name="a&b.pdf", size=2048)])
    out = attachments_of(person, LOOK)
    assert 'href="attachment:0"' in out and "a&amp;b.pdf" in out and "kB" in out.replace("Ki", "k")


@pytest.mark.parametrize("by,link", [(None, True), (6, False)])
def test_only_what_is_not_undone_can_be_undone(by: int | None, link: bool) -> None:
    out = history_of([replace(EDIT, reverted_by=by)], LOOK)
    assert ('href="undo:5"' in out) == link
    assert "AK &lt;desk&gt;" in out and 'href="history:"' in out


def test_what_changed_many_records_is_not_undone_from_the_page_of_one() -> None:
    out = history_of([replace(EDIT, many=True)], LOOK)
    assert "undo:" not in out and "with many others" in out
