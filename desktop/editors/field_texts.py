"""The texts of the forms' data in the officer's language; whatever shows such a text asks it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translated_text(text: str) -> str:
    """Return a label, hint or word of the data files, translated where there is a translation."""
    return QCoreApplication.translate("form", text) if text else ""
