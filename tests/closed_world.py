"""A watch over what a process asks of the world: it notes, and refuses, every step outside.

`tests/test_closed.py` starts it as a process of its own in a network namespace without interfaces:
`python -m tests.closed_world FOLDER commands|tour`; and hands it to pytest as a plugin, for the
tests of the window. What it met is printed as JSON, also when the program swallowed the refusal.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[1]
PLANTED = "plantedwire"  # stands in all data that is taken in, with what might be evaluated
MET = "AIDE_MEMOIRE_STEPS_OUTSIDE"  # where the plugin writes what it met

#: Audit events that are steps outside whatever their arguments are.
OUTSIDE = frozenset(
    {
        "ftplib.connect", "ftplib.sendcmd", "http.client.connect", "http.client.send",
        "imaplib.open", "imaplib.send", "nntplib.connect", "os.exec", "os.posix_spawn",
        "os.spawn", "os.startfile", "os.startfile/2", "os.system", "poplib.connect",
        "pty.spawn", "smtplib.connect", "smtplib.send", "socket.getaddrinfo",
        "socket.gethostbyaddr", "socket.gethostbyname", "socket.getnameinfo",
        "subprocess.Popen", "telnetlib.Telnet.open", "urllib.Request", "webbrowser.open",
    }
)  # fmt: skip
ADDRESSED = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
#: Modules that run code which they made themselves, and of what.
MAKERS = {
    "_bootstrap": "Python's own import",
    "alembic": "functions of its operations, from their signatures",
    "ast.py": "parses declarations of types, and runs nothing",
    "attr/_make.py": "methods of classes, from their declared fields",
    "collections/__init__.py": "named tuples, from their declared fields",
    "dataclasses.py": "methods of classes, from their declared fields",
    "pydantic": "types that stand as texts in declarations",
    "shibokensupport": "signatures that come with Qt's bindings",
    "six.py": "a statement that Python 2 could not read",
    "sqlalchemy": "methods and casts of its own classes, from their signatures",
    "typing_inspection": "one comparison for each name of `typing`",
    "typing.py": "types that stand as texts in declarations",
}
EMBEDDED = ("shibokensupport/", "signature_bootstrap.py")  # modules inside Qt's bindings
#: What Qt's bindings, which have no frame of their own, compile where a class is made or asked.
BINDINGS = ("if True:\n        from enum import Flag",)
#: Modules that speak to other machines or start programs; who brings one in is noted.
NETWORK = frozenset(
    {
        "PySide6.QtNetwork", "PySide6.QtWebSockets", "aiohttp", "asyncio", "ftplib", "http.client",
        "http.server", "httpx", "imaplib", "multiprocessing", "nntplib", "poplib", "requests",
        "smtplib", "socket", "socketserver", "ssl", "subprocess", "telnetlib", "urllib.request",
        "urllib3", "webbrowser", "xmlrpc.client", "xmlrpc.server",
    }
)  # fmt: skip


class StepOutside(RuntimeError):
    """Raised in the program where it takes a step outside."""


class Watch:
    """An audit hook; `met` holds every step outside, `made` who ran code that is in no file."""

    def __init__(self) -> None:
        self.met: list[str] = []
        self.made: dict[str, int] = {}
        self.brought: dict[str, str] = {}  # modules of `NETWORK`, by whom
        self._compiled_for: set[str] = set()  # modules under which the bindings compiled

    def begin(self) -> None:
        """Look from now on; a hook cannot be taken away again."""
        sys.addaudithook(self._look)

    def _look(self, event: str, args: tuple[Any, ...]) -> None:
        if event in OUTSIDE:
            if not is_watcher(event, args):
                self._refuse(f"{event} {args[:2]!r}")
        elif event in ADDRESSED:
            if not is_local(args[0]):
                self._refuse(f"{event} {args[1:]!r}")
        elif event == "import" and args[0] in NETWORK:
            self.brought.setdefault(args[0], importer(sys._getframe(1)))
        elif event == "exec":
            code = args[0]
            if isinstance(code, CodeType) and not is_of_program(code.co_filename):
                self._look_at_maker("exec", code.co_name, code.co_filename)
        elif event == "compile":
            source, name = args
            text = source.decode("utf-8", "replace") if isinstance(source, bytes) else source
            if PLANTED in str(text) and not is_of_program(str(name)):
                self._refuse("compile of words of a file")
            elif not is_of_program(str(name)):
                self._look_at_maker("compile", str(text)[:60], str(name))

    def _look_at_maker(self, event: str, what: str, name: str) -> None:
        """Let those run code of no file who are known to; note who did."""
        caller = sys._getframe(2).f_code.co_filename
        maker = maker_of(caller)
        if event == "compile" and what.startswith(BINDINGS):
            self._compiled_for.add(caller)
        elif event == "exec" and caller in self._compiled_for:
            self._compiled_for.discard(caller)
        elif maker is None:
            self._refuse(f"{event} of {what!r} ({name}) by {caller}")
        else:
            self.made[maker] = self.made.get(maker, 0) + 1

    def _refuse(self, step: str) -> None:
        self.met.append(step)
        raise StepOutside(step)


def is_local(sock: Any) -> bool:
    """Whether a socket is one between programs of this machine."""
    import socket

    return getattr(socket, "AF_UNIX", None) == sock.family


def importer(frame: FrameType | None) -> str:
    """The package outside Python's own library by which a module comes to be imported."""
    while frame is not None:
        name = frame.f_code.co_filename.replace(os.sep, "/")
        if "/site-packages/" in name:
            return name.partition("/site-packages/")[2].split("/")[0].removesuffix(".py")
        if name.startswith(str(ROOT)):
            return Path(name).relative_to(ROOT).as_posix()
        frame = frame.f_back
    return ""


