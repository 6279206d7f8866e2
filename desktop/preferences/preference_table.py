"""Every preference, declared once: its name, type, default, limits, and whom it is for.

The command `settings` lists the table and the dialog is drawn from it. What is for this computer
lies in the officer's settings; what is for this desk lies in the desk and goes with its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from db import (
    DATE_ORDERS,
    DATE_STYLES,
    DAYS_BY_SETTING,
    MARKINGS,
    MAX_SETTING_DAYS,
    PRACTICE,
    TOPIC_RHYTHM,
    collation_languages,
    language_name,
    receiving_state,
)
from desktop.settings import (
    AUTHOR,
    CLEAR_CLIPBOARD,
    COPIES_DAYS,
    COPIES_FOLDER,
    COPIES_NUMBER,
    FIRST_CEILING,
    LOCK_AFTER,
    LOCK_WITH_SYSTEM,
    PAPER,
    REMEMBER_KEY_FILES,
    REMEMBER_RECENT,
    Key,
)
from desktop.style.translated import QT_TRANSLATE_NOOP as _

Scope = Literal["computer", "desk"]

MAX_TEXT_LETTERS: Final = 200  # letters of an author's or a desk's name
DESK_NAME: Final = Key("name", "")
_LANGUAGES: Final = {
    code: name for code in collation_languages() if (name := language_name(code)) != code
}
LANGUAGE: Final = Key("language", "", choices=("", *_LANGUAGES))
DATE_STYLE: Final = Key("date-style", DATE_STYLES[0], choices=DATE_STYLES)
DATE_ORDER: Final = Key("date-order", DATE_ORDERS[0], choices=DATE_ORDERS)
_NEVER: Final = _("Preferences", "Never")
_AFTER_DAYS: Final = {
    0: _NEVER,
    30: _("Preferences", "After 30 days"),
    90: _("Preferences", "After 90 days"),
    180: _("Preferences", "After 180 days"),
    365: _("Preferences", "After a year"),
    1825: _("Preferences", "After five years"),
}


def _days_key(name: str) -> Key[int]:
    return Key(name, DAYS_BY_SETTING[name], lowest=0, highest=MAX_SETTING_DAYS)


@dataclass(frozen=True, slots=True)
class Preference:
    """One thing that can be chosen; `name` is what the command calls it.

    `words` say each value that can be picked from a list, `note` what there is to know of it.
    With `is_long` the whole desk is written through for it, which the window does beside itself.
    """

    name: str
    label: str
    key: Key[Any]
    scope: Scope = "computer"
    words: Mapping[Any, str] = field(default_factory=dict)
    note: str = ""
    is_long: bool = False


PREFERENCES: Final = (
    Preference(
        "author",
        _("Preferences", "&Author's name"),
        AUTHOR,
        note=_("Preferences", "Shown with your changes. Empty: your name on this computer."),
    ),
    Preference(
        "ceiling",
        _("Preferences", "&Show at first up to"),
        FIRST_CEILING,
        words={
            "last": _("Preferences", "The ceiling of the last time"),
            **dict(
                zip(
                    MARKINGS,
                    (
                        _("Preferences", "Open"),
                        _("Preferences", "Restricted"),
                        _("Preferences", "Confidential"),
                        _("Preferences", "Secret"),
                    ),
                    strict=True,
                )
            ),
        },
    ),
    Preference(
        "paper",
        _("Preferences", "&Paper"),
        PAPER,
        words={"a4": _("Preferences", "A4"), "us-letter": _("Preferences", "US Letter")},
    ),
    Preference(
        "lock-after",
        _("Preferences", "&Lock by itself"),
        LOCK_AFTER,
        words={
            0: _("Preferences", "Never"),
            1: _("Preferences", "After 1 minute without a key or click"),
            5: _("Preferences", "After 5 minutes without a key or click"),
            15: _("Preferences", "After 15 minutes without a key or click"),
            60: _("Preferences", "After an hour without a key or click"),
        },
        note=_("Preferences", "A desk without a passphrase is never locked."),
    ),
    Preference(
        "lock-with-system",
        _("Preferences", "Lock &with the computer"),
        LOCK_WITH_SYSTEM,
        words={
            "yes": _("Preferences", "When it sleeps or is locked"),
            "no": _("Preferences", "No"),
        },
        note=_("Preferences", "Where the system tells it, as Linux with a desktop does."),
    ),
    Preference(
        "clear-clipboard",
        _("Preferences", "Copied &from marked records"),
        CLEAR_CLIPBOARD,
        words={
            0: _("Preferences", "It stays on the clipboard"),
            10: _("Preferences", "Can be pasted for 10 seconds"),
            30: _("Preferences", "Can be pasted for 30 seconds"),
            60: _("Preferences", "Can be pasted for a minute"),
            300: _("Preferences", "Can be pasted for 5 minutes"),
        },
        note=_("Preferences", "Then it is cleared, unless something else was copied meanwhile."),
    ),
    Preference(
        "remember-recent",
        _("Preferences", "&Recent desks, searches and days"),
        REMEMBER_RECENT,
        words={
            "yes": _("Preferences", "Are remembered"),
            "no": _("Preferences", "Are forgotten, also those of before"),
        },
        note=_("Preferences", "Of a desk with a passphrase only its file is ever remembered."),
    ),
    Preference(
        "remember-key-files",
        _("Preferences", "Where a ke&y file lies"),
        REMEMBER_KEY_FILES,
        words={
            "yes": _("Preferences", "Is remembered for each desk"),
            "no": _("Preferences", "Is asked for each time"),
        },
        note=_("Preferences", "Who finds the settings knows then where to look for it."),
    ),
    Preference(
        "copies-folder",
        _("Preferences", "Copies are kept &in"),
        COPIES_FOLDER,
        note=_(
            "Preferences",
            "A folder, also on a stick. Empty: with the program's own data on this computer.",
        ),
    ),
    Preference(
        "copies-days",
        _("Preferences", "A copy is &made"),
        COPIES_DAYS,
        words={
            1: _("Preferences", "When the last is a day old"),
            7: _("Preferences", "When the last is a week old"),
            30: _("Preferences", "When the last is a month old"),
            0: _("Preferences", "Never by itself"),
        },
        note=_(
            "Preferences",
            "Also before imports, merges and the like, and after many changes. A copy is encrypted"
            " as the desk is.",
        ),
    ),
    Preference(
        "copies-number",
        _("Preferences", "Copies &kept of each desk"),
        COPIES_NUMBER,
        words={
            5: _("Preferences", "5"),
            10: _("Preferences", "10"),
            20: _("Preferences", "20"),
            50: _("Preferences", "50"),
        },
    ),
    Preference("desk-name", _("Preferences", "&Name of the desk"), DESK_NAME, "desk"),
    Preference(
        "language",
        _("Preferences", "L&etters are sorted as in"),
        LANGUAGE,
        "desk",
        words={
            "": _("Preferences", "No language in particular"),
            **_LANGUAGES,
        },
        is_long=True,
    ),
    Preference(
        "date-style",
        _("Preferences", "&Dates are written"),
        DATE_STYLE,
        "desk",
        words={
            "long": _("Preferences", "6 April 2025"),
            "short": _("Preferences", "6 Apr 2025"),
            "month-first": _("Preferences", "April 6, 2025"),
            "iso": _("Preferences", "2025-04-06"),
        },
    ),
    Preference(
        "date-order",
        _("Preferences", "0&3/04/2025 is read as"),
        DATE_ORDER,
        "desk",
        words={
            "ask": _("Preferences", "Neither: write it otherwise"),
            "day": _("Preferences", "3 April 2025"),
            "month": _("Preferences", "4 March 2025"),
        },
    ),
    Preference(
        "today-days",
        _("Preferences", "&Today looks ahead"),
        _days_key("today-days"),
        "desk",
        words={
            30: _("Preferences", "30 days"),
            90: _("Preferences", "90 days"),
            180: _("Preferences", "180 days"),
            365: _("Preferences", "A year"),
        },
    ),
    Preference(
        "contact-rhythm",
        _("Preferences", "Contacts sh&ould be met again"),
        _days_key("contact-rhythm"),
        "desk",
        words=_AFTER_DAYS,
        note=_(
            "Preferences",
            "People with a topic. The command settings takes a rhythm for one topic:"
            " rhythm.minerals 90.",
        ),
    ),
    Preference(
        "unchecked-offices",
        _("Preferences", "Offices held are checked a&gain"),
        _days_key("unchecked-offices"),
        "desk",
        words=_AFTER_DAYS,
    ),
    Preference(
        "unchecked-telephones",
        _("Preferences", "&Contact details are checked again"),
        _days_key("unchecked-telephones"),
        "desk",
        words=_AFTER_DAYS,
    ),
    Preference(
        "unchecked-births",
        _("Preferences", "Days of &birth are checked again"),
        _days_key("unchecked-births"),
        "desk",
        words=_AFTER_DAYS,
    ),
)
BY_NAME: Final = {each.name: each for each in PREFERENCES}


def find_preference(name: str) -> Preference | None:
    """Return a preference by its name; one of precedence is made for the state it names, one of a
    rhythm for its topic.

    >>> find_preference("precedence.Belgium").key.name, find_preference("rhythm.Minerals").key.name
    ('precedence.be', 'rhythm.minerals')
    """
    topic = name.removeprefix(TOPIC_RHYTHM).strip()
    if name.startswith(TOPIC_RHYTHM) and topic:
        full_name = f"{TOPIC_RHYTHM}{topic.casefold()}"
        rhythm = DAYS_BY_SETTING["contact-rhythm"]
        key = Key(full_name, rhythm, lowest=0, highest=MAX_SETTING_DAYS)
        return Preference(full_name, _("Preferences", "Rhythm of a topic"), key, "desk")
    if name in BY_NAME or not name.startswith(PRACTICE) or name == PRACTICE:
        return BY_NAME.get(name)
    full_name = f"{PRACTICE}{receiving_state(name.removeprefix(PRACTICE))}"
    return Preference(
        full_name, _("Preferences", "Precedence"), Key(full_name, "credentials"), "desk"
    )
