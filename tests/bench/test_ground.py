"""A ground keeps the made desk as it is and leaves nothing of its copies behind."""

import os
from pathlib import Path

import pytest

from db import Lens, Person, Refused, open_desk
from tests.bench.ground import FOLDER, Ground, ground, kept_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_made_desks_are_kept_where_the_variable_says(folder: Path) -> None:
    assert kept_folder() == folder


def test_the_desk_is_made_once_and_not_changed_by_its_copies(folder: Path) -> None:
    with ground(20) as made:
        before = made.desk.read_bytes()
        with made.copy() as path:
            with open_desk(path) as store:
                store.save(Person(title="Another"), Lens())
            assert path != made.desk
        assert not list(made.room.iterdir())
        assert made.desk.read_bytes() == before
    with ground(20) as again:
        assert again.desk == made.desk
    assert [path.suffix for path in folder.iterdir()] == [".desk"]


def test_a_process_that_fails_is_a_sentence_with_its_last_words(folder: Path) -> None:
    with ground(20) as made, pytest.raises(Refused, match=r"could not be measured \(unicorn\)"):
        made.process("unicorn")


def test_a_process_has_a_home_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, str] = {}

    class Done:
        returncode, stdout, stderr = 0, "{}", ""

    def run(command: list[str], *, env: dict[str, str], **more: object) -> Done:
        given.update(env)
        return Done()

    monkeypatch.setattr("tests.bench.ground.subprocess.run", run)
    room = folder / "room"
    assert Ground(20, room).process("bare") == {}
    assert given["HOME"] == given["XDG_CONFIG_HOME"] == str(room) != os.environ["HOME"]
    assert given["QT_QPA_PLATFORM"] == "offscreen"
