"""The walk down a tree goes on past what is broken, and says what it left open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from db.salvage.damaged_desk import DamagedDesk
from db.salvage.layouts import known_layouts
from db.salvage.page_file import PageFile
from db.salvage.page_walk import PageWalk
from db.storage.engine import PAGE_BYTES
from db.storage.files.file_handle import DeskFile
from tests.db.salvage.salvage_rounds import Base


def walked(path: Path, table: str, root: int) -> tuple[list[int], PageWalk]:
    with closing(DeskFile(path)) as file:
        walk = PageWalk(PageFile(file))
        [*cells] = walk.rows(table, root, known_layouts(table)[0].holds)
        return [cell.number for cell in cells], walk


def broken(base: Base, path: Path, page: int, change: Callable[[bytes], bytes]) -> Path:
    pages = list(base.pages)
    pages[page - 1] = change(pages[page - 1])
    path.write_bytes(b"".join(pages))
    return path


def test_all_rows_of_a_whole_table_are_walked_in_order(plain: Base, found: DamagedDesk) -> None:
    numbers, walk = walked(plain.path, "name", found.objects["name"].root)
    assert numbers == sorted(number for table, number in plain.values if table == "name")
    assert walk.holes == {"name": []} and walk.unread == {}


def test_a_lost_leaf_is_a_hole_between_its_neighbours(
    plain: Base, found: DamagedDesk, tmp_path: Path
) -> None:
    whole, _ = walked(plain.path, "name", found.objects["name"].root)
    pages = sorted({page for row, on in plain.lies_on.items() if row[0] == "name" for page in on})
    path = broken(plain, tmp_path / "a.desk", pages[1], lambda _: bytes(PAGE_BYTES))
    numbers, walk = walked(path, "name", found.objects["name"].root)
    lost = set(whole) - set(numbers)
    [hole] = walk.holes["name"]
    assert lost and all(hole.has(number) for number in lost)
    assert not any(hole.has(number) for number in numbers)


def test_a_page_of_another_table_is_not_taken_for_rows(
    plain: Base, found: DamagedDesk, tmp_path: Path
) -> None:
    pages = sorted({page for row, on in plain.lies_on.items() if row[0] == "name" for page in on})
    other = next(on for row, on in plain.lies_on.items() if row[0] == "revision")
    foreign = plain.pages[min(other) - 1]
    path = broken(plain, tmp_path / "a.desk", pages[1], lambda _: foreign)
    _, walk = walked(path, "name", found.objects["name"].root)
    assert walk.holes["name"] and pages[1] not in walk.claimed


def test_one_broken_row_costs_no_other(plain: Base, found: DamagedDesk, tmp_path: Path) -> None:
    whole, _ = walked(plain.path, "name", found.objects["name"].root)
    page = min(next(on for row, on in plain.lies_on.items() if row == ("name", whole[-1])))

    def change(data: bytes) -> bytes:
        first = int.from_bytes(data[8:10], "big")  # the first cell now says that it is longer
        return data[:first] + b"\x7f" + data[first + 1 :]

    numbers, walk = walked(broken(plain, tmp_path / "a.desk", page, change), "name",
                           found.objects["name"].root)  # fmt: skip
    assert len(whole) - len(numbers) == 1
    assert walk.unread == {"name": 1}
