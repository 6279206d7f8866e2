"""The rows of a form in which a passphrase is set: typed twice or proposed, how strong it is, and a
key file beside it. A new desk and the passphrase of an open one have them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from db import PHRASE_WORDS, draw_phrase, is_same_passphrase, passphrase_fault, phrase_bits
from desktop.unlocking.key_file_line import KeyFileLine
from desktop.unlocking.strength_line import StrengthLine
from desktop.widgets.plain import PlainLabel
from desktop.widgets.reveal_box import RevealBox

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask


class SecretRows(QObject):
    """`changed` says that something else is typed or chosen; `label` is that of the first line,
    with an & before its letter.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        form: QFormLayout,
        ask: Ask,
        label: str,
        own_words: Callable[[], Sequence[str]] = list,
    ) -> None:
        super().__init__(parent)
        self.first = self._line(parent, label.replace("&", ""))
        self.second = self._line(parent, self.tr("Repeat passphrase"))
        self.reveal = RevealBox(parent, self.first, self.second)
        self.propose_button = QPushButton(self.tr("Propose w&ords"), parent)
        self.propose_button.setAutoDefault(False)
        self.propose_button.clicked.connect(self.propose)
        self.strength = StrengthLine(parent, self.first, own_words)
        self.proposal = PlainLabel(parent, role="small", wraps=True)
        self.proposal.hide()
        self.key_file = KeyFileLine(parent, ask, can_make=True)
        self.key_file.changed.connect(self._follow_key_file)
        self.key_file.refused.connect(self._refuse)
        self._fault = self._phrase = ""
        self.first.textChanged.connect(self._follow_first)
        beside = QHBoxLayout()
        beside.addWidget(self.reveal)
        beside.addStretch(1)
        beside.addWidget(self.propose_button)
        form.addRow(label, self.first)
        form.addRow(self.tr("&Repeat passphrase"), self.second)
        form.addRow("", beside)
        form.addRow("", self.strength)
        form.addRow("", self.proposal)
        form.addRow(self.tr("&Key file"), self.key_file)
        for before, after in (
            (self.first, self.second),
            (self.second, self.reveal),
            (self.reveal, self.propose_button),
            (self.propose_button, self.key_file.line),
        ):
            QWidget.setTabOrder(before, after)

    def _line(self, parent: QWidget, name: str) -> QLineEdit:
        line = QLineEdit(parent)
        line.setAccessibleName(name)
        line.textChanged.connect(self.changed)
        return line

    def _follow_first(self, text: str) -> None:
        self.proposal.setVisible(bool(text) and text == self._phrase)

    def propose(self) -> None:
        """Put words drawn by chance into both lines, to be read and learnt."""
        self._phrase = phrase = draw_phrase()
        self.first.setText(phrase)
        self.second.setText(phrase)
        self.reveal.setChecked(True)
        text = self.tr(
            "{n} words drawn by chance, {bits} bits: learn them, or keep them where only you can"
            " read them."
        )
        self.proposal.setText(text.format(n=PHRASE_WORDS, bits=phrase_bits()))

    def _follow_key_file(self) -> None:
        self._fault = self.key_file.fault()
        self.changed.emit()

    def _refuse(self, sentence: str) -> None:
        self._fault = sentence
        self.changed.emit()

    def fault(self) -> str:
        """Say why this cannot be set, in a sentence; '' where it can, or where nothing is typed."""
        typed = self.first.text()
        fault = passphrase_fault(typed) if typed else ""
        if fault or self._fault:
            return fault or self._fault
        if not is_same_passphrase(typed, self.second.text()):
            return self.tr("The two passphrases do not match yet.")
        if not typed and self.key_file.path is not None:
            return self.tr("A key file goes with a passphrase; type one.")
        return ""

    def secret(self) -> str:
        """Return what is to open the desk; raises DeskError where the key file has gone."""
        return self.key_file.join_new(self.first.text())
