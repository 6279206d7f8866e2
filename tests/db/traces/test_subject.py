"""All that a desk holds on a record is told from every place, and nothing above the ceiling."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import (
    HIGHEST,
    Lens,
    PrintedDocument,
    Refused,
    TracePlace,
    judge_different,
    keep_view,
    load_sample,
    make_desk,
    open_desk,
)
from db.record_types import Note
from tests.db.conftest import Small
from tests.db.exchange.erasing.test_erase_record import plant
from tests.marked_desk import ALL


@pytest.mark.parametrize("kind", ["person", "organization", "agreement", "event"])
def test_each_place_that_erasing_counts_has_something_to_tell(tmp_path: Path, kind: str) -> None:
    planted = plant(tmp_path / "own.desk", kind)
    with open_desk(planted.path) as store:
        key = store.reader.find(planted.uid, ALL)
        assert key is not None
        report = store.reader.subject(key, ALL)
    told = {item.place for item in report.items}
    quiet = {TracePlace.SUMMARIES, TracePlace.VERDICTS, TracePlace.MERGERS}
    assert told | quiet == set(TracePlace), set(TracePlace) - told
    assert report.withheld == 0
    names = {line.uid for line in report.others.values()}
    assert planted.naming <= names


def test_history_tells_who_wrote_what_when(small: Small) -> None:
    store = small.store
    person = small.fresh(small.munir)
    person.biography = "First life"
    store.save(person, small.lens)
    person = small.fresh(small.munir)
    person.biography = "Second life"
    store.save(person, small.lens)
    report = store.reader.subject(small.munir.id, small.lens)
    newest = report.changes[0]
    assert newest.then is not None and newest.now is not None
    assert (newest.then.biography, newest.now.biography) == ("First life", "Second life")
    items = report.at(TracePlace.HISTORY)
    assert [item.change for item in items] == [held.change.id for held in report.changes]
    assert items[0].who == store.author and items[0].when
    assert report.changes[-1].then is None, "It was made by the first."


def test_pairs_drafts_documents_and_searches_are_told(small: Small) -> None:
    store, lens = small.store, small.lens
    store.keep_draft("person", small.munir.id, json.dumps({"fields": {"biography": "half a"}}))
    store.save_printed_document(PrintedDocument("Asim Munir", "biography", lens, 0, 1,
                                                {"ids": [small.munir.id]}))  # fmt: skip
    with store.unit_of_work("Judge") as work:
        judge_different(work, small.munir.id, small.army.id)
        keep_view(work, "Mine", "event", "asim munir", lens=lens)
    report = store.reader.subject(small.munir.id, lens)
    [draft] = report.at(TracePlace.DRAFTS)
    assert "half a" in draft.says
    assert [item.what for item in report.at(TracePlace.DOCUMENTS)] == ["Asim Munir"]
    assert [item.says for item in report.at(TracePlace.SEARCHES)] == ["asim munir"]
    [verdict] = report.at(TracePlace.VERDICTS)
    assert report.others[verdict.record_id].id == small.army.id


def test_what_lies_above_the_ceiling_is_counted_and_not_told(small: Small) -> None:
    store = small.store
    person = small.fresh(small.munir)
    person.notes = [Note(text="Quixotic zebra", marking=HIGHEST)]
    store.save(person, small.lens)
    low = Lens(small.lens.as_of, 0)
    report = store.reader.subject(small.munir.id, low)
    assert "zebra" not in repr(report).casefold()
    assert "quixotic" not in repr(report).casefold()
    assert report.withheld
    whole = store.reader.subject(small.munir.id, small.lens)
    assert "quixotic" in repr(whole).casefold()
    person = small.fresh(small.munir)
    person.marking = HIGHEST
    store.save(person, small.lens)
    with pytest.raises(Refused):
        store.reader.subject(small.munir.id, low)


def test_a_report_of_the_sample_tells_where_else_a_name_stands(tmp_path: Path) -> None:
    make_desk(path := tmp_path / "sample.desk")
    with open_desk(path) as store:
        load_sample(store)
        key = store.reader.find_by_title(store.reader.all_ids("person", ALL, "name"), "Ishaq Dar")
        assert key is not None
        heard: list[int] = []
        report = store.reader.subject(key, ALL, lambda done, _total: heard.append(done))
    assert len(report.at(TracePlace.OTHERS)) > 3
    assert heard == list(range(len(TracePlace)))
