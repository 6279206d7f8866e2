"""Desks that were not closed, and ways to take the file away from under an open one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from db import Lens, Person, Store, make_desk, open_desk

LENS = Lens("2025-09-15")
SECRET = "zebra crossing"


def filled(path: Path, names: list[str], passphrase: str = "") -> Path:
    """A closed desk with these people on it."""
    make_desk(path, passphrase)
    with open_desk(path, passphrase) as store:
        save_all(store, names)
    return path


def save_all(store: Store, names: list[str]) -> None:
    for name in names:
        store.save(Person(title=name, biography="long " * 200), LENS)


def titles(path: Path, passphrase: str = "", *, read_only: bool = False) -> set[str]:
    """Who is on a desk that is whole."""
    with open_desk(path, passphrase, read_only=read_only) as store:
        assert store.verify() == []
        return people(store)


def people(store: Store) -> set[str]:
    ids = store.reader.all_ids("person", LENS, "name")
    return {line.title for line in store.reader.lines(ids, LENS)}


def crashed(path: Path, names: list[str], passphrase: str = "") -> Path:
    """A desk as a kill leaves it: what these saves wrote lies in its log alone."""
    work = path.with_name(f"work of {path.name}")
    if path.exists():
        os.replace(path, work)
    else:
        make_desk(work, passphrase)
    with open_desk(work, passphrase) as store:
        save_all(store, names)
        shutil.copyfile(work, path)
        shutil.copyfile(f"{work}-wal", f"{path}-wal")
    for tail in ("", ".lock"):
        Path(f"{work}{tail}").unlink()
    return path


def beside(path: Path) -> list[str]:
    """What lies beside a desk, the empty lock file aside."""
    return sorted(
        each.name
        for each in path.parent.iterdir()
        if each.name.startswith(path.name) and each.name not in (path.name, f"{path.name}.lock")
    )


def rename(path: Path, _other: Path) -> None:
    path.rename(path.with_name("elsewhere.desk"))


def delete(path: Path, _other: Path) -> None:
    path.unlink()


def truncate(path: Path, _other: Path) -> None:
    os.truncate(path, 0)


def cut(path: Path, _other: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def replace(path: Path, other: Path) -> None:
    shutil.copyfile(other, aside := path.with_name("aside"))
    os.replace(aside, path)


def write_over(path: Path, other: Path) -> None:
    """The same file by its number, with another's content: what `cp` does."""
    path.write_bytes(other.read_bytes())


def put_folder(path: Path, _other: Path) -> None:
    path.unlink()
    path.mkdir()


def put_link(path: Path, other: Path) -> None:
    path.unlink()
    path.symlink_to(other)


def lose_log(path: Path, _other: Path) -> None:
    Path(f"{path}-wal").unlink()


WAYS: dict[str, Callable[[Path, Path], None]] = {
    each.__name__: each
    for each in (rename, delete, truncate, cut, replace, write_over, put_folder, put_link, lose_log)
}
