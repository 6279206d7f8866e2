"""What the columns of exported address books are called, and whether a table is one.

`contact_table` asks. The headings stand in `resources/exchange/contact_headings.json`, folded, with
`#` for a number; each has a role such as `contact:phone:work`, `value:phone` or `post:title`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from db.exchange.mapping.guess.headings import FOLDER

MIN_SIGNS = 3  # headings that only address books have
MIN_KNOWN = 12  # headings that are known, where others are not
MIN_KNOWN_SHARE = 0.6
_NUMBER = re.compile(r"(?<![^\W\d_])\d+(?![^\W\d_])")
_NUMBERED_PAIR = re.compile(r"# - (?:value|type|label)$")
_NAMING = frozenset(("text:given", "text:family", "text:name", "post:body"))


@dataclass(frozen=True, slots=True)
class ContactColumn:
    """One column: where it stands, its heading, its number ("1" where it has none), and its role in
    its parts: `("contact", "phone", "work")`; none for a heading that is not known.
    """

    place: int
    heading: str
    number: str
    role: tuple[str, ...]


@cache
def _data() -> tuple[dict[str, str], frozenset[str]]:
    data = json.loads((FOLDER / "contact_headings.json").read_text(encoding="utf-8"))
    columns = {heading.casefold(): role for heading, role in data["columns"].items()}
    return columns, frozenset(sign.casefold() for sign in data["signs"])


def fold_heading(heading: str) -> tuple[str, str]:
    """Return a heading with its number as `#`, and the number.

    >>> fold_heading("E-mail 2 Address"), fold_heading(" Job  Title")
    (('e-mail # address', '2'), ('job title', '1'))
    """
    plain = " ".join(heading.strip("\ufeff \t").casefold().replace("’", "'").split())
    found = _NUMBER.search(plain)
    return (_NUMBER.sub("#", plain), found[0]) if found else (plain, "1")


def contact_columns(headings: Sequence[str]) -> list[ContactColumn] | None:
    """Return the columns of an exported address book, None where the table is none.

    It is one if it names people or bodies, has headings that only such exports have, and hardly any
    that is not known; of a short table all must be known, since others are read column by column.
    """
    known, signs = _data()
    columns, found_signs, numbered = [], set(), False
    for place, heading in enumerate(headings):
        folded, number = fold_heading(heading)
        role = known.get(folded, "")
        parts = tuple(role.split(":")) if role else ()
        columns.append(ContactColumn(place, heading, number, parts))
        if folded in signs:
            found_signs.add(folded)
        numbered |= bool(role and _NUMBERED_PAIR.search(folded))
    roles = {":".join(each.role) for each in columns}
    count = sum(bool(each.role) for each in columns)
    if not roles & _NAMING or len(found_signs) < MIN_SIGNS - numbered:
        return None
    long = (numbered or count >= MIN_KNOWN) and count >= MIN_KNOWN_SHARE * len(columns)
    return columns if long or count == len(columns) else None
