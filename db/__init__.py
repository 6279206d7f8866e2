"""The border of the desk: what the window, the commands and paper may name of `db`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.late import offered

if TYPE_CHECKING:
    from db.attaching import LARGEST_ATTACHMENT, attachment_of, bare_name
    from db.company import TitleThen
    from db.completion import Completion
    from db.countries import country_code, country_name, country_names
    from db.dates import (
        HistoricalDate,
        day_add,
        day_from_number,
        day_number,
        describe_date,
        is_edtf,
        overlaps,
        parse_range,
        year_of,
    )
    from db.desk_info import DeskInfo
    from db.disk import (
        OWNER_ONLY,
        create_file,
        give_rights,
        need_place_for_file,
        open_file,
        open_text,
    )
    from db.drafts import Draft
    from db.duplicates import Near, Pair, judge_different
    from db.errors import (
        Conflict,
        Damaged,
        DeskError,
        FileMoved,
        Invalid,
        Locked,
        NotOurs,
        Refused,
        Stopped,
        TooNew,
        Unavailable,
        WrongPassphrase,
    )
    from db.floors import BareDisk, BareMatch, insert_seconds, last_ids, rows_after
    from db.history import Change, Work
    from db.imports import FileLook, Flagged, ImportReport, Rejected, import_files, look_at_file
    from db.lens import HIGHEST, Lens, today
    from db.lines import Line, Span
    from db.lists import COLUMNS, DEFAULT_ORDER, Column
    from db.made import made_desk
    from db.merging import merge_label, merge_records
    from db.merging_fields import FieldPair, field_label, field_pairs, value_text
    from db.names import (
        direction,
        fold,
        index_query,
        language_code,
        language_guess,
        language_name,
        native_language,
        script_of,
        split_name,
        split_titles,
    )
    from db.office_lists import OfficeLine, TenureLine
    from db.offices import (
        Holder,
        current_tenures,
        office_text,
        rank_on,
        tenure_certainty,
        title_on,
    )
    from db.opening import go_on_in, make_desk, needs_passphrase, open_desk
    from db.passphrases import is_same_passphrase, passphrase_fault
    from db.printed import PrintedDocument
    from db.printed_changes import Changed
    from db.query import FILTERS, Filter, Query, Word, as_exact, parse_query
    from db.reader import Reader, Reading
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
    from db.sample import load_sample
    from db.search import WORST, Page, Reason
    from db.status import STATUSES, plain_status, status_on, unsigned_parties
    from db.store import Store
    from db.titles import END_UNKNOWN, HELD, START_UNKNOWN
    from db.views import View, keep_view, remove_view, rename_view
    from db.words import MARKINGS, choices, is_closed, marking_level

# Where each name lives. It is loaded when first asked for: an opening window waits for little of
# the desk, and a command for what it does.
PLACES = {
    "attaching": "LARGEST_ATTACHMENT attachment_of bare_name",
    "company": "TitleThen",
    "completion": "Completion",
    "countries": "country_code country_name country_names",
    "dates": (
        "HistoricalDate day_add day_from_number day_number describe_date is_edtf overlaps "
        "parse_range year_of"
    ),
    "desk_info": "DeskInfo",
    "disk": "OWNER_ONLY create_file give_rights need_place_for_file open_file open_text",
    "duplicates": "Near Pair judge_different",
    "errors": (
        "Conflict Damaged DeskError FileMoved Invalid Locked NotOurs Refused Stopped TooNew "
        "Unavailable WrongPassphrase"
    ),
    "floors": "BareDisk BareMatch insert_seconds last_ids rows_after",
    "history": "Change Work",
    "imports": "FileLook Flagged ImportReport Rejected import_files look_at_file",
    "lens": "HIGHEST Lens today",
    "lines": "Line Span",
    "lists": "COLUMNS DEFAULT_ORDER Column",
    "made": "made_desk",
    "merging": "merge_label merge_records",
    "merging_fields": "FieldPair field_label field_pairs value_text",
    "names": (
        "direction fold index_query language_code language_guess language_name native_language"
        " script_of split_name split_titles"
    ),
    "office_lists": "OfficeLine TenureLine",
    "offices": ("Holder current_tenures office_text rank_on tenure_certainty title_on"),
    "opening": "go_on_in make_desk needs_passphrase open_desk",
    "passphrases": "is_same_passphrase passphrase_fault",
    "printed": "PrintedDocument",
    "printed_changes": "Changed",
    "query": "FILTERS Filter Query Word as_exact parse_query",
    "drafts": "Draft",
    "reader": "Reader Reading",
    "records": (
        "KINDS PLURALS RECORD_TYPES Agreement AgreementLink Amount Attachment Citation Contact "
        "Event Identifier Link Name Note Office OfficeRef Organization Parent Part Participant "
        "Party PartyAction Person Rank Record Ref Source Tenure parts_of"
    ),
    "related": "Mention Related",
    "sample": "load_sample",
    "search": "WORST Page Reason",
    "status": "STATUSES plain_status status_on unsigned_parties",
    "store": "Store",
    "titles": "END_UNKNOWN HELD START_UNKNOWN",
    "views": "View keep_view remove_view rename_view",
    "words": "MARKINGS choices is_closed marking_level",
}
__getattr__ = offered(__name__, PLACES)

__all__ = [
    "COLUMNS",
    "DEFAULT_ORDER",
    "END_UNKNOWN",
    "FILTERS",
    "HELD",
    "HIGHEST",
    "KINDS",
    "LARGEST_ATTACHMENT",
    "MARKINGS",
    "OWNER_ONLY",
    "PLURALS",
    "RECORD_TYPES",
    "START_UNKNOWN",
    "STATUSES",
    "WORST",
    "Agreement",
    "AgreementLink",
    "Amount",
    "Attachment",
    "BareDisk",
    "BareMatch",
    "Change",
    "Changed",
    "Citation",
    "Column",
    "Completion",
    "Conflict",
    "Contact",
    "Damaged",
    "DeskError",
    "DeskInfo",
    "Draft",
    "Event",
    "FieldPair",
    "FileLook",
    "FileMoved",
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
    "Near",
    "NotOurs",
    "Note",
    "Office",
    "OfficeLine",
    "OfficeRef",
    "Organization",
    "Page",
    "Pair",
    "Parent",
    "Part",
    "Participant",
    "Party",
    "PartyAction",
    "Person",
    "PrintedDocument",
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
    "TitleThen",
    "TooNew",
    "Unavailable",
    "View",
    "Word",
    "Work",
    "WrongPassphrase",
    "as_exact",
    "attachment_of",
    "bare_name",
    "choices",
    "country_code",
    "country_name",
    "country_names",
    "create_file",
    "current_tenures",
    "day_add",
    "day_from_number",
    "day_number",
    "describe_date",
    "direction",
    "field_label",
    "field_pairs",
    "fold",
    "give_rights",
    "go_on_in",
    "import_files",
    "index_query",
    "insert_seconds",
    "is_closed",
    "is_edtf",
    "is_same_passphrase",
    "judge_different",
    "keep_view",
    "language_code",
    "language_guess",
    "language_name",
    "last_ids",
    "load_sample",
    "look_at_file",
    "made_desk",
    "make_desk",
    "marking_level",
    "merge_label",
    "merge_records",
    "native_language",
    "need_place_for_file",
    "needs_passphrase",
    "office_text",
    "open_desk",
    "open_file",
    "open_text",
    "overlaps",
    "parse_query",
    "parse_range",
    "parts_of",
    "passphrase_fault",
    "plain_status",
    "rank_on",
    "remove_view",
    "rename_view",
    "rows_after",
    "script_of",
    "split_name",
    "split_titles",
    "status_on",
    "tenure_certainty",
    "title_on",
    "today",
    "unsigned_parties",
    "value_text",
    "year_of",
]
