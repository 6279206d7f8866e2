"""Nothing goes out and nothing of a file is run: the program in a world without a network.

Every command, the tour and the tests of the window run under the watch of `tests/closed_world.py`,
in a network namespace without interfaces where the system gives one.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.console.command_table import COMMANDS
from tests.closed_world import MET, NETWORK, rounds

ROOT = Path(__file__).resolve().parents[1]
#: Commands that answer 3 to what the watch gives them, and why.
REFUSED = {"precedence": "no head of mission is accredited on the sample desk"}
#: Commands that answer 4, done with something to be looked at, and why.
TOLD = {"import": "the planted table has formulas in its cells, which are told"}
QUICK = "new,import,show,print,export"
#: Who brings in a module that could speak to others, and what for; nobody uses it for that.
BROUGHT = {
    ("asyncio", "sqlalchemy"): "offers engines that wait, which nothing here makes",
    ("socket", "desktop/bug_report.py"): "`email` reads what is installed, and names its machine",
    ("ssl", "sqlalchemy"): "comes with asyncio",
    ("subprocess", "sqlalchemy"): "comes with asyncio",
}
#: Modules that no module of ours may name; `ctypes` and `importlib` are looked at by the watch.
UNNAMED = {name.partition(".")[0] for name in NETWORK if not name.startswith("PySide6")} | {
    "QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets", "pickle", "marshal",
    "shelve", "code", "codeop", "runpy", "yaml",
}  # fmt: skip
#: A module of the forbidden packages that ours may name, and why.
NAMED = {"urllib.parse": "takes texts apart, and asks nobody"}
RUNNING = {"eval", "exec", "compile", "__import__"}
STARTING = {"system", "popen", "startfile", "fork", "forkpty"}


@cache
def closing() -> list[str]:
    """What a command line begins with to have no interface; empty where that cannot be had."""
    tool = shutil.which("unshare")
    for words in (["-n"], ["-r", "-n"]):
        if tool and subprocess.run([tool, *words, "true"], capture_output=True).returncode == 0:
            return [tool, *words]
    return []


def run_closed(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A Python of its own in the closed world; skips where there is none."""
    if not closing():
        pytest.skip("This system gives no network namespace of one's own (unshare -n).")
    given = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*closing(), sys.executable, *arguments],
        cwd=ROOT, env={**os.environ, **given, **variables}, capture_output=True, text=True,
    )  # fmt: skip


