"""One JSON document or lines for people, and every value opened up to what JSON can say."""

import json
from pathlib import Path

import pytest

from db import HistoricalDate, Lens, OfficeRef, Person, Ref, Tenure, open_desk
from desktop.commands.console.output import (
    REFUSED,
    Result,
    date_json,
    edtf_of,
    plain,
    plain_with_uids,
    refs_in,
    say,
    show,
)
from tests.desktop.commands.conftest import found

BODY = Ref(2, "Ministry", "organization")
DAR = Person(
    id=1,
    uid="u1",
    title="Dar",
    marking=2,
    born=HistoricalDate.parse("1950"),
    tenures=[Tenure(office=OfficeRef(3, "Minister", BODY), end_state="ongoing")],
)


def test_json_is_one_document_and_keeps_its_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert show(Result({"title": "ڈار"}, ["never shown"], REFUSED), as_json=True) == REFUSED
    printed = capsys.readouterr().out
    assert json.loads(printed) == {"title": "ڈار"}
    assert "ڈار" in printed


def test_lines_and_warnings_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show(Result(None, ["a\x1b[31mb"]), as_json=False)
    say("c\x1b]0;x\x07d")
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert told.out.startswith("a")
    assert told.err.startswith("c")


def test_a_record_is_opened_up_without_its_own_numbers() -> None:
    made = plain(DAR, {2: "u2"})
    assert "id" not in made
    assert made["marking"] == "confidential"
    assert made["born"] == {
        "edtf": "1950",
        "first": "1950-01-01",
        "last": "1950-12-31",
        "text": "1950",
    }
    assert made["died"] is None
    assert made["tenures"][0]["office"] == {
        "title": "Minister",
        "organization": {"uid": "u2", "title": "Ministry", "kind": "organization"},
    }
    json.dumps(made)


def test_every_record_that_is_named_is_found() -> None:
    assert refs_in([BODY, Ref(9, "x", "person"), "text", None]) == {2, 9}
    assert refs_in([]) == set()


def test_uids_of_what_is_named_are_looked_up(desk: Path) -> None:
    with open_desk(desk) as store:
        record = store.reader.get(found(store, "person", "rubio"), Lens())
        named = Ref(record.id, record.title, "person")
        assert plain_with_uids([named], store.reader)[0]["uid"] == record.uid


def test_no_date_is_null() -> None:
    assert date_json(None) is None
    assert edtf_of(None) is None
    assert edtf_of(HistoricalDate("", None, None, "of old")) is None
