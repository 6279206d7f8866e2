"""What is asked to be printed, and in which form.

The print controller and the preview make and pass it; it is kept with each printed document, so
that it can be asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from db import DEFAULT_ORDER, KINDS, Damaged, Lens, PrintedDocument, Query, parse_query
from desktop.models.list_request import ListRequest

MAX_RECORD_SHEETS: Final = 1_000  # sheets of records in one document


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """Records of one kind by their ids, or else what a list asks for; `form` is of `SHEET_FORMS`.

    `title` is what the officer calls it: a record's title, the name of a tab, a saved search.
    With `printed` it is what has changed since the printed document of that number. Nameless, it is
    called by its title alone: what it is filtered by was asked under a higher ceiling.
    """

    title: str
    kind: str
    form: str
    ids: tuple[int, ...] = ()
    question: ListRequest | None = None
    printed: int = 0
    is_nameless: bool = False

    @property
    def forms(self) -> list[str]:
        """The forms that what is asked for can take."""
        from desktop.paper.sheets.sheet_forms import SHEET_FORMS

        if self.printed:
            return []
        own = [name for name, form in SHEET_FORMS.items() if self.kind in form.kinds]
        lines = [name for name, form in SHEET_FORMS.items() if form.blocks is not None]
        return [*own, *lines] if self.question is None else [*lines, *own]

    @property
    def name(self) -> str:
        """The title with what a list was filtered by: of a file, in the log, in the preview."""
        if self.is_nameless or self.question is None or self.question.query.is_empty:
            return self.title
        from desktop.paper.content.filter_words import only_words

        return f"{self.title} · {only_words(self.question.query)}"

    def without_names(self, title: str) -> PrintRequest:
        """Return the same, called by a title that tells nothing of the desk."""
        return replace(self, title=title, is_nameless=True)

    def to_values(self) -> dict[str, Any]:
        """Return it as plain values, to be kept with a printed document."""
        question = self.question
        values: dict[str, Any] = {"title": self.title, "kind": self.kind, "form": self.form}
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


def query_request(title: str, kind: str, query: Query, lens: Lens) -> PrintRequest:
    """Return what a query finds in a kind, as a saved search asks it."""
    order = DEFAULT_ORDER[kind]
    return list_print_request(
        title, ListRequest(kind, query, lens, order, False, not query.is_empty)
    )


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
    if is_whole and isinstance(values.get("ids"), list):
        return PrintRequest(title, kind, form, tuple(values["ids"]))
    if not is_whole or not isinstance(values.get("query"), str):
        raise Damaged(
            f"What was printed as “{title[:60]}” cannot be asked again: the desk is damaged, and"
            " names no document that there is. Restore a copy of the desk."
        )
    descending, by_fit = values.get("descending") is True, values.get("by_fit") is True
    question = ListRequest(kind, parse_query(query), lens, order, descending, by_fit)
    return PrintRequest(title, kind, form, (), question)
