"""Rows of a table that are no data: sums, notes below the table, headings of groups of rows.

`table_file` asks for every row; each that is left out is told with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Row = tuple[int, tuple[str, ...]]
Flags = list[tuple[int, str]]

_MIN_COLUMNS = 3  # of a table in which a row with one cell may be a heading or a note
_MAX_SHOWN_LETTERS = 60
_SUMS = frozenset(
    form
    for word in (
        "total", "totals", "grand total", "sub total", "subtotal", "sum", "summe", "gesamt",
        "insgesamt", "gesamtsumme", "total général", "ensemble", "total general", "suma", "totale",
        "totaal", "razem", "ogółem", "celkem", "toplam", "genel toplam", "итого", "всего", "разом",
        "усього", "σύνολο", "المجموع", "الإجمالي", "جمع کل", "مجموع", "合计", "总计", "合計",
        "総計", "합계", "총계", "totalt", "summa", "yhteensä", "összesen", "ukupno", "укупно",
        "общо",
    )
    for case in (word, word.capitalize(), word.title(), word.upper())
    for form in (case, f"{case}:")
)  # fmt: skip
_SUM_OF = re.compile(
    r"(?:(?:grand )?total (?:number|of|for|no\.?|parties|signatories)|number of"
    r"|nombre (?:total )?de|número (?:total )?de|numero (?:totale )?di|anzahl der"
    r"|gesamtzahl der|aantal|liczba|počet|количество|число|кількість)\b",
    re.IGNORECASE,
)
_PREFIX_LETTERS = 6
_SUM_PREFIXES = frozenset(
    form
    for word in ("total ", "grand ", "number", "nombre", "número", "numero", "anzahl", "gesamtzahl",
                 "aantal", "liczba", "počet ", "количество", "число ", "кількість")
    for form in (word[:6], word.capitalize()[:6], word.upper()[:6])
)  # fmt: skip
_FIGURE = re.compile(r"[-+±~]?[\d\s.,'’]*\d[\d\s.,'’]*%?")
_MARKED = re.compile(r"[*†‡§¹²³⁴⁵※]|\(\*+\)|\[\d{1,2}\] |\(\d{1,2}\) |\d{1,2}[/)] ")
_NOTE = re.compile(
    r"(?:sources?|notes?|nb|n\.b\.|footnotes?|legend|key|last updated?|updated|as of|prepared by"
    r"|generated|quellen?|anmerkung(?:en)?|hinweis|stand|remarques?|légende|mise à jour|fuentes?"
    r"|notas?|observaciones|fontes?|leyenda|legenda|fonti|źródło|uwagi?|pozn(?:ámka)?|zdroj|kaynak"
    r"|not|источники?|примечани[ея]|по состоянию|джерел[оа]|примітк[аи]|πηγή|σημείωση|المصدر|ملاحظ"
    r"|منبع|来源|资料来源|注|出典|備考|자료|출처|비고|källa|kilde|lähde|forrás|sursa|izvor)"
    r"(?: ?[:：]| \w+ ?[:：]|：|(?<=as of) | \d)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:chapter|part|section|title|annex|group|region|kapitel|teil|abschnitt|chapitre|partie"
    r"|titre|groupe|région|capítulo|parte|sección|título|grupo|capitolo|sezione|dział|rozdział"
    r"|część|kapitola|část|bölüm|глава|раздел|часть|розділ|частина|κεφάλαιο|الفصل|الباب|فصل|第)\b.*"
    r"|(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})[.)] .*|.*[:：]",
    re.IGNORECASE,
)


def leave_out_asides(rows: Iterator[Row], width: int, flags: Flags) -> Iterator[Row]:
    """Yield the rows that are data; what is left out is added to `flags`.

    >>> table = [(2, ("Ana", "Peru", "1")), (3, ("Total", "", "1")), (5, ("* As told", "", ""))]
    >>> flags = []
    >>> [number for number, _ in leave_out_asides(iter(table), 3, flags)]
    [2]
    >>> flags[0]
    (3, 'The row “Total” holds sums and no record; it was left out.')
    """
    if width < 2:
        yield from rows
        return
    waiting: list[Row] = []
    last, before, is_apart = 0, "", False
    for row in rows:
        number, cells = row
        if not last and _counts_columns(cells):
            _tell(flags, number, cells, "numbers the columns")
            continue
        if not cells[1] and not cells[-1] and _is_alone(cells):
            is_apart = is_apart or bool(not waiting and last and number > last + 1)
            waiting.append(row)
        elif _is_sum(cells[0] or cells[1]) and _holds_sums(cells):
            _tell(flags, number, cells, "holds sums and no record")
        else:
            if waiting:
                yield from _between(waiting, before, width, flags)
                waiting = []
            is_apart = False
            before = cells[0]
            yield row
        last = number
    is_wide = width >= _MIN_COLUMNS
    is_note = is_apart and is_wide
    for number, cells in waiting:
        text = next(filter(str.strip, cells)).strip()
        is_note = is_note or bool(_NOTE.match(text) or (is_wide and _MARKED.match(text)))
        if is_note:  # and so are all below one
            _tell(flags, number, cells, "is a note below the table")
        else:
            yield number, cells


def _counts_columns(cells: tuple[str, ...]) -> bool:
    """Say whether a row has the numbers of the columns, as printed registers do: 1, 2, 3."""
    if len(cells) < _MIN_COLUMNS or cells[-1].strip("()") != str(len(cells)):
        return False
    return all(cell.strip("()") == str(at) for at, cell in enumerate(cells, 1))


def _is_sum(text: str) -> bool:
    """Say whether a row's first text is a word for a sum, or begins as “Total number of” does."""
    if text[:_PREFIX_LETTERS] not in _SUM_PREFIXES:
        return text in _SUMS
    return bool(_SUM_OF.match(text))


def _is_alone(cells: tuple[str, ...]) -> bool:
    return sum(not (not cell or cell.isspace()) for cell in cells) == 1


def _holds_sums(cells: tuple[str, ...]) -> bool:
    """Say whether beside the word for a sum there are figures alone."""
    rest = [cell.strip() for cell in cells if cell.strip()][1:]
    return all(_FIGURE.fullmatch(cell) for cell in rest)


def _between(waiting: list[Row], before: str, width: int, flags: Flags) -> Iterator[Row]:
    """Yield the rows of one cell that are no heading of the rows below."""
    for number, cells in waiting:
        if width >= _MIN_COLUMNS and cells[0] and _is_heading(cells[0].strip(), before):
            _tell(flags, number, cells, "is a heading of the rows below")
        else:
            yield number, cells


def _is_heading(text: str, before: str) -> bool:
    """Say whether a text that stands alone heads a group: it says so, or is in capitals where the
    names are not.
    """
    is_loud = text.isupper() and len(text) > 1 and not before.isupper()
    return is_loud or bool(_GROUP.fullmatch(text))


def _tell(flags: Flags, number: int, cells: tuple[str, ...], what: str) -> None:
    text = next(filter(str.strip, cells)).strip()
    start = text if len(text) <= _MAX_SHOWN_LETTERS else text[:_MAX_SHOWN_LETTERS] + "…"
    flags.append((number, f"The row “{start}” {what}; it was left out."))
