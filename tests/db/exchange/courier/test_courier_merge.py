"""A courier is taken in once, in order, where it belongs; and says the same as a merge would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import (
    Attachment,
    Citation,
    Event,
    HistoricalDate,
    Lens,
    Note,
    Organization,
    Participant,
    Person,
    Refused,
    Source,
    WrongPassphrase,
    make_desk,
    merge_file,
    merge_records,
    open_desk,
)
from tests.db.exchange.courier.exchanged import add, edit, send, send_told, take
from tests.db.exchange.desks.copies import LENS, content, copy_desk
from tests.saved_records import ref

LOW = Lens("2025-09-15", 1)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a desk with a state and two people, one with a secret note."""
    one = tmp_path / "a.desk"
    make_desk(one, name="Pakistan")
    add(one, "Ishaq Dar", notes=[Note(text="tall"), Note(text="zebra", marking=3)])
    add(one, "Asim Munir")
    return one, copy_desk(one, "b")


def uid_of(desk: Path, title: str) -> str:
    return next(uid for uid, plain in content(desk).items() if plain.get("title") == title)


def test_both_desks_are_the_same_after_couriers_both_ways(pair: tuple[Path, Path]) -> None:
    a, b = pair
    dar, munir = (uid_of(a, name) for name in ("Ishaq Dar", "Asim Munir"))
    edit(a, dar, biography="Foreign minister.")
    added = add(a, "Amina Baloch")
    edit(b, munir, born=HistoricalDate.parse("1968"))
    report = take(b, send(a, "Paris"))
    assert report.added == {"people": 1} and report.updated == {"people": 1}
    assert not report.conflicts
    edit(b, added, gender="female")
    told = send_told(b)
    assert (told.to, told.number, told.written.total()) == ("Pakistan", 1, 2)  # no echo of Dar
    report = take(a, told.file)
    assert report.updated == {"people": 2} and not report.conflicts
    assert content(a) == content(b)


def test_only_what_changed_since_the_last_goes(pair: tuple[Path, Path]) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    munir = uid_of(a, "Asim Munir")
    edit(a, munir, biography="General.")
    told = send_told(a)
    assert told.written == {"people": 1} and told.number == 2
    take(b, told.file)
    assert content(a) == content(b)
    assert send_told(a).written == {}


def test_edits_that_cross_on_their_way_meet_without_a_false_conflict(
    pair: tuple[Path, Path],
) -> None:
    a, b = pair
    dar = uid_of(a, "Ishaq Dar")
    edit(a, dar, biography="one")
    take(b, send(a, "Paris"))
    edit(b, dar, biography="two")
    take(a, send(b))
    edit(b, dar, biography="three")  # on top of what A has by now
    edit(a, dar, gender="male")
    report = take(b, send(a), rule="")
    assert not report.conflicts
    take(a, send(b), rule="")
    assert content(a) == content(b) and content(a)[dar]["biography"] == "three"


def test_what_both_changed_is_told_and_can_be_decided_later(pair: tuple[Path, Path]) -> None:
    a, b = pair
    dar = uid_of(a, "Ishaq Dar")
    edit(a, dar, biography="of A")
    edit(b, dar, biography="of B")
    file = send(a, "Paris")
    [conflict] = take(b, file, rule="").conflicts
    assert (conflict.ours, conflict.theirs, conflict.decided) == ("of B", "of A", False)
    assert conflict.our_author and conflict.their_author and conflict.their_time
    assert content(b)[dar]["biography"] == "of B"
    take(b, file, rule="theirs")
    assert content(b)[dar]["biography"] == "of A"
    with pytest.raises(Refused, match="already taken in"):
        take(b, file)


def test_parts_are_merged_one_by_one(pair: tuple[Path, Path]) -> None:
    a, b = pair
    dar = uid_of(a, "Ishaq Dar")
    take(b, send(a, "Paris"))
    edit(a, dar, notes=lambda m: [*m.notes, Note(text="from A")])
    take(b, send(a))
    edit(a, dar, notes=lambda m: [*m.notes[:2], Note(**{**dict(m.notes[2]), "text": "A again"})])
    edit(b, dar, notes=lambda m: [*m.notes, Note(text="from B")])
    assert not take(b, send(a), rule="").conflicts
    take(a, send(b), rule="")
    assert content(a) == content(b)
    texts = sorted(note["text"] for note in content(a)[dar]["notes"])
    assert texts == ["A again", "from B", "tall", "zebra"]