def is_watcher(event: str, args: tuple[Any, ...]) -> bool:
    """Whether a process is the one by which the tests learn of a crash, no part of the program."""
    watching = sys.modules.get("tests.crash_at_exit")
    return event == "subprocess.Popen" and getattr(watching, "_WATCHER", None) in args[1]


#: Where code may lie: the tree, Python, and what is installed for it.
HOMES = tuple({str(ROOT), sys.prefix, sys.base_prefix, os.path.dirname(os.__file__)})


def is_of_program(name: str) -> bool:
    """Whether code comes from a file of the program, of Python or of a library.

    >>> is_of_program(__file__), is_of_program("<frozen os>"), is_of_program("<string>")
    (True, True, False)
    """
    if name.startswith(("<frozen ", *EMBEDDED)):
        return True
    return name.startswith(homes()) and name.endswith((".py", ".pyc", ".pth"))


def homes() -> tuple[str, ...]:
    """The folders in which code may lie; those of libraries come in with `sys.path`."""
    return (*HOMES, *(place for place in sys.path if place.endswith("site-packages")))


def maker_of(caller: str) -> str | None:
    """Which line of `MAKERS` a module falls under.

    >>> import dataclasses
    >>> maker_of(dataclasses.__file__), maker_of("/desk/evil.py")
    ('dataclasses.py', None)
    """
    if caller.startswith("<frozen importlib"):
        return "_bootstrap"
    if caller.startswith(EMBEDDED):
        return "shibokensupport"
    if not is_of_program(caller) or caller.startswith((str(ROOT / "db"), str(ROOT / "desktop"))):
        return None
    return next((each for each in MAKERS if f"/{each}" in caller.replace(os.sep, "/")), None)


# what is done in the closed world

TABLE = f"""name,country,born,organization,post,note,website
Shehbaz Sharif,Pakistan,1951-09-23,Government of Pakistan,Prime Minister,x,http://{PLANTED}.example
"__import__('os').system('{PLANTED}')",Peru,1970,"=WEBSERVICE(""http://{PLANTED}.example"")",a,b,c
"=cmd|' /C {PLANTED}'!A0",Peru,1971,Office of {{{{7*7}}}} {PLANTED},Clerk,"<img src=//{PLANTED}>",d
"""
TREATY = f"""id,name,type,signed,note
t1,Treaty of the file:///{PLANTED},treaty,2020-01-01,"<script>{PLANTED}()</script>"
"""
TEXT = f"""Lima, 1 May. Foreign Minister Elmer Schialer met Ishaq Dar in Lima on 1 May 2025.
See https://{PLANTED}.example/?q=1 and mailto:{PLANTED}@example.org; exec("{PLANTED}").
"""
SECRET = "correct horse battery"


