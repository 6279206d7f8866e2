"""Which encoding a file is in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.files.encoding import detect, judge

FRENCH = "Traité d’amitié, Besançon – signé à l’Élysée; œuvre, où, naïve, forêt"
GREEK = "Ελληνική Δημοκρατία, Υπουργείο Εξωτερικών"
RUSSIAN = "Министерство иностранных дел Российской Федерации"
POLISH = "Ministerstwo Spraw Zagranicznych, Łódź, współpraca, środowisko, wrzesień, żegluga"
TURKISH = "Dışişleri Bakanlığı, anlaşma, şehir, İstanbul, ağır, çağrı, öğle"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (FRENCH, "cp1252"),
        (GREEK, "iso8859-7"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (POLISH, "cp1250"),
        (TURKISH, "cp1254"),
    ],
)
def test_the_letters_come_back(text: str, codec: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(codec))
    found = detect(path)
    assert path.read_text(encoding=found.codec) == text


@pytest.mark.parametrize("garbled", [b"Accord FranA\xa7aise", b"Accord Fran\xc3\xa7aise"])
@pytest.mark.parametrize("byte", [b"\xb8", b"\xad", b"\xe9"])
def test_a_byte_or_two_speak_for_no_rare_code_page(garbled: bytes, byte: bytes) -> None:
    """0xB8 is a letter of Romanian in a code page of DOS."""
    assert judge(b"name\n" + garbled + b"\nCetacean" + byte + b" Accord\n" * 20)[0] == "cp1252"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_and_marked_text_is_recognised(codec: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("name,city\nAna,Łódź\n".encode(codec))
    found = detect(path)
    assert path.read_text(encoding=found.codec) == "name,city\nAna,Łódź\n"


def test_one_broken_byte_does_not_make_utf8_something_else() -> None:
    assert judge(FRENCH.encode() * 20 + b"\xff") == ("utf-8", "replace")


def test_a_foreign_byte_far_down_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"a,b\n" * 600_000 + "Besançon,é\n".encode("cp1252"))
    assert detect(path).codec == "cp1252"


@given(st.text(min_size=1))
def test_utf8_is_always_believed(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("utf8") / "table.csv"
    path.write_bytes("é,heading\n".encode() + text.encode())
    assert detect(path).codec == "utf-8"
