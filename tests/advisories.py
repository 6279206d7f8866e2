"""Known weaknesses of the pinned packages, where advisories can be had; `make check` asks.

`python -m tests.advisories` asks the index by `pip-audit`. Without a network it says so and does
not fail; what it finds fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
HASHES: Final = ROOT / ".ci" / "hashes.txt"
MOST_SECONDS: Final = 60


def ask() -> str:
    """What `pip-audit` answers, as JSON; nothing where it has no answer in time."""
    asked = [sys.executable, "-m", "pip_audit", "--progress-spinner=off", "--format=json",
             "--disable-pip", "--require-hashes", "--timeout=5",
             f"--requirement={HASHES}"]  # fmt: skip
    try:
        made = subprocess.run(
            asked, capture_output=True, text=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    return made.stdout


def weaknesses(answer: str) -> list[str] | None:
    """The advisories of an answer, each in a line; None where it is none."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    return [
        f"{each['name']} {each['version']}: {found['id']},"
        f" mended in {', '.join(found['fix_versions']) or 'no version yet'}"
        for each in packages
        for found in each.get("vulns", ())
    ]


def main() -> int:
    """Tell what is known against the pinned packages."""
    found = weaknesses(ask())
    if found is None:
        print("Advisories cannot be had here; nothing is known against the packages, or for them.")
        return 0
    print("\n".join(found) or "No advisory speaks against a pinned package.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
