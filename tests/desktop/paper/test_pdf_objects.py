"""References are renumbered everywhere but in strings and streams."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.pdf_objects import STREAM, joined_objects, objects_of, shifted

NUMBERS = {1: 11, 2: 12, 10: 20}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"[1 0 R 2 0 R 10 0 R]", b"[11 0 R 12 0 R 20 0 R]"),
        (b"<</K 1 0 R/T(1 0 R)/A 2 0 R>>", b"<</K 11 0 R/T(1 0 R)/A 12 0 R>>"),
        (b"<</T(a (1 0 R) b)/A 2 0 R>>", b"<</T(a (1 0 R) b)/A 12 0 R>>"),
        (b"<</T(a \\) 1 0 R)/A 2 0 R>>", b"<</T(a \\) 1 0 R)/A 12 0 R>>"),
        (b"[1 0 R/XYZ 0 12.1 0]", b"[11 0 R/XYZ 0 12.1 0]"),
        (b"<</A 1 0 R>>" + STREAM + b"1 0 R", b"<</A 11 0 R>>" + STREAM + b"1 0 R"),
        (b"null", b"null"),
    ],
)
def test_references_are_shifted(before: bytes, after: bytes) -> None:
    assert shifted(before, NUMBERS) == after


BODIES = st.binary(max_size=20).map(lambda body: b"(" + body.hex().encode() + b")")


@given(st.lists(BODIES, min_size=1))
def test_objects_come_back_as_they_were(bodies: list[bytes]) -> None:
    objects = dict(enumerate(bodies, 1))
    found, trailer = objects_of(joined_objects(objects, b"<</Size 0/Root 1 0 R>>"))
    assert found == objects
    assert b"/Root 1 0 R" in trailer
