"""Merging loses nothing of either record, and undo takes it apart exactly."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db import (
    Citation,
    Conflict,
    Event,
    HistoricalDate,
    Identifier,
    Lens,
    Link,
    Name,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Part,
    Participant,
    Person,
    Record,
    Ref,
    Refused,
    Source,
    Store,
    Tenure,
    make_desk,
    open_desk,
    parse_query,
)
from db.changes.merging.merge import merge_label, merge_records
from db.record_types import RECORD_TYPES
from db.storage.row_mapping import Shape, shape_of
from tests.db.conftest import Small
from tests.db.desk_dump import dump
from tests.db.strategies import Maker
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def merge(store: Store, kept: Record, gone: Record, **choices: str) -> int:
    """Merge two saved records; the change's id."""
    with store.unit_of_work(merge_label(kept.title, gone.title)) as work:
        merge_records(work, kept.id, gone.id, choices, LENS)
    return work.change_id


def again(small: Small, **more: Any) -> Person:
    """A second record of Asim Munir, as another source would have made it."""
    person = Person(title="Syed Asim Munir Shah", country="pk", **more)
    small.store.save(person, LENS)
    return person


def test_both_names_and_all_parts_stay(small: Small) -> None:
    source = Source(title="Another article")
    double = again(
        small,
        names=[Name(text="General Munir")],
        identifiers=[Identifier(scheme="wikidata", value="Q1")],
        citations=[Citation(source=source, field="born", passage="born in 1968")],
        topics=["army", "defence"],
        biography="A life.",
    )
    merge(small.store, small.munir, double)
    person = small.fresh(small.munir)
    assert isinstance(person, Person)
    assert person.title == "Asim Munir"
    assert {n.text for n in person.names} == {"عاصم منیر", "Syed Asim Munir Shah", "General Munir"}
    assert [(i.scheme, i.value) for i in person.identifiers] == [("wikidata", "Q1")]
    assert {c.source.title for c in person.citations} == {"An article", "Another article"}
    assert person.topics == ["army", "defence"]
    assert person.biography == "A life."
    assert small.store.verify() == []


def test_all_that_named_the_one_that_goes_names_the_one_that_stays(small: Small) -> None:
    double = again(small)
    visit = Event(title="Visit", participants=[Participant(who=ref(double), role="guest")])
    other = Person(title="Somebody", links=[Link(other=ref(double), nature="brother")])
    for record in (visit, other):
        small.store.save(record, LENS)
    merge(small.store, small.munir, double)
    assert small.fresh(visit).participants[0].who == ref(small.munir)  # type: ignore[attr-defined]
    assert small.fresh(other).links[0].other == ref(small.munir)
    found = small.store.reader.page("event", parse_query("visit asim"), LENS)
    assert list(found.ids) == [visit.id]
    assert small.store.verify() == []


def test_what_is_not_chosen_is_kept_in_a_note_and_its_source_disputes(small: Small) -> None:
    born = HistoricalDate.parse
    small.munir.born = born("1968-05-01")  # type: ignore[assignment]
    fresh = small.fresh(small.munir)
    fresh.born = born("1968-05-01")  # type: ignore[attr-defined]
    small.store.save(fresh, LENS)
    cited = Citation(source=Source(title="B"), field="born", passage="1969")
    double = again(small, born=born("1969"), citations=[cited])
    merge(small.store, fresh, double)
    person = small.fresh(small.munir)
    assert person.born == born("1968-05-01")  # type: ignore[attr-defined]
    assert [n.text for n in person.notes if "1969" in n.text] == [
        "Left over from the merging with “Syed Asim Munir Shah”:\nBorn: 1969"
    ]
    assert [c.stance for c in person.citations if c.field == "born"] == ["disputes"]


def test_the_other_value_and_the_other_name_can_be_chosen(small: Small) -> None:
    double = again(small, gender="male")
    merge(small.store, small.munir, double, title="theirs")
    person = small.fresh(small.munir)
    assert isinstance(person, Person)
    assert (person.title, person.family, person.gender) == ("Syed Asim Munir Shah", "Shah", "male")
    assert "Asim Munir" in {name.text for name in person.names}
    assert small.store.verify() == []


def test_titles_of_agreements_and_events_are_kept_as_names(small: Small) -> None:
    twin = Event(title="Call of 15 September", start=HistoricalDate.parse("2025-09-15"))
    small.store.save(twin, LENS)
    merge(small.store, small.call, twin, title="theirs")
    call = small.fresh(small.call)
    assert (call.title, [name.text for name in call.names]) == (
        "Call of 15 September",
        ["Telephone call"],
    )


