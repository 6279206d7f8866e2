"""A name ends where the next word is no name."""

from __future__ import annotations

import pytest

from db.intake.mentions.marks import mark_places
from db.intake.mentions.name_runs import name_end, name_text
from db.intake.text.sentences import cut_sentences

NAMES = [
    ("Mohammed bin Salman bin Abdulaziz Al Saud said", "Mohammed bin Salman bin Abdulaziz Al Saud"),
    ("Ursula von der Leyen met him", "Ursula von der Leyen"),
    ("Michael E. Kurilla left", "Michael E. Kurilla"),
    ("Abdel Fattah el-Sisi met him", "Abdel Fattah el-Sisi"),
    ("Ishaq DAR met him", "Ishaq Dar"),
    ("Graham Sutcliffe MP said", "Graham Sutcliffe"),
    ("Ferdinand Marcos Jr. said", "Ferdinand Marcos Jr."),
    ("Bidhya Kumari Rai at noon", "Bidhya Kumari Rai"),
    ("SATO Haruka arrived", "Sato Haruka"),
    ("Jan Stolberg told", "Jan Stolberg"),
    ("Hélène de La Rochebrune said", "Hélène de La Rochebrune"),
    ("E.D. Mnangawa said", "E.D. Mnangawa"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_read_to_its_end(text: str, name: str) -> None:
    marked = mark_places(cut_sentences(text)[0])
    end = name_end(marked, 0, is_titled=True)
    assert name_text(marked.tokens, 0, end) == name


@pytest.mark.parametrize("text", ["Monday came", "The minister", "Pakistan said", "MoU"])
def test_other_words_are_no_name(text: str) -> None:
    assert name_end(mark_places(cut_sentences(text)[0]), 0) == 0
