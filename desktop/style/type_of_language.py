"""The type a language is read in: Nastaliq for Urdu, the Japanese forms of Chinese characters.

The page and the form set a native name in it; where the computer has none of the fonts, its own
choice stays.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

#: Families that the systems have, by language; the first that there is leads.
FAMILIES: Final = {
    "ur": ("Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting"),
    "ks": ("Noto Nastaliq Urdu", "Urdu Typesetting"),
    "ar": ("Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic"),
    "fa": ("Noto Naskh Arabic", "Geeza Pro", "B Nazanin"),
    "prs": ("Noto Naskh Arabic", "Geeza Pro"),
    "ps": ("Noto Naskh Arabic", "Geeza Pro"),
    "ja": ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "MS Gothic"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
    "zh-Hant": ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei"),
}


@cache
def _there(language: str) -> tuple[str, ...]:
    known = set(QFontDatabase.families())
    wanted = FAMILIES.get(language) or FAMILIES.get(language.partition("-")[0], ())
    return tuple(family for family in wanted if family in known)


def set_type(font: QFont, language: str) -> QFont:
    """Return a font with the families of a language before its own."""
    typed_font = QFont(font)
    own = [family for family in font.families() if family not in _all()]
    typed_font.setFamilies([*_there(language), *(own or [QFont().family()])])
    return typed_font


@cache
def _all() -> frozenset[str]:
    return frozenset(family for families in FAMILIES.values() for family in families)
