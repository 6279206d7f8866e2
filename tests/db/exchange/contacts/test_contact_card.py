"""A card keeps each thing once, and what cannot be kept is told."""

from __future__ import annotations

from db.changes.attaching import MAX_ATTACHMENT_BYTES
from db.exchange.contacts.contact_card import CardPost, ContactCard


def test_a_way_to_reach_somebody_is_kept_once_with_its_note() -> None:
    card = ContactCard(1, "card 1")
    for note in ("", "work", "work", ""):
        card.add_contact("phone", "+351 21", note)
    card.add_contact("phone", "+351 21", "home")
    card.add_contact("phone", " ")
    assert [(each.value, each.note) for each in card.contacts] == [
        ("+351 21", "work"), ("+351 21", "home"),
    ]  # fmt: skip


def test_a_title_that_names_its_department_is_left_as_it_is() -> None:
    assert CardPost("Ministry", "Asia", "Director for Asia").office() == "Director for Asia"
    assert CardPost("Ministry", "", "Minister").office() == "Minister"


def test_a_picture_too_large_is_told() -> None:
    card = ContactCard(1, "card 1")
    card.attach(b"\0" * (MAX_ATTACHMENT_BYTES + 1), "photo", "PHOTO")
    assert card.attachments == [] and [each[0] for each in card.left_out] == ["PHOTO"]
