"""The first form of a desk: every table, every index, the full text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KINDS = ("person", "organization", "agreement", "event")
FULLTEXT = (
    "CREATE VIRTUAL TABLE fts_{kind} USING fts5(name, open, restricted, confidential, secret,"
    " content='', contentless_delete=1, prefix='1 2 3',"
    " tokenize='unicode61 remove_diacritics 0')"
)
# Saves never merge the index; the program does that when nobody waits.
FULLTEXT_SETTINGS = ("('automerge', 0)", "('crisismerge', 256)")


def upgrade() -> None:
    """Make everything."""
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("time", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("reverts", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reverts"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_change_reverts"), "change", ["reverts"], unique=False)
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=True),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("written", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_draft_record_id"), "draft", ["record_id"], unique=False)
    op.create_table(
        "record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sort_title", sa.String(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("checked_on", sa.String(), nullable=True),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index(op.f("ix_record_changed"), "record", ["changed"], unique=False)
    op.create_index(
        "record_by_country", "record", ["kind", "country", "sort_title", "marking"], unique=False
    )
    op.create_index("record_by_day", "record", ["kind", "day", "marking"], unique=False)
    op.create_index("record_by_title", "record", ["kind", "sort_title", "marking"], unique=False)
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "source",
        sa.Column("published_edtf", sa.String(), nullable=True),
        sa.Column("published_first", sa.String(), nullable=True),
        sa.Column("published_last", sa.String(), nullable=True),
        sa.Column("published_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index(op.f("ix_source_title"), "source", ["title"], unique=False)
    op.create_table(
        "stale",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("record_id"),
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["tag.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("text"),
    )
    op.create_index(op.f("ix_tag_parent_id"), "tag", ["parent_id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("concluded_edtf", sa.String(), nullable=True),
        sa.Column("concluded_first", sa.String(), nullable=True),
        sa.Column("concluded_last", sa.String(), nullable=True),
        sa.Column("concluded_words", sa.String(), nullable=True),
        sa.Column("provisional_edtf", sa.String(), nullable=True),
        sa.Column("provisional_first", sa.String(), nullable=True),
        sa.Column("provisional_last", sa.String(), nullable=True),
        sa.Column("provisional_words", sa.String(), nullable=True),
        sa.Column("in_force_edtf", sa.String(), nullable=True),
        sa.Column("in_force_first", sa.String(), nullable=True),
        sa.Column("in_force_last", sa.String(), nullable=True),
        sa.Column("in_force_words", sa.String(), nullable=True),
        sa.Column("terminated_edtf", sa.String(), nullable=True),
        sa.Column("terminated_first", sa.String(), nullable=True),
        sa.Column("terminated_last", sa.String(), nullable=True),
        sa.Column("terminated_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("binding", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("laterality", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("depositary", sa.String(), nullable=False),
        sa.Column("in_force_clause", sa.String(), nullable=False),
        sa.Column("duration", sa.String(), nullable=False),
        sa.Column("renewal", sa.String(), nullable=False),
        sa.Column("notice_period", sa.String(), nullable=False),
        sa.Column("registration", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "agreement_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_agreement_link_other_id"), "agreement_link", ["other_id"], unique=False
    )
    op.create_index(
        op.f("ix_agreement_link_record_id"), "agreement_link", ["record_id"], unique=False
    )
    op.create_table(
        "amount",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("as_of_edtf", sa.String(), nullable=True),
        sa.Column("as_of_first", sa.String(), nullable=True),
        sa.Column("as_of_last", sa.String(), nullable=True),
        sa.Column("as_of_words", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_amount_record_id"), "amount", ["record_id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_attachment_record_id"), "attachment", ["record_id"], unique=False)
    op.create_table(
        "citation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("passage", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_citation_record_id"), "citation", ["record_id"], unique=False)
    op.create_index(op.f("ix_citation_source_id"), "citation", ["source_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_contact_record_id"), "contact", ["record_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("start_edtf", sa.String(), nullable=True),
        sa.Column("start_first", sa.String(), nullable=True),
        sa.Column("start_last", sa.String(), nullable=True),
        sa.Column("start_words", sa.String(), nullable=True),
        sa.Column("end_edtf", sa.String(), nullable=True),
        sa.Column("end_first", sa.String(), nullable=True),
        sa.Column("end_last", sa.String(), nullable=True),
        sa.Column("end_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("local_time", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("initiated_by_id", sa.Integer(), nullable=True),
        sa.Column("part_of_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["initiated_by_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["part_of_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_event_initiated_by_id"), "event", ["initiated_by_id"], unique=False)
    op.create_index(op.f("ix_event_part_of_id"), "event", ["part_of_id"], unique=False)
    op.create_table(
        "identifier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("identifier_by_value", "identifier", ["value", "scheme"], unique=False)
    op.create_index(op.f("ix_identifier_record_id"), "identifier", ["record_id"], unique=False)
    op.create_table(
        "link",
        sa.Column("until_edtf", sa.String(), nullable=True),
        sa.Column("until_first", sa.String(), nullable=True),
        sa.Column("until_last", sa.String(), nullable=True),
        sa.Column("until_words", sa.String(), nullable=True),
        sa.Column("since_edtf", sa.String(), nullable=True),
        sa.Column("since_first", sa.String(), nullable=True),
        sa.Column("since_last", sa.String(), nullable=True),
        sa.Column("since_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_link_other_id"), "link", ["other_id"], unique=False)
    op.create_index(op.f("ix_link_record_id"), "link", ["record_id"], unique=False)
    op.create_table(
        "name",
        sa.Column("until_edtf", sa.String(), nullable=True),
        sa.Column("until_first", sa.String(), nullable=True),
        sa.Column("until_last", sa.String(), nullable=True),
        sa.Column("until_words", sa.String(), nullable=True),
        sa.Column("since_edtf", sa.String(), nullable=True),
        sa.Column("since_first", sa.String(), nullable=True),
        sa.Column("since_last", sa.String(), nullable=True),
        sa.Column("since_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("script", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("skeleton", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_name_folded"), "name", ["folded"], unique=False)
    op.create_index(op.f("ix_name_record_id"), "name", ["record_id"], unique=False)
    op.create_table(
        "note",
        sa.Column("date_edtf", sa.String(), nullable=True),
        sa.Column("date_first", sa.String(), nullable=True),
        sa.Column("date_last", sa.String(), nullable=True),
        sa.Column("date_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_note_record_id"), "note", ["record_id"], unique=False)
    op.create_table(
        "office",
        sa.Column("founded_edtf", sa.String(), nullable=True),
        sa.Column("founded_first", sa.String(), nullable=True),
        sa.Column("founded_last", sa.String(), nullable=True),
        sa.Column("founded_words", sa.String(), nullable=True),
        sa.Column("dissolved_edtf", sa.String(), nullable=True),
        sa.Column("dissolved_first", sa.String(), nullable=True),
        sa.Column("dissolved_last", sa.String(), nullable=True),
        sa.Column("dissolved_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("precedence", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index(op.f("ix_office_folded"), "office", ["folded"], unique=False)
    op.create_index(op.f("ix_office_record_id"), "office", ["record_id"], unique=False)
    op.create_table(
        "organization",
        sa.Column("founded_edtf", sa.String(), nullable=True),
        sa.Column("founded_first", sa.String(), nullable=True),
        sa.Column("founded_last", sa.String(), nullable=True),
        sa.Column("founded_words", sa.String(), nullable=True),
        sa.Column("dissolved_edtf", sa.String(), nullable=True),
        sa.Column("dissolved_first", sa.String(), nullable=True),
        sa.Column("dissolved_last", sa.String(), nullable=True),
        sa.Column("dissolved_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("acronym", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("predecessor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_organization_predecessor_id"), "organization", ["predecessor_id"], unique=False
    )
    op.create_table(
        "parent",
        sa.Column("until_edtf", sa.String(), nullable=True),
        sa.Column("until_first", sa.String(), nullable=True),
        sa.Column("until_last", sa.String(), nullable=True),
        sa.Column("until_words", sa.String(), nullable=True),
        sa.Column("since_edtf", sa.String(), nullable=True),
        sa.Column("since_first", sa.String(), nullable=True),
        sa.Column("since_last", sa.String(), nullable=True),
        sa.Column("since_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_parent_parent_id"), "parent", ["parent_id"], unique=False)
    op.create_index(op.f("ix_parent_record_id"), "parent", ["record_id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("who_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["who_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_participant_record_id"), "participant", ["record_id"], unique=False)
    op.create_index(op.f("ix_participant_who_id"), "participant", ["who_id"], unique=False)
    op.create_table(
        "party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("who_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["who_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_party_record_id"), "party", ["record_id"], unique=False)
    op.create_index(op.f("ix_party_who_id"), "party", ["who_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("born_edtf", sa.String(), nullable=True),
        sa.Column("born_first", sa.String(), nullable=True),
        sa.Column("born_last", sa.String(), nullable=True),
        sa.Column("born_words", sa.String(), nullable=True),
        sa.Column("died_edtf", sa.String(), nullable=True),
        sa.Column("died_first", sa.String(), nullable=True),
        sa.Column("died_last", sa.String(), nullable=True),
        sa.Column("died_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("particles", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("name_order", sa.String(), nullable=False),
        sa.Column("honorific", sa.String(), nullable=False),
        sa.Column("post_nominals", sa.String(), nullable=False),
        sa.Column("spoken_address", sa.String(), nullable=False),
        sa.Column("written_address", sa.String(), nullable=False),
        sa.Column("pronunciation", sa.String(), nullable=False),
        sa.Column("gender", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("biography", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "rank",
        sa.Column("until_edtf", sa.String(), nullable=True),
        sa.Column("until_first", sa.String(), nullable=True),
        sa.Column("until_last", sa.String(), nullable=True),
        sa.Column("until_words", sa.String(), nullable=True),
        sa.Column("since_edtf", sa.String(), nullable=True),
        sa.Column("since_first", sa.String(), nullable=True),
        sa.Column("since_last", sa.String(), nullable=True),
        sa.Column("since_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_rank_record_id"), "rank", ["record_id"], unique=False)
    op.create_table(
        "record_tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"],
            ["tag.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_record_tag_record_id"), "record_tag", ["record_id"], unique=False)
    op.create_index(op.f("ix_record_tag_tag_id"), "record_tag", ["tag_id"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("row_to", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("after", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["change_id"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_revision_change_id"), "revision", ["change_id"], unique=False)
    op.create_index("revision_by_record", "revision", ["record_id"], unique=False)
    op.create_index("revision_by_row", "revision", ["table_name", "row"], unique=False)
    op.create_index(
        "revision_runs",
        "revision",
        ["table_name"],
        unique=False,
        sqlite_where=sa.text("row_to > row"),
    )
    op.create_table(
        "party_action",
        sa.Column("date_edtf", sa.String(), nullable=True),
        sa.Column("date_first", sa.String(), nullable=True),
        sa.Column("date_last", sa.String(), nullable=True),
        sa.Column("date_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("signatory_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("date_of", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["signatory_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_party_action_party_id"), "party_action", ["party_id"], unique=False)
    op.create_index(op.f("ix_party_action_record_id"), "party_action", ["record_id"], unique=False)
    op.create_index(
        op.f("ix_party_action_signatory_id"), "party_action", ["signatory_id"], unique=False
    )
    op.create_table(
        "tenure",
        sa.Column("until_edtf", sa.String(), nullable=True),
        sa.Column("until_first", sa.String(), nullable=True),
        sa.Column("until_last", sa.String(), nullable=True),
        sa.Column("until_words", sa.String(), nullable=True),
        sa.Column("since_edtf", sa.String(), nullable=True),
        sa.Column("since_first", sa.String(), nullable=True),
        sa.Column("since_last", sa.String(), nullable=True),
        sa.Column("since_words", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("acting", sa.Boolean(), nullable=False),
        sa.Column("end_state", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index(op.f("ix_tenure_office_id"), "tenure", ["office_id"], unique=False)
    op.create_index(op.f("ix_tenure_record_id"), "tenure", ["record_id"], unique=False)
    for kind in KINDS:
        op.execute(FULLTEXT.format(kind=kind))
        for setting in FULLTEXT_SETTINGS:
            op.execute(f"INSERT INTO fts_{kind} (fts_{kind}, rank) VALUES {setting}")
