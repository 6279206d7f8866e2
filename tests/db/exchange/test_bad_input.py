"""What may do harm in a file is refused in a sentence, or told by row and column, in each format
in which it can stand; what is refused leaves nothing, and nothing is evaluated.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from db import DeskError, Lens, Store, import_files, make_desk, open_desk
from tests.db.desk_sql import sql_of
from tests.db.exchange.bad_files import (
    GOOD,
    HEAD,
    TABLES,
    bundle_of,
    calendar_of,
    cards_of,
    entities_of,
    entity,
    ods_of,
    popolo_of,
    xlsx_of,
)

LENS = Lens("2025-09-15")
BIG = "x" * (10 << 20)
BOMB = b"\0" * (30 << 20)
ENTITIES = '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
DEEP = b"[" * 20_000 + b"]" * 20_000
MANY = {f"c{place}": "x" for place in range(10_000)}
DATES = ("2025-02-30", "99999-01-01")
SECONDS = 5  # for any of them, on a slow machine

HALF = ("L\ud800", "Peru", "", "")
CIRCLE = [("name", "parent"), ("Alpha Office", "Beta Office"), ("Beta Office", "Alpha Office")]

Case = tuple[str, Callable[[], bytes], str]  # name of the file, its bytes, what is said


def _tables(name: str, says: str, *rows: tuple[str, ...], but: str = "") -> list[Case]:
    return [
        (f"{name}.{ending}", lambda make=make: make([HEAD, GOOD, *rows]), says)  # type: ignore[misc]
        for ending, make in TABLES.items()
        if ending not in but.split()
    ]


def _line(name: str, value: object) -> Callable[[list[dict[str, object]]], object]:
    return lambda lines: lines[0].update({name: value})


def _parent(uid: str) -> list[dict[str, object]]:
    return [{"parent": {"uid": uid, "title": "X", "kind": "organization"}}]


def _circle(lines: list[dict[str, object]]) -> None:
    one, other = (str(line["uid"]) for line in lines)
    lines[0]["parents"], lines[1]["parents"] = _parent(other), _parent(one)


def _same_uid(lines: list[dict[str, object]]) -> None:
    lines[1]["uid"] = lines[0]["uid"]


#: “refused: …” is the whole file; else row, column and sentence of what is told.
CASES: list[Case] = [
    # bombs, and names of parts that leave the folder
    # (those of sheets are in test_bounds)
    ("bomb.zip", lambda: bundle_of(more={f"attachments/{'0' * 64}": BOMB}), "refused: .*31 MB"),
    ("entities.xlsx", lambda: xlsx_of([HEAD, ("&c;", "", "", "")], before=ENTITIES), "refused: .*"),
    ("entities.ods", lambda: ods_of([HEAD, ("&c;", "", "", "")], before=ENTITIES), "refused: .*"),
    ("path.zip", lambda: bundle_of(more={"../../x": b"y"}), "refused: .*no bundle has an entry"),
    # formulas: nothing is worked out
    *_tables("formula", r"3\|name\|.*is a formula", ("=cmd|' /C calc'!A0", "Chile", "", "")),
    # NUL characters
    *_tables("nul", r"3\|name\|“Luis” in name holds NUL", ("Lu\0is", "", "", ""), but="xlsx ods"),
    ("nul.xlsx", lambda: xlsx_of([HEAD, ("a\0", "", "", "")]), "refused: nul.xlsx is damaged"),
    ("nul.ods", lambda: ods_of([HEAD, ("a\0", "", "", "")]), "refused: nul.ods is damaged"),
    ("nul.vcf", lambda: cards_of("FN:A", "FN:L\0u"), r"0\|\|Line 7 \(FN\) holds NUL"),
    ("nul.ics", lambda: calendar_of("SUMMARY:a\0b\r\nDTSTART:20250101T000000Z"),
     r"0\|\|Line 4 \(SUMMARY\) holds NUL"),
    ("nul.json", lambda: popolo_of({"id": "2", "name": "L\0u"}), r"2\|persons\[1\].name\|.*NUL"),
    ("nul.ftm.json", lambda: entities_of(entity("b", name="L\0u")), r"2\|line 2, name\[0\]\|.*NUL"),
    ("nul.zip", lambda: bundle_of("person", _line("biography", "a\0")),
     r"refused: .*person.jsonl, line 1: biography: .*U\+0000"),
    # halves of characters
    ("half.xls", lambda: TABLES["xls"]([HEAD, GOOD, HALF]),
     r"3\|name\|.*halves"),
    ("half.csv", lambda: TABLES["csv"]([HEAD, GOOD, HALF]), r"0\|\|.*cp1252"),
    ("half.vcf", lambda: cards_of("FN:L\ud800"), r"0\|\|.*cp1252"),
    ("half.json", lambda: popolo_of({"id": "2", "name": "L\ud800"}), r"2\|persons\[1\].name\|.*h"),
    ("half.ftm.json", lambda: entities_of(entity("b", name="L\ud800")),
     r"2\|line 2, name\[0\]\|.*h"),
    ("half.zip", lambda: bundle_of("person", _line("title", "a\ud800")),
     r"refused: .*person.jsonl, line 1: title: .*U\+D800"),
    # a cell of ten megabytes
    *_tables("cell", r"3\|notes\|.*10,485,760 characters", ("Luis Paz", "", "", BIG), but="xls"),
    ("name.csv", lambda: TABLES["csv"]([HEAD, GOOD, (BIG, "", "", "")]), r"3\|name\|.*10,485,760"),
    ("cell.vcf", lambda: cards_of("FN:A", f"FN:B\r\nNOTE:{BIG}"), r"2\|line\|.*NOTE.*10,485,760"),
    ("cell.ics", lambda: calendar_of(f"SUMMARY:a\r\nDTSTART:20250101\r\nDESCRIPTION:{BIG}"),
     r"0\|\|event 1, DESCRIPTION has 10,485,772"),
    ("cell.json", lambda: popolo_of({"id": "2", "name": "B", "biography": BIG}),
     r"2\|persons\[1\].biography\|.*10,485,760"),
    ("cell.ftm.json", lambda: entities_of(entity("b", name="B", summary=BIG)),
     r"0\|line 2\|The line is longer than 4 million"),
    ("cell.zip", lambda: bundle_of("person", _line("title", BIG)),
     r"refused: .*person.jsonl, line 1: title: .*20000"),
    # ten thousand columns
    *((f"wide.{each}", lambda each=each: TABLES[each]([(*HEAD, *MANY), (*GOOD, *MANY)]), "left out")
      for each in ("csv", "xlsx", "ods")),
    ("wide.vcf", lambda: cards_of("FN:A\r\n" + "\r\n".join(f"X-{n}:v" for n in MANY)),
     r"1\|X-C0\|.*left out"),
    ("wide.json", lambda: popolo_of({"id": "2", "name": "B", **MANY}), "left out"),
    ("wide.ftm.json", lambda: entities_of(entity("b", name="B", **MANY)),
     r"2\|line 2, c0\|.*left out"),
    ("wide.zip", lambda: bundle_of("person", lambda lines: lines[0].update(MANY)),
     r"refused: .*line 1: c0: no such field"),
    # nesting
    ("deep.json", lambda: b'{"persons":[{"id":"1","name":' + DEEP + b"}]}", "refused: .*too deep"),
    ("list.json", lambda: DEEP, "refused: .*too deep"),
    ("deep.ftm.json", lambda: entities_of() + b'\n{"id":"b","schema":"Person","properties":' + DEEP
     + b"}", r"0\|line 2\|line 2 is not JSON"),
    ("deep.vcf", lambda: b"BEGIN:VCARD\r\nFN:A\r\n" * 2_000 + b"END:VCARD\r\n" * 2_000,
     r"1\|line\|.*card within the card"),
    ("deep.ics", lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nSUMMARY:a\r\n" * 2_000,
     r"1\|VEVENT\|The event cannot be read"),
    ("deep.zip", lambda: bundle_of(more={"records/person.jsonl": b'{"uid":' + DEEP + b"}\n"}),
     "refused: .*line 1: it is no JSON object"),
    # dates that no calendar has
    *(case for day in DATES
      for case in _tables("dates", r"3\|born\|.*" + day, ("L P", "", day, ""))),
    *((f"dates.{ending}", make, says) for day in DATES for ending, make, says in (
        ("vcf", lambda day=day: cards_of("FN:A", f"FN:B\r\nBDAY:{day}"), rf"2\|BDAY\|.*{day}"),
        ("ics", lambda day=day: calendar_of(f"SUMMARY:a\r\nDTSTART;VALUE=DATE:{day}"),
         rf"1\|DTSTART\|.*{day}"),
        ("json", lambda day=day: popolo_of({"id": "2", "name": "B", "birth_date": day}),
         rf"2\|persons\[1\].birth_date\|.*{day}"),
        ("ftm.json", lambda day=day: entities_of(entity("b", name="B", birthDate=day)),
         rf"2\|line 2, birthDate\|.*{day}"),
        ("zip", lambda day=day: bundle_of("person", _line("born", day)),
         "refused: .*person.jsonl, line 1: born: it is no date"),
    )),
    # bodies that stand below themselves
    *((f"circle.{ending}", lambda make=make: make(CIRCLE), r"3\|parent\|.*below “Beta Office”")
      for ending, make in TABLES.items()),
    ("circle.json", lambda: popolo_of(organizations=[
        {"id": "a", "name": "Alpha", "parent_id": "b"},
        {"id": "b", "name": "Beta", "parent_id": "a"}]),
     r"2\|\|organizations\[1\].parent_id: .*below this one"),
    ("circle.ftm.json", lambda: entities_of(
        entity("x", "PublicBody", name="Alpha", parent="y"),
        entity("y", "PublicBody", name="Beta", parent="x")),
     r"2\|\|line 3, parent: .*below this one"),
    ("circle.zip", lambda: bundle_of("organization", _circle), r".*stands? under itself"),
    # two of one identity
    ("uids.json", lambda: popolo_of({"id": "1", "name": "B"}), r"2\|persons\[1\].id\|.*as well"),
    ("uids.ftm.json", lambda: entities_of(entity("a", name="B")), r"2\|line 2, id\|.*as well"),
    ("uids.ics", lambda: calendar_of(
        *(f"UID:1\r\nSUMMARY:{n}\r\nDTSTART:2025010{n}" for n in (1, 2))),
     r"2\|.*An earlier row has"),
    ("uids.zip", lambda: bundle_of("organization", _same_uid),
     "refused: .*organization.jsonl, line 2: the uid .* is in the file twice"),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        make_desk(Path(folder) / "a.desk")
        with open_desk(Path(folder) / "a.desk") as store:
            yield store


@pytest.mark.parametrize("name, make, says", CASES, ids=[case[0] for case in CASES])
def test_it_is_refused_or_told_by_row_and_column(
    desk: Store, tmp_path: Path, name: str, make: Callable[[], bytes], says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    tables = name.rpartition(".")[2] in TABLES
    kind = ("organizations" if "circle" in name else "people") if tables else None
    before, begun = sql_of(desk.reader).value("SELECT count(*) FROM record"), time.process_time()
    try:
        report = import_files(desk, [path], LENS, kind=kind, preview=True)
    except DeskError as refusal:
        found = [f"refused: {refusal}"]
    else:
        told = [*report.flagged, *report.rejected]
        found = [f"{each['row']}|{each['column']}|{each['why']}" for each in told]
        found += ["left out"] * (len(report.left_out) >= len(MANY))
    assert any(re.match(says, each) for each in found), found[:9]
    assert time.process_time() - begun < SECONDS
    assert sql_of(desk.reader).value("SELECT count(*) FROM record") == before
