"""Lists as officers have them become true records without a map, or one question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import (
    KINDS,
    PLURALS,
    Agreement,
    Event,
    Lens,
    Organization,
    Person,
    Record,
    Refused,
    Store,
    import_files,
    make_desk,
    open_desk,
)
from tests.db.exchange.list_case import ListCase
from tests.db.exchange.lists_of_acts import OF_BODIES, OF_EVENTS, OF_TREATIES
from tests.db.exchange.lists_of_officers import OF_PEOPLE
from tests.db.exchange.lists_that_ask import HABITS_OF_ACTS
from tests.db.exchange.lists_with_habits import WITH_HABITS

CASES = (*OF_PEOPLE, *OF_TREATIES, *OF_EVENTS, *OF_BODIES, *WITH_HABITS, *HABITS_OF_ACTS)
LENS = Lens("2025-09-15")
_FACT = re.compile(r"(\w+)=(.*?)(?= \w+=|$)")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk for all lists; what one of them brought is taken back."""
    path = tmp_path_factory.mktemp("lists") / "lists.desk"
    make_desk(path, name="Lists")
    store = open_desk(path)
    yield store
    store.close()


def edtf(record: Any, name: str) -> str:
    date = getattr(record, name, None)
    return date.edtf if date else ""


def stays_of(person: Person) -> Iterator[str]:
    for stay in person.tenures:
        assert stay.office and stay.office.organization
        says = f"{stay.office.title} @ {stay.office.organization.title}"
        if stay.since or stay.until:
            says += f" {edtf(stay, 'since')}..{edtf(stay, 'until')}"
        yield says + (" ongoing" if stay.end_state == "ongoing" else "")


def facts_of(record: Record) -> dict[str, str]:
    """What a case may say of a record."""
    facts = {"country": record.country, "id": ",".join(each.value for each in record.identifiers)}
    if isinstance(record, Person):
        facts |= {"honorific": record.honorific, "born": edtf(record, "born"),
                  "family": record.family, "given": record.given, "died": edtf(record, "died"),
                  "aliases": ",".join(each.text for each in record.names),
                  "stay": "; ".join(stays_of(record))}  # fmt: skip
        for stay in record.tenures:
            office = stay.office
            facts |= {"since": edtf(stay, "since"), "until": edtf(stay, "until"),
                      "office": office.title if office else "",
                      "body": office.organization.title
                      if office and office.organization else ""}  # fmt: skip
    if isinstance(record, Person | Organization):
        facts |= {each.kind: each.value for each in record.contacts}
    if isinstance(record, Organization):
        facts |= {"acronym": record.acronym, "founded": edtf(record, "founded")}
    if isinstance(record, Agreement):
        parties = [party for party in record.parties if party.who]
        names = {"signed": "concluded", "in_force": "in_force", "terminated": "terminated"}
        facts |= {name: edtf(record, field) for name, field in names.items()}
        facts |= {"place": record.place, "reference": record.reference}
        facts["parties"] = ",".join(party.who.title for party in parties if party.who)
        facts["acts"] = ",".join(act.action for each in parties for act in each.actions)
    if isinstance(record, Event):
        facts |= {"start": edtf(record, "start"), "end": edtf(record, "end")}
        facts["place"] = record.place
        facts["people"] = ",".join(
            each.who.title for each in record.participants if each.who and each.who.kind == "person"
        )
        facts["who"] = ",".join(each.who.title for each in record.participants if each.who)
    return facts


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_list_becomes_what_a_careful_clerk_makes_of_it(
    shared: Store, tmp_path: Path, case: ListCase
) -> None:
    path = tmp_path / f"{case.file}.csv"
    path.write_text(case.table.replace("|", "\t"), encoding="utf-8")
    if case.refused:
        with pytest.raises(Refused, match=case.refused):
            import_files(shared, [path], LENS, kind=case.named or None)
        return
    report = import_files(shared, [path], LENS, kind=case.named or None)
    try:
        assert next(iter(report.created)) == case.kind
        assert len(report.rejected) == case.rejected
        assert " ".join(report.left_out) == case.left_out
        for part in case.told:
            assert any(part in each["why"] for each in report.flagged), part
        found = _records(shared, "person" if case.kind == "tenures" else _singular(case.kind))
        for title, says in case.records.items():
            facts = facts_of(found[title])
            expected = dict(_FACT.findall(says))
            assert {name: facts.get(name, "") for name in expected} == expected
    finally:
        shared.revert(shared.reader.last_change())


def _singular(plural: str) -> str:
    return next(kind for kind in KINDS if PLURALS[kind] == plural)


def _records(store: Store, kind: str) -> dict[str, Record]:
    ids = store.reader.all_ids(kind, LENS, "title")
    return {each.title: each for each in store.reader.records(kind, ids, LENS).values()}
