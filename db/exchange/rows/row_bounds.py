"""How long what names something may be: a cell of megabytes is no name. The import asks."""

from __future__ import annotations

from db.exchange.mapping.row_values import RowValues
from db.exchange.placing.tally import RowFault

MAX_NAME_LETTERS = 4_000  # of a person, a body, an office, a treaty or an event
_SHOWN_LETTERS = 40
#: Targets whose texts name something on the desk, and are compared with all that there is.
_NAMING = frozenset((
    "name", "title", "given_name", "family_name", "person", "office", "organization", "parent",
    "party", "parties", "participants", "organizations", "agreements", "aliases", "native_name",
))  # fmt: skip


def is_endless(row: RowValues) -> bool:
    """Say whether something of a row is longer than any name."""
    return any(
        len(value.text) > MAX_NAME_LETTERS
        for target, values in row.values.items()
        if target in _NAMING
        for value in values
    )


def refuse_endless(row: RowValues) -> None:
    """Raise RowFault for the first name of a row that is longer than any."""
    for target, values in row.values.items():
        for value in values if target in _NAMING else ():
            if len(value.text) > MAX_NAME_LETTERS:
                raise RowFault(
                    value.column, f"{value.text[:_SHOWN_LETTERS]}…",
                    f"It has {len(value.text):,} characters; a name has {MAX_NAME_LETTERS:,} at"
                    " most. Shorten it, or map the column to notes.",
                )  # fmt: skip
