"""Which encoding a text file is in, judged over the whole of it; `files` asks.

UTF-8 is believed when every byte fits it. Otherwise each likely code page is tried on the lines
with foreign bytes and the one that gives the most believable letters wins, Windows-1252 on a tie.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.storage.files.disk import open_file

CHUNK_BYTES = 1 << 20
EVIDENCE_BYTES = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encoding -> its script, and the foreign letters that texts in it are full of.
_CANDIDATES = (
    ("cp1252", "LATIN", "éèêëàâäáãåçñóòôöõíîïúùûüøæßÉÈÀÇÖÄÜÑÓÍÁÚÅØÂÎÔÊ"),
    ("cp1250", "LATIN", "ąćęłńóśźżčďěňřšťůžáéíýőűäöüôľŁŚŻŹČŘŠŽĆĐđățș"),
    ("iso8859-2", "LATIN", "ąćęłńóśźżčďěňřšťůžáéíýőűäöüôľŁŚŻŹČŘŠŽĆĐđățș"),
    ("cp1254", "LATIN", "ğşıİçöüĞŞÇÖÜâîû"),
    ("cp1251", "CYRILLIC", "оеаинтсрвлкмдпуяы"),
    ("iso8859-5", "CYRILLIC", "оеаинтсрвлкмдпуяы"),
    ("koi8-r", "CYRILLIC", "оеаинтсрвлкмдпуяы"),
    ("iso8859-7", "GREEK", "αοιετσνηυρπκμλςόίάέήώύ"),
    ("cp1253", "GREEK", "αοιετσνηυρπκμλςόίάέήώύ"),
    ("cp1256", "ARABIC", "ايلمونرتبةعدسفه"),
    ("cp1255", "HEBREW", "יוהלאמרתבשנם"),
)
_TYPOGRAPHY = frozenset("’‘“”–—…€«»°ºª§©®™·•¿¡№\u00a0")
# The remains of UTF-8 once read as Latin-1: an A with or without tilde, then a stray second byte.
_GARBLED = re.compile(rb"[A\xc2\xc3][\x80-\xbf]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec name, how its errors are taken (`strict` or `replace`), and whether NULs occur."""

    codec: str
    errors: str = "strict"
    nul: bool = False


def detect(path: Path) -> Encoding:
    """Return the encoding of the file at `path`; reads all of it, keeps little. Raises OSError."""
    with open_file(path) as file:
        head = file.read(4096)
        for mark, codec in _BOMS:
            if head.startswith(mark):
                return Encoding(codec, "replace")
        wide = _wide(head)
        if wide:
            return Encoding(wide, "replace")
        file.seek(0)
        strict, nul, evidence = _scan(file)
    if strict:
        return Encoding("utf-8", nul=nul)
    return Encoding(*judge(evidence), nul=nul)


def judge(evidence: bytes) -> tuple[str, str]:
    """Return the codec, and how to take its errors, of lines that are not all UTF-8.

    >>> judge("Ελληνικά, Μύρων".encode("iso8859-7"))[0]
    'iso8859-7'
    >>> judge("São Tomé and Príncipe – Côte d’Ivoire".encode("cp1252"))[0]
    'cp1252'
    >>> judge("Владимир Путин".encode("cp1251"))[0]
    'cp1251'
    """
    as_utf8 = evidence.decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    foreign = sum(char > "\x7f" for char in as_utf8) - broken
    if broken * 20 < foreign:
        return "utf-8", "replace"
    evidence = _GARBLED.sub(b"", evidence)
    scored = [(_score(evidence, *each) + (not order), -order, each[0])
              for order, each in enumerate(_CANDIDATES)]  # fmt: skip
    return max(scored)[2], "replace"


def _wide(head: bytes) -> str:
    """Detect UTF-16 without a mark: every other byte of a table in a Latin script is NUL."""
    even, odd = head[0::2], head[1::2]
    if len(head) < 4 or b"\0" not in head:
        return ""
    if odd.count(0) * 10 > len(odd) * 4 and even.count(0) * 20 < len(even):
        return "utf-16-le"
    if even.count(0) * 10 > len(even) * 4 and odd.count(0) * 20 < len(odd):
        return "utf-16-be"
    return ""


def _scan(file: BinaryIO) -> tuple[bool, bool, bytes]:
    """Return one pass: whether all is UTF-8, whether a NUL occurs, lines with bytes above ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    strict, nul, evidence = True, False, bytearray()
    while chunk := file.read(CHUNK_BYTES):
        nul = nul or b"\0" in chunk
        if not chunk.isascii() and len(evidence) < EVIDENCE_BYTES:
            for line in chunk.splitlines():
                if not line.isascii() and len(evidence) < EVIDENCE_BYTES:
                    evidence += line[:2000] + b"\n"
        if strict:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                strict = False
                evidence += _around(chunk)
    if strict:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            strict = False
    return strict, nul, bytes(evidence)


def _around(chunk: bytes) -> bytes:
    """Return some of the foreign lines of the chunk in which UTF-8 first failed."""
    lines = [line[:2000] for line in chunk.splitlines() if not line.isascii()]
    return b"\n".join(lines[-200:]) + b"\n"


def _score(evidence: bytes, codec: str, script: str, usual: str) -> float:
    text = evidence.decode(codec, "replace")
    score = 0.0
    for char in text:
        if char <= "\x7f":
            continue
        if char in _TYPOGRAPHY:
            score += 0.2
        elif char == "\ufffd" or unicodedata.category(char) in ("Cc", "Co", "Cn"):
            score -= 4
        elif not char.isalpha():
            score -= 1
    return score + sum(_word(word, script, usual) for word in _WORD.findall(text))


def _word(word: str, script: str, usual: str) -> float:
    """Say how believable one word is: one script, small letters after the first, usual accents."""
    if word.isascii() or len(word) == 1:
        return 0
    foreign = [char for char in word if char > "\x7f"]
    rare = -0.5 if script == "LATIN" else 0.0
    score = sum(1.0 if char in usual else rare for char in foreign)
    names = [unicodedata.name(char, "") for char in foreign]
    score -= 2 * sum(not name.startswith(script) for name in names)
    if script == "LATIN":
        runs = re.findall(r"[^\x00-\x7f]{3,}", word)
        score -= 2 * sum(len(run) for run in runs)
    else:
        score -= 2 * (len(word) - len(foreign))
    if len(word) > 1 and not (word.istitle() or word.islower() or word.isupper()):
        score -= 1.5
    return score
