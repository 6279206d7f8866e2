"""Which records a document was made of: those it is about and all that it names.

`Setting` asks it in the background, so that a printed document can say later what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from db import Lens, Reader
from desktop.paper.content.blocks import Run, Sheet
from desktop.printing.print_request import PrintRequest


def used_by(
    sheets: Sequence[Sheet], request: PrintRequest, reader: Reader, lens: Lens
) -> dict[int, int]:
    """Return the records that stand on the sheets, each with its version; those asked for come
    first.
    """
    visible = [line.id for line in reader.lines(request.ids, lens)]
    ids = (key for sheet in sheets for key in named_in(sheet.blocks))
    return reader.versions(list(dict.fromkeys((*visible, *ids))))


def named_in(part: Any) -> Iterator[int]:
    """Yield the ids of the records that runs of text name, however deep they stand in a block.

    >>> list(named_in([["Met ", Run("Dar", link=3)], Run("there")]))
    [3]
    """
    if isinstance(part, Run):
        if part.link:
            yield part.link
    elif isinstance(part, (list, tuple)):
        for each in part:
            yield from named_in(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from named_in(getattr(part, field.name))
