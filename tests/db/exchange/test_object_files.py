"""The format of a file is found by its content, whatever its name; a table has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.exchange.object_files import format_of, read_objects

CARD = "BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (CARD.encode(), "vCard"),
        (b"\xef\xbb\xbf\r\n" + CARD.lower().encode(), "vCard"),
        (CARD.encode("utf-16"), "vCard"),
        (b'["vcard", [["fn", {}, "text", "A"]]]', "vCard"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "iCalendar"),
        (b'{"id": "a", "schema": "Person", "properties": {}}', "FollowTheMoney"),
        (b'{"persons": []}', "Popolo"),
        (b"name,born\nA,1990\n", ""),
        (b"", ""),
        (b"PK\x03\x04", ""),
    ],
)
def test_the_content_tells_the_format(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    found = format_of(path)
    assert (found.name if found else "") == name


def test_a_folder_and_a_missing_file_have_no_format(tmp_path: Path) -> None:
    assert format_of(tmp_path) is None and format_of(tmp_path / "none") is None


def test_a_file_is_told_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(CARD)
    file = read_objects(path, None)
    assert file is not None
    assert (file.count, file.encoding, file.lists()) == (1, "utf-8", (("cards", 1),))
    assert file.examples() == {"cards.FN": "A"}
