"""A text is read whole, within bounds."""

from __future__ import annotations

import pytest

from db.errors import Refused
from db.intake.reading import MAX_TEXT_LETTERS, read


def test_a_text_beyond_the_bound_is_refused_with_the_mend() -> None:
    with pytest.raises(Refused, match="paste a part"):
        read("a" * (MAX_TEXT_LETTERS + 1))


def test_a_part_in_another_script_is_told() -> None:
    text = "Islamabad. " + "وزیر خارجہ نے ٹیلی فون پر بات کی اور دونوں ملکوں کے تعلقات پر گفتگو کی"
    notes = read(text).notes
    assert [note.says for note in notes] == [
        "This part is Urdu: names matched, sentences not read."
    ]
    assert text[notes[0].start : notes[0].end].startswith("وزیر")
