"""What is gathered of a record's text for the index, as a table; `fulltext` asks it.

A text of a record's own is gathered when its declaration says `searched`; the statements here are
those that name more than one table, or lines of a record.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.lens import marking_sql
from db.storage.unpacking import MAX_TITLE_LETTERS
from db.tables.fields import Stored
from db.tables.rows import KIND_DECLARATIONS, own_fields
from db.vocabulary.kinds import KINDS

# label (None where the row gives it), is a name, kinds, statement over `{ids}`
IndexSource = tuple[str | None, bool, frozenset[str], str]

# No title is longer; one of a damaged desk would be folded for minutes.
_TITLE = f"substr({{}}, 1, {MAX_TITLE_LETTERS})"
# What is said of a tenure is as hidden as the body that its office is in.
_BODY = " LEFT JOIN office o ON o.id = t.office_id LEFT JOIN record r ON r.id = o.record_id"
_OF_BODY = f"CASE WHEN r.id IS NULL THEN 0 ELSE {marking_sql('r.marking')} END"

_NAMES: tuple[IndexSource, ...] = (
    (
        "",
        True,
        frozenset(KINDS),
        f"SELECT id, {_TITLE.format('title')}, 0 FROM record WHERE id IN ({{ids}})",
    ),
    (
        None,
        True,
        frozenset(KINDS),
        f"SELECT record_id, {_TITLE.format('text')}, 0, kind || ' name' FROM name"
        " WHERE kind <> 'primary' AND record_id IN ({ids})",
    ),
)
_LINES: tuple[IndexSource, ...] = (
    (
        "office",
        False,
        frozenset({"person"}),
        f"SELECT t.record_id, o.title || ', ' || {_TITLE.format('r.title')}, r.marking"
        " FROM tenure t JOIN office o ON o.id = t.office_id JOIN record r ON r.id = o.record_id"
        " WHERE t.record_id IN ({ids})",
    ),
    (
        "rank",
        False,
        frozenset({"person"}),
        "SELECT record_id, title || ' ' || service, 0 FROM rank WHERE record_id IN ({ids})",
    ),
    (
        "office",
        False,
        frozenset({"organization"}),
        "SELECT record_id, title, 0 FROM office WHERE record_id IN ({ids})",
    ),
    (
        "party",
        False,
        frozenset({"agreement"}),
        f"SELECT p.record_id, {_TITLE.format('r.title')}, r.marking"
        " FROM party p JOIN record r ON r.id = p.who_id"
        " WHERE p.record_id IN ({ids})",
    ),
    (
        "signatory",
        False,
        frozenset({"agreement"}),
        f"SELECT a.record_id, {_TITLE.format('r.title')},"
        f" max({marking_sql('r.marking')}, {marking_sql('q.marking')})"
        " FROM party_action a"
        " JOIN record r ON r.id = a.signatory_id JOIN party p ON p.id = a.party_id"
        " JOIN record q ON q.id = p.who_id WHERE a.record_id IN ({ids})",
    ),
    (
        "participant",
        False,
        frozenset({"event"}),
        f"SELECT p.record_id, {_TITLE.format('r.title')}, r.marking FROM participant p"
        " JOIN record r ON r.id = p.who_id WHERE p.record_id IN ({ids})",
    ),
    (
        "topic",
        False,
        frozenset(KINDS),
        "SELECT rt.record_id, t.text, 0 FROM record_tag rt JOIN tag t ON t.id = rt.tag_id"
        " WHERE rt.record_id IN ({ids})",
    ),
    (
        "contact",
        False,
        frozenset(KINDS),
        "SELECT record_id, value || ' ' || note, 0 FROM contact WHERE record_id IN ({ids})",
    ),
    (
        "identifier",
        False,
        frozenset(KINDS),
        f"SELECT i.record_id, i.value, {_OF_BODY} FROM identifier i"
        " LEFT JOIN tenure t ON t.record_id = i.record_id AND i.about <> ''"
        f" AND substr(i.about, -length(t.uid)) = t.uid{_BODY} WHERE i.record_id IN ({{ids}})",
    ),
    (
        "note",
        False,
        frozenset(KINDS),
        "SELECT record_id, text, marking FROM note WHERE record_id IN ({ids})",
    ),
    (
        "attachment",
        False,
        frozenset(KINDS),
        "SELECT record_id, file_name, marking FROM attachment WHERE record_id IN ({ids})",
    ),
    (
        "passage",  # not the source's title: everything read in one text would be a hit
        False,
        frozenset(KINDS),
        f"SELECT c.record_id, c.passage, max({marking_sql('s.marking')}, {_OF_BODY}) FROM citation"
        " c JOIN source s ON s.id = c.source_id LEFT JOIN tenure t ON t.record_id = c.record_id"
        f" AND c.field LIKE 'tenure %' AND t.uid = substr(c.field, 8){_BODY}"
        " WHERE c.passage <> '' AND c.record_id IN ({ids})",
    ),
)


def _source(of: type[Stored], label: str, fields: tuple[str, ...], *, is_name: bool) -> IndexSource:
    """Return what gathers some fields of a kind's own table where they say anything."""
    joined_fields, any_said = " || ' ' || ".join(fields), " || ".join(fields)
    return (
        label,
        is_name,
        frozenset({of.TABLE}),
        f"SELECT id, {joined_fields}, 0 FROM {of.TABLE} WHERE id IN ({{ids}}) AND {any_said} <> ''",
    )


def _own_names() -> Iterator[IndexSource]:
    for of in KIND_DECLARATIONS:
        for name, meaning in own_fields(of):
            if meaning.searched == "name":
                yield _source(of, meaning.label.lower(), (name,), is_name=True)


def own_texts(*, by_field: bool) -> Iterator[IndexSource]:
    """Yield each kind's own texts at once, or field by field, each told by its label."""
    for of in KIND_DECLARATIONS:
        found = [(name, each) for name, each in own_fields(of) if each.searched == "text"]
        if by_field:
            for name, meaning in found:
                yield _source(of, meaning.label.lower(), (name,), is_name=False)
        elif found:
            yield _source(of, of.KIND, tuple(name for name, _ in found), is_name=False)


# What a record is written from, and what a hit is explained by.
INDEX_SOURCES = (*_NAMES, *_own_names(), *_LINES, *own_texts(by_field=False))
REASON_SOURCES = (*_NAMES, *_own_names(), *_LINES, *own_texts(by_field=True))
