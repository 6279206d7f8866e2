"""Three copies of a desk that went apart come to the same in whatever order they are merged.

The model is small, and the desks stay open: an example takes a third of a second, so that hundreds
of them can be run (`make test-all`).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db import (
    Contact,
    Event,
    HistoricalDate,
    Note,
    Participant,
    Person,
    Store,
    judge_different,
    keep_view,
    make_desk,
    merge_records,
    open_desk,
)
from db.exchange.desks.merge_desks import merge_desk
from db.exchange.desks.merge_report import Decisions
from db.exchange.desks.merge_verdicts import read_verdicts
from tests.db.desk_sql import sql_of
from tests.db.exchange.desks.copies import LENS, content_of
from tests.db.exchange.desks.desk_model import Step, model_of
from tests.saved_records import ref

TITLES = ("Dar", "Munir")
Edit = Callable[[Any], None]


def _born(value: str) -> Edit:
    return lambda person: setattr(person, "born", HistoricalDate.parse(value))


def _gender(value: str) -> Edit:
    return lambda person: setattr(person, "gender", value)


def _contact(value: str) -> Edit:
    return lambda person: person.contacts.append(Contact(value=value))


def _change_note(value: str) -> Edit:
    return lambda person: [setattr(note, "text", value) for note in person.notes[:1]] and None


def _drop_note(_value: str) -> Edit:
    return lambda person: person.notes.clear()


def _topic(value: str) -> Edit:
    return lambda person: person.topics.append(value)


VALUES = ("1950", "1951", "1952")
EDITS = st.builds(
    lambda make, value: (make(value), value),
    st.sampled_from([_born, _gender, _contact, _change_note, _drop_note, _topic]),
    st.sampled_from(VALUES),
)
# What holds in any order; mergers that contradict each other are met more often further below.
WHAT = ("edit", "edit", "edit", "merge", "delete", "event", "verdict", "view")
STEPS = st.lists(st.tuples(st.sampled_from(WHAT), st.integers(0, 1), EDITS), max_size=3)


def take_step(
    store: Store, what: str, uids: list[str], place: int, change: tuple[Edit, str]
) -> None:
    """Do one thing to a person of the desk, or to both, if they are there; or keep a search."""
    if what == "view":
        with store.unit_of_work("Keep") as work:
            keep_view(work, f"View {place}", "person", change[1], lens=LENS)
        return
    keys = [store.reader.find(uid, LENS) for uid in uids]
    key, other = keys[place], keys[1 - place]
    if key is None:
        return
    if what in ("merge", "verdict"):
        if other is not None and other != key:
            with store.unit_of_work(what) as work:
                if what == "merge":
                    merge_records(work, key, other, {}, LENS)
                else:
                    judge_different(work, key, other)
        return
    person = store.reader.get(key, LENS)
    if what == "delete":
        store.remove([key], LENS)
    elif what == "event":
        store.save(Event(title="Call", participants=[Participant(who=ref(person))]), LENS)
    else:
        change[0](person)
        person.topics = list(dict.fromkeys(person.topics))
        store.save(person, LENS)


def all_of(store: Store) -> dict[str, Any]:
    """Say what a desk holds: records, what was said of pairs, and saved searches."""
    views = sorted((view.name, view.query) for view in store.reader.views(LENS))
    return {
        **content_of(store),
        "verdicts": read_verdicts(sql_of(store.reader), LENS),
        "views": views,
    }


class Copies:
    """A desk with two people, and a folder in which copies of it go their ways."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = folder / "base.desk"
        make_desk(self.base)
        with open_desk(self.base) as store:
            people = [Person(title=title, notes=[Note(text="tall")]) for title in TITLES]
            for person in people:
                store.save(person, LENS)
        self.uids = [person.uid for person in people]

    def copy(self, path: Path, name: str) -> Path:
        return Path(shutil.copyfile(path, self.folder / f"{name}.desk"))

    def fold(self, steps: list[list[Any]]) -> list[dict[str, Any]]:
        """Let three copies take their steps; return what each order of merging makes of them."""
        paths = [self.copy(self.base, letter) for letter in "abc"]
        for path, own in zip(paths, steps, strict=True):
            with open_desk(path) as store:
                for what, place, change in own:
                    take_step(store, what, self.uids, place, change)
        found = []
        with ExitStack() as opened:
            theirs = {path: opened.enter_context(open_desk(path, read_only=True)) for path in paths}
            for order in permutations(paths):
                with open_desk(self.copy(order[0], "folded")) as store:
                    for path in order[1:]:
                        merge_desk(store, theirs[path], LENS, decisions=Decisions("newer"))
                    found.append(all_of(store))
                    if len(found) == 1:
                        assert store.verify() == []
        return found


@pytest.fixture(scope="module")
def copies() -> Iterator[Copies]:
    with tempfile.TemporaryDirectory() as folder:
        yield Copies(Path(folder))


