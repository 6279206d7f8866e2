"""A letter gives its own words, its subject and its day; attachments are left out."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from db import HistoricalDate, Refused
from db.exchange.texts.mail_text import MAX_PARTS, mail_text


def letter() -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Réunion à Genève"
    made["Date"] = "Mon, 15 Sep 2025 10:00:00 +0200"
    made.set_content("Dar met Rubio in Genève.")
    return made


def test_the_words_subject_and_day_of_a_letter_are_read() -> None:
    text, subject, day = mail_text(bytes(letter()), "a.eml")
    assert text.strip() == "Dar met Rubio in Genève."
    assert subject == "Réunion à Genève"
    assert day == HistoricalDate.parse("2025-09-15")


def test_the_plain_form_is_read_and_no_attachment() -> None:
    made = letter()
    made.add_alternative("<p>Another</p><script>x()</script>", subtype="html")
    made.add_attachment("attached", filename="a.txt")
    text, _, _ = mail_text(bytes(made), "a.eml")
    assert text.strip() == "Dar met Rubio in Genève."


def test_a_letter_that_is_only_a_page_is_read_as_one() -> None:
    made = EmailMessage()
    made.set_content("<p>Seen</p><script>x()</script>", subtype="html")
    assert mail_text(bytes(made), "a.eml") == ("Seen", "", None)


@pytest.mark.parametrize(
    "head",
    [
        b"Date: no day at all\n\ntext",
        b"Content-Type: text/plain; charset=nobody-knows\n\ntext",
        b"Content-Type: multipart/mixed\n\ntext",
        b"Content-Transfer-Encoding: base64\n\n!!!",
    ],
)
def test_a_letter_that_breaks_the_rules_is_read_as_far_as_it_goes(head: bytes) -> None:
    text, _, day = mail_text(head, "a.eml")
    assert day is None
    assert isinstance(text, str)


def test_a_letter_of_letters_is_refused() -> None:
    made = EmailMessage()
    made.make_mixed()
    for _ in range(MAX_PARTS + 1):
        made.add_attachment("a", filename="a.txt")
    with pytest.raises(Refused, match="parts"):
        mail_text(bytes(made), "a.eml")
