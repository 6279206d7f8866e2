"""What make installs is written down to the last file: versions, and the hashes of their files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PINS, HASHES = ROOT / "constraints.txt", ROOT / ".ci" / "hashes.txt"
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;]+)", re.MULTILINE)
HASHED = re.compile(
    r"^([a-z0-9-]+)==([^\s;]+)(?: ;[^\\]*)?((?: \\\n +--hash=sha256:[0-9a-f]{64})+)", re.M
)


def plain(name: str) -> str:
    """A package's name as an index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """The versions, by package."""
    return {plain(name): version for name, version in PIN.findall(PINS.read_text("utf-8"))}


def test_each_pinned_version_has_its_hashes_and_nothing_else_has() -> None:
    hashed = {name: version for name, version, _ in HASHED.findall(HASHES.read_text("utf-8"))}
    assert hashed == pins(), "run .ci/pin"


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {plain(re.split("[<>=!~ ]", each)[0]) for each in named} <= pins().keys()


@pytest.mark.parametrize("file", [PINS, HASHES], ids=lambda path: path.name)
def test_no_list_says_where_files_come_from(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "://" not in text and "index" not in text and "--find-links" not in text


def test_compiled_packages_have_files_for_more_than_one_system() -> None:
    found = {
        name: hashes.count("sha256")
        for name, _, hashes in HASHED.findall(HASHES.read_text("utf-8"))
    }
    for name in ("pyside6-essentials", "sqlcipher3", "typst", "lxml", "rapidfuzz"):
        assert found[name] >= 4, f"{name} has but one system's files"
