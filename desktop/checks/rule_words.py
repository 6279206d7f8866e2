"""What each rule of the checks is called and why it asks, in the officer's words; no widgets.

The dialog of the checks and the form that is being typed show them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.style.translated import QT_TRANSLATE_NOOP as _


class RuleWords(NamedTuple):
    """The name of a rule, and one or two sentences of what may be behind a finding."""

    name: str
    why: str


#: What the mends of `db.checks` say on their button, marked here for translation.
MEND_TEXTS: Final = (
    _("Checks", "Swap the two days"),
    _("Checks", "Say “about”"),
    _("Checks", "Join the two lines"),
    _("Checks", "End it on that day"),
    _("Checks", "Call it multilateral"),
    _("Checks", "Take the day of the rule"),
    _("Checks", "Say that it is retroactive"),
    _("Checks", "Take the day of signing"),
    _("Checks", "Keep the first consent"),
    _("Checks", "Call it a ratification"),
    _("Checks", "Call it an accession"),
    _("Checks", "Say that parties are missing"),
    _("Checks", "Say “between its parties”"),
    _("Checks", "Take the language of the letters"),
    _("Checks", "Split the name"),
)

RULE_WORDS: Final[dict[str, tuple[str, str]]] = {
    "accession-after-signature": (
        _("Checks", "Signed and acceded"),
        _("Checks", "Accession is for those who did not sign: a signatory ratifies, accepts or"
          " approves, save where the agreement was closed for signature or in force already."
          " Registers often write “accession” for both."),
    ),
    "after-death": (
        _("Checks", "After a death"),
        _("Checks", "The person is recorded as dead by then. A namesake may have been meant, or the"
          " day of death is wrong."),
    ),
    "after-office": (
        _("Checks", "Office no longer there"),
        _("Checks", "The office or its body had ended before. A successor body may have been"
          " meant."),
    ),
    "after-state": (
        _("Checks", "Party no longer there"),
        _("Checks", "The state or body had ended by then; its successor may have acted."),
    ),
    "amends-later": (
        _("Checks", "Bears on a later agreement"),
        _("Checks", "What amends, replaces or implements another comes after it. The relation may"
          " be turned round."),
    ),
    "amount-without-precision": (
        _("Checks", "Amount without precision"),
        _("Checks", "Paper never says more than is known: an amount is exact, about, up to or at"
          " least."),
    ),
    "before-birth": (
        _("Checks", "Before a birth"),
        _("Checks", "The person was not born. A parent or a namesake may have been meant."),
    ),
    "before-office": (
        _("Checks", "Office not yet there"),
        _("Checks", "The office was created later; its predecessor may have been meant."),
    ),
    "before-state": (
        _("Checks", "Party not yet there"),
        _("Checks", "The state or body did not exist. A predecessor may have acted, or it"
          " succeeded."),
    ),
    "bilateral-parties": (
        _("Checks", "Bilateral with more parties"),
        _("Checks", "An agreement of more than two parties is multilateral, unless they stand on"
          " two sides."),
    ),
    "bilateral-without-party": (
        _("Checks", "Bilateral, one party left"),
        _("Checks", "With one of two parties gone, nothing is left in force."),
    ),
    "circle": (
        _("Checks", "Part of itself"),
        _("Checks", "What stands under another cannot stand above it too; one of the links is"
          " wrong."),
    ),
    "credentials-before-office": (
        _("Checks", "Credentials before the post"),
        _("Checks", "Credentials are presented by who has the post; one of the days may be that of"
          " the appointment or the arrival."),
    ),
    "denounced-without-consent": (
        _("Checks", "Left without having joined"),
        _("Checks", "Who only signed is not bound and has nothing to denounce. The consent may be"
          " missing."),
    ),
    "end-before-start": (
        _("Checks", "Ends before it begins"),
        _("Checks", "The two days may have been exchanged, or a year mistyped."),
    ),
    "ended-without-successor": (
        _("Checks", "Office without a successor"),
        _("Checks", "The last holder left and nobody is recorded since: a successor, an acting"
          " holder, or a vacancy that is known."),
    ),
    "in-force-before-consent": (
        _("Checks", "In force before consent"),
        _("Checks", "A party is bound after it consented, unless the agreement says that it has"
          " effect from before."),
    ),
    "in-force-before-signature": (
        _("Checks", "In force before signature"),
        _("Checks", "Usually a slip of the year. Where it is retroactive, the clause of entry into"
          " force should say so."),
    ),
    "in-force-without-consent": (
        _("Checks", "In force without consent"),
        _("Checks", "Who signs subject to ratification is bound by the ratification only."),
    ),
    "missing-source": (
        _("Checks", "No source"),
        _("Checks", "What cannot be traced cannot be relied on: cite a source for the record or for"
          " one of its facts."),
    ),
    "name-without-family": (
        _("Checks", "No family name"),
        _("Checks", "Lists sort by it and letters begin with it; in some countries there is none."),
    ),
    "notice-too-short": (
        _("Checks", "Notice too short"),
        _("Checks", "The party was out sooner after its notice than the rule of withdrawal lets it."
          " Was the notice earlier, or did the others agree?"),
    ),
    "office-without-body": (
        _("Checks", "Office without a body"),
        _("Checks", "An office belongs to a ministry, a service or a state; move it there."),
    ),
    "outside-its-whole": (
        _("Checks", "Outside its whole"),
        _("Checks", "A meeting that is part of a visit lies within its days."),
    ),
    "own-country": (
        _("Checks", "Sent to the own state"),
        _("Checks", "A head of mission is rarely a national of the receiving state, which must"
          " agree to it. Sending and receiving state may have been exchanged."),
    ),
    "party-ended": (
        _("Checks", "A party has ended"),
        _("Checks", "A state that is no more is bound by nothing: a successor stepped in, or its"
          " place lapsed."),
    ),
    "party-in-force-before-treaty": (
        _("Checks", "Party before the agreement"),
        _("Checks", "The agreement cannot bind one before it is in force at all, unless it is"
          " applied provisionally."),
    ),
    "party-twice": (
        _("Checks", "Party stands twice"),
        _("Checks", "One line for each party: what it did stands in that line."),
    ),
    "place-without-country": (
        _("Checks", "Place without a country"),
        _("Checks", "Lists by country and lanes of the timeline leave it out."),
    ),
    "provisional-after-in-force": (
        _("Checks", "Provisional after entry into force"),
        _("Checks", "Provisional application ends with the entry into force."),
    ),
    "ratification-without-signature": (
        _("Checks", "Ratified without a signature"),
        _("Checks", "All parties are listed and all others signed. Who did not sign accedes."),
    ),
    "replaced-not-ended": (
        _("Checks", "Replaced, not ended"),
        _("Checks", "The older agreement ended then, or lives on for those who are not party to the"
          " new one: say between whom it is replaced."),
    ),
    "reservation-late": (
        _("Checks", "Late reservation"),
        _("Checks", "A reservation is made with the consent at the latest; later ones hold only if"
          " the others accept them."),
    ),
    "reservation-unconfirmed": (
        _("Checks", "Reservation to be confirmed"),
        _("Checks", "A reservation made at signature must be confirmed with the ratification."),
    ),
    "rule-and-date-differ": (
        _("Checks", "Rule and stated day differ"),
        _("Checks", "The stated day counts. The rule may be read wrongly, a deposit missing, or the"
          " day mistyped."),
    ),
    "script-of-language": (
        _("Checks", "Letters of another language"),
        _("Checks", "A native name is in the script of its language, or it is a transliteration."),
    ),
    "seat-overlap": (
        _("Checks", "More holders than seats"),
        _("Checks", "The predecessor's end may be missing, or one of them was acting; or the office"
          " has more seats."),
    ),
    "shared-identifier": (
        _("Checks", "Number of two records"),
        _("Checks", "Two records with one number may be the same: look at Tools ▸ Duplicates."),
    ),
    "signatory-not-in-office": (
        _("Checks", "Signed without an office"),
        _("Checks", "Heads of state and government and foreign ministers need no powers; others"
          " show full powers. The office may be missing."),
    ),
    "signatory-of-other-state": (
        _("Checks", "Signatory of another state"),
        _("Checks", "A person signs for the own state or body, unless another is represented."),
    ),
    "signed-after-closing": (
        _("Checks", "Signed after closing"),
        _("Checks", "Once an agreement is closed for signature, one accedes to it."),
    ),
    "signing-and-concluded-differ": (
        _("Checks", "Two days of signing"),
        _("Checks", "A bilateral agreement is concluded when the last of the two signs."),
    ),
    "term-over": (
        _("Checks", "Term has run out"),
        _("Checks", "Nothing says that it was renewed or ended. A tacit renewal belongs into the"
          " field of renewal."),
    ),
    "terminated-before-in-force": (
        _("Checks", "Ended before it began"),
        _("Checks", "The days may have been exchanged, or the end be that of a predecessor."),
    ),
    "terminated-never-in-force": (
        _("Checks", "Ended, never in force"),
        _("Checks", "What ended had begun: the entry into force may be missing, or it was only"
          " abandoned."),
    ),
    "threshold-not-met": (
        _("Checks", "Too few deposits"),
        _("Checks", "All parties are said to be listed, and are fewer than the rule asks for."),
    ),
    "too-young": (
        _("Checks", "Too young for the office"),
        _("Checks", "A parent or a namesake may have been meant, or a year is mistyped."),
    ),
    "two-consents": (
        _("Checks", "Two consents"),
        _("Checks", "A party consents once: it ratifies, accepts, approves or accedes. Some"
          " registers fill two columns with one day."),
    ),
    "two-places": (
        _("Checks", "Two places on a day"),
        _("Checks", "One of the two may have been by telephone, or on the day before."),
    ),
}  # fmt: skip


def rule_words(rule: str) -> RuleWords:
    """Return what a rule is called and why it asks; one without words by its own name."""
    name, why = RULE_WORDS.get(rule, (rule, ""))
    say = QCoreApplication.translate
    return RuleWords(say("Checks", name), say("Checks", why) if why else "")
