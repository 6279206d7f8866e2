"""What an officer may write of a date, what it is read as, and what is said of it again."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.dates import HistoricalDate, day_number, describe_date, is_edtf, parse_range
from db.errors import Refused

PUBLISHED = date(2025, 7, 20)  # a Sunday

#: text → EDTF, first and last possible day, whether the words are kept.
READ = [
    # EDTF as it stands
    ("2025-07-14", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("2025-07", "2025-07", "2025-07-01", "2025-07-31", False),
    ("2024-02", "2024-02", "2024-02-01", "2024-02-29", False),
    ("1900-02", "1900-02", "1900-02-01", "1900-02-28", False),
    ("2019", "2019", "2019-01-01", "2019-12-31", False),
    ("0007", "0007", "0007-01-01", "0007-12-31", False),
    ("1998-03-02?", "1998-03-02?", "1998-03-02", "1998-03-02", False),
    ("2004-06~", "2004-06~", "2004-05-01", "2004-07-31", False),
    ("2019~", "2019~", "2018-01-01", "2020-12-31", False),
    ("2019%", "2019%", "2018-01-01", "2020-12-31", False),
    ("2019?", "2019?", "2019-01-01", "2019-12-31", False),
    ("201X", "201X", "2010-01-01", "2019-12-31", False),
    ("20xx", "20XX", "2000-01-01", "2099-12-31", False),
    ("2004-06-XX", "2004-06-XX", "2004-06-01", "2004-06-30", False),
    ("156X-12-25", "156X-12-25", "1560-12-25", "1569-12-25", False),
    ("2025-07-01/2025-07-04", "2025-07-01/2025-07-04", "2025-07-01", "2025-07-04", False),
    ("2019/..", "2019/..", "2019-01-01", None, False),
    ("../2019", "../2019", None, "2019-12-31", False),
    ("../..", "../..", None, None, False),
    ("[..1984]", "[..1984]", None, "1984-12-31", False),
    ("[1760-01, 1760-02, 1760-12..]", "[1760-01,1760-02,1760-12..]", "1760-01-01", None, False),
    ("{1960,1961-12}", "{1960,1961-12}", "1960-01-01", "1961-12-31", False),
    ("2001-24", "2001-24", "2001-12-01", "2002-02-28", False),
    ("2001-29", "2001-29", "2001-09-01", "2001-11-30", False),
    ("Y170002", "Y170002", "Y170002-01-01", "Y170002-12-31", False),
    ("-0043", "-0043", "-0043-01-01", "-0043-12-31", False),
    ("2025-07-14T10:30:00Z", "2025-07-14", "2025-07-14", "2025-07-14", True),
    ("2025-07-14T00:00:00Z", "2025-07-14", "2025-07-14", "2025-07-14", False),
    # days
    ("6 April 2025", "2025-04-06", "2025-04-06", "2025-04-06", False),
    ("the 6th of April 2025", "2025-04-06", "2025-04-06", "2025-04-06", False),
    ("on 6 April 2025", "2025-04-06", "2025-04-06", "2025-04-06", False),
    ("April 6, 2025", "2025-04-06", "2025-04-06", "2025-04-06", False),
    ("APR. 6th, 2025", "2025-04-06", "2025-04-06", "2025-04-06", False),
    ("Sept. 5, 2025", "2025-09-05", "2025-09-05", "2025-09-05", False),
    ("5 sept 2025", "2025-09-05", "2025-09-05", "2025-09-05", False),
    ("14-Jul-2025", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("2025 July 14", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("Monday, 14 July 2025", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("Mon 14 Jul 2025", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("29 February 2024", "2024-02-29", "2024-02-29", "2024-02-29", False),
    ("25/12/2025", "2025-12-25", "2025-12-25", "2025-12-25", False),
    ("12/25/2025", "2025-12-25", "2025-12-25", "2025-12-25", False),
    ("04/04/2025", "2025-04-04", "2025-04-04", "2025-04-04", False),
    ("2025/07/14", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("14.07.2025", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("31.12.9999", "9999-12-31", "9999-12-31", "9999-12-31", False),
    ("20250714", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("2025-195", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("2025-W29-1", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("2025-W29", "[2025-07-14..2025-07-20]", "2025-07-14", "2025-07-20", True),
    ("20250714T103000Z", "2025-07-14", "2025-07-14", "2025-07-14", True),
    ("2025-07-14 10:30", "2025-07-14", "2025-07-14", "2025-07-14", True),
    ("14 July 2025 at 10:30 am", "2025-07-14", "2025-07-14", "2025-07-14", True),
    ("15 March 44 BC", "-0043-03-15", "-0043-03-15", "-0043-03-15", False),
    # other digits, blanks and dashes
    ("１４　July　２０２５", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("14\u00a0July\u00a02025", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("\u200e14 July 2025\u200f", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("2025‑07‑14", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("٢٠٢٥-٠٧-١٤", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("١٤ يوليو ٢٠٢٥", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("۱۴ جولائی ۲۰۲۵", "2025-07-14", "2025-07-14", "2025-07-14", False),
    # months, years and longer
    ("July 2025", "2025-07", "2025-07-01", "2025-07-31", False),
    ("in July 2025", "2025-07", "2025-07-01", "2025-07-31", False),
    ("july, 2025", "2025-07", "2025-07-01", "2025-07-31", False),
    ("07/2025", "2025-07", "2025-07-01", "2025-07-31", False),
    ("44 BC", "-0043", "-0043-01-01", "-0043-12-31", False),
    ("1 BCE", "0000", "0000-01-01", "0000-12-31", False),
    ("AD 7", "0007", "0007-01-01", "0007-12-31", False),
    ("the 1990s", "199X", "1990-01-01", "1999-12-31", False),
    ("1990's", "199X", "1990-01-01", "1999-12-31", False),
    ("19th century", "[1801..1900]", "1801-01-01", "1900-12-31", True),
    ("the 1st century BC", "[-0099..0000]", "-0099-01-01", "0000-12-31", True),
    ("spring 2025", "2025-21", "2025-03-01", "2025-05-31", False),
    ("Fall of 2025", "2025-23", "2025-09-01", "2025-11-30", False),
    ("winter 2025", "2025-24", "2025-12-01", "2026-02-28", False),
    ("winter 2023/24", "2023-24", "2023-12-01", "2024-02-29", False),
    ("Q3 2025", "2025-35", "2025-07-01", "2025-09-30", False),
    ("the third quarter of 2025", "2025-35", "2025-07-01", "2025-09-30", False),
    ("second half of 2025", "2025-41", "2025-07-01", "2025-12-31", False),
    # thirds and weeks
    ("early July 2025", "[2025-07-01..2025-07-10]", "2025-07-01", "2025-07-10", True),
    ("mid-July 2025", "[2025-07-11..2025-07-20]", "2025-07-11", "2025-07-20", True),
    ("late July 2025", "[2025-07-21..2025-07-31]", "2025-07-21", "2025-07-31", True),
    ("late February 2024", "[2024-02-21..2024-02-29]", "2024-02-21", "2024-02-29", True),
    ("at the end of July 2025", "[2025-07-21..2025-07-31]", "2025-07-21", "2025-07-31", True),
    ("early 2025", "[2025-01..2025-04]", "2025-01-01", "2025-04-30", True),
    ("mid 2025", "[2025-05..2025-08]", "2025-05-01", "2025-08-31", True),
    ("late 2025", "[2025-09..2025-12]", "2025-09-01", "2025-12-31", True),
    ("early 1990s", "[1990..1993]", "1990-01-01", "1993-12-31", True),
    ("first half of July 2025", "[2025-07-01..2025-07-15]", "2025-07-01", "2025-07-15", True),
    ("last week of July 2025", "[2025-07-25..2025-07-31]", "2025-07-25", "2025-07-31", True),
    # about, doubt
    ("about 2019", "2019~", "2018-01-01", "2020-12-31", False),
    ("c. 1990", "1990~", "1989-01-01", "1991-12-31", False),
    ("c1990", "1990~", "1989-01-01", "1991-12-31", False),
    ("ca. July 2025", "2025-07~", "2025-06-01", "2025-08-31", False),
    ("circa 18 June 2025", "2025-06-18~", "2025-06-15", "2025-06-21", False),
    ("on or about 6 April 2025", "2025-04-06~", "2025-04-03", "2025-04-09", False),
    ("about spring 2025", "2025-21~", "2025-02-01", "2025-06-30", False),
    ("about the 1990s", "199X~", "1985-01-01", "2004-12-31", False),
    ("July 2025?", "2025-07?", "2025-07-01", "2025-07-31", False),
    ("possibly about 2019", "2019%", "2018-01-01", "2020-12-31", False),
    # open ends
    ("before August 2025", "[..2025-07-31]", None, "2025-07-31", True),
    ("before 1 August 2025", "[..2025-07-31]", None, "2025-07-31", True),
    ("prior to 2019", "[..2018-12-31]", None, "2018-12-31", True),
    ("after 2019", "[2020-01-01..]", "2020-01-01", None, True),
    ("until 2019", "[..2019]", None, "2019-12-31", True),
    ("by 31 July 2025", "[..2025-07-31]", None, "2025-07-31", True),
    ("by the end of July 2025", "[..2025-07]", None, "2025-07-31", True),
    ("on or after 6 April 2025", "[2025-04-06..]", "2025-04-06", None, True),
    ("2019 or later", "[2019..]", "2019-01-01", None, True),
    ("since 2019", "2019/..", "2019-01-01", None, False),
    ("from 6 April 2025", "2025-04-06/..", "2025-04-06", None, False),
    ("May 2025 to present", "2025-05/..", "2025-05-01", None, False),
    # ranges
    ("from 1 to 4 July 2025", "2025-07-01/2025-07-04", "2025-07-01", "2025-07-04", False),
    ("1-4 July 2025", "2025-07-01/2025-07-04", "2025-07-01", "2025-07-04", False),
    ("1–4 July 2025", "2025-07-01/2025-07-04", "2025-07-01", "2025-07-04", False),
    ("July 1–4, 2025", "2025-07-01/2025-07-04", "2025-07-01", "2025-07-04", False),
    ("July 1-4, 2025", "2025-07-01/2025-07-04", "2025-07-01", "2025-07-04", False),
    ("30 June – 2 July 2025", "2025-06-30/2025-07-02", "2025-06-30", "2025-07-02", False),
    ("30 June-2 July 2025", "2025-06-30/2025-07-02", "2025-06-30", "2025-07-02", False),
    ("30 December – 2 January 2025", "2024-12-30/2025-01-02", "2024-12-30", "2025-01-02", False),
    ("June–August 2025", "2025-06/2025-08", "2025-06-01", "2025-08-31", False),
    ("2019–2021", "2019/2021", "2019-01-01", "2021-12-31", False),
    ("2019 - 2021", "2019/2021", "2019-01-01", "2021-12-31", False),
    ("1914–18", "1914/1918", "1914-01-01", "1918-12-31", False),
    ("spring to autumn 2025", "2025-21/2025-23", "2025-03-01", "2025-11-30", False),
    ("late June to early July 2025", "2025-06-21/2025-07-10", "2025-06-21", "2025-07-10", False),
    ("between 2019 and 2021", "[2019..2021]", "2019-01-01", "2021-12-31", True),
    ("between 1 and 20 July 2025", "[2025-07-01..2025-07-20]", "2025-07-01", "2025-07-20", True),
    ("4 and 5 July 2025", "{2025-07-04,2025-07-05}", "2025-07-04", "2025-07-05", False),
    ("the week of 16 July 2025", "[2025-07-14..2025-07-20]", "2025-07-14", "2025-07-20", True),
    ("week beginning 16 July 2025", "[2025-07-16..2025-07-22]", "2025-07-16", "2025-07-22", True),
    ("2025年7月14日", "2025-07-14", "2025-07-14", "2025-07-14", False),
    ("3Q 2025", "2025-35", "2025-07-01", "2025-09-30", False),
    ("2019 or 2020", "[2019,2020]", "2019-01-01", "2020-12-31", True),
    # Hijri
    ("22 Dhu al-Hijjah 1446", "2025-06-18", "2025-06-18", "2025-06-18", True),
    ("22 Dhū al-Ḥijjah 1446 AH", "2025-06-18", "2025-06-18", "2025-06-18", True),
    ("22 Zil Hajj 1446 A.H.", "2025-06-18", "2025-06-18", "2025-06-18", True),
    ("۲۲ ذوالحجہ ۱۴۴۶ھ", "2025-06-18", "2025-06-18", "2025-06-18", True),
    ("٢٢ ذو الحجة ١٤٤٦ هـ", "2025-06-18", "2025-06-18", "2025-06-18", True),
    ("Ramadan 1446", "[2025-03-01..2025-03-29]", "2025-03-01", "2025-03-29", True),
    ("1446 AH", "[2024-07-07..2025-06-25]", "2024-07-07", "2025-06-25", True),
    ("before Ramadan 1446", "[..2025-02-28]", None, "2025-02-28", True),
    ("10 Muharram 61 AH", "0680-10-13~", "0680-10-10", "0680-10-16", True),
]

#: text → EDTF, when the text was published on Sunday 20 July 2025.
READ_WHEN_PUBLISHED = [
    ("today", "2025-07-20"),
    ("yesterday", "2025-07-19"),
    ("yesterday evening", "2025-07-19"),
    ("last night", "2025-07-19"),
    ("the day before yesterday", "2025-07-18"),
    ("tomorrow", "2025-07-21"),
    ("last month", "2025-06"),
    ("next month", "2025-08"),
    ("this year", "2025"),
    ("late last year", "[2024-09..2024-12]"),
    ("earlier this month", "[2025-07-01..2025-07-20]"),
    ("earlier this year", "[2025-01-01..2025-07-20]"),
    ("later this month", "[2025-07-20..2025-07-31]"),
    ("last week", "[2025-07-07..2025-07-13]"),
    ("next week", "[2025-07-21..2025-07-27]"),
    ("on Monday", "2025-07-14"),
    ("on Sunday", "2025-07-20"),
    ("last Sunday", "2025-07-13"),
    ("next Monday", "2025-07-21"),
    ("in August", "2024-08"),
    ("in July", "2025-07"),
    ("back in July", "2025-07"),
    ("next August", "2025-08"),
    ("on 6 April", "2025-04-06"),
    ("21 July", "2024-07-21"),
    ("29 February", "2024-02-29"),
    ("1-4 July", "2025-07-01/2025-07-04"),
    ("late June", "[2025-06-21..2025-06-30]"),
    ("two days ago", "2025-07-18"),
    ("3 months ago", "2025-04"),
    ("last summer", "2024-22"),
    ("before August", "[..2024-07-31]"),
]

#: text → what the sentence must name.
REFUSED = [
    ("", "empty"),
    ("   ", "empty"),
    ("NA", "not known"),
    ("n.d.", "not known"),
    ("N/A", "not known"),
    ("unknown", "not known"),
    ("undated", "not known"),
    ("-1", "not known"),
    ("..", "not known"),
    ("-", "not known"),
    ("?", "not known"),
    ("03/04/2025", "3 April or 4 March 2025"),
    ("03.04.2025", "3 April or 4 March 2025"),
    ("14/07/25", "1925 or 2025"),
    ("14 July 25", "1925 or 2025"),
    ("July '25", "1925 or 2025"),
    ("July 99", "1999 or 2099"),
    ("30 February 2025", "28 days"),
    ("2025-02-30", "28 days"),
    ("29 February 2025", "28 days"),
    ("31 June", "30 days"),
    ("30/02/2025", "28 days"),
    ("2016-13", "01 to 12"),
    ("2010-00-00", "2010 alone"),
    ("2010-07-00", "2010-07 alone"),
    ("0000-00-00", "not known"),
    ("1981-09..1981-10", "[1981-09..1981-10]"),
    ("32 July 2025", "31 days"),
    ("13/13/2025", "month 13"),
    ("20251399", "month 13"),
    ("2025-366", "365"),
    ("2025-W54", "week"),
    ("Tuesday, 14 July 2025", "is a Monday"),
    ("1985-4-12", "1985-04-12"),
    ("14-07-2025", "year first"),
    ("2019-20", "month 20"),
    ("2019..2021", "2019/2021"),
    ("12345", "cannot be read"),
    ("19", "cannot be read"),
    ("-0000", "0000"),
    ("2021 - 2019", "before it starts"),
    ("2021/2019", "before it starts"),
    ("between 2021 and 2019", "before it starts"),
    ("from 4 to 1 July 2025", "before it starts"),
    ("[1999}", "close"),
    ("2016-05-02T24:00:01", "time"),
    ("2016-05-02T12:00:00-13:00", "zone"),
    ("14 July 2025 25:00", "time"),
    ("156X-11-31", "no day"),
    ("6 April", "year"),
    ("July", "year"),
    ("late July", "year"),
    ("1-4 July", "year"),
    ("yesterday", "when it was written"),
    ("on Monday", "when it was written"),
    ("earlier this month", "when it was written"),
    ("22 Ramadan", "year"),
    ("30 Safar 1447", "29 days"),
    ("13/13/1446 AH", "months run from 1 to 12"),
    ("the 1900s", "1900–1909"),
    ("spring 2025/27", "follow"),
    ("early Monday", "written"),
    ("hello", "cannot be read"),
    ("14 Smarch 2025", "cannot be read"),
    ("x" * 201, "200"),
]


@pytest.mark.parametrize(("text", "edtf", "first", "last", "keeps"), READ)
def test_a_date_is_read_as_precisely_as_it_is_written(
    text: str, edtf: str, first: str | None, last: str | None, keeps: bool
) -> None:
    found = HistoricalDate.parse(text)
    assert (found.edtf, found.first, found.last) == (edtf, first, last)
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
    assert found.spoken() == spoken
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
    assert parse_range(text) == (first, last)


@pytest.mark.parametrize("text", ["2021..2019", "", "a..b", "2019..03/04/2025"])
def test_a_range_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse_range(text)


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
    assert _bounds(HistoricalDate.parse(wordless.spoken())) == _bounds(found), wordless.spoken()
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
