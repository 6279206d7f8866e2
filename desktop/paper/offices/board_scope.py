"""What is meant by a body, a country or a list of bodies: the scope of an office board.

The commands `board` and `print` ask it, and the board of the window.
"""

from __future__ import annotations

from db import (
    NO_LIMIT,
    BoardScope,
    Lens,
    Reader,
    Refused,
    country_code,
    country_name,
    parse_query,
)
from desktop.paper.content.filter_words import only_words
from desktop.paper.content.first_letters import open_sentence


def find_scope(reader: Reader, text: str, lens: Lens) -> BoardScope:
    """Return the offices of a country, of the bodies that filters name, or of the body that words
    find.
    """
    text = text.strip()
    if code := country_code(text):
        return BoardScope(country_name(code), country=code)
    query = parse_query(text)
    if query.filters:
        ids = reader.page("organization", query, lens, cap=NO_LIMIT).ids
        if not ids:
            raise Refused(f"No body on this desk is found by “{text}”.")
        return BoardScope(open_sentence(only_words(query)) or text, bodies=tuple(ids))
    key = reader.find(text, lens)
    if key is None and not query.is_empty:
        ids = reader.page("organization", query, lens, cap=1).ids
        key = ids[0] if ids else None
    lines = reader.lines([key], lens) if key is not None else []
    if not lines or lines[0].kind != "organization":
        raise Refused(f"No body and no country on this desk is found by “{text}”.")
    return BoardScope(lines[0].title, body=lines[0].id)
