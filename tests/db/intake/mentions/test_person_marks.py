"""A surname, or "the Senegalese official", means whom the text names in full."""

from __future__ import annotations

from tests.db.intake.marked_texts import document, events

TEXT = (
    "RABAT, June 2 - Senegal's Foreign Minister Yassine Fall came on Saturday. The Senegalese"
    " official held talks earlier with Head of Government Aziz Akhannouch."
)


def test_the_official_of_a_state_is_the_one_whom_the_text_names() -> None:
    ((kind, _, _, names),) = events(TEXT)
    assert (kind, names) == ("meeting", {"Yassine Fall", "Aziz Akhannouch"})


def test_of_two_of_a_state_none_is_meant() -> None:
    text = TEXT + " Senegal's Finance Minister Cheikh Diba was there. The Senegalese diplomat left."
    last = document(text).sentences[-1]
    assert [mark for mark in last.marks() if mark.kind == "person"] == []


def test_a_surname_alone_is_marked() -> None:
    marked = document("Foreign Minister Ishaq Dar came. Dar spoke.").sentences[1]
    (mark,) = [each for each in marked.marks() if each.kind == "person"]
    assert mark.entity.name == "Ishaq Dar"
