"""The command `check`: what cannot be or is seldom right in the records. It changes nothing."""

from __future__ import annotations

import argparse
from collections import Counter

from db import Finding
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result
from desktop.commands.console.text_table import count_phrase
from desktop.commands.search_command import kinds_of


def check(arguments: argparse.Namespace) -> Result:
    """Return every finding with its rule, how grave it is and a sentence, the gravest first; what
    is only missing stands apart.
    """
    with open_store(arguments) as store:
        tell = terminal_progress.on_terminal() or terminal_progress.silent
        findings = store.reader.findings(kinds_of(arguments.kind), lens_of(arguments), tell)
    counts = Counter(finding.rule for finding in findings)
    wrong = [each for each in findings if not each.is_gap]
    missing = [each for each in findings if each.is_gap]
    lines = [f"{count_phrase(len(wrong), 'findings')}; nothing was changed."]
    lines += map(_line, wrong)
    if missing:
        lines += ["", f"{len(missing)} things are missing.", *map(_line, missing)]
    data = {
        "findings": [_json(each) for each in wrong],
        "missing": [_json(each) for each in missing],
        "counts": dict(sorted(counts.items())),
    }
    return Result(data, lines)


def _line(finding: Finding) -> str:
    return f"{finding.severity:6}{finding.place}: {finding.says}"


def _json(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "uid": finding.uid,
        "title": finding.title,
        "on": finding.place,
        "says": finding.says,
        "field": finding.at,
    }
