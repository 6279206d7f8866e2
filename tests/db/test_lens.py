"""Nothing marked above the ceiling shows: in no list, page, search or label, by no absence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import db
from db import (
    KINDS,
    Agreement,
    AgreementLink,
    Attachment,
    Change,
    Citation,
    Conflict,
    Event,
    HistoricalDate,
    Identifier,
    Lens,
    Link,
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
    Refused,
    Source,
    Store,
    Tenure,
    as_exact,
    parse_query,
    status_on,
)
from db.lists.record_lists import COLUMNS
from tests.db.conftest import Small
from tests.db.desk_dump import dump
from tests.saved_records import ref

ALL = Lens("2025-09-15")
LOW = Lens("2025-09-15", 1)


def saved(small: Small, record: Record) -> Record:
    small.store.save(record, small.lens)
    return record


def hide_person(small: Small, word: str, marking: int) -> None:
    saved(small, Person(title=word, marking=marking, topics=[f"topic {word}"]))


def hide_organization(small: Small, word: str, marking: int) -> None:
    saved(small, Organization(title=word, marking=marking, offices=[Office(title=f"Chief {word}")]))


def hide_note(small: Small, word: str, marking: int) -> None:
    person = small.fresh(small.munir)
    person.notes.append(Note(text=f"a {word} remark", marking=marking))
    small.store.save(person, small.lens)


def hide_source(small: Small, word: str, marking: int) -> None:
    event = small.fresh(small.call)
    source = Source(title=f"Cable {word}", text=f"text {word}", marking=marking)
    event.citations.append(Citation(source=source, passage=f"passage {word}"))
    small.store.save(event, small.lens)


def hide_attachment(small: Small, word: str, marking: int) -> None:
    pact = small.fresh(small.pact)
    pact.attachments.append(Attachment(file_name=f"{word}.pdf", data=b"x", marking=marking))
    small.store.save(pact, small.lens)


def hide_participant(small: Small, word: str, marking: int) -> None:
    guest = saved(small, Person(title=word, marking=marking, country="ng"))
    event = small.fresh(small.call)
    assert isinstance(event, Event)
    event.participants.append(Participant(who=ref(guest), role="guest"))
    event.initiated_by = ref(guest)
    small.store.save(event, small.lens)


def hide_whole(small: Small, word: str, marking: int) -> None:
    whole = saved(small, Event(title=word, kind="summit", marking=marking))
    event = small.fresh(small.call)
    assert isinstance(event, Event)
    event.part_of = ref(whole)
    small.store.save(event, small.lens)


def hide_party(small: Small, word: str, marking: int) -> None:
    body = saved(small, Organization(title=word, marking=marking, country="ng"))
    hand = saved(small, Person(title=f"hand {word}", marking=marking))
    pact = small.fresh(small.pact)
    assert isinstance(pact, Agreement)
    signed = PartyAction(action="ratified", signatory=ref(hand), note=word)
    pact.parties.append(Party(who=ref(body), actions=[signed]))
    small.store.save(pact, small.lens)


def hide_signatory(small: Small, word: str, marking: int) -> None:
    hand = saved(small, Person(title=word, marking=marking))
    pact = small.fresh(small.pact)
    assert isinstance(pact, Agreement)
    when = HistoricalDate.parse("1999")
    entered = PartyAction(action="entry into force", date=when, signatory=ref(hand), note=word)
    pact.parties[0].actions.append(entered)
    small.store.save(pact, small.lens)


def hide_body_of_office(small: Small, word: str, marking: int) -> None:
    body = Organization(title=word, marking=marking, offices=[Office(title=f"Head of {word}")])
    saved(small, body)
    person = small.fresh(small.munir)
    assert isinstance(person, Person)
    since = HistoricalDate.parse("1980")
    office = OfficeRef(body.offices[0].id)
    person.tenures.append(Tenure(office=office, since=since, end_state="ongoing", note=word))
    small.store.save(person, small.lens)
    for about in (person.tenures[-1].uid, f"tenure {person.tenures[-1].uid}"):
        person.identifiers.append(Identifier(scheme=about[:6], value=word, about=about))
    small.store.save(person, small.lens)


def hide_holder(small: Small, word: str, marking: int) -> None:
    office = OfficeRef(small.army.offices[0].id)
    held = Tenure(office=office, end_state="ongoing")
    saved(small, Person(title=word, marking=marking, tenures=[held], ranks=[Rank(title=word)]))


def hide_relations(small: Small, word: str, marking: int) -> None:
    other = saved(small, Organization(title=word, marking=marking))
    body = small.fresh(small.army)
    assert isinstance(body, Organization)
    body.links.append(Link(other=ref(other), nature=f"knows {word}"))
    body.parents.append(Parent(parent=ref(other)))
    body.predecessor = ref(other)
    small.store.save(body, small.lens)
    under = [Parent(parent=ref(small.army))]
    saved(small, Organization(title=f"below {word}", marking=marking, parents=under))


def hide_agreement(small: Small, word: str, marking: int) -> None:
    other = Agreement(title=word, marking=marking, reference=f"ref {word}", summary=word)
    saved(small, other)
    pact = small.fresh(small.pact)
    assert isinstance(pact, Agreement)
    pact.agreement_links.append(AgreementLink(nature="replaces", other=ref(other)))
    small.store.save(pact, small.lens)


def hide_deleted(small: Small, word: str, marking: int) -> None:
    gone = saved(small, Person(title=word, marking=marking))
    small.store.remove([gone.id], small.lens)


def hide_deleted_import(small: Small, word: str, marking: int) -> None:
    from db.changes.writing import insert_record

    with small.store.unit_of_work(f"Import {word}", compact=True) as work:
        for number in range(3):
            insert_record(work, Person(title=f"{word} {number}", marking=marking))
    if marking:
        small.store.revert(work.change_id)


def hide_draft(small: Small, word: str, marking: int) -> None:
    record = saved(small, Person(title=word, marking=marking))
    small.store.keep_draft("person", record.id, f'{{"title": "{word}"}}')


PLACES: tuple[Callable[[Small, str, int], None], ...] = (
    hide_person,
    hide_organization,
    hide_note,
    hide_source,
    hide_attachment,
    hide_participant,
    hide_whole,
    hide_party,
    hide_signatory,
    hide_body_of_office,
    hide_holder,
    hide_relations,
    hide_agreement,
    hide_deleted,
    hide_deleted_import,
    hide_draft,
)


def surfaces(store: Store, lens: Lens) -> Iterator[str]:
    """Everything that a reader can be shown through a lens, as text."""
    reader = store.reader
    for kind in KINDS:
        ids = reader.all_ids(kind, lens, "name")
        for column in COLUMNS[kind]:
            assert sorted(reader.all_ids(kind, lens, column.key)) == sorted(ids)
        yield repr(reader.lines(ids, lens)) + repr(reader.identifiers(ids))
        for key in ids:
            yield repr(reader.read(key, lens))
            yield repr([change.label for change in reader.changes(key, lens=lens)])
    yield repr(reader.changes(limit=500, lens=lens))
    yield repr(reader.office_lines(lens)) + repr(reader.tenure_lines(lens))
    yield repr(reader.sources("", lens, 500)) + repr(reader.topics(lens))
    yield repr(reader.drafts(lens)) + repr(reader.counts(lens))
    yield repr(reader.find_offices("chief", lens)) + repr(reader.holders("chief", lens))


def hits(store: Store, text: str, lens: Lens) -> list[int]:
    """What is spelt so, in all kinds."""
    query = as_exact(parse_query(text))
    return [key for kind in KINDS for key in reader_page(store, kind, query, lens)]


def reader_page(store: Store, kind: str, query: object, lens: Lens) -> list[int]:
    return list(store.reader.page(kind, query, lens).ids)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_what_is_above_the_ceiling_is_nowhere(
    small: Small, place: Callable[[Small, str, int], None]
) -> None:
    place(small, "zebrafinch", 2)
    for said in surfaces(small.store, LOW):
        assert "zebrafinch" not in said
    for text in ("zebrafinch", "zebra", '"zebrafinch"', "office:zebrafinch", "party:zebrafinch"):
        assert hits(small.store, text, LOW) == []
    for text in (
        "topic:zebrafinch",
        "type:summit",
        "in:zebrafinch",
        "country:ng",
        "id:zebrafinch",
        "signed:1999",
    ):
        assert hits(small.store, text, LOW) == []
    assert small.store.verify() == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_what_is_hidden_is_not_told_by_what_a_search_leaves_out(
    small: Small, place: Callable[[Small, str, int], None]
) -> None:
    place(small, "zebrafinch", 2)
    for text in ("munir", "call", "memorandum", "pakistan"):
        assert hits(small.store, f"{text} -zebrafinch", LOW) == hits(small.store, text, LOW)
    assert hits(small.store, "-zebrafinch", LOW) == hits(small.store, "-nonsense", LOW)


@given(markings=st.lists(st.integers(0, 3), min_size=11, max_size=11), ceiling=st.integers(0, 3))
@settings(max_examples=8)
def test_any_mixture_of_markings_shows_what_it_may_and_no_more(
    tmp_path_factory: pytest.TempPathFactory, markings: list[int], ceiling: int
) -> None:
    from tests.db.conftest import small_desk

    words = [f"word{chr(97 + number)}x" for number in range(len(markings))]
    lens = Lens("2025-09-15", ceiling)
    with small_desk(tmp_path_factory.mktemp("desk")) as small:
        for place, word, marking in zip(PLACES, words, markings, strict=False):
            place(small, word, marking)
        said = "\n".join(surfaces(small.store, lens))
        for word, marking in zip(words, markings, strict=True):
            assert (word in said) == (marking <= ceiling)
            assert bool(hits(small.store, word, lens)) == (marking <= ceiling)


def test_the_status_in_a_list_is_the_status_on_the_page(small: Small) -> None:
    hide_signatory(small, "zebrafinch", 2)
    for lens in (ALL, LOW):
        pact = small.store.reader.get(small.pact.id, lens)
        assert isinstance(pact, Agreement)
        line = small.store.reader.lines([pact.id], lens)[0]
        assert line.cells[3] == status_on(pact, lens.as_of)


def test_tenure_in_a_hidden_body_matches_no_time(small: Small) -> None:
    hide_body_of_office(small, "zebrafinch", 2)
    assert small.munir.id in hits(small.store, "held:1985", ALL)
    assert small.munir.id not in hits(small.store, "held:1985", LOW)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_saving_under_a_low_ceiling_keeps_what_it_hides(
    small: Small, place: Callable[[Small, str, int], None]
) -> None:
    place(small, "zebrafinch", 2)
    before = dump(small.store)
    for record in (small.munir, small.call, small.pact, small.army, small.state):
        seen = small.store.reader.get(record.id, LOW)
        assert small.store.save(seen, LOW) is None
        seen.country = "gb"
        assert small.store.save(seen, LOW) is not None
        seen.country = record.country
        small.store.save(seen, LOW)
    assert dump(small.store) == before


def test_a_line_added_and_removed_under_a_low_ceiling_leaves_the_hidden_ones(small: Small) -> None:
    person = small.fresh(small.munir)
    person.notes = [Note(text="one"), Note(text="hidden", marking=3), Note(text="two")]
    small.store.save(person, small.lens)
    seen = small.store.reader.get(person.id, LOW)
    seen.notes = [seen.notes[1], Note(text="three")]
    small.store.save(seen, LOW)
    assert {note.text for note in small.fresh(person).notes} == {"hidden", "two", "three"}
    assert [note.text for note in small.store.reader.get(person.id, LOW).notes] == ["two", "three"]


def test_what_is_made_under_a_ceiling_is_seen_under_it(small: Small) -> None:
    hide_source(small, "zebrafinch", 2)
    person = Person(
        title="New",
        citations=[Citation(source=Source(title="Cable zebrafinch"), passage="seen")],
        topics=["topic zebrafinch"],
    )
    small.store.save(person, LOW)
    found = small.store.reader.get(person.id, LOW)
    assert found == person and found.citations[0].source.text == ""
    assert hits(small.store, "seen", LOW) == [person.id]


def test_a_record_above_the_ceiling_is_not_there(small: Small) -> None:
    hidden = saved(small, Person(title="Hidden", marking=2))
    reader = small.store.reader
    assert reader.find(hidden.uid, LOW) is None
    for ask in (reader.get, reader.read):
        with pytest.raises(Refused, match="not on this desk, or is above the ceiling"):
            ask(hidden.id, LOW)
    with pytest.raises(Refused):
        small.store.remove([hidden.id], LOW)


def test_a_marking_that_rises_leaves_no_word_behind_however_many_repeat_it(small: Small) -> None:
    body = Organization(title="Zebrafinch")
    saved(small, body)
    with small.store.unit_of_work("Many", compact=True) as work:
        from db.changes.writing import insert_record

        for number in range(400):
            insert_record(
                work, Event(title=f"Event {number}", participants=[Participant(who=ref(body))])
            )
    assert len(hits(small.store, "zebrafinch", LOW)) == 401
    fresh = small.fresh(body)
    fresh.marking = 3
    change = small.store.save(fresh, ALL)
    assert hits(small.store, "zebrafinch", LOW) == []
    assert isinstance(change, Change)
    small.store.revert(change.id)
    assert len(hits(small.store, "zebrafinch", LOW)) == 401


def test_a_refusal_names_no_hidden_change(small: Small) -> None:
    hidden = saved(small, Person(title="Zebrafinch", marking=2))
    made = small.store.reader.changes(limit=1)[0]
    visit = Event(title="Zebrafinch visit", marking=2, participants=[Participant(who=ref(hidden))])
    saved(small, visit)
    with pytest.raises(Refused, match="There is no change"):
        small.store.revert(made.id, LOW)
    person = saved(small, Person(title="Open"))
    open_change = small.store.reader.changes(limit=1)[0]
    with_person = [Participant(who=ref(person))]
    saved(small, Event(title="Zebrafinch again", marking=2, participants=with_person))
    with pytest.raises(Conflict) as refusal:
        small.store.revert(open_change.id, LOW)
    assert "Zebrafinch" not in str(refusal.value)
    with pytest.raises(Conflict, match="Zebrafinch again"):
        small.store.revert(open_change.id, ALL)


def test_no_statement_compares_a_marking_by_itself() -> None:
    """A marking that is none lies between two numbers, or is more than any: `shows`, `counted`."""
    bare = re.compile(r"marking (?:BETWEEN 0|[<>]=? *[?:{0])")
    allowed = {
        "db/changes/change_markings.py": 1,  # raises what is below
        "db/storage/statements.py": 1,  # an example shows what `shows` makes
    }
    root = Path(db.__file__).parents[1]
    found: dict[str, int] = {}
    for path in sorted((root / "db").rglob("*.py")):
        name = str(path.relative_to(root).as_posix())
        if "migrations" in name or name in ("db/lens.py", "db/desk_file/verify_values.py"):
            continue
        count = sum(
            bool(bare.search(line)) for line in path.read_text("utf-8").splitlines() if '"' in line
        )
        if count != allowed.get(name, 0):
            found[name] = count
    assert found == {}