def test_one_office_told_twice_becomes_one_with_the_holders_of_both(small: Small) -> None:
    body = Organization(title="Army of Pakistan", offices=[Office(title="Chief of Army Staff")])
    small.store.save(body, LENS)
    office = small.fresh(body).offices[0]  # type: ignore[attr-defined]
    before = Person(
        title="Qamar Bajwa",
        tenures=[Tenure(office=OfficeRef(office.id), until=HistoricalDate.parse("2022-11-29"))],
    )
    small.store.save(before, LENS)
    merge(small.store, small.army, body)
    army = small.fresh(small.army)
    [one] = army.offices  # type: ignore[attr-defined]
    assert one.precedence == 1
    assert small.fresh(before).tenures[0].office.id == one.id  # type: ignore[attr-defined]
    assert small.store.verify() == []


def test_a_tie_between_the_two_is_told_in_words(small: Small) -> None:
    part = Organization(title="Army HQ", parents=[Parent(parent=ref(small.army))])
    small.store.save(part, LENS)
    merge(small.store, small.army, part)
    army = small.fresh(small.army)
    assert army.parents == []  # type: ignore[attr-defined]
    assert "parent · Pakistan Army" in army.notes[0].text


def test_the_higher_marking_stays_and_so_does_what_the_lens_hides(small: Small) -> None:
    double = again(small, marking=2)
    merge(small.store, small.munir, double)
    assert small.fresh(small.munir).marking == 2
    low = Lens("2025-09-15", 1)
    with pytest.raises(Refused, match="above the ceiling"), small.store.unit_of_work("x") as work:
        merge_records(work, small.munir.id, small.state.id, {}, low)


def test_two_kinds_and_one_record_are_refused_and_later_changes_noticed(small: Small) -> None:
    with pytest.raises(Refused, match="not of one kind"):
        merge(small.store, small.munir, small.army)
    with pytest.raises(Refused, match="with itself"):
        merge(small.store, small.munir, small.munir)
    double = again(small)
    with pytest.raises(Conflict, match="look again"), small.store.unit_of_work("x") as work:
        merge_records(work, small.munir.id, double.id, {}, LENS, versions=(1, 7))


def test_the_history_and_the_uid_of_both_lead_to_the_one(small: Small) -> None:
    double = again(small)
    fresh = small.fresh(double)
    fresh.notes = []
    merge(small.store, small.munir, double)
    labels = [c.label for c in small.store.reader.changes(small.munir.id)]
    assert labels[0] == "Merge Syed Asim Munir Shah into Asim Munir"
    assert {"Add Asim Munir", "Add Syed Asim Munir Shah"} <= set(labels)
    assert small.store.reader.find(double.uid, LENS) == small.munir.id


def test_merging_three_into_one_and_taking_it_apart_again(small: Small) -> None:
    before = dump(small.store)
    second, third = again(small), again(small, gender="male")
    with_three = dump(small.store)
    one = merge(small.store, second, third)
    two = merge(small.store, small.munir, second)
    assert small.store.reader.find(third.uid, LENS) == small.munir.id
    with pytest.raises(Conflict):
        small.store.revert(one)
    small.store.revert(two)
    small.store.revert(one)
    assert dump(small.store) == with_three
    assert before != with_three
    assert small.store.verify() == []


# parts that others speak of by their uid

SPOKEN_OF = [
    (kind, child.name, child.shape)
    for kind, of in RECORD_TYPES.items()
    for child in shape_of(of).children
    if "uid" in child.shape.columns
]


def pair_with(small: Small, kind: str, name: str, part: type[Part]) -> list[Record]:
    """Two records of a kind with one part each that say the same."""
    office = OfficeRef(small.army.offices[0].id)
    plain = {"title": "Head", "office": office}
    given: Any = {key: value for key, value in plain.items() if key in part.model_fields}
    made = []
    for title in ("One", "Two"):
        parts: Any = {name: [part(**given)]}
        record = RECORD_TYPES[kind](title=title, **parts)
        small.store.save(record, LENS)
        made.append(small.fresh(record))
    return made


def speak_of(small: Small, record: Record, about: str, title: str) -> Record:
    """Have a source and a register say something of a part."""
    source = Source(title=title)
    record.citations += [
        Citation(source=source, field=about, passage="a page"),
        Citation(source=source, field=about, passage="another", stance="disputes"),
    ]
    record.identifiers.append(Identifier(scheme="register", value=title, about=about))
    small.store.save(record, LENS)
    return small.fresh(record)


