"""The titles of those a sheet names, on the day it tells of, and the highest marking there."""

from db import Lens, Store
from desktop.paper.forms.around import known_around
from tests.desktop.paper.forms.conftest import LENS


def key_of(store: Store, kind: str, title: str) -> int:
    lines = store.reader.lines(store.reader.all_ids(kind, LENS, ""), LENS)
    return next(line.id for line in lines if line.title == title)


def test_those_who_took_part_have_the_office_of_that_day_and_of_today(full: Store) -> None:
    dar = key_of(full, "person", "Ishaq Dar")
    reading = full.reader.read(key_of(full, "event", "Meeting on trade"), LENS)
    titles = known_around(full.reader, reading, LENS).titles
    assert "Foreign Secretary" in titles[dar, "2021-07-31"]
    assert "Foreign Minister" in titles[dar, LENS.as_of]


def test_a_signatory_has_the_office_of_the_signature(full: Store) -> None:
    dar = key_of(full, "person", "Ishaq Dar")
    reading = full.reader.read(key_of(full, "agreement", "Treaty of Strelsau"), LENS)
    titles = known_around(full.reader, reading, LENS).titles
    assert "Foreign Secretary" in titles[dar, "2021-06-12"]


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
