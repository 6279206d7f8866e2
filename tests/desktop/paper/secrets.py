"""A desk of open records that are tied in every way to secret ones, and what a file holds."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any

from pypdf import PdfReader

from db import (
    Agreement,
    AgreementLink,
    Attachment,
    Citation,
    Contact,
    Event,
    HistoricalDate,
    Identifier,
    Link,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Record,
    Source,
    Store,
    Tenure,
    is_closed,
)
from tests.desktop.paper.conftest import LENS as _ALL
from tests.desktop.paper.conftest import saved
from tests.saved_records import ref

SECRET = "zebra"
# Texts that have a form of their own.
_FORMED = {"id", "uid", "country", "checked_on", "keep_until", "created", "changed", "sha256",
           "currency", "number", "local_time", "zone", "field", "media_type"}  # fmt: skip
_numbers = count(1)


def secretly(made: Any) -> Any:
    """A record or a part with a word of its own in every text, dates included."""
    table = type(made).TABLE
    for each in type(made).model_fields:
        value = getattr(made, each)
        if isinstance(value, str) and each not in _FORMED:
            if not is_closed(f"{table}.{each}"):
                setattr(made, each, f"{SECRET}{next(_numbers)}")
        elif each in ("since", "start", "concluded", "founded", "born", "published"):
            word = f"{SECRET}{next(_numbers)}"
            setattr(made, each, HistoricalDate("2021-05", "2021-05-01", "2021-05-31", word))
    return made


def _parts() -> dict[str, list[Any]]:
    """The parts that every kind of record has."""
    source = secretly(Source())
    return {
        "names": [secretly(Name(kind=kind)) for kind in ("alias", "native", "former")],
        "contacts": [secretly(Contact())],
        "identifiers": [secretly(Identifier())],
        "topics": [f"{SECRET}{next(_numbers)}"],
        "notes": [secretly(Note())],
        "attachments": [secretly(Attachment(data=b"x", media_type="text/plain"))],
        "citations": [secretly(Citation(source=source, field="start", confidence="likely"))],
    }


def fill(store: Store) -> list[Record]:
    """Saves the desk, and answers with the records that are open."""
    high: dict[str, Any] = {}
    for kind in (Organization, Person, Agreement, Event):
        made = secretly(kind(marking=2, country="pk"))
        for name, parts in _parts().items():
            setattr(made, name, parts)
        if kind is Organization:
            made.offices = [secretly(Office())]
        high[kind.KIND] = saved(store, made)
    body, person = high["organization"], high["person"]
    person.tenures = [secretly(Tenure(office=OfficeRef(body.offices[0].id)))]
    person.ranks = [secretly(Rank())]
    high["person"] = person = saved(store, person)
    day = HistoricalDate.parse("2021-05-04")
    ministry = saved(
        store,
        Organization(
            title="Open ministry", country="us", predecessor=ref(body),
            parents=[Parent(parent=ref(body), since=day)],
            offices=[Office(title="Open minister", precedence=1)],
        ),
    )  # fmt: skip
    body.parents = [Parent(parent=ref(ministry))]
    saved(store, body)
    office, hidden_office = ministry.offices[0].id, body.offices[0].id
    person.tenures.append(secretly(Tenure(office=OfficeRef(office), end_state="ongoing")))
    high["person"] = person = saved(store, person)
    minister = saved(
        store,
        Person(
            title="Open minister", country="us",
            tenures=[Tenure(office=OfficeRef(office), since=day, end_state="ongoing"),
                     secretly(Tenure(office=OfficeRef(hidden_office), end_state="ongoing"))],
            **_hidden_parts(),
        ),
    )  # fmt: skip
    told = minister.tenures[1].uid
    about = Citation(source=Source(title="Open paper"), field=f"tenure {told}")
    about.passage = f"{SECRET}{next(_numbers)}"
    minister.citations.append(about)
    minister = saved(store, minister)
    other = saved(store, Person(title="Open guest", country="fr"))
    pact = saved(
        store,
        Agreement(
            title="Open pact", concluded=day,
            parties=[
                Party(who=ref(ministry), actions=[
                    PartyAction(date=day, signatory=ref(minister)),
                    secretly(PartyAction(date=day, signatory=ref(person)))]),
                secretly(Party(who=ref(body), actions=[secretly(PartyAction(date=day))])),
                Party(who=ref(other)),
            ],
            agreement_links=[AgreementLink(other=ref(high["agreement"]))],
            **_hidden_parts(),
        ),
    )  # fmt: skip
    talks = saved(
        store,
        Event(
            title="Open talks", start=day, initiated_by=ref(person), part_of=ref(high["event"]),
            participants=[
                Participant(who=ref(minister), role="host", side="One"),
                Participant(who=ref(other), role="guest", side="Other"),
                secretly(Participant(who=ref(person))),
                secretly(Participant(who=ref(body))),
            ],
            **_hidden_parts(),
        ),
    )  # fmt: skip
    lows = [ministry, minister, other, pact, talks]
    _tie(store, [high[kind] for kind in high], lows)
    return lows


def _hidden_parts() -> dict[str, list[Any]]:
    """Parts of an open record that are marked higher than the record."""
    source = secretly(Source(marking=2))
    return {
        "notes": [secretly(Note(marking=2)), Note(text="Open remark", author="desk")],
        "attachments": [secretly(Attachment(data=b"y", media_type="image/png", marking=2))],
        "citations": [
            secretly(Citation(source=source, field=name, confidence="likely"))
            for name in ("", "start", "concluded", "tenures", "participants")
        ],
    }


def _tie(store: Store, highs: list[Record], lows: list[Record]) -> None:
    """Links from every secret record to every open one, and back."""
    for one in lows:
        low = store.reader.get(one.id, _ALL)
        low.links = [secretly(Link(other=ref(each))) for each in highs]
        saved(store, low)
    for one in highs:
        high = store.reader.get(one.id, _ALL)
        high.links = [secretly(Link(other=ref(each))) for each in lows]
        if isinstance(high, Event):
            high.participants = [secretly(Participant(who=ref(each))) for each in lows[:3]]
        if isinstance(high, Agreement):
            high.parties = [secretly(Party(who=ref(lows[0])))]
            high.agreement_links = [AgreementLink(other=ref(lows[3]))]
        saved(store, high)


def texts_in(name: str, content: bytes) -> Iterator[str]:
    """Every text that a file holds: what is read, what is told about it, what is laid beneath."""
    if name.endswith(".html"):
        yield content.decode()
    elif name.endswith(".docx"):
        with zipfile.ZipFile(BytesIO(content)) as whole:
            for entry in whole.namelist():
                yield f"{entry}: {whole.read(entry).decode('utf-8', 'replace')}"
    else:
        pdf = PdfReader(BytesIO(content))
        yield from (page.extract_text() for page in pdf.pages)
        for number in range(1, int(str(pdf.trailer["/Size"]))):
            held = pdf.get_object(number)
            yield repr(held)
            if hasattr(held, "get_data") and "/Image" not in repr(held):
                yield held.get_data().decode("utf-8", "replace")
