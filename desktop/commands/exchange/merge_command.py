"""The command `merge`: another copy of the desk, a courier or a bundle, merged as one change."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from db import (
    CourierOrigin,
    Decisions,
    MergeConflict,
    MergeReport,
    Refused,
    Unavailable,
    is_bundle,
    is_courier,
    merge_file,
    needs_passphrase,
    open_text,
)
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import (
    PASSPHRASE,
    ask_passphrase,
    open_store,
    passphrase_in,
    with_key_file,
)
from desktop.commands.console.output import DONE, FLAGGED, Result
from desktop.commands.console.text_table import align_rows, count_phrase

OTHER_PASSPHRASE = "AIDE_MEMOIRE_OTHER_PASSPHRASE"
MAX_LISTED_CONFLICTS = 20  # listed for people; JSON has them all
MAX_DECISION_BYTES = 64 << 20


def merge(arguments: argparse.Namespace) -> Result:
    """Merge, or say what would come of it; what both sides changed and nobody decided is told."""
    path = Path(arguments.other)
    decisions = Decisions(arguments.prefer or "", _choices_in(arguments.decisions))
    with open_store(arguments) as store:
        report = merge_file(
            store,
            path,
            lens_of(arguments),
            passphrase=_other_passphrase(arguments, path),
            decisions=decisions,
            preview=arguments.preview,
            progress=terminal_progress.on_terminal(),
        )
    return Result(
        _data(report), _lines(report, arguments), FLAGGED if report.undecided_count else DONE
    )


def _other_passphrase(arguments: argparse.Namespace, path: Path) -> str:
    """Return the passphrase of the other desk, with its key file: its own, or else those of the
    first.
    """
    if is_bundle(path) or not (is_courier(path) or needs_passphrase(path)):
        return ""
    if arguments.other_passphrase_file:
        typed = passphrase_in(Path(arguments.other_passphrase_file))
        return with_key_file(typed, arguments.other_key_file)
    lacking = (
        f"{path.name} is encrypted, or is not a desk; put its passphrase in the variable"
        f" {OTHER_PASSPHRASE} or in a file named by --other-passphrase-file."
    )
    own = os.environ.get(OTHER_PASSPHRASE)
    known = own or os.environ.get(PASSPHRASE)
    typed = known or ask_passphrase(f"Passphrase of {path.name}: ", lacking)
    is_of_first = known and not own and not is_courier(path)
    return with_key_file(
        typed, arguments.other_key_file or (arguments.key_file if is_of_first else None)
    )


def _choices_in(name: str | None) -> dict[tuple[str, str], str]:
    """Return what a file of decisions says, by uid and field."""
    if not name:
        return {}
    try:
        with open_text(Path(name), "utf-8") as file:
            found = json.loads(file.read(MAX_DECISION_BYTES))
    except OSError as error:
        raise Unavailable(f"{name} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise Refused(f"{name} holds no JSON; begin with what --preview --json prints.") from error
    entries = found.get("conflicts") if isinstance(found, dict) else found
    if not isinstance(entries, list):
        raise Refused(f"{name} lists no conflicts; begin with what --preview --json prints.")
    chosen = {}
    for entry in entries:
        if not isinstance(entry, dict):
            raise Refused(f"{name} lists a conflict that is none: {str(entry)[:40]}.")
        if choice := entry.get("choice"):
            chosen[str(entry.get("uid", "")), str(entry.get("field", ""))] = str(choice)
    return chosen


def _data(report: MergeReport) -> dict[str, Any]:
    return {
        "added": report.added.total(),
        "updated": report.updated.total(),
        "removed": report.removed.total(),
        "same": report.same,
        "withheld": report.withheld,
        "kinds": {
            name: {kind: count for kind, count in counts.items() if count}
            for name, counts in _counts(report).items()
        },
        "alike": report.alike,
        "searches": report.searches,
        "verdicts": report.verdicts,
        "settings": report.settings,
        "notes": report.notes,
        "conflicts": [_conflict(each) for each in report.conflicts],
        **({"courier": _courier(report.courier)} if report.courier else {}),
    }


def _courier(courier: CourierOrigin) -> dict[str, Any]:
    return {"number": courier.number, "from": courier.sender, "to": courier.to,
            "author": courier.author, "made": courier.time}  # fmt: skip


def _counts(report: MergeReport) -> dict[str, Counter[str]]:
    return {"added": report.added, "updated": report.updated, "removed": report.removed}


def _conflict(conflict: MergeConflict) -> dict[str, Any]:
    return {
        "uid": conflict.uid,
        "kind": conflict.kind,
        "title": conflict.title,
        "field": conflict.field,
        "label": conflict.label,
        "ours": conflict.ours,
        "theirs": conflict.theirs,
        "ours_by": {"author": conflict.our_author, "time": conflict.our_time},
        "theirs_by": {"author": conflict.their_author, "time": conflict.their_time},
        "choice": conflict.choice if conflict.decided else "",
    }


def _lines(report: MergeReport, arguments: argparse.Namespace) -> list[str]:
    lines = []
    if each := report.courier:
        by = _by(each.author, each.time)
        lines.append(f"courier {each.number} from “{each.sender}” for “{each.to}” ({by})")
    for name, counts in _counts(report).items():
        if text := ", ".join(count_phrase(n, kind) for kind, n in counts.items() if n):
            lines.append(f"{name}: {text}")
    lines.append(f"the same: {count_phrase(report.same, 'records')}")
    for name, count in (("saved searches", report.searches), ("not the same", report.verdicts)):
        if count:
            lines.append(f"{name}: {count:,}")
    if report.settings:
        lines.append(f"settings taken: {'; '.join(report.settings)}")
    lines += report.notes
    if report.withheld:
        lines.append(f"above the ceiling, left as they are: {report.withheld:,}")
    if report.alike:
        alike = count_phrase(len(report.alike), "records")
        lines.append(f"added and like others: {alike}; `duplicates` lists them.")
    if report.conflicts:
        lines.append(f"changed on both desks: {len(report.conflicts):,}")
        lines += align_rows([_row(each) for each in report.conflicts[:MAX_LISTED_CONFLICTS]])
        if len(report.conflicts) > MAX_LISTED_CONFLICTS:
            lines.append("--json lists them all.")
    if report.undecided_count:
        lines.append(
            f"{report.undecided_count:,} of these nobody decided: this desk stays as it is there."
            " Decide with --decisions or --prefer."
        )
    if arguments.preview:
        lines.append("This was a preview; nothing was written.")
    return lines


def _row(conflict: MergeConflict) -> list[str]:
    return [
        "",
        conflict.title,
        conflict.label,
        f"here: {conflict.ours} ({_by(conflict.our_author, conflict.our_time)})",
        f"there: {conflict.theirs} ({_by(conflict.their_author, conflict.their_time)})",
        conflict.choice if conflict.decided else "undecided",
    ]


def _by(author: str, time: str) -> str:
    return ", ".join(filter(None, (author, time[:16].replace("T", " ")))) or "unknown"
