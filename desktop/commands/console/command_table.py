"""The commands as a table: names, options, and which function answers; `arguments` reads by it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from typing import Any

from db import KINDS, PLURALS, RULES
from desktop.settings import PAPER

Option = tuple[tuple[str, ...], dict[str, Any]]
LISTED = (*(PLURALS[kind] for kind in KINDS), "offices", "tenures", "accreditations")


def option(*names: str, **more: Any) -> Option:
    """Return one argument, as argparse takes it."""
    return names, more


def number(text: str) -> int:
    """Return a count or the number of a change, as argparse takes it.

    >>> number("12")
    12
    """
    if not text.isdecimal() or len(text) > 15:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 up.")
    return int(text)


DESK = option("desk", help="the desk's file")
LIMIT = option("--limit", type=number, metavar="N", default=None, help="how many at most")
KIND = option("--kind", choices=LISTED, metavar="KIND", help=f"only {', '.join(LISTED)}")
PROPOSE = option("--propose", action="store_true", help="words drawn by chance, told once")
NEW_KEY_FILE = option(
    "--new-key-file", metavar="FILE", help="needed beside the passphrase from now on; made if new"
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does, where its function is (`module:name`), its arguments."""

    says: str
    where: str
    options: tuple[Option, ...] = ()
    writes: bool = field(default=False)