@pytest.mark.parametrize(("kind", "name", "shape"), SPOKEN_OF)
@pytest.mark.parametrize("sources", [("a book", "a list"), ("a book", "a book")])
def test_what_is_said_about_a_part_follows_it_to_its_twin(
    small: Small, kind: str, name: str, shape: Shape, sources: tuple[str, str]
) -> None:
    ones = pair_with(small, kind, name, shape.of)
    uids = [getattr(one, name)[0].uid for one in ones]
    ones = [
        speak_of(small, one, f"{shape.table} {uid}", title)
        for one, uid, title in zip(ones, uids, sources, strict=True)
    ]
    before = dump(small.store)
    change = merge(small.store, *ones)
    merged = small.fresh(ones[0])
    assert [part.uid for part in getattr(merged, name)] == uids[:1]
    about = f"{shape.table} {uids[0]}"
    assert {each.field for each in merged.citations} == {about}
    said = Counter((each.source.title, each.passage, each.stance) for each in merged.citations)
    assert said == Counter(
        (title, *told)
        for title in set(sources)
        for told in (("a page", "supports"), ("another", "disputes"))
    )
    assert {(each.value, each.about) for each in merged.identifiers} == {
        (title, about) for title in sources
    }
    assert small.store.verify() == []
    small.store.revert(change)
    assert dump(small.store) == before


@pytest.mark.parametrize(("kind", "name", "shape"), SPOKEN_OF)
def test_what_is_said_about_a_part_without_a_twin_stays_with_it(
    small: Small, kind: str, name: str, shape: Shape
) -> None:
    ones = pair_with(small, kind, name, shape.of)
    uids = [getattr(one, name)[0].uid for one in ones]
    other = getattr(ones[1], name)[0]
    if isinstance(other, Office):
        other.title = "Another"
    else:
        other.since = HistoricalDate.parse("2019")
    ones[1] = speak_of(small, ones[1], f"{shape.table} {uids[1]}", "a book")
    merge(small.store, *ones)
    merged = small.fresh(ones[0])
    assert [part.uid for part in getattr(merged, name)] == uids
    assert {each.field for each in merged.citations} == {f"{shape.table} {uids[1]}"}


@pytest.mark.parametrize(("kind", "name", "shape"), SPOKEN_OF)
def test_what_is_said_since_of_a_part_goes_back_with_it(
    small: Small, kind: str, name: str, shape: Shape
) -> None:
    gone, kept = pair_with(small, kind, name, shape.of)
    setattr(kept, name, [])
    small.store.save(kept, LENS)
    [part] = getattr(gone, name)
    about = f"{shape.table} {part.uid}"
    gone = speak_of(small, gone, about, "before")
    change = merge(small.store, small.fresh(kept), gone)
    speak_of(small, small.fresh(kept), about, "since")
    merged = dump(small.store)
    undo = small.store.revert(change)
    back = small.fresh(gone)
    assert [each.uid for each in getattr(back, name)] == [part.uid]
    assert {each.source.title for each in back.citations} == {"before", "since"}
    assert {each.value for each in back.identifiers} == {"before", "since"}
    assert small.fresh(kept).citations == small.fresh(kept).identifiers == []
    assert small.store.verify() == []
    small.store.revert(undo.id)
    assert dump(small.store) == merged


@pytest.mark.parametrize(
    ("titles", "left", "told"),
    [
        (("Président", "President"), ["Président"], ["President"]),
        (("Head", "head"), ["Head"], ["head"]),
        (("Head", "Head"), ["Head"], []),
        (("\ue000", "\ue001"), ["\ue000", "\ue001"], []),  # letters that no folding knows
        (("!", "?"), ["!", "?"], []),
    ],
)
def test_the_title_of_an_office_that_is_written_otherwise_is_kept(
    small: Small, titles: tuple[str, str], left: list[str], told: list[str]
) -> None:
    bodies = [Organization(title=name, offices=[Office(title=title)])
              for name, title in zip(("One", "Two"), titles, strict=True)]  # fmt: skip
    for body in bodies:
        small.store.save(body, LENS)
    merge(small.store, *bodies)
    one = small.fresh(bodies[0])
    assert isinstance(one, Organization)
    assert [office.title for office in one.offices] == left
    assert [f"office: {title}" in note.text for note in one.notes for title in told] == [
        True for _ in told
    ]


