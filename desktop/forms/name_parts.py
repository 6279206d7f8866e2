"""While a name is typed: what is taken for what, shown, kept in step, and put back by one key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from db import split_name, split_titles
from desktop.editors.field_texts import translated_text
from desktop.editors.labelled_edit import LabelledEdit
from desktop.fields.field_contents import Content
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel, plain_tip

OF_THE_NAME = ("given", "particles", "family", "name_order")
TITLES = ("honorific", "post_nominals")
OF_PARTS, OF_TITLES = "parts", "titles"  # what may be set by hand, as `Person.name_by_hand` says
KEY: Final = "Ctrl+Shift+B"


def key_line() -> tuple[str, str]:
    """Return the key for the page of keys, as the system writes it, and what it does."""
    says = "In a person's form: keep the name as written, or read it anew"
    native = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
    return native, QCoreApplication.translate("TakenLine", says)


def derived_parts(title: str, country: Content, *, keep_titles: bool = False) -> dict[str, str]:
    """Return what the desk would take for the parts of a name, by the fields' names.

    >>> parts = derived_parts("H.E. Ishaq Dar", "pk")
    >>> parts["given"], parts["family"], parts["honorific"]
    ('Ishaq', 'Dar', 'H.E.')
    >>> derived_parts("Bishop Julie Ann", "au", keep_titles=True)["given"]
    'Bishop Julie'
    """
    if not title.strip():
        return {}
    code = country if isinstance(country, str) and country else None
    parts = split_name(title, country=code, keep_titles=keep_titles)
    titled = split_titles(title, country=code)
    return {
        "given": parts.given,
        "particles": parts.particles,
        "family": parts.family,
        "name_order": parts.order,
        "honorific": "" if keep_titles else " ".join(titled.honorifics),
        "post_nominals": "" if keep_titles else ", ".join(titled.post_nominals),
    }


class TakenLine(QWidget):
    """The quiet line under a name: what its words are taken for, and a button to put them back."""

    put_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(self, role="quiet", wraps=True)
        self.label.setAccessibleName(self.tr("How the name is read"))
        self.button = QPushButton(self)
        self.button.setFlat(True)
        self.button.setAutoDefault(False)
        self.button.setAccessibleDescription(KEY)
        self.button.clicked.connect(self.put_back)
        self.setFocusProxy(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def show_parts(self, parts: Mapping[str, str], *, is_by_hand: bool) -> None:
        """Show parts by the fields' names; none hide the line."""
        names = {
            "honorific": self.tr("Honorific"),
            "given": self.tr("Given"),
            "particles": self.tr("Particles"),
            "family": self.tr("Family"),
            "post_nominals": self.tr("Post-nominals"),
        }
        texts = [f"{name}: {parts[key]}" for key, name in names.items() if parts.get(key)]
        text = " · ".join(texts)
        if is_by_hand:
            text = self.tr("Kept as written. {parts}").format(parts=text).strip()
        says = self.tr("Read the name anew") if is_by_hand else self.tr("Keep as written")
        self.label.setText(text)
        self.label.setAccessibleDescription(text)
        self.button.setText(says)
        self.button.setAccessibleName(says)
        self.button.setToolTip(plain_tip(f"{says} ({KEY})"))
        self.setVisible(bool(texts))


class NamePartsEdit:
    """Keeps the parts of a name in step with the name, where the form has such fields.

    Parts that are the derived ones follow the name as it is typed; an officer's own stay, and so
    does an honorific that was emptied. `by_hand` is what the record remembers of it.
    """

    def __init__(self, edits: Mapping[str, LabelledEdit], page: QWidget) -> None:
        self._edits = edits
        self._before: dict[str, str] = {}
        self._by_hand: frozenset[str] = frozenset()
        self._contents: dict[str, str] = {}
        self.line: TakenLine | None = None
        if "family" in edits:
            edits["title"].edited.connect(self.follow)
            edits["country"].edited.connect(self.follow)
            for name in OF_THE_NAME:
                edits[name].edited.connect(self._take_parts)
            for name in TITLES:
                edits[name].edited.connect(self._take_titles)
            self.line = TakenLine(edits["title"])
            self.line.put_back.connect(self.turn)
            edits["title"].hang_below(self.line)
            key = QShortcut(QKeySequence(KEY), page)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self.turn)

    @property
    def by_hand(self) -> str | None:
        """What of the name is set by hand, as the record has it."""
        return " ".join(sorted(self._by_hand)) or None

    def begin(self, by_hand: str | None) -> None:
        """Look at a record that was just loaded."""
        if "family" in self._edits:
            self._by_hand = frozenset((by_hand or "").split())
            self._contents = {name: self._text(name) for name in TITLES}
            self._before = self._derive_parts()
            self._hint()

    def follow(self) -> None:
        """Carry a new name over to its parts."""
        before, self._before = self._before, self._derive_parts()
        contents = {name: self._edits[name].content() for name in OF_THE_NAME}
        is_derived = any(contents.values()) and OF_PARTS not in self._by_hand
        if is_derived and all(contents[name] == before.get(name, "") for name in OF_THE_NAME):
            for name in OF_THE_NAME:
                self._edits[name].set_content(self._before.get(name, ""))
        self._hint()

    def turn(self) -> None:
        """Put what was taken out of a name back into it, or read a name anew."""
        if OF_TITLES in self._by_hand:
            self._by_hand = frozenset()
        else:
            texts = [self._text("honorific"), self._text("title"), self._text("post_nominals")]
            self._by_hand |= {OF_TITLES}
            self._edits["title"].set_content(" ".join(filter(None, texts)))
            for name in TITLES:
                self._edits[name].set_content("")
        if OF_PARTS not in self._by_hand:
            for name in OF_THE_NAME:
                self._edits[name].set_content("")
        self._before = self._derive_parts()
        self._hint()
        self._edits["title"].edited.emit()

    def _text(self, name: str) -> str:
        content = self._edits[name].content()
        return content if isinstance(content, str) else ""

    def _take_parts(self) -> None:
        self._by_hand |= {OF_PARTS}
        self._hint()

    def _take_titles(self) -> None:
        if any(self._contents[name] and not self._text(name) for name in TITLES):
            self._by_hand |= {OF_TITLES}
            self._before = self._derive_parts()
        self._contents = {name: self._text(name) for name in TITLES}
        self._hint()

    def _derive_parts(self) -> dict[str, str]:
        title, country = self._edits["title"].content(), self._edits["country"].content()
        return derived_parts(
            title if isinstance(title, str) else "",
            country,
            keep_titles=OF_TITLES in self._by_hand,
        )

    def _hint(self) -> None:
        parts = {}
        is_own = OF_PARTS in self._by_hand or any(self._text(name) for name in OF_THE_NAME)
        for name, edit in self._edits.items():
            if name in ("given", "particles", "family", *TITLES):
                derived = self._before.get(name, "")
                line = edit.widget
                if isinstance(line, QLineEdit):
                    line.setPlaceholderText(derived or translated_text(edit.field.hint))
                typed = self._text(name)
                parts[name] = typed if typed or (is_own and name in OF_THE_NAME) else derived
        if self.line is not None:
            parts = parts if self._text("title").strip() else {}
            self.line.show_parts(parts, is_by_hand=OF_TITLES in self._by_hand)
