"""What a plan says is written with files and sources; what together does not hold stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Attachment,
    Citation,
    HistoricalDate,
    Lens,
    Organization,
    Source,
    make_desk,
    open_desk,
)
from tests.db.exchange.desks.copies import LENS, content, copy_desk, merge_into
from tests.marked_desk import make_marked_desk


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a desk with one body that cites a source."""
    one = tmp_path / "a.desk"
    make_desk(one)
    with open_desk(one) as store:
        body = Organization(title="Body", citations=[Citation(source=Source(title="Dawn"))])
        store.save(body, LENS)
    return one, copy_desk(one, "b")


def test_files_and_sources_come_along(pair: tuple[Path, Path]) -> None:
    with open_desk(pair[1]) as store:
        body = store.reader.get(1, LENS)
        body.attachments = [Attachment(file_name="card.txt", data=b"a card")]
        body.citations[0].source.publisher = "Karachi"
        body.citations.append(Citation(source=Source(title="Times", text="whole")))
        store.save(body, LENS)
    merge_into(*pair)
    with open_desk(pair[0]) as store:
        body = store.reader.get(1, LENS)
        assert store.reader.attachment(body.attachments[0].sha256, LENS) == b"a card"
        sources = [each.source for each in body.citations]
        assert [each.publisher for each in sources] == ["Karachi", ""]
        assert sources[1].text == "whole"
    assert content(pair[0]) == content(pair[1])


def test_what_together_does_not_hold_stays_as_it_is_and_is_told(pair: tuple[Path, Path]) -> None:
    for path, name, day in ((pair[0], "founded", "2000"), (pair[1], "dissolved", "1990")):
        with open_desk(path) as store:
            body = store.reader.get(1, LENS)
            setattr(body, name, HistoricalDate.parse(day))
            store.save(body, LENS)
    before = content(pair[0])
    [conflict] = merge_into(*pair).conflicts
    assert "before the start" in conflict.theirs and not conflict.decided
    assert content(pair[0]) == before


def test_nothing_above_the_ceiling_is_written_or_told(tmp_path: Path) -> None:
    from db import merge_file
    from tests.db.desk_dump import dump

    marked = make_marked_desk(tmp_path / "marked.desk")
    make_desk(tmp_path / "own.desk")
    with open_desk(tmp_path / "own.desk") as store:
        report = merge_file(store, marked.path, Lens("2026-06-01", 1))
        said = repr(report) + repr(dump(store))
        assert store.verify() == [] and report.added.total() > 10
    hidden = {word for words in marked.words[2:] for word in words}
    assert sorted(word for word in hidden if word in said) == []
