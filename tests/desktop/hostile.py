"""A desk whose every text is markup, and what is wrong with a widget that believes it.

The picture that the markup names is watched: whoever opens it has read the markup.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Looks
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QMessageBox,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from db import (
    Agreement,
    Attachment,
    Citation,
    Contact,
    Event,
    HistoricalDate,
    Identifier,
    Invalid,
    Lens,
    Link,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Record,
    Ref,
    Source,
    Store,
    Tenure,
)
from desktop.widgets.plain import plain_tip

MARK = "Zzh"  # in every hostile text, so that a widget that shows data is known
KEPT = {"uid", "created", "changed", "sha256", "country", "checked_on", "keep_until", "local_time"}
OWN_LINKS = {"record", "history", "attachment", "undo", "all"}
ROWS = 60  # of a model that are looked at
IN_OPEN = 0x20
ROLES = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.StatusTipRole,
)


def text_with(picture: Path, number: int) -> str:
    """A text that is a picture, a tag, an entity, a shortcut, a turned direction and long."""
    ways = (
        f'<img src="{picture}">{MARK}{number} R&D <b>AT&T</b> &amp; &lt;i&gt;',
        f"{MARK}{number} <a href=\"file://{picture}\">x</a> <img src='file://{picture}'/> &x",
        f"<html><body background='{picture}'>{MARK}{number}<link rel=stylesheet href='{picture}'>",
        f"![x]({picture}) **{MARK}{number}** <table background='{picture}'><tr><td>&y",
        f"\u202e{MARK}{number}<img src={picture}>\u202c " + "long<b>er</b> " * 40,
    )
    return ways[number % len(ways)]


class Hostile:
    """Fills a store with records whose texts are all markup."""

    def __init__(self, store: Store, picture: Path) -> None:
        self._store = store
        self._picture = picture
        self._count = 0

    def text(self) -> str:
        """The next text."""
        self._count += 1
        return text_with(self._picture, self._count)

    def save(self, record: Any) -> Any:
        """Save a record with every text of it, and of its parts, that may be markup as markup."""
        texts: list[tuple[Any, str, str]] = []
        self._fill(record, texts)
        while True:
            try:
                self._store.save(record, Lens())
            except Invalid as refusal:
                for each in [each for each in texts if _is_named(each, record, refusal)]:
                    setattr(each[0], each[1], each[2])
                    texts.remove(each)
                    break
                else:
                    raise
            else:
                return self._store.reader.get(record.id, Lens())

    def _fill(self, item: Any, texts: list[tuple[Any, str, str]]) -> None:
        for each in type(item).model_fields:
            value = getattr(item, each)
            if each == "topics":
                item.topics = [self.text(), self.text()]
            elif isinstance(value, str) and each not in KEPT:
                texts.append((item, each, value))
                setattr(item, each, self.text())
            elif isinstance(value, Source):
                self._fill(value, texts)
            elif isinstance(value, list):
                for part in value:
                    self._fill(part, texts)

    def desk(self) -> None:
        """Four records of every kind, tied to each other."""
        since = HistoricalDate.parse("2021")
        data = b"attached"
        sha = hashlib.sha256(data).hexdigest()
        for _ in range(3):
            body = self.save(Organization(title="x", country="pk", offices=[Office(title="x")]))
            office = OfficeRef(body.offices[0].id)
            person = self.save(
                Person(
                    title="x",
                    country="pk",
                    names=[Name(text="x"), Name(text="x", kind="native", language="ur")],
                    contacts=[Contact(value="x"), Contact(kind="email", value="x")],
                    identifiers=[Identifier(scheme="x", value="x")],
                    ranks=[Rank(title="x", service="x", since=since)],
                    tenures=[Tenure(office=office, since=since, end_state="ongoing")],
                    citations=[Citation(source=Source(title="x"), passage="x")],
                    notes=[Note(text="x", author="x")],
                    attachments=[Attachment(file_name="x", size=8, sha256=sha, data=data)],
                    links=[Link(other=Ref(body.id), nature="x")],
                )
            )
            pact = self.save(
                Agreement(
                    title="x",
                    concluded=since,
                    parties=[
                        Party(who=Ref(body.id), actions=[PartyAction(date=since)]),
                        Party(who=Ref(person.id)),
                    ],
                )
            )
            for when in ("2021-05", "2025"):
                self.save(
                    Event(
                        title="x",
                        start=HistoricalDate.parse(when),
                        country="pk",
                        participants=[Participant(who=Ref(key.id)) for key in (person, body)],
                        links=[Link(other=Ref(pact.id), nature="x")],
                    )
                )


def _is_named(text: tuple[Any, str, str], record: Record, refusal: Invalid) -> bool:
    """Whether a refusal is about a text: the last name of its path, and the text itself."""
    item, name, _ = text
    return any(
        path.rpartition(".")[2] == name and _at(record, path) is item for path in refusal.problems
    )


def _at(record: Record, path: str) -> Any:
    """The item that a path of a refusal lies in: `parties[0].actions[1].note`."""
    item: Any = record
    for step in path.split(".")[:-1]:
        name, _, place = step.partition("[")
        item = getattr(item, name)
        if place:
            item = item[int(place[:-1])]
    return item


# what is wrong with what is shown


def is_believed(text: str) -> bool:
    """Whether Qt would take a text for a page in which data is markup."""
    if not Looks.mightBeRichText(text):
        return False
    inner = text.removeprefix(plain_tip("<b>").partition("&lt;")[0]).removesuffix("</p>")
    return "<" in inner


def swallows(text: str) -> bool:
    """Whether a sign of a shortcut stands where data has an ampersand."""
    return MARK in text and "&" in text[text.index(MARK) :].replace("&&", "")


def faults(top: QWidget) -> Iterator[str]:
    """Everything under a widget, itself included, that takes data for markup."""
    for widget in [top, *top.findChildren(QWidget)]:
        where = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for name in ("toolTip", "statusTip", "whatsThis"):
            if is_believed(getattr(widget, name)()):
                yield f"{where}: {name} “{getattr(widget, name)()[:60]}”"
        yield from (f"{where}: {fault}" for fault in _shown(widget))
    for action in top.findChildren(QAction):
        for name in ("toolTip", "statusTip", "whatsThis"):
            if is_believed(getattr(action, name)()):
                yield f"action “{action.text()[:40]}”: {name}"
        if swallows(action.text()):
            yield f"action “{action.text()[:60]}” loses an ampersand"


def _shown(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QMessageBox):
        if widget.textFormat() != Qt.TextFormat.PlainText:
            yield "a message box that may be a page"
    elif isinstance(widget, QTextEdit):
        yield from _page(widget)
    elif (isinstance(widget, QAbstractItemView) and widget.model() is not None) or isinstance(
        widget, QComboBox
    ):
        yield from _model(widget.model())
    elif isinstance(widget, QAbstractButton):
        if swallows(widget.text()):
            yield f"“{widget.text()[:60]}” loses an ampersand"
    elif isinstance(widget, QTabBar):
        for at in range(widget.count()):
            if is_believed(widget.tabToolTip(at)) or swallows(widget.tabText(at)):
                yield f"the tab “{widget.tabText(at)[:60]}”"


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    way = label.textFormat()
    if way == Qt.TextFormat.RichText:
        if MARK in text and any(f"<{tag}" in text for tag in ("img", "b>", "body", "table")):
            yield f"markup in a label that is a page: “{text[:60]}”"
    elif label.metaObject().className() == "QTipLabel":  # Qt's own, for all tool tips
        if is_believed(text):
            yield f"a tool tip on show: “{text[:60]}”"
    elif way != Qt.TextFormat.PlainText and MARK in text:
        yield f"a label that may be a page: “{text[:60]}”"
    elif label.buddy() is not None and swallows(text):
        yield f"“{text[:60]}” loses an ampersand"


def _page(edit: QTextEdit) -> Iterator[str]:
    if not edit.isReadOnly() and edit.acceptRichText():
        yield "a field that takes pages"
    if isinstance(edit, QTextBrowser) and (edit.openLinks() or edit.openExternalLinks()):
        yield "a page that follows links by itself"
    block = edit.document().begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            form = part.fragment().charFormat()
            if form.isImageFormat():
                yield f"a picture: {form.toImageFormat().name()[:60]}"
            if form.isAnchor() and form.anchorHref().partition(":")[0] not in OWN_LINKS:
                yield f"a link elsewhere: {form.anchorHref()[:60]}"
            part += 1
        block = block.next()


def _model(model: QAbstractItemModel) -> Iterator[str]:
    root = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for column in range(columns):
        for role in ROLES:
            said = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(said, str) and is_believed(said):
                yield f"heading {column} of {type(model).__name__}: {said[:60]}"
    for row in range(min(model.rowCount(root), ROWS)):
        for column in range(columns):
            for role in ROLES:
                said = model.data(model.index(row, column, root), role)
                if isinstance(said, str) and is_believed(said):
                    yield f"{role.name} of {type(model).__name__}: {said[:60]}"


class Watch:
    """Tells whether a file was opened by anybody, as far as this system can say so."""

    def __init__(self, path: Path) -> None:
        self._handle = -1
        self.is_able = sys.platform == "linux"
        if sys.platform == "linux":
            system = ctypes.CDLL(None, use_errno=True)
            self._handle = system.inotify_init1(os.O_NONBLOCK)
            assert system.inotify_add_watch(self._handle, os.fsencode(path), IN_OPEN) >= 0

    def was_opened(self) -> bool:
        """Whether it was opened since this was asked last."""
        if self._handle < 0:
            return False
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Give the handle back."""
        if self._handle >= 0:
            os.close(self._handle)
