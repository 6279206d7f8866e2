"""References are renumbered everywhere but in strings and streams."""

from io import BytesIO

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.paper.typst.pdf_objects import STREAM, objects_of, packed_objects, renumber, value

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
    assert renumber(before, NUMBERS) == after


BODIES = st.binary(max_size=20).map(lambda body: b"(" + body.hex().encode() + b")")


@given(st.lists(BODIES, min_size=1, max_size=450))
def test_packed_objects_are_found_by_another_reader(bodies: list[bytes]) -> None:
    catalog = b"<</Type/Catalog/All[%b]/Big %d 0 R>>" % (
        b" ".join(b"%d 0 R" % at for at in range(2, len(bodies) + 2)),
        len(bodies) + 2,
    )
    stream = b"<</Length 5>>" + STREAM + b"large\nendstream"
    objects = dict(enumerate([catalog, *bodies, stream], 1))
    root = PdfReader(BytesIO(packed_objects(objects, b"<</Size 0/Root 1 0 R>>"))).root_object
    assert [b"(" + each.encode("latin-1") + b")" for each in root["/All"]] == bodies
    assert root["/Big"].get_object().get_data() == b"large"


def test_the_objects_of_typst_are_told_apart() -> None:
    pdf = typst.compile(b"= One\n#link(<x>)[there] #[= Two] <x>")
    found, trailer = objects_of(pdf)
    assert sorted(found) == list(range(1, len(found) + 1))
    assert b"/Type/Catalog" in found[value(trailer, b"Root")]
