"""What an import did or would do, in words; its dialogs and the window's message ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.style.translated import QT_TRANSLATE_NOOP as _

if TYPE_CHECKING:
    from db import FileLook, ImportReport

KINDS = {
    "people": (_("Import", "{n} person"), _("Import", "{n} people")),
    "organizations": (_("Import", "{n} organization"), _("Import", "{n} organizations")),
    "offices": (_("Import", "{n} office"), _("Import", "{n} offices")),
    "tenures": (_("Import", "{n} tenure"), _("Import", "{n} tenures")),
    "accreditations": (_("Import", "{n} accreditation"), _("Import", "{n} accreditations")),
    "agreements": (_("Import", "{n} agreement"), _("Import", "{n} agreements")),
    "events": (_("Import", "{n} event"), _("Import", "{n} events")),
}
KIND_NAMES = {
    "people": _("Import", "People"),
    "organizations": _("Import", "Organizations"),
    "offices": _("Import", "Offices"),
    "tenures": _("Import", "Tenures: who held which office"),
    "accreditations": _("Import", "Accreditations: heads of mission"),
    "agreements": _("Import", "Agreements"),
    "events": _("Import", "Events"),
}
TARGETS = {  # those whose key is no plain word
    "id": _("Import", "the row's own identity"),
    "given_name": _("Import", "given name"),
    "family_name": _("Import", "family name"),
    "native_name": _("Import", "native name"),
    "in_force": _("Import", "in force"),
    "end_state": _("Import", "end state"),
    "party_act": _("Import", "party: what it did"),
    "party_signed": _("Import", "party: signed"),
    "party_ratified": _("Import", "party: ratified"),
    "party_accepted": _("Import", "party: accepted"),
    "party_acceded": _("Import", "party: acceded"),
    "party_succeeded": _("Import", "party: succeeded"),
    "party_deposited": _("Import", "party: deposited"),
    "party_in_force": _("Import", "party: in force"),
    "party_withdrew": _("Import", "party: withdrew"),
    "party_act_date": _("Import", "party: date of the act"),
    "party_act_kind": _("Import", "party: meaning of the date"),
    "party_effect": _("Import", "party: takes effect"),
    "party_text": _("Import", "party: text"),
    "party_territory": _("Import", "party: territory"),
    "party_towards": _("Import", "party: towards"),
    "link_nature": _("Import", "relation to the other agreement"),
    "link_to": _("Import", "other agreement"),
    "link_scope": _("Import", "scope of the relation"),
    "in_force_rule": _("Import", "rule of entry into force"),
    "in_force_clause": _("Import", "entry-into-force clause"),
    "later_rule": _("Import", "rule for later parties"),
    "withdrawal_rule": _("Import", "rule of withdrawal"),
    "parties_complete": _("Import", "all parties are listed"),
    "provisional_from": _("Import", "provisional application from"),
    "provisional_until": _("Import", "provisional application until"),
    "provisional_who": _("Import", "provisionally applied by"),
    "share_met": _("Import", "share reached"),
    "notice_period": _("Import", "notice period"),
    "legal_opinion": _("Import", "legal opinion"),
    "original_place": _("Import", "place of the original"),
    "signature_until": _("Import", "open for signature until"),
    "true_copy": _("Import", "true copy handed"),
    "for_class": _("Import", "in place of"),
    "absent_from": _("Import", "absent from"),
    "absent_until": _("Import", "absent until"),
    "keep_until": _("Import", "keep until"),
}
LISTS = {  # what files hold that are no tables, one object and several
    "cards": (_("Import", "{n} card"), _("Import", "{n} cards")),
    "people": (_("Import", "{n} person"), _("Import", "{n} people")),
    "persons": (_("Import", "{n} person"), _("Import", "{n} persons")),
    "organizations": (_("Import", "{n} organization"), _("Import", "{n} organizations")),
    "memberships": (_("Import", "{n} membership"), _("Import", "{n} memberships")),
    "posts": (_("Import", "{n} post"), _("Import", "{n} posts")),
    "agreements": (_("Import", "{n} agreement"), _("Import", "{n} agreements")),
    "events": (_("Import", "{n} event"), _("Import", "{n} events")),
    "areas": (_("Import", "{n} area"), _("Import", "{n} areas")),
}
LIST_OF = {
    "people": "persons",
    "organizations": "organizations",
    "offices": "posts",
    "tenures": "memberships",
    "events": "events",
}
ENCODINGS = {  # those that can be chosen, with the writing of which they are
    "utf-8": _("Import", "Unicode"),
    "utf-16": _("Import", "Unicode"),
    "cp1252": _("Import", "Western European"),
    "cp1250": _("Import", "Central European"),
    "cp1257": _("Import", "Baltic"),
    "cp1254": _("Import", "Turkish"),
    "cp1251": _("Import", "Cyrillic"),
    "koi8-r": _("Import", "Cyrillic"),
    "cp1253": _("Import", "Greek"),
    "cp1255": _("Import", "Hebrew"),
    "cp1256": _("Import", "Arabic"),
    "cp874": _("Import", "Thai"),
    "gb18030": _("Import", "Chinese, simplified"),
    "big5": _("Import", "Chinese, traditional"),
    "cp932": _("Import", "Japanese"),
    "euc-jp": _("Import", "Japanese"),
    "cp949": _("Import", "Korean"),
    "cp850": _("Import", "Western European, DOS"),
    "mac-roman": _("Import", "Western European, Macintosh"),
}
MAX_DESCRIBED_FILES = 3  # files described one by one
DELIMITERS = {
    ",": _("Import", "comma-separated"),
    ";": _("Import", "semicolon-separated"),
    "\t": _("Import", "tab-separated"),
    "|": _("Import", "bar-separated"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)


def encoding_text(name: str) -> str:
    """Return an encoding in words: "Cyrillic (KOI8-R)"."""
    text = name.upper()
    if name not in ENCODINGS:
        return text
    return _tr("{writing} ({encoding})").format(writing=_tr(ENCODINGS[name]), encoding=text)


def number(count: int) -> str:
    """Return a number as the officer's locale writes it."""
    return QLocale().toString(count)


