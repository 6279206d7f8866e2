"""The tabs in their order: which kind each shows, what it is called and its icon."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.style.translated import QT_TRANSLATE_NOOP


class TabKind(NamedTuple):
    """One tab; `one` names a single record of the kind, as New does."""

    kind: str
    name: str
    icon: str
    one: str
    one_icon: str


TAB_KINDS: Final = (
    TabKind(
        "person",
        QT_TRANSLATE_NOOP("Tabs", "People"),
        "people",
        QT_TRANSLATE_NOOP("Tabs", "Person"),
        "person",
    ),
    TabKind(
        "organization",
        QT_TRANSLATE_NOOP("Tabs", "Organizations"),
        "organization",
        QT_TRANSLATE_NOOP("Tabs", "Organization"),
        "organization",
    ),
    TabKind(
        "agreement",
        QT_TRANSLATE_NOOP("Tabs", "Agreements"),
        "agreement",
        QT_TRANSLATE_NOOP("Tabs", "Agreement"),
        "agreement",
    ),
    TabKind(
        "event",
        QT_TRANSLATE_NOOP("Tabs", "Timeline"),
        "timeline",
        QT_TRANSLATE_NOOP("Tabs", "Event"),
        "event",
    ),
)


def index_of_kind(kind: str) -> int:
    """Say where the tab of a kind stands.

    >>> index_of_kind("agreement")
    2
    """
    return next(at for at, tab in enumerate(TAB_KINDS) if tab.kind == kind)