def rounds(folder: Path) -> list[list[str]]:
    """Every command but the tour, most on the sample desk; `@uid` and `@change` are asked late."""
    desk, out = str(folder / "my.desk"), folder
    other, locked = str(out / "other.desk"), str(out / "locked.desk")
    (out / "people.csv").write_text(TABLE, encoding="utf-8")
    (out / "agreements.csv").write_text(TREATY, encoding="utf-8")
    (out / "news.txt").write_text(TEXT, encoding="utf-8")
    (out / "key").write_text(SECRET, encoding="utf-8")
    key = ["--passphrase-file", str(out / "key")]
    head = ["print", desk]
    return [
        ["new", desk, "--sample"],
        ["new", other, "--sample"],
        ["new", locked, "--encrypt", *key],
        ["info", desk],
        ["import", desk, str(out / "people.csv")],
        ["import", desk, str(out / "agreements.csv"), "--kind", "agreements"],
        ["import", locked, str(out / "people.csv"), *key],
        ["passphrase", locked, *key],
        ["intake", desk, str(out / "news.txt"), "--published", "2025-05-02", "--accept"],
        ["list", desk, "people"],
        ["search", desk, "shebaz"],
        ["show", desk, PLANTED],
        ["show", desk, "munir"],
        ["holders", desk, "foreign minister"],
        ["board", desk, "Pakistan", "--and", "2020-01-01"],
        ["succeed", desk, "munir", "Prime Minister", "--on", "2025-06-01"],
        ["clock", desk, "memorandum"],
        ["today", desk, "--out", str(out / "today.pdf")],
        ["precedence", desk, "Pakistan"],
        ["edit", desk, "@uid", f"biography=see http://{PLANTED}.example"],
        ["duplicates", desk],
        ["check", desk],
        ["history", desk],
        ["revert", desk, "@change"],
        *([*head, "biography", "@uid", "--out", str(out / f"b.{form}")] for form in FORMS),
        [*head, "list", PLANTED, "--out", str(out / "list.pdf")],
        ["printed", desk],
        *(["export", desk, str(out / f"all.{form}")] for form in ("json", "xlsx", "zip")),
        ["export", desk, str(out / "all.ics"), "--kind", "events"],
        ["export", desk, str(out / "all.vcf"), "--kind", "people"],
        ["courier", desk, str(out / "c.courier"), "--to", "Paris",
         "--courier-passphrase-file", str(out / "key")],
        ["merge", other, desk],
        ["backup", desk, str(out / "copy.desk")],
        ["restore", str(out / "copy.desk"), desk],
        ["salvage", desk, str(out / "saved.desk")],
        ["subject", desk, "@uid"],
        ["retention", desk],
        ["erase", desk, "@uid"],
        ["verify", desk, "--rebuild"],
        ["settings", desk],
        ["date", "6 April 2025"],
    ]  # fmt: skip


FORMS = ("pdf", "docx", "html")


def ask_all(folder: Path, most: Sequence[str] | None) -> dict[str, int]:
    """Run the commands, or those named; gives the highest exit status of each."""
    import main

    def answer(*arguments: str) -> Any:
        with redirect_stdout(StringIO()) as said:
            main.main([*arguments, "--json"])
        return json.loads(said.getvalue())

    desk, statuses = str(folder / "my.desk"), dict[str, int]()
    late = {
        "@uid": lambda: str(answer("search", desk, "rubio")["hits"][0]["uid"]),
        "@change": lambda: str(answer("history", desk, "--limit", "1")[0]["change"]),
    }
    for name, *words in rounds(folder):
        if most is not None and name not in most:
            continue
        arguments = [late[word]() if word in late else word for word in words]
        with redirect_stdout(StringIO()):
            status = main.main([name, *arguments])
        if status:
            print(name, *arguments, status, file=sys.stderr)
        statuses[name] = max(status, statuses.get(name, 0))
    return statuses


def run(folder: Path, what: str) -> dict[str, Any]:
    """Do one part in the closed world; what it met, and who brought in what."""
    watch = Watch()
    watch.begin()
    statuses: dict[str, int] = {}
    if what == "tour":
        import main

        with redirect_stdout(StringIO()):
            statuses["tour"] = main.main(["tour", str(folder / "tour")])
    else:
        statuses = ask_all(folder, None if what == "commands" else what.split(","))
    return {
        "met": watch.met, "made": watch.made, "statuses": statuses, "brought": watch.brought
    }  # fmt: skip


# as a plugin of pytest: `-p tests.closed_world`

_watch = Watch()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Looks from the first test on: what pytest itself starts before is no part of the program."""
    if not getattr(_watch, "begun", False) and MET in os.environ:
        vars(_watch)["begun"] = True
        _watch.begin()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Writes what was met where the test that started this reads it."""
    if MET in os.environ:
        told = {"met": _watch.met, "made": _watch.made, "tests": session.testscollected}
        Path(os.environ[MET]).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), sys.argv[2])))
