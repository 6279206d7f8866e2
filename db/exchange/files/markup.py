"""XML and web pages, which are no tables: refused with what to export instead. `table_file` asks.

Nothing of them is parsed, so that no entity is expanded and nothing outside is fetched.
"""

from __future__ import annotations

import re
from pathlib import Path

from db.errors import Refused

_SPREADSHEET = (
    "open it in a spreadsheet program and save the individuals and the entities each as .xlsx or"
    " CSV, or take the same list as FollowTheMoney JSON lines"
)
# the first element of a document → what it is, and what to do instead
_KNOWN = {
    "consolidated_list": (
        "a consolidated sanctions list of the United Nations in XML", _SPREADSHEET,
    ),
    "sdnlist": ("a sanctions list in XML", "take the same list as CSV from where it is published"),
    "sanctions": ("a sanctions list in XML", _SPREADSHEET),
    "export": ("a list in XML", "take the same list as CSV from where it is published"),
    "vcards": ("a set of contacts in XML", "export the contacts as vCard (.vcf)"),
    "icalendar": ("a calendar in XML", "export the calendar as iCalendar (.ics)"),
    "html": ("a web page", "save its table as CSV or .xlsx"),
    "workbook": ("an XML spreadsheet of Excel 2003", "save it as .xlsx"),
    "document": ("a document in XML", "save its table as CSV or .xlsx"),
}  # fmt: skip
_ANY = ("XML, not a table", "export the same data as CSV, .xlsx, Popolo JSON or FollowTheMoney JSON"
        " lines")  # fmt: skip
_ASIDE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>", re.S | re.I)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")
_OPENING = re.compile(r"<(?:\?xml\b|!--|!doctype\b|(?:[\w.-]+:)?[A-Za-z_][\w.-]*[\s/>])", re.I)


def refuse_markup(path: Path, head: bytes) -> None:
    """Refuse a file whose first bytes are those of XML or of a web page."""
    text = head.replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    if not _OPENING.match(text):
        return
    found = _ELEMENT.search(_ASIDE.sub("", text))
    what, instead = _KNOWN.get(found[1].casefold(), _ANY) if found else _ANY
    raise Refused(f"{path.name} is {what}, which is not read; {instead}.")
