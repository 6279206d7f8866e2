"""What an officer may write of a date, what it is read as, and what is said of it again."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.dates import HistoricalDate, day_number, describe_date, is_edtf, iso_day, parse_range
from db.errors import Refused
from tests.db.dates.cases import READ, READ_WHEN_PUBLISHED, REFUSED

PUBLISHED = date(2025, 7, 20)  # a Sunday


@pytest.mark.parametrize(("text", "edtf", "first", "last", "keeps"), READ)
def test_a_date_is_read_as_precisely_as_it_is_written(
    text: str, edtf: str, first: str | None, last: str | None, keeps: bool
) -> None:
    found = HistoricalDate.parse(text)
    assert (found.edtf, iso_day(found.first), iso_day(found.last)) == (edtf, first, last)
    assert bool(found.words) == keeps


@pytest.mark.parametrize(("text", "edtf"), READ_WHEN_PUBLISHED)
def test_the_published_day_settles_relative_dates(text: str, edtf: str) -> None:
    found = HistoricalDate.parse(text, published=PUBLISHED)
    assert found.edtf == edtf
    assert found.words == ""


@pytest.mark.parametrize(("text", "names"), REFUSED)
def test_a_refusal_names_what_is_wrong_in_one_sentence(text: str, names: str) -> None:
    with pytest.raises(Refused) as refused:
        HistoricalDate.parse(text)
    assert names in str(refused.value)
    assert str(refused.value).endswith(".")


def test_the_order_of_day_and_month_settles_ambiguous_numbers() -> None:
    assert HistoricalDate.parse("03/04/2025", day_first=True).edtf == "2025-04-03"
    assert HistoricalDate.parse("03/04/2025", day_first=False).edtf == "2025-03-04"
    assert HistoricalDate.parse("25-12-2025", day_first=True).edtf == "2025-12-25"
    assert HistoricalDate.parse("before 03/04/2025", day_first=True).words == ""


def test_a_refusal_quotes_what_was_written_as_it_was_written() -> None:
    with pytest.raises(Refused, match="“Tuesday, 14 July 2025”"):
        HistoricalDate.parse("Tuesday, 14 July 2025")


@pytest.mark.parametrize(
    ("text", "reading", "spoken", "spoken_in"),
    [
        ("2025-07", "between 1 and 31 July 2025", "July 2025", "in July 2025"),
        ("2025-04-06", "on 6 April 2025", "6 April 2025", "on 6 April 2025"),
        ("[..2025-07-31]", "before 1 August 2025", "before August 2025", "before August 2025"),
        ("2019~", "about 2019", "about 2019", "about 2019"),
        ("2019?", "between 1 January and 31 December 2019, uncertain", "possibly 2019",
         "possibly in 2019"),
        ("[2025-07-21..2025-07-31]", "between 21 and 31 July 2025", "late July 2025",
         "in late July 2025"),
        ("2025-21", "between 1 March and 31 May 2025", "spring 2025", "in spring 2025"),
        ("2025-24", "between 1 December 2025 and 28 February 2026", "winter 2025",
         "in winter 2025"),
        ("2025-35", "between 1 July and 30 September 2025", "the third quarter of 2025",
         "in the third quarter of 2025"),
        ("2019/2021", "from 2019 to 2021", "2019–2021", "from 2019 to 2021"),
        ("2025-07-01/2025-07-04", "from 1 to 4 July 2025", "1–4 July 2025",
         "from 1 to 4 July 2025"),
        ("2025-06-30/2025-07-02", "from 30 June to 2 July 2025", "30 June – 2 July 2025",
         "from 30 June to 2 July 2025"),
        ("2019/..", "from 1 January 2019 on", "since 2019", "since 2019"),
        ("[2020-01-01..]", "after 31 December 2019", "after 2019", "after 2019"),
        ("199X", "between 1 January 1990 and 31 December 1999", "the 1990s", "in the 1990s"),
        ("[1801..1900]", "between 1 January 1801 and 31 December 1900", "the 19th century",
         "in the 19th century"),
        ("-0043", "between 1 January 44 BC and 31 December 44 BC", "44 BC", "in 44 BC"),
        ("../..", "open at both ends", "../..", "../.."),
        ("first half of July 2025", "between 1 and 15 July 2025", "first half of July 2025",
         "in the first half of July 2025"),
        ("before Ramadan 1446", "before 1 March 2025", "before Ramadan 1446",
         "before Ramadan 1446"),
        ("[2019,2020]", "between 1 January 2019 and 31 December 2020", "2019 or 2020",
         "2019 or 2020"),
        ("2019 or later", "after 31 December 2018", "2019 or later", "2019 or later"),
    ],
)  # fmt: skip
def test_a_date_is_said_again(text: str, reading: str, spoken: str, spoken_in: str) -> None:
    found = HistoricalDate.parse(text)
    assert found.reading() == reading
    assert found.phrase() == spoken
    assert found.spoken_in() == spoken_in


def test_a_hijri_date_says_how_it_was_reckoned() -> None:
    found = HistoricalDate.parse("22 Dhu al-Hijjah 1446")
    assert "on 18 June 2025" in found.reading()
    assert "may differ by a day" in found.reading()
    assert found.spoken_in() == "on 22 Dhu al-Hijjah 1446"
    assert "may differ by a day" in describe_date("22 Dhu al-Hijjah 1446")["why"]
    assert "arithmetically" in describe_date("10 Muharram 61 AH")["why"]


def test_only_one_day_without_doubt_is_certain() -> None:
    certain = ["2025-07-14", "14.07.2025", "2025-07-14/2025-07-14"]
    not_certain = ["2025-07", "2025-07-14?", "2025-07-14~", "since 2019", "../.."]
    assert all(HistoricalDate.parse(text).certain_on() for text in certain)
    assert not any(HistoricalDate.parse(text).certain_on() for text in not_certain)


def test_a_description_has_the_shape_of_the_contract() -> None:
    keys = ["text", "edtf", "first", "last", "valid", "why"]
    assert list(describe_date("late July 2025")) == keys
    refused = describe_date("03/04/2025")
    assert list(refused) == keys
    assert (refused["edtf"], refused["first"], refused["valid"]) == ("", None, False)
    assert "3 April" in refused["why"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-07", "2025-07-01", "2025-07-31"),
        ("2019..2021", "2019-01-01", "2021-12-31"),
        ("2019..", "2019-01-01", None),
        ("..June 2020", None, "2020-06-30"),
        ("6 April 2025 .. late July 2025", "2025-04-06", "2025-07-31"),
        ("..", None, None),
        ("../2019", None, "2019-12-31"),
        ("[..1984]", None, "1984-12-31"),
        ("since 2019", "2019-01-01", None),
        ("-0043..0010", "-0043-01-01", "0010-12-31"),
    ],
)
def test_a_range_is_a_date_or_two_with_dots(text: str, first: str | None, last: str | None) -> None:
    assert tuple(map(iso_day, parse_range(text))) == (first, last)


@pytest.mark.parametrize("text", ["2021..2019", "", "a..b", "2019..03/04/2025"])
def test_a_range_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse_range(text)


@pytest.mark.parametrize(
    "text", ["a to " * 40, "2019–" * 39, "early " * 33, "jan–" * 49, "XXX1-02-29", "[" * 200,
             "possibly 2019 or " * 11 + "2019", "between " * 24, "1," * 99]
)  # fmt: skip
def test_a_text_that_goes_on_and_on_is_told_all_the_same(text: str) -> None:
    assert describe_date(text[:200]) is not None


def _ordered(found: HistoricalDate) -> bool:
    if found.first is None or found.last is None:
        return True
    return day_number(found.first) <= day_number(found.last)


def _bounds(found: HistoricalDate) -> tuple[str | None, str | None]:
    return found.first, found.last


def _holds(found: HistoricalDate) -> None:
    again = HistoricalDate.parse(found.edtf)
    assert (again.edtf, _bounds(again)) == (found.edtf, _bounds(found))
    assert is_edtf(found.edtf)
    assert _ordered(found)
    wordless = replace(found, words="")
    assert _bounds(HistoricalDate.parse(wordless.phrase())) == _bounds(found), wordless.phrase()
    if found.words:
        assert HistoricalDate.parse(found.words).edtf == found.edtf
    assert found.reading() and found.spoken_in()


@pytest.mark.parametrize("text", [row[0] for row in READ])
def test_what_was_read_is_read_again_alike(text: str) -> None:
    _holds(HistoricalDate.parse(text))


_YEARS = st.one_of(st.integers(1000, 9998), st.integers(-300, 1100))
_MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def _plain_dates(draw: st.DrawFn) -> str:
    year = draw(_YEARS)
    text = f"{year:04}" if year >= 0 else f"-{-year:04}"
    precision = draw(st.sampled_from(["year", "month", "season", "day", "some day"]))
    if precision == "month":
        text += f"-{draw(st.integers(1, 12)):02}"
    elif precision == "season":
        text += f"-{draw(st.integers(21, 41)):02}"
    elif precision == "day":
        text += f"-{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 28)):02}"
    elif precision == "some day":
        text += draw(st.sampled_from(["-XX", "-02-XX", "-XX-XX", "-XX-11", "-1X"]))
    return text + draw(_MARKS)


@st.composite
def _edtf_texts(draw: st.DrawFn) -> str:
    dates = sorted(draw(st.lists(_plain_dates(), min_size=2, max_size=2)))
    low, high = draw(st.sampled_from([tuple(dates), (dates[0], ""), ("", dates[1])]))
    form = draw(st.sampled_from(["{0}", "{0}/{1}", "[{0}..{1}]", "[{0},{1}]", "{{{0}..{1}}}"]))
    return str(form.format(low, high))


@given(_edtf_texts())
@example("200X~")
@example("[..9999-12-31]")
@example("-0043/..")
@example("0999-24/1000-21")
@example("2025-12-31/2026-01-01")
def test_every_edtf_survives_being_stored_and_being_said(text: str) -> None:
    try:
        found = HistoricalDate.parse(text)
    except Refused:
        return
    _holds(found)


_VOCABULARY = """
    late early mid end of first half week before after about between and to from since until by
    2019 2025 July june feb 14 4th 30 31 1-4 – - / , . ? ~ the 1990s 19th century spring winter
    Q3 BC AH AD Ramadan Dhu al-Hijjah 1446 Monday yesterday last next ago two week 10:30 T Z
    possibly or later some day in month 2025-07-14 ../2019 [..1984] 25/12/2025 محرم ١٤ 20250714
"""
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(
    st.one_of(st.text(max_size=40), st.lists(_WORDS, max_size=8).map(" ".join)),
    st.sampled_from([None, PUBLISHED, date(1, 1, 1), date(9999, 12, 31)]),
    st.sampled_from([None, True, False]),
)
@example("𐩀 July 2025", None, None)
@example("²⁰²⁵", None, None)
@example("\ud800", None, None)
@example("İ 2025", None, None)
@example("next year", date(9999, 12, 31), None)
@example("9999 or later", None, None)
@example("after 9999", None, None)
def test_no_text_breaks_the_reader(
    text: str, published: date | None, day_first: bool | None
) -> None:
    said = describe_date(text, published=published, day_first=day_first)
    json.dumps(said["why"]).encode()
    if not said["valid"]:
        assert said["why"].endswith(".")
        return
    _holds(HistoricalDate.parse(text, published=published, day_first=day_first))
