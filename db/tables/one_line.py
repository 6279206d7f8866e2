"""The one rule for a text of one line: every run of line ends and tabs in it becomes a space.

Records keep it for their fields (`fields.Stored`); imports, commands and editors ask it for what
they compare or show before a record has it.
"""

from __future__ import annotations

import re
from typing import Any

_BREAKS = re.compile(r"\s*[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]\s*")


def one_line(text: str) -> str:
    """Return a text on one line; one without line ends and tabs as it is.

    >>> one_line("Ministry of\\r\\n\\tForeign Affairs\\n"), one_line(" as it  is ")
    ('Ministry of Foreign Affairs', ' as it  is ')
    """
    if text.isprintable():  # most are, and this asks ten times as fast
        return text
    return _BREAKS.sub(" ", text).strip() if _BREAKS.search(text) else text


def on_one_line(value: Any) -> Any:
    """Return what a field of one line holds: its text, or its list of texts, each on one line.

    >>> on_one_line(["mine\\nrals", "trade"]), on_one_line(["trade", "mines"]), on_one_line(None)
    (['mine rals', 'trade'], ['trade', 'mines'], None)
    """
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list) and any(one_line(each) != each for each in value):
        return list(dict.fromkeys(map(one_line, value)))
    return value
