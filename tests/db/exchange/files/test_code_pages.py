"""Names in 34 languages and 24 code pages are read as they were written, or asked about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from db import FileReading, Refused, Store, import_files
from db.exchange.files.code_pages import alphabets, rate_code_pages
from db.exchange.files.encoding import ask_about, judge
from tests.db.exchange.typed import LENS, called


class Sample(NamedTuple):
    language: str
    codec: str
    text: str

    @property
    def data(self) -> bytes:
        return self.text.encode(self.codec)


def samples() -> Iterator[Sample]:
    """Each list whole, its end under foreign headings, and its first two names."""
    path = Path(__file__).with_name("encoding_samples.json")
    for each in json.loads(path.read_text("utf-8")):
        head, *rows = each["lines"]
        for codec in each["encodings"]:
            for lines in ([head, *rows], ["name;x;y", *rows[-3:]], ["name;x;y", *rows[:2]]):
                text = "\n".join(lines)
                if text.encode(codec, "ignore").decode(codec) == text:
                    yield Sample(each["language"], codec, text)


def test_names_read_as_they_were_written_or_are_asked_about() -> None:
    tried = list(samples())
    misread = [each for each in tried if each.data.decode(judge(each.data)[0]) != each.text]
    wrong = [f"{each.language} {each.codec}" for each in misread if not ask_about(each.data)]
    assert len(tried) >= 200
    assert wrong == []
    assert len(misread) * 50 <= len(tried)


def test_what_reads_as_nothing_is_asked_about() -> None:
    noise = bytes(range(128, 256)) * 3 + b"\n"
    assert len(ask_about(noise)) > 1


def test_a_long_text_is_judged_by_some_of_its_lines() -> None:
    lines = "\n".join(f"Шевченко {number};посол України" for number in range(3_000))
    assert rate_code_pages(lines.encode("cp1251"))[0].codec == "cp1251"


def test_every_alphabet_names_code_pages_that_have_its_letters() -> None:
    for alphabet in alphabets():
        for codec in alphabet.codecs:
            letters = alphabet.letters | alphabet.usual
            missing = [each for each in letters if not each.encode(codec, "ignore")]
            assert len(missing) * 3 <= len(letters), (alphabet.language, codec, missing)


def test_a_file_that_is_asked_about_is_not_imported(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"name,country\n" + bytes(range(129, 255)) + b",Peru\nAna Ruiz,Peru\n")
    with pytest.raises(Refused, match="--encoding") as refused:
        import_files(store, [path], LENS, kind="people")
    assert refused.value.field == "encoding"
    reading = {path: FileReading(encoding="cp1252")}
    import_files(store, [path], LENS, kind="people", readings=reading)
    assert called(store, "Ana Ruiz")
