"""Damaged and hostile files to import: each is taken or refused in words, within bounds.

A sample runs always; `make test-all` goes through hundreds and prints what came of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from db import make_desk
from desktop.commands.run import run
from tests.db.exchange.damaged_books import damaged, ods, xlsx
from tests.db.exchange.test_bounds import SECONDS, limited

BOOKS: dict[str, Callable[[], bytes]] = {"xlsx": xlsx, "ods": ods}
SAMPLE = range(18)
MANY = range(100, 550)
ALLOWED = {0, 3, 4}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "a.desk"
    make_desk(path)
    return path


def wrong_with(
    sort: str, seeds: range, desk: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[Counter[int], list[str]]:
    """How the imports of damaged workbooks ended, and which should not have ended so."""
    whole, path = BOOKS[sort](), desk.with_name(f"people.{sort}")
    counts: Counter[int] = Counter()
    wrong = []
    for seed in seeds:
        path.write_bytes(damaged(whole, seed))
        status = run(["import", str(desk), str(path), "--preview"])
        said = capsys.readouterr()
        counts[status] += 1
        if status not in ALLOWED or not (said.out + said.err).strip():
            wrong.append(f"seed {seed}: {status} {said.err}")
    return counts, wrong


@pytest.mark.parametrize("sort", BOOKS)
def test_each_sort_of_damage_to_a_workbook_is_taken_or_refused(
    sort: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert wrong_with(sort, SAMPLE, desk, capsys)[1] == []


@pytest.mark.slow
@pytest.mark.parametrize("sort", BOOKS)
def test_hundreds_of_damaged_workbooks_are(
    sort: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts, wrong = wrong_with(sort, MANY, desk, capsys)
    with capsys.disabled():
        print(f"\n{sort}: {dict(counts)} of {len(MANY)}")
    assert wrong == []


PERSON = '{"id": "1", "name": "Ana Silva", "birth_date": "1950"}'
JSON = {
    "not a number": '{"persons": [{"id": NaN, "name": "Ana", "birth_date": NaN}]}',
    "endless": '{"persons": [{"id": Infinity, "name": "Ana", "death_date": -Infinity}]}',
    "a name that is endless": '{"persons": [{"id": 1, "name": 1e999}]}',
    "a large number": '{"persons": [{"id": ' + "9" * 4_000 + ', "name": "Ana"}]}',
    "a huge number": '{"persons": [{"id": ' + "9" * 400_000 + ', "name": "Ana"}]}',
    "a large fraction": '{"persons": [{"id": 1.' + "9" * 400_000 + ', "name": "Ana"}]}',
    "lists in lists": '{"persons": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "objects in objects": '{"persons": ' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "}",
    "parents in parents": '{"organizations": ['
    + '{"name": "a", "parent": ' * 20_000 + "null" + "}" * 20_000 + "]}",
    "lists that end nowhere": "[" * 1_000_000,
    "doubled names": f'{{"persons": [{PERSON}], "persons": [], "persons": [{PERSON}]}}',
    "a name twice": '{"persons": [{"id": 1, "name": "Ana", "name": "Bea", "name": {"a": 1}}]}',
    "a thousand names twice": '{"persons": [{' + '"name": "A",' * 100_000 + '"id": 1}]}',
    "halves of letters": '{"persons": [{"id": "1", "name": "\\ud800 \\udfff Ana\\ud800"}]}',
    "nothing in a name": '{"persons": [{"id": "\\u0000", "name": "A\\u0000na"}]}',
    "a name of 8 MB": '{"persons": [{"id": 1, "name": "' + "x" * (8 << 20) + '"}]}',
    "a date of 8 MB": '{"persons": [{"id": 1, "name": "Ana", "birth_date": "'
    + "1" * (8 << 20) + '"}]}',
    "an id of 8 MB": '{"persons": [{"id": "' + "x" * (8 << 20) + '", "name": "Ana"}]}',
    "numbers for objects": '{"persons": [1, 2.5, NaN, true, null, "x", []]}',
    "a circle of parents": json.dumps(
        {
            "organizations": [
                {"id": "a", "name": "A", "parent_id": "b"},
                {"id": "b", "name": "B", "parent_id": "a"},
                {"id": "c", "name": "C", "parent_id": "c"},
            ]
        }
    ),
    "a membership of nobody": '{"memberships": [{"person_id": {}, "post_id": [], "role": NaN}]}',
}  # fmt: skip
COMMAND = (
    "import sys; from pathlib import Path; from desktop.commands.run import run\n"
    "from db import make_desk\n"
    "for file in sys.argv[1:]:\n"
    "    desk = Path(file).with_suffix('.desk'); make_desk(desk)\n"
    "    print('--', file); print('status', run(['import', str(desk), file]), flush=True)\n"
    "    print('verify', run(['verify', str(desk)]), flush=True)"
)


def import_within_bounds(*paths: Path) -> list[str]:
    """Import files in one process that has a gigabyte; what is said of each, and the status."""
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS * len(paths),
        preexec_fn=limited,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-800:]
    return done.stdout.split("-- ")[1:]


def test_hostile_json_is_taken_or_refused_within_bounds(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.json" for name in JSON]
    for path, text in zip(paths, JSON.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    for name, said in zip(JSON, import_within_bounds(*paths), strict=True):
        assert any(f"status {status}\n" in said for status in ALLOWED), (name, said[-800:])
        assert "verify 0" in said, (name, said[-800:])
        assert len(said) < 20_000, name


CELLS = {  # made when they are written: each is fifty megabytes
    "a cell": lambda: b"name,country\n" + b"x" * (50 << 20) + b",Pakistan\n",
    "a quoted cell": lambda: b'name,country\n"' + b"x" * (50 << 20) + b'",Pakistan\n',
    "a quoted cell of many lines": lambda: (
        b'name,country\n"' + b"x\n" * (25 << 20) + b'",Pakistan\n'
    ),
    "a heading": lambda: b"name," + b"x" * (50 << 20) + b"\nAna,Pakistan\n",
    "commas": lambda: b"name,country\n" + b"," * (50 << 20) + b"\n",
    "quotation marks": lambda: b"name,country\n" + b'"' * (50 << 20) + b"\n",
    "nothing": lambda: b"name,country\n" + b"\0" * (50 << 20) + b"\n",
}


def test_a_cell_of_fifty_megabytes_is_refused_within_bounds(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.csv" for name in CELLS]
    for path, content in zip(paths, CELLS.values(), strict=True):
        path.write_bytes(content())
    for name, said in zip(CELLS, import_within_bounds(*paths), strict=True):
        assert "status 3\n" in said, (name, said[-800:])
        assert len(said) < 2_000, name
