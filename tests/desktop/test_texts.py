"""Every sentence on the screen can be translated: read off the source, not off a run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

DESKTOP = Path(__file__).parents[2] / "desktop"
#: The commands write English to a terminal; the bench measures.
UNSEEN = {"commands", "bench"}
FILES = sorted(
    path for path in DESKTOP.rglob("*.py") if not UNSEEN & set(path.relative_to(DESKTOP).parts)
)
#: What puts a text before the officer's eyes or ears.
SHOWERS = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton",
    "addAction", "addButton", "addItem", "addMenu", "addRow", "addTab",
    "setAccessibleDescription", "setAccessibleName", "setHorizontalHeaderLabels", "setIconText",
    "setInformativeText", "setPlaceholderText", "setStatusTip", "setTabText", "setText",
    "setTitle", "setToolTip", "setWindowTitle", "showMessage",
}  # fmt: skip
#: What marks a text for translation; the text is the last of its arguments, after its context.
MARKERS = {"tr", "translate", "say", "_", "QT_TRANSLATE_NOOP"}
NAME_OF_THE_PROGRAM = "Aide-Mémoire"


def called(call: ast.Call) -> str:
    """What is called, without what it belongs to."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def literals(node: ast.expr) -> Iterator[str]:
    """The bare texts that an argument may come to, those inside of other calls not among them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.Call):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from literals(child)


def is_sentence(text: str) -> bool:
    """Whether a text has words that another language would write otherwise."""
    return any(letter.isalpha() for letter in text.replace(NAME_OF_THE_PROGRAM, ""))


def text_of(call: ast.Call) -> ast.expr | None:
    """The text that a call marks for translation; Qt translates points too, which have none."""
    if called(call) in MARKERS and 1 <= len(call.args) <= 2 and any(literals(call.args[0])):
        return call.args[-1]
    return None


def marked(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """Each text that is marked for translation, with its line."""
    for call in calls(path):
        text = text_of(call)
        if text is not None:
            yield call.lineno, text


def placeholders(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(DESKTOP)))
def test_no_bare_text_is_shown(path: Path) -> None:
    bare = [
        f"line {call.lineno}: {called(call)}({text!r})"
        for call in calls(path)
        if called(call) in SHOWERS
        for argument in call.args
        for text in literals(argument)
        if is_sentence(text)
    ]
    assert bare == []


def test_what_is_translated_is_known_when_translations_are_gathered() -> None:
    """Qt's lupdate reads texts off the source: one put together while running is never found."""
    built = [
        f"{path.name}, line {line}"
        for path in FILES
        for line, text in marked(path)
        if isinstance(text, ast.JoinedStr | ast.BinOp)
    ]
    assert built == []


def test_a_text_names_what_is_put_into_it_so_that_translators_may_turn_it_round() -> None:
    nameless = [
        f"{path.name}, line {line}: {text.value}"
        for path in FILES
        for line, text in marked(path)
        if isinstance(text, ast.Constant)
        if any(not name.isidentifier() for name in placeholders(str(text.value)))
    ]
    assert nameless == []


def test_what_is_put_into_a_text_is_what_it_asks_for() -> None:
    wrong, seen = [], 0
    for path in FILES:
        for call in calls(path):
            inner = getattr(call.func, "value", None)
            if called(call) != "format" or not isinstance(inner, ast.Call):
                continue
            text = text_of(inner)
            if isinstance(text, ast.Constant):
                seen += 1
                given = {keyword.arg for keyword in call.keywords}
                if given != set(placeholders(text.value)) or call.args:
                    wrong.append(f"{path.name}, line {call.lineno}: {text.value}")
    assert wrong == []
    assert seen > 20


#: What no office program says, and what it says: `WORDS` of screen, paper and terminal alike.
UNOFFICIAL = {
    "lies in": "Saved … to …", "lie in": "Saved … to …", "is to lie": "Save … as",
    "text back": "Discard changes", "Take it up": "Resume editing", "ake back": "Undo",
    "taken back": "undone", "The same " "again": "Repeat passphrase", "given up": "cancelled",
    "cut at": "comma-separated", "Stands under": "Part of", "Stands here": "Reason for place",
    "no otherwise": "Exact spelling", ": done.": "3 records deleted.", "Ways to": "Contact details",
    "Ties": "Related records", "By the hand": "Signed by", "of a view": "of the search",
}  # fmt: skip


def test_texts_say_what_office_programs_say() -> None:
    """One word for one thing, and the word that an officer knows from elsewhere."""
    everywhere = sorted(DESKTOP.rglob("*.py"))
    found = [
        f"{path.name}, line {node.lineno}: “{odd}” in “{node.value}”; say “{plain}”"
        for path in everywhere
        for node in shown_texts(path)
        for odd, plain in UNOFFICIAL.items()
        if odd in str(node.value)
    ]
    assert found == []


def shown_texts(path: Path) -> Iterator[ast.Constant]:
    """Every text of a module, its docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return (one for one in texts if isinstance(one.value, str) and id(one) not in documents)
