"""The other names of a Popolo object, each once, with its language and what sort of name it is.

A list of names in forty languages repeats the same spelling forty times; it becomes one name, or
none where it is the main one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from db.exchange.popolo.popolo_values import Thing
from db.names import language_guess, native_language, script_of
from db.record_types import Name, Note

# kind of name → words of a name's note, beginnings of words, that tell it
KINDS = {
    "former": (
        "former", "previous", "maiden", "birth", "née", "nee", "old name", "historic", "ex-",
        "geborene",
    ),
    "acronym": ("acronym", "abbrev", "initial", "short code"),
    "romanised": ("romani", "translit", "latinis", "latiniz", "pinyin"),
    "native": ("native", "original script", "endonym", "autonym"),
}  # fmt: skip
IDLE_NOTES = frozenset((
    "", "multilingual", "alternate", "alternative", "alias", "aka", "also known as", "other",
    "label", "main", "wikidata", "wikipedia",
))  # fmt: skip
OUR_ALIAS = "alias"  # as an export of ours says it, also of what ended or is in other letters
HOME_SHARE = 2  # of so many objects one has a name in the language at home


def other_names(
    thing: Thing, title: str, home: frozenset[str], country: str = ""
) -> tuple[list[Name], list[Note]]:
    """Return the names beside the main one, and notes for what theirs say beyond a kind."""
    found: dict[str, list[Name]] = {}
    languages: dict[str, list[str]] = {}
    notes = []
    for each in thing.things("other_names"):
        text = whole_name(each)
        if not text:
            each.miss("name")
            thing.remarks |= each.remarks
            continue
        says = each.text("note")
        kind = _kind(each, text, title, home)
        if says.casefold() not in IDLE_NOTES and kind == "alias":
            notes.append(Note(text=f"“{text}”: {says}"))
        languages.setdefault(text, []).append(each.text("lang", "language"))
        if text.casefold() != title.casefold():
            since, until = each.span("start_date", "end_date")
            _add(found.setdefault(text, []), Name(text=text, kind=kind, since=since, until=until))
        thing.remarks |= each.remarks
    names = [name for alike in found.values() for name in alike]
    for name in names:
        name.script = script_of(name.text)
        of = country if name.kind == "native" else ""
        name.language = _language(name.text, languages[name.text], home, of)
    return names, notes


def _add(alike: list[Name], name: Name) -> None:
    """Take each spelling once, unless it was borne at several times."""
    for there in alike:
        if (there.since, there.until) == (None, None) or (name.since, name.until) == (None, None):
            there.since, there.until = there.since or name.since, there.until or name.until
            return
        if (there.since, there.until) == (name.since, name.until):
            return
    alike.append(name)


def whole_name(each: Thing) -> str:
    """Return the name that an object gives, whole or in its parts."""
    whole = each.name("name", "", "value")
    if whole:
        return whole
    parts = ("given_name", "additional_name", "patronymic_name", "family_name")
    return " ".join(filter(None, map(each.text, parts)))


def _kind(each: Thing, text: str, title: str, home: frozenset[str]) -> str:
    says = each.text("note").casefold()
    for kind, words in KINDS.items():
        if any(says.startswith(word) or f" {word}" in says for word in words):
            return kind
    if says == OUR_ALIAS:
        return says
    if each.text("end_date"):
        return "former"
    script, main = script_of(text), script_of(title)
    if script == main or not title:
        return "alias"
    if script == "Latn":
        return "romanised"
    language = each.text("lang", "language") or language_guess(text)
    return "native" if _plain(language) in home else "alias"


def _language(text: str, languages: list[str], home: frozenset[str], country: str) -> str:
    """Return one language of a spelling: the one at home, or that its letters betray."""
    distinct = list(dict.fromkeys(filter(None, languages)))
    if len(distinct) <= 1:
        return distinct[0] if distinct else native_language(text, country)
    for language in distinct:
        if _plain(language) in home:
            return language
    guess = language_guess(text)
    if guess:
        return next((each for each in distinct if _plain(each) == guess), distinct[0])
    return ""  # the same letters in many languages are of none of them


def _plain(language: str) -> str:
    """Return a language without its region or script.

    >>> _plain("zh-Hant"), _plain("ur")
    ('zh', 'ur')
    """
    return language.partition("-")[0].casefold()


def home_languages(things: Iterable[Thing]) -> frozenset[str]:
    """Return the language in another script that at least half of the objects of a file have a name
    in.

    A file of Pakistanis has most names in Urdu as well: those are native. A file of Estonians has
    a few in Chinese and Arabic: those are what others call them.

    >>> home_languages([Thing("", {"name": "Dar", "other_names": [{"name": "ڈار", "lang": "ur"}]})])
    frozenset({'ur'})
    """
    count: Counter[str] = Counter()
    scripts: dict[str, str] = {}
    size = 0
    for thing in things:
        size += 1
        main = script_of(_main(thing))
        seen = set()
        names = thing.fields.get("other_names")
        for each in names if isinstance(names, list) else ():
            if not isinstance(each, dict) or not isinstance(each.get("name"), str):
                continue
            script = script_of(each["name"])
            if script in (main, "Latn", "Zyyy"):
                continue
            code = each.get("lang")
            language = _plain(code if isinstance(code, str) else language_guess(each["name"]))
            scripts.setdefault(language, script)
            seen.add(language)
        count.update(sorted(seen))
    likely = [pair for pair in count.most_common() if pair[0] and pair[1] * HOME_SHARE >= size]
    if not likely:
        return frozenset()
    (first, most), *others = likely
    if any(number == most and scripts[name] != scripts[first] for name, number in others):
        return frozenset()
    return frozenset((first,))


def _main(thing: Thing) -> str:
    name = thing.fields.get("name")
    return name if isinstance(name, str) else ""
