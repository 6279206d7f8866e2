"""A merge told in sentences: what it would do, what it did; the dialog and the controller ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from db import local_time, short_months
from desktop.importing.import_words import count_phrase

if TYPE_CHECKING:
    from db import MergeReport


def _tr(text: str) -> str:
    return QCoreApplication.translate("Merge", text)


def preview_text(report: MergeReport) -> str:
    """Return what a merge would do."""
    phrases = _phrases(
        report, (_tr("to add: {what}"), _tr("to change: {what}"), _tr("to delete: {what}"))
    )
    if not phrases and report.conflicts:
        text = _tr("Only what both desks changed differs; it is listed below.")
    elif not report.has_effect:
        text = _tr("The other desk has nothing that this one has not; nothing would be changed.")
    else:
        text = _tr("{what}.").format(what=_begin_large("; ".join(phrases))) if phrases else ""
    texts = _courier_text(report), text, *_more_texts(report), _withheld_text(report)
    return " ".join(filter(None, texts))


def done_text(report: MergeReport, name: str) -> str:
    """Return what a merge did, in a sentence or two."""
    phrases = _phrases(report, (_tr("{what} added"), _tr("{what} changed"), _tr("{what} deleted")))
    if phrases:
        text = _tr("Merged {name}: {what}.").format(name=name, what="; ".join(phrases))
    elif report.has_effect:
        text = _tr("Merged {name}.").format(name=name)
    else:
        text = _tr("Merged {name}: nothing was changed.").format(name=name)
    more = _more_texts(report)
    if report.undecided_count:
        says = _tr("Not decided, and as this desk had it: {n}.")
        more.append(says.format(n=_number(report.undecided_count)))
    if report.alike:
        says = _tr("Added and like other records: {n}; Duplicates shows them.")
        more.append(says.format(n=_number(len(report.alike))))
    return " ".join(filter(None, (text, *more, _withheld_text(report))))


def _more_texts(report: MergeReport) -> list[str]:
    """Return what a merge does beside the records."""
    texts = []
    for count, says in (
        (report.searches, _tr("Saved searches added or changed: {n}.")),
        (report.verdicts, _tr("Pairs known not to be the same: {n}.")),
    ):
        if count:
            texts.append(says.format(n=_number(count)))
    if report.settings:
        texts.append(_tr("Settings taken: {what}.").format(what="; ".join(report.settings)))
    return [*texts, *report.notes]


def _courier_text(report: MergeReport) -> str:
    """Say which courier it is, whose, and for whom it was made."""
    courier = report.courier
    if courier is None:
        return ""
    text = _tr("Courier {number} from “{sender}” for “{to}”, made by {author} on {day}.")
    return text.format(
        number=courier.number,
        sender=courier.sender,
        to=courier.to,
        author=courier.author,
        day=short_months(local_time(courier.time)),
    )


def _phrases(report: MergeReport, texts: tuple[str, str, str]) -> list[str]:
    counts = (report.added, report.updated, report.removed)
    return [
        text.format(what=phrase)
        for text, count in zip(texts, counts, strict=True)
        if (phrase := count_phrase(count))
    ]


def _withheld_text(report: MergeReport) -> str:
    if not report.withheld:
        return ""
    return _tr("Above the ceiling and left as it is: {n}.").format(n=_number(report.withheld))


def _number(count: int) -> str:
    return QLocale().toString(count)


def _begin_large(text: str) -> str:
    return text[:1].upper() + text[1:]
