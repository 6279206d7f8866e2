"""The steps to the present form: what they make is what the tables say, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from db import (
    HIGHEST,
    Agreement,
    Confirmation,
    Damaged,
    HistoricalDate,
    Lens,
    OfficeRule,
    Organization,
    Person,
    Store,
    Unavailable,
    iso_day,
    keep_topic_until,
    make_desk,
    open_desk,
    parse_query,
)
from db.desk_file.migrations import configuration, upgrade
from db.exchange.placing.corrected import corrected_columns
from db.names.phonetics.phonetic_keys import phonetic_key
from db.storage.engine import APPLICATION_ID, SCHEMA_VERSION, connect, make_engine
from db.storage.row_mapping import shapes
from db.tables.rows import METADATA
from tests.db.desk_sql import sql_of
from tests.db.desks import make_v9
from tests.db.desks.make_v5 import NATIVE
from tests.db.desks.make_v6 import SCRIPTS
from tests.db.desks.make_v7 import NUMBERED
from tests.db.desks.make_v8 import HOLDERS, ONGOING
from tests.db.desks.make_v10 import OLDER, PACT, TERMS
from tests.db.desks.make_v11 import CORRECTED
from tests.db.desks.make_v12 import GONE, LOAN
from tests.db.desks.make_v13 import OFFICES, STATE
from tests.db.desks.make_v15 import FILED, TOPIC

OTHER_NAMES = {5: [NATIVE], 6: list(SCRIPTS)}  # by the format of the desk that was kept


def need_declared_tables(path: Path) -> None:
    """Fail unless a desk has the declared tables, as Alembic compares them."""
    made = make_engine(path, None, read_only=False)
    with made.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not str(name).startswith("fts_")},
        )
        assert compare_metadata(context, METADATA) == []
    made.dispose()


def form(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Columns, indexes and references of each table of a desk, in no order."""
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    tables = sql.rows(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
    )
    found = {}
    for (table,) in tables:
        lines = [row[1:] for row in sql.rows(f"PRAGMA table_info({table})")]
        for _, name, *says in sql.rows(f"PRAGMA index_list({table})"):
            columns = [row[2] for row in sql.rows(f"PRAGMA index_info({name})")]
            lines.append((name, *says, *columns))
        lines += [row[2:] for row in sql.rows(f"PRAGMA foreign_key_list({table})")]
        found[table] = sorted(lines, key=repr)
    sql.close()
    made.dispose()
    return found


@pytest.mark.parametrize("version", range(SCHEMA_VERSION))
def test_a_desk_that_came_here_by_its_steps_is_formed_as_a_new_one(
    tmp_path: Path, version: int
) -> None:
    path, new = tmp_path / "old.desk", tmp_path / "new.desk"
    make_desk(new)
    if version:
        with opened(tmp_path, version) as store:
            path = store.path
    else:
        older(path)
        open_desk(path).close()
    assert form(path) == form(new)
    need_declared_tables(path)


def test_every_column_a_record_fills_is_there(store: Store) -> None:
    for shape in shapes():
        assert set(shape.columns) < set(sql_of(store).columns(shape.table))


def test_a_new_desk_says_whose_it_is(store: Store) -> None:
    assert sql_of(store).value("PRAGMA application_id") == APPLICATION_ID
    assert sql_of(store).value("PRAGMA user_version") == SCHEMA_VERSION
    assert sql_of(store).value("PRAGMA journal_mode") == "wal"
    assert sql_of(store).value("PRAGMA synchronous") == 2  # FULL
    assert sql_of(store).value("PRAGMA foreign_keys") == 1


def older(path: Path) -> None:
    """A desk that no step was taken on yet."""
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    sql.run(f"PRAGMA application_id = {APPLICATION_ID}")
    sql.close()
    made.dispose()


def test_an_older_desk_is_upgraded_when_it_is_opened_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    older(path)
    with pytest.raises(Unavailable, match="written by an older Aide-Mémoire"):
        open_desk(path, read_only=True)
    with open_desk(path) as store:
        assert store.info(Lens()).version == SCHEMA_VERSION
        assert store.verify() == []


