"""What the text in one cell says: not known, an open end, yes or no, several values.

`row_values` asks for every row that is imported and `shapes` for the rows it looks at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from db.vocabulary.countries import country_code


def _terms(text: str) -> frozenset[str]:
    """Return the terms of a list that bars part and lines break."""
    return frozenset(text.replace("\n    ", "").split("|"))


# What stands for "not known" in registers of several countries, case-folded.
PLACEHOLDERS = _terms(
    """|na|n/a|n.a.|n.a|n. a.|#n/a|#n/v|nan|null|none|nil|<na>|\\n|..|...|…|-|--|---|-0-|–|—|_|?|??
    |unknown|not known|not available|not applicable|not yet assigned|not assigned|no data|tbd|tbc
    |k.a.|k. a.|keine angabe|keine angaben|unbekannt|inconnu|inconnue|s/d|s.d.|s. d.|sin datos
    |desconocido|desconocida|sconosciuto|sconosciuta|desconhecido|desconhecida|неизвестно
    |нет данных|н/д|غير معروف|نامعلوم|未知|不明"""
)
# Characters of a cell that may be a placeholder, blanks around it included.
_MAX_PLACEHOLDER_LETTERS = 40
NUMERIC_PLACEHOLDERS = _terms("-1|-9|-99|-999|-9999|0|00|000|0000|99999|-1.0|0.0")
OPEN_ENDS = _terms(
    """present|today|now|current|currently|ongoing|incumbent|to date|till date|to present|open
    |in office|heute|bis heute|derzeit|à ce jour|en cours|aujourd'hui|actualidad|actual|presente
    |attuale|in carica|настоящее время|по настоящее время|н. в.|حتى الآن|至今
    |still in office|still serving|serving|in post|indefinite|indefinitely|unlimited|perpetual
    |no expiry|im amt|amtierend|laufend|bis jetzt|unbefristet|actuellement|en fonction|en exercice
    |en poste|à présent|illimité|illimitée|indéterminée|durée indéterminée|a la fecha
    |hasta la fecha|hasta hoy|en el cargo|en funciones|indefinido|indefinida|ilimitado|indeterminado
    |em exercício|atualmente|até hoje|até o presente|prazo indeterminado|in corso|oggi|tuttora
    |illimitata|a tempo indeterminato|heden|tot heden|onbepaalde tijd|obecnie|nadal|do dziś
    |do dzisiaj|do chwili obecnej|bezterminowo|dosud|úřadující|doposud|na dobu neurčitou|halen
    |görevde|devam ediyor|günümüz|süresiz|по н.в.|по н. в.|н.в.|н/в|до сих пор|по сей день|бессрочно
    |бессрочное|дотепер|донині|по теперішній час|безстроково|σήμερα|έως σήμερα|εν ενεργεία|الآن
    |حتى اليوم|تاکنون|اکنون|تا کنون|موجودہ|تاحال|现在|現在|现任|在任|現職|在職中|현재|재임 중|현직
    |nu|pågående|fortfarande|nuværende|nåværende|nykyinen|toistaiseksi|jelenleg|hivatalban|prezent
    |în prezent|danas|trenutno|данас|у току|súčasnosť|doteraz|сега|до момента|actualitat|היום
    |sekarang|saat ini|hiện nay|nay"""
)
_YES = _terms("true|yes|y|1|x|ja|oui|si|sí|sì|sim|да|نعم|✓|wahr|vrai|verdadero|vero")
_NO = _terms("false|no|n|0|nein|non|não|нет|لا|falsch|faux|falso")
_FOREVER = re.compile(r"9999(?:\D.*)?|.*\D9999")
_YEAR_FIRST = re.compile(r"(\d{4})(?!\d)")
_YEAR_LAST = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](\d{4})(?!\d)")
_NUMERIC = re.compile(r"\s*(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)")
# Footnotes behind a country: “China 4,5”, “Peru¹”.
_MARKS = re.compile(r"(?:\s*[*†‡§¹²³⁰⁴-⁹]+|\s+\d{1,2}(?:\s?,\s?\d{1,2})*)+$")
_NOTE_MARKS = re.compile(r"(?:\s*(?:[*†‡§¹²³⁰⁴-⁹]+|\[\d{1,2}\]))+$")
_LIST_MARK = re.compile("[,;،、]")
_AND_WORDS = "and|&|und|et|y|e|и|та|і|και|و|ve|en|och|og|ja|és|și|oraz"
_AND = re.compile(rf"\s(?:{_AND_WORDS})\s")
_LEADING_AND = re.compile(rf"\A(?:{_AND_WORDS})\s")
SENTENCE_MARK = ", &"  # names parted as in a sentence, by commas and a word for “and”
_LAST_YEAR = 2400  # no act of state is dated later: 2599, 2899 and 2999 mean "not yet"


def is_placeholder(text: str) -> bool:
    """Say whether a cell says that its value is not known.

    >>> [is_placeholder(text) for text in ("NA", " n.a. ", "..", "", "Nauru", "-1")]
    [True, True, True, True, False, False]
    """
    return len(text) < _MAX_PLACEHOLDER_LETTERS and text.strip().casefold() in PLACEHOLDERS


def is_numeric_placeholder(text: str) -> bool:
    """Say whether a number stands for "not known" where a date, a country or an amount is expected.

    >>> is_numeric_placeholder("-1"), is_numeric_placeholder("12")
    (True, False)
    """
    return text.strip() in NUMERIC_PLACEHOLDERS


def is_open_end(text: str) -> bool:
    """Say whether the text given for an end says that there is none yet.

    >>> [is_open_end(text) for text in ("31.12.9999", "9999-12-31", "present", "obecnie", "2020")]
    [True, True, True, True, False]
    """
    text = text.strip().casefold()
    return bool(_FOREVER.fullmatch(text)) or text in OPEN_ENDS


def is_no_date(text: str) -> bool:
    """Say whether a date only fills its field: year 0 or 1, or centuries ahead.

    >>> [is_no_date(text) for text in ("0000-00-00", "2899-01-01", "-1", "01.01.0001", "1899")]
    [True, True, True, True, False]
    """
    text = text.strip()
    if not text[:1].isdigit():
        return is_numeric_placeholder(text) or text.startswith("-001")
    found = _YEAR_FIRST.match(text) or _YEAR_LAST.match(text)
    if found:
        return not 1 < int(found[1]) < _LAST_YEAR
    return is_numeric_placeholder(text)


def without_marks(text: str) -> str:
    """Return a country without the numbers and signs of footnotes that lists put behind it.

    >>> [without_marks(text) for text in ("China 4,5", "Peru¹", "Group 77", "Peru")]
    ['China', 'Peru', 'Group 77', 'Peru']
    """
    if text[-1:].isalpha() or country_code(text):
        return text
    bare = _MARKS.sub("", text)
    return bare if bare and country_code(bare) else text


def without_note_marks(name: str) -> str:
    """Return a name without the signs of footnotes behind it.

    >>> without_note_marks("Carlos Ruiz *"), without_note_marks("Ana Paz¹"), without_note_marks("*")
    ('Carlos Ruiz', 'Ana Paz', '*')
    """
    if name[-1:].isalpha():
        return name
    return _NOTE_MARKS.sub("", name) or name


def read_boolean(text: str) -> bool | None:
    """Read yes or no in several languages, None for anything else.

    >>> read_boolean("TRUE"), read_boolean("nein"), read_boolean("perhaps")
    (True, False, None)
    """
    word = text.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def split_cell(text: str, mark: str | None) -> list[str]:
    """Return the values in a cell, in order and without blanks.

    >>> split_cell("English | French |", "|"), split_cell("Rome, Italy", None)
    (['English', 'French'], ['Rome, Italy'])
    >>> split_cell("Ana Ruiz, Luis Paz and Eva Kurz", SENTENCE_MARK)
    ['Ana Ruiz', 'Luis Paz', 'Eva Kurz']
    """
    if mark == SENTENCE_MARK:
        return split_sentence(text)
    if not mark or mark not in text:
        text = text.strip()
        return [text] if text else []
    return [part for part in map(str.strip, text.split(mark)) if part]


def split_sentence(text: str) -> list[str]:
    """Return the names that a text lists as a sentence does, with commas and a word for “and”; two
    words of one name are not parted.

    >>> split_sentence("José Ortega y Gasset"), split_sentence("Peru and Chile")
    (['José Ortega y Gasset'], ['Peru', 'Chile'])
    >>> split_sentence("Bosnia and Herzegovina; Ana Ruiz y Luis Paz")
    ['Bosnia and Herzegovina', 'Ana Ruiz', 'Luis Paz']
    """
    found: list[str] = []
    for part in _LIST_MARK.split(text):
        found += _part_pair(_LEADING_AND.sub("", part.strip()))
    return [part for part in found if part]


def _part_pair(text: str) -> list[str]:
    match = None if country_code(text) else _AND.search(text)
    if match is None:
        return [text]
    sides = [text[: match.start()].strip(), text[match.end() :].strip()]
    if all(" " in side for side in sides) or all(map(country_code, sides)):
        return [sides[0], *_part_pair(sides[1])]
    return [text]


def day_votes(samples: Iterable[str]) -> tuple[int, int, int]:
    """Count the numeric dates: those with the day first, with the month first, and all."""
    day = month = dates = 0
    for text in samples:
        found = _NUMERIC.match(text)
        if found:
            dates += 1
            day += int(found[1]) > 12
            month += int(found[3]) > 12
    return day, month, dates


def decide(day: int, month: int) -> bool | None:
    """Return the order that a column's votes give: nineteen in twenty must agree.

    >>> decide(40, 1), decide(0, 3), decide(2, 2)
    (True, False, None)
    """
    if day and month * 20 <= day:
        return True
    return False if month and day * 20 <= month else None
