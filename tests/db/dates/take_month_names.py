"""Write the names of months and weekdays in many languages anew, from the CLDR.

python -m tests.db.dates.take_month_names, with `babel` installed for the purpose;
resources/dates/README.md says which version the list is of. A name is kept as
`db.dates.foreign_words` looks it up: each word folded, one blank between two.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from db.dates.foreign_words import fold_phrase

DATES = Path(__file__).resolve().parents[3] / "resources" / "dates"

#: A language and the locales whose names are its: countries and scripts differ.
LOCALES = {
    "af": "af", "am": "am", "ar": "ar ar_SY ar_MA ar_DZ ar_TN ar_IQ ar_EG", "az": "az az_Cyrl",
    "be": "be", "bg": "bg", "bn": "bn", "bs": "bs bs_Cyrl", "ca": "ca", "cs": "cs", "da": "da",
    "de": "de de_AT", "el": "el", "es": "es es_MX es_PE es_UY", "et": "et", "eu": "eu",
    "fa": "fa fa_AF",
    "fi": "fi", "fr": "fr fr_CA", "ga": "ga", "gl": "gl", "he": "he", "hi": "hi", "hr": "hr",
    "hu": "hu", "hy": "hy", "id": "id", "is": "is", "it": "it it_CH", "ka": "ka", "kk": "kk",
    "km": "km", "ky": "ky", "lo": "lo", "lt": "lt", "lv": "lv", "mk": "mk", "mn": "mn", "ms": "ms",
    "mt": "mt", "my": "my", "nb": "nb nn", "ne": "ne", "nl": "nl", "pl": "pl", "ps": "ps",
    "pt": "pt pt_PT", "ro": "ro", "ru": "ru", "si": "si", "sk": "sk", "sl": "sl", "so": "so",
    "sq": "sq", "sr": "sr sr_Latn", "sv": "sv", "sw": "sw", "ta": "ta", "tg": "tg", "th": "th",
    "tk": "tk", "tr": "tr", "uk": "uk", "ur": "ur", "uz": "uz uz_Cyrl",
}  # fmt: skip
#: Letters that a language writes before a name: "3 במאי 2010".
PREFIXES = {"he": "ב"}
_LETTERS = re.compile(r"[^\W\d_]")


def names_of(locale: str, table: str) -> Iterator[tuple[int, str]]:
    """Each name of a table of the CLDR with its number, without those that are numbers."""
    from babel import Locale

    formats = getattr(Locale.parse(locale), table)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in formats[context][width].items():
                folded = fold_phrase(name)
                if _LETTERS.search(folded) and len(folded) > 1:
                    yield number, folded


def names(language: str, table: str) -> list[str]:
    """The names of each number, with a bar between two."""
    found: dict[int, dict[str, None]] = {}
    for locale in LOCALES[language].split():
        for number, name in names_of(locale, table):
            for prefix in ("", *PREFIXES.get(language, "")):
                found.setdefault(number, {})[prefix + name] = None
    taken = {name: len([n for n in found if name in found[n]]) for n in found for name in found[n]}
    return [
        "|".join(name for name in found[number] if taken[name] == 1) for number in sorted(found)
    ]


def main() -> None:
    """Write the list, a line a language."""
    lines = []
    for language in LOCALES:
        entry = {table: names(language, table) for table in ("months", "days")}
        lines.append(f"{json.dumps(language)}: {json.dumps(entry, ensure_ascii=False)}")
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (DATES / "months.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
