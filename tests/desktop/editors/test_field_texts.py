"""Labels of the data files are shown in the officer's language where there is one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from desktop.editors.field_texts import translated_text


class Shouting(QTranslator):
    """Translates every text of the forms into capitals."""

    def translate(self, context: str, text: str, note: str | None = None, n: int = -1) -> str:
        return text.upper() if context == "form" else ""


@pytest.fixture
def shouting(qapp: QCoreApplication) -> Iterator[None]:
    made = Shouting()
    qapp.installTranslator(made)
    yield
    qapp.removeTranslator(made)


def test_a_text_without_a_translation_is_itself(qapp: QCoreApplication) -> None:
    assert translated_text("Family name") == "Family name"


def test_a_text_is_translated_and_no_text_stays_none(shouting: None) -> None:
    assert translated_text("Family name") == "FAMILY NAME"
    assert translated_text("") == ""
