"""Dates as precise as they are known: EDTF in and out, words kept, first and last possible day.

What reads and tells dates is loaded when it is first asked for: a list of people needs none of it.
"""

from typing import TYPE_CHECKING

from db.dates.days import OPEN_END, as_sortable, day_at, day_from_number, day_number, iso_day
from db.dates.historical import HistoricalDate
from db.lazy import lazy_exports

if TYPE_CHECKING:
    from db.dates.date_parser import describe_date, parse_range
    from db.dates.edtf import is_edtf
    from db.dates.lexicon import MONTH_NAMES
    from db.dates.phrasing.date_style import (
        DATE_ORDERS,
        DATE_STYLES,
        choose_date_order,
        choose_date_style,
        local_time,
        short_months,
        typed_day_first,
        write_day,
    )

__getattr__ = lazy_exports(__name__)
