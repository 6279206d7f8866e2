"""Each form of offices is one sheet through a lens, and says what the ceiling took."""

from __future__ import annotations

from datetime import datetime

import pytest

from db import Accreditation, BoardScope, Lens, Organization, Person, Refused
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.office_forms import OfficeRequest, office_sheet, scope_of_records
from desktop.paper.outputs import OUTPUTS
from tests.cabinet_desk import AFTER, BEFORE, Cabinet, day
from tests.desktop.paper.words import words

NOW = datetime(2026, 11, 23, 9, 5)
FORMS = ("board", "organigram", "organigram-a3", "reshuffle")


def made(cabinet: Cabinet, form: str, scope: BoardScope, lens: Lens, other: str = "") -> Sheet:
    request = OfficeRequest(scope, lens, "Desk", NOW, other)
    return office_sheet(form, request, cabinet.store.reader)


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_hides_what_is_above_the_ceiling_and_counts_it(cabinet: Cabinet, form: str) -> None:
    clara = cabinet.people["Clara"]
    clara.marking = 2
    cabinet.store.save(clara, cabinet.lens)
    scope = BoardScope("Ruritania", country="pk")
    low = made(cabinet, form, scope, Lens(AFTER, 1), BEFORE)
    assert "Clara" not in words(low)
    assert (low.marking, low.withheld) == ("OPEN", 1)
    high = made(cabinet, form, scope, Lens(AFTER), BEFORE)
    assert "Clara" in words(high)
    assert (high.marking, high.withheld) == ("CONFIDENTIAL", 0)


def test_an_organigram_lies_wide_and_may_lie_on_a3(cabinet: Cabinet) -> None:
    scope = BoardScope("Ruritania", country="pk")
    small, large = (made(cabinet, form, scope, cabinet.lens) for form in FORMS[1:3])
    assert (small.size, small.is_wide, large.size, large.is_wide) == ("", True, "a3", True)


def test_a_reshuffle_needs_two_days_and_stands_on_the_later(cabinet: Cabinet) -> None:
    scope = BoardScope("Ruritania", country="pk")
    with pytest.raises(Refused, match="between two days"):
        made(cabinet, "reshuffle", scope, cabinet.lens)
    for one, other in ((BEFORE, AFTER), (AFTER, BEFORE)):
        assert made(cabinet, "reshuffle", scope, Lens(one), other).as_of == "as of 30 June 2025"


def test_a_scope_without_bodies_is_refused(cabinet: Cabinet) -> None:
    with pytest.raises(Refused, match="France has no body with offices"):
        made(cabinet, "board", BoardScope("France", country="fr"), cabinet.lens)


def test_the_missions_to_a_state_are_listed_by_its_name_its_code_and_its_record(
    cabinet: Cabinet,
) -> None:
    head = Accreditation(state="France", receiving="Belgium", credentials=day("2024-01-01"))
    cabinet.store.save(Person(title="Xavier", accreditations=[head]), Lens())
    state = Organization(title="Kingdom of Belgium", kind="state", country="be")
    cabinet.store.save(state, Lens())
    for scope in (BoardScope("Belgium", country="be"), BoardScope("x", body=state.id)):
        sheet = made(cabinet, "diplomatic-list", scope, cabinet.lens)
        assert sheet.title == "Belgium" and "Xavier" in words(sheet, "France")
    ministry = BoardScope("x", body=cabinet.bodies["Foreign Ministry"].id)
    with pytest.raises(Refused, match="“Foreign Ministry” is no state"):
        made(cabinet, "diplomatic-list", ministry, cabinet.lens)


def test_chosen_records_are_a_scope(cabinet: Cabinet) -> None:
    reader, one = cabinet.store.reader, cabinet.bodies["Trade Board"].id
    assert scope_of_records(reader, [one], cabinet.lens, "") == BoardScope("Trade Board", one)
    two = (one, cabinet.bodies["Foreign Ministry"].id)
    assert scope_of_records(reader, two, cabinet.lens, "Mine") == BoardScope("Mine", bodies=two)


@pytest.mark.parametrize("ending", OUTPUTS)
def test_a_tree_is_on_every_output(cabinet: Cabinet, ending: str) -> None:
    sheet = made(cabinet, "organigram-a3", BoardScope("x", country="pk"), cabinet.lens)
    written = OUTPUTS[ending]([sheet], "a4", None)
    assert written.content and not written.says
