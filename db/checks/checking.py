"""All rules over a desk, block by block, with progress; `Reader` asks it.

Records are read through the lens: what is not shown is not judged, and nothing of it is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from db.checks.agreement_rules import AGREEMENT_RULES
from db.checks.desk_rules import DESK_RULES
from db.checks.finding import SEVERITIES, Around, Finding, Rule, Says, digest_of
from db.checks.gap_rules import GAP_RULES, GapRule
from db.checks.law_rules import LAW_RULES
from db.checks.party_rules import PARTY_RULES
from db.checks.record_rules import RECORD_RULES
from db.checks.suspects import ODD_ROWS, suspects
from db.dates.phrasing.date_style import DEFAULT_STYLE, date_style, written_in
from db.lens import HIGHEST, Lens
from db.progress import PacedProgress, Progress
from db.record_types import OfficeRef, Record, Ref, field_names, parts_of
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.many_records import load_for_reading
from db.vocabulary.kinds import KINDS

BLOCK_RECORDS: Final = 1_000
#: What rules look at of a record, and of those that it names.
JUDGED: Final = frozenset((
    "name", "rank", "tenure", "accreditation", "office", "parent", "link", "amount", "party",
    "party_action", "agreement_link", "participant",
))  # fmt: skip
NAMED_PARTS: Final = frozenset(("tenure", "office"))
MAX_KEPT_BODIES: Final = 20_000  # that blocks name and that are read once
MAX_FINDINGS: Final = 100_000  # of one check; a desk with more is full of one fault


def rules_of(kind: str) -> tuple[Rule, ...]:
    """Return the rules over one record of a kind."""
    more = (*AGREEMENT_RULES, *LAW_RULES, *PARTY_RULES) if kind == "agreement" else ()
    return (*RECORD_RULES[kind], *more)


def rule_names() -> list[str]:
    """Return the name of every rule, sorted."""
    of_records = (rule.name for kind in KINDS for rule in _all_rules_of(kind))
    return sorted({*of_records, *(rule.name for rule in DESK_RULES)})


def _all_rules_of(kind: str) -> tuple[Rule, ...]:
    return (*rules_of(kind), *(gap.rule for gap in GAP_RULES[kind]))


def find_all(
    sql: Sql, kinds: Sequence[str], lens: Lens, progress: Progress | None = None
) -> list[Finding]:
    """Return what is to be looked at in the records of these kinds: the gravest first, and last
    what is missing. What an officer confirmed is left out.
    """
    ids = {kind: _suspects(sql, kind) for kind in kinds}
    pace = PacedProgress(progress)
    pace.begin(sum(map(len, ids.values())))
    found: list[Finding] = []
    bodies: dict[int, Any] = {}  # the same few are named by many records
    for kind in kinds:
        for block in _blocks(ids[kind]):
            found += _of_block(sql, kind, block, lens, rules_of(kind), JUDGED, bodies)
            if len(bodies) > MAX_KEPT_BODIES:
                bodies.clear()
            pace.step(len(block))
            if len(found) >= MAX_FINDINGS:
                break
    found += _of_desk(sql, kinds, lens)
    for kind in kinds:
        for gap in GAP_RULES[kind]:
            found += _of_gap(sql, kind, gap, lens, MAX_FINDINGS - len(found))
    found = _leave_out_confirmations(sql, found)
    found.sort(
        key=lambda each: (each.is_gap, SEVERITIES.index(each.severity), each.rule, each.title)
    )
    return found[:MAX_FINDINGS]


def _suspects(sql: Sql, kind: str) -> list[int]:
    """Return the records of a kind that some rule may concern, in the order of their numbers."""
    statement = " UNION ".join(suspects(kind))
    found = {row[0] for row in sql.rows(f"SELECT * FROM ({statement})")}
    if kind in ODD_ROWS:
        odd = ODD_ROWS[kind]
        found.update(key for key, *more in sql.stream(odd.statement) if odd.is_odd(*more))
    return sorted(found)


def _blocks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), BLOCK_RECORDS):
        yield ids[start : start + BLOCK_RECORDS]


def _of_gap(sql: Sql, kind: str, gap: GapRule, lens: Lens, limit: int) -> list[Finding]:
    statement = f"SELECT DISTINCT * FROM ({gap.statement}) ORDER BY 1 LIMIT ?"
    if gap.says is not None and lens.ceiling >= HIGHEST:
        return list(_of_statement(sql, kind, gap.rule, gap.says, statement, limit))
    if gap.is_odd is None:
        ids = [row[0] for row in sql.rows(statement, (max(0, limit),))]
    else:
        rows = sql.stream(gap.statement, ())
        odd = {key for key, *more in rows if gap.is_odd(*more)}
        ids = sorted(odd)[: max(0, limit)]
    found: list[Finding] = []
    for block in _blocks(ids):
        found += _of_block(sql, kind, block, lens, (gap.rule,), gap.parts)
    return found


def _of_statement(
    sql: Sql, kind: str, rule: Rule, says: Says, statement: str, limit: int
) -> Iterator[Finding]:
    """Yield the same finding of each record that a statement gives."""
    digest = digest_of(rule.name, says.about, says.text)
    rows = sql.rows(
        f"SELECT id, uid, title FROM record WHERE id IN ({statement}) ORDER BY id",
        (max(0, limit),),
    )
    for key, uid, title in rows:
        yield Finding(
            rule.name, rule.severity, key, uid, kind, title, says.about, says.text, says.at, digest,
            rule.is_gap,
        )  # fmt: skip


def find_in(sql: Sql, kind: str, record_id: int, lens: Lens) -> list[Finding]:
    """Return what is to be looked at in one record by itself and what it names."""
    records = load_for_reading(sql, kind, [record_id], lens, JUDGED | {"citation"})
    return [each for record in records.values() for each in find_in_record(sql, record, lens)]


def find_in_record(sql: Sql, record: Record, lens: Lens) -> list[Finding]:
    """Return the same of a record as it is, also where it is not saved yet."""
    around = _look_around(sql, [record], lens)
    found = list(_judge(record, around, _all_rules_of(record.KIND)))
    return _leave_out_confirmations(sql, found)


def _of_block(
    sql: Sql,
    kind: str,
    ids: Sequence[int],
    lens: Lens,
    rules: Sequence[Rule],
    parts: frozenset[str],
    bodies: dict[int, Any] | None = None,
) -> Iterator[Finding]:
    records = load_for_reading(sql, kind, ids, lens, parts)
    around = _look_around(sql, records.values(), lens, bodies)
    for record in records.values():
        yield from _judge(record, around, rules)


def _judge(record: Record, around: Around, rules: Sequence[Rule]) -> Iterator[Finding]:
    with written_in(DEFAULT_STYLE):  # a digest must not hang on how days are written
        plain = [(rule, found) for rule in rules if (found := list(rule.find(record, around)))]
    for rule, plain_says in plain:
        is_plain = date_style() == DEFAULT_STYLE
        says_now = plain_says if is_plain else rule.find(record, around)
        for says, plainly in zip(says_now, plain_says, strict=True):
            yield Finding(
                rule.name,
                rule.severity,
                record.id,
                record.uid,
                record.KIND,
                record.title,
                says.about,
                says.text,
                says.at,
                digest_of(rule.name, plainly.about, plainly.text),
                rule.is_gap,
            )


def _leave_out_confirmations(sql: Sql, found: list[Finding]) -> list[Finding]:
    """Leave out what an officer said is right."""
    rows = sql.rows("SELECT record_id, rule, digest FROM confirmation") if found else []
    confirmed = {tuple(row) for row in rows}
    return [each for each in found if (each.record_id, each.rule, each.digest) not in confirmed]


def _look_around(
    sql: Sql, records: Collection[Record], lens: Lens, bodies: dict[int, Any] | None = None
) -> Around:
    """Read what the records name: people, bodies, agreements; `bodies` are those read before."""
    wanted_ids: dict[str, set[int]] = {"person": set(), "organization": set(), "agreement": set()}
    for record in records:
        for ref in _references(record):
            if ref.kind in wanted_ids:
                wanted_ids[ref.kind].add(ref.id)
    around = Around(lens.as_of)
    if bodies is not None:
        around.bodies = bodies
    known: dict[str, dict[int, Any]] = {
        "person": around.people,
        "organization": around.bodies,
        "agreement": around.agreements,
    }
    for kind, ids in wanted_ids.items():
        missing = sorted(ids - known[kind].keys())
        known[kind].update(load_for_reading(sql, kind, missing, lens, NAMED_PARTS))
    judged = [record.id for record in records if record.KIND == "agreement"]
    if judged:
        around.prolonged |= {
            row[0]
            for row in sql.rows(
                f"SELECT other_id FROM agreement_link WHERE other_id IN ({LISTED})"
                " AND nature IN ('extends', 'renews', 'replaces')",
                (listed(judged),),
            )
        }
    return around


def _references(record: Record) -> Iterator[Ref]:
    for item in (record, *(part for _, part in parts_of(record))):
        for name in field_names(item):
            value = getattr(item, name)
            if isinstance(value, OfficeRef):
                value = value.organization
            if isinstance(value, Ref):
                yield value


def _of_desk(sql: Sql, kinds: Sequence[str], lens: Lens) -> Iterator[Finding]:
    for rule in DESK_RULES:
        if rule.kind not in kinds:
            continue
        with written_in(DEFAULT_STYLE):
            plain_says = list(rule.find(sql, lens))
        found = (
            list(rule.find(sql, lens))
            if plain_says and date_style() != DEFAULT_STYLE
            else plain_says
        )
        records = {
            row[0]: row[1:]
            for row in sql.rows(
                "SELECT id, uid, kind, title FROM record"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (str(sorted({each.record_id for each in found})),),
            )
        }
        for each, plain in zip(found, plain_says, strict=True):
            uid, kind, title = records[each.record_id]
            yield Finding(
                rule.name,
                rule.severity,
                each.record_id,
                uid,
                kind,
                title,
                each.about,
                each.text,
                each.at,
                digest_of(rule.name, plain.about, plain.text),
                rule.is_gap,
            )