def test_deletions_mergers_sources_and_files_come_along(pair: tuple[Path, Path]) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    with open_desk(a) as store:
        dar, munir = (
            store.reader.get(store.reader.find(uid_of(b, name), LENS), LENS)  # type: ignore[arg-type]
            for name in ("Ishaq Dar", "Asim Munir")
        )
        body = Organization(title="Ministry", citations=[Citation(source=Source(title="Dawn"))])
        body.attachments = [Attachment(file_name="card.txt", data=b"a card")]
        store.save(body, LENS)
        twin = Person(title="Ishak Dar", biography="twin")
        store.save(twin, LENS)
        store.save(Event(title="Call", participants=[Participant(who=ref(dar))]), LENS)
    take(b, send(a))
    assert content(a) == content(b)
    with open_desk(a) as store:
        with store.unit_of_work("Merge") as work:
            merge_records(work, dar.id, twin.id, {}, LENS)
        store.remove([munir.id], LENS)
    report = take(b, send(a))
    assert report.removed.total() >= 1
    assert content(a) == content(b) and munir.uid not in content(b)
    with open_desk(b) as store:
        key = store.reader.find(body.uid, LENS)
        assert key is not None
        [attached] = store.reader.get(key, LENS).attachments
        assert store.reader.attachment(attached.sha256, LENS) == b"a card"


def test_a_record_that_was_deleted_here_and_is_named_there_comes_back(
    pair: tuple[Path, Path],
) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    munir = uid_of(a, "Asim Munir")
    with open_desk(b) as store:
        store.remove([store.reader.find(munir, LENS) or 0], LENS)
    with open_desk(a) as store:
        key = store.reader.find(munir, LENS)
        assert key is not None
        person = store.reader.get(key, LENS)
        store.save(Event(title="Call", participants=[Participant(who=ref(person))]), LENS)
    report = take(b, send(a))
    assert munir in content(b) and any(
        "named" in each.ours + each.theirs for each in report.conflicts
    )
    [call] = [each for each in content(b).values() if each.get("title") == "Call"]
    assert call["participants"][0]["who"]["uid"] == munir


# what is refused


def refusal(desk: Path, file: Path, **how: Any) -> str:
    """Return why a courier is refused; the desk is as it was."""
    before = desk.read_bytes()
    with pytest.raises(Refused) as refused:
        take(desk, file, **how)
    after = content(desk)
    desk.write_bytes(before)
    assert content(desk) == after
    return str(refused.value)


def test_one_that_was_taken_in_is_not_taken_in_again(pair: tuple[Path, Path]) -> None:
    file = send(pair[0], "Paris")
    take(pair[1], file)
    assert "already taken in; nothing was done" in refusal(pair[1], file)


def test_one_whose_change_was_undone_can_be_taken_in_again(pair: tuple[Path, Path]) -> None:
    edit(pair[0], uid_of(pair[0], "Ishaq Dar"), biography="x")
    file = send(pair[0], "Paris")
    take(pair[1], file)
    with open_desk(pair[1]) as store:
        store.revert(store.reader.last_change())
    assert content(pair[0]) != content(pair[1])
    take(pair[1], file)
    assert content(pair[0]) == content(pair[1])


def test_one_before_it_that_is_missing_is_named(pair: tuple[Path, Path]) -> None:
    files = []
    for number in range(4):
        add(pair[0], f"Person {number}")
        files.append(send(pair[0], "Paris", f"{number}.courier"))
    assert "courier 1 first" in refusal(pair[1], files[1])
    assert "courier 1 to 3 first" in refusal(pair[1], files[3])
    take(pair[1], files[0])
    assert "courier 2 is missing" in refusal(pair[1], files[2])
    assert "courier 2 to 3 is missing" in refusal(pair[1], files[3])
    for file in files[1:]:
        take(pair[1], file)
    assert content(pair[0]) == content(pair[1])


