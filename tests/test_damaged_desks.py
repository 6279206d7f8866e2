"""Damaged desks, asked everything: each is answered or refused in words, and none is a bug.

A sample runs always; `make test-all` goes through thousands and prints what came of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from db import DeskError, Lens, Note, Store, open_desk, open_to_verify
from db.storage import engine
from db.storage.engine import SCHEMA_VERSION
from db.vocabulary.kinds import KINDS
from desktop.commands.run import run
from tests.db.damage.contents import CONTENTS
from tests.db.damage.desks import PASSPHRASE, connected, whole
from tests.db.damage.pages import PAGES
from tests.db.damage.rounds import Ask, go_round
from tests.db.damage.store_questions import asked_of_store
from tests.db.test_migrations import laid
from tests.desktop.commands.questions import questions

SAMPLE = range(len(PAGES + CONTENTS))  # each sort of damage once; of an encrypted desk a third
MANY = range(1_000, 1_900)  # of a plain and an encrypted desk each
ENDED = {0: "answered", 3: "refused", 4: "answered with a warning"}
# What ended as a bug once.
FORMER_BUGS = (
    "UPDATE printed SET asked = '{\"id\": 1e400}'",
    "UPDATE party SET side = '[[[[' WHERE rowid = (SELECT max(rowid) FROM party)",
)


@pytest.fixture(scope="module", params=["", PASSPHRASE], ids=["plain", "encrypted"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole(tmp_path_factory.mktemp("whole") / "whole.desk", request.param)


@pytest.fixture(autouse=True)
def keys_are_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deriving a key takes longer than most questions, and each desk is opened for each."""
    monkeypatch.setattr(engine, "derive_key", functools.lru_cache(engine.derive_key))
    monkeypatch.setenv("AIDE_MEMOIRE_PASSPHRASE", PASSPHRASE)


def person_of(desk: Path) -> str:
    with open_desk(desk, PASSPHRASE, read_only=True) as store:
        ids = store.reader.all_ids("person", Lens(), "name")
        return store.reader.uids(ids[:1])[ids[0]]


def commands_on(
    whole: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[[Path], Iterator[tuple[str, str, str]]]:
    """What asks a desk by every command."""
    uid = person_of(whole)

    def ask(desk: Path) -> Iterator[tuple[str, str, str]]:
        for question in questions(desk, uid, folder):
            status = run(question)
            said = capsys.readouterr()
            wrong = said.err or f"ended with {status}"
            if status in ENDED:
                wrong = "" if not status or (said.out + said.err).strip() else "without a word"
            yield f"{question[0]} {question[2:]}", ENDED.get(status, "bug"), wrong

    return ask


def sample(desk: Path) -> range:
    is_plain = desk.read_bytes()[:6] == b"SQLite"
    return SAMPLE if is_plain else SAMPLE[::3]


def asked_as_a_window(desk: Path) -> Iterator[tuple[str, str, str]]:
    return asked_of_store(desk, PASSPHRASE)


def run_round(
    desk: Path, folder: Path, seeds: Iterable[int], capsys: pytest.CaptureFixture[str], ask: Ask
) -> None:
    outcomes = go_round(desk, folder, seeds, ask)
    with capsys.disabled():
        print(f"\n{outcomes}")
    assert outcomes.wrong == []


def test_each_sort_of_damage_is_answered_or_refused_by_every_command(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = commands_on(desk, tmp_path, capsys)
    assert go_round(desk, tmp_path, sample(desk), ask).wrong == []


def test_each_sort_of_damage_is_answered_or_refused_in_a_window(desk: Path, tmp_path: Path) -> None:
    assert go_round(desk, tmp_path, sample(desk), asked_as_a_window).wrong == []


@pytest.mark.parametrize("statement", FORMER_BUGS)
def test_what_was_a_bug_once_is_answered_or_refused(
    statement: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = whole(tmp_path / "damaged.desk")
    ask = commands_on(path, tmp_path, capsys)
    raw = connected(path)
    raw.execute(statement)
    raw.close()
    for asked in (ask(path), asked_as_a_window(path)):
        assert [(question, wrong) for question, _, wrong in asked if wrong] == []


@pytest.mark.slow
def test_many_damaged_desks_are_answered_or_refused_by_every_command(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_round(desk, tmp_path, MANY, capsys, commands_on(desk, tmp_path, capsys))


@pytest.mark.slow
def test_many_damaged_desks_are_answered_or_refused_in_a_window(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_round(desk, tmp_path, MANY, capsys, asked_as_a_window)


def verified(desk: Path) -> Iterator[tuple[str, str, str]]:
    """Whether what is found where all is derived anew is also found by adding up sums: in a desk as
    it is damaged, and once records of it were saved again, which makes their sums anew.
    """
    for is_saved in (False, True):
        with suppress(DeskError), open_to_verify(desk, PASSPHRASE, read_only=not is_saved) as store:
            if is_saved:
                save_some(store)
            try:
                found, wrong = store.verify(), ""
            except AssertionError as failed:  # of `verified_both_ways`, for every test
                found, wrong = [], str(failed)
            yield f"saved: {is_saved}", "damaged" if found else "whole", wrong


def save_some(store: Store) -> None:
    for kind in KINDS:
        for key in store.reader.all_ids(kind, Lens(), "name")[:5]:
            with suppress(DeskError):
                record = store.reader.get(key, Lens())
                record.notes.append(Note(text="Another note"))
                store.save(record, Lens())


def test_sums_miss_nothing_of_each_sort_of_damage(desk: Path, tmp_path: Path) -> None:
    found = go_round(desk, tmp_path, sample(desk), verified)
    assert found.wrong == []
    assert found.counts["damaged"] > len(sample(desk))  # most of them, both times


@pytest.mark.slow
def test_sums_miss_nothing_of_many_damages(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_round(desk, tmp_path, MANY, capsys, verified)


OLDER = ("verify", "info", "edit", "list", "verify")


def commands_on_older(
    capsys: pytest.CaptureFixture[str],
) -> Callable[[Path], Iterator[tuple[str, str, str]]]:
    """What upgrades a desk of an older format and reads it."""

    def ask(desk: Path) -> Iterator[tuple[str, str, str]]:
        rest = {"edit": ["Asim Munir", "biography=x"], "list": ["people"]}
        for name in OLDER:
            status = run([name, str(desk), *rest.get(name, [])])
            said = capsys.readouterr()
            yield name, ENDED.get(status, "bug"), "" if status in ENDED else said.err

    return ask


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_damaged_desk_of_an_older_format_is_upgraded_or_refused(
    version: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    laid(kept := tmp_path / "kept.desk", version)
    seeds = range(version, len(SAMPLE), 6)
    assert go_round(kept, tmp_path, seeds, commands_on_older(capsys)).wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_many_damaged_desks_of_older_formats_are(
    version: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    laid(kept := tmp_path / "kept.desk", version)
    run_round(kept, tmp_path, range(150), capsys, commands_on_older(capsys))
