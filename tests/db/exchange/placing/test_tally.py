"""A thing counts once whatever rows name it; remarks carry their row and file."""

from __future__ import annotations

from db.changes.naming import OF_PARTS, complete_name, set_by_hand
from db.exchange.placing.tally import RowFault, Tally
from db.record_types import Event, Person


def test_what_was_made_is_neither_updated_nor_unchanged() -> None:
    tally = Tally("people")
    tally.count_created("people", 1)
    tally.count_updated("people", 1)
    tally.count_mention("people", 1)
    report = tally.report({})
    assert (report.created, report.updated, report.unchanged) == (
        {"people": 1}, {"people": 0}, {"people": 0},
    )  # fmt: skip


def test_what_is_only_named_by_rows_of_its_kind_is_counted_apart() -> None:
    tally = Tally("organizations")
    for key in (1, 2, 3):
        tally.count_created("organizations", key)
        tally.count_created("people", key)
    tally.count_mention("organizations", 1)
    report = tally.report({})
    assert report.created == {"organizations": 1, "people": 3}
    assert report.referenced == {"organizations": 2}


def test_what_several_rows_change_or_meet_counts_once() -> None:
    tally = Tally("people")
    for _ in range(3):
        tally.count_updated("people", 1)
        tally.count_mention("people", 1)
        tally.count_mention("people", 2)
        tally.count_mention("tenures", 7)
    report = tally.report({})
    assert report.updated == {"people": 1}
    assert report.unchanged == {"people": 1, "tenures": 1}
    assert tally.has_mention("people", 2) and not tally.has_mention("people", 3)


def test_a_fault_names_its_row_its_column_and_in_many_files_its_file() -> None:
    tally = Tally("events")
    tally.row = 12
    tally.reject(RowFault("start", "soon", "No day."))
    tally.file = "two.csv"
    tally.reject(RowFault("start", "soon", "No day."))
    one, two = tally.report({}).rejected
    assert one == {"row": 12, "column": "start", "value": "soon", "why": "No day."}
    assert two["why"] == "two.csv: No day."


def test_a_remark_made_once_stands_at_the_first_row_that_gave_it() -> None:
    tally = Tally("people")
    for number in (2, 3, 4):
        tally.row = number
        tally.flag("No such country.", once=True)
        tally.flag("Look at this.")
    tally.flag("The whole file.", row=0)
    said = [(each["row"], each["why"]) for each in tally.report({}).flagged]
    assert said.count((2, "No such country.")) == 1
    assert [number for number, why in said if why == "No such country."] == [2]
    assert [number for number, why in said if why == "Look at this."] == [2, 3, 4]
    assert (0, "The whole file.") in said


def test_the_files_own_kind_is_counted_even_when_there_is_none() -> None:
    report = Tally("agreements").report({"title": "name"})
    assert report.created == {"agreements": 0} and report.mapping == {"title": "name"}


def test_a_cell_left_out_is_told_once_and_counted_with_its_column() -> None:
    tally = Tally("people")
    for number in (2, 3, 3, 9):
        tally.row = number
        tally.leave_out("land", "Ruritania", "is no country.")
    tally.leave_out("land", "Freedonia", "is no country.")
    one, two = tally.report({}).flagged
    assert (one["row"], one["column"], one["value"]) == (2, "land", "Ruritania")
    assert one["why"] == "“Ruritania” in land is no country. (In 3 rows: 2, 3, 9)"
    assert (two["row"], two["why"]) == (9, "“Freedonia” in land is no country.")


def test_what_an_earlier_row_was_about_is_joined() -> None:
    tally = Tally("people")
    for key in (1, 2, 1, 1):
        tally.count_mention("people", key)
    tally.count_repeat("tenures")
    assert tally.report({}).joined == {"people": 2, "tenures": 1}


def test_a_name_that_was_taken_apart_here_is_told_with_its_row() -> None:
    tally = Tally("people")
    tally.row = 7
    for title in ("Adel al-Jubeir", "Faisal bin Farhan Al Saud"):
        person = Person(title=title, country="sa")
        complete_name(person)
        tally.count_split_name(person)
    given = Person(title="Ishaq Dar", given="Ishaq", family="Dar")
    set_by_hand(given, OF_PARTS)
    tally.count_split_name(given)
    tally.count_split_name(Event(title="Call"))
    report = tally.report({})
    assert report.split == 2
    assert [(each["row"], each["given"], each["family"]) for each in report.split_names] == [
        (7, "Adel", "al-Jubeir"), (7, "Faisal bin Farhan", "Al Saud"),
    ]  # fmt: skip
