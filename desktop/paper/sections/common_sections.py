"""The sections that the sheets of all kinds share: contacts, agreements, ties, notes and the like.

Each takes a `SheetContext` and gives blocks, none where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from db import MARKINGS, Identifier, Line, Name, Record, fact_text, language_name, meaning_of
from desktop.paper.content.blocks import (
    Block,
    Chronology,
    Entry,
    Fields,
    Heading,
    Paragraph,
    Run,
    runs,
    with_field,
)
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.file_names import type_of_file
from desktop.paper.content.first_letters import open_label
from desktop.paper.content.isolates import isolate
from desktop.paper.content.registers import name_register
from desktop.paper.sections.entries import Entries
from desktop.paper.sections.field_lines import join_lines, term_line
from desktop.paper.sections.print_phrases import (
    country,
    date_phrase,
    day_text,
    join_parts,
    languages,
)
from desktop.paper.sections.sheet_context import (
    SheetContext,
    fields_with_text,
    first_day,
    last_day,
    name_run,
    section,
    told_day,
)

Telling_of = Callable[[Line], Entry]

_NAME_LABELS = {
    "alias": "Also called",
    "native": "Native name",
    "romanised": "Also written",
    "acronym": "Acronym",
    "former": "Formerly",
}


def names(context: SheetContext) -> list[tuple[str, Words]]:
    """Return the names beside the main one, those of a kind side by side, each with language and
    time.
    """
    runs_by_kind: dict[str, list[Run]] = {}
    for at, name in enumerate(context.record.names):
        path = f"names[{at}]"
        when, _ = term_line(name.since, name.until, path)
        more = join_lines([with_field(language_name(name.language), f"{path}.language"), when])
        row = runs_by_kind.setdefault(_NAME_LABELS.get(name.kind, open_label(name.kind)), [])
        row += [Run("; ")] if row else []
        row.append(Run(name.text, language=name.language, field=f"{path}.text"))
        row += [Run(" ("), *more, Run(")")] if more else []
    return [
        (label, context.citing.mark(tuple(row), "names")) for label, row in runs_by_kind.items()
    ]


def contacts(context: SheetContext, title: str = "Meetings and calls") -> list[Block]:
    """Return the events the record is in, in order, with the role and the title it had then."""
    related, entries = context.reading.related, entries_of(context)

    def entry(line: Line) -> Entry:
        title, roles = context.own_title(last_day(line)), related.roles.get(line.id, ())
        return entries.event(line, context.record, title, roles)

    left_out = related.event_count - len(related.events)
    return section(title, *in_order(context, related.events, entry), *_unshown(left_out, "events"))


def agreements(context: SheetContext, title: str = "Agreements") -> list[Block]:
    """Return the agreements the record is in, in order, each with its status on the lens's day."""
    related = context.reading.related
    left_out = related.agreement_count - len(related.agreements)
    rows = in_order(context, related.agreements, entries_of(context).agreement)
    return section(title, *rows, *_unshown(left_out, "agreements"))


def entries_of(context: SheetContext) -> Entries:
    """Return what makes the entries of a sheet."""
    return Entries(context.lens, context.known, context.citing.register)


def name_then(record: Record, day: str) -> str:
    """Return what a record was called on a day, where that is another name than its own; '' else.

    >>> from db import HistoricalDate, Name, Organization
    >>> name = Name(text="Burma", kind="former", until=HistoricalDate.parse("1989"))
    >>> body = Organization(title="Myanmar", names=[name])
    >>> name_then(body, "1980-01-01"), name_then(body, "2000-01-01")
    ('Burma', '')
    """
    return next(
        (
            name.text
            for name in record.names
            if name.kind in ("former", "primary")
            and name.text != record.title
            and _is_of_day(name, day)
        ),
        "",
    )


def _is_of_day(name: Name, day: str) -> bool:
    """Say whether a name with dates of its own was used on a day."""
    begins = name.since.first if name.since is not None else None
    ends = name.until.last if name.until is not None else None
    is_dated = begins is not None or ends is not None
    return is_dated and (begins or day) <= day <= (ends or day)


def _unshown(left_out: int, what: str) -> list[Block]:
    sentence = f"{left_out:,} earlier {what} are not shown here; a chronology has them all."
    return [Paragraph(sentence, quiet=True)] if left_out > 0 else []


def in_order(context: SheetContext, lines: Sequence[Line], entry: Telling_of) -> list[Block]:
    """Return what happened by the lens's day, then what came or comes later, then what has no
    date.
    """
    ordered = sorted(lines, key=told_day)
    if context.newest_first:
        ordered.reverse()
    day = context.lens.as_of
    past = [line for line in ordered if (first_day(line) or day) <= day and first_day(line)]
    later = [line for line in ordered if (first_day(line) or "") > day]
    undated = [line for line in ordered if not first_day(line)]
    blocks: list[Block] = [Chronology([entry(line) for line in past])] if past else []
    for name, group in ((f"After {day_text(day)}", later), ("Undated", undated)):
        if group:
            blocks += [Heading(name, 2), Chronology([entry(line) for line in group])]
    return blocks


_VAGUE = ("", "concerns", "see also")  # natures that say no more than that there is a tie


