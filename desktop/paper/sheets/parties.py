"""The table of parties: what each did and when, as the UN's multilateral register sets it out.

Consent to be bound is one column whose letters tell the manner (Multilateral Treaties Deposited
with the Secretary-General, introduction, paragraph 15): A acceptance, AA approval, a accession,
d succession, none ratification. The summary of an agreement asks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from db import Party, PartyAction, status_table
from desktop.paper.content.blocks import (
    Block,
    Heading,
    Paragraph,
    Run,
    TableBlock,
    plain,
    with_field,
)
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.field_lines import join_lines
from desktop.paper.sections.print_phrases import date_phrase, is_later, join_parts
from desktop.paper.sections.sheet_context import SheetContext, name_run, section

_ENTRY = "entry into force"  # its day is the day of effect
_COLUMNS = (
    ("Signature", ("initialled", "signed", "signed subject to ratification")),
    (
        "Consent to be bound",
        (
            *("ratified", "accepted", "approved", "acceded", "succeeded"),
            *("definitively signed", "formally confirmed", "notified"),
        ),
    ),
    ("In force", ("provisional application", _ENTRY)),
)
_OTHER = "Other acts"
_LETTERS = {
    "accepted": "A", "approved": "AA", "acceded": "a", "succeeded": "d",
    "definitively signed": "s", "formally confirmed": "c",
}  # fmt: skip
_LETTER_WORDS = {
    "A": "acceptance", "AA": "approval", "a": "accession", "d": "succession",
    "s": "definitive signature", "c": "formal confirmation",
}  # fmt: skip
_PLAIN = {"signed", "ratified", _ENTRY}  # what the column's head says already
_MAX_UNCOUNTED = 2  # parties of an agreement that a reader counts at a glance
_MAX_DAY_LETTERS = 34  # of an act that is told with its day alone
_DATE_OF = {"deposit": "deposited", "notification": "notified", "effect": "with effect"}


def parties(context: SheetContext) -> list[Block]:
    """Return the parties with their acts; columns in which nobody did anything take no room."""
    all_parties: Sequence[Party] = context.record.parties
    if not all_parties:
        return []
    day = context.lens.as_of
    acts = [
        act.action for party in all_parties for act in party.actions if not is_later(act.date, day)
    ]
    heads = [head for head, actions in _COLUMNS if any(act in actions for act in acts)]
    if any(act not in _known_actions() for act in acts):
        heads.append(_OTHER)
    former = _former_parties(context)
    rows = [_row(context, party, heads) for party in all_parties if not _is_in(party, former)]
    left = [_row(context, party, heads) for party in all_parties if _is_in(party, former)]
    widths = (1.6, *(_act_width(row[at + 1] for row in (*rows, *left)) for at in range(len(heads))))
    blocks: list[Block] = [*_counts(context)]
    if rows:
        blocks.append(TableBlock(("Party", *heads), rows, widths))
    if left:
        blocks += [Heading("Former parties", 2), TableBlock(("Party", *heads), left, widths)]
    return section("Parties", *blocks, *_legend(acts))


def _is_in(party: Party, some: frozenset[str]) -> bool:
    return party.who is not None and party.who.title in some


def _former_parties(context: SheetContext) -> frozenset[str]:
    """Return the names of those that were bound and have left by the lens's day."""
    table = status_table(context.record, context.lens.as_of)
    return frozenset(row.party for row in table.rows if row.is_former)


def _counts(context: SheetContext) -> Iterator[Block]:
    """Yield how many signed and are parties, as depositaries head their tables: of many alone."""
    if len(context.record.parties) > _MAX_UNCOUNTED:
        table = status_table(context.record, context.lens.as_of)
        counts = f"Signatories {table.signatories:,} · Parties {table.parties:,}"
        yield Paragraph(counts, quiet=True)


def _act_width(cells: Iterable[Words]) -> float:
    """Return the share of a column of acts: a day alone takes little, a day and who signed more."""
    return 2.8 if any(len(plain(cell)) > _MAX_DAY_LETTERS for cell in cells) else 1.3


def _known_actions() -> frozenset[str]:
    return frozenset(action for _, actions in _COLUMNS for action in actions)


def _row(context: SheetContext, party: Party, heads: Sequence[str]) -> tuple[Words, ...]:
    return (_party(context, party), *(_cell(context, party, head) for head in heads))


def _party(context: SheetContext, party: Party) -> Words:
    name = name_run(party.who) if party.who else Run("A party that is not named")
    side = party.side if party.who is None or party.side != party.who.title else ""
    path = context.path_of("parties", party, "who").removesuffix(".who")
    more = join_lines(
        [
            with_field(side, f"{path}.side"),
            with_field(party.capacity, f"{path}.capacity"),
        ]
    )
    line = (name, Run(" ("), *more, Run(")")) if more else (name,)
    return with_field(context.citing.mark(line, "parties"), f"{path}.who")


def _cell(context: SheetContext, party: Party, head: str) -> Words:
    """Return the acts of one party that stand in one column, each on a line of its own."""
    wanted = dict(_COLUMNS).get(head)
    known = _known_actions()
    cell: list[Run] = []
    party_path = context.path_of("parties", party, "actions")
    for at, act in enumerate(party.actions):
        if is_later(act.date, context.lens.as_of):
            continue
        if (act.action in wanted) if wanted else (act.action not in known):
            if cell:
                cell.append(Run("\n"))
            cell += _act(context, act, f"{party_path}[{at}]")
    return tuple(cell)


def _act(context: SheetContext, act: PartyAction, path: str) -> Iterator[Run]:
    when = date_phrase(act.date) or "not dated"
    letter = _LETTERS.get(act.action, "")
    word = "" if act.action in _PLAIN or letter else open_label(act.action)
    of = "" if act.action == _ENTRY else _DATE_OF.get(act.date_of, "")
    parts = {"action": word, "date_of": of, "date": when}
    yield from join_lines([with_field(text, f"{path}.{name}") for name, text in parts.items()], " ")
    if letter:
        yield Run(f" {letter}", bold=True, field=f"{path}.action")
    if act.signatory:
        yield Run(" by ")
        day = act.date.first or act.date.last if act.date else None
        yield from with_field(context.who(act.signatory, day), f"{path}.signatory")
    more = {
        "effect": act.effect and f"effective {date_phrase(act.effect)}",
        "territory": act.territory and f"for {isolate(act.territory)}",
        "towards": act.towards and f"towards {isolate(act.towards.title)}",
        "text": act.text,
        "note": act.note,
    }
    for name, text in more.items():
        if text:
            yield Run("; ")
            yield from with_field(text, f"{path}.{name}")


def _legend(acts: Sequence[str]) -> list[Block]:
    """Return what the letters in the table mean; only those that are there."""
    letters = dict.fromkeys(_LETTERS[act] for act in acts if act in _LETTERS)
    if not letters:
        return []
    legend = join_parts(f"{letter} {_LETTER_WORDS[letter]}" for letter in letters)
    return [Paragraph(f"{legend}; without a letter: ratification.", quiet=True)]
