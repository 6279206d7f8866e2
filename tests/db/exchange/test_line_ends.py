"""A file of any format and kind brings no line end and no tab into a field of one line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from db import Agreement, Lens, Store, import_files
from db.exchange.mapping.targets import TARGETS, Target
from tests.db.line_ends import BROKEN, broken_texts, texts_with_line_ends

LENS = Lens("2025-09-15")
OF_SHAPE = {
    "date": "12\r\nMay\t1994", "end": "12\r\nMay\t1995", "country": "South\nAfrica",
    "boolean": "yes", "number": "12", "wikidata": "Q12",
}  # fmt: skip


def _text(target: Target, row: int) -> str:
    return OF_SHAPE.get(target.shape, f"{target.name} {row if not target.refers else ''}\n{BROKEN}")


def _rows(kind: str) -> list[list[str]]:
    targets = TARGETS[kind].values()
    heads = ["id", *(target.name for target in targets)]
    return [heads, *([f"k\n{row}", *(_text(each, row) for each in targets)] for row in (1, 2))]


def _map(kind: str) -> str:
    fields = [
        f'{name} = {{ column = "{name}"{", create = true" if target.refers else ""} }}'
        for name, target in TARGETS[kind].items()
    ]
    return "\n".join([f'kind = "{kind}"', 'scheme = "x"', 'id = "id"', "[fields]", *fields])


def _csv(path: Path, rows: list[list[str]]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    path.with_suffix(".csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    return path.with_suffix(".csv")


def _xlsx(path: Path, rows: list[list[str]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


@pytest.mark.parametrize("write", [_csv, _xlsx])
@pytest.mark.parametrize("kind", TARGETS)
def test_every_target_of_a_table_is_taken_on_one_line(
    store: Store, tmp_path: Path, kind: str, write: Callable[[Path, list[list[str]]], Path]
) -> None:
    path = write(tmp_path / "list", _rows(kind))
    map_path = tmp_path / "map.toml"
    map_path.write_text(_map(kind), encoding="utf-8")
    store.save(Agreement(title="agreements one two three"), LENS)  # no file can make what it names
    report = import_files(store, [path], LENS, map_path=map_path)
    assert not report.rejected
    assert report.created[kind]
    assert broken_texts(store) == []
    if any(target.shape == "prose" for target in TARGETS[kind].values()):
        assert texts_with_line_ends(store)
    again = import_files(store, [path], LENS, map_path=map_path)
    assert (again.created[kind], again.updated[kind], again.rejected) == (0, 0, [])


def test_popolo_is_taken_on_one_line(store: Store, tmp_path: Path) -> None:
    texts = {
        name: f"{name}\n{BROKEN}"
        for name in ("name", "given_name", "family_name", "honorific_prefix", "gender", "email",
                     "honorific_suffix", "classification", "label", "role", "biography")
    }  # fmt: skip
    inner = {
        "other_names": [{"name": f"other\n{BROKEN}", "note": BROKEN}],
        "identifiers": [{"scheme": f"s\n{BROKEN}", "identifier": f"i\n{BROKEN}"}],
        "contact_details": [{"type": BROKEN, "value": f"v\n{BROKEN}", "note": BROKEN}],
        "links": [{"url": f"http://a.b/\n{BROKEN}", "note": BROKEN}],
        "sources": [{"url": f"http://c.d/\n{BROKEN}", "note": BROKEN}],
    }
    file = {
        "persons": [{"id": "p\n1", **texts, **inner}],
        "organizations": [{"id": "o\n1", **texts, **inner}],
        "posts": [{"id": "t\n1", "organization_id": "o\n1", **texts}],
        "memberships": [{"person_id": "p\n1", "post_id": "t\n1", "organization_id": "o\n1"}],
        "events": [{"id": "e\n1", **texts, "start_date": "1994-05-12"}],
    }
    path = tmp_path / "people.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    report = import_files(store, [path], LENS)
    assert report.created["people"] == 1
    assert broken_texts(store) == []
    again = import_files(store, [path], LENS)
    assert (again.created["people"], again.updated["people"]) == (0, 0)


def test_a_card_is_taken_on_one_line(store: Store, tmp_path: Path) -> None:
    broken = BROKEN.replace("\r\n", "\\n")
    lines = [
        "BEGIN:VCARD", "VERSION:4.0", f"FN:Ana {broken}", f"N:{broken};Ana;;Dr\\nDr;",
        f"NICKNAME:nick {broken}", f"ORG:Body {broken}", f"TITLE:Office {broken}",
        f"TEL:+351 {broken}", f"EMAIL:a@b.pt {broken}", f"ADR:;;Rua {broken};Lisboa;;;Portugal",
        f"URL:http://a.b/{broken}", f"CATEGORIES:topic {broken}", f"NOTE:{broken}",
        "END:VCARD", "",
    ]  # fmt: skip
    path = tmp_path / "ana.vcf"
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")
    assert import_files(store, [path], LENS).created["people"] == 1
    assert broken_texts(store) == []
    assert texts_with_line_ends(store) == 1
    again = import_files(store, [path], LENS)
    assert (again.created["people"], again.updated["people"]) == (0, 0)


def test_a_calendar_is_taken_on_one_line(store: Store, tmp_path: Path) -> None:
    broken = BROKEN.replace("\r\n", "\\n")
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:e1",
        "DTSTAMP:20250101T000000Z", "DTSTART;VALUE=DATE:20250915", f"SUMMARY:Call {broken}",
        f"LOCATION:Room {broken}", f"CATEGORIES:topic {broken}", f"DESCRIPTION:{broken}",
        'ATTENDEE;CN="Ana one\ttwo":mailto:a@b.pt', "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    path = tmp_path / "calls.ics"
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")
    assert import_files(store, [path], LENS).created["events"] == 1
    assert broken_texts(store) == []
    again = import_files(store, [path], LENS)
    assert (again.created["events"], again.updated["events"]) == (0, 0)


def test_entities_are_taken_on_one_line(store: Store, tmp_path: Path) -> None:
    names = "name alias firstName lastName title email phone notes position gender address"
    person = {name: [f"{name}\n{BROKEN}"] for name in names.split()}
    body = {"name": [f"Body\n{BROKEN}"], "website": [f"http://a.b/\n{BROKEN}"]}
    things = [
        {"id": "p\n1", "schema": "Person", "properties": person},
        {"id": "o\n1", "schema": "Organization", "properties": body},
    ]
    path = tmp_path / "things.ftm.jsonl"
    path.write_text("\n".join(map(json.dumps, things)), encoding="utf-8")
    assert import_files(store, [path], LENS).created["people"] == 1
    assert broken_texts(store) == []
    again = import_files(store, [path], LENS)
    assert (again.created["people"], again.updated["people"]) == (0, 0)
