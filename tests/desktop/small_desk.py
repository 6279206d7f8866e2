"""A small desk and full records for the tests of the forms."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from db import (
    Agreement,
    AgreementLink,
    Amount,
    Citation,
    Contact,
    Event,
    HistoricalDate,
    Identifier,
    Lens,
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
    Reader,
    Record,
    Ref,
    Source,
    Store,
    Tenure,
    make_desk,
    open_desk,
)

DATE = HistoricalDate.parse


@dataclass
class SmallDesk:
    """What of the session the forms ask."""

    store: Store
    lens: Lens = field(default_factory=Lens)
    saved: list[Record] = field(default_factory=list)

    @property
    def reader(self) -> Reader:
        return self.store.reader

    def save(self, record: Record) -> None:
        self.store.save(record, self.lens)
        self.saved.append(record)


def copy_small_desk(folder: Path) -> SmallDesk:
    """The small desk in a folder of its own; it is made once and copied."""
    made = small_desk_bytes()
    path = folder / "small.desk"
    path.write_bytes(made)
    return SmallDesk(open_desk(path))


@cache
def small_desk_bytes() -> bytes:
    """The file of the small desk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.desk"
        make_desk(path, "", "Test desk")
        fill_small_desk(path)
        return path.read_bytes()


def fill_small_desk(path: Path) -> None:
    """Puts a ministry, an army, two people, an agreement and an event on a desk."""
    desk = SmallDesk(open_desk(path))
    mofa = Organization(
        title="Ministry of Foreign Affairs",
        kind="ministry",
        country="pk",
        offices=[Office(title="Foreign Minister"), Office(title="Foreign Secretary")],
    )
    army = Organization(title="Pakistan Army", kind="armed force", country="pk")
    desk.save(mofa)
    desk.save(army)
    desk.save(Person(title="Ishaq Dar", country="pk"))
    desk.save(Person(title="Marco Rubio", country="us"))
    call = Source(title="DPM Dar receives phone call", publisher="MOFA", published=DATE("2025-09"))
    desk.save(
        Agreement(title="Trade agreement", topics=["trade"], citations=[Citation(source=call)])
    )
    desk.save(Event(title="The September call", topics=["critical minerals"]))
    desk.store.close()


def ref(desk: SmallDesk, title: str) -> Ref:
    """A record of the desk by its title."""
    for key in range(1, 40):
        found = desk.reader.ref(key, desk.lens)
        if found is not None and found.title == title:
            return found
    raise LookupError(title)


def office(desk: SmallDesk, title: str) -> OfficeRef:
    """An office of the desk by its title."""
    return desk.reader.find_offices(title, desk.lens)[0]


def shared_parts(desk: SmallDesk) -> dict[str, object]:
    """A line in every table that all kinds have."""
    return {
        "marking": 1,
        "country": "pk",
        "checked_on": "2025-09-15",
        "names": [
            Name(text="اسحاق ڈار", kind="native", language="ur", script="Arab"),
            Name(text="Mohammad Ishaq Dar", since=DATE("1950"), until=DATE("before 1990")),
        ],
        "contacts": [
            Contact(kind="phone", value="+92 51 921 0335", note="the private office"),
            Contact(kind="email", value="fm@example.org"),
        ],
        "identifiers": [Identifier(scheme="wikidata", value="Q6078618", about="")],
        "topics": ["minerals", "trade"],
        "citations": [
            Citation(
                source=Source(
                    title="DPM Dar receives phone call from US Secretary of State",
                    publisher="Ministry of Foreign Affairs",
                    author="Press office",
                    published=DATE("September 2025"),
                    url="https://example.org/call",
                    text="The two discussed trade and minerals.",
                    marking=0,
                ),
                field="tenures",
                passage="a rare one-to-one meeting with President Trump in June",
                confidence="confirmed",
            )
        ],
        "notes": [
            Note(
                text="Prefers to be rung before ten.\nSpeaks fast; ask for the paper afterwards.",
                author="A. Desk",
                date=DATE("12 June 2025"),
                marking=2,
            )
        ],
        "links": [
            Link(
                other=ref(desk, "Marco Rubio"),
                nature="see also",
                since=DATE("2025"),
                note="spoke thrice",
            )
        ],
    }


