"""Every name that the documents put between back-quotes is one that the tree has."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")})
DECISIONS = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))
LINK = re.compile(r"\]\(([^()#]+)\)")
SUFFIXES = (".py", ".typ", ".toml")
QUOTED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
#: What is no name of ours: other programs and packages, and their modules, classes and settings.
FOREIGN = {
    "content", "fts5vocab", "libpyside6.abi3.so.6.12", "git", "pip", "uv",
}  # fmt: skip


@cache
def sources() -> str:
    """Everything written in the tree, documents left out."""
    files = [ROOT / name for name in ("main.py", "pyproject.toml", "Makefile", "constraints.txt")]
    for top in ("db", "desktop", "tests", "resources"):
        files += [path for path in (ROOT / top).rglob("*") if path.suffix in SUFFIXES]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@cache
def known_names() -> frozenset[str]:
    """Every word of the tree, and the names of its files and folders with and without their end."""
    paths = [path for path in ROOT.rglob("*") if not set(path.parts) & {".venv", ".git"}]
    names = {part for path in paths for part in (path.name, path.stem)}
    return frozenset({*NAME.findall(sources()), *names, *dir(builtins), *FOREIGN})


def is_path(text: str) -> bool:
    """Whether a quoted text names a place in the tree."""
    return " " not in text and "…" not in text and ("/" in text.strip("/") or text.endswith("/"))


def unknown_in(text: str) -> Iterator[str]:
    """The quoted names of a document that the tree does not have."""
    for quoted in QUOTED.findall(FENCED.sub("", text)):
        if is_path(quoted) and quoted[0] not in "~/$." and "://" not in quoted:
            if not any((ROOT / top / quoted.rstrip("/")).exists() for top in ("", "db", "desktop")):
                yield quoted
        elif re.fullmatch(r"[\w.]+\.py", quoted):
            if quoted not in known_names():
                yield quoted
        elif quoted in FOREIGN:
            continue
        elif re.fullmatch(r"[A-Za-z_][\w.]*(\(.*\))?", quoted):
            name = quoted.partition("(")[0].rpartition(".")[2]
            if name not in known_names():
                yield quoted
        else:
            command = re.fullmatch(r"(?:make|python main\.py) (\w+).*", quoted)
            if command and command[1] not in known_names():
                yield quoted


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_names_what_exists(document: Path) -> None:
    assert [*unknown_in(document.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.name)
def test_a_decision_says_what_was_chosen_measured_and_refused(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert text.startswith("# ")
    parts = re.findall(r"^\*\*(Chosen|Figures|Measured|Refused)\b", text, re.MULTILINE)
    assert [*map(parts.index, ("Chosen", "Refused"))] == [0, 2]


def test_the_index_tells_decisions_by_their_titles() -> None:
    index = ROOT / "docs" / "decisions" / "README.md"
    told = re.findall(r"^\| \[\d+\]\((.+?)\) \| (.+) \|$", index.read_text("utf-8"), re.MULTILINE)
    titles = {path.name: path.read_text("utf-8").splitlines()[0] for path in DECISIONS}
    assert told
    assert {name: title for name, title in told if not titles[name].endswith(f". {title}")} == {}


def test_a_link_leads_to_a_file() -> None:
    lost = [
        f"{document.name}: {link}"
        for document in DOCUMENTS
        for link in LINK.findall(document.read_text(encoding="utf-8"))
        if "://" not in link and not (document.parent / link).exists()
    ]
    assert lost == []


@pytest.mark.parametrize(
    "planted",
    ["`db/planted/`", "`planted_name.py`", "`planted_name()`", "`Store.planted_name`",
     "`make planted`", "`planted_name`"],
)  # fmt: skip
def test_a_planted_name_is_found(planted: str) -> None:
    names = planted.replace("planted", "pl" + "anted_by_nobody")
    assert [*unknown_in(f"See {names} for more.")] == [names.strip("`")]
    assert [*unknown_in("See `db/store.py` and `Store.save`, then `make test`.")] == []


ASKS = re.compile(r"((?:`[\w.]+`(?:, | and )?)+) asks?\b")
MODULES = [path for top in ("db", "desktop") for path in sorted((ROOT / top).rglob("*.py"))]


def test_a_module_says_of_modules_that_ask_it_what_they_are_called() -> None:
    known = {part for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts}
    known |= {"main", "py", *(name.removesuffix("_command") for name in known)}  # main.py
    docs = [(path, ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "") for path in MODULES]
    strange = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, doc in docs
        for names in ASKS.findall(doc)
        for name in QUOTED.findall(names)
        if name.islower() and not known.issuperset(name.split("."))
    ]
    assert strange == []
