"""Names carry the title of the day that is told of, and sections without words are none."""

import pytest

from db import HistoricalDate, Line, OfficeRef, Person, Ref, Span, Tenure, TitleThen
from desktop.paper.content.blocks import Chronology, Entry, Fields, Heading, Paragraph, plain
from desktop.paper.sections.sheet_context import (
    SheetFacts,
    fields_with_text,
    first_day,
    name_list,
    offices_on,
    says,
    section,
    told_day,
)
from tests.desktop.paper.context_of import DAY, telling_of

DATE = HistoricalDate.parse
COOPER = Ref(7, "Brad Cooper", "person")


def line(span: Span | None) -> Line:
    return Line(1, "u", "event", "Call", "", ("",) * 5, 0, "", None, span)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ("Captain", "Admiral", "Brad Cooper, then Captain"),
        ("Admiral", "Admiral", "Brad Cooper, Admiral"),
        ("", "Admiral", "Brad Cooper"),
    ],
)
def test_a_title_of_another_time_is_called_so(then: str, now: str, said: str) -> None:
    known = SheetFacts({(7, "2020-01-01"): TitleThen(then, then), (7, DAY): TitleThen(now, now)})
    context = telling_of(Person(title="Dar"), known=known)
    assert plain(context.who(COOPER, "2020-01-01")) == said


def test_a_title_says_what_is_not_known_of_it() -> None:
    then = TitleThen("Captain", "Captain (end not known)")
    known = SheetFacts({(7, "2020-01-01"): then, (7, DAY): TitleThen("Admiral", "Admiral")})
    told = plain(telling_of(Person(title="Dar"), known=known).who(COOPER, "2020-01-01"))
    assert told == "Brad Cooper, then Captain (end not known)"


def test_nobody_has_a_title_on_an_unknown_day() -> None:
    context = telling_of(
        Person(title="Dar"), known=SheetFacts({(7, DAY): TitleThen("Admiral", "Admiral")})
    )
    assert plain(context.who(COOPER, None)) == "Brad Cooper"


def a_minister() -> Person:
    old = Tenure(
        office=OfficeRef(1, "Secretary"),
        since=DATE("2020-01-01"),
        until=DATE("2022-01-01"),
        end_state="ended",
    )
    new = Tenure(office=OfficeRef(2, "Minister"), since=DATE("2024-03-11"), end_state="ongoing")
    return Person(title="Dar", tenures=[old, new])


def test_own_titles_are_those_certain_on_the_day() -> None:
    dar = a_minister()
    assert offices_on(dar, "2021-05-05") == "Secretary"
    assert offices_on(dar, "2023-05-05") == ""
    context = telling_of(dar)
    assert context.own_title("2021-05-05") == "then Secretary"
    assert context.own_title("2025-01-01") == ""
    assert context.own_title(None) == ""


@pytest.mark.parametrize(
    ("span", "first", "told"),
    [
        (None, None, ""),
        (Span("2025-07-01", "2025-07-31", "2025-07-31", "2025-07-01"), "2025-07-01", "2025-07-16"),
        (Span("2025-07-04", "2025-07-04", "2025-07-04", "2025-07-04"), "2025-07-04", "2025-07-04"),
        (Span(None, "2025-07-04", "2025-07-04", None), "2025-07-04", "2025-07-04"),
    ],
)
def test_a_vague_line_is_told_in_the_middle_of_its_days(
    span: Span | None, first: str | None, told: str
) -> None:
    assert (first_day(line(span)), told_day(line(span))) == (first, told)


def test_a_heading_over_nothing_is_left_out() -> None:
    assert section("Life", Paragraph("  "), Fields([]), Heading("After", 2)) == []
    kept = section("Life", Paragraph(""), Chronology([Entry("1950", "born")]))
    assert [type(block) for block in kept] == [Heading, Chronology]
    assert not says(Paragraph(" "))


def test_rows_without_content_are_left_out() -> None:
    assert fields_with_text([("Born", " "), ("Died", "2020")]).rows == [("Died", "2020")]


def test_names_side_by_side_are_parted_by_commas() -> None:
    names = name_list([COOPER, Ref(8, "Dar", "person")])
    assert plain(names) == "Brad Cooper, Dar"
    assert [run.link for run in names if run.link] == [7, 8]
