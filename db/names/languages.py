"""What language a name in its own script is in, by the country it is of, and languages as words.

Forms and imports ask it for native names, paper and page for the word and the type of a language.
"""

from __future__ import annotations

from functools import cache

from db.names.folding import fold
from db.names.name_lists import word_list
from db.names.scripts import language_guess, script_of

NO_COUNTRY = "no country"  # as the lists write it


def native_language(text: str, country: str | None = None) -> str:
    """Return the BCP 47 tag of a name's language: the country's, unless letters tell another; '' if
    none.

    >>> native_language("علی", "pk"), native_language("علی", "ir"), native_language("علی", "af")
    ('ur', 'fa', 'prs')
    >>> native_language("岸田文雄", "jp"), native_language("蔡英文", "tw")
    ('ja', 'zh-Hant')
    >>> native_language("Қасым", "kz"), native_language("Dar", "pk"), native_language("محمد")
    ('kk', '', 'ar')
    """
    script, code = script_of(text), (country or "").casefold()
    lists = word_list("languages")
    home = lists["by_country"].get(script, {}).get(code, "")
    for of_script, countries, language, letters in lists["telling"]:
        is_of = of_script == script and (code or NO_COUNTRY) in countries
        if is_of and any(letter in text for letter in letters):
            return str(language)
    if home:
        return str(home)
    if code and script == "Arab":
        return _arabic(text)
    return language_guess(text) or str(lists["by_script"].get(script, ""))


def _arabic(text: str) -> str:
    """Return Urdu or Pashto by letters that only they have; else Arab countries' Arabic."""
    guess = language_guess(text)
    return guess if guess in ("ur", "ps") else "ar"


def language_name(code: str) -> str:
    """Return the English name of a language by its BCP 47 tag; another text stands as it is.

    >>> language_name("ur"), language_name("zh-Hant"), language_name("Latin")
    ('Urdu', 'Chinese, traditional', 'Latin')
    """
    plain, _, rest = code.partition("-")
    lists = word_list("languages")
    name = lists["names"].get(plain.casefold())
    if name is None:
        return code
    return f"{name}, {lists['scripts'].get(rest, rest)}" if rest else str(name)


def language_code(text: str) -> str:
    """Return the tag of a language that is named or given as a tag; another text stands as it is.

    >>> language_code("Urdu"), language_code("ur"), language_code("Chinese, traditional")
    ('ur', 'ur', 'zh-Hant')
    """
    bare = text.strip()
    return _codes().get(fold(bare), bare)


@cache
def _codes() -> dict[str, str]:
    lists = word_list("languages")
    codes = {fold(name): code for code, name in lists["names"].items()}
    for tag in ("zh-Hant", "zh-Hans", "sr-Latn", "sr-Cyrl", "uz-Cyrl", "uz-Latn"):
        codes[fold(language_name(tag))] = tag
    return codes
