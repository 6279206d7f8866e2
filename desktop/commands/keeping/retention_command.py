"""The command `retention`: what is to be kept no longer, and until when a topic's records are."""

from __future__ import annotations

import argparse
from typing import Any

from db import HistoricalDate, Refused, TopicRetention, iso_day, keep_topic_until
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, WrongUsage
from desktop.commands.console.text_table import align_rows
from desktop.commands.today_command import section_items
from desktop.printing.today_names import more_text

SECTION = "retention"
NONE = "none"


def retention(arguments: argparse.Namespace) -> Result:
    """Return what is due and the days of topics; with --topic and --until set one of these."""
    lens = lens_of(arguments)
    if bool(arguments.topic) != bool(arguments.until):
        raise WrongUsage("--topic and --until go together.")
    with open_store(arguments, writes=bool(arguments.topic)) as store:
        if arguments.topic:
            day = read_day(arguments.until)
            with store.unit_of_work(f"Keep topic {arguments.topic} until {day or NONE}") as work:
                keep_topic_until(work, arguments.topic, day, lens)
        sections = store.reader.today_sections(lens)
        section = next(each for each in sections if each.name == SECTION)
        topics = store.reader.topic_retentions(lens)
        uids = store.reader.uids([line.record_id for line in section.lines if line.record_id])
    rows = [["", line.title, line.says] for line in section.lines]
    lines = [f"Due ({section.total:,})", *align_rows(rows)]
    if more := more_text(section):
        lines.append(f"  {more}")
    lines += ["", f"Topics ({len(topics):,})"]
    lines += align_rows([["", each.topic, each.keep_until or NONE] for each in topics])
    data = {
        "due": list(section_items(section, uids)),
        "total": section.total,
        "topics": [_topic(each) for each in topics],
    }
    return Result(data, lines)


def read_day(text: str) -> str:
    """Return the one ISO day that a text means, '' for “none”.

    >>> read_day("6 April 2035"), read_day("none")
    ('2035-04-06', '')
    """
    if text.strip().casefold() == NONE:
        return ""
    date = HistoricalDate.parse(text)
    if not date.first or date.first != date.last:
        raise Refused(f"“{text}” is not one day, as in 6 April 2035.")
    return iso_day(date.first) or ""


def _topic(each: TopicRetention) -> dict[str, Any]:
    return {
        "topic": each.topic,
        "keep_until": each.keep_until or None,
        "records": each.records,
    }
