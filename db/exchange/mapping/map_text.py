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
        "decimal": mapping.decimal,
        "one_per_party": mapping.one_per_party or None,
        "encoding": mapping.encoding,
        "sheet": mapping.sheet,
        "header_row": mapping.header_row,
        "only": {name: list(texts) for name, texts in mapping.only.items()} or None,
    }
    lines = [f"{key} = {_value(value)}" for key, value in top.items() if value is not None]
    lines += ["", "[fields]"]
    for target, maps in mapping.fields.items():
        sources = [_source(each) for each in maps]
        lines.append(f"{_text(target)} = {_value(sources[0] if len(sources) == 1 else sources)}")
    return "\n".join([*lines, ""])


def _source(each: FieldMap) -> str | dict[str, Any]:
    """Return a source as a heading, where it is no more than that, or as a table.

    What is the same in every row is a template that names no column.
    """
    empty = FieldMap()
    facts = {
        name: getattr(each, name)
        for name in each.__dataclass_fields__
        if getattr(each, name) != getattr(empty, name)
    }
    if "constant" in facts:
        facts["template"] = facts.pop("constant")
    return each.column if each.column and list(facts) == ["column"] else facts


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        entries = ", ".join(f"{_text(key)} = {_value(each)}" for key, each in value.items())
        return f"{{ {entries} }}" if entries else "{}"
    return _text(value)


def _text(text: str) -> str:
    """Return a TOML string.

    >>> _text('a "b"')
    '"a \\\\"b\\\\""'
    """
    return '"' + "".join(map(_letter, text)) + '"'


def _letter(letter: str) -> str:
    if letter in _SHORT:
        return _SHORT[letter]
    if letter < " " or letter == "\x7f":
        return f"\\u{ord(letter):04x}"
    return letter if not "\ud800" <= letter <= "\udfff" else "\ufffd"
