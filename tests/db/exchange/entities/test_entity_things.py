"""A remark on an entity names the property as the file does."""

from __future__ import annotations

from db.exchange.entities.entity_things import Entity


def test_a_date_that_is_none_is_told_by_its_property() -> None:
    thing = Entity("line 7", {"id": "a", "birth_date": "soon"}, 1, "Person")
    assert thing.date("birth_date") is None
    [(field, value)] = thing.remarks.values()
    assert (field, value) == ("line 7, birthDate", "soon")
    assert Entity("line 7", {}, 1, "Other").at("birth_date") == "line 7, birth_date"
