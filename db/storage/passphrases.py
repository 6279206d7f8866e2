"""Passphrases as text: one spelling of what looks the same, and which can be set at all.

The same keys give "é" as one character here and as two there. A passphrase is set in the composed
form (NFC), and tried in every form that looks alike, so that older desks open as well.
"""

from __future__ import annotations

import unicodedata

from db.errors import Refused

MIN_PASSPHRASE_LETTERS = 2  # characters; marks that stand on another character are not counted


def compose_passphrase(passphrase: str) -> str:
    """Return a passphrase in the form in which it is set.

    >>> compose_passphrase("cafe\\u0301") == "caf\\u00e9"
    True
    """
    return unicodedata.normalize("NFC", passphrase)


def passphrase_fault(passphrase: str) -> str:
    """Say why a passphrase cannot be set, in a sentence; empty when it can.

    >>> passphrase_fault("correct horse"), passphrase_fault("x")
    ('', 'One character is no passphrase; type a longer one.')
    """
    if not _is_text(passphrase):
        return "The passphrase is not text in UTF-8; type it anew."
    if not passphrase:
        return "The passphrase is empty; type one."
    if not passphrase.strip():
        return "A passphrase of spaces alone protects nothing; type a longer one."
    if any(unicodedata.category(char) == "Cc" for char in passphrase):
        return "The passphrase holds a line end, a tab or another character that shows nothing."
    counted = sum(not unicodedata.category(char).startswith(("M", "Cf")) for char in passphrase)
    if counted < MIN_PASSPHRASE_LETTERS:
        return "One character is no passphrase; type a longer one."
    return ""


def is_same_passphrase(one: str, other: str) -> bool:
    """Say whether two passphrases are one, however their letters are made up."""
    return compose_passphrase(one) == compose_passphrase(other)


def to_set(passphrase: str) -> str:
    """Return a passphrase as it is set; raise Refused where it is no text or protects nothing."""
    if fault := passphrase_fault(passphrase):
        raise Refused(fault)
    return compose_passphrase(passphrase)


def to_try(passphrase: str) -> list[str]:
    """Return the forms in which a passphrase may have been set, likeliest first; none of what is no
    text.

    >>> [len(form) for form in to_try("cafe\\u0301")], to_try("plain"), to_try("\\udcff")
    ([4, 5], ['plain'], [])
    """
    if not _is_text(passphrase):
        return []
    forms = compose_passphrase(passphrase), passphrase, unicodedata.normalize("NFD", passphrase)
    return list(dict.fromkeys(forms))


def _is_text(passphrase: str) -> bool:
    """Say whether it is all characters: bytes that are no UTF-8 come as halves of characters."""
    return not any("\ud800" <= char <= "\udfff" for char in passphrase)
