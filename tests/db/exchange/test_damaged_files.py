"""Whatever a file holds, an import ends in a report or a sentence: no crash, no hang, no trace.

A quick sample runs with every change; the slow one takes thousands in a process of its own, whose
memory and time for each file are measured.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db import DeskError, Lens, Store, import_files, make_desk, open_desk
from tests.db.desk_sql import sql_of
from tests.db.exchange.damaged_files import damaged_file, samples

LENS = Lens("2025-09-15")
QUICK = range(34)  # two of each format
SLOW = range(34, 2534)
MEMORY = 1 << 30  # bytes of the whole process
SECONDS = 10  # for one file
TABLES = ("record", "name", "contact", "identifier", "tenure", "office", "citation", "source")


def counts(store: Store) -> list[int]:
    return [sql_of(store).value(f"SELECT count(*) FROM {table}") for table in TABLES]


def bring_in(store: Store, folder: Path, seed: int, *, preview: bool) -> str:
    """Import a damaged file and return what came of it; nothing but a report may leave a trace."""
    name, data = damaged_file(seed)
    path = folder / name
    path.write_bytes(data)
    before = counts(store)
    try:
        report = import_files(store, [path], LENS, preview=preview)
    except DeskError as refusal:
        assert str(refusal).endswith((".", "?", ")")) and "Traceback" not in str(refusal), seed
        assert counts(store) == before, seed
        return "refused"
    finally:
        path.unlink()
    if preview or report.read == len(report.rejected):
        assert counts(store)[0] == before[0], seed
    return "read"


def test_a_whole_file_is_taken_or_refused_in_a_sentence(store: Store, tmp_path: Path) -> None:
    for name, data in samples().items():
        path = tmp_path / name
        path.write_bytes(data)
        if name in ("a.xml", "a.zip"):
            with pytest.raises(DeskError, match=name):
                import_files(store, [path], LENS, preview=True)
        else:
            assert import_files(store, [path], LENS, preview=True).read > 0, name


def test_a_damaged_file_leaves_a_report_or_no_trace(store: Store, tmp_path: Path) -> None:
    ends = {bring_in(store, tmp_path, seed, preview=bool(seed % 2)) for seed in QUICK}
    assert ends == {"read", "refused"} and store.verify() == []


@pytest.mark.slow
def test_thousands_of_damaged_files_end_within_bounds(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error::ResourceWarning", "-m", __name__, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3000)
    assert done.returncode == 0, done.stderr[-3000:]
    last = done.stdout.splitlines()[-1].split()
    read, refused, slowest, peak = int(last[0]), int(last[1]), float(last[2]), int(last[3])
    assert read + refused == len(SLOW) and read > 100 and refused > 100
    assert slowest < SECONDS and peak < MEMORY


def run(folder: Path) -> None:
    """Import all damaged files; print what came of them, the slowest's seconds, the peak bytes."""
    make_desk(folder / "fuzz.desk")
    found = {"read": 0, "refused": 0}
    slowest = 0.0
    with open_desk(folder / "fuzz.desk") as store:
        for seed in SLOW:
            began = time.process_time()
            try:
                found[bring_in(store, folder, seed, preview=bool(seed % 3))] += 1
            except BaseException:
                print(f"seed {seed}", file=sys.stderr)
                raise
            slowest = max(slowest, time.process_time() - began)
            gc.collect(0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(found["read"], found["refused"], f"{slowest:.1f}", peak)


if __name__ == "__main__":
    run(Path(sys.argv[1]))
