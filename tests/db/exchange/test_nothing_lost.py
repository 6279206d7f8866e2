"""Whatever a table says is found again on the desk or counted in the report, in any order, once."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import ImportReport, Store, make_desk, open_desk
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import bring_in

EXAMPLES = max(1, (settings.default or settings()).max_examples // 5)  # each makes a desk
YEARS = st.sampled_from(["", "1999", "2004-05", "2019"])
ENDS = st.sampled_from(["", "2020", "2021-06-03", "present"])
PEOPLE = st.sampled_from(["Ana Silva", "Ben Lee"])
NO = st.just("")

# kind → (map, {column: what stands in it}); a column of None is unlike in every row
TABLES: dict[str, tuple[str, dict[str, Any]]] = {
    "tenures": (
        'person={column="who",create=true}\noffice={column="post",create=true}\n'
        'organization={column="body",create=true}\nfrom="from"\nto="to"\nnote="note"\n'
        'acting="acting"\nend_state="state"\n',
        {
            "who": PEOPLE, "post": st.sampled_from(["Envoy", "Consul"]), "body": st.just("Court"),
            "from": YEARS, "to": ENDS, "note": None,
            "acting": st.sampled_from(["", "yes", "no", "perhaps"]),
            "state": st.sampled_from(["", "ended on an unknown day", "gone"]),
        },
    ),
    "offices": (
        'title="title"\norganization={column="body",create=true}\nseats="seats"\ncreated="from"\n'
        'abolished="to"\n',
        {
            "title": st.sampled_from(["Envoy", "Consul"]), "body": st.just("Court"),
            "seats": st.sampled_from(["", "1", "2"]), "from": YEARS,
            "to": st.sampled_from(["", "2020", "2021-06-03"]),
        },
    ),
    "people": (
        'name="who"\ncountry="land"\nborn="born"\naliases={column="alias",split=";"}\n'
        'gender={column="gender",split=";"}\nemail="mail"\nnotes="note"\nbiography="life"\n'
        'office={column="post",create=true}\norganization={column="body",create=true}\n'
        'from="from"\nto="to"\n',
        {
            "who": PEOPLE, "land": st.sampled_from(["Italy", "Ruritania"]),
            "born": st.sampled_from(["", "1950"]), "alias": st.sampled_from(["", "Áná;Ana S."]),
            "gender": st.sampled_from(["", "female", "male;female"]), "mail": None, "note": None,
            "life": st.sampled_from(["", "Born in Rome", "Born in Milan"]),
            "post": st.sampled_from(["", "Envoy"]), "body": st.sampled_from(["", "Court"]),
            "from": YEARS, "to": st.sampled_from(["", "2020", "2021-06-03"]),
        },
    ),
    "organizations": (
        'name="who"\nacronym="short"\ntype="kind"\ncountry="land"\nfounded="from"\n'
        'website="web"\nnotes="note"\naliases="alias"\nparent={column="above",create=true}\n',
        {
            "who": st.sampled_from(["Court", "Office of Maps"]), "kind": st.sampled_from(["", "x"]),
            "short": st.sampled_from(["", "CT", "OM"]), "land": st.sampled_from(["Italy", ""]),
            "from": YEARS, "web": st.sampled_from(["", "a.org", "b.org"]), "note": None,
            "alias": st.sampled_from(["", "Tribunal", "tribunal", "Tríbunal"]),
            "above": st.sampled_from(["", "House"]),
        },
    ),
    "agreements": (
        'title="title"\nsigned="from"\nreference="ref"\nvalue="sum"\ncurrency="in"\n'
        'binding="binding"\nparties={column="parties",split=";"}\nsummary="life"\nnotes="note"\n'
        'url={column="web",split=";"}\nplace="place"\n',
        {
            "title": st.sampled_from(["Pact", "Treaty"]), "from": YEARS,
            "ref": st.sampled_from(["", "A1"]), "sum": st.sampled_from(["", "5", "6"]),
            "in": st.sampled_from(["", "EUR"]), "binding": st.sampled_from(["", "yes", "so so"]),
            "parties": st.sampled_from(["", "Italy;Chad", "Chad;Court"]), "life": YEARS,
            "note": None, "web": st.sampled_from(["", "https://a.org;https://b.org"]),
            "place": st.sampled_from(["", "Rome", "Milan"]),
        },
    ),
    "events": (
        'title="title"\nstart="from"\nplace="place"\nchannel="by"\noutcome="life"\nnotes="note"\n'
        'participants={column="who",split=";",create=true}\n'
        'organizations={column="body",create=true}\n',
        {
            "title": st.sampled_from(["Call", "Visit"]), "from": YEARS,
            "place": st.sampled_from(["", "Rome", "Milan"]), "by": st.sampled_from(["", "wire"]),
            "life": st.sampled_from(["", "Agreed", "Nothing"]), "note": None,
            "who": st.sampled_from(["", "Ana Silva", "Ana Silva;Ben Lee"]),
            "body": st.sampled_from(["", "Court"]),
        },
    ),
}  # fmt: skip


@st.composite
def rows_of(draw: st.DrawFn, kind: str) -> list[dict[str, str]]:
    """Rows of a kind, each with an identity or, in some tables, none."""
    has_ids = draw(st.booleans())
    rows = []
    for number in range(draw(st.integers(1, 5))):
        row = {"id": f"id-{draw(st.integers(0, 5))}" if has_ids else ""}
        for name, values in TABLES[kind][1].items():
            row[name] = f"{name}{number}@x.org" if values is None else draw(values)
        rows.append(row)
    return rows


def take(store: Store, folder: Path, kind: str, rows: list[dict[str, str]]) -> ImportReport:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    own = 'id="id"\n' if rows[0]["id"] else ""
    map_text = f'kind="{kind}"\nscheme="x"\n{own}[fields]\n{TABLES[kind][0]}'
    return bring_in(store, folder, text.getvalue(), map_text=map_text)


SAID = ("record", "person", "organization", "agreement", "event", "name", "contact", "identifier",
        "note", "link", "tenure", "office", "parent", "amount", "party", "participant",
        "citation")  # fmt: skip
COUNTED = {"uid", "created", "changed", "version", "position", "about", "field"}


def said(store: Store) -> list[tuple[str, list[tuple[str, Any]]]]:
    """All rows of the desk, without what counts or names them."""
    return [
        (table, sorted((k, v) for k, v in row.items() if k not in COUNTED and v is not None))
        for table in SAID
        for row in rows_in(store, table)
    ]


def rows_in(store: Store, table: str) -> list[dict[str, Any]]:
    columns = sql_of(store).columns(table)
    found = sql_of(store).rows(f"SELECT {','.join(columns)} FROM {table} ORDER BY id")
    return [dict(zip(columns, row, strict=True)) for row in found]


def texts(store: Store) -> str:
    return "\n".join(
        str(value).casefold()
        for table in SAID
        for row in rows_in(store, table)
        for value in row.values()
    )


COUNTRIES = {"Italy": "it", "Chad": "td"}
MEANS = {"yes": "1", "no": "0", "present": "ongoing"}


@pytest.mark.parametrize("kind", TABLES)
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_every_cell_is_on_the_desk_or_in_the_report(kind: str, data: st.DataObject) -> None:
    rows = data.draw(rows_of(kind))
    with tempfile.TemporaryDirectory() as folder:
        make_desk(Path(folder) / "a.desk", name="A")
        with open_desk(Path(folder) / "a.desk") as store:
            report = take(store, Path(folder), kind, rows)
            adds_up(report, kind, len(rows))
            there = texts(store)
            told = "\n".join(f"{each['value']} {each['why']}" for each in report.flagged)
            refused = {each["row"] for each in report.rejected}
            for number, row in enumerate(rows, start=2):
                for name, cell in row.items():
                    for word in cell.split(";"):
                        plain = COUNTRIES.get(word, MEANS.get(word, word)).casefold()
                        is_told = word in told or plain in told.casefold()
                        assert plain in there or is_told or number in refused, (name, word)
            before = said(store)
            again = take(store, Path(folder), kind, rows)
            adds_up(again, kind, len(rows))
            assert sum(again.created.values()) == 0
            assert said(store) == before
            assert store.verify() == []


def adds_up(report: ImportReport, kind: str, count: int) -> None:
    """Of the kind that a row is, the report tells what became of each row."""
    counts = [report.created, report.updated, report.unchanged, report.joined]
    rows = sum(each[kind] for each in counts) + len(report.rejected)
    assert report.read == count == rows


@pytest.mark.parametrize("kind", ["tenures", "offices"])
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_rows_with_identities_give_the_same_in_any_order(kind: str, data: st.DataObject) -> None:
    rows = [row | {"id": str(n)} for n, row in enumerate(data.draw(rows_of(kind)))]
    turned = data.draw(st.permutations(rows))
    found = []
    for name, listed in (("a", rows), ("b", turned)):
        with tempfile.TemporaryDirectory() as folder:
            make_desk(Path(folder) / f"{name}.desk", name="A")
            with open_desk(Path(folder) / f"{name}.desk") as store:
                take(store, Path(folder), kind, listed)
                table = "tenure" if kind == "tenures" else "office"
                found.append(sorted(map(plain_row, rows_in(store, table))))
    assert found[0] == found[1]


def plain_row(row: dict[str, Any]) -> list[tuple[str, str]]:
    apart = COUNTED | {"id", "record_id", "office_id"}
    return sorted((name, str(value)) for name, value in row.items() if name not in apart)
