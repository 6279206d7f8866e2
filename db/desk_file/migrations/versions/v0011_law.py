"""Final clauses as rules, what acts of parties lacked, and heads of mission accredited."""

from __future__ import annotations

from alembic import op

from db.changes.unit_of_work import json_of, pack
from db.desk_file.migrations.step_sql import sql_of_step
from db.storage.engine import Sql
from db.storage.unpacking import rows_of_line

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

#: Tables with columns more: as they are now. Texts that were not there are empty.
WIDENED = {
    "agreement": (
        "CREATE TABLE agreement ( id INTEGER NOT NULL, kind VARCHAR NOT NULL, binding VARCHAR "
        "NOT NULL, level VARCHAR NOT NULL, laterality VARCHAR NOT NULL, reference VARCHAR NOT "
        "NULL, stage VARCHAR NOT NULL, concluded_edtf VARCHAR, concluded_first VARCHAR, "
        "concluded_last VARCHAR, concluded_words VARCHAR, place VARCHAR NOT NULL, languages "
        "VARCHAR NOT NULL, depositary VARCHAR NOT NULL, adopted_edtf VARCHAR, adopted_first "
        "VARCHAR, adopted_last VARCHAR, adopted_words VARCHAR, provisional_edtf VARCHAR, "
        "provisional_first VARCHAR, provisional_last VARCHAR, provisional_words VARCHAR, "
        "provisional_until_edtf VARCHAR, provisional_until_first VARCHAR, "
        "provisional_until_last VARCHAR, provisional_until_words VARCHAR, provisional_who "
        "VARCHAR NOT NULL, in_force_edtf VARCHAR, in_force_first VARCHAR, in_force_last "
        "VARCHAR, in_force_words VARCHAR, in_force_clause VARCHAR NOT NULL, in_force_rule "
        "VARCHAR NOT NULL, share_met_edtf VARCHAR, share_met_first VARCHAR, share_met_last "
        "VARCHAR, share_met_words VARCHAR, later_rule VARCHAR NOT NULL, parties_complete "
        "VARCHAR NOT NULL, duration VARCHAR NOT NULL, renewal VARCHAR NOT NULL, notice_period "
        "VARCHAR NOT NULL, withdrawal_rule VARCHAR NOT NULL, terminated_edtf VARCHAR, "
        "terminated_first VARCHAR, terminated_last VARCHAR, terminated_words VARCHAR, "
        "authority_edtf VARCHAR, authority_first VARCHAR, authority_last VARCHAR, "
        "authority_words VARCHAR, legal_opinion_edtf VARCHAR, legal_opinion_first VARCHAR, "
        "legal_opinion_last VARCHAR, legal_opinion_words VARCHAR, laid_edtf VARCHAR, "
        "laid_first VARCHAR, laid_last VARCHAR, laid_words VARCHAR, registered_edtf VARCHAR, "
        "registered_first VARCHAR, registered_last VARCHAR, registered_words VARCHAR, "
        "registration VARCHAR NOT NULL, original_place VARCHAR NOT NULL, summary VARCHAR NOT "
        "NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES record (id) )"
    ),
    "party_action": (
        "CREATE TABLE party_action ( id INTEGER NOT NULL, record_id INTEGER NOT NULL, "
        "party_id INTEGER NOT NULL, position INTEGER NOT NULL, action VARCHAR NOT NULL, "
        "date_edtf VARCHAR, date_first VARCHAR, date_last VARCHAR, date_words VARCHAR, "
        "date_of VARCHAR NOT NULL, effect_edtf VARCHAR, effect_first VARCHAR, effect_last "
        "VARCHAR, effect_words VARCHAR, signatory_id INTEGER, territory VARCHAR NOT NULL, "
        "towards_id INTEGER, text VARCHAR NOT NULL, note VARCHAR NOT NULL, PRIMARY KEY (id), "
        "FOREIGN KEY(record_id) REFERENCES record (id), FOREIGN KEY(party_id) REFERENCES "
        "party (id), FOREIGN KEY(signatory_id) REFERENCES record (id), FOREIGN "
        "KEY(towards_id) REFERENCES record (id) )"
    ),
    "agreement_link": (
        "CREATE TABLE agreement_link ( id INTEGER NOT NULL, record_id INTEGER NOT NULL, "
        "position INTEGER NOT NULL, nature VARCHAR NOT NULL, other_id INTEGER NOT NULL, scope "
        "VARCHAR NOT NULL, PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id), "
        "FOREIGN KEY(other_id) REFERENCES record (id) )"
    ),
}
ACCREDITATION = (
    "CREATE TABLE accreditation ( id INTEGER NOT NULL, record_id INTEGER NOT NULL, "
    "position INTEGER NOT NULL, state VARCHAR NOT NULL, receiving VARCHAR NOT NULL, "
    "mission_class VARCHAR NOT NULL, residence VARCHAR NOT NULL, agrement_edtf VARCHAR, "
    "agrement_first VARCHAR, agrement_last VARCHAR, agrement_words VARCHAR, "
    "appointed_edtf VARCHAR, appointed_first VARCHAR, appointed_last VARCHAR, "
    "appointed_words VARCHAR, arrived_edtf VARCHAR, arrived_first VARCHAR, arrived_last "
    "VARCHAR, arrived_words VARCHAR, arrived_time VARCHAR NOT NULL, true_copy_edtf "
    "VARCHAR, true_copy_first VARCHAR, true_copy_last VARCHAR, true_copy_words VARCHAR, "
    "true_copy_time VARCHAR NOT NULL, credentials_edtf VARCHAR, credentials_first "
    "VARCHAR, credentials_last VARCHAR, credentials_words VARCHAR, credentials_time "
    "VARCHAR NOT NULL, notified_edtf VARCHAR, notified_first VARCHAR, notified_last "
    "VARCHAR, notified_words VARCHAR, notified_time VARCHAR NOT NULL, for_class VARCHAR "
    "NOT NULL, absent_from_edtf VARCHAR, absent_from_first VARCHAR, absent_from_last "
    "VARCHAR, absent_from_words VARCHAR, absent_until_edtf VARCHAR, absent_until_first "
    "VARCHAR, absent_until_last VARCHAR, absent_until_words VARCHAR, farewell_edtf "
    "VARCHAR, farewell_first VARCHAR, farewell_last VARCHAR, farewell_words VARCHAR, note "
    "VARCHAR NOT NULL, PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id) )"
)
INDEXES = (
    "CREATE INDEX ix_party_action_party_id ON party_action (party_id)",
    "CREATE INDEX ix_party_action_record_id ON party_action (record_id)",
    "CREATE INDEX ix_party_action_signatory_id ON party_action (signatory_id)",
    "CREATE INDEX ix_party_action_towards_id ON party_action (towards_id)",
    "CREATE INDEX ix_agreement_link_other_id ON agreement_link (other_id)",
    "CREATE INDEX ix_agreement_link_record_id ON agreement_link (record_id)",
    "CREATE INDEX ix_accreditation_receiving ON accreditation (receiving)",
    "CREATE INDEX ix_accreditation_record_id ON accreditation (record_id)",
)


