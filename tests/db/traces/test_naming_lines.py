"""Who names a record in a line, and who says its name in a text, under the ceiling."""

from __future__ import annotations

from db import Event, Lens, Note, Participant, Ref
from db.traces.naming_lines import lines_that_name, mentions_of, naming_records
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def test_lines_that_name_a_record_are_told_by_what_they_are(small: Small) -> None:
    event = Event(title="A call", participants=[Participant(who=Ref(small.munir.id))])
    event.initiated_by = Ref(small.munir.id)
    small.store.save(event, small.lens)
    sql = sql_of(small.store)
    found = list(lines_that_name(sql, {small.munir.id}))
    assert (event.id, "participant") in found
    assert (event.id, "initiated by") in found
    assert naming_records(sql, {small.munir.id}) == {key for key, _ in found}
    assert (small.munir.id, "tenure") in lines_that_name(sql, {small.army.id})


def test_a_name_in_another_text_is_found_with_the_words_around_it(small: Small) -> None:
    event = Event(title="A dinner", outcome="Spoke with ASIM  MUNIR, of the army. " + "x " * 200)
    event.notes = [Note(text="Asim Munir was late", marking=2)]
    small.store.save(event, small.lens)
    sql = sql_of(small.store)
    found = list(mentions_of(sql, {"Asim Munir"}, {small.munir.id}, small.lens))
    assert {(each.record_id, each.field) for each in found if each.record_id == event.id} == {
        (event.id, "outcome"),
        (event.id, "note"),
    }
    said = {each.field: each.says for each in found if each.record_id == event.id}
    spoken = said["outcome"]
    assert spoken.startswith("Spoke with ASIM MUNIR, of the army.") and spoken.endswith("…")
    low = Lens(small.lens.as_of, 0)
    fields = {each.field for each in mentions_of(sql, {"Asim Munir"}, set(), low)
              if each.record_id == event.id}  # fmt: skip
    assert fields == {"outcome"}
    assert not list(mentions_of(sql, {"Muni"}, set(), small.lens)), "A part of a word is no name."
    assert not list(mentions_of(sql, {"", '"'}, set(), small.lens))
