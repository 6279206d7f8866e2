"""Everything that the window can be told to do, as a table: texts, icons, keys and menus.

The window makes its actions from it and the keyboard page lists it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.style.translated import QT_TRANSLATE_NOOP as _


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `needs` says when it can be done: "" always, else desk, record, form, write."""

    name: str
    text: str
    menu: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs: str = ""
    group: str = ""  # deeds of one group are choices, of which one is ticked
    starts_group: bool = False  # a line stands above it in the menu
    short: str = ""  # what its button says
    is_switch: bool = False  # is on or off by itself


MENUS: Final = {
    "file": _("Actions", "&File"),
    "edit": _("Actions", "&Edit"),
    "view": _("Actions", "&View"),
    "views": _("Actions", "Vie&ws"),
    "go": _("Actions", "&Go"),
    "tools": _("Actions", "&Tools"),
    "help": _("Actions", "&Help"),
}

ACTIONS: Final = (
    ActionSpec("open", _("Actions", "&Open…"), "file", "open", ("Ctrl+O",)),
    ActionSpec("new_desk", _("Actions", "New &desk…"), "file", "new"),
    ActionSpec(
        "import", _("Actions", "&Import…"), "file", "import", ("Ctrl+I",), "write", "", True
    ),
    ActionSpec("print", _("Actions", "&Print…"), "file", "print", ("Ctrl+P",), "desk"),
    ActionSpec("print_list", _("Actions", "Print &list…"), "file", "", ("Ctrl+Shift+P",), "desk"),
    ActionSpec(
        "printed", _("Actions", "What changed since printin&g…"), "file", "changed", (), "desk"
    ),
    ActionSpec("passphrase", _("Actions", "Passphra&se…"), "file", "lock", (), "write", "", True),
    ActionSpec("lock", _("Actions", "Loc&k"), "file", "lock", ("Ctrl+L",), "desk"),
    ActionSpec("close_desk", _("Actions", "&Close the desk"), "file", "close", ("Ctrl+W",), "desk"),
    ActionSpec("quit", _("Actions", "&Quit"), "file", "", ("Ctrl+Q",), starts_group=True),
    ActionSpec("undo", _("Actions", "&Undo"), "edit", "undo", ("Ctrl+Z",), "undo"),
    ActionSpec("redo", _("Actions", "&Redo"), "edit", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec(
        "new",
        _("Actions", "&New record"),
        "edit",
        "new",
        ("Ctrl+N",),
        "write",
        starts_group=True,
        short=_("Actions", "New"),
    ),
    ActionSpec("edit", _("Actions", "&Edit the record"), "edit", "edit", ("F2",), "record"),
    ActionSpec("save", _("Actions", "&Save"), "edit", "save", ("Ctrl+S",), "form"),
    ActionSpec("give_back", _("Actions", "&Give the text back"), "edit", "undo", (), "form"),
    ActionSpec("duplicate", _("Actions", "Du&plicate"), "edit", "add", ("Ctrl+D",), "record"),
    ActionSpec("delete", _("Actions", "&Delete\tDel"), "edit", "delete", (), "record"),
    ActionSpec(
        "history", _("Actions", "&History…"), "edit", "history", ("Ctrl+H",), "desk", "", True
    ),
    ActionSpec("tab_1", _("Actions", "&People"), "view", "people", ("Ctrl+1",), "desk"),
    ActionSpec(
        "tab_2", _("Actions", "&Organizations"), "view", "organization", ("Ctrl+2",), "desk"
    ),
    ActionSpec("tab_3", _("Actions", "&Agreements"), "view", "agreement", ("Ctrl+3",), "desk"),
    ActionSpec("tab_4", _("Actions", "&Timeline"), "view", "timeline", ("Ctrl+4",), "desk"),
    ActionSpec(
        "theme_system", _("Actions", "Colours of the &system"), "view", "", (), "", "theme", True
    ),
    ActionSpec("theme_light", _("Actions", "&Light"), "view", "", (), "", "theme"),
    ActionSpec("theme_dark", _("Actions", "&Dark"), "view", "", (), "", "theme"),
    ActionSpec("larger", _("Actions", "La&rger text"), "view", "zoom-in", ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", _("Actions", "S&maller text"), "view", "zoom-out", ("Ctrl+-",)),
    ActionSpec("normal", _("Actions", "&Normal text"), "view", "", ("Ctrl+0",)),
    ActionSpec(
        "keep_view", _("Actions", "&Keep this search…"), "views", "view", ("Ctrl+Shift+K",), "write"
    ),
    ActionSpec("views", _("Actions", "&All views…"), "views", "", (), "desk"),
    ActionSpec("back", _("Actions", "&Back"), "go", "back", ("Alt+Left",), "back"),
    ActionSpec("forward", _("Actions", "&Forward"), "go", "forward", ("Alt+Right",), "forward"),
    ActionSpec(
        "search", _("Actions", "&Search"), "go", "search", ("Ctrl+K", "/"), "desk", "", True
    ),
    ActionSpec(
        "exact",
        _("Actions", "Search e&xactly as spelt"),
        "go",
        "exact",
        ("Ctrl+Shift+E",),
        "desk",
        short=_("Actions", "Exact"),
        is_switch=True,
    ),
    ActionSpec("as_of", _("Actions", "As of a d&ate…"), "go", "as-of", ("Ctrl+T",), "desk"),
    ActionSpec(
        "duplicates", _("Actions", "&Duplicates…"), "tools", "duplicates", ("Ctrl+Shift+D",), "desk"
    ),
    ActionSpec("keyboard", _("Actions", "&Keyboard…"), "help", "help", ("F1",)),
    ActionSpec("about", _("Actions", "&About Aide-Mémoire…"), "help", "info"),
)
