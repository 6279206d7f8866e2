"""Everything that the window can be told to do, as a table: an action is added by one line.

A line says its name, text and menu, what it does, what it needs, its keys and its icon. The
program makes the window's menus of it, and the page of keys lists it.
"""

from __future__ import annotations

from typing import Final

from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.window.action_menus import ActionSpec, Need
from desktop.window.desk_view import DeskView
from desktop.window.window_actions import WindowActions, on_desk

MENUS: Final = {
    "file": _("Actions", "&File"),
    "edit": _("Actions", "&Edit"),
    "view": _("Actions", "&View"),
    "views": _("Actions", "&Searches"),
    "go": _("Actions", "&Go"),
    "tools": _("Actions", "&Tools"),
    "help": _("Actions", "&Help"),
}

# fmt: off
ACTIONS: Final[tuple[ActionSpec[WindowActions], ...]] = (
    ActionSpec("open", _("Actions", "&Open…"), "file", WindowActions.open_desk, keys=("Ctrl+O",),
               icon="open"),
    ActionSpec("new_desk", _("Actions", "New &desk…"), "file", WindowActions.make_desk, icon="new"),
    ActionSpec("import", _("Actions", "&Import…"), "file", WindowActions.import_files, Need.WRITE,
               keys=("Ctrl+I",), icon="import", starts_group=True),
    ActionSpec("print", _("Actions", "&Print…"), "file", WindowActions.print_view, Need.DESK,
               keys=("Ctrl+P",), icon="print"),
    ActionSpec("print_list", _("Actions", "Print &list…"), "file", WindowActions.print_list,
               Need.DESK, keys=("Ctrl+Shift+P",)),
    ActionSpec("printed", _("Actions", "What changed since printin&g…"), "file",
               WindowActions.show_print_history, Need.DESK, icon="changed"),
    ActionSpec("passphrase", _("Actions", "Passphra&se…"), "file", WindowActions.set_passphrase,
               Need.WRITE, icon="lock", starts_group=True),
    ActionSpec("lock", _("Actions", "Loc&k"), "file", WindowActions.lock_desk, Need.DESK,
               keys=("Ctrl+L",), icon="lock"),
    ActionSpec("close_desk", _("Actions", "&Close the desk"), "file", WindowActions.close_desk,
               Need.DESK, keys=("Ctrl+W",), icon="close"),
    ActionSpec("quit", _("Actions", "&Quit"), "file", WindowActions.quit, keys=("Ctrl+Q",),
               starts_group=True),
    ActionSpec("undo", _("Actions", "&Undo"), "edit", on_desk(DeskView.undo), Need.UNDO,
               keys=("Ctrl+Z",), icon="undo"),
    ActionSpec("redo", _("Actions", "&Redo"), "edit", on_desk(DeskView.redo), Need.REDO,
               keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    ActionSpec("new", _("Actions", "&New record"), "edit", on_desk(DeskView.make), Need.WRITE,
               keys=("Ctrl+N",), icon="new", starts_group=True, short=_("Actions", "New")),
    ActionSpec("edit", _("Actions", "&Edit the record"), "edit", on_desk(DeskView.edit),
               Need.RECORD, keys=("F2",), icon="edit"),
    ActionSpec("save", _("Actions", "&Save"), "edit", on_desk(DeskView.save), Need.FORM,
               keys=("Ctrl+S",), icon="save"),
    ActionSpec("give_back", _("Actions", "Dis&card changes"), "edit",
               on_desk(DeskView.give_back), Need.FORM, icon="undo"),
    ActionSpec("duplicate", _("Actions", "Du&plicate"), "edit", on_desk(DeskView.duplicate),
               Need.RECORD, keys=("Ctrl+D",), icon="add"),
    ActionSpec("checked", _("Actions", "Chec&ked today"), "edit", on_desk(DeskView.mark_checked),
               Need.RECORD, keys=("Ctrl+Shift+T",), icon="check"),
    ActionSpec("delete", _("Actions", "&Delete\tDel"), "edit", on_desk(DeskView.remove),
               Need.RECORD, icon="delete"),
    ActionSpec("history", _("Actions", "&History…"), "edit", WindowActions.show_history, Need.DESK,
               keys=("Ctrl+H",), icon="history", starts_group=True),
    ActionSpec("tab_1", _("Actions", "&People"), "view", on_desk(lambda view: view.show_tab(0)),
               Need.DESK, keys=("Ctrl+1",), icon="people"),
    ActionSpec("tab_2", _("Actions", "&Organizations"), "view",
               on_desk(lambda view: view.show_tab(1)), Need.DESK, keys=("Ctrl+2",),
               icon="organization"),
    ActionSpec("tab_3", _("Actions", "&Agreements"), "view", on_desk(lambda view: view.show_tab(2)),
               Need.DESK, keys=("Ctrl+3",), icon="agreement"),
    ActionSpec("tab_4", _("Actions", "&Timeline"), "view", on_desk(lambda view: view.show_tab(3)),
               Need.DESK, keys=("Ctrl+4",), icon="timeline"),
    ActionSpec("theme_system", _("Actions", "Colours of the &system"), "view",
               lambda do: do.choose_theme("system"), group="theme", starts_group=True),
    ActionSpec("theme_light", _("Actions", "&Light"), "view", lambda do: do.choose_theme("light"),
               group="theme"),
    ActionSpec("theme_dark", _("Actions", "&Dark"), "view", lambda do: do.choose_theme("dark"),
               group="theme"),
    ActionSpec("larger", _("Actions", "La&rger text"), "view", lambda do: do.step_text_size(1),
               keys=("Ctrl++", "Ctrl+="), icon="zoom-in"),
    ActionSpec("smaller", _("Actions", "S&maller text"), "view", lambda do: do.step_text_size(-1),
               keys=("Ctrl+-",), icon="zoom-out"),
    ActionSpec("normal", _("Actions", "&Normal text"), "view", lambda do: do.step_text_size(0),
               keys=("Ctrl+0",)),
    ActionSpec("keep_view", _("Actions", "&Save this search…"), "views", WindowActions.save_search,
               Need.WRITE, keys=("Ctrl+Shift+K",), icon="view"),
    ActionSpec("views", _("Actions", "&All saved searches…"), "views",
               WindowActions.show_saved_searches, Need.DESK),
    ActionSpec("back", _("Actions", "&Back"), "go", on_desk(DeskView.back), Need.BACK,
               keys=("Alt+Left",), icon="back"),
    ActionSpec("forward", _("Actions", "&Forward"), "go", on_desk(DeskView.forward), Need.FORWARD,
               keys=("Alt+Right",), icon="forward"),
    ActionSpec("search", _("Actions", "&Search"), "go", WindowActions.focus_search, Need.DESK,
               keys=("Ctrl+K", "/"), icon="search", starts_group=True),
    ActionSpec("exact", _("Actions", "E&xact spelling"), "go", WindowActions.switch_exact,
               Need.DESK, keys=("Ctrl+Shift+E",), icon="exact",
               short=_("Actions", "Exact spelling"), is_switch=True),
    ActionSpec("as_of", _("Actions", "As of a d&ate…"), "go", WindowActions.ask_day, Need.DESK,
               keys=("Ctrl+T",), icon="as-of"),
    ActionSpec("today", _("Actions", "Back to &today"), "go", on_desk(DeskView.back_to_today),
               Need.OTHER_DAY, keys=("Alt+Home",)),
    ActionSpec("duplicates", _("Actions", "&Duplicates…"), "tools", WindowActions.show_duplicates,
               Need.DESK, keys=("Ctrl+Shift+D",), icon="duplicates"),
    ActionSpec("keyboard", _("Actions", "&Keyboard shortcuts…"), "help",
               WindowActions.show_keyboard, keys=("F1",), icon="help"),
    ActionSpec("about", _("Actions", "&About Aide-Mémoire…"), "help", WindowActions.show_about,
               icon="info"),
)
# fmt: on
