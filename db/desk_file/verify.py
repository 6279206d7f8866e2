"""Whether a desk is whole: file, references, attached bytes, full text. `Store` asks it."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from db.desk_file import record_sums, verify_history, verify_values
from db.desk_file.proof.side_by_side import Question, ask_all
from db.errors import Damaged, DeskError, Stopped
from db.search.index import derived_columns, fulltext, indexing, relevance_rank, text_sums
from db.storage import engine, schema
from db.storage.engine import Sql
from db.storage.schema import own_tables
from db.storage.troubles import DRIVER_ERRORS
from db.vocabulary.kinds import KINDS

Look = Callable[[Sql], Iterator[str]]
Beside = Callable[[], Sql] | None  # makes a second connection to the same desk
Section = Callable[[], Iterator[str]]
MAX_LISTED_FAULTS = 20  # faults of one sort that are listed
MAX_VERIFY_SECONDS = 60.0  # in which a command looks for damage where an answer failed


@dataclass
class _Proof:
    """What is known to be right by its sums, while the rest is looked at."""

    is_wanted: bool
    are_rows_summed: bool = False  # the rows of all records and sources are as they were saved
    is_text: bool = False  # all that has a part in a sum is text where it should be


def problems(sql: Sql, beside: Beside = None, *, is_derived_anew: bool = False) -> list[str]:
    """Return every fault in a sentence, going on past what is broken; none when whole.

    What follows from the rows is proved by adding up sums, and derived only where they differ, or
    where it `is_derived_anew`. `beside` makes a second connection, which is asked at the same time.
    """
    was_lenient, sql.is_lenient = sql.is_lenient, False
    try:
        with sql.snapshot():  # what another writes meanwhile is no fault
            wrong = go_through(partial(_schema, sql))
            sql.is_broken = bool(wrong)
            questions = _questions(is_derived_anew=is_derived_anew)
            pages, kinds, *rest = ask_all(sql, questions, None if wrong else beside)
            found = [*wrong, *pages, *chain.from_iterable(rest)]
            # the full text of damaged rows says what can be read of them
            sql.is_lenient = bool(found)
            before = len(found)
            for kind in kinds:
                found += _full_text_of(sql, kind, is_damaged=bool(found))
            if kinds and len(found) == before:
                found += go_through(partial(_text_sums, sql))
    finally:
        sql.is_lenient, sql.is_broken, sql.limit.deadline = was_lenient, False, None
    return list(dict.fromkeys(found))


def repair(sql: Sql) -> None:
    """Make anew what is derived, within the caller's transaction: indexes, columns, full text, and
    sums that are missing.
    """
    sql.run("REINDEX")
    derived_columns.renew(sql)
    indexing.remake_all(sql)
    record_sums.add_missing(sql)
    record_sums.renew_derivations(sql)


def _full_text_of(sql: Sql, kind: str, *, is_damaged: bool) -> list[str]:
    """Return what is wrong with the full text; of damaged records it may be beyond comparing."""
    try:
        return go_through(partial(_fulltext, sql, kind))
    except (TypeError, ValueError, KeyError, IndexError, AttributeError):
        if not is_damaged:
            raise
        return [f"The full text of the kind {kind} cannot be compared with its damaged records."]


def first_damage(sql: Sql, seconds: float = MAX_VERIFY_SECONDS) -> Damaged | None:
    """Return the first thing that is broken in what was written, not in what is made from it.

    What is not found in some seconds, or before the question is withdrawn, counts as whole.
    """
    written: tuple[Look, ...] = (_references, _records)
    last: tuple[Look, ...] = (_pages, _check_cipher)  # these take the longest
    sections: Iterator[Section] = chain(
        (partial(look, sql) for look in written),
        verify_values.sections(sql),
        verify_history.sections(sql),
        (partial(look, sql) for look in last),
    )
    was_lenient, sql.is_lenient = sql.is_lenient, False
    sql.limit.deadline = end = time.monotonic() + seconds
    try:
        for section in sections:
            found = go_through(section)
            if time.monotonic() > end:
                return None
            if found:
                return Damaged(f"The desk is damaged. {found[0]} “verify” lists all of it.")
    except Stopped:
        return None
    finally:
        sql.is_lenient, sql.limit.deadline = was_lenient, None
    return None


def _questions(*, is_derived_anew: bool) -> list[Question[list[str]]]:
    """Return what is looked at, each by itself, the longest first; the second gives the kinds whose
    full text is to be compared word by word.
    """
    written: tuple[Look, ...] = (_check_cipher, _references, _records, _bytes, _missing_bytes)
    proof = _Proof(is_wanted=not is_derived_anew)
    return [
        partial(_found_by, _pages),
        partial(_doubtful_kinds, proof=proof),
        partial(_columns_and_sums, proof=proof),
        *(partial(_found_by, look) for look in written),
        *(partial(_values, table=table, proof=proof) for table in own_tables()),
        partial(_found_in, verify_history.sections),
    ]


def _found_by(look: Look, sql: Sql) -> list[str]:
    return go_through(partial(look, sql))


def _found_in(sections: Callable[[Sql], Iterator[Section]], sql: Sql) -> list[str]:
    return [fault for section in sections(sql) for fault in go_through(section)]


def _values(sql: Sql, table: str, proof: _Proof) -> list[str]:
    doubtful = record_sums.unsummed_columns(table) if proof.is_text else None
    return _found_in(partial(verify_values.sections_of, table=table, doubtful=doubtful), sql)


def go_through(section: Section) -> list[str]:
    """Return what one section finds, and what ends it."""
    found: list[str] = []
    try:
        for fault in section():
            found.append(fault)  # what was found before it ended counts as well
    except Stopped:
        raise
    except DeskError as refusal:
        found.append(str(refusal))
    return found


def _schema(sql: Sql) -> Iterator[str]:
    """Yield tables and indexes that are missing, another or too many."""
    sql.is_lenient = True  # of an object whose text is none the name is told
    try:
        objects = sql.rows(schema.LISTED, (schema.MAX_OBJECTS,))
        age = engine.age_of(int(sql.value("PRAGMA user_version")))
    finally:
        sql.is_lenient = False
    wrong = schema.faults(objects, age)
    if any(each.family is not Damaged for each in wrong):  # may be made to take for ever
        sql.limit.deadline = time.monotonic() + MAX_VERIFY_SECONDS
    for each in wrong[:MAX_LISTED_FAULTS]:
        yield f"In the file {each.says}."
    if len(wrong) > MAX_LISTED_FAULTS:
        more = len(wrong) - MAX_LISTED_FAULTS
        yield f"In the file {more} more tables and indexes are missing or others."


def _pages(sql: Sql) -> Iterator[str]:
    for (fault,) in sql.rows(f"PRAGMA integrity_check({MAX_LISTED_FAULTS})"):
        if fault != "ok":
            yield f"The file is damaged: {'; '.join(fault.splitlines())}."


def _check_cipher(sql: Sql) -> Iterator[str]:
    for (fault,) in sql.rows("PRAGMA cipher_integrity_check"):
        yield f"The encrypted file is damaged: {fault}."


def _references(sql: Sql) -> Iterator[str]:
    for table, row, target, _ in sql.rows("PRAGMA foreign_key_check")[:MAX_LISTED_FAULTS]:
        yield f"Row {row} of {table} names a row of {target} that is not there."


def _records(sql: Sql) -> Iterator[str]:
    for kind in KINDS:
        lost = sql.value(
            f"SELECT count(*) FROM record r LEFT JOIN {kind} k ON k.id = r.id"
            " WHERE r.kind = ? AND k.id IS NULL",
            (kind,),
        )
        if lost:
            yield f"{lost} records of the kind {kind} have lost their own row."


def _bytes(sql: Sql) -> Iterator[str]:
    for sha256, data in sql.stream("SELECT sha256, data FROM blob", size=1):
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
            yield f"The attached file {str(sha256)[:12]}… is not what was attached."


def _missing_bytes(sql: Sql) -> Iterator[str]:
    missing = sql.value(
        "SELECT count(*) FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM blob)"
    )
    if missing:
        yield f"The bytes of {missing} attachments are missing."


def _columns_and_sums(sql: Sql, proof: _Proof) -> list[str]:
    """Return what derived columns say otherwise, and which records are not as they were saved.

    Where all rows add up, what is derived of a record follows from them if it adds up as well.
    """
    sums = go_through(partial(_sums, sql, proof))
    return go_through(partial(_columns_that_repeat, sql, proof)) + sums


def _columns_that_repeat(sql: Sql, proof: _Proof) -> Iterator[str]:
    """Yield what columns that repeat others say otherwise; where rows are proved to be as they were
    saved, only those are derived whose sums leave it open.
    """
    doubtful = record_sums.doubtful_records(sql) if proof.are_rows_summed else None
    proof.is_text = doubtful is not None
    if doubtful is None:
        odd = derived_columns.odd_rows(sql)
    else:
        odd = derived_columns.odd_rows_of(sql, doubtful)
    wrong = Counter((each.table, name) for each in odd for name in each.columns)
    is_ours = not wrong and doubtful is None and record_sums.is_by_our_rules(sql)
    if is_ours and record_sums.doubtful_records(sql) is None:
        yield "The sums of what is derived are others than stored; “verify --repair” mends that."
    for (table, name), count in wrong.items():
        rows = "1 row" if count == 1 else f"{count} rows"
        yield f"{rows} of the table {table} repeat others in {name} and say something else."


def _sums(sql: Sql, proof: _Proof) -> Iterator[str]:
    """Yield the records and sources that are not as they were saved."""
    proof.are_rows_summed = proof.is_wanted and record_sums.do_rows_add_up(sql)
    if proof.are_rows_summed:
        return
    wrong = list(record_sums.odd_sums(sql))
    for key, kind in wrong[:MAX_LISTED_FAULTS]:
        yield f"The {kind} {key} is not as it was saved: something in it, or a line of it, differs."
    if len(wrong) > MAX_LISTED_FAULTS:
        yield f"{len(wrong) - MAX_LISTED_FAULTS} more records are not as they were saved."


def _doubtful_kinds(sql: Sql, proof: _Proof) -> list[str]:
    """Return the kinds whose full text is not proved to be what their records say."""
    try:
        return [] if proof.is_wanted and _is_text_kept(sql) else list(KINDS)
    except Stopped:
        raise
    except (DeskError, *DRIVER_ERRORS):
        return list(KINDS)  # what is broken in it is told by who compares it


def _is_text_kept(sql: Sql) -> bool:
    if any(_strays(sql, kind) for kind in KINDS) or not record_sums.is_by_our_rules(sql):
        return False
    return text_sums.are_kept(sql)


def _text_sums(sql: Sql) -> Iterator[str]:
    """Yield that sums of a full text are wrong which says what it should."""
    is_stale = sql.value("SELECT count(*) FROM stale")
    if not is_stale and record_sums.is_by_our_rules(sql) and not text_sums.are_kept(sql):
        yield "The sums of the full text are others than stored; “verify --repair” mends that."


def _fulltext(sql: Sql, kind: str) -> Iterator[str]:
    is_stale = sql.value("SELECT count(*) FROM stale")
    strays = _strays(sql, kind)
    if strays:
        yield f"The full text of {strays} records of the kind {kind} is missing or left over."
        return
    differs, lost = indexing.compare(sql, kind)
    if differs and not is_stale:  # what is queued will be written again
        yield f"The full text of the kind {kind} does not say what the records say."
    elif lost:
        yield f"The vocabulary lacks {lost} words of names of the kind {kind}."


def _strays(sql: Sql, kind: str) -> int:
    """Say how many rows of the full text belong to no record, or are missing for one."""
    name = fulltext.table(kind)
    return int(
        sql.value(
            "WITH own AS (SELECT r.id, coalesce(s.place, ?) << ? | r.id number FROM record r"
            " LEFT JOIN standing s ON s.id = r.id WHERE r.kind = ?)"
            f" SELECT (SELECT count(*) FROM {name}_docsize"
            " WHERE id NOT IN (SELECT number FROM own))"
            f" + (SELECT count(*) FROM own WHERE number NOT IN (SELECT id FROM {name}_docsize))",
            (relevance_rank.LAST_PLACE, relevance_rank.RECORD_ID_BITS, kind),
        )
    )
