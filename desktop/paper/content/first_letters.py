"""The first letter of what begins a sentence or a cell: large for ordinary words, else as written.

An officer's text may begin with `eVisa`, `al-Qaida`, `bin Salman`, `https://` or `µ`: nobody can
tell such names from words by their look, so only words that are known to be none are changed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from db import choices
from desktop.paper.content.isolates import first_letter_at

_LISTS: Final = (
    "organization.kind", "agreement.kind", "agreement.level", "agreement.laterality",
    "agreement.stage", "agreement.binding", "party_action.action", "agreement_link.nature",
    "event.kind", "event.status", "event.channel", "participant.role", "contact.kind",
    "citation.confidence", "link.nature", "name.kind", "tenure.marking",
)  # fmt: skip
_WORDS: Final = """
a about above after again agreed all although an and announced another any applied approved as
asked at because before both but by concluded day decided discussed during each end entered every
few following for former from he if in it its many memorandum most new no none not of office on one
only opened or other our over peace reached rejected several she signed since some status talks
terminated that the their then there these they this those three to trade two under until was we
were what when where which while who with without
acting deputy vice head chief minister secretary ambassador president
"""
# A word by itself, and no part of a name or an address.
_FIRST: Final = re.compile(r"[a-z]+(?=[,;.!?]*(?:\s|$))")


@cache
def _ordinary() -> frozenset[str]:
    first_words = {word.partition(" ")[0] for path in _LISTS for word in choices(path)}
    return frozenset(first_words - {""} | set(_WORDS.split()))


def open_label(kind: str) -> str:
    """Return what something is, as an officer may have called it, at the beginning of a cell.

    Kinds, roles and manners are common words, so that more of them are known by their look.

    >>> open_label("code name"), open_label("de facto recognition"), open_label("eVisa")
    ('Code name', 'De facto recognition', 'eVisa')
    """
    at = first_letter_at(kind)
    if _FIRST.match(kind, at) is None or len(kind) == at + 1:
        return kind
    return f"{kind[:at]}{kind[at].upper()}{kind[at + 1 :]}"


def open_sentence(text: str) -> str:
    """Return a text that an officer may have written, ready to begin a sentence, a cell or a line.

    >>> open_sentence("both sides agreed."), open_sentence("acting Prime Minister")
    ('Both sides agreed.', 'Acting Prime Minister')
    >>> [open_sentence(text) for text in ("eVisa", "al-Qaida", "bin Salman", "https://a", "µ")]
    ['eVisa', 'al-Qaida', 'bin Salman', 'https://a', 'µ']
    >>> open_sentence("memorandum of understanding"), open_sentence("in-Salah"), open_sentence("")
    ('Memorandum of understanding', 'in-Salah', '')
    """
    at = first_letter_at(text)
    found = _FIRST.match(text, at)
    if found is None or found.group() not in _ordinary():
        return text
    return f"{text[:at]}{text[at].upper()}{text[at + 1 :]}"
