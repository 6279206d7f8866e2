"""The titles of those a sheet names, on the day it tells of, and the highest marking there."""

from db import Lens, Store
from desktop.paper.sheets.around import known_around, known_on_paper
from tests.desktop.paper.conftest import LENS


def key_of(store: Store, kind: str, title: str) -> int:
    lines = store.reader.lines(store.reader.all_ids(kind, LENS, ""), LENS)
    return next(line.id for line in lines if line.title == title)


def test_those_who_took_part_have_the_office_of_that_day_and_of_today(full: Store) -> None:
    dar = key_of(full, "person", "Ishaq Dar")
    reading = full.reader.read(key_of(full, "event", "Meeting on trade"), LENS)
    titles = known_around(full.reader, reading, LENS).titles
    assert "Foreign Secretary" in titles[dar, "2021-07-31"].with_doubt
    assert "Foreign Minister" in titles[dar, LENS.as_of].with_doubt


def test_a_signatory_has_the_office_of_the_signature(full: Store) -> None:
    dar = key_of(full, "person", "Ishaq Dar")
    reading = full.reader.read(key_of(full, "agreement", "Treaty of Strelsau"), LENS)
    titles = known_around(full.reader, reading, LENS).titles
    assert "Foreign Secretary" in titles[dar, "2021-06-12"].with_doubt


def test_a_sheet_is_marked_as_high_as_those_it_names(full: Store) -> None:
    guest = full.reader.get(key_of(full, "person", "Brad Cooper"), LENS)
    guest.marking = 2
    full.save(guest, LENS)
    for kind, title in (("event", "Meeting on trade"), ("person", "Ishaq Dar")):
        reading = full.reader.read(key_of(full, kind, title), LENS)
        assert known_around(full.reader, reading, LENS).marking == 2
    low = Lens(LENS.as_of, 1)
    reading = full.reader.read(key_of(full, "person", "Ishaq Dar"), low)
    assert known_around(full.reader, reading, low).marking == 0


def test_paper_knows_who_was_there_as_what_and_from_which_source(full: Store) -> None:
    dar, guest = (key_of(full, "person", name) for name in ("Ishaq Dar", "Brad Cooper"))
    meeting = key_of(full, "event", "Meeting on trade")
    known = known_on_paper(full.reader, full.reader.read(guest, LENS), LENS)
    assert [one.title for one in known.participants[meeting]] == ["Ishaq Dar", "Brad Cooper"]
    assert "Foreign Secretary" in known.titles[dar, "2021-07-31"].text
    assert [each.passage for each in known.cited[meeting]] == ["agreed to meet again"]


def test_what_is_told_beside_an_event_marks_the_sheet_and_is_counted(full: Store) -> None:
    dar = full.reader.get(key_of(full, "person", "Ishaq Dar"), LENS)
    dar.marking = 2
    full.save(dar, LENS)
    guest = key_of(full, "person", "Brad Cooper")
    known = known_on_paper(full.reader, full.reader.read(guest, LENS), LENS)
    assert (known.marking, known.withheld) == (2, 0)
    low = Lens(LENS.as_of, 1)
    under = known_on_paper(full.reader, full.reader.read(guest, low), low)
    assert (under.marking, under.withheld) == (0, 1)
