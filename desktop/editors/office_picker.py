"""A line that picks an office, or names a new one and its body, made when the form is saved:
“Foreign Minister, Ministry of …”.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from db import Lens, OfficeRef, Ref, Refused, office_text
from desktop.editors.record_picker import (
    MAX_OFFERS,
    FieldLine,
    found_records,
    only_match,
)
from desktop.editors.suggest_line import Offer

MAX_BODIES: Final = 3


def office_and_body(text: str) -> tuple[str, str]:
    """Return an office and its body as typed, parted at the last comma; the body '' when there is
    none.

    >>> office_and_body("Foreign Minister, Ministry of Foreign Affairs")
    ('Foreign Minister', 'Ministry of Foreign Affairs')
    >>> office_and_body("Foreign Minister,")
    ('Foreign Minister', '')
    """
    office, _, body = text.rpartition(",") if "," in text else (text, "", "")
    return office.strip(), body.strip()


class OfficePicker(FieldLine):
    """Picks an office by the words of its title, body and country; before any are typed it offers
    those of the `countries` at hand.
    """

    countries: Collection[str] = ()

    def first_offers(self) -> Sequence[Offer]:
        at_hand = self._desk.reader.offices_at_hand(self.countries, self._desk.lens)
        return [Offer(office_text(each), "office", partial(_itself, each)) for each in at_hand]

    def settle(self) -> None:
        text = self.text().strip()
        if text and not isinstance(self._content, OfficeRef):
            same = [office for office in self._find_offices(text) if office_text(office) == text]
            if len(same) == 1:
                self.set_content(same[0])
                self.edited.emit()

    def offers(self, text: str) -> Sequence[Offer]:
        found = [
            Offer(office_text(office), "office", partial(_itself, office))
            for office in self._find_offices(text)
        ]
        return [*found, *self._new_offers(text)] if text.strip() else found

    def _find_offices(self, text: str) -> list[OfficeRef]:
        lens: Lens = self._desk.lens
        try:
            return self._desk.reader.find_offices(text, lens, MAX_OFFERS)
        except Refused:  # nothing but signs: no office is called that
            return []

    def _new_offers(self, text: str) -> list[Offer]:
        title, body = office_and_body(text)
        if not body:
            says = self.tr("To create the office “{title}”, write its organization after a comma")
            return [Offer(says.format(title=title), "info", None, is_found=False)]
        lines = found_records(self._desk, ("organization",), body, MAX_BODIES)
        offers = []
        for line in lines:
            says = self.tr("Create office “{title}” in “{body}”")
            make = partial(OfficeRef, 0, title, Ref(line.id, line.title, line.kind))
            offers.append(Offer(says.format(title=title, body=line.title), "new", make, False))
        if only_match(lines, body) is None:
            says = self.tr("Create office “{title}” in new organization “{body}”")
            make = partial(OfficeRef, 0, title, Ref(0, body, "organization"))
            offers.append(Offer(says.format(title=title, body=body), "new", make, False))
        return offers


def _itself(office: OfficeRef) -> OfficeRef:
    return office
