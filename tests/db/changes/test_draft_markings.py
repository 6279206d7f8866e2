"""A draft is listed only through a lens that shows all it says, names and was begun on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from db import Lens, Note, Organization, Person, Store
from db.changes.draft_markings import draft_marking
from db.changes.form_drafts import raise_drafts
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

LOW = Lens("2025-09-15", 0)
SECRET = 3
Payload = dict[str, Any]


def payload(title: str = "typed", marking: Any = 0, **more: Any) -> str:
    fields = {"title": title, "marking": marking}
    return json.dumps({"version": 1, "fields": fields, "parts": {}, **more})


def row(key: int = 0, **cells: Any) -> Payload:
    return {"id": key, "cells": cells, "inner": [], "path": ""}


def parts(name: str, *rows: Payload) -> Payload:
    return {"parts": {name: list(rows)}}


def shown(store: Store, lens: Lens = LOW) -> list[str]:
    return [draft.payload for draft in store.reader.drafts(lens)]


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        (payload(), 0),
        (payload(marking=2), 2),
        (payload(marking={"typed": "Secret", "why": ""}), 3),
        (payload(marking={"typed": "perhaps", "why": ""}), 3),
        (payload(marking=99), 3),
        (payload(**parts("notes", row(text="n", marking=2))), 2),
        (payload(**parts("attachments", row(marking=1), row(marking=0))), 1),
        (payload(**parts("citations", row(**{"source.marking": 2}))), 2),
        (payload(parts={"deep": [{"inner": [row(marking=3)]}]}), 3),
        ("no draft of a form", 3),
        ("[" * 5_000, 3),
        ("null", 0),
    ],
)
def test_what_is_typed_is_marked_as_it_says(store: Store, text: str, marking: int) -> None:
    assert draft_marking(sql_of(store), "person", None, text, LOW) == marking
    store.keep_draft("person", None, text)
    assert shown(store) == ([] if marking else [text])
    assert shown(store, Lens(ceiling=marking)) == [text]


def test_whom_and_what_a_draft_names_counts(small: Small) -> None:
    hidden = Person(title="Codename", marking=SECRET)
    small.store.save(hidden, small.lens)
    named = {"ref": [hidden.id, hidden.title, "person"]}
    small.store.keep_draft("event", None, payload(**parts("participants", row(who=named))))
    office = {"office": [1, "Head", named]}
    small.store.keep_draft("person", None, payload(**parts("tenures", row(office=office))))
    assert shown(small.store) == []
    small.store.remove([hidden.id], small.lens)
    small.store.keep_draft("event", None, payload(**parts("participants", row(who=named))))
    assert shown(small.store) == []  # of what is gone, what it bore last


def test_a_draft_of_a_record_is_as_hidden_as_the_record(small: Small) -> None:
    hidden = Person(title="Codename", marking=SECRET)
    small.store.save(hidden, small.lens)
    small.store.keep_draft("person", hidden.id, payload(marking=0))  # about to be lowered
    assert shown(small.store) == []
    small.store.remove([hidden.id], small.lens)
    assert shown(small.store) == []
    small.store.keep_draft("person", hidden.id, payload(marking=0))
    assert shown(small.store) == []


def test_the_parts_that_the_form_showed_count(small: Small) -> None:
    small.store.keep_draft("person", small.munir.id, payload())  # it has a secret note
    assert shown(small.store) == []
    small.store.keep_draft("person", small.munir.id, payload("mine"), LOW)
    assert shown(small.store) == [payload("mine")]
    assert len(shown(small.store, small.lens)) == 2  # the other one is not overwritten unseen
    small.store.drop_draft("person", small.munir.id, LOW)
    assert len(shown(small.store, small.lens)) == 1
    small.store.drop_draft("person", small.munir.id)
    assert shown(small.store, small.lens) == []


def test_a_record_that_is_raised_takes_its_draft_along(small: Small) -> None:
    small.store.keep_draft("agreement", small.pact.id, payload())
    named = {"ref": [small.pact.id, small.pact.title, "agreement"]}
    small.store.keep_draft("event", None, payload(**parts("links", row(other=named))))
    assert len(shown(small.store)) == 2
    pact = small.fresh(small.pact)
    pact.marking = SECRET
    small.store.save(pact, small.lens)
    assert shown(small.store) == []
    small.store.remove([pact.id], small.lens)
    assert shown(small.store) == []


def test_a_part_that_is_raised_takes_the_draft_that_shows_it_along(small: Small) -> None:
    body = Organization(title="Body", notes=[Note(text="plain")])
    small.store.save(body, small.lens)
    text = payload(**parts("notes", row(body.notes[0].id, text="plain", marking=0)))
    small.store.keep_draft("organization", body.id, text)
    small.store.keep_draft("event", small.call.id, payload())
    body.notes[0].marking = SECRET
    small.store.save(body, small.lens)
    assert shown(small.store) == [payload()]
    raise_drafts(sql_of(small.store))
    assert shown(small.store) == [payload()]
