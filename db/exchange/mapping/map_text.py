"""A Mapping written as the TOML that `read_map` reads; keeping a map asks.

`read_map_text(map_text(mapping))` gives the same Mapping again.
"""

from __future__ import annotations

from typing import Any

from db.exchange.mapping.column_mapping import FieldMap, Mapping

_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def map_text(mapping: Mapping) -> str:
    """Return a map in TOML.

    >>> print(map_text(Mapping("people", "x", ("no",), fields={"name": [FieldMap("Full name")]})))
    kind = "people"
    scheme = "x"
    id = "no"
    <BLANKLINE>
    [fields]
    "name" = "Full name"
    <BLANKLINE>
    """
    own = list(mapping.id_columns)
    top = {
        "kind": mapping.kind,
        "scheme": mapping.scheme or None,
        "id": own[0] if len(own) == 1 else own or None,
        "day_first": mapping.day_first,
        "one_per_party": mapping.one_per_party or None,
        "encoding": mapping.encoding,
        "sheet": mapping.sheet,
        "header_row": mapping.header_row,
    }
    lines = [f"{key} = {_value(said)}" for key, said in top.items() if said is not None]
    lines += ["", "[fields]"]
    for target, maps in mapping.fields.items():
        told = [_source(each) for each in maps]
        lines.append(f"{_text(target)} = {_value(told[0] if len(told) == 1 else told)}")
    return "\n".join([*lines, ""])


def _source(each: FieldMap) -> str | dict[str, Any]:
    """Return a source as a heading, where it is no more than that, or as a table.

    What is the same in every row is a template that names no column.
    """
    empty = FieldMap()
    told = {
        name: getattr(each, name)
        for name in each.__dataclass_fields__
        if getattr(each, name) != getattr(empty, name)
    }
    if "constant" in told:
        told["template"] = told.pop("constant")
    return each.column if each.column and list(told) == ["column"] else told


def _value(said: Any) -> str:
    if isinstance(said, bool):
        return "true" if said else "false"
    if isinstance(said, int):
        return str(said)
    if isinstance(said, list):
        return f"[{', '.join(map(_value, said))}]"
    if isinstance(said, dict):
        told = ", ".join(f"{_text(key)} = {_value(each)}" for key, each in said.items())
        return f"{{ {told} }}" if told else "{}"
    return _text(said)


def _text(said: str) -> str:
    """Return a TOML string.

    >>> _text('a "b"')
    '"a \\\\"b\\\\""'
    """
    return '"' + "".join(map(_letter, said)) + '"'


def _letter(letter: str) -> str:
    if letter in _SHORT:
        return _SHORT[letter]
    if letter < " " or letter == "\x7f":
        return f"\\u{ord(letter):04x}"
    return letter if not "\ud800" <= letter <= "\udfff" else "\ufffd"
