"""FollowTheMoney entities typed in a test and brought onto a desk; the tests of entities ask."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from db import ImportReport, Lens, Store, import_files

LENS = Lens("2025-09-15")
Entity = dict[str, Any]


def entity(schema: str, own: str, **properties: str | list[Any]) -> Entity:
    """An entity; a single value needs no list."""
    lists = {name: each if isinstance(each, list) else [each] for name, each in properties.items()}
    return {"id": own, "schema": schema, "properties": lists}


def lines(*entities: Entity) -> str:
    """Entities, a line each."""
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities)


def bring_in(
    store: Store, folder: Path, *entities: Entity | str, name: str = "all.ftm.json", **given: Any
) -> ImportReport:
    """Import entities, and lines as they stand."""
    path = folder / name
    texts = [each if isinstance(each, str) else lines(each).strip() for each in entities]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return import_files(store, [path], LENS, **given)


SENATE = entity("PublicBody", "senate", name="Senate of Chad", country="td", weakAlias="SEN",
                classification="parliament", incorporationDate="1990",
                website="https://s.td")  # fmt: skip
SPEAKER = entity("Position", "speaker", name="Speaker, Senate of Chad", organization="senate")
ANA = entity(
    "Person", "ana", name=["Ana Silva", "A. Silva"], previousName="Ana Costa",
    birthDate="1970-02",
    nationality="td", firstName="Ana", lastName="Silva", title="Dr", gender="female",
    email="ana@s.td", wikidataId="Q42", passportNumber="P7", keywords="cotton",
    notes=["one", "two"],
    sourceUrl="https://s.td/ana",
)  # fmt: skip
STAY = entity("Occupancy", "stay", holder="ana", post="speaker", startDate="2001-03-04",
              status="current", description=["acting", "by vote"])  # fmt: skip