def ties(context: SheetContext) -> list[Block]:
    """Return what else ties the record to others, in both directions.

    An event or an agreement that stands in its own section is not told again for the tie alone.
    """
    related = context.reading.related
    listed_ids = {line.id for line in (*related.events, *related.agreements)}
    rows: list[tuple[Words, Words]] = []
    for at, link in enumerate(context.record.links):
        path = f"links[{at}]"
        when, _ = term_line(link.since, link.until, path)
        more = join_lines([when, with_field(link.note, f"{path}.note")])
        bare = link.nature in _VAGUE and not more
        if link.other and not (bare and link.other.id in listed_ids):
            label = with_field(open_label(link.nature) or "Related to", f"{path}.nature")
            phrase = join_lines([with_field(name_run(link.other), f"{path}.other"), more])
            rows.append((label, phrase))
    for mention in related.mentions:
        phrase = (
            name_run(mention.other),
            Run(f" ({isolate(mention.nature)} {isolate(context.record.title)})"),
        )
        rows.append(("Mentioned in", phrase if mention.nature else (name_run(mention.other),)))
    return section("Related records", fields_with_text(rows))


def reach(context: SheetContext) -> list[Block]:
    """Return ways to reach the record."""
    rows: list[tuple[Words, Words]] = [
        (
            with_field(open_label(way.kind), f"contacts[{at}].kind"),
            join_lines(
                [
                    with_field(way.value, f"contacts[{at}].value"),
                    with_field(way.note, f"contacts[{at}].note"),
                ]
            ),
        )
        for at, way in enumerate(context.record.contacts)
    ]
    return section("Contact details", fields_with_text(rows))


def notes(context: SheetContext) -> list[Block]:
    """Return remarks with their author and day, each with its marking where that is higher."""
    rows = []
    for at, note in enumerate(context.record.notes):
        path = f"notes[{at}]"
        higher = MARKINGS[note.marking] if note.marking > context.record.marking else ""
        below = [
            with_field(note.author, f"{path}.author"),
            with_field(higher, f"{path}.marking"),
        ]
        rows.append(
            Entry(
                with_field(date_phrase(note.date), f"{path}.date"),
                with_field(note.text, f"{path}.text"),
                join_lines(below, " · "),
            )
        )
    return section("Notes", Chronology(rows))


def _identifier(path: str, each: Identifier, name: str) -> tuple[Words, Words]:
    about = f"({isolate(fact_text(each.about))})" if each.about else ""
    parts = [with_field(each.value, f"{path}.value"), with_field(about, f"{path}.about")]
    return with_field(name or each.scheme, f"{path}.scheme"), join_lines(parts, " ")


def references(context: SheetContext) -> list[Block]:
    """Return topics and what registers call the record; on a page, folded away, also what files
    do.
    """
    topics = with_field(join_parts(context.record.topics), "topics")
    rows: list[tuple[Words, Words]] = [("Topics", topics)]
    keys: list[tuple[Words, Words]] = []
    for at, each in enumerate(context.record.identifiers):
        name = name_register(each.scheme)
        (rows if name else keys).append(_identifier(f"identifiers[{at}]", each, name))
    folded = replace(fields_with_text(keys if context.is_page else ()), is_folded=True)
    return section("References", fields_with_text(rows), folded)


def attachments(context: SheetContext) -> list[Block]:
    """Return the names of the files kept with the record."""
    rows: list[tuple[str, Words]] = [
        (type_of_file(each.file_name, each.media_type), each.file_name)
        for each in context.record.attachments
    ]
    return section("Attachments", fields_with_text(rows))


def prose(context: SheetContext, title: str, name: str) -> list[Block]:
    """Return a long text of the record, in its paragraphs, with the marks of its sources at the
    end.
    """
    parts = [part.strip() for part in getattr(context.record, name).split("\n") if part.strip()]
    paragraphs: list[Block] = [Paragraph(with_field(part, name)) for part in parts[:-1]]
    paragraphs += [
        Paragraph(with_field(context.citing.mark(part, name), name)) for part in parts[-1:]
    ]
    return section(title, *paragraphs)


def row(
    context: SheetContext, name: str, line: Words | None = None, *, label: str = ""
) -> tuple[str, Words]:
    """Label a field as its declaration does; `line` stands in for its text. Sources are marked."""
    label = label or meaning_of(type(context.record), name).label
    words: Words = getattr(context.record, name) if line is None else line
    return label, with_field(context.citing.mark(words, name), name) if runs(words) else ""


def nation(context: SheetContext) -> tuple[str, Words]:
    """Return the state of the record."""
    return row(context, "country", country(context.record.country))


def spoken_languages(context: SheetContext) -> tuple[str, Words]:
    """Return the languages of the record."""
    return row(context, "languages", languages(context.record.languages))


def confirmations(context: SheetContext) -> list[Block]:
    """Return what an officer said is right of what the checks found: for the screen alone."""
    rows: list[tuple[Words, Words]] = [
        (
            with_field(each.rule, f"confirmations[{at}].rule"),
            with_field(each.note or "Right as it is.", f"confirmations[{at}].note"),
        )
        for at, each in enumerate(context.record.confirmations)
    ]
    return section("Findings that are right", Fields(rows))