def full_person(desk: SmallDesk) -> Person:
    """A person with something in every field."""
    return Person(
        title="Ishaq Dar",
        given="Ishaq",
        family="Dar",
        name_order="given-first",
        honorific="H.E. Senator",
        post_nominals="NI",
        spoken_address="Your Excellency",
        written_address="His Excellency Senator Mohammad Ishaq Dar",
        pronunciation="iss-HAAK DAAR",
        gender="male",
        born=DATE("8 May 1950"),
        languages="Urdu, Punjabi, English",
        biography="Chartered accountant. Four times minister of finance.\nSenator since 2003.",
        ranks=[Rank(title="Captain", service="army", since=DATE("about 1972"))],
        tenures=[
            Tenure(
                office=office(desk, "Foreign Minister"),
                since=DATE("11 March 2024"),
                end_state="ongoing",
            ),
            Tenure(
                office=office(desk, "Foreign Secretary"),
                acting=True,
                since=DATE("late July 2021"),
                until=DATE("between 2022 and 2023"),
                end_state="ended",
                note="as the gazette has it",
            ),
        ],
        **shared_parts(desk),  # type: ignore[arg-type]
    )


def full_organization(desk: SmallDesk) -> Organization:
    """An organization with something in every field."""
    army = ref(desk, "Pakistan Army")
    return Organization(
        title="Frontier Works Organization",
        kind="state company",
        acronym="FWO",
        founded=DATE("31 October 1966"),
        dissolved=DATE("2100"),
        purpose="Builds roads, dams and tunnels, and mines copper and gold.",
        predecessor=army,
        parents=[Parent(parent=army, since=DATE("1966"))],
        offices=[
            Office(title="Director General", precedence=1, seats=1, founded=DATE("1966")),
            Office(title="Deputy Director", precedence=2, dissolved=DATE("2001")),
        ],
        **shared_parts(desk),  # type: ignore[arg-type]
    )


def full_agreement(desk: SmallDesk) -> Agreement:
    """An agreement with something in every field."""
    return Agreement(
        title="Memorandum of understanding on critical minerals",
        kind="memorandum of understanding",
        binding="not stated",
        level="company",
        laterality="bilateral",
        reference="FWO/USSM/2025",
        stage="announced",
        concluded=DATE("8 September 2025"),
        place="Islamabad",
        languages="English",
        depositary="Ministry of Foreign Affairs",
        provisional=DATE("2025-09-08"),
        in_force=DATE("after 2025"),
        in_force_clause="On the day of the second notification.",
        duration="five years",
        renewal="by silence, a year at a time",
        notice_period="six months",
        terminated=DATE("2031"),
        registration="UNTS 54321",
        summary="The parties explore antimony, copper and gold together.",
        amounts=[
            Amount(
                number="500000000",
                currency="USD",
                qualifier="about",
                stage="announced",
                as_of=DATE("September 2025"),
                note="as said at the ceremony",
            )
        ],
        parties=[
            Party(
                who=ref(desk, "Pakistan Army"),
                side="Pakistan",
                capacity="owner of the works organization",
                actions=[
                    PartyAction(
                        action="signed",
                        date=DATE("8 September 2025"),
                        date_of="act",
                        signatory=ref(desk, "Ishaq Dar"),
                        note="in the prime minister's presence",
                    ),
                    PartyAction(action="ratified", date=DATE("early 2026")),
                ],
            ),
            Party(who=ref(desk, "Ministry of Foreign Affairs")),
        ],
        agreement_links=[AgreementLink(nature="implements", other=ref(desk, "Trade agreement"))],
        **shared_parts(desk),  # type: ignore[arg-type]
    )


def full_event(desk: SmallDesk) -> Event:
    """An event with something in every field."""
    return Event(
        title="Call between Dar and Rubio",
        kind="call",
        start=DATE("September 2025"),
        end=DATE("September 2025"),
        local_time="14:30",
        zone="Asia/Karachi",
        place="Islamabad",
        channel="telephone",
        status="held",
        initiated_by=ref(desk, "Marco Rubio"),
        part_of=ref(desk, "The September call"),
        outcome="Both agreed to widen trade, and to meet in New York.",
        participants=[
            Participant(who=ref(desk, "Ishaq Dar"), role="principal", side="Pakistan"),
            Participant(who=ref(desk, "Marco Rubio"), role="principal", side="United States"),
        ],
        **shared_parts(desk),  # type: ignore[arg-type]
    )


FULL = {
    "person": full_person,
    "organization": full_organization,
    "agreement": full_agreement,
    "event": full_event,
}
