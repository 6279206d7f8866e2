"""Names keep their first letter wherever they stand; common words begin a sentence large."""

import pytest

from desktop.paper.content.first_letters import open_label, open_sentence

NAMES = [
    "eVisa", "iPhones for the ministry", "https://example.org", "al-Qaida", "bin Salman",
    "de Gaulle", "ʿAlī", "van der Leyen", "µ-wave links", "ǆeparov", "ßen", "le Drian",
    "easyJet", "ul-Haq", "x@example.org", "d’Artagnan", "o’Neill", "www.example.org", "ıslahiye",
    "mRNA", "ﬁgures", "al Qaida", "von der Leyen", "e-visa", "pH", "a@b.org", "in-Salah",
    "the.guardian.com", "no-fly zone", "la Francophonie", "adidas",
]  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_a_name_keeps_its_first_letter(text: str) -> None:
    assert open_sentence(text) == text


@pytest.mark.parametrize("text", [each for each in NAMES if " " not in each and each != "adidas"])
def test_a_kind_that_is_written_like_a_name_keeps_it_too(text: str) -> None:
    assert open_label(text) == text


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("both sides agreed", "Both sides agreed"),
        ("memorandum of understanding", "Memorandum of understanding"),
        ("signed by one of two", "Signed by one of two"),
        ("acting Chief", "Acting Chief"),
        ("no, thanks", "No, thanks"),
        ("\u2068عاصم\u2069", "\u2068عاصم\u2069"),
    ],
)
def test_a_common_word_begins_a_sentence(text: str, opened: str) -> None:
    assert open_sentence(text) == opened


def test_a_kind_in_an_officers_words_begins_a_cell() -> None:
    assert (open_label("code name"), open_label("observer")) == ("Code name", "Observer")