def test_an_office_folded_with_the_tenures_in_it_keeps_all_that_is_said_of_both(
    small: Small,
) -> None:
    bodies = pair_with(small, "organization", "offices", Office)
    for body in bodies:
        body.identifiers.append(
            Identifier(scheme="register", value="7", about=f"office {body.offices[0].uid}")  # type: ignore[attr-defined]
        )
        small.store.save(body, LENS)
    people = []
    for body in bodies:
        person = Person(title="Ana", tenures=[Tenure(office=OfficeRef(body.offices[0].id))])  # type: ignore[attr-defined]
        small.store.save(person, LENS)
        fresh = small.fresh(person)
        about = f"tenure {fresh.tenures[0].uid}"  # type: ignore[attr-defined]
        people.append(speak_of(small, fresh, about, body.title))
    before = dump(small.store)
    first = merge(small.store, *map(small.fresh, bodies))
    second = merge(small.store, *map(small.fresh, people))
    ana, body = small.fresh(people[0]), small.fresh(bodies[0])
    assert isinstance(ana, Person) and isinstance(body, Organization)
    assert len(ana.tenures) == len(body.offices) == len(body.identifiers) == 1
    assert {each.field for each in ana.citations} == {f"tenure {ana.tenures[0].uid}"}
    assert {each.source.title for each in ana.citations} == {"One", "Two"}
    small.store.revert(second)
    small.store.revert(first)
    assert dump(small.store) == before


# any two records


def _facts(record: Record) -> Counter[str]:
    """Every value of a record and of its parts, as text."""
    found: Counter[str] = Counter()

    def walk(item: Any) -> None:
        for field in type(item).model_fields:
            value = getattr(item, field)
            if field in ("id", "uid", "version", "created", "changed", "sort_title", "data"):
                continue
            if isinstance(value, list):
                for inner in value:
                    if isinstance(inner, str):
                        found[inner] += 1
                    else:
                        walk(inner)
            elif isinstance(value, Part):
                walk(value)
            elif isinstance(value, HistoricalDate):
                found[value.phrase()] += 1
            elif isinstance(value, Ref | OfficeRef):
                found[value.title] += 1
            elif isinstance(value, str) and value.strip():
                found[value] += 1

    walk(record)
    return found


@pytest.fixture(scope="module")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk to make copies of: to make one takes longer than a test."""
    path = tmp_path_factory.mktemp("empty") / "empty.desk"
    make_desk(path)
    return path


# A desk a try: to shrink what fails takes minutes.
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
CLOSED = {"alias", "supports", "disputes", "pk", "us", "Pakistan", "United States"}
CLOSED |= {"single", "given-first", "family-first"}  # orders that follow from the name
CLOSED |= {"parts", "titles", "parts titles"}  # what of the name is not derived


@pytest.mark.parametrize("kind", RECORD_TYPES)
@settings(
    max_examples=8, deadline=None, phases=WITHOUT_SHRINKING, suppress_health_check=[*HealthCheck]
)
@given(data=st.data())
def test_nothing_of_either_is_missing_and_a_revert_gives_the_same_desk(
    kind: str, empty_desk: Path, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.desk"
        shutil.copyfile(empty_desk, path)
        with open_desk(path) as store:
            bodies = [Organization(title=f"Body {n}", offices=[Office(title="Head")]) for n in "ab"]
            for body in bodies:
                store.save(body, LENS)
            others = [ref(body) for body in bodies]
            offices = [OfficeRef(store.reader.get(b.id, LENS).offices[0].id) for b in bodies]  # type: ignore[attr-defined]
            maker = Maker(others, offices)
            of = RECORD_TYPES[kind]
            pair = [data.draw(maker.record(of)) for _ in range(2)]
            for record in pair:
                store.save(record, LENS)
            ones = [store.reader.get(record.id, LENS) for record in pair]
            naming = Event(
                title="Naming both",
                participants=[Participant(who=ref(one), role="guest") for one in ones],
                links=[Link(other=ref(ones[1]), nature="about")],
            )
            store.save(naming, LENS)
            before = dump(store)
            theirs = data.draw(st.sets(st.sampled_from(list(of.model_fields))))
            change = merge(store, ones[0], ones[1], **dict.fromkeys(theirs, "theirs"))
            merged = store.reader.get(ones[0].id, LENS)
            said = _facts(merged)
            everything = "\n".join(said)  # notes, and names in which parts of names stand
            for one in ones:
                for text in _facts(one):
                    assert text in everything or text in CLOSED, text
            assert merged.marking == max(one.marking for one in ones)
            assert store.verify() == []
            store.revert(change)
            assert dump(store) == before
            assert store.verify() == []
