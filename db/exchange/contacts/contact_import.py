"""Cards of address books onto the desk: bodies, then people with their offices.

The importer asks. A card is a row: everything is placed and counted as rows of tables are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db.changes.naming import OF_PARTS, complete_name, give_parts, joined_name, set_by_hand
from db.changes.unit_of_work import Work
from db.changes.validate import breaches
from db.changes.writing import settle_source
from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.contacts.contact_card import CardFile, CardPost, ContactCard
from db.exchange.mapping import cells
from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.global_ids import identity
from db.exchange.mapping.row_values import Value
from db.exchange.placing.draft_placing import Placing
from db.exchange.placing.drafts import (
    Dates,
    RowDraft,
    TenureFacts,
    own_words,
    read_marking,
)
from db.exchange.placing.import_report import ImportReport
from db.exchange.placing.posts import Posts
from db.exchange.placing.resolve import ORGANIZATIONS, PEOPLE, RecordResolver
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault, Tally
from db.exchange.placing.tenures import Tenures
from db.lens import Lens
from db.names import language_guess, script_of
from db.record_types import Link, Note, Organization, Person, Record, Ref, Source

CARDS_A_BATCH = 1_000
UID_SCHEME = "vcard"  # of identities that are no UUID
KINDS = (ORGANIZATIONS, PEOPLE)
_TEXTS = {  # text of a card → field of a person
    "prefix": "honorific", "suffix": "post_nominals", "gender": "gender", "languages": "languages",
    "pronunciation": "pronunciation",
}  # fmt: skip
_STAND_INS = ("email", "phone", "mobile")  # a contact that a card without a name stands under


def import_cards(
    work: Work,
    file: CardFile,
    kind: str | None,
    lens: Lens,
    step: Callable[[int], None],
    several: str,
) -> ImportReport:
    """Take the cards of a file onto the desk; with `kind` only the people, or only the bodies.

    `step` is told how many cards are done, `several` is the file's name where others come with it.
    """
    if kind is not None and kind not in KINDS:
        raise Refused(
            f"{file.path.name} holds contacts, which are people and organizations; choose one of"
            " these.",
            "kind",
        )
    bodies = [card for card in file.cards if card.is_body]
    people = [card for card in file.cards if not card.is_body]
    main = kind or (PEOPLE if people or not bodies else ORGANIZATIONS)
    tally = Tally(main)
    tally.file = several
    tally.places = {card.number: card.where for card in file.cards if card.where}
    source = settle_source(work, Source(title=file.path.name))
    desk = RecordResolver(work, tally, source, lens.ceiling)
    mapping = Mapping(main, file.scheme)
    at = RowContext(desk, Posts(desk), Tenures(desk), Dates(file.day_first, tally), mapping, tally)
    taking = CardTaking(at, step)
    for each, cards in ((ORGANIZATIONS, bodies), (PEOPLE, people)):
        if kind in (None, each):
            taking.take(each, cards)
    at.tenures.finish()
    tally.places = {}
    for row, says in file.flags:
        tally.flag(says, row=row)
    tally.flagged.sort(key=lambda flagged: flagged["row"])
    report = tally.report(file.mapping)
    report.left_out = list(file.left_out)
    return report


class CardTaking:
    """The cards of one file being taken."""

    def __init__(self, at: RowContext, step: Callable[[int], None]) -> None:
        self.at = at
        self.step = step
        self._seen: dict[str, list[str]] = {}  # own words of cards → cards with them, in full
        self._earlier = frozenset(at.desk.work.created)  # records that other files made just now

    def take(self, kind: str, cards: list[ContactCard]) -> None:
        """Take the cards of one kind."""
        placing = Placing(self.at, kind)
        for start in range(0, len(cards), CARDS_A_BATCH):
            self._begin()
            drafts: list[tuple[int, RowDraft]] = []
            placed_cards: list[tuple[ContactCard, list[TenureFacts]]] = []
            for card in cards[start : start + CARDS_A_BATCH]:
                self.step(1)
                self.at.tally.read += 1
                self.at.tally.row = card.number
                try:
                    draft, facts = self._build(kind, card)
                except RowFault as fault:
                    self.at.tally.reject(fault)
                    continue
                drafts.append((card.number, draft))
                placed_cards.append((card, facts))
            for (card, facts), key in zip(placed_cards, placing.place_all(drafts), strict=True):
                self.at.tally.row = card.number
                if key in self._earlier:
                    self.at.tally.flag(
                        "It was taken to be the record of this name that another file gives."
                    )
                for each in facts if key else ():
                    self.at.tenures.add_or_wait(key, each)
        self._begin()

    def _begin(self) -> None:
        self.at.desk.begin()
        self.at.posts.begin()
        self.at.tenures.begin()

    def _build(self, kind: str, card: ContactCard) -> tuple[RowDraft, list[TenureFacts]]:
        """Return what a card makes. Raises RowFault when it cannot be taken."""
        draft = self._body(card) if kind == ORGANIZATIONS else self._person(card)
        record = draft.record
        text, column = card.texts.get("marking", ""), card.columns.get("marking", "")
        record.marking = read_marking(text, column, self.at.desk.ceiling)
        facts: list[TenureFacts] = []
        if isinstance(record, Person):
            facts = list(self._offices(card, record))
        self._lines(card, record)
        self._keys(card, draft)
        for column, value, why in card.left_out:
            self.at.tally.leave_out(column, value, why)
        for path, says in breaches(record):
            raise RowFault(card.columns.get("name", path), record.title[:80], says)
        return draft, facts

    def _person(self, card: ContactCard) -> RowDraft:
        texts, person = card.texts, Person()
        draft = RowDraft(person, ["title"])
        given, family = texts.get("given", ""), texts.get("family", "")
        person.title = texts.get("name") or joined_name(given, family, "") or self._stand_in(card)
        for name, field in _TEXTS.items():
            if text := texts.get(name):
                draft.put(field, text)
        born, died = (self._date(card, name) for name in ("born", "died"))
        if born and died and born.first and died.last and died.last < born.first:
            card.keep(card.columns["died"], texts["died"], "is before the birth")
            died = None
        for name, date in (("born", born), ("died", died)):
            if date is not None:
                draft.put(name, date)
        if given or family:
            person.given, person.family = given, family
            set_by_hand(person, OF_PARTS)
        complete_name(person)
        if given or family:
            give_parts(person, given, family)
            draft.row_fields.extend(["given", "family"])
        for name in ("honorific", "post_nominals"):
            if getattr(person, name) and name not in draft.row_fields:
                draft.row_fields.append(name)
        return draft

    def _stand_in(self, card: ContactCard) -> str:
        """Return what a card without a name stands under. Raises RowFault for an empty one."""
        texts = [name.text for name in card.names]
        for kind in _STAND_INS:
            texts += [each.value for each in card.contacts if each.kind == kind]
        if not texts:
            raise RowFault("name", "", "It names nobody; give a name.")
        self.at.tally.flag(f"It gives no name; it stands under “{texts[0]}”.")
        return texts[0]

    def _date(self, card: ContactCard, name: str) -> HistoricalDate | None:
        text = card.texts.get(name, "")
        if not text or cells.is_placeholder(text) or cells.is_no_date(text):
            return None
        try:
            return HistoricalDate.parse(text, day_first=self.at.dates.day_first)
        except Refused as refused:
            card.keep(card.columns[name], text, f"is no date ({str(refused).rstrip('.')})")
            return None

    def _body(self, card: ContactCard) -> RowDraft:
        post = card.posts[0] if card.posts else CardPost()
        body = Organization(title=card.texts.get("name") or post.body or self._stand_in(card))
        draft = RowDraft(body, ["title"])
        if acronym := card.texts.get("acronym"):
            draft.put("acronym", acronym)
        if post.unit:
            card.leave("ORG", post.unit, "is a department of the body itself; it was left out.")
        for name in ("given", "family", "prefix", "suffix", *_TEXTS, "born", "died"):
            if (text := card.texts.get(name)) and text != body.title and name in card.columns:
                card.keep(card.columns.pop(name), text, "is said of a body, which has none")
        return draft

    def _offices(self, card: ContactCard, person: Person) -> Iterator[TenureFacts]:
        """Yield the offices that a card names; where it names the body alone, the tie to it."""
        for post in card.posts:
            try:
                if post.title:
                    yield TenureFacts(self._office(post))
                else:
                    body = self.at.desk.reference(ORGANIZATIONS, _value(post.body or post.unit))
                    note = post.unit if post.body else ""
                    person.links.append(Link(other=Ref(body), nature="member of", note=note))
            except RowFault as fault:
                self.at.tally.flag(f"{fault.why} It was kept as a remark.")
                phrases = filter(None, (post.title, post.unit, post.body))
                card.add_note(", ".join(phrases), "Works as")

    def _office(self, post: CardPost) -> int:
        title = post.office()
        if post.body or post.unit:
            body = self.at.desk.reference(ORGANIZATIONS, _value(post.body or post.unit))
            title = title if post.body else post.title
        else:
            body = self.at.posts.body(title) or self.at.posts.without_body(title)
        return self.at.posts.find(body, _value(title))

    def _lines(self, card: ContactCard, record: Record) -> None:
        for name in card.names:
            if name.text.casefold() != record.title.casefold():
                name.script = script_of(name.text)
                name.language = language_guess(name.text) or ""
                record.names.append(name)
        if isinstance(record, Organization) and not record.acronym:
            short = [name for name in record.names if name.text.isupper() and " " not in name.text]
            if short:
                record.acronym = short[0].text
                record.names.remove(short[0])
        record.contacts = list(card.contacts)
        record.notes = [Note(text=text) for text in card.notes]
        record.topics = list(card.topics)
        record.attachments = list(card.attachments)

    def _keys(self, card: ContactCard, draft: RowDraft) -> None:
        """Say who a card is about: by its own identity, else by name and birth.

        Cards alike in these and not in all are different people, in their order.
        """
        if uid := card.texts.get("uid"):
            draft.is_wary = True
            draft.keys = [identity(uid, UID_SCHEME)]
            return
        words = own_words([draft.record.title, card.texts.get("born", "")])
        whole = repr((card.texts, card.posts, card.contacts, card.notes))
        alike = self._seen.setdefault(words, [])
        if whole not in alike:
            if alike:
                self.at.tally.flag(
                    "An earlier card has the same name and differs otherwise; both were taken, as"
                    " two. If they are one, merge them."
                )
            alike.append(whole)
        place = alike.index(whole)
        own = words if place == 0 else f"{words}-{place + 1}"
        draft.keys = [(self.at.row_scheme, own)]


def _value(text: str) -> Value:
    """Return a name that is looked up, and made where the desk has it not."""
    return Value(text, create=True)
