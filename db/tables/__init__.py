"""What is stored: one SQLModel class a table, asked by `rows`, `engine` and the migrations.

Every record is a row in `record` and a row of the same id in the table of its kind; everything else
hangs on `record`. Dates lie in four columns each (`HistoricalDate`): canonical EDTF, first and last
possible day, and the officer's own words.
"""

from __future__ import annotations

from sqlmodel import SQLModel

from db.tables.common import (
    AttachmentRow,
    CitationRow,
    ContactRow,
    IdentifierRow,
    LinkRow,
    NameRow,
    NoteRow,
    RecordRow,
    RecordTagRow,
    SourceRow,
    TagRow,
)
from db.tables.desk import (
    BlobRow,
    ChangeRow,
    DraftRow,
    LogMarkRow,
    MergerRow,
    PrintedRow,
    RevisionRow,
    SavedSearchRow,
    SettingRow,
    StaleRow,
    StandingRow,
    TermRow,
    VerdictRow,
)
from db.tables.kinds import (
    AgreementLinkRow,
    AgreementRow,
    AmountRow,
    EventRow,
    OfficeRow,
    OrganizationRow,
    ParentRow,
    ParticipantRow,
    PartyActionRow,
    PartyRow,
    PersonRow,
    RankRow,
    TenureRow,
)

METADATA = SQLModel.metadata

__all__ = [
    "METADATA",
    "AgreementLinkRow",
    "AgreementRow",
    "AmountRow",
    "AttachmentRow",
    "BlobRow",
    "ChangeRow",
    "CitationRow",
    "ContactRow",
    "DraftRow",
    "EventRow",
    "IdentifierRow",
    "LinkRow",
    "LogMarkRow",
    "MergerRow",
    "NameRow",
    "NoteRow",
    "OfficeRow",
    "OrganizationRow",
    "ParentRow",
    "ParticipantRow",
    "PartyActionRow",
    "PartyRow",
    "PersonRow",
    "PrintedRow",
    "RankRow",
    "RecordRow",
    "RecordTagRow",
    "RevisionRow",
    "SavedSearchRow",
    "SettingRow",
    "SourceRow",
    "StaleRow",
    "StandingRow",
    "TagRow",
    "TenureRow",
    "TermRow",
    "VerdictRow",
]
