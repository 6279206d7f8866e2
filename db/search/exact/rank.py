"""How well names fit what was asked, and who matters now: the order of hits that stand alike."""

from __future__ import annotations

from collections.abc import Sequence

from db.lens import Lens, shows, today
from db.search.exact.hits import NAMED
from db.search.exact.spelling_twins import plain_spelling, twin_of
from db.storage.engine import Sql
from db.storage.id_lists import FIRST_LISTED, LISTED, listed

TITLED = (
    "SELECT record_id, folded FROM name WHERE record_id IN ({ids})"
    " UNION ALL SELECT id, sort_title FROM record WHERE id IN ({ids})"
)
# What else a record is called, by kind; the titles of people and bodies are among their names.
CALLED = {
    "person": "SELECT record_id, folded FROM name WHERE record_id IN ({ids})",
    "organization": "SELECT record_id, folded FROM name WHERE record_id IN ({ids})"
    " UNION ALL SELECT id, fold(acronym) FROM organization WHERE acronym <> '' AND id IN ({ids})",
    "agreement": TITLED,
    "event": TITLED,
}


def read_folded_names(sql: Sql, kind: str, ids: Sequence[int]) -> dict[int, list[str]]:
    """Return everything that records of one kind are called, folded."""
    found: dict[int, list[str]] = {key: [] for key in ids}
    if not ids:
        return found
    for key, text in sql.rows(CALLED[kind].format(ids=FIRST_LISTED), (listed(ids),)):
        found[key].append(text)
    return found


def fits_of(sql: Sql, kind: str, ids: Sequence[int], text: str) -> dict[int, int]:
    """Say how well the best-fitting name of each record fits a folded text."""
    plain = plain_spelling(text)
    has_twins = plain != text or any(twin_of(word) for word in text.split())
    wanted = plain.split()
    names = read_folded_names(sql, kind, ids)
    fit_by_title: dict[str, int] = {}  # namesakes are many where it takes long
    found = {}
    for key, called_so in names.items():
        best = NAMED - 1
        for name in called_so:
            grade = fit_by_title.get(name)
            if grade is None:
                so = plain_spelling(name) if has_twins else name
                grade = fit_by_title[name] = fit(so, plain, wanted)
            best = min(best, grade)
        found[key] = best
    return found


def fit(name: str, text: str, wanted: Sequence[str]) -> int:
    """Say how well a folded name fits what was asked.

    0 the same words, 1 it begins or ends with them (a family name does), 2 all are whole words of
    it, 3 it begins so and goes on, 4 all begin words of it, 5 it is named so otherwise.

    >>> names = ("dar", "ishaq dar", "ishaq dar khan", "darius", "al darwish")
    >>> [fit(name, "dar", ["dar"]) for name in names]
    [0, 1, 2, 3, 4]
    >>> fit("ishaq dar", "dar ishaq", ["dar", "ishaq"])
    0
    """
    if name == text:
        return 0
    padded = f" {name} "
    if all(f" {word} " in padded for word in wanted):
        if padded.count(" ") == len(wanted) + 1:
            return 0
        return 1 if padded.startswith(f" {text} ") or padded.endswith(f" {text} ") else 2
    if name.startswith(text):
        return 3
    return 4 if all(f" {word}" in padded for word in wanted) else 5


def in_office(sql: Sql, kind: str, ids: Sequence[int], lens: Lens) -> set[int]:
    """Say which of these people hold an office for certain on the lens's day.

    For today nobody is told: the index keeps those who serve now before the others.
    """
    if kind != "person" or lens.as_of == today() or not ids:
        return set()
    rows = sql.rows(
        "SELECT t.record_id FROM tenure t JOIN office o ON o.id = t.office_id"
        " JOIN record b ON b.id = o.record_id"
        f" WHERE t.record_id IN ({LISTED}) AND {shows('b.marking')}"
        " AND coalesce(t.since_last, '') <= ?"
        " AND (t.until_first >= ? OR (t.until_edtf IS NULL AND t.end_state = 'ongoing'))",
        (listed(ids), lens.ceiling, lens.as_of, lens.as_of),
    )
    return {row[0] for row in rows}
