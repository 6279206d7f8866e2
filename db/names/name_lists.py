"""The word lists under `resources/names`, read when first asked for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "names"


@cache
def word_list(name: str) -> dict[str, Any]:
    """Return one list by its name, as the JSON object it is kept as."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return content
