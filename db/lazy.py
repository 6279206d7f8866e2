"""Modules and names of the desk that are loaded when something of them is first asked for.

A module names them once, under `if TYPE_CHECKING:`, where the checker of types reads them as well.
A window that opens reads its first list and waits for no more: 0.3 s of loading instead of 1.0 s.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

_BLOCK = re.compile(r"^if TYPE_CHECKING:\n((?:    .*\n|\n)+)", re.M)
_IMPORT = re.compile(r"^    from (\S+) import (?:\(([^)]*)\)|(.*))$", re.M)
_NAME = re.compile(r"\w+")


def checked_imports(module: str) -> dict[str, str]:
    """Return every name that a module imports for the checker of types alone, with where it is
    from.

    >>> checked_imports("db.names")["fold"]
    'db.names.folding'
    """
    text = Path(sys.modules[module].__file__ or "").read_text(encoding="utf-8")
    return {
        name: found[1]
        for block in _BLOCK.finditer(text)
        for found in _IMPORT.finditer(block[1])
        for name in _NAME.findall(found[2] or found[3])
    }


class LazyModule:
    """Stands for a module; asking for a name of it loads it, from any thread once.

    >>> LazyModule("db.vocabulary.choices").MARKINGS[0]
    'open'
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._module: ModuleType | None = None  # once it is loaded whole

    def __getattr__(self, name: str) -> Any:
        if self._module is None:
            self._module = import_module(self._name)
        return getattr(self._module, name)


def lazy_modules(module: str) -> None:
    """Give a module stand-ins for the modules that it imports for the checker of types alone.

    Their names are small; a class is written large and stands only in annotations.
    """
    for name, package in checked_imports(module).items():
        if name.islower():
            setattr(sys.modules[module], name, LazyModule(f"{package}.{name}"))


def lazy_exports(package: str) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package (PEP 562) that offers what it imports for the checker
    alone.

    >>> lazy_exports("db")("MARKINGS")[0]
    'open'
    """
    places: dict[str, str] = {}

    def load(name: str) -> Any:
        if not places:
            places.update(checked_imports(package))
        if name not in places:
            raise AttributeError(f"{package} offers no {name}")
        found = getattr(import_module(places[name]), name)
        setattr(sys.modules[package], name, found)  # asked for once, and a plain name from then on
        return found

    return load
