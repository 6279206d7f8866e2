"""What a command means by a body, a country or a list of bodies: the scope of an office board.

The commands `board` and `print` ask it.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from desktop.commands.console.desk_access import find_record
from desktop.paper.content.filter_words import only_words
from desktop.paper.content.first_letters import open_sentence


def find_scope(reader: Reader, words: Sequence[str], lens: Lens) -> BoardScope:
    """Return the offices of a country, of the bodies that filters name, or of the body that words
    find.
    """
    text = " ".join(words).strip()
    if code := country_code(text):
        return BoardScope(country_name(code), country=code)
    query = parse_query(text)
    if query.filters:
        ids = reader.page("organization", query, lens, cap=NO_LIMIT).ids
        if not ids:
            raise Refused(f"No body on this desk is found by “{text}”.")
        return BoardScope(open_sentence(only_words(query)) or text, bodies=tuple(ids))
    key = find_record(reader, text, lens, ("organization",))
    (line,) = reader.lines([key], lens)
    return BoardScope(line.title, body=key)
