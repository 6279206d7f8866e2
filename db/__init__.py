"""The border of the desk: what the window, the commands and paper may name of `db`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.lazy import lazy_exports

if TYPE_CHECKING:
    from db.amounts.amount_phrases import AmountPhrase, read_amount, show_number
    from db.changes.attaching import MAX_ATTACHMENT_BYTES, attachment_of, bare_name
    from db.changes.form_drafts import Draft
    from db.changes.merging.merge import merge_label, merge_records
    from db.changes.merging.merging_fields import FieldPair, field_label, field_pairs, value_text
    from db.changes.unit_of_work import Change, Work
    from db.changes.validate import breaches
    from db.checks.finding import SEVERITIES, Finding
    from db.checks.finding_mends import confirm_finding, mend_label, mend_record
    from db.copies.copy_names import CopyFile
    from db.copies.desk_copies import CopyPlan, failure_text
    from db.copies.former_copies import FormerCopy, list_former_copies
    from db.copies.restoring import restore_desk
    from db.dates import (
        DATE_ORDERS,
        DATE_STYLES,
        MONTH_NAMES,
        OPEN_END,
        HistoricalDate,
        as_sortable,
        choose_date_order,
        choose_date_style,
        day_at,
        day_from_number,
        day_number,
        describe_date,
        is_edtf,
        iso_day,
        local_time,
        parse_range,
        short_months,
        typed_day_first,
        write_day,
    )
    from db.desk_file.desk_info import DeskInfo
    from db.desk_file.making import make_desk
    from db.desk_file.opening import OlderDesk, needs_passphrase
    from db.desk_file.upgrade_stages import StageProgress, UpgradeStage
    from db.desk_opening import go_on_in, open_desk, open_to_verify, upgrade_desk
    from db.duplicates import Near, Pair, judge_different
    from db.errors import (
        Conflict,
        Damaged,
        DeskError,
        FileMoved,
        Invalid,
        Locked,
        NeedsUpgrade,
        NotOurs,
        Refused,
        Stopped,
        TooNew,
        Unavailable,
        WrongPassphrase,
    )
    from db.exchange.bundle.bundle_file import is_bundle
    from db.exchange.courier.courier_file import is_courier
    from db.exchange.courier.courier_output import (
        CourierDesk,
        CourierReport,
        courier_desks,
        write_courier,
    )
    from db.exchange.desks.bring_back import BroughtBack, bring_back
    from db.exchange.desks.merge_report import (
        RULES,
        CourierOrigin,
        Decisions,
        MergeConflict,
        MergeReport,
    )
    from db.exchange.desks.older_copy import (
        CopyComparison,
        CopyDifference,
        compare_with_copy,
        copy_for_reading,
    )
    from db.exchange.erasing.erase_record import Erasure, erase_record, look_before_erasing
    from db.exchange.export.export_report import ExportReport
    from db.exchange.export.exporter import (
        export_format,
        export_records,
        hidden_count,
    )
    from db.exchange.file_preview import look_at_file
    from db.exchange.file_reading import FileReading
    from db.exchange.importer import import_files
    from db.exchange.kept_maps import keep_map, kept_maps, shape_of
    from db.exchange.mapping.column_mapping import FieldMap, Mapping, read_map
    from db.exchange.mapping.guess.mapping_guess import file_scheme
    from db.exchange.mapping.map_edits import (
        creates,
        give_column,
        give_constant,
        helpers_by_column,
        let_create,
        made_sources,
        targets_by_column,
    )
    from db.exchange.mapping.reading_of_cells import NOT_READ, read_as
    from db.exchange.mapping.targets import TARGETS
    from db.exchange.merge_file import merge_file
    from db.exchange.placing.import_report import FileLook, ImportReport
    from db.exchange.sample import load_sample
    from db.exchange.texts.pdf_text import PDFIUM_LOCK
    from db.exchange.texts.text_file import TextOfFile, read_text_bytes, read_text_file
    from db.exchange.texts.text_head import text_head
    from db.intake.accepting import AcceptedProposal, accept_proposals
    from db.intake.desk_reading import propose_records
    from db.intake.drafting import draft_record
    from db.intake.known_texts import new_proposals
    from db.intake.proposals import (
        AgreementFields,
        EventFields,
        OrganizationFields,
        PersonFields,
        Proposal,
        Proposals,
    )
    from db.law.heads_of_mission import PRACTICE, practice_words, receiving_state
    from db.law.rule_batch import read_rule_on
    from db.law.series import is_british, read_series, write_reference
    from db.lens import HIGHEST, Lens, today
    from db.lists.board.board_changes import BOARD_CHANGES, BoardChange, board_changes
    from db.lists.board.board_contacts import OurContact
    from db.lists.board.board_rows import BoardScope
    from db.lists.board.office_board import (
        BoardBody,
        BoardHolder,
        BoardOffice,
        OfficeBoard,
        OfficeState,
    )
    from db.lists.board.office_search import FoundOffice
    from db.lists.board.state_rules import LAST_PLACE, StateRules
    from db.lists.law.agreement_clock import clock_answer
    from db.lists.law.diplomatic_list import AccreditationLine
    from db.lists.law.missions import Mission, MissionContact, MissionHead, MissionMember
    from db.lists.law.rule_readings import rule_readings
    from db.lists.law.status_table import StatusRow, StatusTable, status_table
    from db.lists.lines import Line, Span
    from db.lists.more_columns import MORE_COLUMNS, list_columns
    from db.lists.office_lists import OfficeLine, TenureLine
    from db.lists.offices import (
        Holder,
        current_tenures,
        office_text,
        rank_on,
        tenure_certainty,
        title_on,
    )
    from db.lists.participants import TitleThen
    from db.lists.record_lists import COLUMNS, DEFAULT_ORDER, Column
    from db.lists.related import Reading, Related
    from db.lists.saved_searches import View, keep_view, remove_view, rename_view
    from db.lists.status import STATUSES, plain_status, status_on, unsigned_parties
    from db.lists.timeline.bar_details import BarDetail
    from db.lists.timeline.lane_spans import LaneRequest, LanesFound, LaneSpans
    from db.lists.timeline.lane_summary import summarize_lanes, summary_key
    from db.lists.titles.references_then import with_names
    from db.lists.titles.tenure_titles import END_UNKNOWN, HELD, START_UNKNOWN, is_said_in
    from db.lists.today.today_line import (
        DAYS_BY_SETTING,
        MAX_SETTING_DAYS,
        TOPIC_RHYTHM,
        TodayLine,
        TodaySection,
    )
    from db.lists.today.topic_retention import TopicRetention, keep_topic_until
    from db.log import LOG_ROOT, logger_for
    from db.names import (
        collation_languages,
        direction,
        fold,
        index_query,
        language_code,
        language_name,
        native_language,
        split_name,
        split_titles,
    )
    from db.print_log.printed_changes import Changed
    from db.print_log.printed_documents import PrintedDocument
    from db.progress import Progress
    from db.query import FILTERS, NO_LIMIT, Filter, Query, Word, as_exact, parse_query
    from db.reader import Reader
    from db.record_types import (
        RECORD_TYPES,
        Accreditation,
        Agreement,
        AgreementLink,
        Amount,
        Attachment,
        Citation,
        Confirmation,
        Contact,
        Event,
        Identifier,
        Link,
        Name,
        Note,
        Office,
        OfficeRule,
        Organization,
        Parent,
        Part,
        Participant,
        Party,
        PartyAction,
        Person,
        Rank,
        Record,
        Source,
        Tenure,
        copy_with,
        field_names,
        parts_of,
    )
    from db.salvage.salvage_desk import (
        is_salvageable,
        needs_passphrase_to_salvage,
        salvage_desk,
    )
    from db.salvage.salvage_report import Loss, SalvageReport
    from db.search import WORST, Page, RankedHit, Reason, best_hits
    from db.search.completion import Completion
    from db.secret.key_file import join_key_file, join_new_key_file, make_key_file
    from db.secret.strength import Level, Strength, rate_passphrase
    from db.secret.word_phrases import PHRASE_WORDS, draw_phrase, phrase_bits
    from db.storage.files.disk import (
        OWNER_ONLY,
        create_file,
        give_rights,
        need_place_for_file,
        open_file,
        open_text,
    )
    from db.storage.passphrases import is_same_passphrase, passphrase_fault
    from db.store import Store
    from db.tables.fact_names import FACT_FIELDS, fact_text, find_fact, is_fact
    from db.tables.field_change import ChangeAction, FieldChange
    from db.tables.fields import Meaning, meaning_of
    from db.tables.one_line import one_line
    from db.tables.references import OfficeRef, Ref
    from db.traces.subject import HeldChange, HeldItem, SubjectReport
    from db.traces.trace_places import TracePlace
    from db.vocabulary.choices import (
        MARKINGS,
        choice_text,
        choices,
        is_closed,
        marking_level,
    )
    from db.vocabulary.countries import country_code, country_name, country_names
    from db.vocabulary.kinds import KINDS, PLURALS

# The names are loaded when first asked for: an opening window waits for little of the desk, and a
# command for what it does.
__getattr__ = lazy_exports(__name__)
