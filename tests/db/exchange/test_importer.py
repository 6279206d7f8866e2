"""An import is one change: what it takes, what it refuses, what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Agreement,
    Event,
    Identifier,
    ImportReport,
    Lens,
    Person,
    Refused,
    Stopped,
    Store,
    choose_date_order,
    import_files,
)
from db.changes.validate import check_record
from tests.db.desk_sql import sql_of
from tests.db.exchange.old_books import compound, label, stream

LENS = Lens("2025-09-15")


def bring_in(
    store: Store, folder: Path, text: str, name: str = "list.csv", **given: object
) -> ImportReport:
    """Import a table typed here."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return import_files(store, [path], LENS, **given)  # type: ignore[arg-type]


def mapped(folder: Path, text: str) -> Path:
    """A map typed here."""
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return path


def records(store: Store, kind: str) -> list[object]:
    ids = store.reader.all_ids(kind, LENS, "name" if kind == "person" else "title")
    return [store.reader.get(key, LENS) for key in ids]


def only(store: Store, kind: str) -> object:
    keys = [row[0] for row in sql_of(store).rows("SELECT id FROM record WHERE kind=?", (kind,))]
    assert len(keys) == 1
    return store.reader.get(keys[0], LENS)


PEOPLE = """id,name,country,office,organization,from,to
p1,H.E. Mr Ishaq Dar,Pakistan,Foreign Minister,Ministry of Foreign Affairs,2024-03-11,present
p2,Marco Rubio,United States,Secretary of State,Department of State,2025-01-21,
"""


def test_a_list_of_people_makes_them_their_offices_and_tenures(
    store: Store, tmp_path: Path
) -> None:
    report = bring_in(store, tmp_path, PEOPLE, kind="people")
    assert report.created == {"people": 2, "organizations": 2, "offices": 2, "tenures": 2}
    key = sql_of(store).value("SELECT id FROM record WHERE title='Ishaq Dar'")
    dar = store.reader.get(key, LENS)
    assert isinstance(dar, Person)
    assert (dar.honorific, dar.family, dar.country) == ("H.E. Mr", "Dar", "pk")
    tenure = dar.tenures[0]
    assert tenure.office and tenure.office.organization
    assert tenure.office.organization.title == "Ministry of Foreign Affairs"
    assert tenure.since and tenure.since.edtf == "2024-03-11"
    assert tenure.end_state == "ongoing"
    assert [(each.source.title, each.field, each.passage) for each in dar.citations] == [
        ("list.csv", "", "row 2"),
        ("list.csv", f"tenure {tenure.uid}", "row 2"),
    ]
    check_record(dar)


def test_the_same_file_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, PEOPLE, kind="people")
    again = bring_in(store, tmp_path, PEOPLE, kind="people")
    assert again.created == {"people": 0}
    assert again.updated == {"people": 0}
    assert again.unchanged == {"people": 2, "tenures": 2}
    assert len(store.reader.changes()) == 1


def test_a_corrected_cell_updates_its_field_and_no_other(store: Store, tmp_path: Path) -> None:
    text = "id,name,country,gender\np1,Ana Silva,Brazil,female\n"
    bring_in(store, tmp_path, text, kind="people")
    ana = only(store, "person")
    assert isinstance(ana, Person)
    ana.biography = "Met in Geneva."
    store.save(ana, LENS)
    report = bring_in(store, tmp_path, text.replace("Brazil", "Portugal"), kind="people")
    assert report.updated == {"people": 1}
    ana = only(store, "person")
    assert isinstance(ana, Person)
    assert (ana.country, ana.biography, ana.gender) == ("pt", "Met in Geneva.", "female")
    assert store.verify() == []


def test_what_an_officer_corrected_stays_and_is_told(store: Store, tmp_path: Path) -> None:
    text = "id,name,country,gender\np1,Ana Silva,Brazil,female\n"
    bring_in(store, tmp_path, text, kind="people")
    ana = only(store, "person")
    assert isinstance(ana, Person)
    ana.country = "pt"
    store.save(ana, LENS)
    report = bring_in(store, tmp_path, text, kind="people")
    assert report.updated == {"people": 0}
    assert "Portugal" in report.flagged[0]["why"] or "pt" in report.flagged[0]["why"]
    assert only(store, "person").country == "pt"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("31.02.2020", "February 2020 has 29 days"),
        ("03/04/2025", "April"),
        ("sometime", "cannot be read"),
    ],
)
def test_a_bad_date_is_left_out_and_its_row_is_taken(
    date: str, says: str, store: Store, tmp_path: Path
) -> None:
    text = f"id,title,start,place\ne1,A call,{date},Rome\ne2,A visit,2020-01-02,Rome\n"
    report = bring_in(store, tmp_path, text, kind="events")
    assert (report.created, report.rejected) == ({"events": 2}, [])
    fault = report.flagged[0]
    assert (fault["row"], fault["column"], fault["value"]) == (2, "start", date)
    assert says in fault["why"]