def test_an_upgrade_that_fails_leaves_the_desk_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    older(path)
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    sql.run("CREATE TABLE tenure (id INTEGER)")  # the step will stumble over it half-way
    before = sql.rows("SELECT name, sql FROM sqlite_master ORDER BY name")
    with pytest.raises(Exception, match="tenure"):
        upgrade(made)
    assert sql.rows("SELECT name, sql FROM sqlite_master ORDER BY name") == before
    assert sql.value("PRAGMA user_version") == 0
    sql.close()
    made.dispose()


def test_a_desk_is_upgraded_once(tmp_path: Path) -> None:
    path = tmp_path / "new.desk"
    make_desk(path)
    before = path.read_bytes()
    with open_desk(path, read_only=True):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_desk_of_any_format_before_is_brought_to_this_one(tmp_path: Path, version: int) -> None:
    path = tmp_path / "older.desk"
    made = make_engine(path, None, read_only=False)
    with made.connect() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, f"{version:04d}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        connection.commit()
    made.dispose()
    with open_desk(path) as store:
        assert store.verify() == []
        store.save(Person(title="Ishaq Dar"), Lens())
        assert store.reader.count("person", Lens()) == 1
    need_declared_tables(path)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_desk_of_an_earlier_format_opens_with_all_it_said(tmp_path: Path, version: int) -> None:
    with opened(tmp_path, version) as store:
        assert store.verify() == []
        assert store.reader.counts(Lens()) == {
            "person": {6: 3, 8: 2 + len(HOLDERS), 9: 3, 11: 3, 14: 2, 15: 2, 16: 2}.get(version, 1),
            "organization": 2 + {8: 1, 9: len(make_v9.FOUNDED), 13: 2}.get(version, 0),
            "agreement": 1 + len(NUMBERED) * (version == 7) + 2 * (version == 10) + (version == 12),
            "event": version == 9,
        }
        [person] = store.reader.page("person", parse_query("Asim Munir"), Lens()).ids
        native, *others = (name.text for name in store.reader.get(person, Lens()).names)
        assert (native, others) == ("عاصم منیر", OTHER_NAMES.get(version, []))
        deletions = [each for each in store.reader.changes() if "Delete Telephone" in each.label]
        store.revert(deletions[0].id)
        assert store.reader.count("event", Lens()) == 1 + (version == 9)
        assert store.verify() == []


def test_a_state_gets_an_order_of_its_offices(tmp_path: Path) -> None:
    with opened(tmp_path, 13) as store:
        [key] = store.reader.page("organization", parse_query(f'"{STATE}" type:state'), Lens()).ids
        state = store.reader.get(key, Lens())
        assert isinstance(state, Organization) and state.office_rules == []
        state.office_rules = [OfficeRule(title=title) for title in reversed(OFFICES)]
        change = store.save(state, Lens())
        listed = [line.office.title for line in store.reader.office_lines(Lens(), "fr")]
        assert listed == list(reversed(OFFICES))
        assert change is not None
        store.revert(change.id)
        listed = [line.office.title for line in store.reader.office_lines(Lens(), "fr")]
        assert listed == list(OFFICES)
        assert store.verify() == []


def test_a_view_of_an_older_desk_is_undone_as_one_of_this(tmp_path: Path) -> None:
    with opened(tmp_path, 6) as store:
        assert [view.name for view in store.reader.views()] == ["In office", "Vermilion"]
        made = [change for change in store.reader.changes() if change.label.startswith("Keep")]
        undone = [store.revert(change.id) for change in made]
        assert store.reader.views() == []
        for change in undone:
            store.revert(change.id)
        assert [view.name for view in store.reader.views()] == ["In office", "Vermilion"]


