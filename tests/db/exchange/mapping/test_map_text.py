"""A map that is written reads as the same map again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.exchange.mapping.column_mapping import FieldMap, Mapping, read_map_text
from db.exchange.mapping.map_text import map_text
from db.exchange.mapping.targets import KINDS, TARGETS

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
PLAIN = st.text("abc \"\\'\n\t=#[]é中", min_size=1, max_size=12)
HEADINGS = TEXTS | PLAIN
COLUMNS = st.builds(
    FieldMap,
    column=HEADINGS,
    split=st.none() | HEADINGS,
    create=st.booleans(),
    values=st.dictionaries(HEADINGS, HEADINGS, max_size=2),
    by=st.sampled_from([None, "name"]),
    scheme=st.none() | HEADINGS,
    role=st.none() | HEADINGS,
    id=st.none() | HEADINGS,
    precision=st.none() | HEADINGS,
    limit=st.none() | st.integers(1, 999),
)
TEMPLATES = st.builds(FieldMap, template=HEADINGS.map(lambda text: "{a} " + text))
CONSTANTS = st.builds(
    FieldMap,
    constant=HEADINGS.filter(lambda text: "{" not in text),
    create=st.booleans(),
)


@st.composite
def maps(draw: st.DrawFn) -> Mapping:
    kind = draw(st.sampled_from(KINDS))
    sources = st.lists(COLUMNS | TEMPLATES | CONSTANTS, min_size=1, max_size=3)
    fields = draw(st.dictionaries(st.sampled_from(list(TARGETS[kind])), sources, min_size=1))
    return Mapping(
        kind,
        draw(st.just("") | HEADINGS),
        tuple(draw(st.lists(HEADINGS, unique=True, max_size=2))),
        draw(st.sampled_from([None, True, False])),
        fields,
        draw(st.booleans()),
        draw(st.none() | HEADINGS),
        draw(st.none() | HEADINGS),
        draw(st.none() | st.integers(0, 99)),
        decimal=draw(st.sampled_from([None, ".", ","])),
    )


@given(maps())
def test_a_written_map_reads_as_the_same_map(mapping: Mapping) -> None:
    assert read_map_text(map_text(mapping), "map.toml") == mapping


def test_a_heading_alone_is_written_as_a_heading() -> None:
    mapping = Mapping("people", fields={"name": [FieldMap("who")], "office": [FieldMap("o", ";")]})
    assert '"name" = "who"' in map_text(mapping)
    assert '"office" = { "column" = "o", "split" = ";" }' in map_text(mapping)


def test_a_lone_half_of_a_letter_is_no_reason_to_lose_a_map() -> None:
    mapping = Mapping("people", fields={"name": [FieldMap("a\ud800")]})
    assert read_map_text(map_text(mapping), "m").fields["name"][0].column == "a\ufffd"
