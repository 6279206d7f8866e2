"""Finds words on a page as the officer types them: without accents, in any case, across lines.

`Drawing` asks it with the letters of each page in the order in which the PDF tells them.
"""

from __future__ import annotations

from unicodedata import bidirectional, category, normalize

_SPLIT = "\x02\ufffe"  # what PDFium tells for a hyphen where a word goes on in the next line


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, and for each of its letters where it stood in the text.

    >>> fold_with_places("Mélanie\\r\\nJoly")[0], fold_with_places("miner\\x02\\r\\nals")[0]
    ('melanie joly', 'minerals')
    >>> fold_with_places("ﬁne")
    ('fine', [0, 0, 1, 2])
    """
    letters: list[str] = []
    places: list[int] = []
    is_split = False
    for at, letter in enumerate(text):
        if letter.isspace() or letter == "\0":
            if letters and letters[-1] != " " and not is_split:
                letters.append(" ")
                places.append(at)
            continue
        is_split = letter in _SPLIT
        if is_split or category(letter) == "Cf":
            continue
        for plain in normalize("NFKD", letter).casefold():
            if category(plain) != "Mn":
                letters.append(plain)
                places.append(at)
    return "".join(letters), places


def readings(words: str) -> list[str]:
    """Return the ways in which words may stand on a page, folded.

    A name from the right within a line from the left is told by the PDF word by word from the left.

    >>> readings("  Minister of ")
    ['minister of']
    >>> len(readings("اسحاق ڈار"))
    2
    """
    wanted = fold_with_places(words)[0].strip()
    if not wanted:
        return []
    reversed_words = " ".join(reversed(wanted.split()))
    if reversed_words != wanted and any(bidirectional(letter) in ("R", "AL") for letter in wanted):
        return [wanted, reversed_words]
    return [wanted]


def find(words: str, text: str) -> list[tuple[int, int]]:
    """Say where words stand in a text: place and length of each, in the letters of the text.

    >>> find("melanie", "Mrs Mélanie Joly"), find("x", "")
    ([(4, 7)], [])
    """
    page, places = fold_with_places(text)
    found: set[tuple[int, int]] = set()
    for wanted in readings(words):
        at = page.find(wanted)
        while at >= 0:
            first, last = places[at], places[at + len(wanted) - 1]
            found.add((first, last - first + 1))
            at = page.find(wanted, at + len(wanted))
    return sorted(found)
