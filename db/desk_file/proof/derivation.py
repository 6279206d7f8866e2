"""By which rules a desk's columns and full text were derived, as a number; `record_sums` keeps it.

Sums prove that nothing has changed since it was derived. Whether the rules have, a sample tells:
letters of many scripts and some names are taken through all of them, in the desk's language.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from db.changes.naming import texts_of_form
from db.changes.unit_of_work import LANGUAGE
from db.names import fold, index_words, without_article
from db.names.phonetics.phonetic_keys import phonetic_key
from db.storage.sql import Sql

LAST_LETTER: Final = 0x3100  # to which all letters are in the sample; then come scripts of signs
_LETTERS_A_WORD: Final = 12
_NAMES: Final = (
    "Mohammad Ishaq Dar", "The House of Lords", "Jean-François de La Rochefoucauld",
    "Łukasz O’Brien-Müller", "Strauß & Ægir", "Nguyễn Phú Trọng", "習近平", "金正恩", "문재인",
    "Сергей Лавров", "Ζαν-Κλωντ", "أحمد الشرع", "بنیامین نتانیاهو", "नरेन्द्र मोदी", "ประยุทธ์",
    "Ilir Çeku", "Əliyev", "Świętosława Žižek", "III. Béla", "Tshisekedi", "von der Leyen",
)  # fmt: skip


def rules_of(sql: Sql) -> int:
    """Return the number of the rules by which this program derives, in the desk's language."""
    language = sql.value("SELECT value FROM setting WHERE key = ?", (LANGUAGE,)) or ""
    return _rules(str(language))


@lru_cache(maxsize=4)
def _rules(language: str) -> int:
    total = zlib.crc32(language.encode(errors="replace"))
    for text in _sample():
        derived = (
            fold(text),
            index_words(text),
            phonetic_key(text),
            *texts_of_form(without_article(text), language),
        )
        total = zlib.crc32("\n".join(derived).encode(), total)
    return total


def _sample() -> Iterator[str]:
    yield from _NAMES
    letters = [
        chr(code)
        for code in range(0x21, LAST_LETTER)
        if unicodedata.category(chr(code))[0] in "LMN"
    ]
    for at in range(0, len(letters), _LETTERS_A_WORD):
        yield "".join(letters[at : at + _LETTERS_A_WORD])
