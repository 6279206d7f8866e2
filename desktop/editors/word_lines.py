"""Lines that complete words: a country by name, topics between commas, a source by its title, and
what it supports as the form calls it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from db import Source, country_name, country_names, fact_text, fold
from desktop.editors.field_texts import translated_text
from desktop.editors.record_picker import MAX_OFFERS, FieldLine, PickerDesk
from desktop.editors.suggest_line import Offer
from desktop.fields import RECORD_FORMS
from desktop.fields.field_types import FormField


def fitting_countries(text: str) -> list[tuple[str, str]]:
    """Return codes and names of the countries that have a word beginning so, names beginning so
    first.

    >>> fitting_countries("paki"), fitting_countries("emirates")
    ([('pk', 'Pakistan')], [('ae', 'United Arab Emirates')])
    """
    wanted = fold(text)
    countries = [(code, name, fold(name)) for code, name in country_names().items()]
    first = [(code, name) for code, name, key in countries if key.startswith(wanted)]
    later = [(code, name) for code, name, key in countries if f" {wanted}" in key]
    return [*first, *later][:MAX_OFFERS]


class CountryLine(FieldLine):
    """A country by name or code; left as its English short name."""

    def settle(self) -> None:
        self.setText(self.show_text(self._content))

    def offers(self, text: str) -> Sequence[Offer]:
        value = self.read_text(text)
        fitting = fitting_countries(text)
        if isinstance(value, str) and all(code != value for code, _ in fitting[:1]):
            fitting = [(value, country_name(value)), *(row for row in fitting if row[0] != value)]
        return [
            Offer(f"{name} ({code.upper()})", "country", partial(str, code))
            for code, name in fitting
        ]


class TopicsLine(FieldLine):
    """Topics between commas; the one being typed is completed from those of the desk."""

    def offers(self, text: str) -> Sequence[Offer]:
        before, comma, last = text.rpartition(",")
        wanted = fold(last)
        if not wanted and comma:
            return ()  # after a comma a list of all would stand in the way
        start = [*self.read_text(before)] if comma else []
        fitting = [
            topic
            for topic in self._desk.reader.topics()
            if topic not in start and f" {wanted}" in f" {fold(topic)}" and topic != last.strip()
        ]
        return [
            Offer(topic, "topic", partial(_with, start, topic), is_found=False)
            for topic in fitting[:MAX_OFFERS]
        ]


def _with(topics: list[str], topic: str) -> list[str]:
    return [*topics, topic]


class SourceLine(FieldLine):
    """The title of a source. One taken from the list is `picked`; other text names a new one.

    In a table the row takes over the picked source whole.
    """

    def __init__(self, field: FormField, desk: PickerDesk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.picked: Source | None = None
        self.textEdited.connect(self._forget)

    def offers(self, text: str) -> Sequence[Offer]:
        reader, lens = self._desk.reader, self._desk.lens
        return [
            # What is typed stands unless one is chosen: Enter must not swap it for another text.
            Offer(title, "source", partial(self._pick, key), is_found=False)
            for key, title in reader.sources(text.strip(), lens, MAX_OFFERS)
        ]

    def _pick(self, source_id: int) -> str:
        self.picked = self._desk.reader.source(source_id, self._desk.lens)
        return self.picked.title if self.picked is not None else self.text()

    def _forget(self) -> None:
        self.picked = None


NO_FACTS: Final = frozenset(
    {"marking", "checked_on", "keep_until", "citations", "attachments", "notes"}
)


def facts_of(kind: str) -> list[tuple[str, str]]:
    """Return the names and labels of what a source can support on the form of a kind, in its order.

    >>> facts_of("person")[:2], ("concluded", "Concluded") in facts_of("agreement")
    ([('title', 'Name'), ('names', 'Other names')], True)
    """
    form = RECORD_FORMS[kind]
    names = dict.fromkeys(item.name for item in form.items())
    return [(name, fact_text(name, kind)) for name in names if name not in NO_FACTS]


class FactLine(FieldLine):
    """What a source supports: a fact on the form of the field's kind, or other words as typed."""

    def offers(self, text: str) -> Sequence[Offer]:
        wanted = fold(text)
        facts = [("", translated_text(self._field.hint)), *facts_of(self._field.kinds[0])]
        fitting = [each for each in facts if f" {wanted}" in f" {fold(each[1])}"]
        fitting.sort(key=lambda each: not fold(each[1]).startswith(wanted))
        return [Offer(label, "", partial(str, name)) for name, label in fitting]
