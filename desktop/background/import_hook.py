"""Keep PySide from reading the source of every module that is imported; whoever opens a window or
makes pictures of one asks it first.

PySide's import hook looks through the text of each module for its own name, for the sake of
`from __feature__ import …`, which nothing here uses. Python keeps those texts for good
(docs/decisions/0203-sources-are-not-read.md).
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

HOOK: Final = "shibokensupport.feature"


def stop_reading_sources() -> None:
    """Leave the hook nothing to do after an import; where there is no such hook, do nothing."""
    import_module("PySide6.QtCore")  # brings the hook
    feature = sys.modules.get(HOOK)
    if feature is not None and hasattr(feature, "feature_imported"):
        vars(feature)["feature_imported"] = _pass_by


def _pass_by(_module: object) -> None:
    """Look at no module: one that PySide knows nothing of has none of its features."""
