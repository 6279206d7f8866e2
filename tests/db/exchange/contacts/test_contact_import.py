"""Cards become people and bodies with offices; each is counted, and twice is once."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from db import Lens, Organization, Refused, Store, import_files
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.db.exchange.contacts.cards import LENS, balances, bring_in, person, vcard, whys
from tests.db.exchange.export.exports import export_all

ANA = vcard(
    "N:Silva;Ana;;Dr.;", "FN:Dr. Ana Silva", "ORG:Ministry of Trade;Asia", "TITLE:Director",
    "TEL;TYPE=CELL:+351 91", "BDAY:1970-02-03", "NICKNAME:Anita",
    f"PHOTO;ENCODING=b:{b64encode(bytes([255, 216, 255, 1])).decode()}",
)  # fmt: skip


def test_a_card_is_a_person_with_an_office_of_a_body(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, ANA)
    assert report.created == {"people": 1, "organizations": 1, "offices": 1, "tenures": 1}
    assert report.read == 1 and report.flagged == report.rejected == []
    ana = person(store, "Ana Silva")
    assert (ana.given, ana.family, ana.honorific) == ("Ana", "Silva", "Dr.")
    assert ana.born and ana.born.edtf == "1970-02-03"
    [held] = ana.tenures
    assert held.office and held.office.title == "Director, Asia" and held.until is None
    assert held.office.organization and held.office.organization.title == "Ministry of Trade"
    assert [each.file_name for each in ana.attachments] == ["photo.jpg"]
    assert [each.text for each in ana.names] == ["Anita"]


def test_the_same_file_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    text = ANA + vcard("FN:Bo", "UID:urn:uuid:0190b2c4-0000-7000-8000-000000000001", "NOTE:x")
    bring_in(store, tmp_path, text)
    again = bring_in(store, tmp_path, text)
    assert not any(again.created.values()) and not any(again.updated.values())
    assert again.unchanged["people"] == 2 and balances(again, "people")
    assert len(person(store, "Ana Silva").attachments) == 1


def test_cards_of_one_name_are_two_people_and_told(store: Store, tmp_path: Path) -> None:
    first, other = vcard("FN:Ana Silva", "TEL:1"), vcard("FN:Ana Silva", "TEL:2")
    report = bring_in(store, tmp_path, first + other + first)
    assert report.created["people"] == 2 and report.joined["people"] == 1
    assert balances(report, "people") and whys(report) == [(2, "")]


def test_a_body_has_a_card_of_its_own(store: Store, tmp_path: Path) -> None:
    both = vcard("FN:Ana", "ORG:Acme", "TITLE:Owner") + vcard("FN:Acme", "ORG:Acme", "TEL:1")
    report = bring_in(store, tmp_path, both)
    assert report.created["people"] == report.created["organizations"] == 1
    assert balances(report, "people", "organizations")
    only = bring_in(store, tmp_path, both, kind="organizations")
    assert only.read == 1 and only.unchanged["organizations"] == 1


def test_the_body_alone_is_a_tie(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, vcard("FN:Ana Silva", "ORG:Acme;Sales"))
    [tie] = person(store, "Ana Silva").links
    assert tie.other and (tie.nature, tie.other.title, tie.note) == ("member of", "Acme", "Sales")


def test_an_ambiguous_body_is_a_remark_and_rejects_nothing(store: Store, tmp_path: Path) -> None:
    for country in ("pt", "fr"):
        store.save(Organization(title="Institute", country=country), LENS)
    report = bring_in(store, tmp_path, vcard("FN:Ana Silva", "ORG:Institute", "TITLE:Chair"))
    assert report.rejected == [] and len(report.flagged) == 1
    assert [each.text for each in person(store, "Ana Silva").notes] == [
        "Works as: Chair, Institute"
    ]


@pytest.mark.parametrize(
    ("lines", "title"),
    [(("EMAIL:a@b.pt",), "a@b.pt"), (("NICKNAME:Ani", "TEL:1"), "Ani"), (("TEL:17",), "17")],
)
def test_a_card_without_a_name_stands_under_what_it_says(
    store: Store, tmp_path: Path, lines: tuple[str, ...], title: str
) -> None:
    report = bring_in(store, tmp_path, vcard(*lines))
    assert report.rejected == [] and whys(report) == [(1, "")]
    assert person(store, title).title == title


def test_an_empty_card_is_refused_by_its_number(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, vcard("FN:A") + vcard("NOTE:nobody"))
    assert [(each["row"], each["column"]) for each in report.rejected] == [(2, "name")]
    assert balances(report, "people")


@pytest.mark.parametrize(
    ("lines", "column"),
    [
        (("BDAY:soon",), "BDAY"),
        (("BDAY:1990-01-01", "DEATHDATE:1980-01-01"), "DEATHDATE"),
        (("X-FOO:1",), "X-FOO"),
    ],
)
def test_one_bad_part_is_flagged_and_the_card_taken(
    store: Store, tmp_path: Path, lines: tuple[str, ...], column: str
) -> None:
    report = bring_in(store, tmp_path, vcard("FN:A B", *lines))
    assert report.created["people"] == 1 and whys(report) == [(1, column)]
    assert "card 1" in report.flagged[0]["why"]


def test_a_marking_is_kept_and_one_above_the_ceiling_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "marked.vcf"
    path.write_text(vcard("FN:A B", "X-MARKING:restricted") + vcard("FN:C D", "X-MARKING:secret"))
    report = import_files(store, [path], Lens("2025-09-15", 1))
    assert [each["column"] for each in report.rejected] == ["X-MARKING"]
    assert sql_of(store).rows("SELECT title, marking FROM record") == [("A B", 1)]


def test_another_kind_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="people and organizations"):
        bring_in(store, tmp_path, ANA, kind="agreements")


def test_what_this_desk_exported_meets_its_own_records(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "out.vcf"
    count = "SELECT count(*) FROM record"
    before = sql_of(small.store).rows(count)
    export_all(small.store, path)
    report = import_files(small.store, [path], LENS)
    assert not any(report.created.values()) and report.rejected == []
    assert sql_of(small.store).rows(count) == before


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (("FN:Bo", "BDAY:in the spring"), ["Birthday: in the spring"]),
        (("FN:Bo", "DEATHDATE:03/04/1950"), ["Died: 03/04/1950"]),
        (("FN:Bo", "BDAY:19500101", "DEATHDATE:19400101"), ["Died: 1940-01-01"]),
        (("FN:Bo", "BDAY:19500101", "BDAY:19500102"), ["Birthday: 19500102"]),
        (("FN:Mint", "KIND:org", "BDAY:19500101"), ["Birthday: 1950-01-01"]),
    ],
)
def test_a_day_that_cannot_be_taken_is_kept_as_a_note_and_told(
    store: Store, tmp_path: Path, lines: tuple[str, ...], notes: list[str]
) -> None:
    report = bring_in(store, tmp_path, vcard(*lines, version="4.0"))
    key = sql_of(store).value("SELECT id FROM record")
    assert [note.text for note in store.reader.get(key, LENS).notes] == notes
    [flag] = report.flagged
    assert flag["why"].endswith("it was kept as a note.") and flag["row"] == 1
    again = bring_in(store, tmp_path, vcard(*lines, version="4.0"))
    assert not any(again.created.values()) and not any(again.updated.values())
