"""No record holds a line end or a tab in a field of one line, however the field is given."""

from __future__ import annotations

import pytest

from db.record_types import copy_with
from db.tables.fields import Stored, meanings
from db.tables.one_line import one_line
from db.tables.rows import KIND_DECLARATIONS, PART_DECLARATIONS

BROKEN, WHOLE = "one\r\n\ttwo\u2028three\n", "one two three"
TEXTS = ("text", "title", "prose", "word", "country", "language", "day", "hash", "topics")
FIELDS = [
    pytest.param(of, name, meaning.sort, id=f"{of.__name__}.{name}")
    for of in (*KIND_DECLARATIONS, *PART_DECLARATIONS)
    for name, meaning in meanings(of)
    if meaning.sort in TEXTS
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("plain", "plain"),
        (" kept  as it is ", " kept  as it is "),
        ("soft\u00adhyphen\u00a0space", "soft\u00adhyphen\u00a0space"),
        ("a\tb", "a b"),
        ("a\r\nb", "a b"),
        ("a \n\n  b", "a b"),
        ("\na\n", "a"),
        ("a\u2029b\x0bc\x85d", "a b c d"),
    ],
)
def test_a_text_comes_on_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected
    assert one_line(expected) == expected


@pytest.mark.parametrize(("of", "name", "sort"), FIELDS)
def test_every_declared_text_keeps_its_lines(of: type[Stored], name: str, sort: str) -> None:
    given: object = [BROKEN, "x"] if sort == "topics" else BROKEN
    expected: object = BROKEN if sort == "prose" else [WHOLE, "x"] if sort == "topics" else WHOLE
    made = of(**{name: given})
    changed = of()
    setattr(changed, name, given)
    copied = copy_with(of(), **{name: given})
    assert [getattr(each, name) for each in (made, changed, copied)] == [expected] * 3


def test_what_is_read_from_a_desk_is_as_it_was_stored() -> None:
    person = KIND_DECLARATIONS[0].of_values({"title": BROKEN})
    assert person.title == BROKEN
