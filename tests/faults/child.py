"""A command in a forked process, with what disturbs it; what it says is kept in a file."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from desktop.commands.run import run

CRASHED = 99  # the exit status of a command that ended by an exception
PATIENCE = 60.0  # seconds for a command that is not killed
PAUSE = 0.002  # seconds between two looks at whether it has ended

Prepare = Callable[[], None]


class Child:
    """Runs a command as the program does; `prepare` is called in its process before."""

    def __init__(
        self,
        arguments: list[str],
        said: Path,
        prepare: Prepare | None = None,
        *,
        tells_modules: bool = False,
    ) -> None:
        self._said = said
        self._modules = Path(f"{said}.modules")
        self.number = os.fork()
        if self.number == 0:
            status = CRASHED
            try:
                status = _run(arguments, said, prepare)
                if tells_modules:
                    self._modules.write_text("\n".join(sys.modules), encoding="utf-8")
            finally:
                sys.stdout.flush()
                os._exit(status)

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)

    def wait(self) -> int:
        """Return its exit status, once it has ended."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            ended, status = os.waitpid(self.number, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(PAUSE)
        self.kill()
        os.waitpid(self.number, 0)
        raise TimeoutError(f"A command went on for more than {PATIENCE:.0f} seconds.")

    def load_modules(self) -> None:
        """Load what the command has loaded, so that no later fork does it anew."""
        for name in self._modules.read_text(encoding="utf-8").split("\n"):
            if name not in sys.modules:
                with suppress(ImportError):  # of a file that is run by its path, as a migration is
                    import_module(name)

    def said(self) -> str:
        """Return what it said."""
        return self._said.read_text(encoding="utf-8", errors="replace").strip()


def limit_files(size: int) -> Prepare:
    """Return what lets no file of a process grow beyond a size, as a full disk does."""
    return partial(_limit_files, size)


def _limit_files(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def is_sentence(said: str) -> bool:
    """Say whether what was said ends as a sentence and not as a crash."""
    last = said.splitlines()[-1] if said else ""
    return last.endswith(".") and "Traceback" not in said


def _run(arguments: list[str], said: Path, prepare: Prepare | None) -> int:
    with said.open("w", encoding="utf-8") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        if prepare is not None:
            prepare()
        try:
            return run(arguments)
        except SystemExit as error:
            return int(error.code or 0)
        except Exception:
            traceback.print_exc()
            return CRASHED
