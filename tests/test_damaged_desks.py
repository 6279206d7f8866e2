"""Hundreds of damaged desks, asked everything: each is answered or refused, and none is a bug."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from db import Lens, open_desk
from desktop.commands.run import run
from tests.db.damaged_desks import PASSPHRASE, damaged, whole
from tests.desktop.commands.questions import questions

# Deriving keys takes most of the time; the two last ended as bugs once.
QUICK = {"": (*range(0, 21), 1064, 1066), PASSPHRASE: tuple(range(0, 21, 7))}
MANY = range(1_000, 2_500)
ALLOWED = {0, 3, 4}


@pytest.fixture(scope="module", params=["", PASSPHRASE], ids=["plain", "encrypted"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole(tmp_path_factory.mktemp("whole") / "whole.desk", request.param)


def person_of(desk: Path) -> str:
    with open_desk(desk, PASSPHRASE, read_only=True) as store:
        ids = store.reader.all_ids("person", Lens(), "name")
        return store.reader.uids(ids[:1])[ids[0]]


def ask_all(
    desk: Path, folder: Path, seeds: Iterable[int], capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """What was answered as a bug, or refused without a word, for each seed."""
    uid, wrong = person_of(desk), []
    for seed in seeds:
        for told in damaged(desk, folder / "damaged.desk", seed):
            for question in questions(folder / "damaged.desk", uid, folder):
                status = run(question)
                said = capsys.readouterr()
                if status not in ALLOWED or (status and not (said.out + said.err).strip()):
                    wrong.append(f"seed {seed}, {told}: {question[0]} {question[2:]}: {said.err}")
    return wrong


def test_a_damaged_desk_is_answered_or_refused(
    desk: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AIDE_MEMOIRE_PASSPHRASE", PASSPHRASE)
    is_plain = desk.read_bytes()[:6] == b"SQLite"
    assert ask_all(desk, tmp_path, QUICK["" if is_plain else PASSPHRASE], capsys) == []


@pytest.mark.slow
def test_thousands_of_damaged_desks_are(
    desk: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AIDE_MEMOIRE_PASSPHRASE", PASSPHRASE)
    assert ask_all(desk, tmp_path, MANY, capsys) == []