def test_a_column_shows_which_number_is_the_day(store: Store, tmp_path: Path) -> None:
    text = "id,title,start\ne1,A call,03/04/2025\ne2,A visit,25/12/2024\n"
    map_path = mapped(
        tmp_path, 'kind="events"\nscheme="x"\nid="id"\n[fields]\ntitle="title"\nstart="start"\n'
    )
    report = bring_in(store, tmp_path, text, map_path=map_path)
    assert report.rejected == []
    assert {row[0] for row in sql_of(store).rows("SELECT start_edtf FROM event")} == {
        "2025-04-03",
        "2024-12-25",
    }


def test_an_end_before_its_start_is_left_out_and_told_with_both(
    store: Store, tmp_path: Path
) -> None:
    text = "id,title,start,end\ne1,A visit,2020-05-02,2020-05-01\n"
    report = bring_in(store, tmp_path, text, kind="events")
    assert (report.created, report.rejected) == ({"events": 1}, [])
    assert (report.flagged[0]["column"], report.flagged[0]["value"]) == ("end", "2020-05-01")
    assert "before the start" in report.flagged[0]["why"]


def test_a_preview_reports_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, PEOPLE, kind="people", preview=True)
    assert report.created["people"] == 2
    assert store.reader.changes() == []
    assert sql_of(store).value("SELECT count(*) FROM record") == 0


@pytest.mark.parametrize("is_counted", [False, True])
def test_an_import_can_be_stopped_and_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_counted: bool
) -> None:
    monkeypatch.setattr("db.progress.PACE_SECONDS", 0.0)

    def stop(done: int, total: int) -> None:
        assert 0 < done <= (total or done)
        if bool(total) == is_counted:
            raise Stopped("Enough.")

    with pytest.raises(Stopped):
        bring_in(store, tmp_path, PEOPLE, kind="people", progress=stop)
    assert sql_of(store).value("SELECT count(*) FROM record") == 0
    assert store.verify() == []


def test_an_import_is_taken_back_in_one_step(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, PEOPLE, kind="people")
    store.revert(store.reader.changes()[0].id)
    for table in ("record", "name", "identifier", "citation", "source", "office", "tenure"):
        assert sql_of(store).value(f"SELECT count(*) FROM {table}") == 0, table
    assert store.verify() == []


def test_a_missing_person_is_made_only_when_the_map_allows_it(store: Store, tmp_path: Path) -> None:
    text = "who,post,body\nAna Silva,Envoy,Brazil\n"
    strict = (
        'kind="tenures"\nscheme="x"\n[fields]\nperson="who"\n'
        'office={column="post",create=true}\ncountry="body"\n'
    )
    report = bring_in(store, tmp_path, text, map_path=mapped(tmp_path, strict))
    assert report.created == {"tenures": 0} | {
        kind: count for kind, count in report.created.items() if kind != "tenures"
    }
    assert report.rejected[0]["column"] == "who"
    assert "Ana Silva" in report.rejected[0]["why"]
    free = strict.replace('person="who"', 'person={column="who",create=true}')
    report = bring_in(store, tmp_path, text, map_path=mapped(tmp_path, free))
    assert report.created["tenures"] == 1
    assert report.created["people"] == 1


def test_a_name_that_fits_two_people_is_never_guessed(store: Store, tmp_path: Path) -> None:
    for country in ("pk", "in"):
        store.save(Person(title="Asim Khan", country=country), LENS)
    text = "who,post,body\nAsim Khan,Envoy,Brazil\n"
    map_text = (
        'kind="tenures"\nscheme="x"\n[fields]\nperson={column="who",create=true}\n'
        'office={column="post",create=true}\ncountry="body"\n'
    )
    report = bring_in(store, tmp_path, text, map_path=mapped(tmp_path, map_text))
    assert "2 people are called “Asim Khan”" in report.rejected[0]["why"]
    assert sql_of(store).value("SELECT count(*) FROM tenure") == 0


def test_a_person_is_found_by_the_identifier_of_an_earlier_file(
    store: Store, tmp_path: Path
) -> None:
    person = Person(title="Ana Silva", identifiers=[Identifier(scheme="pocom", value="silva-ana")])
    store.save(person, LENS)
    text = "no,title,day,who\n1,Talks in Rome,2020-01-02,silva-ana\n2,Talks,2020-01-03,nobody\n"
    map_text = (
        'kind="events"\nscheme="x"\nid="no"\n[fields]\ntitle="title"\nstart="day"\n'
        'participants={column="who",by="id",scheme="pocom"}\n'
    )
    report = bring_in(store, tmp_path, text, map_path=mapped(tmp_path, map_text))
    assert report.created == {"events": 1}
    assert report.rejected[0]["value"] == "nobody"
    event = only(store, "event")
    assert isinstance(event, Event)
    assert [each.who.id for each in event.participants if each.who] == [person.id]


