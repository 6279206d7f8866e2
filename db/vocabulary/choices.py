"""The word lists: what a kind, a role, an action or a marking may be, in the field's terms.

Forms offer them, validation refuses what is not in a closed list, imports match against them.
Open lists (kinds of agreement, of event) take other words; closed ones do not.
"""

from __future__ import annotations

MARKINGS = ("open", "restricted", "confidential", "secret")
MISSION_CLASSES = (
    "ambassador",
    "high commissioner",
    "nuncio",
    "envoy",
    "minister",
    "internuncio",
    "chargé d'affaires",
    "chargé d'affaires a.i.",
)
CLOSED = {
    "tenure.end_state": ("ongoing", "ended", "ended-unknown", "unknown"),
    "name.kind": ("alias", "native", "romanised", "acronym", "former"),
    "citation.stance": ("supports", "disputes"),
    "agreement.binding": ("", "yes", "no", "disputed", "not stated"),
    "amount.qualifier": ("", "exact", "about", "up to", "at least"),
    "event.status": ("", "planned", "held", "postponed", "cancelled", "reported"),
    "party_action.date_of": ("", "act", "deposit", "notification", "effect"),
    "agreement.parties_complete": ("", "yes", "no"),
    "accreditation.residence": ("", "resident", "non-resident"),
    "person.name_order": ("", "given-first", "family-first", "single"),
    "person.name_by_hand": ("parts", "titles", "parts titles"),
}
#: Words of closed lists that people are told otherwise, on form, page and paper alike.
PHRASES = {
    "ended-unknown": "ended, day unknown",
    "unknown": "end not known",
    "held": "took place",  # of a conflict as of a call
    "given-first": "given name first",
    "family-first": "family name first",
    "single": "one name only",
}
OPEN = {
    "organization.kind": (
        "state",
        "ministry",
        "service",
        "command",
        "agency",
        "armed force",
        "state company",
        "company",
        "international body",
        "court",
        "parliament",
        "party",
        "bank",
        "university",
        "embassy",
        "non-governmental body",
        "group",
    ),
    "agreement.kind": (
        "treaty",
        "convention",
        "protocol",
        "agreement",
        "memorandum of understanding",
        "letter of intent",
        "exchange of notes",
        "joint statement",
        "contract",
        "investment",
        "trade deal",
        "ceasefire",
        "amendment",
        "declaration",
        "charter",
        "arrangement",
    ),
    "agreement.level": ("state", "government", "ministry", "agency", "company"),
    "agreement.laterality": ("bilateral", "multilateral", "plurilateral"),
    "agreement.stage": ("planned", "negotiating", "announced"),
    "amount.stage": ("announced", "committed", "disbursed"),
    "party_action.action": (
        "full powers",
        "initialled",
        "signed",
        "signed subject to ratification",
        "definitively signed",
        "notified",
        "ratified",
        "accepted",
        "approved",
        "acceded",
        "succeeded",
        "formally confirmed",
        "reservation",
        "declaration",
        "objection",
        "modified reservation",
        "withdrawn reservation",
        "territorial extension",
        "provisional application",
        "entry into force",
        "notice of withdrawal",
        "notice taken back",
        "denounced",
        "withdrew",
        "suspended",
        "resumed",
        "ceased",
    ),
    "agreement_link.nature": (
        "replaces",
        "amends",
        "supplements",
        "implements",
        "renews",
        "extends",
        "terminates",
    ),
    "accreditation.mission_class": MISSION_CLASSES,
    "accreditation.for_class": MISSION_CLASSES,
    "event.kind": (
        "call",
        "meeting",
        "visit",
        "signing",
        "ceremony",
        "credentials",
        "appointment",
        "change of command",
        "summit",
        "conference",
        "conflict",
        "ceasefire",
        "statement",
        "investment",
        "accession",
        "incident",
        "election",
        "negotiation",
    ),
    "event.channel": ("telephone", "in person", "video", "letter", "note verbale"),
    "participant.role": (
        "principal",
        "host",
        "guest",
        "traveller",
        "signatory",
        "witness",
        "interpreter",
        "delegation",
        "country",
        "mediator",
        "incoming",
        "outgoing",
    ),
    "contact.kind": ("phone", "mobile", "email", "address", "website", "fax", "assistant"),
    "citation.confidence": ("confirmed", "likely", "unconfirmed", "doubtful"),
    "person.gender": ("female", "male"),
    "rank.service": ("army", "navy", "air force", "marines", "space force", "police"),
    "link.nature": (
        "spouse of",
        "parent of",
        "adviser to",
        "subsidiary of",
        "successor of",
        "owner of",
        "concerns",
        "see also",
    ),
}


def choice_text(word: str) -> str:
    """Return a word of a list as people are told it.

    >>> choice_text("held"), choice_text("planned")
    ('took place', 'planned')
    """
    return PHRASES.get(word, word)


def choices(path: str) -> tuple[str, ...]:
    """Return the words offered for `table.column`; empty when any text goes."""
    if path.endswith(".marking"):
        return MARKINGS
    return CLOSED.get(path) or OPEN.get(path, ())


def is_closed(path: str) -> bool:
    """Say whether a column takes the words of its list only.

    >>> is_closed("tenure.end_state"), is_closed("event.kind")
    (True, False)
    """
    return path in CLOSED or path.endswith(".marking")


def marking_level(text: str) -> int:
    """Return a marking's level by its word or number.

    >>> marking_level("Restricted"), marking_level("2")
    (1, 2)
    """
    plain = text.strip().casefold()
    if plain.isdecimal() and int(plain) < len(MARKINGS):
        return int(plain)
    if plain in MARKINGS:
        return MARKINGS.index(plain)
    raise ValueError(f"“{text}” is not a marking; the markings are {', '.join(MARKINGS)}.")
