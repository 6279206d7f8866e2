"""XML and web pages are refused with the sentence that says what to export instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Refused
from db.exchange.files.markup import refuse_markup

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
UNITED_NATIONS = (
    HEAD + '<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' dateGenerated="2025-09-15T00:00:00Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>'
)
NESTED = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (UNITED_NATIONS, "United Nations.*spreadsheet program.*individuals and the entities.*CSV"),
        (UNITED_NATIONS.removeprefix(HEAD), "United Nations"),
        (HEAD + "<!-- list --><sdnList xmlns='x'><sdnEntry>", "sanctions list in XML.*as CSV"),
        (HEAD + "<vcards xmlns='urn:ietf:params:xml:ns:vcard-4.0'>", "vCard"),
        ("<!DOCTYPE html>\n<html lang=en>", "web page"),
        (HEAD + NESTED + "<list>", "XML, not a table"),
        (HEAD, "XML, not a table"),
        ("<a:list xmlns:a='b'/>", "XML, not a table"),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_markup_is_refused_by_what_it_is(text: str, says: str, codec: str) -> None:
    with pytest.raises(Refused, match=f"^list.xml is .*{says}"):
        refuse_markup(Path("list.xml"), text.encode(codec))


@pytest.mark.parametrize("text", ["name,born\nA,1\n", "<5,>6\n1,2\n", "a<b>,c\n", "", "< a >,b\n"])
def test_a_table_that_has_such_a_sign_is_none(text: str) -> None:
    refuse_markup(Path("list.csv"), text.encode())
