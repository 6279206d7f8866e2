"""Has a process that dies after its last test fail the run, and names the test files that it ran.

`conftest` registers it. A worker of xdist has told all its outcomes before it ends, and nobody
looks at how: the run would pass. A process without workers ends the run by its own status; what
it does not say by itself is which files it ran.
"""

import faulthandler
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

# Reads until the process that started it is gone; what it has read then is of a crash.
_WATCHER = """
import sys
told = sys.stdin.read()
if told:
    print(told, "This process crashed after its last test. It ran:", *sys.argv[1:],
        "Run each by itself to see which it was.", sep="\\n", file=sys.stderr, flush=True)
"""
_KILLED = -int(getattr(signal, "SIGKILL", 9))  # execnet's own end for a worker that is too slow

_files: dict[str, None] = {}  # the test files that were run here, in order
_workers: dict[str, Any] = {}  # the processes of the workers by name
_watchers: list[subprocess.Popen[str]] = []


def pytest_runtest_logstart(nodeid: str) -> None:
    """Keep the name of the file that a test stands in."""
    _files[nodeid.partition("::")[0]] = None


@pytest.hookimpl(optionalhook=True)
def pytest_testnodeready(node: Any) -> None:
    """Keep the process of a worker: execnet forgets it once it has ended."""
    _workers[node.gateway.id] = node.gateway._io.popen


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Fail a run of which a worker crashed; xdist has waited for all of them by now.

    A worker watches itself from here on: once it has told that it is finished, it may be ended
    before it comes to `pytest_unconfigure`.
    """
    _watch()
    answer = yield
    if crashed_workers():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    return answer


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say which workers crashed."""
    for name, status in crashed_workers().items():
        said = f"Worker {name} crashed after its last test (status {status})."
        terminalreporter.write_line(f"ERROR {said}", red=True)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Watch again: pytest has just had its own way with crashes written down."""
    _watch()


def _watch() -> None:
    """Let a crash from here on be written down, with the files that were run."""
    if not _files or _workers:
        return
    if not _watchers:  # kept, for Popen warns of a process that it lets go
        command = [sys.executable, "-I", "-S", "-c", _WATCHER, *_files]
        _watchers.append(subprocess.Popen(command, stdin=subprocess.PIPE, text=True))
    pipe = _watchers[0].stdin
    assert pipe is not None
    faulthandler.enable(pipe.fileno())


def crashed_workers() -> dict[str, int]:
    """The exit statuses of the workers that did not end well."""
    ended = {name: process.poll() for name, process in _workers.items()}
    return {name: code for name, code in ended.items() if code not in (None, 0, _KILLED)}