def count_phrase(counts: Mapping[str, int]) -> str:
    """Return numbers by kind in words, what is none left out: "4,271 events, 55 people"."""
    return ", ".join(
        _tr(KINDS[kind][count != 1]).format(n=number(count))
        for kind, count in counts.items()
        if count
    )


def rows(count: int) -> str:
    """Count rows in words."""
    return _tr("{n} row" if count == 1 else "{n} rows").format(n=number(count))


def target_text(target: str) -> str:
    """Return what a column becomes; where a file lists several kinds, with the kind before it."""
    kind, dot, name = target.rpartition(".")
    field_name = _tr(TARGETS.get(name, name))
    short = _tr(KIND_NAMES[kind]).partition(":")[0] if dot else ""
    return _tr("{kind}: {field}").format(kind=short, field=field_name) if dot else field_name


def file_kind(report: ImportReport) -> str:
    """Return the kind of record that the file lists: it is always counted, and counted first."""
    return next(iter(report.created), "")


def files_text(paths: Sequence[Path], looks: Sequence[FileLook]) -> str:
    """Return the files by name, and what each is, a line each; of many files the first."""
    look_texts = [look_text(look) for look in looks]
    lines = [
        f"{path.name}: {text}" if text else path.name
        for path, text in zip_longest(
            paths[:MAX_DESCRIBED_FILES], look_texts[: len(paths)][:MAX_DESCRIBED_FILES]
        )
    ]
    if len(paths) > MAX_DESCRIBED_FILES:
        more = number(len(paths) - MAX_DESCRIBED_FILES)
        lines.append(_tr("and {n} more").format(n=more))
    return "\n".join(lines)


def look_text(look: FileLook) -> str:
    """Return what a file is, in one line."""
    size = QLocale().formattedDataSize(look.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    if look.lists:
        counts = dict(look.lists)
        list_counts = ", ".join(
            _tr(words[counts[name] != 1]).format(n=number(counts[name]))
            for name, words in LISTS.items()
            if name in counts
        )
        text = _tr("{format} in {encoding}: {what}, {size}")
        encoding = look.encoding.upper()
        return text.format(format=look.format, encoding=encoding, what=list_counts, size=size)
    if look.sheet:
        shape = _tr("spreadsheet, sheet “{sheet}”").format(sheet=look.sheet)
    elif not look.delimiter:
        shape = _tr("spreadsheet")
    else:
        cut = DELIMITERS.get(look.delimiter)
        text = _tr(cut) if cut else _tr("separated by “{sign}”").format(sign=look.delimiter)
        shape = f"{_tr('text in {encoding}').format(encoding=look.encoding.upper())}, {text}"
    count = len(look.headings)
    columns = _tr("{n} column" if count == 1 else "{n} columns").format(n=number(count))
    return f"{shape}, {columns}, {size}"


def done_text(report: ImportReport) -> str:
    """Return what an import did, in one sentence or two."""
    phrases = []
    if created := count_phrase(report.created):
        phrases.append(_tr("{what} imported").format(what=created))
    if referenced := count_phrase(report.referenced):
        phrases.append(_tr("{what} made because rows name them").format(what=referenced))
    if changed := count_phrase(report.updated):
        phrases.append(_tr("{what} updated").format(what=changed))
    if not phrases and any(report.unchanged.values()):
        phrases.append(_tr("Everything in the file is on the desk already; nothing was changed"))
    text = "; ".join(phrases) or _tr("No row of the file was imported")
    faults = faults_text(report)
    return f"{text}. {faults}" if faults else f"{text}."


def split_text(report: ImportReport) -> str:
    """Say how many names were taken apart here, with the first that shows how; empty when none
    was.
    """
    if not report.split:
        return ""
    people = _tr("{n} person" if report.split == 1 else "{n} people")
    text = _tr("Given and family name were read from the name of {who}, not given in the file.")
    sentence = text.format(who=people.format(n=number(report.split)))
    first = next((each for each in report.split_names if each["given"] and each["family"]), None)
    if first is None:
        return sentence
    example_text = _tr("For example “{name}”: {given} is the given name, {family} the family name.")
    example = example_text.format(name=first["name"], given=first["given"], family=first["family"])
    return f"{sentence} {example}"


def faults_text(report: ImportReport) -> str:
    """Say how many rows were refused or need checking; empty when there are none."""
    refused, flagged = len(report.rejected), len(report.flagged)
    if refused and flagged:
        text = _tr("Refused: {refused}; to check: {flagged}.")
    elif refused:
        text = _tr("Refused: {refused}.")
    else:
        text = _tr("To check: {flagged}.") if flagged else ""
    return text.format(refused=rows(refused), flagged=remarks(flagged))


def remarks(count: int) -> str:
    """Count remarks in words, of which a row may have several and the whole file some too."""
    return _tr("{n} remark" if count == 1 else "{n} remarks").format(n=number(count))
