"""Nothing above a ceiling is left in plain values, and nothing that names it."""

from __future__ import annotations

from typing import Any

import pytest

from db.exchange.plain.hidden_values import visible_values
from db.lens import Lens

HIDDEN = {"uid": "x", "title": "X", "kind": "organization"}
CASES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"title": "A", "country": "pk"}, {"title": "A", "country": "pk"}),
    ({"predecessor": HIDDEN}, {}),
    ({"links": [{"other": HIDDEN}, {"note": "y"}]}, {"links": [{"note": "y"}]}),
    ({"tenures": [{"office": {"uid": "o", "organization": HIDDEN}}]}, {"tenures": []}),
    ({"citations": [{"source": "x"}, {"source": "y"}]}, {"citations": [{"source": "y"}]}),
    ({"notes": [{"text": "n", "marking": "confidential"}]}, {"notes": []}),
    ({"parties": [{"actions": [{"signatory": HIDDEN}]}]}, {"parties": [{"actions": []}]}),
]


@pytest.mark.parametrize("plain, shown", CASES)
def test_what_is_hidden_is_left_out_and_told(plain: dict[str, Any], shown: dict[str, Any]) -> None:
    assert visible_values(plain, {"x"}, Lens("2025-01-01", 1)) == (shown, plain != shown)
