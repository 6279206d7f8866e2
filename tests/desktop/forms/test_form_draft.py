"""What is no draft of a form is refused in words, and nothing of the form is changed."""

import json
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db import KINDS, Refused
from tests.desktop.forms.test_record_form import full_form
from tests.desktop.small_desk import SmallDesk

NO_DRAFTS = (
    "",
    "{}",
    "[]",
    "null",
    "NaN",
    "5",
    '"text"',
    "[" * 100_000,
    '{"version": "1", "fields": {}, "parts": {}}',
    '{"version": 1, "fields": []}',
    '{"version": 1, "fields": {}}',
    '{"version": 1, "fields": {}, "parts": {"notes": 7}}',
    '{"version": 1, "fields": {}, "parts": {"notes": [{"id": 1}]}}',
    '{"version": 1, "fields": {}, "parts": {"notes": [{"id": [], "cells": {}, "path": ""}]}}',
    '{"version": 1, "fields": {}, "parts": {}, "by_hand": {}}',
)
NO_CONTENTS: tuple[Any, ...] = (
    7.5,
    ["a", 5],
    {},
    {"typed": 5},
    {"typed": 5, "why": 6},
    {"date": []},
    {"date": [1, 2, 3, 4]},
    {"date": ["2025-99", None, None, 5]},
    {"ref": ["x", "y", "z"]},
    {"ref": [1, 2, "person"]},
    {"office": [1]},
    {"office": [1, "a", 5]},
    {"other": 1},
)


@pytest.mark.parametrize("text", NO_DRAFTS)
def test_a_draft_of_unknown_shape_is_refused(qtbot: QtBot, desk: SmallDesk, text: str) -> None:
    form = full_form(qtbot, desk)
    before = form.draft()
    with pytest.raises(Refused, match="cannot be read"):
        form.restore(text)
    assert form.draft() == before and not form.is_dirty()


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_takes_what_it_cannot_show(qtbot: QtBot, desk: SmallDesk, kind: str) -> None:
    form = full_form(qtbot, desk, kind)
    before = form.draft()
    whole = json.loads(before)
    for name in whole["fields"]:
        for content in NO_CONTENTS:
            if content == {"typed": 5} or not isinstance(content, list) or name != "topics":
                other = {**whole, "fields": {**whole["fields"], name: content}}
                with pytest.raises(Refused):
                    form.restore(json.dumps(other))
    for name, rows in whole["parts"].items():
        for cell in rows[0]["cells"] if rows else ():
            row = {**rows[0], "cells": {**rows[0]["cells"], cell: {"other": 1}}, "path": ""}
            with pytest.raises(Refused):
                form.restore(json.dumps({**whole, "parts": {**whole["parts"], name: [row]}}))
    assert form.draft() == before


def test_old_fields_are_passed_by_and_missing_ones_stay(qtbot: QtBot, desk: SmallDesk) -> None:
    form = full_form(qtbot, desk)
    before = form.record()
    kept = {"version": before.version, "fields": {"nickname": "x"}, "parts": {"hobbies": [1]}}
    form.restore(json.dumps(kept))
    assert form.record().title == before.title
