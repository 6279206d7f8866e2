"""Reads the lexicons under `resources/intake` when they are first asked for; everything that reads
a text asks here."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return one lexicon by its name, as the JSON object it is kept as."""
    text = files("resources").joinpath("intake", f"{name}.json").read_text("utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one list of `words.json`, or the words of states that are split at a hyphen.

    >>> "bin" in word_set("particles"), "pakistan" in word_set("split_at_hyphen")
    (True, True)
    """
    if name == "split_at_hyphen":
        return _state_words()
    return frozenset(lexicon("words")[name].split())


def _state_words() -> frozenset[str]:
    """Return single words for states and their capitals, and those with a hyphen whole."""
    from db.names.name_lists import word_list

    places = lexicon("places")
    rows = word_list("countries")["present"].values()
    names = [name for row in rows for name in (row[1], *row[3])]
    for table in ("capitals", "more_names", "more_adjectives"):
        names += [name for group in places[table].values() for name in group]
    words = {name.lower() for name in names if " " not in name}
    return frozenset(words | {"eu", "asean", "gcc", "russia", "arab", "hamas", "nato", "un"})
