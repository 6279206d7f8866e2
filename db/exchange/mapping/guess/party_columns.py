"""Which columns hold the parties of agreements: one a row, a list of them, or one column each.

`guess` asks for tables of agreements.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from db.exchange.mapping.guess.headings import fold, shared_phrases
from db.exchange.mapping.guess.shapes import FileColumn
from db.exchange.mapping.guess.value_words import is_agreement

Found = dict[str, list[FileColumn]]

_MAX_TITLE_LETTERS = 300
_SERIES = re.compile(r"(.*?\D)\s?(\d{1,3})|(.*\w) ([A-F]|I{1,3})")


def sort_parties(found: dict[str, list[FileColumn]], columns: list[FileColumn]) -> None:
    """Tell one row per treaty and party from one column per party and from one list of them."""
    numbered: dict[str, list[FileColumn]] = defaultdict(list)
    for column in columns:
        series = _SERIES.fullmatch(column.heading)
        if series and column.filled:
            numbered[series[1] or series[3]].append(column)
    for series_columns in numbered.values():
        few = series_columns[:6]
        if len(series_columns) > 1 and all(each.share("country") >= 0.8 for each in few):
            found["parties"] = series_columns
            break
    acts = [name for name in found if name.startswith("party_")]
    single = found.get("party", [])
    if not single or (not acts and "parties" in found) or _has_unique_titles(found):
        for name in ["party", *acts]:
            found.pop(name, None)
        if single and "parties" not in found:
            found["parties"] = single
    else:
        found["party"] = single[:1]
        found.pop("parties", None)
        _keep_dates_of_acts(found)
        # Where acts have a column of dates, the others are the treaty's.
        if ("party_act" in found and "party_act_date" not in found) or _signs_by_party(found):
            give_parties_their_dates(found)


def _keep_dates_of_acts(found: Found) -> None:
    """Leave a column of days that is called no more than “date” to the acts beside it."""
    if "party_act" not in found:
        return
    found["signed"] = [
        each for each in found.get("signed", ()) if fold(each.heading) not in shared_phrases("date")
    ]
    if not found["signed"]:
        del found["signed"]


def _signs_by_party(found: Found) -> bool:
    """Say whether the column of signatures beside those of other acts is of each party: some rows
    have none, or it has more days than the rows have treaties.
    """
    signed, acts = found.get("signed", []), [name for name in found if name.startswith("party_")]
    if len(signed) != 1 or not acts or "party_signed" in found:
        return False
    titles = found["title"][0].values if found.get("title") else {}
    return bool(signed[0].blank) or len(signed[0].values) > max(len(titles), 1)


def give_parties_their_dates(found: Found) -> None:
    """Let the dates of a row with a party's act be the party's, where they are not said to be the
    treaty's.
    """
    for of_treaty, of_party in (("signed", "party_signed"), ("in_force", "party_in_force")):
        dates = found.get(of_treaty, [])
        own = [
            each for each in dates if not set(fold(each.heading).split()) & {"treaty", "agreement"}
        ]
        if own and of_party not in found:
            found[of_party] = own[:1]
            found[of_treaty] = [each for each in dates if each not in own]
            if not found[of_treaty]:
                del found[of_treaty]


def is_status_list(found: Found) -> bool:
    """Say whether rows are of what parties did, and name no treaty."""
    acts = [name for name in found if name.startswith("party_")]
    return "title" not in found and "party" in found and bool(acts)


def title_above(found: Found, above: Sequence[str]) -> str:
    """Return the title of the one treaty of a status list, out of the texts over its headings."""
    if not is_status_list(found):
        return ""
    titles = [text for text in above if is_agreement(text) and len(text) <= _MAX_TITLE_LETTERS]
    return titles[0] if titles else ""


def _has_unique_titles(found: dict[str, list[FileColumn]]) -> bool:
    """Say whether no two rows have the same title, so that no row can be one of several parties."""
    return any(column.unique for column in found.get("title", [])[:1])
