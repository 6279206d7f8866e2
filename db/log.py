"""The program's loggers by category; where nobody has opened a log they are silent.

`db` and `desktop` ask for one at load. A message is a constant of ours, and its arguments are
counts, durations, types and errors: `desktop/log_file.py` writes nothing else of them.
"""

from __future__ import annotations

import logging
from typing import Final, Literal

LOG_ROOT: Final = "aide_memoire"

Category = Literal[
    "storage", "search", "background", "window", "import", "export", "merge", "print", "command"
]  # fmt: skip


def logger_for(category: Category) -> logging.Logger:
    """Return the logger of a category.

    >>> logger_for("storage").name
    'aide_memoire.storage'
    """
    root = logging.getLogger(LOG_ROOT)
    if not root.handlers:
        # Else Python would print warnings on the terminal, arguments and all.
        root.addHandler(logging.NullHandler())
        root.setLevel(logging.WARNING)
        root.propagate = False
    return root.getChild(category)
