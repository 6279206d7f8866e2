"""Small situations as JSON has them, put on a desk: tests of the checks ask it."""

from __future__ import annotations

from typing import Any

from db import (
    Agreement,
    AgreementLink,
    Event,
    HistoricalDate,
    Lens,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Ref,
    Store,
    Tenure,
)
from db.checks.checking import find_all
from db.checks.finding import Finding
from db.vocabulary.kinds import KINDS
from tests.db.desk_sql import sql_of

LENS = Lens("2026-06-01")
PLAIN = (
    "title", "laterality", "place", "channel", "status", "country", "later_rule", "withdrawal_rule",
    "notice_period", "duration", "renewal",
)  # fmt: skip
DATES = ("concluded", "in_force", "provisional", "terminated", "born", "died", "founded")
MORE_DATES = ("dissolved", "start", "end", "signature_until")


def day(text: str | None) -> HistoricalDate | None:
    return HistoricalDate.parse(text) if text else None


class CaseDesk:
    """Fills a store with the records of a situation; who is only named becomes a state."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._refs: dict[str, Ref] = {}
        self._offices: dict[str, OfficeRef] = {}

    def fill(self, records: list[dict[str, Any]]) -> None:
        """Save them, those that are named before those that name them."""
        links = {link[1] for each in records for link in each.get("links", ())}
        for wanted in (("organization",), ("person",), ("agreement", "event")):
            chosen = [each for each in records if each["kind"] in wanted]
            for each in sorted(chosen, key=lambda each: each.get("title") not in links):
                self._save(each)

    def _save(self, given: dict[str, Any]) -> None:
        of = {"organization": Organization, "person": Person, "agreement": Agreement}
        record = of.get(given["kind"], Event)(title=given.get("title") or given["name"])
        for name in PLAIN[1:]:
            if name in given:
                setattr(record, name, given[name])
        for name in (*DATES, *MORE_DATES):
            if name in given:
                setattr(record, name, day(given[name]))
        if given["kind"] in ("organization", "event"):
            record.kind = given.get("type", "")
        if "notes" in given:
            record.notes = [Note(text=given["notes"])]
        self._add_parts(record, given)
        end = getattr(record, "end", None)
        if end is not None:  # one before the start is refused; older desks and files have them
            record.end = None
        self._store.save(record, LENS)
        if end is not None:
            sql_of(self._store).run(
                "UPDATE event SET end_edtf=?, end_first=?, end_last=? WHERE id=?",
                (end.edtf, end.first, end.last, record.id),
            )
        self._refs[record.title] = Ref(record.id, record.title, record.KIND)

    def _add_parts(self, record: Any, given: dict[str, Any]) -> None:
        for title, since, until in given.get("tenures", ()):
            record.tenures.append(
                Tenure(
                    office=self.office(title),
                    since=day(since),
                    until=day(until),
                    end_state="ended" if until else "ongoing",
                )
            )
        for party in given.get("parties", ()):
            who, acts = (party, []) if isinstance(party, str) else (party["who"], party["acts"])
            record.parties.append(Party(who=self.ref(who), actions=[self._act(*a) for a in acts]))
        for nature, other, *scope in given.get("links", ()):
            link = AgreementLink(nature=nature, other=self._refs[other], scope="".join(scope))
            record.agreement_links.append(link)
        for number in range(given.get("recorded_deposits", 0)):
            act = PartyAction(action="ratified", date=day("1970"))
            record.parties.append(Party(who=self.ref(f"State {number}"), actions=[act]))
        if "rule" in given:
            record.in_force_rule = given["rule"]
        if given.get("parties_complete"):
            record.parties_complete = "yes"
        for each in given.get("participants", ()):
            name, role = (each, "") if isinstance(each, str) else each
            record.participants.append(Participant(who=self.ref(name), role=role))

    def _act(self, action: str, when: str, more: Any = "") -> PartyAction:
        more = more if isinstance(more, dict) else {"note": more}
        return PartyAction(
            action=action,
            date=day(when),
            note=more.get("note", ""),
            signatory=self._refs[more["by"]] if "by" in more else None,
        )

    def ref(self, name: str) -> Ref:
        """Return a record of this name, a state where it is new."""
        if name not in self._refs:
            state = Organization(title=name, kind="state")
            self._store.save(state, LENS)
            self._refs[name] = Ref(state.id, name, "organization")
        return self._refs[name]

    def office(self, title: str, seats: int | None = None) -> OfficeRef:
        """Return an office of this title in a body of its own."""
        if title not in self._offices:
            body = Organization(
                title=f"Body of {title}", offices=[Office(title=title, seats=seats)]
            )
            self._store.save(body, LENS)
            ref = Ref(body.id, body.title, "organization")
            self._offices[title] = OfficeRef(body.offices[0].id, title, ref)
        return self._offices[title]


def findings(store: Store) -> list[Finding]:
    """What cannot be or is seldom right on a desk; what is missing is asked for by `gaps`."""
    return [each for each in find_all(sql_of(store), KINDS, LENS) if not each.is_gap]


def gaps(store: Store) -> list[Finding]:
    """What is missing on a desk."""
    return [each for each in find_all(sql_of(store), KINDS, LENS) if each.is_gap]
