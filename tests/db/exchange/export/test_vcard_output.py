"""vCards: name in its parts, the offices of the day, contacts, and the marking as class."""

from __future__ import annotations

from pathlib import Path

import vobject

from db import Contact, HistoricalDate, Lens, Organization, Person, Store
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS, export_all


def cards(store: Store, path: Path, lens: Lens = LENS) -> dict[str, vobject.base.Component]:
    export_all(store, path, lens)
    return {card.fn.value: card for card in vobject.readComponents(path.read_text("utf-8"))}


def test_a_person_has_the_office_of_the_day(small: Small, tmp_path: Path) -> None:
    card = cards(small.store, tmp_path / "all.vcf")["Asim Munir"]
    assert (card.n.value.family, card.n.value.given) == ("Munir", "Asim")
    assert (card.title.value, card.org.value) == ("Chief of Army Staff", ["Pakistan Army"])
    before = cards(small.store, tmp_path / "all.vcf", Lens("2020-01-01"))["Asim Munir"]
    assert not hasattr(before, "title")


def test_contacts_birthday_and_marking_are_there(store: Store, tmp_path: Path) -> None:
    contacts = [
        Contact(kind="mobile", value="+92 51 1234"), Contact(kind="email", value="ada@mofa.gov.pk"),
        Contact(kind="address", value="Constitution Avenue, Islamabad"),
    ]  # fmt: skip
    born = HistoricalDate.parse("1815-12-10")
    person = Person(
        title="Ada of Ockham", family="Lovelace", born=born, contacts=contacts, marking=2
    )
    store.save(person, LENS)
    card = cards(store, tmp_path / "all.vcf")["Ada of Ockham"]
    assert (card.tel.value, card.tel.type_param) == ("+92 51 1234", "CELL")
    assert card.email.value == "ada@mofa.gov.pk"
    assert card.adr.value.street == "Constitution Avenue, Islamabad"
    assert card.bday.value == "1815-12-10"
    assert (card.contents["class"][0].value, card.x_marking.value) == (
        "CONFIDENTIAL", "confidential",
    )  # fmt: skip


def test_work_and_home_are_types_and_a_body_is_a_company(store: Store, tmp_path: Path) -> None:
    contacts = [
        Contact(kind="phone", value="1", note="work"),
        Contact(kind="address", value="2", note="home"),
        Contact(kind="fax", value="3", note="on Sundays"),
    ]  # fmt: skip
    store.save(Organization(title="Acme", contacts=contacts), LENS)
    path = tmp_path / "all.vcf"
    report = export_all(store, path)
    card = next(vobject.readComponents(path.read_text("utf-8")))
    assert [each.params["TYPE"] for each in (*card.tel_list, card.adr)] == [
        ["VOICE", "WORK"], ["FAX"], ["HOME"],
    ]  # fmt: skip
    assert card.x_abshowas.value == "COMPANY"
    assert report.lost["Remarks of contact details"] == 1


def test_lines_in_a_text_cannot_begin_a_line_of_the_card(store: Store, tmp_path: Path) -> None:
    store.save(Organization(title="A;B\\,C", purpose="x", acronym="N\nTEL:1"), LENS)
    card = cards(store, tmp_path / "all.vcf")["A;B\\,C"]
    assert not hasattr(card, "tel")
    assert card.uid.value.startswith("urn:uuid:")
