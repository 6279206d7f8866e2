"""What a desk says of itself, brought together: the order of letters, how dates are written and
read, and the maps of imports. `merge_desks` asks it.

Settings have no history. What only one desk has chosen is taken; what both did otherwise is decided
like a field. A desk's name, its exchanges and what it remembers of merges are its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db.changes.unit_of_work import LANGUAGE
from db.exchange.kept_maps import PREFIX as MAP
from db.lens import Lens
from db.storage.engine import Sql

#: What is brought together, and how it is called.
LABELS: Mapping[str, str] = {
    LANGUAGE: "Letters are sorted as in",
    "date-style": "Dates are written",
    "date-order": "Dates of numbers are read",
}
MAP_LABEL = "Map of an import"


@dataclass(frozen=True, slots=True)
class SettingClash:
    """A setting that both desks have, and not alike."""

    key: str
    ours: str
    theirs: str

    @property
    def label(self) -> str:
        """What it is called."""
        return setting_label(self.key)


def setting_label(key: str) -> str:
    """Return what a setting is called.

    >>> setting_label("date-style"), setting_label("import map 3 x")
    ('Dates are written', 'Map of an import')
    """
    return LABELS.get(key, MAP_LABEL)


def read_settings(sql: Sql, lens: Lens) -> dict[str, str]:
    """Return the settings of a desk that can be another's too, as far as a lens shows them."""
    rows = sql.rows("SELECT key, value FROM setting")
    return {str(key): str(value) for key, value in rows if value and _is_shared(str(key), lens)}


def _is_shared(key: str, lens: Lens) -> bool:
    if not key.startswith(MAP):
        return key in LABELS
    level = key.removeprefix(MAP).partition(" ")[0]
    return level.isdecimal() and int(level) <= lens.ceiling


def compare_settings(
    ours: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[dict[str, str], list[SettingClash]]:
    """Return what is taken, and what both desks have otherwise.

    >>> compare_settings({"language": "de"}, {"language": "fr", "date-order": "day"})
    ({'date-order': 'day'}, [SettingClash(key='language', ours='de', theirs='fr')])
    """
    new_here = {key: value for key, value in theirs.items() if key not in ours}
    clashes = [
        SettingClash(key, ours[key], theirs[key])
        for key in sorted(ours.keys() & theirs.keys())
        if ours[key] != theirs[key]
    ]
    return new_here, clashes
