"""The border of the desk: what the window, the commands and paper may name of `db`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from db.countries import country_code, country_name, country_names
from db.dates import (
    HistoricalDate,
    day_add,
    day_from_number,
    day_number,
    overlaps,
    year_of,
)
from db.errors import (
    Conflict,
    DeskError,
    Invalid,
    Locked,
    NotOurs,
    Refused,
    Stopped,
    TooNew,
    Unavailable,
    WrongPassphrase,
)
from db.history import Change, Work
from db.imports import FileLook, Flagged, ImportReport, Rejected, import_files, look_at_file
from db.lens import HIGHEST, Lens, today
from db.lines import Line, Span
from db.lists import COLUMNS, DEFAULT_ORDER, Column
from db.names import (
    direction,
    fold,
    index_query,
    language_guess,
    script_of,
    split_name,
    split_titles,
)
from db.office_lists import OfficeLine, TenureLine
from db.offices import (
    END_UNKNOWN,
    HELD,
    START_UNKNOWN,
    Holder,
    current_tenures,
    office_text,
    rank_on,
    tenure_certainty,
    title_on,
)
from db.opening import make_desk, needs_passphrase, open_desk
from db.query import FILTERS, Filter, Query, Word, parse_query
from db.reader import Draft, Reader, Reading
from db.records import (
    KINDS,
    PLURALS,
    RECORD_TYPES,
    Agreement,
    AgreementLink,
    Amount,
    Attachment,
    Citation,
    Contact,
    Event,
    Identifier,
    Link,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Part,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Record,
    Ref,
    Source,
    Tenure,
    parts_of,
)
from db.related import Mention, Related
from db.search import Page, Reason
from db.status import STATUSES, status_on
from db.store import DeskInfo, Store
from db.words import MARKINGS, choices, is_closed, marking_level

if TYPE_CHECKING:
    from db.dates import describe_date, is_edtf, parse_range
    from db.floors import BareDisk, BareMatch, insert_seconds, last_ids, rows_after
    from db.made import made_desk
    from db.sample import load_sample

LATE = {  # loaded when first asked for: a window does not wait for them
    "BareDisk": "db.floors",
    "BareMatch": "db.floors",
    "describe_date": "db.dates",
    "insert_seconds": "db.floors",
    "is_edtf": "db.dates",
    "last_ids": "db.floors",
    "load_sample": "db.sample",
    "made_desk": "db.made",
    "parse_range": "db.dates",
    "rows_after": "db.floors",
}


def __getattr__(name: str) -> Any:
    """A name of `LATE`, by PEP 562."""
    if name in LATE:
        return getattr(import_module(LATE[name]), name)
    raise AttributeError(f"db offers no {name}")


__all__ = [
    "COLUMNS",
    "DEFAULT_ORDER",
    "END_UNKNOWN",
    "FILTERS",
    "HELD",
    "HIGHEST",
    "KINDS",
    "MARKINGS",
    "PLURALS",
    "RECORD_TYPES",
    "START_UNKNOWN",
    "STATUSES",
    "Agreement",
    "AgreementLink",
    "Amount",
    "Attachment",
    "BareDisk",
    "BareMatch",
    "Change",
    "Citation",
    "Column",
    "Conflict",
    "Contact",
    "DeskError",
    "DeskInfo",
    "Draft",
    "Event",
    "FileLook",
    "Filter",
    "Flagged",
    "HistoricalDate",
    "Holder",
    "Identifier",
    "ImportReport",
    "Invalid",
    "Lens",
    "Line",
    "Link",
    "Locked",
    "Mention",
    "Name",
    "NotOurs",
    "Note",
    "Office",
    "OfficeLine",
    "OfficeRef",
    "Organization",
    "Page",
    "Parent",
    "Part",
    "Participant",
    "Party",
    "PartyAction",
    "Person",
    "Query",
    "Rank",
    "Reader",
    "Reading",
    "Reason",
    "Record",
    "Ref",
    "Refused",
    "Rejected",
    "Related",
    "Source",
    "Span",
    "Stopped",
    "Store",
    "Tenure",
    "TenureLine",
    "TooNew",
    "Unavailable",
    "Word",
    "Work",
    "WrongPassphrase",
    "choices",
    "country_code",
    "country_name",
    "country_names",
    "current_tenures",
    "day_add",
    "day_from_number",
    "day_number",
    "describe_date",
    "direction",
    "fold",
    "import_files",
    "index_query",
    "insert_seconds",
    "is_closed",
    "is_edtf",
    "language_guess",
    "last_ids",
    "load_sample",
    "look_at_file",
    "made_desk",
    "make_desk",
    "marking_level",
    "needs_passphrase",
    "office_text",
    "open_desk",
    "overlaps",
    "parse_query",
    "parse_range",
    "parts_of",
    "rank_on",
    "rows_after",
    "script_of",
    "split_name",
    "split_titles",
    "status_on",
    "tenure_certainty",
    "title_on",
    "today",
    "year_of",
]
