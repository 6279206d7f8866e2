"""How a text table is cut into cells: delimiter, quotes, escapes; `files` asks with its first page.

Judged by what it makes of the content, never by the file's name.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the `csv` module needs to know; `declared` when the file's first line is `sep=;`."""

    delimiter: str
    skip_space: bool = False
    escape: str | None = None
    declared: bool = False


def sniff(sample: str) -> Dialect:
    r"""Return the dialect of the text that a file begins with.

    >>> sniff("id;name\n1;a, b\n2;c\n").delimiter
    ';'
    >>> sniff("name\nParis\n").delimiter
    ','
    >>> sniff("sep=|\na|b\n")
    Dialect(delimiter='|', skip_space=False, escape=None, declared=True)
    >>> sniff('a, "b, c"\n1, "2"\n').skip_space
    True
    """
    declared = _SEP.match(sample)
    if declared:
        return Dialect(declared[1], declared=True)
    # One that cuts the headings as it cuts each row is the table's, however many values the others
    # part in the cells below.
    delimiter = max(DELIMITERS, key=lambda each: _fit(sample, each))
    mark = re.escape(delimiter)
    skip = bool(re.search(rf'{mark} +"', sample))
    escaped = re.search(rf'\\"(?!{mark}|[\r\n]|$)', sample) and '""' not in sample
    return Dialect(delimiter, skip, "\\" if escaped else None)


def _fit(sample: str, delimiter: str) -> tuple[bool, float]:
    """Say whether a delimiter cuts every row alike, and how evenly and widely it cuts the sample;
    0 when it cuts nothing.
    """
    widths: Counter[int] = Counter()
    reader = csv.reader(sample.splitlines(keepends=True), delimiter=delimiter)
    try:
        for _, cells in zip(range(300), reader, strict=False):
            if cells:
                widths[len(cells)] += 1
    except csv.Error:
        pass  # an over-long cell: what was read before it is evidence enough
    wide = {width: n for width, n in widths.items() if width > 1}
    if not wide:
        return False, 0.0
    width, count = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    share = count / sum(widths.values())
    return share == 1, share * share * math.sqrt(min(width, 12))
