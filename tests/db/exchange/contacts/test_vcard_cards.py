"""Each property of a card says what it should of a person, and none is lost in silence."""

from __future__ import annotations

from base64 import b64encode

import pytest

from tests.db.exchange.contacts.cards import read_one

PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (
            ("N:Doe;John;Richter\\, James;Mr.;Sr.", "FN:Mr. John Richter\\, James Doe Sr."),
            {"name": "John Richter, James Doe", "given": "John Richter, James", "family": "Doe",
             "prefix": "Mr.", "suffix": "Sr."},
        ),
        (("N:Dar;Ishaq", "FN:Dar, Ishaq"),
         {"name": "Ishaq Dar", "given": "Ishaq", "family": "Dar"}),
        (("N:Dar;Ishaq",), {"given": "Ishaq", "family": "Dar"}),
        (("N:Suharto;;;;", "FN:Suharto"), {"name": "Suharto"}),
        (("FN:A", "BDAY:19800321"), {"name": "A", "born": "1980-03-21"}),
        (("FN:A", "BDAY;VALUE=date:1980-03-21T00:00:00Z"), {"name": "A", "born": "1980-03-21"}),
        (("FN:A", "BDAY;VALUE=text:circa 1800"), {"name": "A", "born": "circa 1800"}),
        (("FN:A", "DEATHDATE:1996-01"), {"name": "A", "died": "1996-01"}),
        (("FN:A", "GENDER:F"), {"name": "A", "gender": "female"}),
        (("FN:A", "GENDER:U"), {"name": "A"}),
        (("FN:A", "LANG;PREF=2:en", "LANG;PREF=1:fr"), {"name": "A", "languages": "fr, en"}),
        (("FN:A", "X-MARKING:secret"), {"name": "A", "marking": "secret"}),
        (("FN:A", "X-PHONETIC-FIRST-NAME:Ay", "X-PHONETIC-LAST-NAME:Bee"),
         {"name": "A", "pronunciation": "Ay Bee"}),
    ],
)  # fmt: skip
def test_plain_texts(lines: tuple[str, ...], texts: dict[str, str]) -> None:
    card = read_one(*lines)
    assert card.texts == texts and card.left_out == []


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("TEL;TYPE=CELL,VOICE:+1 2", ("mobile", "+1 2", "")),
        ("TEL;WORK;FAX:3", ("fax", "3", "work")),
        ("TEL;TYPE=HOME:4", ("phone", "4", "home")),
        ("TEL;TYPE=PAGER:5", ("pager", "5", "")),
        ('TEL;VALUE=uri;TYPE="work,voice":tel:+1;ext=2', ("phone", "+1 ext. 2", "work")),
        ("EMAIL;TYPE=INTERNET,PREF:a@b.pt", ("email", "a@b.pt", "")),
        ("EMAIL;TYPE=work:mailto:a@b.pt", ("email", "a@b.pt", "work")),
        ("ADR;TYPE=HOME:;;Rua 1;Lisboa;;1;PT", ("address", "Rua 1, Lisboa, 1, PT", "home")),
        ("LABEL;WORK:Rua 1\\nLisboa", ("address", "Rua 1, Lisboa", "work")),
        ("URL:http\\://b.pt", ("website", "http://b.pt", "")),
        ("IMPP:xmpp:a@b.pt", ("messaging", "a@b.pt", "xmpp")),
        ("X-SKYPE:ana", ("messaging", "ana", "Skype")),
        ("PHOTO;VALUE=uri:https://b.pt/a.jpg", ("website", "https://b.pt/a.jpg", "picture")),
    ],
)  # fmt: skip
def test_ways_to_reach_somebody(line: str, contact: tuple[str, str, str]) -> None:
    card = read_one("FN:A", line)
    assert [(each.kind, each.value, each.note) for each in card.contacts] == [contact]
    assert card.left_out == []


def test_a_label_of_the_program_says_what_a_number_is_for() -> None:
    card = read_one(
        "FN:A", "item1.TEL:1", "item1.X-ABLabel:_$!<AssistantPhone>!$_", "item2.URL:http://b.pt",
        "item2.X-ABLabel:_$!<HomePage>!$_",
    )  # fmt: skip
    assert [(each.kind, each.note) for each in card.contacts] == [
        ("assistant", "AssistantPhone"), ("website", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("NOTE:first\\nsecond", "first\nsecond"),
        ("X-SPOUSE:Maria", "Spouse: Maria"),
        ("BDAY:--0203", "Birthday: 3 February"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03", "Birthday: 3 February"),
        ("ANNIVERSARY:20090808T1430-0500", "Anniversary: 2009-08-08"),
        ("ROLE:Counting", "Role: Counting"),
    ],
)
def test_what_has_no_field_becomes_a_remark(line: str, note: str) -> None:
    card = read_one("FN:A", "TITLE:Clerk", line)
    assert card.notes == [note] and card.left_out == []


@pytest.mark.parametrize(
    "line",
    [
        f"PHOTO;ENCODING=b;TYPE=PNG:{b64encode(PIXEL).decode()}",
        f"PHOTO:data:image/png;base64,{b64encode(PIXEL).decode()}",
    ],
)
def test_a_photo_is_kept(line: str) -> None:
    [photo] = read_one("FN:A", line).attachments
    assert (photo.file_name, photo.media_type, photo.data) == ("photo.png", "image/png", PIXEL)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("KEY:x", "KEY"),
        ("X-FOO:bar", "X-FOO"),
        ("GEO:1;2", "GEO"),
        ("PHOTO;ENCODING=b:", "PHOTO"),
        ("CLASS:CONFIDENTIAL", "CLASS"),
        ("BDAY:19800321\r\nBDAY:19810321", "BDAY"),
        ("nonsense", "line"),
    ],
)
def test_what_is_not_taken_is_told_by_its_property(line: str, column: str) -> None:
    assert [each[0] for each in read_one("FN:A", *line.split("\r\n")).left_out] == [column]