def told_by(folder: Path, what: str) -> dict[str, Any]:
    """What the watch tells of a part of the program."""
    done = run_closed(
        "-m", "tests.closed_world", str(folder), what,
        AIDE_MEMOIRE_NEW_PASSPHRASE="horse battery staple correct",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def unknown(told: dict[str, Any]) -> list[tuple[str, str]]:
    """Who brought in what could speak to others, and has no reason in the table."""
    return sorted(set(told["brought"].items()) - BROUGHT.keys())


def test_commands_take_no_step_outside(tmp_path: Path) -> None:
    told = told_by(tmp_path, QUICK)
    assert told["met"] == [] and unknown(told) == []
    assert set(told["statuses"]) == set(QUICK.split(","))
    assert {name for name, status in told["statuses"].items() if status} == TOLD.keys()


@pytest.mark.slow
def test_no_command_takes_a_step_outside(tmp_path: Path) -> None:
    told = told_by(tmp_path, "commands")
    assert told["met"] == [] and unknown(told) == []
    assert {name for name, status in told["statuses"].items() if status} == {*REFUSED, *TOLD}


@pytest.mark.slow
def test_the_tour_takes_no_step_outside(tmp_path: Path) -> None:
    told = told_by(tmp_path, "tour")
    assert told["met"] == [] and unknown(told) == [] and told["statuses"] == {"tour": 0}


@pytest.mark.slow
def test_a_window_takes_no_step_outside(tmp_path: Path) -> None:
    """Its tests, and those that open every dialog, pass in the closed world."""
    parts = ["tests/desktop/window", "tests/desktop/session", "tests/desktop/test_accessible.py"]
    report = tmp_path / "met.json"
    done = run_closed(
        "-m", "pytest", "-q", "-p", "tests.closed_world", *parts, **{MET: str(report)}
    )
    assert done.returncode == 0, done.stdout[-3000:]
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["met"] == [] and told["tests"] > 100


def test_every_command_is_run_in_the_closed_world(tmp_path: Path) -> None:
    assert {name for name, *_ in rounds(tmp_path)} | {"tour"} == COMMANDS.keys()


# The line, and what the watch says of it.
STEPS = {
    "import socket; socket.socket().connect(('127.0.0.1', 9))": "socket.connect",
    "import socket; socket.socket().bind(('127.0.0.1', 0))": "socket.bind",
    "import socket; socket.getaddrinfo('localhost', 80)": "socket.getaddrinfo",
    "import urllib.request as r; r.urlopen('http://localhost:9/')": "urllib.Request",
    "import webbrowser as b; b.GenericBrowser('true').open('http://localhost')": "webbrowser.open",
    "import os; os.system('true')": "os.system",
    "import subprocess; subprocess.run(['true'])": "subprocess.Popen",
    "eval('1 + 1')": "compile",
    "exec(compile('plantedwire = 1', 'my.desk', 'exec'))": "compile of words of a file",
}


def test_the_watch_meets_every_step_also_one_that_is_swallowed() -> None:
    lines = [f"try:\n    {line}\nexcept Exception: pass" for line in STEPS]
    program = "\n".join(
        ["from tests.closed_world import Watch", "w = Watch()", "w.begin()", *lines]
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nprint(*w.met, sep='\\n')"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    for step in STEPS.values():
        assert any(line.startswith(step) for line in told), (step, told)


def test_a_socket_between_programs_of_this_machine_is_let_pass(tmp_path: Path) -> None:
    program = (
        "import socket; from tests.closed_world import Watch; w = Watch(); w.begin()\n"
        f"socket.socket(socket.AF_UNIX).bind({str(tmp_path / 's')!r}); print(w.met)"
    )
    if sys.platform == "win32":
        pytest.skip("Windows has no such sockets in Python.")
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


# What the source says


@dataclass
class Named:
    """What a module imports, anywhere, and what it calls with which arguments."""

    imports: set[str] = field(default_factory=set)
    calls: list[tuple[str, ast.Call]] = field(default_factory=list)


@pytest.fixture(scope="module")
def modules() -> dict[str, Named]:
    """Each module of the product by its path."""
    paths = [ROOT / "main.py", *(ROOT / "db").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]
    return {
        path.relative_to(ROOT).as_posix(): names_in(path.read_text(encoding="utf-8"))
        for path in paths
    }


def names_in(source: str) -> Named:
    """What a source names; a method with what it is called on, where that is a name."""
    found = Named()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.imports.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.imports.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.calls.append((node.func.id, node))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            found.calls.append((f"{on}.{node.func.attr}", node))
    return found


def is_network(name: str) -> bool:
    """Whether an import is of what speaks to others or runs what it reads.

    >>> is_network("urllib.request"), is_network("PySide6.QtNetwork"), is_network("urllib.parse")
    (True, True, False)
    """
    if any(f"{name}.".startswith(f"{each}.") for each in NAMED):
        return False
    parts = name.split(".")
    return not UNNAMED.isdisjoint(parts[:2] if parts[0] == "PySide6" else parts[:1])


def test_no_module_of_ours_names_network_code(modules: dict[str, Named]) -> None:
    found = [(path, name) for path, named in modules.items() for name in named.imports]
    assert sorted(each for each in found if is_network(each[1])) == []


def test_nothing_is_evaluated_and_no_program_started(modules: dict[str, Named]) -> None:
    found = [
        f"{path}:{call.lineno}: {name}"
        for path, named in modules.items()
        for name, call in named.calls
        if name in RUNNING or (name.startswith("os.") and name[3:] in STARTING)
        or name.startswith(("os.exec", "os.spawn", "os.posix_spawn", "QProcess"))
    ]  # fmt: skip
    assert found == []


#: What a module is loaded by name from: a table in the source, never a word of a file.
LOADERS = {
    "db/lazy.py": "from the table of what a package offers",
    "desktop/background/import_hook.py": "Qt's own module",
    "desktop/commands/console/arguments.py": "from the table of commands",
}


def test_modules_are_loaded_by_name_only_from_tables(modules: dict[str, Named]) -> None:
    loading = {
        path
        for path, named in modules.items()
        if any(name.endswith("import_module") for name, _ in named.calls)
    }
    assert loading == LOADERS.keys()


def test_only_a_folder_of_a_file_just_written_is_shown_by_another_program(
    modules: dict[str, Named],
) -> None:
    """`openUrl` gets what `QUrl.fromLocalFile` makes, so no address in a record reaches it."""
    opened = [
        ast.unparse(call.args[0])
        for named in modules.values()
        for name, call in named.calls
        if name.endswith("openUrl")
    ]
    assert sorted(opened) == [
        "QUrl.fromLocalFile(str(folder))",
        "QUrl.fromLocalFile(str(path.parent))",
    ]


def test_no_page_follows_an_address_by_itself(modules: dict[str, Named]) -> None:
    followed = [
        f"{path}: {ast.unparse(call)}"
        for path, named in modules.items()
        for name, call in named.calls
        if name.endswith(("setOpenExternalLinks", "setOpenLinks"))
        and [ast.unparse(each) for each in call.args] != ["False"]
    ]
    assert followed == []
