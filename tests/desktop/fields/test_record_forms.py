"""Every field of every record can be typed somewhere."""

from collections.abc import Iterator
from typing import get_args, get_type_hints

import pytest

from db import KINDS, RECORD_TYPES, Part, Source, choices
from desktop.fields import RECORD_FORMS
from desktop.fields.field_types import SORTS, FormField, PartsTableSpec

#: What no one types: the desk keeps it. `data` is the file itself, added with its name.
# what of a name is set by hand has no field: the form notices it
# what a file is, and its hash, are read off the file
KEPT = frozenset(("id", "uid", "version", "created", "changed", "data", "name_by_hand"))
KEPT |= {"media_type", "sha256", "digest"}


def inner_type(hint: object) -> type | None:
    """The class of parts in a list, or the source in a citation."""
    for inner in (hint, *get_args(hint)):
        if isinstance(inner, type) and issubclass(inner, Part):
            return inner
    return None


def typed_fields(of: type, before: str = "") -> Iterator[str]:
    """The paths of all fields of a record or part, parts of parts included."""
    hints = get_type_hints(of)
    for item in of.model_fields:
        inner = inner_type(hints[item])
        if item in KEPT:
            continue
        if inner is None:
            yield before + item
        else:
            yield from typed_fields(inner, f"{before}{item}.")


def shown_fields(parts: PartsTableSpec, before: str = "") -> Iterator[str]:
    """The paths that a table offers to the officer."""
    start = f"{before}{parts.name}."
    columns = [field for field in parts.columns if field.act is None]
    yield from (start + field.name for field in (*columns, *parts.more))
    if parts.inner:
        yield from shown_fields(parts.inner, start)


def all_fields(kind: str) -> Iterator[tuple[str, FormField]]:
    """Every field of a form, those in tables too, each with its table's stored name."""
    form = RECORD_FORMS[kind]
    yield from ((kind, field) for field in form.fields())
    waiting = list(form.parts())
    while waiting:
        parts = waiting.pop()
        yield from ((parts.of.TABLE, field) for field in (*parts.columns, *parts.more))
        waiting += [parts.inner] if parts.inner else []


def test_there_is_a_form_for_every_kind() -> None:
    assert tuple(RECORD_FORMS) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_on_its_form(kind: str) -> None:
    form = RECORD_FORMS[kind]
    shown = {field.name for field in form.fields()}
    shown |= {path for parts in form.parts() for path in shown_fields(parts)}
    assert shown == set(typed_fields(RECORD_TYPES[kind]))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_known_sort_and_a_label(kind: str) -> None:
    for _, field in all_fields(kind):
        assert field.sort in SORTS
        assert field.label
        assert field.sort == "fact" or (field.sort == "ref") == bool(field.kinds)


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_has_its_words(kind: str) -> None:
    for table, field in all_fields(kind):
        if field.sort == "choice":
            assert field.words == f"{table}.{field.name}"
            assert choices(field.words)


def test_the_walk_sees_sources_and_parts_of_parts() -> None:
    assert "citations.source.publisher" in set(typed_fields(RECORD_TYPES["person"]))
    assert "parties.actions.date_of" in set(typed_fields(RECORD_TYPES["agreement"]))
    assert Source().title == ""
