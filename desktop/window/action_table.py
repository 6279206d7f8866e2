"""Everything that the window can be told to do, as a table: texts, icons, keys and menus.

The window makes its actions from it and the keyboard page lists it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.style.translated import QT_TRANSLATE_NOOP as _


@dataclass(frozen=True, slots=True)
class Deed:
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

DEEDS: Final = (
    Deed("open", _("Actions", "&Open…"), "file", "open", ("Ctrl+O",)),
    Deed("new_desk", _("Actions", "New &desk…"), "file", "new"),
    Deed("import", _("Actions", "&Import…"), "file", "import", ("Ctrl+I",), "write", "", True),
    Deed("print", _("Actions", "&Print…"), "file", "print", ("Ctrl+P",), "desk"),
    Deed("print_list", _("Actions", "Print &list…"), "file", "", ("Ctrl+Shift+P",), "desk"),
    Deed("printed", _("Actions", "What changed since printin&g…"), "file", "changed", (), "desk"),
    Deed("passphrase", _("Actions", "Passphra&se…"), "file", "lock", (), "write", "", True),
    Deed("lock", _("Actions", "Loc&k"), "file", "lock", ("Ctrl+L",), "desk"),
    Deed("close_desk", _("Actions", "&Close the desk"), "file", "close", ("Ctrl+W",), "desk"),
    Deed("quit", _("Actions", "&Quit"), "file", "", ("Ctrl+Q",), starts_group=True),
    Deed("undo", _("Actions", "&Undo"), "edit", "undo", ("Ctrl+Z",), "undo"),
    Deed("redo", _("Actions", "&Redo"), "edit", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Deed(
        "new",
        _("Actions", "&New record"),
        "edit",
        "new",
        ("Ctrl+N",),
        "write",
        starts_group=True,
        short=_("Actions", "New"),
    ),
    Deed("edit", _("Actions", "&Edit the record"), "edit", "edit", ("F2",), "record"),
    Deed("save", _("Actions", "&Save"), "edit", "save", ("Ctrl+S",), "form"),
    Deed("give_back", _("Actions", "&Give the text back"), "edit", "undo", (), "form"),
    Deed("duplicate", _("Actions", "Du&plicate"), "edit", "add", ("Ctrl+D",), "record"),
    Deed("delete", _("Actions", "&Delete\tDel"), "edit", "delete", (), "record"),
    Deed("history", _("Actions", "&History…"), "edit", "history", ("Ctrl+H",), "desk", "", True),
    Deed("tab_1", _("Actions", "&People"), "view", "people", ("Ctrl+1",), "desk"),
    Deed("tab_2", _("Actions", "&Organizations"), "view", "organization", ("Ctrl+2",), "desk"),
    Deed("tab_3", _("Actions", "&Agreements"), "view", "agreement", ("Ctrl+3",), "desk"),
    Deed("tab_4", _("Actions", "&Timeline"), "view", "timeline", ("Ctrl+4",), "desk"),
    Deed("theme_system", _("Actions", "Colours of the &system"), "view", "", (), "", "theme", True),
    Deed("theme_light", _("Actions", "&Light"), "view", "", (), "", "theme"),
    Deed("theme_dark", _("Actions", "&Dark"), "view", "", (), "", "theme"),
    Deed("larger", _("Actions", "La&rger text"), "view", "zoom-in", ("Ctrl++", "Ctrl+=")),
    Deed("smaller", _("Actions", "S&maller text"), "view", "zoom-out", ("Ctrl+-",)),
    Deed("normal", _("Actions", "&Normal text"), "view", "", ("Ctrl+0",)),
    Deed(
        "keep_view", _("Actions", "&Keep this search…"), "views", "view", ("Ctrl+Shift+K",), "write"
    ),
    Deed("views", _("Actions", "&All views…"), "views", "", (), "desk"),
    Deed("back", _("Actions", "&Back"), "go", "back", ("Alt+Left",), "back"),
    Deed("forward", _("Actions", "&Forward"), "go", "forward", ("Alt+Right",), "forward"),
    Deed("search", _("Actions", "&Search"), "go", "search", ("Ctrl+K", "/"), "desk", "", True),
    Deed(
        "exact",
        _("Actions", "Search e&xactly as spelt"),
        "go",
        "exact",
        ("Ctrl+Shift+E",),
        "desk",
        short=_("Actions", "Exact"),
        is_switch=True,
    ),
    Deed("as_of", _("Actions", "As of a d&ate…"), "go", "as-of", ("Ctrl+T",), "desk"),
    Deed(
        "duplicates", _("Actions", "&Duplicates…"), "tools", "duplicates", ("Ctrl+Shift+D",), "desk"
    ),
    Deed("keyboard", _("Actions", "&Keyboard…"), "help", "help", ("F1",)),
    Deed("about", _("Actions", "&About Aide-Mémoire…"), "help", "info"),
)
