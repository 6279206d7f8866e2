"""The diplomatic list of a state: its missions by precedence, each with its staff by rank.

`office_forms` asks it. What is recorded of addresses, telephones and spouses stands with each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from db import END_UNKNOWN, START_UNKNOWN, Mission, MissionContact, MissionHead, MissionMember
from desktop.paper.content.blocks import Block, Fields, Heading, Paragraph, Run, TableBlock
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.print_phrases import day_text, join_parts
from desktop.paper.sections.sheet_context import name_run

ORDER: Final = "Order of precedence"
_LABELS: Final = {
    "phone": "Telephone", "mobile": "Mobile", "email": "E-mail", "address": "Address",
    "website": "Website", "fax": "Fax", "assistant": "Assistant",
}  # fmt: skip
_DAY: Final = re.compile(r"\b(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<time>\d\d:\d\d))?\b")
_DOUBTS: Final = {END_UNKNOWN: "end not known", START_UNKNOWN: "start not known"}


def diplomatic_blocks(missions: Sequence[Mission], practice: str) -> list[Block]:
    """Return the order of precedence, then every mission with its staff."""
    heads = sorted(
        ((head, mission) for mission in missions for head in mission.heads),
        key=lambda each: each[0].place,
    )
    rows = [
        (str(head.place), name_run(head.person), isolate(mission.state), _in_words(head.reason))
        for head, mission in heads
    ]
    blocks: list[Block] = [Heading(ORDER)]
    if rows:
        blocks.append(
            TableBlock(("Place", "Head of mission", "State", "Reason for place"), rows,
                       (0.6, 1.8, 1.4, 3), frozenset({0}))
        )  # fmt: skip
    blocks.append(Paragraph(f"Practice of the receiving state: {practice}.", quiet=True))
    for mission in missions:
        blocks += _of_mission(mission)
    return blocks


def diplomatic_subtitle(missions: Sequence[Mission]) -> str:
    """Return how many missions there are, and how many without a head."""
    vacant = sum(not mission.heads for mission in missions)
    number = f"{len(missions):,} mission{'' if len(missions) == 1 else 's'}"
    without = f"{vacant:,} without a head" if vacant else ""
    return join_parts(["Diplomatic list", number, without], " · ")


def _of_mission(mission: Mission) -> Iterator[Block]:
    yield Heading(isolate(mission.state))
    rows: list[tuple[Words, Words]] = [("Mission", name_run(body)) for body in mission.bodies]
    yield from (
        (Fields([*rows, *_ways_to_reach(mission.contacts)]),) if rows or mission.contacts else ()
    )
    lines: list[tuple[Words, Words, Words]] = [_head(each) for each in mission.heads]
    if not mission.heads:
        lines.append((Run("vacant", italic=True), "Head of mission", isolate(mission.vacancy)))
    lines += [_member(each) for each in mission.members]
    yield TableBlock(("Name", "Rank or office", "Spouse, address, telephone"), lines, (1.8, 2, 2.4))


def _head(head: MissionHead) -> tuple[Words, Words, Words]:
    what = open_label(head.mission_class) or "Head of mission"
    title = join_parts([what, f"since {_in_words(head.since)}"])
    return name_run(head.person), title, _details(head.spouse, head.contacts)


def _member(member: MissionMember) -> tuple[Words, Words, Words]:
    doubt = _DOUBTS.get(member.certainty, "")
    acting = "acting " if member.acting else ""
    office: list[str | Run] = [f"{acting}{isolate(member.office.title)}"]
    if doubt:
        office.append(Run(f" — {doubt}", italic=True))
    return name_run(member.person), office, _details(member.spouse, member.contacts)


def _in_words(text: str) -> str:
    """Return a text with its ISO days, and the time of day behind one, in words.

    >>> _in_words("credentials 2022-03-10T10:30; dean of the corps")
    'credentials 10 March 2022, 10:30; dean of the corps'
    """

    def day(found: re.Match[str]) -> str:
        time = f", {found['time']}" if found["time"] else ""
        return f"{day_text(found['day'])}{time}"

    return _DAY.sub(day, text)


def _details(spouse: str, contacts: Sequence[MissionContact]) -> str:
    with_whom = f"Spouse: {isolate(spouse)}" if spouse else ""
    ways = (
        f"{_LABELS.get(each.kind, open_label(each.kind))}: {isolate(each.value)}"
        for each in contacts
    )
    return join_parts([with_whom, *ways], "; ")


def _ways_to_reach(contacts: Sequence[MissionContact]) -> Iterator[tuple[Words, Words]]:
    for each in contacts:
        label = _LABELS.get(each.kind, open_label(each.kind))
        yield label, join_parts([each.value, each.note])
