"""What is asked to be printed, and in which form.

The print controller and the preview make and pass it; it is kept with each printed document, so
that it can be asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from db import (
    DEFAULT_ORDER,
    KINDS,
    Damaged,
    Event,
    Lens,
    PrintedDocument,
    Query,
    Record,
    Ref,
    parse_query,
)
from desktop.models.list_request import ListRequest
from desktop.paper.content.filter_words import only_words, range_words
from desktop.paper.content.first_letters import open_sentence

DIPLOMATIC_LIST: Final = "diplomatic-list"  # the form of the missions to a state
DATED_KINDS: Final = ("event", "agreement")  # of which a chronology tells
MAX_RECORD_SHEETS: Final = 1_000  # sheets of records in one document


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """Records of one kind by their ids, or else what a list asks for; `form` is of `SHEET_FORMS`.

    `title` is what the officer calls it: a record's title, the name of a tab, a saved search.
    With `printed` it is what has changed since the printed document of that number. Nameless, it is
    called by its title alone: what it is filtered by was asked under a higher ceiling.

    With `is_subject` it is all that is held on its one record. With `is_today` it is what is coming
    and due. A chronology may keep to a `span`, a RANGE, and a
    reshuffle lies between its two days; a question may be asked of several `kinds` at once.
    A diplomatic list is of the missions to a `state`, its code or words.
    """

    title: str
    kind: str
    form: str
    ids: tuple[int, ...] = ()
    question: ListRequest | None = None
    printed: int = 0
    is_nameless: bool = False
    span: str = ""
    kinds: tuple[str, ...] = ()
    is_today: bool = False
    state: str = ""
    is_subject: bool = False

    @property
    def forms(self) -> list[str]:
        """The forms that what is asked for can take."""
        from desktop.paper.sheets.sheet_forms import SHEET_FORMS

        if self.is_alone:
            return []
        if self.state:
            return [self.form]
        lines = [name for name, form in SHEET_FORMS.items() if form.blocks is not None]
        if self.kinds:
            return lines
        own = [
            name
            for name, form in SHEET_FORMS.items()
            if self.kind in form.kinds and (name == self.form or not form.is_asked_apart)
        ]
        return [*own, *lines] if self.question is None else [*lines, *own]

    @property
    def is_alone(self) -> bool:
        """Whether it has one form only and is not kept: what has changed, what Today lists, or all
        that is held on a record.
        """
        return bool(self.printed) or self.is_today or self.is_subject

    @property
    def name(self) -> str:
        """The title with what a list was filtered by: of a file, in the log, in the preview."""
        if self.is_nameless:
            return self.title
        if self.span:
            return f"{self.title}, {range_words(self.span)}"
        missing = self.unsaid_filters
        return f"{self.title} · {missing}" if missing else self.title

    @property
    def unsaid_filters(self) -> str:
        """What a list was filtered by, in words; '' where its title says it already."""
        if self.question is None or self.question.query.is_empty:
            return ""
        phrase = only_words(self.question.query)
        return "" if self.title.casefold().endswith(phrase.casefold()) else phrase

    def without_names(self, title: str) -> PrintRequest:
        """Return the same, called by a title that tells nothing of the desk."""
        return replace(self, title=title, is_nameless=True)

    def to_values(self) -> dict[str, Any]:
        """Return it as plain values, to be kept with a printed document."""
        question = self.question
        values: dict[str, Any] = {"title": self.title, "kind": self.kind, "form": self.form}
        values |= {"span": self.span} if self.span else {}
        values |= {"kinds": list(self.kinds)} if self.kinds else {}
        values |= {"state": self.state} if self.state else {}
        if question is None:
            return {**values, "ids": list(self.ids)}
        return {
            **values,
            "query": question.query.text_of(),
            "order": question.order,
            "descending": question.descending,
            "by_fit": question.by_fit,
        }


def records_request(title: str, kind: str, ids: Sequence[int]) -> PrintRequest:
    """Return records in the form of their kind."""
    from desktop.paper.sheets.several import form_of

    return PrintRequest(title, kind, form_of(kind), tuple(ids))


def list_print_request(title: str, question: ListRequest, form: str = "list") -> PrintRequest:
    """Return what a list shows, filters and order and all."""
    return PrintRequest(title, question.kind, form, (), question)


def title_of_list(name: str, query: Query) -> str:
    """Return what a list on paper is called: what it is filtered by, else the name of its kind.

    >>> title_of_list("People", parse_query("country:pk held:2000..2020"))
    'Pakistan, 2000–2020'
    >>> title_of_list("People", parse_query("munir country:pk")), title_of_list("People", Query())
    ('People: “munir”, Pakistan', 'People')
    """
    phrase = only_words(query)
    if not phrase:
        return name
    return f"{name}: {phrase}" if query.words else open_sentence(phrase)


def first_form(record: Record, day: str) -> str:
    """Return the form that a record is offered in first: of an event to come, its brief."""
    from desktop.paper.sheets.several import form_of

    if isinstance(record, Event) and any(each.who is not None for each in record.participants):
        start = record.start
        if start is not None and start.first is not None and start.first > day:
            return "brief"
    return form_of(record.KIND)


def chronology_request(
    title: str, lens: Lens, *, record: Ref | None = None, country: str = "", span: str = ""
) -> PrintRequest:
    """Return the chronology of a record, of a state, or of all; `span` is a RANGE, '' for ever."""
    if record is not None:
        return PrintRequest(record.title, record.kind, "chronology", (record.id,), span=span)
    filters = [f"country:{country}"] if country else []
    filters += [f"held:{span}"] if span else []
    query, kind = parse_query(" ".join(filters)), DATED_KINDS[0]
    question = ListRequest(kind, query, lens, DEFAULT_ORDER[kind], False, not query.is_empty)
    return PrintRequest(
        title_of_list(title, query), kind, "chronology", (), question, kinds=DATED_KINDS
    )


def query_request(title: str, kind: str, query: Query, lens: Lens) -> PrintRequest:
    """Return what a query finds in a kind, as a saved search asks it."""
    order = DEFAULT_ORDER[kind]
    return list_print_request(
        title, ListRequest(kind, query, lens, order, False, not query.is_empty)
    )


def diplomatic_request(title: str, state: str) -> PrintRequest:
    """Return the diplomatic list of a receiving state, by its code or words."""
    return PrintRequest(title, "organization", DIPLOMATIC_LIST, state=state)


def subject_request(title: str, kind: str, key: int) -> PrintRequest:
    """Return all that is held on a record."""
    return PrintRequest(title, kind, "", (key,), is_subject=True)


def changes_request(document: PrintedDocument) -> PrintRequest:
    """Return what has changed since a document was printed."""
    return PrintRequest(
        document.title, str(document.asked.get("kind", "")), "", printed=document.id
    )


def from_values(values: dict[str, Any], lens: Lens) -> PrintRequest:
    """Return what `packed` made plain, to be asked again; raises Damaged where it is no such
    thing.
    """
    from desktop.paper.sheets.sheet_forms import SHEET_FORMS

    texts = [values.get(name) for name in ("title", "kind", "form", "query", "order")]
    title, kind, form, query, order = [text if isinstance(text, str) else "" for text in texts]
    is_whole = kind in KINDS and form in SHEET_FORMS
    span = values.get("span", "")
    span = span if isinstance(span, str) else ""
    state = values.get("state", "") if form == DIPLOMATIC_LIST else ""
    state = state if isinstance(state, str) else ""
    kinds = DATED_KINDS if values.get("kinds") == list(DATED_KINDS) else ()
    if is_whole and isinstance(values.get("ids"), list):
        return PrintRequest(title, kind, form, tuple(values["ids"]), span=span, state=state)
    if not is_whole or not isinstance(values.get("query"), str):
        raise Damaged(
            f"What was printed as “{title[:60]}” cannot be asked again: the desk is damaged, and"
            " names no document that there is. Restore a copy of the desk."
        )
    descending, by_fit = values.get("descending") is True, values.get("by_fit") is True
    question = ListRequest(kind, parse_query(query), lens, order, descending, by_fit)
    return PrintRequest(title, kind, form, (), question, span=span, kinds=kinds)