COMMANDS: dict[str, Command] = {
    "new": Command(
        "make a desk",
        "desk_commands:new",
        (
            DESK,
            option("--sample", action="store_true", help="with the sample records"),
            option("--encrypt", action="store_true", help="with a passphrase"),
            PROPOSE,
            NEW_KEY_FILE,
        ),
    ),
    "info": Command("describe a desk", "desk_commands:info", (DESK,)),
    "backup": Command(
        "save a verified copy of a desk, also while it is open",
        "keeping.copy_commands:backup",
        (DESK, option("file", metavar="FILE", help="the copy, a new file")),
    ),
    "restore": Command(
        "put a copy in the place of a desk, which is kept",
        "keeping.copy_commands:restore",
        (option("file", metavar="FILE", help="the copy"), DESK),
        True,
    ),
    "erase": Command(
        "erase a record for good, with its history",
        "keeping.erase_command:erase",
        (
            DESK,
            option("uid"),
            option("--preview", action="store_true", help="write nothing; show who names it"),
            option("--copies", action="store_true", help="erase it in all known copies too"),
            option("--out", metavar="FILE", help="a certificate as .pdf, .docx or .html"),
            option("--paper", choices=PAPER.choices, help="otherwise that of the preferences"),
        ),
        True,
    ),
    "subject": Command(
        "list all that a desk holds on a record",
        "keeping.subject_command:subject",
        (
            DESK,
            option("what", nargs="+", metavar="UID-or-NAME"),
            option("--out", metavar="FILE", help="a sheet as .pdf, .docx or .html"),
            option("--paper", choices=PAPER.choices, help="otherwise that of the preferences"),
        ),
    ),
    "retention": Command(
        "list what is to be kept no longer, or say until when a topic's records are",
        "keeping.retention_command:retention",
        (
            DESK,
            option("--topic", metavar="TOPIC", help="a topic that records bear"),
            option("--until", metavar="DATE", help="the day until which they are kept, or none"),
        ),
    ),
    "salvage": Command(
        "save what can be read of a damaged desk into a new one",
        "keeping.salvage_command:salvage",
        (DESK, option("file", metavar="FILE", help="the new desk")),
    ),
    "verify": Command(
        "check a desk for damage",
        "desk_commands:verify",
        (
            DESK,
            option("--rebuild", action="store_true", help="rebuild the search index"),
            option("--repair", action="store_true", help="make anew all that is derived"),
        ),
    ),
    "passphrase": Command(
        "set, change or remove the passphrase",
        "desk_commands:passphrase",
        (DESK, PROPOSE, NEW_KEY_FILE),
        True,
    ),
    "import": Command(
        "import files",
        "import_command:import_files",
        (
            DESK,
            option(
                "files",
                nargs="+",
                metavar="FILE",
                help="CSV, TSV, XLSX, XLS, ODS, Popolo JSON, a bundle",
            ),
            KIND,
            option("--map", metavar="MAP.toml", help="which column is what"),
            option("--encoding", metavar="NAME", help="of a text file, as in utf-8 or cp1252"),
            option("--sheet", metavar="NAME", help="which sheet of a workbook"),
            option("--preview", action="store_true", help="write nothing"),
        ),
        True,
    ),
    "intake": Command(
        "read a text into proposed records",
        "texts.intake_command:intake",
        (
            DESK,
            option("file", metavar="FILE|-", help=".txt .html .docx .eml .pdf, or - for a pipe"),
            option("--published", metavar="DATE", help="the day of the text"),
            option("--accept", action="store_true", help="write what is ticked, as one change"),
        ),
    ),
    "export": Command(
        "write records into a file",
        "export_command:export",
        (
            DESK,
            option("file", metavar="FILE", help=".csv .xlsx .json .ftm.jsonl .vcf .ics .zip"),
            KIND,
            option("--query", metavar="Q", help="as in the search box; otherwise all records"),
            option("--columns", metavar="A,B", help="of a table: those of the list, or fields"),
        ),
    ),
    "list": Command(
        "records of a kind",
        "list_command:list_records",
        (
            DESK,
            option("kind", choices=LISTED, metavar="KIND", help=", ".join(LISTED)),
            option("--country", metavar="C", help="of or with this state"),
            option("--party", metavar="NAME", help="a party, participant, body or office-holder"),
            option("--type", metavar="T", help="treaty, call, ministry and the like"),
            option("--status", metavar="S", help="in-force, held, ongoing and the like"),
            option("--signed", metavar="RANGE", help="EDTF or A..B"),
            option("--date", metavar="RANGE", help="EDTF or A..B"),
            option("--count", action="store_true", help="only how many"),
            LIMIT,
        ),
    ),
    "search": Command(
        "find records",
        "search_command:search",
        (
            DESK,
            option(
                "query", nargs="?", help="as in the search box; after -- if it begins with a dash"
            ),
            KIND,
            LIMIT,
            option("--exact", action="store_true", help="whole words only, as spelt"),
            option("--batch", metavar="QUERIES.csv", help="a column `query`"),
            option(
                "--top", type=number, metavar="N", default=10, help="hits for each query of a batch"
            ),
        ),
    ),
    "show": Command(
        "a record with its parts",
        "show_command:show",
        (DESK, option("what", nargs="+", metavar="UID-or-QUERY")),
    ),
    "holders": Command(
        "who held an office",
        "holders_command:holders",
        (DESK, option("office", nargs="+", metavar="OFFICE-QUERY")),
    ),
    "board": Command(
        "who holds the offices of a body, a country or the bodies that filters name",
        "offices.board_command:board",
        (
            DESK,
            option(
                "what", nargs="+", metavar="BODY-or-COUNTRY", help="or type:ministry country:pk"
            ),
            option("--and", metavar="DATE", help="another day: who came, left and moved"),
        ),
    ),
    "succeed": Command(
        "one takes up an office and who held it leaves: one change, with its event",
        "offices.succeed_command:name_holder",
        (
            DESK,
            option("person", help="who takes it up, by name or uid"),
            option("office", help="as in “foreign minister pakistan”"),
            option("--on", required=True, metavar="DATE", help="from when"),
            option("--predecessor", metavar="NAME", help="who leaves; otherwise who holds it"),
            option("--acting", action="store_true", help="holds it for the time being"),
            option("--new", action="store_true", help="make the person"),
            option("--no-event", action="store_true", help="make no event of it"),
        ),
        True,
    ),
    "clock": Command(
        "whether an agreement is in force, for whom and why; what a rule in words gives",
        "law.clock_command:clock",
        (
            option("words", nargs="*", metavar="DESK UID-or-QUERY"),
            option(
                "--what-if", metavar="WORDS", help="as if “PARTY ACT DATE” had been done as well"
            ),
            option("--batch", metavar="FILE", help="a CSV file with columns rule and from"),
        ),
    ),
    "today": Command(
        "what is coming, due or overdue on a day",
        "today_command:today",
        (
            DESK,
            option("--out", metavar="FILE", help="write it as .pdf, .docx or .html"),
            option("--paper", choices=PAPER.choices, help="otherwise that of the preferences"),
        ),
    ),
    "precedence": Command(
        "the order of heads of mission in a state",
        "law.precedence_command:precedence",
        (DESK, option("country", nargs="+", metavar="COUNTRY")),
    ),
    "edit": Command(
        "change a record",
        "edit_command:edit",
        (DESK, option("uid"), option("changes", nargs="+", metavar="FIELD=VALUE")),
        True,
    ),
    "duplicates": Command(
        "pairs of records that may be duplicates; nothing is merged",
        "duplicates_command:duplicates",
        (DESK, KIND),
    ),
    "check": Command(
        "what cannot be or is seldom right in the records", "check_command:check", (DESK, KIND)
    ),
    "merge": Command(
        "bring another copy of the desk, a courier or a bundle into it",
        "exchange.merge_command:merge",
        (
            DESK,
            option(
                "other", metavar="OTHER", help="another copy of the desk, a courier, or a bundle"
            ),
            option("--preview", "--dry-run", action="store_true", help="write nothing"),
            option(
                "--prefer",
                choices=RULES,
                metavar="RULE",
                help=f"what is taken where both changed something: {', '.join(RULES)}",
            ),
            option(
                "--decisions",
                metavar="FILE.json",
                help="what --preview --json prints, with ours or theirs as each choice",
            ),
            option("--other-passphrase-file", metavar="FILE", help="where that of OTHER is"),
            option("--other-key-file", metavar="FILE", help="what opens OTHER beside it"),
        ),
        True,
    ),
    "courier": Command(
        "write what changed since the last exchange with a desk into a file for it",
        "exchange.courier_command:courier",
        (
            DESK,
            option("file", metavar="FILE", help="the courier; `merge` takes it in there"),
            option("--to", metavar="NAME", help="for which desk, by a name of your choice"),
            option("--again", action="store_true", help="the last one anew: it did not arrive"),
            option(
                "--since",
                type=number,
                metavar="CHANGE",
                help="of the first: the last change that the other desk has, as in `history`",
            ),
            option("--courier-passphrase-file", metavar="FILE", help="where that of FILE is"),
        ),
        True,
    ),
    "history": Command(
        "what was changed", "history_commands:history", (DESK, option("uid", nargs="?"), LIMIT)
    ),
    "revert": Command(
        "undo one change",
        "history_commands:revert",
        (DESK, option("change", type=number, help="its number in `history`")),
        True,
    ),
    "print": Command(
        "sheets as PDF, for Word or as HTML",
        "sheets.print_command:print_sheets",
        (
            DESK,
            option("form"),
            option("what", nargs="*", metavar="UID-or-QUERY"),
            option("--out", required=True, metavar="FILE"),
            option("--and", metavar="DATE", help="of a reshuffle: its other day"),
            option("--paper", choices=PAPER.choices, help="otherwise that of the preferences"),
        ),
    ),
    "printed": Command(
        "what was printed, and what has changed since",
        "sheets.printed_command:print_history",
        (
            DESK,
            option("number", nargs="?", type=number, help="of a document: its changes since"),
            LIMIT,
            option("--out", metavar="FILE", help="write the changes as .pdf, .docx or .html"),
            option("--paper", choices=PAPER.choices, help="otherwise that of the preferences"),
        ),
    ),
    "settings": Command(
        "list the preferences, or set one",
        "settings_command:settings",
        (option("words", nargs="*", metavar="DESK NAME VALUE", help="each may be left out"),),
    ),
    "date": Command(
        "how a date is read",
        "date_command:date",
        (
            option("text", nargs="*"),
            option("--published", metavar="DATE"),
            option("--day-first", action="store_true"),
            option("--month-first", action="store_true"),
            option("--batch", metavar="FILE.csv", help="a column `string`"),
        ),
    ),
    "tour": Command(
        "pictures and PDFs of the sample desk", "sheets.tour_command:tour", (option("folder"),)
    ),
}
