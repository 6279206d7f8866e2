"""What the sections of Today are called, on the panel, in the command and on paper; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.style.translated import QT_TRANSLATE_NOOP as _

if TYPE_CHECKING:
    from db import TodaySection

SECTION_NAMES: Final = {
    "coming": _("Today", "Visits and meetings to come"),
    "due": _("Today", "Falls due under agreements"),
    "announced": _("Today", "Announced, never signed"),
    "dead": _("Today", "Signed, and nothing since"),
    "anniversaries": _("Today", "Anniversaries and national days"),
    "unmet": _("Today", "Contacts to be met again"),
    "unchecked": _("Today", "To be checked again"),
    "retention": _("Today", "Retention dates that have come"),
}


def more_text(section: TodaySection) -> str:
    """Say how many lines of a section are left out; '' for none.

    >>> from db import TodaySection
    >>> more_text(TodaySection("dead", (), 43)), more_text(TodaySection("dead"))
    ('and 43 others', '')
    """
    left = section.total - len(section.lines)
    return f"and {left:,} other{'' if left == 1 else 's'}" if left else ""
