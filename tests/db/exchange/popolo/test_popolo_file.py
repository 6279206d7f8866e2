"""Popolo is known by its content, whatever the file is called; bad files are told why."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import pytest

from db import Refused, Unavailable
from db.exchange.popolo.popolo_file import file_scheme, is_json, read_popolo

ANA = {"name": "Ana Silva", "gender": "female"}
SENATE = {"name": "Senate", "classification": "legislature", "founding_date": "1922"}
MEMBER = {"person_id": "1", "organization_id": "2"}


def written(folder: Path, document: object) -> Path:
    """A file with this document; bytes and texts as they are."""
    path = folder / "list.csv"
    if isinstance(document, str):
        document = document.encode()
    if not isinstance(document, bytes):
        document = json.dumps(document, ensure_ascii=False).encode()
    path.write_bytes(document)
    return path


@pytest.mark.parametrize(
    ("document", "lists"),
    [
        ({"persons": [ANA], "organizations": [SENATE]}, {"persons": 1, "organizations": 1}),
        ({"people": [ANA, ANA], "meta": {}}, {"persons": 2}),
        ({"persons": []}, {}),
        ([ANA, {"name": "Bo"}], {"persons": 2}),
        ([{"name": "Ana"}, {"id": 2, "name": "Bo"}], {"persons": 2}),
        ([SENATE], {"organizations": 1}),
        ([MEMBER, MEMBER], {"memberships": 2}),
        ([{"label": "Speaker", "organization_id": "2"}], {"posts": 1}),
        ([{"name": "Election", "start_date": "2011", "end_date": "2011"}], {"events": 1}),
        ([{"name": "Cork", "geometry": {}}], {"areas": 1}),
        (ANA, {"persons": 1}),
        ({**ANA, "memberships": [{"organization": SENATE}]},
         {"persons": 1, "organizations": 1, "memberships": 1}),
        ({**SENATE, "posts": [{"label": "Speaker"}]}, {"organizations": 1, "posts": 1}),
        ({"total": 1, "result": [ANA]}, {"persons": 1}),
        ({"result": {"persons": [ANA]}}, {"persons": 1}),
    ],
)  # fmt: skip
def test_the_lists_are_found(document: object, lists: dict[str, int], tmp_path: Path) -> None:
    path = written(tmp_path, document)
    assert is_json(path)
    read = read_popolo(path)
    assert {name: len(things) for name, things in read.lists.items() if things} == lists


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ('{"persons": [', "line 1, column 14, is not JSON"),
        ('{"persons": [{"name": "Ana",}]}', "is not JSON"),
        ('{"id": "a", "schema": "Person"}\n{"id": "b"}', "line 2, begins a second JSON document"),
        ("[" * 100_000, "nested too deep"),
        ('{"a":' * 100_000, "nested too deep"),
        ('{"persons": ' + "9" * 5000 + "}", "damaged"),
        ({"name": "x", "version": "1.0", "dependencies": {}}, "not Popolo"),
        ([{"title": "Treaty", "signed": "1923"}], "not Popolo"),
        ([{"id": "a", "schema": "Person", "properties": {}, "name": "x", "gender": "f"}],
         "not Popolo"),
        ([[1], 2], "not Popolo"),
        ([], "not Popolo"),
        ({}, "not Popolo"),
    ],
)  # fmt: skip
def test_what_is_not_popolo_is_refused_in_one_sentence(
    document: object, says: str, tmp_path: Path
) -> None:
    path = written(tmp_path, document)
    assert is_json(path)
    with pytest.raises(Refused, match=says) as refused:
        read_popolo(path)
    assert str(refused.value).startswith("list.csv")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["id,name\n1,[Ana]\n", "[id],name\n1,Ana\n", "{a}\n1\n", "", "   ", "\0\0"]
)
def test_a_table_is_no_json(text: str, tmp_path: Path) -> None:
    assert not is_json(written(tmp_path, text))


def test_what_is_not_there_is_unavailable(tmp_path: Path) -> None:
    assert not is_json(tmp_path / "none.json")
    with pytest.raises(Unavailable, match=r"none\.json cannot be read"):
        read_popolo(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("cp1252", b""),
    ],
)
def test_any_encoding_is_read(codec: str, mark: bytes, tmp_path: Path) -> None:
    text = json.dumps([{"name": "Pádraig Ó Céidigh", "gender": "male"}], ensure_ascii=False)
    path = written(tmp_path, mark + text.encode(codec))
    assert is_json(path)
    assert read_popolo(path).lists["persons"][0].text("name") == "Pádraig Ó Céidigh"


def test_bytes_of_nothing_and_doubled_keys_are_told(tmp_path: Path) -> None:
    read = read_popolo(written(tmp_path, b'[{"name": "A\0na", "gender": "a", "gender": "b"}]'))
    assert read.lists["persons"][0].text("name") == "Ana"
    assert read.notes == [
        "Line 1 holds NUL characters, which were left out.",
        "“gender” is given twice in one object; the last was taken.",
    ]


@pytest.mark.parametrize("value", ["x", 5, {}, True])
def test_a_list_of_another_sort_is_told_by_its_name(value: Any, tmp_path: Path) -> None:
    read = read_popolo(written(tmp_path, {"persons": [ANA, None], "posts": value}))
    assert [where for where, *_ in read.refused] == ["persons[1]", "posts"]


def test_ids_that_are_the_same_everywhere_have_a_scheme_of_their_own(tmp_path: Path) -> None:
    read = read_popolo(written(tmp_path, [ANA]))
    own = "897ec42a-89ac-4ff8-8723-af6d51a4ed83"
    assert read.key(own) == ("popolo", own)
    assert read.key(f"ocd-person/{own}")[0] == "popolo"
    assert read.key("https://a.ie/1")[0] == "popolo"
    assert read.key("FF")[1] == "FF"


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("Ireland-2017.json", "ireland"),
        ("côte_d-ivoire.json", "côte d ivoire"),
        ("Chad/Assembly/ep-popolo-v1.0.json", "assembly"),
        ("Chad/persons.json", "chad"),
        ("Chad/memberships.json", "chad"),
        ("Downloads/persons.json", "persons"),
        ("Downloads/popolo.json", "file"),
    ],
)
def test_the_scheme_of_plain_ids_is_the_name_of_the_file_or_of_its_folder(
    path: str, scheme: str
) -> None:
    assert file_scheme(Path("/home") / path) == scheme