def test_states_are_made_once_by_their_code(store: Store, tmp_path: Path) -> None:
    text = "ref,title,signed,parties\nA1,Pact,1950-01-02,PAK; IND\nA2,Treaty,1951,Pakistan\n"
    map_text = (
        'kind="agreements"\nscheme="x"\nid="ref"\n[fields]\ntitle="title"\nsigned="signed"\n'
        'parties={column="parties",split=";"}\n[constants]\ncountry="gb"\n'
    )
    report = bring_in(store, tmp_path, text, map_path=mapped(tmp_path, map_text))
    assert report.created == {"agreements": 2, "organizations": 2}
    key = sql_of(store).value("SELECT id FROM record WHERE title='Pact'")
    pact = store.reader.get(key, LENS)
    assert isinstance(pact, Agreement)
    assert [party.who.title for party in pact.parties if party.who] == ["Pakistan", "India"]
    assert pact.country == "gb"
    check_record(pact)


def test_rows_alike_in_title_and_date_are_told_apart(store: Store, tmp_path: Path) -> None:
    text = (
        "title,start,place,notes\nA call,2020-01-02,Rome,first\nA call,2020-01-02,Rome,second\n"
        "A call,2020-01-02,Rome,first\n"
    )
    report = bring_in(store, tmp_path, text, kind="events")
    assert report.created == {"events": 2}
    assert len(report.flagged) == 2
    again = bring_in(store, tmp_path, text, kind="events")
    assert again.created == {"events": 0}
    assert again.unchanged == {"events": 2}


def test_the_total_is_that_of_all_rows_though_the_first_show_what_the_columns_are(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.progress.PACE_SECONDS", 0.0)
    rows = "Ana Ruiz,Peru\nLuis Paz,Chile\n" * 2_500
    told: list[tuple[int, int]] = []
    bring_in(
        store, tmp_path, f"name,country\n{rows}", kind="people",
        progress=lambda *far: told.append(far),
    )  # fmt: skip
    assert told[-1] == (5_000, 5_000)


def test_several_files_are_one_change(store: Store, tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("id,title,start\n1,A call,2020-01-02\n", encoding="utf-8")
    two.write_text("id,title,start\n1,A visit,sometime\n2,Talks,2021-01-02\n", encoding="utf-8")
    report: ImportReport = import_files(store, [one, two], LENS, kind="events")
    assert report.read == 3
    assert report.created == {"events": 3}
    assert report.flagged[0]["why"].startswith("two.csv: ")
    assert [change.label for change in store.reader.changes()] == ["Import one.csv, two.csv"]


def test_an_unknown_kind_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="treaties"):
        bring_in(store, tmp_path, PEOPLE, kind="treaties")


@pytest.mark.parametrize(
    ("order", "top", "other", "edtf"),
    [
        ("ask", "", "5/6/1950", None),
        ("day", "", "5/6/1950", "1961-04-03"),
        ("month", "", "5/6/1950", "1961-03-04"),
        ("day", "day_first = false", "5/6/1950", "1961-03-04"),
        ("day", "", "12/31/1950", "1961-03-04"),  # the file shows it
        ("month", "", "31/12/1950", "1961-04-03"),
    ],
)
@pytest.mark.parametrize("is_mapped", [True, False])
def test_dates_that_may_be_two_are_read_by_map_file_and_desk(
    store: Store,
    tmp_path: Path,
    order: str,
    top: str,
    other: str,
    edtf: str | None,
    is_mapped: bool,
) -> None:
    if top and not is_mapped:
        return
    choose_date_order(order)
    text = f"id,name,born\n1,Ana Ruiz,3/4/1961\n2,Bea Ruiz,{other}\n"
    given: dict[str, object] = {"kind": "people"}
    if is_mapped:
        fields = 'id = "id"\n[fields]\nname = "name"\nborn = "born"'
        given = {"map_path": mapped(tmp_path, f'kind = "people"\n{top}\n{fields}')}
    report = bring_in(store, tmp_path, text, **given)
    ana = next(each for each in records(store, "person") if each.title == "Ana Ruiz")
    assert (ana.born and ana.born.edtf) == edtf
    assert any(each["value"] == "3/4/1961" for each in report.flagged) == (edtf is None)


def test_a_workbook_that_is_asked_about_is_told_with_its_sheets(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "two.xls"
    cells = {"Codes": label(0, 0, "a") + label(1, 0, "1"), "Notes": label(0, 0, "b")}
    path.write_bytes(compound(stream(cells)))
    with pytest.raises(Refused, match=r"They are of the sheet Codes; others are Notes\.$"):
        import_files(store, [path], LENS)
