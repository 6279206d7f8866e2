"""The command `check`: what cannot be or is seldom right in the records. It changes nothing."""

from __future__ import annotations

import argparse
from collections import Counter

from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result
from desktop.commands.console.text_table import count_phrase
from desktop.commands.search_command import kinds_of


def check(arguments: argparse.Namespace) -> Result:
    """Return every finding with its rule, how grave it is and a sentence, the gravest first."""
    with open_store(arguments) as store:
        tell = terminal_progress.on_terminal() or terminal_progress.silent
        findings = store.reader.findings(kinds_of(arguments.kind), lens_of(arguments), tell)
    counts = Counter(finding.rule for finding in findings)
    data = [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "uid": finding.uid,
            "title": finding.title,
            "on": finding.place,
            "says": finding.says,
        }
        for finding in findings
    ]
    lines = [f"{count_phrase(len(findings), 'findings')}; nothing was changed."]
    lines += [f"{finding.severity:6}{finding.place}: {finding.says}" for finding in findings]
    return Result({"findings": data, "counts": dict(sorted(counts.items()))}, lines)
