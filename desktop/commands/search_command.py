"""The command `search`: one query or a batch, each hit with why."""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db import (
    COLUMNS,
    KINDS,
    NO_LIMIT,
    PLURALS,
    WORST,
    Lens,
    Line,
    Query,
    RankedHit,
    Reader,
    Reason,
    Refused,
    as_exact,
    best_hits,
    parse_query,
)
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import IDS_A_QUESTION, Result, WrongUsage, say
from desktop.commands.console.text_table import align_rows
from desktop.commands.date_command import column_of

DEFAULT_LIMIT = 20
# Hits numbered in each kind for one query of a batch, which prints no total.
MAX_HITS_A_QUERY = 1_000
LONG = ("outcome",)  # columns too long for the line of a hit


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """The hits of a query over some kinds, best first; `total` counts those not shown too."""

    total: int
    hits: list[dict[str, Any]]


def search(arguments: argparse.Namespace) -> Result:
    """Answer one query, or each row of a batch."""
    if not arguments.batch and not arguments.query:
        raise WrongUsage("Give something to search for, or --batch with a file of queries.")
    kinds = kinds_of(arguments.kind)
    lens = lens_of(arguments)
    with open_store(arguments) as store:
        if arguments.batch:
            return _batch(store.reader, arguments, kinds, lens)
        query = parse_search(arguments.query, exact=arguments.exact)
        limit = DEFAULT_LIMIT if arguments.limit is None else arguments.limit
        answer = answer_query(store.reader, query, kinds, lens, limit, cap=NO_LIMIT)
    for hint in query.hints:
        say(hint)
    data = {"total": answer.total, "hits": answer.hits}
    lines = [f"{answer.total:,} found", *align_rows([_row(hit) for hit in answer.hits])]
    return Result(data, lines)


def kinds_of(plural: str | None) -> tuple[str, ...]:
    """Return the kinds to search: all, or the one whose plural is given."""
    if plural is None:
        return KINDS
    found = tuple(kind for kind in KINDS if PLURALS[kind] == plural)
    if not found:
        raise Refused(
            f"“{plural}” are found on the pages of people and organizations; search those."
        )
    return found


def parse_search(text: str, *, exact: bool) -> Query:
    """Return the query as typed; with `exact` every word whole and as spelt."""
    query = parse_query(text)
    return as_exact(query) if exact else query


def answer_query(
    reader: Reader,
    query: Query,
    kinds: tuple[str, ...],
    lens: Lens,
    limit: int,
    cap: int = MAX_HITS_A_QUERY,
) -> BatchAnswer:
    """Return the best hits over several kinds, by how well they fit; `cap` of each kind are
    counted.
    """
    pages = {kind: reader.page(kind, query, lens, cap=cap, thorough=True) for kind in kinds}
    chosen = best_hits(pages, limit)
    reasons = {key: reason for page in pages.values() for key, reason in page.reasons.items()}
    hits = _hits(reader, query, lens, chosen, reasons)
    total = sum(len(page.ids) for page in pages.values())
    return BatchAnswer(total, hits)


def _hits(
    reader: Reader,
    query: Query,
    lens: Lens,
    chosen: list[RankedHit],
    reasons: dict[int, Reason],
) -> list[dict[str, Any]]:
    keys = [hit.id for hit in chosen]
    lines = {line.id: line for line in reader.lines(keys, lens)}
    ids: dict[int, dict[str, str]] = {}
    for at in range(0, len(keys), IDS_A_QUESTION):
        ids.update(reader.identifiers(keys[at : at + IDS_A_QUESTION]))
    why = {key: str(reason) for key, reason in reasons.items()}
    for kind in {hit.kind for hit in chosen}:
        of_kind = [hit.id for hit in chosen if hit.kind == kind and hit.id not in reasons]
        why.update({key: str(r) for key, r in reader.reasons(kind, of_kind, query, lens).items()})
    return [
        {
            "uid": lines[key].uid,
            "kind": kind,
            "title": lines[key].title,
            "detail": _detail(lines[key]),
            "why": why.get(key) or "name",
            "score": round(1 - fit / WORST - place / 100_000, 5),
            "ids": ids[key],
        }
        for fit, place, _, kind, key in chosen
        if key in lines
    ]


def _detail(line: Line) -> str:
    """Return the columns of a list beside the title, save those that run to sentences."""
    cells = zip(COLUMNS[line.kind], line.cells, strict=True)
    cells_to_show = [
        cell for column, cell in cells if column.key not in LONG and cell != line.title
    ]
    return " · ".join(cell for cell in cells_to_show if cell)


def _batch(
    reader: Reader, arguments: argparse.Namespace, kinds: tuple[str, ...], lens: Lens
) -> Result:
    found: list[dict[str, Any]] = []
    for text in column_of(Path(arguments.batch), "query"):
        started = time.perf_counter()
        query = parse_search(text, exact=arguments.exact)
        answer = answer_query(reader, query, kinds, lens, arguments.top)
        ms = round((time.perf_counter() - started) * 1000, 3)
        found.append({"query": text, "hits": answer.hits, "ms": ms})
    rows = [
        [one["query"], f"{len(one['hits'])} in {one['ms']} ms", _best(one["hits"])] for one in found
    ]
    return Result(found, align_rows(rows))


def _best(hits: list[dict[str, Any]]) -> str:
    return str(hits[0]["title"]) if hits else ""


def _row(hit: dict[str, Any]) -> list[str]:
    why = f"({hit['why']})" if hit["why"] != "name" else ""
    return [hit["kind"], hit["title"], f"{hit['detail']} {why}".strip()]
