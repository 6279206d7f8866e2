"""The clocks of many agreements and of one, and the checks of a whole desk, beside their limits.

Measured in time of the processor: what else the machine does is no fault of theirs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from db import (
    KINDS,
    Agreement,
    HistoricalDate,
    Lens,
    Organization,
    Party,
    PartyAction,
    Ref,
    Store,
    make_desk,
    open_desk,
)
from db.changes.writing import insert_record
from db.lists.status import statuses_on
from db.storage.engine import Sql
from db.storage.id_lists import pieces
from desktop.commands.console.output import say
from tests.bench.figure import Figure, percentile, within_limit
from tests.bench.ground import Ground
from tests.db.desk_sql import sql_of

AGREEMENTS = 10_000  # or as many as a smaller desk has records
STATES = 190
MANY_SHARE = 20  # of so many agreements one is open to all; the others have two sides
MANY_PARTIES = (60, 190)  # parties of one that is open to all: 85,000 in all
CLOCKS_LIMIT, CLOCK_LIMIT, CHECK_LIMIT = 1.0, 1.0, 60.0  # s; ms; s
CLOCKS, ONE_BY_ONE, CHECKS = 5, 400, 1
SEED = 11
CONSENTS = ("ratified", "ratified", "acceded", "accepted", "approved")


def clocks(ground: Ground) -> Figure:
    """Say of ten thousand agreements what they are on a day, as a list that is filtered asks."""
    lens = Lens()
    with _lawful_desk(ground) as store:
        ids = store.reader.all_ids("agreement", lens, "title")
        ask = partial(_ask_all, sql_of(store), ids, lens)
        times = [_spent(ask) for _ in range(CLOCKS)]
    return _beside(times, CLOCKS_LIMIT)


def _ask_all(sql: Sql, ids: Sequence[int], lens: Lens) -> None:
    for piece in pieces(ids):
        statuses_on(sql, piece, lens)


def clock(ground: Ground) -> Figure:
    """Ask one agreement after the other for all that its clock says, its parties included."""
    lens = Lens()
    with _lawful_desk(ground) as store:
        ids = store.reader.all_ids("agreement", lens, "title")
        some = Random(SEED).sample(ids, min(ONE_BY_ONE, len(ids)))
        times = [_spent(partial(store.reader.clock, key, lens)) for key in some]
    return within_limit(times, CLOCK_LIMIT, 50)


def check(ground: Ground) -> Figure:
    """Check a whole desk, with progress that could stop it."""
    steps: list[tuple[int, int]] = []
    with open_desk(ground.desk, read_only=True) as store:
        look = partial(
            store.reader.findings, KINDS, Lens(), lambda done, total: steps.append((done, total))
        )
        times = [_spent(look) for _ in range(CHECKS)]
    say(f"checked {ground.size:,} records; progress was told {len(steps):,} times")
    return _beside(times, CHECK_LIMIT)


def _beside(times: list[float], limit: float) -> Figure:
    """The median of times beside a limit, both in seconds."""
    ours = median(times)
    return Figure(ours, limit, ours / limit, "s", len(times), percentile(times, 95))


def _spent(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


@contextmanager
def _lawful_desk(ground: Ground) -> Iterator[Store]:
    """A desk of agreements with rules and acts; it goes away."""
    path = ground.room / "lawful.desk"
    make_desk(path, name="Agreements")
    try:
        with open_desk(path) as store:
            made = _fill(store, min(AGREEMENTS, ground.size))
            say(f"{made[0]:,} agreements with {made[1]:,} parties")
            yield store
    finally:
        for tail in ("", "-wal", "-shm", ".lock"):
            Path(f"{path}{tail}").unlink(missing_ok=True)


def _fill(store: Store, count: int) -> tuple[int, int]:
    """Make so many agreements; returns how many there are and how many parties they have."""
    random = Random(SEED)
    parties = 0
    with store.unit_of_work("Make agreements", compact=True) as work:
        states = []
        for number in range(STATES):
            state = Organization(title=f"State {number:03}", kind="state")
            states.append(Ref(insert_record(work, state), state.title, "organization"))
        for number in range(count):
            is_open = number % MANY_SHARE == 0
            sides = random.sample(states, random.randint(*MANY_PARTIES) if is_open else 2)
            parties += len(sides)
            insert_record(work, _agreement(random, number, sides, is_open=is_open))
    return count, parties


def _agreement(random: Random, number: int, sides: list[Ref], *, is_open: bool) -> Agreement:
    year = random.randint(1950, 2020)
    signed = HistoricalDate.parse(f"{year}-{random.randint(1, 12):02}-17")
    subject = random.choice(("Transit", "Rail", "Fisheries", "Customs", "Extradition"))
    made = Agreement(
        title=f"Agreement on {subject} No. {number}",
        concluded=signed,
        laterality="multilateral" if is_open else "bilateral",
        in_force_rule=f"{random.choice((10, 20, 35))} deposits + 90 days" if is_open
        else "exchange of instruments + 30 days",
        later_rule="30 days" if is_open else "",
        withdrawal_rule=random.choice(("1 year", "6 months", "")),
    )  # fmt: skip
    made.parties = [Party(who=side, actions=_acts(random, signed, year)) for side in sides]
    return made


def _acts(random: Random, signed: HistoricalDate, year: int) -> list[PartyAction]:
    acts = [PartyAction(action="signed", date=signed)] if random.random() < 0.8 else []
    if random.random() < 0.85:
        day = f"{year + random.randint(0, 9)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        kind = random.choice(CONSENTS)
        acts.append(PartyAction(action=kind, date=HistoricalDate.parse(day)))
        if random.random() < 0.02:
            out = HistoricalDate.parse(f"{year + 15}-03-01")
            acts.append(PartyAction(action="notice of withdrawal", date=out))
    return acts