def test_what_had_no_marking_is_marked(tmp_path: Path) -> None:
    low, middle = Lens(ceiling=0), Lens(ceiling=2)
    with opened(tmp_path, 6) as store:
        reader = store.reader
        labels = [change.label for change in reader.changes(lens=low)]
        for word in ("Juniper", "Vermilion", "Ochre", "Import", "4 records", "Keep view"):
            assert not [label for label in labels if word in label], word
        assert {"Edit Jon Plain", "Delete Telephone call", "Add Pakistan Army"} <= set(labels)
        assert {"Add Ochre Bureau", "Delete Ochre Bureau"} <= {
            change.label for change in reader.changes(lens=middle)
        }
        sources = dict(sql_of(store).rows("SELECT title, marking FROM source"))
        assert sources == {
            "An article": 0,
            "Juniper cable": 0,  # the record that cites it is open now
            "Vermilion cable": 3,
            "Ochre cable": 2,  # of a record that is gone
        }
        kept = [json.loads(draft.payload)["fields"]["title"] for draft in reader.drafts(low)]
        assert sorted(kept) == [
            "Nothing in it is marked",
            "Nothing of it is marked",
            "The stored one is gone",
        ]
        assert len(reader.drafts(middle)) == 4
        assert len(reader.drafts()) == 7
        assert reader.views(low) == [] and len(reader.views()) == 2


def test_a_source_that_was_marked_since_can_be_taken_away_with_its_record(tmp_path: Path) -> None:
    with opened(tmp_path, 6) as store:
        made = [c for c in store.reader.changes() if c.label == "Add Vermilion Hand"]
        store.revert(store.revert(made[0].id).id)
        assert store.verify() == []


def test_a_desk_without_markings_keeps_its_views_open(tmp_path: Path) -> None:
    path = tmp_path / "kept.desk"
    laid(path, 6)
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    for table in ("record", "note", "attachment", "source"):
        sql.run(f"UPDATE {table} SET marking=0")
    sql.run("DELETE FROM revision")
    sql.close()
    made.dispose()
    with open_desk(path) as store:
        assert len(store.reader.views(Lens(ceiling=0))) == 2


def test_a_name_that_nothing_was_heard_in_is_heard(tmp_path: Path) -> None:
    with opened(tmp_path, 5) as store:
        heard = sql_of(store).value("SELECT skeleton FROM name WHERE text = ?", (NATIVE,))
        assert heard == phonetic_key(NATIVE) != NATIVE
        [prayut] = store.reader.page("person", parse_query("Prayut"), Lens()).ids
        assert NATIVE in [name.text for name in store.reader.get(prayut, Lens()).names]


def test_what_was_sorted_by_signs_is_sorted_by_numbers_and_letters(tmp_path: Path) -> None:
    with opened(tmp_path, 7) as store:
        reader = store.reader
        ids = reader.all_ids("agreement", Lens(), "title")
        titles = [line.title for line in reader.lines(ids, Lens()) if line.title in NUMBERED]
        assert titles == ["Çeşme Accord", "Protocol No. 2", "Protocol No. 10", "The Zagreb Accord"]
        asked = "SELECT count(*) FROM record WHERE sort_key IS NULL"
        assert sql_of(store).value(asked) == 0


def ends(store: Store) -> dict[str, list[str]]:
    """Since when each person of the desk of format 8 has an office that is ongoing."""
    found: dict[str, list[str]] = {}
    for title, since in sql_of(store).rows(
        "SELECT r.title, t.since_edtf FROM tenure t JOIN record r ON r.id = t.record_id"
        " WHERE t.end_state = 'ongoing' AND r.title <> 'Asim Munir'"
    ):
        found.setdefault(title, []).append(since)
    return found


def test_a_tenure_that_a_form_left_open_is_ongoing_by_a_change_that_can_be_undone(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, 8) as store:
        assert ends(store) == ONGOING
        [made] = [each for each in store.reader.changes() if each.label.startswith("Ongoing")]
        assert made.id not in [each.id for each in store.reader.changes(lens=Lens(ceiling=2))]
        assert store.verify() == []
        undone = store.revert(made.id)
        assert ends(store) == {}
        store.revert(undone.id)
        assert ends(store) == ONGOING
        assert store.verify() == []


@pytest.mark.parametrize("version", range(1, 8))
def test_a_desk_without_such_tenures_gets_no_change_of_them(tmp_path: Path, version: int) -> None:
    with opened(tmp_path, version) as store:
        assert not [each for each in store.reader.changes() if each.label.startswith("Ongoing")]


