"""An entity of FollowTheMoney as an object of Popolo, whose fields are told by their own names."""

from __future__ import annotations

from typing import Any

from db.exchange.entities.entity_fields import PROPERTY_OF
from db.exchange.popolo.popolo_values import Thing


class Entity(Thing):
    """An entity; `schema` is what it is one of."""

    __slots__ = ("schema",)

    def __init__(self, where: str, fields: dict[str, Any], number: int, schema: str) -> None:
        self.schema = schema
        super().__init__(where, fields, number)

    def at(self, name: str) -> str:
        """Say where a field stands, by the name of its property.

        >>> Entity("line 3", {}, 1, "Person").at("birth_date")
        'line 3, birthDate'
        """
        return f"{self.where}, {PROPERTY_OF.get(self.schema, {}).get(name, name)}"
