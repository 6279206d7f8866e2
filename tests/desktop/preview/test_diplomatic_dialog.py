"""The diplomatic list is asked for by one of the states that anybody is accredited to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from db import Accreditation, Person
from desktop.preview.diplomatic_dialog import DiplomaticDialog, receiving_states
from desktop.session.session import Session


def test_each_state_stands_once_by_name_however_it_is_written(
    owner: QWidget, session: Session
) -> None:
    written = ("Ruritania", "be", "Belgium", "Ruritania ")
    heads = [Accreditation(state="France", receiving=state) for state in written]
    session.save(Person(title="Xavier Lenoir", accreditations=heads))
    states = receiving_states(session.reader, session.lens)
    assert states["be"] == "Belgium" and states["Ruritania"] == "Ruritania"
    assert list(states.values()) == sorted(set(states.values()))
    assert DiplomaticDialog(states, "Ruritania", owner).state() == "Ruritania"
    assert DiplomaticDialog(states, "zz", owner).state() == next(iter(states))


def test_a_state_named_above_the_ceiling_alone_is_not_offered(session: Session) -> None:
    head = Accreditation(state="France", receiving="Ruritania")
    session.save(Person(title="Xavier Lenoir", accreditations=[head], marking=2))
    assert "Ruritania" in receiving_states(session.reader, session.lens)
    session.limit(1)
    assert "Ruritania" not in receiving_states(session.reader, session.lens)
