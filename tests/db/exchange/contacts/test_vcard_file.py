"""vCard files of every program that was tried, whole; jCard too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import Refused, Store, import_files
from db.exchange.contacts import vcard_lines
from db.exchange.contacts.vcard_file import is_vcard, read_vcards
from tests.db.exchange.contacts.cards import LENS, vcard

# file → the names on it, and how many of telephones and mails the first card has
REAL = {
    "John_Doe_ANDROID.vcf": (6, 1),
    "John_Doe_BLACK_BERRY.vcf": (1, 1),
    "John_Doe_EVOLUTION.vcf": (1, 3),
    "John_Doe_IPHONE.vcf": (1, 8),
    "fullcontact.vcf": (1, 14),
    "gmail-list.vcf": (3, 1),
    "gmail-single2.vcf": (1, 16),
    "outlook-2003.vcf": (1, 5),
    "rfc2426-example.vcf": (2, 4),
    "rfc6350-example.vcf": (1, 3),
    "jcard-example.json": (1, 3),
}
REACHED = ("phone", "mobile", "fax", "pager", "assistant", "email")


@pytest.mark.parametrize("name", REAL)
@pytest.mark.real
def test_cards_of_many_programs(real_data: Path, name: str) -> None:
    cards = read_vcards(real_data / "vcards" / name).cards
    reached = [each for each in cards[0].contacts if each.kind in REACHED]
    assert (len(cards), len(reached)) == REAL[name]


@pytest.mark.real
def test_all_real_cards_come_in_and_none_is_refused(store: Store, real_data: Path) -> None:
    paths = sorted((real_data / "vcards").glob("*.vcf"))
    report = import_files(store, paths, LENS, preview=True)
    assert report.read == 26 and report.rejected == []


def test_a_jcard_says_what_the_card_says(tmp_path: Path) -> None:
    lines = [
        ["fn", {}, "text", "Ana Silva; Lda"],
        ["n", {}, "text", ["Silva", "Ana", "", "", ["Dr", "MP"]]],
        ["tel", {"type": ["work", "fax"]}, "uri", "tel:+351"], ["categories", {}, "text", "a", "b"],
        "nonsense",
    ]  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps(["vcard", lines]))
    [card] = read_vcards(path).cards
    assert card.texts["family"] == "Silva" and card.texts["suffix"] == "Dr, MP"
    assert card.topics == ["a", "b"] and [each.kind for each in card.contacts] == ["fax"]
    assert [each[0] for each in card.left_out] == ["line"]


def test_what_is_left_out_is_listed_once(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(vcard("FN:A", "REV:1", "X-FOO:1") + vcard("FN:B", "REV:2", "X-FOO:2"))
    file = read_vcards(path)
    assert file.left_out == ["REV", "X-FOO"] and file.mapping == {"people.name": "cards.FN"}
    assert file.samples["FN"] == "A"


@pytest.mark.parametrize("text", ["BEGIN:VCARD\r\nEND:VCARD", '["vcard", []', '["vcard", 1]'])
def test_a_file_without_cards_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(text)
    assert is_vcard(text.encode())
    with pytest.raises(Refused, match=r"a\.vcf"):
        read_vcards(path)


def test_a_file_of_too_many_properties_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vcard_lines, "MAX_PROPERTIES", 50)
    path = tmp_path / "a.vcf"
    path.write_text(vcard("FN:A", *("TEL:1" for _ in range(60))))
    with pytest.raises(Refused, match="split it into several"):
        read_vcards(path)