@given(st.tuples(STEPS, STEPS, STEPS).map(list))
@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate], database=None)
def test_any_order_of_merging_says_the_same(copies: Copies, steps: list[list[Any]]) -> None:
    first, *others = copies.fold(steps)
    assert all(each == first for each in others)


def _merge(place: int) -> tuple[str, int, tuple[Edit, str]]:
    return ("merge", place, (_gender("x"), "x"))


OTHERS = st.lists(
    st.tuples(st.sampled_from(["edit", "edit", "event"]), st.integers(0, 1), EDITS), max_size=2
)
CONTRADICTING = [
    [("edit", 0, (_drop_note(""), "")), ("edit", 1, (_change_note("1950"), "1950"))],
    [("edit", 0, (_drop_note(""), "")), ("event", 1, (_gender("x"), "x"))],
    [("edit", 0, (_change_note("1951"), "1951")), ("edit", 1, (_born("1952"), "1952"))],
    [("edit", 1, (_drop_note(""), "")), ("edit", 0, (_topic("1950"), "1950"))],
]


@pytest.mark.parametrize("steps", CONTRADICTING)
def test_mergers_that_contradict_each_other_say_the_same(
    copies: Copies, steps: list[tuple[str, int, tuple[Edit, str]]]
) -> None:
    first, *others = copies.fold([[_merge(0)], steps, [_merge(1)]])
    assert all(each == first for each in others)


BESIDE_A_MERGER = [
    [[("edit", 0, (_change_note("1950"), ""))], [_merge(0)], [("delete", 1, (_gender("x"), ""))]],
    [[("delete", 1, (_gender("x"), ""))], [_merge(1)], [("delete", 0, (_gender("x"), ""))]],
]


@pytest.mark.parametrize("steps", BESIDE_A_MERGER)
def test_to_make_records_one_wins_over_deleting_them(copies: Copies, steps: list[Any]) -> None:
    first, *others = copies.fold(steps)
    assert all(each == first for each in others)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@given(OTHERS)
@settings(max_examples=300, deadline=None, database=None)
def test_many_edits_beside_contradicting_mergers_say_the_same(
    copies: Copies, steps: list[Any]
) -> None:
    first, *others = copies.fold([[_merge(0)], steps, [_merge(1)]])
    assert all(each == first for each in others)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@given(st.tuples(STEPS, STEPS, STEPS).map(list))
@settings(
    max_examples=300,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_many_orders_of_merging_say_the_same(copies: Copies, steps: list[list[Any]]) -> None:
    first, *others = copies.fold(steps)
    assert all(each == first for each in others)


def _edit(what: str, value: str) -> Edit:
    makers = {
        "born": _born, "gender": _gender, "contact": _contact, "note": _change_note,
        "drop": _drop_note, "topic": _topic,
    }  # fmt: skip
    return makers[what](value)


def _steps_of(own: list[tuple[int, Step]]) -> list[Any]:
    return [
        (what if what in ("delete", "event") else "edit", place,
         (_edit(what, value) if what not in ("delete", "event") else _gender("x"), value))
        for place, (what, value) in own
    ]  # fmt: skip


def _said(found: dict[str, Any], uid: str) -> dict[str, Any] | None:
    plain = found.get(uid)
    return plain and {
        "born": plain.get("born", ""),
        "gender": plain.get("gender", ""),
        "notes": [each["text"] for each in plain.get("notes", ())],
        "contacts": sorted(each["value"] for each in plain.get("contacts", ())),
        "topics": sorted(plain.get("topics", ())),
    }


def _as_the_model_says(copies: Copies, steps: list[list[tuple[int, Step]]]) -> None:
    expected = model_of(steps)
    for found in copies.fold([_steps_of(own) for own in steps]):
        assert [_said(found, uid) for uid in copies.uids] == expected


MODEL_STEPS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.tuples(
            st.sampled_from(
                ("born", "born", "gender", "contact", "note", "drop", "topic", "delete", "event")
            ),
            st.sampled_from(VALUES),
        ),
    ),
    max_size=3,
)


MODEL_CASES: list[list[list[tuple[int, Step]]]] = [
    [[(0, ("born", value))] for value in ("1951", "1950", "1951")],  # said alike, and when last
    [[(0, ("note", "1950"))], [(0, ("note", "1951"))], [(0, ("delete", ""))]],
]


@pytest.mark.parametrize("steps", MODEL_CASES)
def test_three_desks_say_what_a_model_says(
    copies: Copies, steps: list[list[tuple[int, Step]]]
) -> None:
    _as_the_model_says(copies, steps)


@pytest.mark.slow
@pytest.mark.timeout(2400)
@given(st.tuples(MODEL_STEPS, MODEL_STEPS, MODEL_STEPS).map(list))
@settings(
    max_examples=300, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
def test_any_order_says_what_a_model_says(
    copies: Copies, steps: list[list[tuple[int, Step]]]
) -> None:
    _as_the_model_says(copies, steps)