def test_old_days_of_a_stored_desk_sort_and_the_history_goes_on(tmp_path: Path) -> None:
    lens = Lens("2025-09-15")
    with opened(tmp_path, 9) as store:
        reader, sql = store.reader, sql_of(store)

        def named(kind: str, order: str) -> list[str]:
            return [line.title for line in reader.lines(reader.all_ids(kind, lens, order), lens)]

        def changed(label: str) -> int:
            return next(each.id for each in reader.changes() if each.label.startswith(label))

        assert named("organization", "founded")[-len(make_v9.FOUNDED) :] == list(make_v9.FOUNDED)
        assert named("person", "born")[-2:] == ["Alcibiades", "Demosthenes"]
        page = reader.page("event", parse_query("held:-0500..-0400"), lens)
        assert [line.title for line in reader.lines(page.ids, lens)] == [make_v9.CORRECTED]
        store.revert(changed(f"Delete {make_v9.DELETED}"))
        corrected = store.revert(changed(f"Edit {make_v9.CORRECTED}"))
        days = "SELECT r.title, r.day, e.start_first FROM event e JOIN record r USING (id)"
        assert {(title, iso_day(day), iso_day(first)) for title, day, first in sql.rows(days)} == {
            (make_v9.DELETED, "-0043-03-15", "-0043-03-15"),
            (make_v9.CORRECTED, "-0043-01-01", "-0043-01-01"),
        }
        store.revert(corrected.id)
        assert named("event", "when") == [make_v9.CORRECTED, make_v9.DELETED]
        store.revert(changed("Delete Cato"))
        store.revert(changed("Import"))
        assert "Demosthenes" not in named("person", "born")
        assert not [row for row in sql.rows(days) if row[1][0] in "-Y" or row[2][0] in "-Y"]
        assert store.verify() == []


def laid(path: Path, version: int) -> None:
    """Put the desk there that was kept when its format was the present one."""
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    kept = Path(__file__).with_name("desks") / f"v{version}.desk.sql"
    sql.run("PRAGMA synchronous = OFF")  # each of its statements is a transaction of its own
    sql.raw.executescript(kept.read_text(encoding="utf-8"))
    sql.close()
    made.dispose()


@contextmanager
def opened(folder: Path, version: int) -> Iterator[Store]:
    """The desk that was kept when its format was the present one, as it opens today."""
    path = folder / "kept.desk"
    laid(path, version)
    with open_desk(path) as store:
        yield store


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_desk_of_which_nothing_is_left_is_upgraded(tmp_path: Path, version: int) -> None:
    """No marking is the highest of none, no line of history names anything."""
    path = tmp_path / "kept.desk"
    laid(path, version)
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    sql.run("PRAGMA foreign_keys = OFF")
    for (name,) in sql.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        if not name.startswith(("sqlite_", "fts_", "alembic_")):
            sql.run(f"DELETE FROM {name}")
    sql.close()
    made.dispose()
    with open_desk(path) as store:
        assert store.verify() == []
        assert set(store.reader.counts(Lens()).values()) == {0}


DAMAGED = [
    "UPDATE record SET marking = 'text'",
    "UPDATE source SET marking = 'text'",
    "UPDATE citation SET source_id = 'text'",
    "UPDATE note SET marking = x'03'",
    "UPDATE note SET marking = 1.5",
    "UPDATE revision SET after = 'x' WHERE after IS NOT NULL",
    "UPDATE revision SET before = CAST('[]' AS BLOB) WHERE before IS NOT NULL",
    "UPDATE revision SET row = 'text'",
    "UPDATE saved_search SET marking = 99",
    "UPDATE draft SET payload = '[1]'",
    "UPDATE draft SET payload = '{\"names\": 7}'",
    "UPDATE name SET text = CAST(x'4AFF' AS TEXT)",
    "UPDATE record SET title = x'00'",
    "UPDATE change SET reverts = id",
]


@pytest.mark.parametrize("done", DAMAGED)
def test_a_damaged_desk_of_an_older_format_is_upgraded_or_told_as_damaged(
    done: str, tmp_path: Path
) -> None:
    path = tmp_path / "kept.desk"
    laid(path, SCHEMA_VERSION - 1)
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    sql.run("PRAGMA foreign_keys = OFF")
    with suppress(Exception):  # a column that this format has not
        sql.run(done)
    sql.close()
    made.dispose()
    before = path.read_bytes()
    try:
        open_desk(path).close()
    except Damaged as damaged:
        assert str(damaged).endswith(".")
        assert path.read_bytes() == before


