"""Searches are kept under a name, renamed and removed, and undo takes each of it back."""

from collections.abc import Callable

import pytest

from db import Lens, Person, Refused, Store, View, keep_view, remove_view, rename_view
from db.changes.unit_of_work import Work


def kept(store: Store, name: str, query: str = "munir", kind: str = "person") -> View:
    with store.unit_of_work(f"Keep {name}") as work:
        return keep_view(work, name, kind, query)


def undo(store: Store) -> None:
    store.revert(store.reader.changes(limit=1)[0].id)


def named(store: Store) -> list[tuple[str, str]]:
    return [(view.name, view.query) for view in store.reader.views()]


def test_views_stand_by_name(store: Store) -> None:
    for name in ("Zinc", "Élysée", "army"):
        kept(store, name)
    assert [name for name, _ in named(store)] == ["army", "Élysée", "Zinc"]


def test_a_view_says_what_was_searched_and_where(store: Store) -> None:
    with store.unit_of_work("Keep") as work:
        made = keep_view(work, " In  force ", "agreement", "status:in-force", is_exact=True)
    assert store.reader.views() == [made]
    assert made == View(made.id, "In force", "agreement", "status:in-force", True, 3)


def test_keeping_under_a_name_that_there_is_changes_that_view(store: Store) -> None:
    first = kept(store, "Army")
    assert kept(store, "ARMY", "general").id == first.id
    assert named(store) == [("ARMY", "general")]
    undo(store)
    assert named(store) == [("Army", "munir")]


def test_undo_takes_back_each_of_it(store: Store) -> None:
    view = kept(store, "Army")
    with store.unit_of_work("Rename") as work:
        rename_view(work, view.id, "Forces")
    with store.unit_of_work("Remove") as work:
        remove_view(work, view.id)
    assert named(store) == []
    undo(store)
    assert named(store) == [("Forces", "munir")]
    store.revert(2)
    assert named(store) == [("Army", "munir")]
    store.revert(1)
    assert named(store) == []
    assert store.verify() == []


REFUSED: list[tuple[str, Callable[[Work, int], object]]] = [
    ("needs a name", lambda work, key: keep_view(work, " - ", "person", "dar")),
    ("needs a name", lambda work, key: keep_view(work, "\udc80", "person", "dar")),
    ("at most 100", lambda work, key: keep_view(work, "x" * 101, "person", "dar")),
    ("no search", lambda work, key: keep_view(work, "Empty", "person", "  ")),
    ("at most 1,000", lambda work, key: keep_view(work, "Long", "person", "x" * 1001)),
    ("Another view", lambda work, key: rename_view(work, key, "ÁRMY")),
    ("no longer", lambda work, key: rename_view(work, key + 9, "Other")),
    ("no longer", lambda work, key: remove_view(work, key + 9)),
]


@pytest.mark.parametrize(("why", "act"), REFUSED)
def test_what_is_no_view_is_refused_in_words(
    store: Store, why: str, act: Callable[[Work, int], object]
) -> None:
    kept(store, "Army")
    other = kept(store, "Navy")
    with pytest.raises(Refused, match=why), store.unit_of_work("Try") as work:
        act(work, other.id)
    assert named(store) == [("Army", "munir"), ("Navy", "munir")]


def test_a_change_of_views_touches_no_record(store: Store) -> None:
    store.save(Person(title="Ishaq Dar"), Lens())
    with store.unit_of_work("Keep Army") as work:
        keep_view(work, "Army", "person", "munir")
    change = store.change_of(work)
    assert change is not None
    assert (change.ids, change.kinds, change.many) == ((), frozenset(), False)


LOW = Lens(ceiling=1)


def test_a_view_is_marked_as_the_ceiling_that_it_was_made_under(store: Store) -> None:
    with store.unit_of_work("Keep the view Codename") as work:
        keep_view(work, "Codename", "person", "codename")
    with store.unit_of_work("Keep the view Plain") as work:
        keep_view(work, "Plain", "person", "plain", lens=LOW)
    with store.unit_of_work("Keep the view Open") as work:
        keep_view(work, "Open", "person", "open", marking=0)
    assert [view.name for view in store.reader.views(LOW)] == ["Open", "Plain"]
    labels = [change.label for change in store.reader.changes(lens=LOW)]
    assert labels == ["Keep the view Open", "Keep the view Plain"]


def test_a_hidden_view_is_neither_overwritten_nor_told_by_a_refusal(store: Store) -> None:
    hidden = kept(store, "Codename")
    with store.unit_of_work("Keep") as work:
        own = keep_view(work, "codename", "person", "mine", lens=LOW)
    assert own.id != hidden.id
    with store.unit_of_work("Rename") as work:
        rename_view(work, own.id, "CODENAME", LOW)
    for change in (rename_view, remove_view):
        arguments = ("Other", LOW) if change is rename_view else (LOW,)
        gone = pytest.raises(Refused, match="no longer on this desk")
        with gone, store.unit_of_work("Change") as work:
            change(work, hidden.id, *arguments)  # type: ignore[operator]
    assert sorted(named(store)) == [("CODENAME", "mine"), ("Codename", "munir")]


def test_a_name_given_under_a_higher_ceiling_is_marked_so(store: Store) -> None:
    with store.unit_of_work("Keep") as work:
        view = keep_view(work, "Plain", "person", "plain", lens=LOW)
    with store.unit_of_work("Rename") as work:
        rename_view(work, view.id, "Codename")
    assert store.reader.views(LOW) == []
    assert store.reader.changes(lens=LOW) == []


def test_a_view_is_marked_no_higher_than_its_maker_sees(store: Store) -> None:
    for marking in (2, -1):
        refused = pytest.raises(Refused, match="at most as high as the ceiling")
        with refused, store.unit_of_work("Keep") as work:
            keep_view(work, "Plain", "person", "plain", lens=LOW, marking=marking)
