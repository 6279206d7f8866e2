"""Modules and names of the desk that are loaded when something of them is first asked for.

`store` and `reader` name them so: a window that opens reads its first list and waits for no more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any


class LazyModule:
    """Stands for a module of `db`; asking for a name of it loads it, from any thread once.

    >>> LazyModule("storage.uid").__name__
    'db.storage.uid'
    """

    def __init__(self, name: str) -> None:
        self._name = f"db.{name}"
        self._module: ModuleType | None = None  # once it is loaded whole

    def __getattr__(self, name: str) -> Any:
        if self._module is None:
            self._module = import_module(self._name)
        return getattr(self._module, name)


def lazy_exports(package: str, places: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package (PEP 562) that offers names of its modules.

    `places` gives the names of each module, with spaces in between.

    >>> lazy_exports("db", {"words": "MARKINGS choices"})("MARKINGS")[0]
    'open'
    """
    modules = {name: module for module, names in places.items() for name in names.split()}

    def load(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"{package} offers no {name}")
        found = getattr(import_module(f"{package}.{modules[name]}"), name)
        setattr(sys.modules[package], name, found)  # asked for once, and a plain name from then on
        return found

    return load
