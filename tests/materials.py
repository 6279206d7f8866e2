"""What the program is made of: its packages, their licences, and the software bill of materials.

`python -m tests.materials` lists the packages that come with it and fails where a licence does not
fit; with a file name it writes the bill there, by CycloneDX, without what only builds and tests.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

OURS: Final = "aide-memoire"
#: Licences under which a package may come with ours (MIT): by words of its own statement.
FITTING: Final = re.compile(
    r"\b(?:MIT|BSD|Apache|ISC|zlib|Zlib|PSF|Python Software Foundation|LGPL|MPL|Mozilla|Unlicense|"
    r"Public Domain|CC0|0BSD|HPND|Lesser General Public)\b"
)
#: Packages that say nothing their metadata could be read by, with what their files say.
SAID_ELSEWHERE: Final[dict[str, str]] = {"sqlcipher3": "Zlib (its LICENSE); SQLCipher: BSD"}
_REQUIREMENT: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")


def plain(name: str) -> str:
    """A package's name as an index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def packages(of: str = OURS) -> dict[str, Distribution]:
    """The packages that come with ours, step by step, as they are installed here."""
    found: dict[str, Distribution] = {}
    waiting = [of]
    while waiting:
        name = plain(waiting.pop())
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # of another system
        for line in found[name].requires or ():
            named = _REQUIREMENT.match(line)
            if named and "extra ==" not in line:
                waiting.append(named[1])
    found.pop(of, None)
    return dict(sorted(found.items()))


def licence_of(package: Distribution) -> str:
    """What a package says of its licence: an expression, a class of the index, or a first line."""
    name = plain(package.metadata["Name"])
    if said := SAID_ELSEWHERE.get(name) or package.metadata.get("License-Expression"):
        return str(said)
    classes = [
        line.rpartition(" :: ")[2]
        for line in package.metadata.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    stated = (package.metadata.get("License") or "").strip().partition("\n")[0][:60]
    return "; ".join(dict.fromkeys(filter(None, (*classes, stated))))


def bill() -> dict[str, Any]:
    """The bill of materials of what comes with the program."""
    asked = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible",
             "--pyproject", "pyproject.toml", sys.executable]  # fmt: skip
    made = subprocess.run(asked, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(made.stdout)
    inside = packages().keys()
    found["components"] = [c for c in found["components"] if plain(c["name"]) in inside]
    refs = {c["bom-ref"] for c in found["components"]}
    refs.add(found["metadata"]["component"]["bom-ref"])
    found["dependencies"] = [
        {**each, "dependsOn": [ref for ref in each.get("dependsOn", ()) if ref in refs]}
        for each in found["dependencies"]
        if each["ref"] in refs
    ]
    return found


def main(arguments: list[str]) -> int:
    """List the licences, or write the bill into the file named."""
    if arguments:
        text = json.dumps(bill(), ensure_ascii=False, indent=1, sort_keys=True)
        Path(arguments[0]).write_text(text + "\n", encoding="utf-8")
        return 0
    strange = []
    for name, package in packages().items():
        licence = licence_of(package)
        print(f"{name:24} {package.version:14} {licence}")
        if not FITTING.search(licence):
            strange.append(name)
    if strange:
        print(f"Whether these licences fit must be looked at: {', '.join(strange)}")
    return int(bool(strange))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