def upgrade() -> None:
    """Make the columns and the table, and keep every row."""
    sql = sql_of_step(op.get_bind())
    for table, statement in WIDENED.items():
        _complete_history(sql, table, _widen(table, statement))
    op.execute(ACCREDITATION)
    for index in INDEXES:
        op.execute(index)


def _widen(table: str, statement: str) -> list[str]:
    """Put a table's rows into one with more columns: SQLite adds none that must be filled. Return
    the texts that were added.
    """
    connection = op.get_bind()
    before = connection.exec_driver_sql(f"PRAGMA table_info({table})").fetchall()
    op.execute(f"ALTER TABLE {table} RENAME TO {table}_before")
    op.execute(statement)
    columns = [row[1] for row in before]
    now = connection.exec_driver_sql(f"PRAGMA table_info({table})").fetchall()
    added = [row[1] for row in now if row[3] and row[1] not in columns]
    names, values = ", ".join([*columns, *added]), ", ".join([*columns, *("''" for _ in added)])
    op.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table}_before")
    op.execute(f"DROP TABLE {table}_before")
    return added


def _complete_history(sql: Sql, table: str, added: list[str]) -> None:
    """Write the empty texts into the whole rows of the history: they can be put back then."""
    for line, first, before, after in sql.rows(
        "SELECT id, row, before, after FROM revision WHERE table_name = ?"
        " AND (before IS NULL) <> (after IS NULL)",
        (table,),
    ):
        side, data = ("after", after) if before is None else ("before", before)
        rows = [{**dict.fromkeys(added, ""), **row} for row in rows_of_line(first, data)]
        packed = json_of(rows[0]) if data[:1] == b"{" else pack(rows)
        sql.run(f"UPDATE revision SET {side} = ? WHERE id = ?", (packed, line))
