"""Lines of vCards become properties, however they are folded, encoded and escaped."""

from __future__ import annotations

import time

import pytest

from db.exchange.contacts import vcard_lines
from db.exchange.contacts.vcard_lines import Property, TooManyCards, read_cards


def only(line: bytes, version: bytes = b"2.1") -> Property:
    cards = list(
        read_cards(b"BEGIN:VCARD\r\nVERSION:" + version + b"\r\n" + line + b"\r\nEND:VCARD")[0]
    )
    [card] = cards
    assert card.faults == [] and card.is_closed
    return card.properties[-1]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (b"NOTE:one\r\n  two", "one two"),
        (b"NOTE:one\n\ttwo", "onetwo"),
        (b"NOTE:one\r\r\n two", "onetwo"),
        ("NOTE:Ça va".encode("cp1252"), "Ça va"),
        ("NOTE:Jos\xe9 e S\xe3o".encode(), "José e São"),
        (b"NOTE:Jos\xc3\r\n \xa9", "José"),  # folded in the midst of a character
        (b"NOTE;CHARSET=windows-1251:\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"),
        (
            b"NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:caf=E9 =\r\n au lait",
            "café  au lait",
        ),
        (b"NOTE;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3=\r\n=91", "Ñ"),
        (b"NOTE;CHARSET=rot13:plain", "plain"),
        (b"NOTE:a\\, b\\; c\\nd \\\\ e", "a, b; c\nd \\ e"),
        (b'NOTE;X-A="b:c;d":text', "text"),
        (b"item1.NOTE:text", "text"),
    ],
)
def test_a_value_is_read_as_it_was_meant(line: bytes, value: str) -> None:
    assert only(line).text() == value


@pytest.mark.parametrize(
    ("line", "types"),
    [
        (b"TEL;WORK;FAX:1", ("work", "fax")),
        (b"TEL;TYPE=WORK,FAX:1", ("work", "fax")),
        (b"TEL;TYPE=work;TYPE=fax;type=work:1", ("work", "fax")),
        (b'TEL;VALUE=uri;TYPE="work,cell":tel:+1', ("work", "cell")),
        (b"TEL;CELL;CHARSET=UTF-8;QUOTED-PRINTABLE:1", ("cell",)),
    ],
)
def test_types_are_read_in_every_version(line: bytes, types: tuple[str, ...]) -> None:
    assert only(line).types == types


@pytest.mark.parametrize(
    "line",
    [
        b"PHOTO;BASE64:\r\n  /9j/\r\n  AAAA",
        b"PHOTO;ENCODING=b;TYPE=JPEG:/9j/\r\n AAAA",
        b"PHOTO;ENCODING=BASE64;JPEG:/9j/\r\nAAAA\r\n",  # not folded, up to an empty line
    ],
)
def test_a_photo_is_read_as_bytes(line: bytes) -> None:
    cards = list(read_cards(b"BEGIN:VCARD\r\n" + line + b"\r\n\r\nFN:A\r\nEND:VCARD\r\n")[0])
    photo, name = cards[0].properties
    assert photo.data == b"\xff\xd8\xff\0\0\0" and name.text() == "A"


def test_a_photo_that_is_none_has_no_bytes() -> None:
    assert only(b"PHOTO;ENCODING=b:").data is None


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_a_file_in_wide_characters_is_read(codec: str) -> None:
    cards = list(read_cards("BEGIN:VCARD\r\nFN:Æsa Łuk\r\nEND:VCARD\r\n".encode(codec))[0])
    assert [each.text() for each in cards[0].properties] == ["Æsa Łuk"]


def test_cards_end_and_lines_that_are_none_are_told() -> None:
    cards = list(read_cards(b"x\nBEGIN:VCARD\nFN:A\n(nonsense)\nEND:VCARD\nBEGIN:VCARD\nFN:B\n")[0])
    assert [card.is_closed for card in cards] == [True, False]
    assert cards[0].faults == [("(nonsense)", "is no property of a card; it was left out")]


def test_a_card_within_a_card_is_no_card_of_the_file() -> None:
    inner = b"AGENT:\nBEGIN:VCARD\nFN:Secretary\nEND:VCARD\n"
    cards = list(read_cards(b"BEGIN:VCARD\nFN:A\n" + inner + b"TEL:1\nEND:VCARD\n")[0])
    assert [[each.name for each in card.properties] for card in cards] == [["FN", "AGENT", "TEL"]]


@pytest.mark.parametrize("line", [b";" * 200_000, b'TEL;A="' + b'";"' * 60_000, b"\\" * 300_000])
def test_a_hostile_line_takes_no_longer_than_its_length(line: bytes) -> None:
    begun = time.process_time()
    list(read_cards(b"BEGIN:VCARD\n" + line + b"\nNOTE:" + line + b"\nEND:VCARD")[0])
    assert time.process_time() - begun < 20  # a square of the length would take an hour


@pytest.mark.parametrize("data", [b"BEGIN:VCARD\n" * 9, b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 5])
def test_more_cards_than_an_address_book_has_are_given_up(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vcard_lines, "MAX_CARDS", 4)
    with pytest.raises(TooManyCards):
        list(read_cards(data)[0])