@pytest.mark.parametrize("value", ["99", "-5", "'text'"])
def test_a_marking_that_is_none_counts_as_the_highest_also_for_the_steps(
    value: str, tmp_path: Path
) -> None:
    path = tmp_path / "kept.desk"
    laid(path, SCHEMA_VERSION - 1)
    made = make_engine(path, None, read_only=False)
    sql = connect(made)
    sql.run(f"UPDATE note SET marking = {value}")
    owner = sql.value("SELECT record_id FROM note")
    sql.close()
    made.dispose()
    with open_desk(path) as store:
        assert any("of the table note: its marking" in said for said in store.verify())
        assert store.reader.get(owner, Lens()).notes[0].marking == HIGHEST
        assert store.reader.get(owner, Lens("2026-01-01", HIGHEST - 1)).notes == []


def test_agreements_of_an_older_desk_keep_their_terms_acts_and_links(tmp_path: Path) -> None:
    with opened(tmp_path, 10) as store:
        [pact] = store.reader.page("agreement", parse_query(PACT), Lens()).ids
        agreement = store.reader.get(pact, Lens())
        assert isinstance(agreement, Agreement)
        assert {name: getattr(agreement, name) for name in TERMS} == TERMS
        assert (agreement.registration, agreement.in_force_rule) == ("UNTS 54321", "")
        assert [act.action for act in agreement.parties[0].actions] == ["signed", "reservation"]
        assert [link.other.title for link in agreement.agreement_links if link.other] == [OLDER]
        agreement.in_force_rule = "signature + 30 days"
        store.save(agreement, Lens())
        deletions = [each for each in store.reader.changes() if "Delete Pact that" in each.label]
        store.revert(deletions[0].id)
        assert store.reader.count("agreement", Lens()) == 4
        assert store.verify() == []


def test_an_older_desk_tells_what_an_officer_corrected_from_imports(tmp_path: Path) -> None:
    with opened(tmp_path, 11) as store:
        [ana] = store.reader.page("person", parse_query(CORRECTED), Lens()).ids
        origins = {each.label: str(each.origin) for each in store.reader.changes()}
        assert {what: origins[what] for what in origins if "people.csv" in what} == {
            "Import people.csv": "import",
            "Undo: Import people.csv": "import",
            "Redo: Import people.csv": "import",
        }
        assert origins[f"Edit {CORRECTED}"] == "hand"
        corrected = corrected_columns(sql_of(store), ana, "person", ana)
        assert "born_edtf" in corrected
        assert "gender" not in corrected  # an import that was undone and done again gave it
        assert store.verify() == []


def test_an_agreement_of_an_older_desk_can_be_closed_for_signature_and_confirmed(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, 12) as store:
        [loan] = store.reader.page("agreement", parse_query(LOAN), Lens()).ids
        agreement = store.reader.get(loan, Lens())
        assert isinstance(agreement, Agreement)
        assert (agreement.signature_until, agreement.confirmations) == (None, [])
        agreement.signature_until = HistoricalDate.parse("2020-12-31")
        agreement.confirmations = [Confirmation(rule="amount-without-precision", digest="0a")]
        store.save(agreement, Lens())
        deletions = [each for each in store.reader.changes() if f"Delete {GONE}" in each.label]
        store.revert(deletions[0].id)
        assert store.reader.count("agreement", Lens()) == 3
        assert store.verify() == []


def test_a_desk_of_format_15_says_of_nothing_until_when_it_is_kept(tmp_path: Path) -> None:
    with opened(tmp_path, 15) as store:
        [filed] = store.reader.page("person", parse_query(FILED), Lens()).ids
        person = store.reader.get(filed, Lens())
        assert (person.keep_until, person.checked_on) == (None, "2025-09-01")
        assert [each.keep_until for each in store.reader.topic_retentions(Lens())] == ["", ""]
        with store.unit_of_work("Keep the topic") as work:
            keep_topic_until(work, TOPIC, "2026-01-01", Lens())
        person.keep_until = "2025-12-31"
        store.save(person, Lens())
        found = next(s for s in store.reader.today_sections(Lens()) if s.name == "retention")
        assert [line.title for line in found.lines] == [FILED]
        assert store.verify() == []
