"""A clash in words: what its field is called and what either side says; merges and bundles tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.exchange.plain.three_way import Clash
from db.exchange.plain.value_texts import plain_text
from db.tables.fact_names import FACT_FIELDS, fact_text
from db.tables.fields import Stored, meaning_of
from db.tables.rows import PART_DECLARATIONS

PARTS: Mapping[str, type[Stored]] = {of.TABLE: of for of in PART_DECLARATIONS}


def clash_label(of: type[Stored], clash: Clash) -> str:
    """Return what the field is called; of a part also the list and which part it is."""
    list_name, _, rest = clash.path.partition("[")
    if not rest:
        return meaning_of(of, clash.path).label if clash.path in of.model_fields else clash.path
    label = meaning_of(of, list_name).label
    part = next((each for each in clash.part or () if each is not None), None)
    which = plain_text(part) if part is not None else ""
    name = clash.path.rpartition(".")[2] if not clash.is_deletion else ""
    holder = PARTS.get(clash.table, of)
    field = meaning_of(holder, name).label if name in holder.model_fields else ""
    return ": ".join(filter(None, (label, which, field)))


def clash_text(of: type[Stored], clash: Clash, value: Any) -> str:
    """Return what one side of a clash says, read as its field is."""
    name = clash.path.rpartition(".")[2]
    holder = PARTS.get(clash.table, of)
    if clash.table in ("citation", "identifier") and name in FACT_FIELDS and value:
        return fact_text(str(value))
    sort = meaning_of(holder, name).sort if name in holder.model_fields else ""
    return plain_text(value, is_date=sort == "date")
