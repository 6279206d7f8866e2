"""Names proposed for files: every letter of a title that a file may bear, and none that harms.

What is printed, taken out of a desk, exported or made anew is proposed under such a name. It is
fit for Windows, macOS and Linux, whichever this one is: files travel.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath, PurePosixPath
from typing import Final

MAX_NAME_LETTERS: Final = 80  # of a name without its ending; a longer one is no help in a folder
MAX_NAME_BYTES: Final = 255  # of a name with its ending, as file systems count
_MAX_ENDING_LETTERS: Final = 16  # letters of what is taken for the ending of a given file name
# The names of devices on Windows, whatever ending follows them.
_DEVICES: Final = re.compile(
    r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(?=\.|$)", re.IGNORECASE
)
_FORBIDDEN: Final = re.compile(r'[/\\:*?"<>|]')
_JOINERS: Final = "\u200c\u200d"  # part of the spelling of Persian, Hindi and joined pictures
_JOINED_AFTER: Final = ("\u200d", "\U0001f3fb", "\U0001f3ff")


def file_name_for(title: str, ending: str = ".pdf") -> str:
    """Return a file name that every system takes, from a document's title.

    >>> file_name_for("FWO / USSM: memorandum?")
    'FWO USSM memorandum.pdf'
    >>> file_name_for("...", ".docx"), file_name_for("con", "")
    ('record.docx', 'con_')
    >>> file_name_for("नरेन्द्र मोदी", "") == "नरेन्द्र मोदी"
    True
    """
    text = unicodedata.normalize("NFC", title)
    letters = "".join(map(_letter_or_blank, text))
    name = " ".join(_FORBIDDEN.sub(" ", letters).split())
    name = _trim(name)
    if _DEVICES.match(name):
        name = _DEVICES.sub(lambda found: f"{found[0].rstrip()}_", name, count=1)
    return f"{_cut(name, MAX_NAME_BYTES - len(ending.encode())) or 'record'}{ending}"


def safe_file_name(name: str) -> str:
    """Return the name of a file that was given one, fit to be proposed: its own ending stays.

    >>> safe_file_name("..\\\\x/con.pdf"), safe_file_name("map.final.png"), safe_file_name(".ssh")
    ('con_.pdf', 'map.final.png', 'ssh')
    """
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    ending = PurePosixPath(file_name_for(last, "")).suffix
    if len(ending) > _MAX_ENDING_LETTERS or not ending[1:].isalnum():
        return file_name_for(last, "")
    stem = last.rstrip(" .")
    at = stem.rfind(".")
    return file_name_for(stem[:at], ending) if at > 0 else file_name_for(stem, "")


def _letter_or_blank(letter: str) -> str:
    """Return a letter that has a picture or belongs to a spelling; a blank for what divides
    words.
    """
    if letter in _JOINERS:
        return letter
    kind = unicodedata.category(letter)
    if kind == "Cf":  # a direction or a place to break a word
        return ""
    return " " if kind in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") else letter


def _trim(name: str) -> str:
    """Return a name that does not hide itself and that Windows does not shorten in silence."""
    return name.strip(" ._-~").rstrip(f" .{_JOINERS}").lstrip(_JOINERS)


def _cut(name: str, most_bytes: int) -> str:
    """Return a name within bounds, cut between letters as people see them."""
    out: list[str] = []
    size = 0
    for letters, cluster in enumerate(clusters(name)):
        size += len(cluster.encode())
        if size > most_bytes or letters >= MAX_NAME_LETTERS:
            return _trim("".join(out))
        out.append(cluster)
    return "".join(out)


def clusters(text: str) -> list[str]:
    """Return the letters of a text as people see them, each with its marks (Unicode Annex 29, in
    short).

    >>> [len(each) for each in clusters("Jose\\u0301👩‍🚀न्द्र🇵🇰🇺🇸")]
    [1, 1, 1, 2, 3, 5, 2, 2]
    """
    found: list[str] = []
    for letter in text:
        if found and _joins(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _joins(before: str, letter: str) -> bool:
    """Say whether a letter belongs to the one before it."""
    if unicodedata.category(letter)[0] == "M" or letter in _JOINERS:
        return True
    last = before[-1]
    if last == "\u200d" or _JOINED_AFTER[1] <= letter <= _JOINED_AFTER[2]:
        return True
    if _is_flag(letter):
        return len(before) == 1 and _is_flag(before)
    # A consonant after a virama, as in न्द्र.
    return unicodedata.combining(last) == 9 and unicodedata.category(letter) == "Lo"


def _is_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def type_of_file(name: str, media_type: str = "") -> str:
    """Name the type of a file as people do, by the ending of its name or its media type.

    >>> type_of_file("note.pdf"), type_of_file("scan", "image/png"), type_of_file("note")
    ('PDF', 'PNG', 'File')
    """
    ending = PurePath(name).suffix[1:] or media_type.partition("/")[2].partition(";")[0]
    return ending.upper() if ending.isalnum() and len(ending) <= _MAX_ENDING_LETTERS else "File"
