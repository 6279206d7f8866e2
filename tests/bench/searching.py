"""The figures of searching that need no screen: each key of a query, and words spelt otherwise."""

from __future__ import annotations

import string
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from db import KINDS, Lens, Reader, Store, open_desk, parse_query
from desktop.commands.console.output import say
from tests.bench.figure import Figure, percentile, within_limit
from tests.bench.floors import BareMatch
from tests.bench.ground import Ground

QUERIES = 1_000  # of which every start is asked for
SLIPS = 300  # misspelt names and as many in other scripts
POOL = 50_000  # records of each kind that names are drawn from
FIRST = 25  # hits of a first page, with why
LIKE_EVERY = 200  # keystrokes between two that are also answered by LIKE
SLIP_LIMIT = 40.0  # ms
FILTERS = ("country:pk", "office:minister", "in:visit", "held:2020", "type:agency", "topic:trade")
FILTERED = 200  # queries that are also typed behind a filter
SHORTEST = 5  # letters of a word that a slip is made in
SEED = 7
CYRILLIC = str.maketrans("abcdefghijklmnoprstuvwyz", "абцдефгхийклмнопрстувыйз")
Asked = tuple[str, str]  # kind, what stands in the box


def keystroke(ground: Ground) -> Figure:
    """The first page with why and total for everything that stands in the box while queries are
    typed, on the plain desk and on an encrypted one, beside the bare full-text table; told apart,
    the same for some of them behind a filter.
    """
    lens = Lens()
    with ground.copy() as path:
        with open_desk(path, read_only=True) as store:
            asked = list(typed(store, lens, QUERIES))
            plain = [_answer(store.reader, each, lens) for each in asked]
            narrowed = list(behind_filters(typed(store, lens, FILTERED)))
            filtered = [_answer(store.reader, each, lens) for each in narrowed]
        bare = BareMatch(path)
        floor = [bare.seconds(*each) for each in asked]
        like = [bare.like_seconds(*each) for each in asked[::LIKE_EVERY]]
        bare.close()
        sealed = _sealed(path, asked, lens)
    for name, times in (
        ("plain", plain),
        ("behind a filter", filtered),
        ("encrypted", sealed),
        ("bare", floor),
        ("LIKE", like),
    ):
        p50, p95, p99 = (1000 * percentile(times, share) for share in (50, 95, 99))
        say(f"A keystroke, {name}: {p50:.2f} ms, 95 of 100 in {p95:.2f}, 99 in {p99:.2f}.")
    ours, least = (1000 * percentile(times, 95) for times in (plain, floor))
    return Figure(ours, least, ours / least, "ms", len(plain), ours, 1000 * percentile(plain, 99))


def _sealed(path: Path, asked: Sequence[Asked], lens: Lens) -> list[float]:
    """The same on the desk once it is encrypted."""
    passphrase = "a passphrase of the bench"
    with open_desk(path) as store:
        store.set_passphrase(passphrase)
    with open_desk(path, passphrase, read_only=True) as store:
        return [_answer(store.reader, each, lens) for each in asked]


def _answer(reader: Reader, asked: Asked, lens: Lens) -> float:
    """Seconds to the first page: hits, how many, and why."""
    kind, text = asked
    begun = time.perf_counter()
    query = parse_query(text)
    page = reader.page(kind, query, lens)
    unsaid = [key for key in page.ids[:FIRST] if key not in page.reasons]
    reader.reasons(kind, unsaid, query, lens)
    return time.perf_counter() - begun


def fuzzy(ground: Ground) -> Figure:
    """Names of people with a slip, and as many in a script that the desk has none of them in."""
    lens, random = Lens(), Random(SEED)
    with ground.copy() as path, open_desk(path, read_only=True) as store:
        reader = store.reader
        ids = reader.first_ids("person", lens, "name", limit=POOL)
        lines = reader.lines(random.sample(list(ids), min(len(ids), 2 * SLIPS)), lens)
        slips = [("person", _with_slip(line.title, random)) for line in lines[:SLIPS]]
        across = [("person", in_cyrillic(line.title)) for line in lines[SLIPS:]]
        _answer(reader, slips[0], lens)  # the vocabulary is read once
        times = [_answer(reader, each, lens) for each in (*slips, *across)]
    return within_limit(times, SLIP_LIMIT, 95)


def in_cyrillic(title: str) -> str:
    """A name letter by letter in a script that no record of it is in.

    >>> in_cyrillic("Ama Thorn")
    'ама тхорн'
    """
    return title.lower().translate(CYRILLIC)


def _with_slip(title: str, random: Random) -> str:
    words = title.split()
    longest = max(words, key=len)
    if len(longest) < SHORTEST:
        return title
    return " ".join(slipped(word, random) if word is longest else word for word in words)


def slipped(word: str, random: Random) -> str:
    """A word with one letter wrong, missing, doubled or swapped with the next."""
    at = random.randrange(len(word) - 1)
    other = random.choice([c for c in string.ascii_lowercase if c != word[at].lower()])
    return random.choice(
        (
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def typed(store: Store, lens: Lens, count: int) -> Iterator[Asked]:
    """Every start of some names and titles: what is in the box after each key."""
    random = Random(SEED)
    pools = {kind: store.reader.first_ids(kind, lens, "name", limit=POOL) for kind in KINDS}
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        line = store.reader.lines([random.choice(pools[kind])], lens)[0]
        words = (line.native or line.title).split()
        text = " ".join(words[: random.randint(1, 2)])
        yield from ((kind, text[:end]) for end in range(1, len(text) + 1) if text[end - 1] != " ")


def behind_filters(asked: Iterable[Asked]) -> Iterator[Asked]:
    """Each query behind the next of the filters: one query begins where a text is but a letter."""
    number = -1
    for kind, text in asked:
        number += len(text) == 1
        yield kind, f"{FILTERS[number % len(FILTERS)]} {text}"