def test_a_lost_one_is_made_again(pair: tuple[Path, Path]) -> None:
    take(pair[1], send(pair[0], "Paris"))
    add(pair[0], "Lost")
    send(pair[0])
    add(pair[0], "Found")
    told = send_told(pair[0], again=True)
    assert told.number == 2 and told.written == {"people": 2}
    take(pair[1], told.file)
    assert content(pair[0]) == content(pair[1])


def test_the_desk_that_made_it_refuses_it(pair: tuple[Path, Path]) -> None:
    file = send(pair[0], "Paris")
    assert "made by this very desk, for “Paris”" in refusal(pair[0], file)
    later = copy_desk(pair[0], "later")
    assert "made by this very desk" in refusal(later, file)


def test_a_desk_that_is_no_copy_refuses_it(pair: tuple[Path, Path], tmp_path: Path) -> None:
    file = send(pair[0], "Paris")
    make_desk(tmp_path / "other.desk")
    assert "no copy of “Pakistan”" in refusal(tmp_path / "other.desk", file)
    add(tmp_path / "other.desk", "Somebody")
    assert "no copy of “Pakistan”" in refusal(tmp_path / "other.desk", file)


def test_a_third_desk_refuses_what_was_meant_for_another(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    a, b = pair
    c = copy_desk(a, "c")
    edit(b, uid_of(b, "Asim Munir"), biography="of B")
    take(b, send(a, "Paris"))
    take(a, send(b, name="b.courier"))
    assert "another desk (“Paris”)" in refusal(c, send(a, "Paris", "two.courier"))
    assert "another copy of that desk" in refusal(b, _second_of_another_copy(a, b, tmp_path))


def _second_of_another_copy(a: Path, b: Path, folder: Path) -> Path:
    """Make a courier of a copy of A, after B took in one of A with the same number."""
    other = copy_desk(a, "other")
    take(b, folder / "two.courier")
    add(a, "In A")
    take(b, send(a, "Paris", "three.courier"))
    add(other, "In the copy")
    return send(other, "Paris", "copy.courier")


def test_a_wrong_passphrase_and_damage_are_told_apart(pair: tuple[Path, Path]) -> None:
    file = send(pair[0], "Paris")
    with pytest.raises(WrongPassphrase):
        take(pair[1], file, passphrase="wrong horse")
    whole = file.read_bytes()
    file.write_bytes(whole[:-100])
    assert "cut on its way" in refusal(pair[1], file)
    file.write_bytes(whole[:-100] + bytes(100))
    assert "damaged on its way" in refusal(pair[1], file)


def test_a_preview_writes_nothing_and_counts_as_nothing(pair: tuple[Path, Path]) -> None:
    edit(pair[0], uid_of(pair[0], "Ishaq Dar"), biography="x")
    file, before = send(pair[0], "Paris"), content(pair[1])
    report = take(pair[1], file, preview=True)
    assert report.updated.total() == 1 and content(pair[1]) == before
    assert report.courier is not None and report.courier.to == "Paris"
    take(pair[1], file)


# the ceiling


def test_what_lies_above_the_ceiling_stays_on_both_desks(pair: tuple[Path, Path]) -> None:
    a, b = pair
    dar = uid_of(a, "Ishaq Dar")
    secret = add(a, "Secret Agent", marking=3)
    edit(a, dar, biography="Foreign minister.")
    told = send_told(a, "Paris", lens=LOW)
    assert told.withheld == 1 and told.ceiling == 1
    report = take(b, told.file, rule="")
    assert not report.conflicts and secret not in content(b)
    notes = {note["text"] for note in content(b)[dar]["notes"]}
    assert notes == {"tall", "zebra"}  # B's own secret note stays
    edit(a, dar, notes=lambda m: m.notes[1:])
    report = take(b, send(a, lens=LOW), rule="")
    assert {note["text"] for note in content(b)[dar]["notes"]} == {"zebra"}
    edit(b, dar, gender="male")
    take(a, send(b, lens=LOW), rule="")
    assert {note["text"] for note in content(a)[dar]["notes"]} == {"zebra"}
    assert content(a)[dar] == content(b)[dar] and secret in content(a)


def test_a_higher_ceiling_brings_what_could_not_be_shown_before(pair: tuple[Path, Path]) -> None:
    a, b = pair
    dar, munir = (uid_of(a, name) for name in ("Ishaq Dar", "Asim Munir"))
    secret = add(a, "Secret Agent", marking=3)
    edit(a, munir, notes=lambda m: [Note(text="giraffe", marking=3)])
    take(b, send(a, "Paris", lens=LOW))
    edit(a, dar, biography="x")
    take(b, send(a), rule="")
    assert secret in content(b) and content(a) == content(b)


def test_a_reader_below_the_marking_of_a_courier_is_shown_no_more(pair: tuple[Path, Path]) -> None:
    a, b = pair
    munir = uid_of(a, "Asim Munir")
    secret = add(a, "Secret Agent", marking=3)
    edit(a, munir, notes=lambda m: [Note(text="giraffe", marking=3), Note(text="old")])
    file = send(a, "Paris")
    report = take(b, file, lens=LOW)
    assert report.withheld == 1 and "giraffe" not in repr(report) and "Agent" not in repr(report)
    assert secret not in content(b)
    assert [note["text"] for note in content(b)[munir]["notes"]] == ["old"]
    take(b, file)  # what was above the ceiling can be taken in later
    assert content(a) == content(b)


def test_a_whole_merge_makes_up_for_a_courier_that_was_lost(pair: tuple[Path, Path]) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    add(a, "Lost")
    send(a, name="lost.courier")
    merge_whole(b, a)
    assert content(a) == content(b)
    add(a, "Found")
    take(b, send(a))
    assert content(a) == content(b)
    assert "already taken in" in refusal(b, a.parent / "lost.courier")


def merge_whole(desk: Path, other: Path) -> None:
    with open_desk(desk) as store:
        merge_file(store, other, LENS)


def test_what_is_marked_lower_comes_with_what_names_it(pair: tuple[Path, Path]) -> None:
    a, b = pair
    source = Source(title="Cable", marking=3)
    with open_desk(a) as store:
        agent = Person(title="Agent", marking=3)
        store.save(agent, LENS)
        who = [Participant(who=ref(agent))]
        call = Event(title="Call", participants=who, citations=[Citation(source=source)])
        store.save(call, LENS)
    take(b, send(a, "Paris", lens=LOW))
    assert "participants" not in content(b)[call.uid] and agent.uid not in content(b)
    edit(b, call.uid, place="Here")
    edit(a, agent.uid, marking=0)
    with open_desk(a) as store:
        record = store.reader.get(call.id, LENS)
        record.citations[0].source.marking = 0
        store.save(record, LENS)
    report = take(b, send(a, lens=LOW), rule="")
    assert not report.conflicts
    found = content(b)[call.uid]
    assert found["participants"][0]["who"]["uid"] == agent.uid and found["place"] == "Here"
    assert len(found["citations"]) == 1 and agent.uid in content(b)
    take(a, send(b))
    assert content(a) == content(b)


def test_a_merged_record_that_comes_back_is_found_by_its_former_uids(
    pair: tuple[Path, Path],
) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    with open_desk(b) as store, store.unit_of_work("Merge") as work:
        merge_records(work, 1, 2, {}, LENS)
    take(a, send(b))
    with open_desk(b) as store:
        person = store.reader.get(1, LENS)
        store.save(Event(title="Call", participants=[Participant(who=ref(person))]), LENS)
    with open_desk(a) as store:
        store.remove([1], LENS)
    for _ in range(2):
        take(b, send(a))
        take(a, send(b))
    assert content(a) == content(b) and len(content(a)["former"]) == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_comes_back_because_it_is_named_is_the_same_on_both_desks(
    pair: tuple[Path, Path], order: tuple[int, int]
) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    dar = uid_of(a, "Ishaq Dar")
    edit(a, dar, notes=lambda m: m.notes[1:])
    with open_desk(a) as store:
        store.remove([1], LENS)
    with open_desk(b) as store:
        person = store.reader.get(1, LENS)
        store.save(Event(title="Call", participants=[Participant(who=ref(person))]), LENS)
    for side in order * 2:
        take(pair[1 - side], send(pair[side]))
    assert content(a) == content(b) and dar in content(a)
