"""What is due under an agreement on a day: signature, consent, entry into force, end, money.

The meeting brief asks it for every agreement between the sides. Only what the record says counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db import Agreement, Party, plain_status, status_on, unsigned_parties
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.print_phrases import (
    begins_after,
    capital,
    join_parts,
    known_by,
    spoken_in,
)

_CONSENT: Final = frozenset({"ratified", "accepted", "approved", "acceded", "succeeded"})
_SUBJECT: Final = "signed subject to ratification"
_SIGNED: Final = ("signed", "partly signed")
_INITIALLED: Final = ("initialled", "partly initialled")
_UNSIGNED: Final = ("planned", "negotiating", "announced")
OPEN: Final = (
    *_UNSIGNED,
    *_INITIALLED,
    *_SIGNED,
    "provisionally applied",
    "uncertain",
    "not recorded",
)
"""The statuses that leave something to be done before the agreement binds."""


def due(agreement: Agreement, day: str, *, terms: bool = True) -> str:
    """Return what is still to come after a day, in one line; empty where nothing is.

    Without `terms` how it ends is left out: a sheet that states it need not say it twice.

    >>> due(Agreement(stage="announced"), "2025-09-15")
    'Signature'
    >>> due(Agreement(notice_period="six months"), "2026-01-01")
    'Status to be established; notice of six months'
    >>> due(Agreement(notice_period="six months"), "2026-01-01", terms=False)
    'Status to be established'
    """
    return capital(join_parts(_due(agreement, day, terms), "; "))


def _due(it: Agreement, day: str, terms: bool) -> Iterator[str]:
    status = plain_status(status_on(it, day))
    if status == "terminated":
        return
    if status == "not recorded":
        yield "status to be established"
    if status in _UNSIGNED:
        yield "signature"
    if status in _INITIALLED:
        yield "signature after initialling"
    if status == "partly signed":
        yield f"signature by {join_parts(map(_name, unsigned_parties(it, day)))}"
    yield from _entry(it, status, day)
    yield from _end(it, day) if terms else ()
    if any(each.stage == "announced" for each in it.amounts):
        yield "value announced only"


def _entry(it: Agreement, status: str, day: str) -> Iterator[str]:
    """Yield consent that is awaited, and entry into force."""
    awaited = [_name(party) for party in it.parties if _awaits(party, day)]
    if awaited:
        yield f"ratification by {join_parts(awaited)}"
    in_force = known_by(it.in_force, day)
    if begins_after(in_force, day):
        yield f"enters into force {spoken_in(in_force)}"
    elif status in (*_SIGNED, "provisionally applied") and in_force is None:
        clause = f" ({isolate(it.in_force_clause.rstrip('.'))})" if it.in_force_clause else ""
        yield f"entry into force{clause or ': no date on this desk'}"


def _awaits(party: Party, day: str) -> bool:
    done = {each.action for each in party.actions if not begins_after(each.date, day)}
    return _SUBJECT in done and not _CONSENT & done


def _name(party: Party) -> str:
    return party.who.title if party.who else "a party that is not named"


def _end(it: Agreement, day: str) -> Iterator[str]:
    """Say when and how it ends."""
    if (ends := known_by(it.terminated, day)) is not None:
        yield f"ends {spoken_in(ends)}"
    elif it.duration:
        duration = isolate(it.duration)
        yield f"runs for {duration}" if duration[:1].isdigit() else f"duration: {duration}"
    if it.renewal:
        yield f"renewal: {isolate(it.renewal)}"
    if it.notice_period:
        yield f"notice of {isolate(it.notice_period)}"
