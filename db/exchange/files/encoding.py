"""Which encoding a text file is in, judged over the whole of it; `files` asks.

UTF-8 is believed when every byte fits it. Otherwise `code_pages` judges the lines with foreign
bytes; where no code page gives believable letters, or two in other scripts do, it is asked.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.exchange.files.code_pages import RARE, RatedText, rate_code_pages
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
MIN_SURE_SCORE = 0.35  # of a reading that is not asked about
MIN_ASKED_BYTES = 3  # beyond ASCII: of less, what was read is remarked on
MIN_LEAD = 0.03  # before another reading in other letters
_JIS = re.compile(rb"\x1b\$[@B].*?\x1b\([BJ]", re.DOTALL)  # in seven bits, as Japanese mail writes
# The remains of UTF-8 once read as Latin-1: an A with or without tilde, then a stray second byte.
_GARBLED = re.compile(rb"[A\xc2\xc3][\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec name, how its errors are taken (`strict` or `replace`), and whether NULs occur.

    `rivals`: which encodings it may be, where the text does not tell.
    """

    codec: str
    errors: str = "strict"
    nul: bool = False
    rivals: tuple[str, ...] = ()


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
    if strict and _JIS.search(head):
        return Encoding("iso2022_jp", "replace")
    if strict:
        return Encoding("utf-8", nul=nul)
    return Encoding(*judge(evidence), nul=nul, rivals=ask_about(evidence))


def judge(evidence: bytes) -> tuple[str, str]:
    """Return the codec, and how to take its errors, of lines that are not all UTF-8.

    >>> greek = "Ελληνικά, Μύρων".encode("iso8859-7")
    >>> greek.decode(judge(greek)[0])
    'Ελληνικά, Μύρων'
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
    best = rate_code_pages(evidence)[0]
    return "cp1252" if _is_scant(evidence, best) else best.codec, "replace"


def _is_scant(evidence: bytes, best: RatedText) -> bool:
    """Say whether a byte or two are all that speaks for a reading in another script, a poor one, or
    one in a code page that files are seldom in.
    """
    foreign = sum(byte > 127 for byte in evidence)
    is_usual = best.codec not in RARE and _script(best.text) == "LATIN"
    return foreign < MIN_ASKED_BYTES and not (is_usual and best.score >= MIN_SURE_SCORE)


def ask_about(evidence: bytes) -> tuple[str, ...]:
    """Return the code pages that a text may be in, () where one of them is sure enough.

    Two that differ in accents alone are no question, unless files in the better one are rare: what
    was read is remarked on.
    """
    if judge(evidence)[0] == "utf-8":
        return ()
    evidence = _GARBLED.sub(b"", evidence)
    rated = rate_code_pages(evidence)
    best = rated[0]
    if _is_scant(evidence, best):
        return ()
    others = [each for each in rated[1:] if each.text != best.text]
    near = [each for each in others if best.score - each.score < MIN_LEAD]
    if best.score < MIN_SURE_SCORE:
        return tuple(each.codec for each in [best, *others[:2]])
    if best.codec in RARE and near:
        return tuple(each.codec for each in [best, *near[:2]])
    if any(_script(each.text) != _script(best.text) for each in near):
        return tuple(each.codec for each in [best, *near[:2]])
    return ()


def _script(text: str) -> str:
    """Return the script of most letters above ASCII."""
    names = Counter(unicodedata.name(char, "?").split()[0] for char in text if char > "\x7f")
    return max(names, key=lambda name: names[name], default="")


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
