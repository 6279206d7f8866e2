"""The first form of a desk: every table, every index, the full text."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

KINDS = ("person", "organization", "agreement", "event")
FULLTEXT = (
    "CREATE VIRTUAL TABLE fts_{kind} USING fts5(name, open, restricted, confidential, secret,"
    " content='', contentless_delete=1, prefix='1 2 3',"
    " tokenize='unicode61 remove_diacritics 0')"
)
# Saves never merge the index; the program does that when nobody waits.
FULLTEXT_SETTINGS = ("('automerge', 0)", "('crisismerge', 256)")
# As SQLite keeps them and `schema` compares them, white space apart; a date is four columns.
TABLES = """
CREATE TABLE blob ( sha256 VARCHAR NOT NULL, data BLOB NOT NULL, PRIMARY KEY (sha256) );
CREATE TABLE change (
    id INTEGER NOT NULL, time VARCHAR NOT NULL, author VARCHAR NOT NULL, label VARCHAR NOT NULL,
    reverts INTEGER,
    PRIMARY KEY (id), FOREIGN KEY(reverts) REFERENCES change (id)
);
CREATE INDEX ix_change_reverts ON change (reverts);
CREATE TABLE draft (
    id INTEGER NOT NULL, kind VARCHAR NOT NULL, record_id INTEGER, payload VARCHAR NOT NULL,
    written VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_draft_record_id ON draft (record_id);
CREATE TABLE record (
    id INTEGER NOT NULL, uid VARCHAR NOT NULL, kind VARCHAR NOT NULL, title VARCHAR NOT NULL,
    sort_title VARCHAR NOT NULL, marking INTEGER NOT NULL, country VARCHAR NOT NULL, day VARCHAR,
    checked_on VARCHAR, created VARCHAR NOT NULL, changed VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (id), UNIQUE (uid)
);
CREATE INDEX ix_record_changed ON record (changed);
CREATE INDEX record_by_country ON record (kind, country, sort_title, marking);
CREATE INDEX record_by_day ON record (kind, day, marking);
CREATE INDEX record_by_title ON record (kind, sort_title, marking);
CREATE TABLE setting ( "key" VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY ("key") );
CREATE TABLE source (
    published_edtf VARCHAR, published_first VARCHAR, published_last VARCHAR,
    published_words VARCHAR,
    id INTEGER NOT NULL, uid VARCHAR NOT NULL, title VARCHAR NOT NULL, publisher VARCHAR NOT NULL,
    author VARCHAR NOT NULL, url VARCHAR NOT NULL, text VARCHAR NOT NULL, marking INTEGER NOT NULL,
    PRIMARY KEY (id), UNIQUE (uid)
);
CREATE INDEX ix_source_title ON source (title);
CREATE TABLE stale ( record_id INTEGER NOT NULL, PRIMARY KEY (record_id) );
CREATE TABLE tag (
    id INTEGER NOT NULL, parent_id INTEGER, text VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(parent_id) REFERENCES tag (id), UNIQUE (text)
);
CREATE INDEX ix_tag_parent_id ON tag (parent_id);
CREATE TABLE agreement (
    concluded_edtf VARCHAR, concluded_first VARCHAR, concluded_last VARCHAR,
    concluded_words VARCHAR,
    provisional_edtf VARCHAR, provisional_first VARCHAR, provisional_last VARCHAR,
    provisional_words VARCHAR,
    in_force_edtf VARCHAR, in_force_first VARCHAR, in_force_last VARCHAR, in_force_words VARCHAR,
    terminated_edtf VARCHAR, terminated_first VARCHAR, terminated_last VARCHAR,
    terminated_words VARCHAR,
    id INTEGER NOT NULL, kind VARCHAR NOT NULL, binding VARCHAR NOT NULL, level VARCHAR NOT NULL,
    laterality VARCHAR NOT NULL, reference VARCHAR NOT NULL, stage VARCHAR NOT NULL,
    place VARCHAR NOT NULL, languages VARCHAR NOT NULL, depositary VARCHAR NOT NULL,
    in_force_clause VARCHAR NOT NULL, duration VARCHAR NOT NULL, renewal VARCHAR NOT NULL,
    notice_period VARCHAR NOT NULL, registration VARCHAR NOT NULL, summary VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES record (id)
);
CREATE TABLE agreement_link (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, other_id INTEGER NOT NULL,
    position INTEGER NOT NULL, nature VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(other_id) REFERENCES record (id),
    FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_agreement_link_other_id ON agreement_link (other_id);
CREATE INDEX ix_agreement_link_record_id ON agreement_link (record_id);
CREATE TABLE amount (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER NOT NULL,
    number VARCHAR NOT NULL, currency VARCHAR NOT NULL, qualifier VARCHAR NOT NULL,
    stage VARCHAR NOT NULL, note VARCHAR NOT NULL,
    as_of_edtf VARCHAR, as_of_first VARCHAR, as_of_last VARCHAR, as_of_words VARCHAR,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_amount_record_id ON amount (record_id);
CREATE TABLE attachment (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER NOT NULL,
    file_name VARCHAR NOT NULL, media_type VARCHAR NOT NULL, size INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL, marking INTEGER NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_attachment_record_id ON attachment (record_id);
CREATE TABLE citation (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
    position INTEGER NOT NULL, field VARCHAR NOT NULL, passage VARCHAR NOT NULL,
    confidence VARCHAR NOT NULL, stance VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id),
    FOREIGN KEY(source_id) REFERENCES source (id)
);
CREATE INDEX ix_citation_record_id ON citation (record_id);
CREATE INDEX ix_citation_source_id ON citation (source_id);
CREATE TABLE contact (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER NOT NULL,
    kind VARCHAR NOT NULL, value VARCHAR NOT NULL, note VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_contact_record_id ON contact (record_id);
CREATE TABLE event (
    start_edtf VARCHAR, start_first VARCHAR, start_last VARCHAR, start_words VARCHAR,
    end_edtf VARCHAR, end_first VARCHAR, end_last VARCHAR, end_words VARCHAR,
    id INTEGER NOT NULL, kind VARCHAR NOT NULL, local_time VARCHAR NOT NULL, zone VARCHAR NOT NULL,
    place VARCHAR NOT NULL, channel VARCHAR NOT NULL, status VARCHAR NOT NULL,
    initiated_by_id INTEGER, part_of_id INTEGER, outcome VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES record (id),
    FOREIGN KEY(initiated_by_id) REFERENCES record (id),
    FOREIGN KEY(part_of_id) REFERENCES record (id)
);
CREATE INDEX ix_event_initiated_by_id ON event (initiated_by_id);
CREATE INDEX ix_event_part_of_id ON event (part_of_id);
CREATE TABLE identifier (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER NOT NULL,
    scheme VARCHAR NOT NULL, value VARCHAR NOT NULL, about VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX identifier_by_value ON identifier (value, scheme);
CREATE INDEX ix_identifier_record_id ON identifier (record_id);
CREATE TABLE link (
    until_edtf VARCHAR, until_first VARCHAR, until_last VARCHAR, until_words VARCHAR,
    since_edtf VARCHAR, since_first VARCHAR, since_last VARCHAR, since_words VARCHAR,
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, other_id INTEGER NOT NULL,
    position INTEGER NOT NULL, nature VARCHAR NOT NULL, note VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(other_id) REFERENCES record (id),
    FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_link_other_id ON link (other_id);
CREATE INDEX ix_link_record_id ON link (record_id);
CREATE TABLE name (
    until_edtf VARCHAR, until_first VARCHAR, until_last VARCHAR, until_words VARCHAR,
    since_edtf VARCHAR, since_first VARCHAR, since_last VARCHAR, since_words VARCHAR,
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER NOT NULL,
    kind VARCHAR NOT NULL, text VARCHAR NOT NULL, language VARCHAR NOT NULL,
    script VARCHAR NOT NULL, folded VARCHAR NOT NULL, skeleton VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_name_folded ON name (folded);
CREATE INDEX ix_name_record_id ON name (record_id);
CREATE TABLE note (
    date_edtf VARCHAR, date_first VARCHAR, date_last VARCHAR, date_words VARCHAR,
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER NOT NULL,
    text VARCHAR NOT NULL, author VARCHAR NOT NULL, marking INTEGER NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_note_record_id ON note (record_id);
CREATE TABLE office (
    founded_edtf VARCHAR, founded_first VARCHAR, founded_last VARCHAR, founded_words VARCHAR,
    dissolved_edtf VARCHAR, dissolved_first VARCHAR, dissolved_last VARCHAR,
    dissolved_words VARCHAR,
    id INTEGER NOT NULL, uid VARCHAR NOT NULL, record_id INTEGER NOT NULL,
    position INTEGER NOT NULL, title VARCHAR NOT NULL, folded VARCHAR NOT NULL, seats INTEGER,
    precedence INTEGER,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id), UNIQUE (uid)
);
CREATE INDEX ix_office_folded ON office (folded);
CREATE INDEX ix_office_record_id ON office (record_id);
CREATE TABLE organization (
    founded_edtf VARCHAR, founded_first VARCHAR, founded_last VARCHAR, founded_words VARCHAR,
    dissolved_edtf VARCHAR, dissolved_first VARCHAR, dissolved_last VARCHAR,
    dissolved_words VARCHAR,
    id INTEGER NOT NULL, kind VARCHAR NOT NULL, acronym VARCHAR NOT NULL, purpose VARCHAR NOT NULL,
    predecessor_id INTEGER,
    PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES record (id),
    FOREIGN KEY(predecessor_id) REFERENCES record (id)
);
CREATE INDEX ix_organization_predecessor_id ON organization (predecessor_id);
CREATE TABLE parent (
    until_edtf VARCHAR, until_first VARCHAR, until_last VARCHAR, until_words VARCHAR,
    since_edtf VARCHAR, since_first VARCHAR, since_last VARCHAR, since_words VARCHAR,
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, parent_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(parent_id) REFERENCES record (id),
    FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_parent_parent_id ON parent (parent_id);
CREATE INDEX ix_parent_record_id ON parent (record_id);
CREATE TABLE participant (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, who_id INTEGER NOT NULL,
    position INTEGER NOT NULL, role VARCHAR NOT NULL, side VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id),
    FOREIGN KEY(who_id) REFERENCES record (id)
);
CREATE INDEX ix_participant_record_id ON participant (record_id);
CREATE INDEX ix_participant_who_id ON participant (who_id);
CREATE TABLE party (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, who_id INTEGER NOT NULL,
    position INTEGER NOT NULL, side VARCHAR NOT NULL, capacity VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id),
    FOREIGN KEY(who_id) REFERENCES record (id)
);
CREATE INDEX ix_party_record_id ON party (record_id);
CREATE INDEX ix_party_who_id ON party (who_id);
CREATE TABLE person (
    born_edtf VARCHAR, born_first VARCHAR, born_last VARCHAR, born_words VARCHAR,
    died_edtf VARCHAR, died_first VARCHAR, died_last VARCHAR, died_words VARCHAR,
    id INTEGER NOT NULL, given VARCHAR NOT NULL, particles VARCHAR NOT NULL,
    family VARCHAR NOT NULL, name_order VARCHAR NOT NULL, honorific VARCHAR NOT NULL,
    post_nominals VARCHAR NOT NULL, spoken_address VARCHAR NOT NULL,
    written_address VARCHAR NOT NULL, pronunciation VARCHAR NOT NULL, gender VARCHAR NOT NULL,
    languages VARCHAR NOT NULL, biography VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES record (id)
);
CREATE TABLE rank (
    until_edtf VARCHAR, until_first VARCHAR, until_last VARCHAR, until_words VARCHAR,
    since_edtf VARCHAR, since_first VARCHAR, since_last VARCHAR, since_words VARCHAR,
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER NOT NULL,
    title VARCHAR NOT NULL, service VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id)
);
CREATE INDEX ix_rank_record_id ON rank (record_id);
CREATE TABLE record_tag (
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, tag_id INTEGER NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id),
    FOREIGN KEY(tag_id) REFERENCES tag (id)
);
CREATE INDEX ix_record_tag_record_id ON record_tag (record_id);
CREATE INDEX ix_record_tag_tag_id ON record_tag (tag_id);
CREATE TABLE revision (
    id INTEGER NOT NULL, change_id INTEGER NOT NULL, table_name VARCHAR NOT NULL,
    "row" INTEGER NOT NULL, row_to INTEGER NOT NULL, record_id INTEGER, "before" BLOB,
    "after" BLOB,
    PRIMARY KEY (id), FOREIGN KEY(change_id) REFERENCES change (id)
);
CREATE INDEX ix_revision_change_id ON revision (change_id);
CREATE INDEX revision_by_record ON revision (record_id);
CREATE INDEX revision_by_row ON revision (table_name, "row");
CREATE INDEX revision_runs ON revision (table_name) WHERE row_to > row;
CREATE TABLE party_action (
    date_edtf VARCHAR, date_first VARCHAR, date_last VARCHAR, date_words VARCHAR,
    id INTEGER NOT NULL, record_id INTEGER NOT NULL, party_id INTEGER NOT NULL,
    signatory_id INTEGER, position INTEGER NOT NULL, action VARCHAR NOT NULL,
    date_of VARCHAR NOT NULL, note VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(party_id) REFERENCES party (id),
    FOREIGN KEY(record_id) REFERENCES record (id),
    FOREIGN KEY(signatory_id) REFERENCES record (id)
);
CREATE INDEX ix_party_action_party_id ON party_action (party_id);
CREATE INDEX ix_party_action_record_id ON party_action (record_id);
CREATE INDEX ix_party_action_signatory_id ON party_action (signatory_id);
CREATE TABLE tenure (
    until_edtf VARCHAR, until_first VARCHAR, until_last VARCHAR, until_words VARCHAR,
    since_edtf VARCHAR, since_first VARCHAR, since_last VARCHAR, since_words VARCHAR,
    id INTEGER NOT NULL, uid VARCHAR NOT NULL, record_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL, position INTEGER NOT NULL, acting BOOLEAN NOT NULL,
    end_state VARCHAR NOT NULL, note VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(office_id) REFERENCES office (id),
    FOREIGN KEY(record_id) REFERENCES record (id), UNIQUE (uid)
);
CREATE INDEX ix_tenure_office_id ON tenure (office_id);
CREATE INDEX ix_tenure_record_id ON tenure (record_id);
"""


def upgrade() -> None:
    """Make everything."""
    for statement in filter(str.strip, TABLES.split(";")):
        op.execute(statement)
    for kind in KINDS:
        op.execute(FULLTEXT.format(kind=kind))
        for setting in FULLTEXT_SETTINGS:
            op.execute(f"INSERT INTO fts_{kind} (fts_{kind}, rank) VALUES {setting}")
