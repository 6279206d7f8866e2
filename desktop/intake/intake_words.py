"""What a proposal says, as one line of words; the table and the message lines ask it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from db import HistoricalDate, choice_text, country_name, show_number
from desktop.style.translated import QT_TRANSLATE_NOOP as _

if TYPE_CHECKING:
    from db import Proposal
    from desktop.intake.proposal_row import ProposalRow

SURE_FROM, LIKELY_FROM = 0.85, 0.6  # of 1: from which confidence a proposal is called so
HEADINGS: Final = {
    "person": _("Intake", "People"),
    "organization": _("Intake", "Organizations"),
    "agreement": _("Intake", "Agreements"),
    "event": _("Intake", "Events"),
}


def translate(text: str) -> str:
    """Return a text of the intake in the officer's language."""
    return QCoreApplication.translate("Intake", text)


def sure_text(confidence: float) -> str:
    """Say how sure the reading is, in a word."""
    if confidence >= SURE_FROM:
        return translate(_("Intake", "sure"))
    return translate(_("Intake", "likely") if confidence >= LIKELY_FROM else _("Intake", "unsure"))


def match_text(row: ProposalRow) -> str:
    """Say which record of the desk a proposal is, may be, or that it is new."""
    if row.match is not None:
        return translate(_("Intake", "is {name}")).format(name=row.match.title)
    if row.candidates and not row.is_match_chosen:
        return translate(_("Intake", "may be {name}: choose with M")).format(
            name=row.candidates[0].title
        )
    return translate(_("Intake", "new"))


def details_text(kind: str, proposal: Proposal[Any]) -> str:
    """Return what the text says of a proposal, shortest first, parted by points."""
    return " · ".join(filter(None, _DETAILS[kind](proposal.fields)))


def _person(fields: Any) -> list[str]:
    offices = []
    for office in fields.offices:
        where = office.organization or country_name(office.country)
        offices.append(", ".join(filter(None, (office.title, where))))
    aliases = [alias for alias in fields.aliases if alias != fields.name]
    country = country_name(fields.country)
    is_said = any(office.endswith(country) for office in offices)
    return [fields.rank, *offices, "" if is_said else country, _aliases_text(aliases)]


def _organization(fields: Any) -> list[str]:
    aliases = [alias for alias in fields.aliases if alias not in (fields.name, fields.acronym)]
    kind = choice_text(fields.type) if fields.type else ""
    return [fields.acronym, kind, country_name(fields.country), _aliases_text(aliases)]


def _agreement(fields: Any) -> list[str]:
    kind = choice_text(fields.type) if fields.type else ""
    value = fields.value
    amount = ""
    if value is not None:
        number = show_number(value.amount)
        amount = " ".join(filter(None, (value.qualifier, value.currency, number)))
    return [
        kind, fields.status, date_text(fields.date), " – ".join(fields.parties), fields.subject,
        amount,
    ]  # fmt: skip


def _event(fields: Any) -> list[str]:
    kind = choice_text(fields.type) if fields.type else ""
    countries = [country_name(code) for code in fields.countries]
    return [
        date_text(fields.date), kind, fields.status, fields.place,
        ", ".join(fields.participants or countries),
    ]  # fmt: skip


def date_text(edtf: str | None) -> str:
    """Return a date of the reading as the desk writes dates; "" for none."""
    return HistoricalDate.parse(edtf).phrase() if edtf else ""


def _aliases_text(names: Sequence[str]) -> str:
    says = translate(_("Intake", "also “{names}”"))
    return says.format(names="”, “".join(names)) if names else ""


_DETAILS: Final = {
    "person": _person,
    "organization": _organization,
    "agreement": _agreement,
    "event": _event,
}
