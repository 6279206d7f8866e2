"""A sample desk of its own for each test of a command, and a way to run one in this process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db import Lens, Note, Store, load_sample, make_desk, open_desk, parse_query
from desktop.commands.run import run


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Command = Callable[..., Outcome]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command; a bug, or a traceback, fails the test whatever it asked for."""

    def call(*arguments: str | Path, may_fail: bool = False) -> Outcome:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        if not may_fail:
            assert status != 1, printed.err
        return Outcome(status, printed.out, printed.err)

    return call


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample desk, made once; nobody writes to it."""
    path = tmp_path_factory.mktemp("sample") / "sample.desk"
    make_desk(path, name="Sample")
    with open_desk(path) as store:
        load_sample(store)
    return path


@pytest.fixture
def desk(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample desk to change."""
    return Path(shutil.copy(sample, tmp_path / "my.desk"))


def found(store: Store, kind: str, text: str) -> int:
    """The id of the best hit."""
    return store.reader.page(kind, parse_query(text), Lens()).ids[0]


@pytest.fixture
def marked(desk: Path) -> Path:
    """The desk with Rubio and the trade agreement marked secret, and a secret note on Dar."""
    with open_desk(desk) as store:
        for kind, text in (("person", "rubio"), ("agreement", "trade")):
            record = store.reader.get(found(store, kind, text), Lens())
            record.marking = 3
            store.save(record, Lens())
        dar = store.reader.get(found(store, "person", "dar"), Lens())
        dar.notes.append(Note(text="a zebra", marking=2))
        store.save(dar, Lens())
    return desk


@pytest.fixture
def uid(command: Command) -> Callable[[Path, str], str]:
    """The uid of the best hit of a query."""

    def of(desk: Path, query: str) -> str:
        answer = command("search", desk, query, "--json").data
        return str(answer["hits"][0]["uid"])

    return of
