"""All rules over a desk, block by block, with progress; `Reader` asks it.

Records are read through the lens: what is not shown is not judged, and nothing of it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from db.checks.agreement_rules import AGREEMENT_RULES
from db.checks.desk_rules import DESK_RULES
from db.checks.finding import SEVERITIES, Around, Finding, Rule, Says
from db.checks.party_rules import PARTY_RULES
from db.checks.record_rules import RECORD_RULES
from db.checks.suspects import suspects
from db.lens import Lens
from db.progress import PacedProgress, Progress
from db.record_types import OfficeRef, Record, Ref, field_names, parts_of
from db.storage.engine import Sql
from db.storage.many_records import load_for_reading
from db.vocabulary.kinds import KINDS

BLOCK_RECORDS: Final = 1_000
#: What rules look at of a record, and of those that it names.
JUDGED: Final = frozenset((
    "name", "rank", "tenure", "office", "parent", "link", "amount", "party", "party_action",
    "agreement_link", "participant",
))  # fmt: skip
NAMED_PARTS: Final = frozenset(("tenure", "office"))
MAX_FINDINGS: Final = 100_000  # of one check; a desk with more is full of one fault


def rules_of(kind: str) -> tuple[Rule, ...]:
    """Return the rules over one record of a kind."""
    more = (*AGREEMENT_RULES, *PARTY_RULES) if kind == "agreement" else ()
    return (*RECORD_RULES[kind], *more)


def rule_names() -> list[str]:
    """Return the name of every rule, sorted."""
    of_records = (rule.name for kind in KINDS for rule in rules_of(kind))
    return sorted({*of_records, *(rule.name for rule in DESK_RULES)})


def find_all(
    sql: Sql, kinds: Sequence[str], lens: Lens, progress: Progress | None = None
) -> list[Finding]:
    """Return what is to be looked at in the records of these kinds: the gravest first."""
    ids = {kind: _suspects(sql, kind) for kind in kinds}
    pace = PacedProgress(progress)
    pace.begin(sum(map(len, ids.values())))
    found: list[Finding] = []
    for kind in kinds:
        for start in range(0, len(ids[kind]), BLOCK_RECORDS):
            block = ids[kind][start : start + BLOCK_RECORDS]
            found += _of_block(sql, kind, block, lens)
            pace.step(len(block))
            if len(found) >= MAX_FINDINGS:
                break
    found += _of_desk(sql, kinds, lens)
    found.sort(key=lambda each: (SEVERITIES.index(each.severity), each.rule, each.title))
    return found[:MAX_FINDINGS]


def _suspects(sql: Sql, kind: str) -> list[int]:
    """Return the records of a kind that some rule may concern, in the order of their numbers."""
    statement = " UNION ".join(suspects(kind))
    return [row[0] for row in sql.rows(f"SELECT * FROM ({statement}) ORDER BY 1")]


def find_in(sql: Sql, kind: str, record_id: int, lens: Lens) -> list[Finding]:
    """Return what is to be looked at in one record by itself and what it names."""
    return list(_of_block(sql, kind, [record_id], lens))


def _of_block(sql: Sql, kind: str, ids: Sequence[int], lens: Lens) -> Iterator[Finding]:
    records = load_for_reading(sql, kind, ids, lens, JUDGED)
    around = _look_around(sql, records.values(), lens)
    for record in records.values():
        for rule in rules_of(kind):
            for says in rule.find(record, around):
                yield _finding(rule.name, rule.severity, record, says)


def _finding(rule: str, severity: str, record: Record, says: Says) -> Finding:
    return Finding(
        rule, severity, record.id, record.uid, record.KIND, record.title, says.about, says.text
    )


def _look_around(sql: Sql, records: Iterable[Record], lens: Lens) -> Around:
    """Read what the records name: people, bodies, agreements."""
    wanted_ids: dict[str, set[int]] = {"person": set(), "organization": set(), "agreement": set()}
    for record in records:
        for ref in _references(record):
            if ref.kind in wanted_ids:
                wanted_ids[ref.kind].add(ref.id)
    around = Around(lens.as_of)
    known: dict[str, dict[int, Any]] = {
        "person": around.people,
        "organization": around.bodies,
        "agreement": around.agreements,
    }
    for kind, ids in wanted_ids.items():
        known[kind] |= load_for_reading(sql, kind, sorted(ids), lens, NAMED_PARTS)
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
        found = list(rule.find(sql, lens))
        records = {
            row[0]: row[1:]
            for row in sql.rows(
                "SELECT id, uid, kind, title FROM record"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (str(sorted({each.record_id for each in found})),),
            )
        }
        for each in found:
            uid, kind, title = records[each.record_id]
            yield Finding(
                rule.name, rule.severity, each.record_id, uid, kind, title, each.about, each.text
            )
