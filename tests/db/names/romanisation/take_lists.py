"""Write the lists of spellings anew from the packages that publish them.

python -m tests.db.names.romanisation.take_lists, with `cantonese-romanisation` and
`japanese-personal-name-dataset` installed for the purpose; resources/names/README.md says which
versions the lists are of. What search does not ask for is left out: other romanisations, readings
in kana, and how many bear a name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

NAMES = Path(__file__).resolve().parents[4] / "resources" / "names"


def cantonese() -> str:
    """Each character with its spellings, a line each."""
    text = files("cantoroman").joinpath("data/charToRoman.json").read_text("utf-8")
    lines = (
        f"{json.dumps(char, ensure_ascii=False)}:{json.dumps(' '.join(dict.fromkeys(spelt)))}"
        for char, spelt in sorted(json.loads(text).items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def japanese(*names: str) -> Iterator[str]:
    """The lines of some lists, each a reading in Latin letters and the ways to write it."""
    folder = files("japanese_personal_name_dataset").joinpath("dataset")
    for name in names:
        for line in folder.joinpath(f"{name}.csv").read_text("utf-8").splitlines():
            if name.startswith("last"):
                written, _, _, romaji = line.split(",")
                yield f"{romaji},{written}\n"
            else:
                _, romaji, *ways = line.split(",")
                yield f"{','.join([romaji, *ways])}\n"


def main() -> None:
    """Write the three lists."""
    given = "".join(japanese("first_name_man_org", "first_name_woman_org"))
    texts = {
        "cantonese.json": cantonese(),
        "japanese_families.csv": "".join(japanese("last_name_org")),
        "japanese_given.csv": given,
    }
    for name, text in texts.items():
        (NAMES / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
