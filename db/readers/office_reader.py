"""Offices and who holds them, heads of mission, what falls due and what an agreement's law says.

`Reader` is one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from db.lazy import lazy_modules
from db.lens import Lens
from db.lists import record_lists
from db.readers.desk_reader import DeskReader

if TYPE_CHECKING:
    from db.lists import office_lists, offices
    from db.lists.board import board_contacts, board_rows, office_board, office_search, state_rules
    from db.lists.board.board_contacts import OurContact
    from db.lists.board.board_rows import BoardScope
    from db.lists.board.office_board import OfficeBoard
    from db.lists.board.office_search import FoundOffice
    from db.lists.board.state_rules import StateRules
    from db.lists.law import agreement_clock, diplomatic_list, missions
    from db.lists.law.diplomatic_list import AccreditationLine
    from db.lists.law.missions import Mission
    from db.lists.office_lists import OfficeLine, TenureLine
    from db.lists.offices import Holder
    from db.lists.today import due_list
    from db.lists.today.today_line import TodaySection
    from db.record_types import OfficeRef

# A list is read with less; the page of its first record loads the most of it.
lazy_modules(__name__)


class OfficeReader(DeskReader):
    """Reads through a lens what is so on its day."""

    def holders(self, text: str, lens: Lens) -> list[FoundOffice]:
        """Return for each office a text names: who may hold it on the lens's day; best first."""
        with self._sql.snapshot():
            return office_search.find_holders(self._sql, text, lens)

    def office_holders(self, office_id: int, lens: Lens) -> list[Holder]:
        """Return all who ever held an office, newest first, each judged on the lens's day."""
        return offices.tenures_of(self._sql, [office_id], lens)

    def find_offices(self, text: str, lens: Lens, limit: int = 20) -> list[OfficeRef]:
        """Return offices by the words of their title, body and country."""
        return office_search.find_offices(self._sql, text, lens, limit)

    def offices_at_hand(self, countries: Collection[str], lens: Lens) -> list[OfficeRef]:
        """Return offices of these countries, and of any whoever was last given one, first."""
        return offices.offices_at_hand(self._sql, countries, lens)

    def office_lines(self, lens: Lens, country: str = "") -> list[OfficeLine]:
        """Return every office with its holders."""
        record_lists.note_left_out(self._sql)
        return office_lists.office_lines(self._sql, lens, country)

    def tenure_lines(self, lens: Lens, country: str = "") -> list[TenureLine]:
        """Return every tenure."""
        record_lists.note_left_out(self._sql)
        return office_lists.tenure_lines(self._sql, lens, country)

    def board(self, scope: BoardScope, lens: Lens) -> OfficeBoard:
        """Return the offices of a scope with all who ever held them; any day is asked of it."""
        with self._sql.snapshot():
            rows = board_rows.read_board_rows(self._sql, scope, lens)
            rules = state_rules.read_state_rules(self._sql, lens)
        return office_board.OfficeBoard(rows, rules)

    def state_rules(self, lens: Lens) -> StateRules:
        """Return who stands before whom among the offices of the states that say so."""
        return state_rules.read_state_rules(self._sql, lens)

    def our_contacts(self, people: Sequence[int], lens: Lens) -> dict[int, OurContact]:
        """Return how these people are known to us on the lens's day, those that are."""
        return board_contacts.read_contacts(self._sql, people, lens)

    def clock(self, key: int, lens: Lens, what_if: str = "") -> dict[str, Any]:
        """Return what the law of an agreement says on the lens's day; raise Refused if none."""
        return agreement_clock.read_clock(self._sql, key, lens, what_if)

    def precedence(self, country: str, lens: Lens) -> dict[str, Any]:
        """Return the order of heads of mission in a state; raise Refused if there are none."""
        return diplomatic_list.read_precedence(self._sql, country, lens)

    def missions(self, country: str, lens: Lens) -> list[Mission]:
        """Return the missions to a state with their staff; raise Refused if there are none."""
        with self._sql.snapshot():
            return missions.read_missions(self._sql, country, lens)

    def accreditation_lines(self, lens: Lens, country: str = "") -> list[AccreditationLine]:
        """Return every accreditation."""
        return diplomatic_list.accreditation_lines(self._sql, lens, country)

    def today_sections(self, lens: Lens) -> list[TodaySection]:
        """Return what an officer should see on the lens's day, section by section."""
        with self._sql.snapshot():
            return due_list.read_today(self._sql, lens)
