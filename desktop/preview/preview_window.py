"""The preview: the pages as they will be on paper, what can be chosen, and what is done with them.

The print controller has one and shows it what is asked. Reading, setting, drawing and writing all
happen beside it; it only ever shows what is finished.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout

from db import MARKINGS, Change, DeskError, marking_level
from desktop.background.delay import SEARCH_IN_PRINT_PAUSE_MS, Delay
from desktop.models.tab_kinds import TAB_KINDS
from desktop.paper.sheets.sheet_forms import SHEET_FORMS
from desktop.preview.output_actions import OutputActions
from desktop.preview.pages.page_layout import FIT_PAGE, FIT_WIDTH, Zoom
from desktop.preview.pages.page_stage import PageStage
from desktop.preview.preview_bar import BarActionSpec, PreviewBar
from desktop.preview.print_recorder import PrintRecorder
from desktop.preview.typesetting import Order, Ready, Typesetting
from desktop.printing.print_request import PrintRequest
from desktop.settings import PAPER, PREVIEW, THUMBNAILS
from desktop.style.theme import space
from desktop.widgets.banner import Banner
from desktop.widgets.message import Message, Notice
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.background.job import Job
    from desktop.dialogs.ask import Ask
    from desktop.paper.typst.typeset import Paper
    from desktop.session.session import Session
    from desktop.settings import Settings


class PreviewWindow(QDialog):
    """`failed` gives a bug; `shown` says that another document stands in the view; `noticed` gives
    what is told when it is closed already, `history_wanted` asks for the list of what was printed,
    `changes_wanted` gives a printed document, `closed` says that nothing more is to come.
    """

    failed = Signal(object)
    shown = Signal()
    noticed = Signal(object)
    history_wanted = Signal()
    changes_wanted = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, settings: Settings, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.session = session
        self._settings = settings
        self.ready: Ready | None = None
        self.order: Order | None = None  # what is shown, or will be
        self.typesetting = Typesetting(session, self)
        self.out = OutputActions(ask, self)
        self._recorder = PrintRecorder(session, self)
        self._make()
        self._connect()
        self._connect_outputs()
        self._add_keys()
        self.resize(space(270), space(210))
        geometry = settings.get(PREVIEW)
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        self.judge()

    # making

    def _make(self) -> None:
        self._banner = Banner(self)
        self.bar = PreviewBar(self, self._action_specs())
        self.buttons = self.bar.buttons
        self.message = Message(self)
        self._notice: Notice | None = None
        self.progress = ProgressLine(self)
        self.stage = PageStage(self)
        self.view = self.stage.view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._banner, self.bar, self.message, self.progress):
            column.addWidget(widget)
        column.addWidget(self.stage, 1)
        is_wanted = self._settings.get(THUMBNAILS)
        self.bar.thumbnails.setChecked(is_wanted)
        self.stage.thumbnails.setVisible(is_wanted)
        self.view.setFocus()  # reading comes first, and its keys turn the pages

    def _action_specs(self) -> list[BarActionSpec]:
        return [
            BarActionSpec("print", self.tr("&Print…"), "print", "Ctrl+P", self.print),
            BarActionSpec("pdf", self.tr("Save as P&DF…"), "save-as", "Ctrl+S", self.save_pdf),
            BarActionSpec(
                "word", self.tr("Save for &Word…"), "document", "Ctrl+Shift+S", self.save_word
            ),
            BarActionSpec("copy", self.tr("Copy as &text"), "copy", "Ctrl+Shift+C", self.copy_text),
            BarActionSpec(
                "changed",
                self.tr("P&rint history…"),
                "changed",
                "Ctrl+Shift+R",
                self.history_wanted.emit,
            ),
        ]

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.form_chosen.connect(lambda form: self.choose(form=form))
        bar.ceiling_chosen.connect(self.limit)
        bar.paper_chosen.connect(self._choose_paper)
        bar.zoom_wanted.connect(view.set_zoom)
        bar.zoom_stepped.connect(view.step_zoom)
        bar.page_wanted.connect(view.go_to)
        bar.thumbnails_wanted.connect(self._show_thumbnails)
        self._search_delay = Delay(
            self, SEARCH_IN_PRINT_PAUSE_MS, lambda: self.stage.look_for(bar.search.text())
        )
        bar.looked_for.connect(self._search_delay.start)
        bar.hit_stepped.connect(self._step_hit)
        self.stage.hits.changed.connect(self._show_hits)
        view.zoomed.connect(lambda: bar.show_zoom(view.zoom, view.factor))
        self.stage.turned.connect(bar.show_page)
        self.stage.drawing.failed.connect(self.failed)
        self.message.acted.connect(self._act)
        self.progress.cancelled.connect(self._cancel)
        typesetting = self.typesetting
        typesetting.began.connect(self.progress.start)
        typesetting.advanced.connect(self.progress.advance)
        typesetting.ended.connect(self._rest)
        typesetting.ready.connect(self._show)
        typesetting.refused.connect(self._refuse)
        typesetting.failed.connect(self.failed)
        self.session.changed.connect(self._take)
        self.session.lens_changed.connect(self._follow_lens)

    def _connect_outputs(self) -> None:
        out, recorder = self.out, self._recorder
        out.started.connect(self._follow_output)
        out.ended.connect(self._rest)
        out.noticed.connect(self.notify)
        out.handed.connect(recorder.keep)
        out.failed.connect(self.failed)
        out.over.connect(self._close_after_output)
        recorder.noticed.connect(self.notify)
        recorder.seen_before.connect(self._show_earlier_print)
        recorder.changes_wanted.connect(self.changes_wanted)

    def _add_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+F", self._focus_search),
            ("Ctrl+=", lambda: self.view.step_zoom(1)),
            ("Ctrl+0", lambda: self.view.set_zoom(Zoom("", 1.0))),
            ("Ctrl+1", lambda: self.view.set_zoom(Zoom(FIT_WIDTH))),
            ("Ctrl+2", lambda: self.view.set_zoom(Zoom(FIT_PAGE))),
            ("Ctrl+G", self._focus_page),
            ("F5", self.set_again),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    # what is set

    def ask(self, request: PrintRequest) -> None:
        """Show what is asked, through the window's lens."""
        lens = self.session.lens
        paper = self._settings.get(PAPER)
        self._empty_out("")
        self.message.dismiss()
        self._set(Order(request, lens, paper))

    def set_again(self) -> None:
        """Read and set the same once more, as the desk is now."""
        if self.order is not None:
            self.message.dismiss()
            self._set(self.order)

    def _set(self, order: Order) -> None:
        self.order = order
        self._show_choices(order)
        self.typesetting.begin(order)
        self.judge()

    def _show_choices(self, order: Order) -> None:
        forms = [(name, SHEET_FORMS[name].name) for name in order.request.forms]
        self.bar.form.setEnabled(bool(forms))
        if not forms:
            forms = [(order.request.form, self.tr("Changes since printing"))]
        self.bar.show_forms(forms, order.request.form)
        title = self.tr("Preview")
        if not order.request.is_nameless:
            name = next(text for form, text in forms if form == order.request.form)
            title = f"{name} – {order.request.name}"
        self.setWindowTitle(title)
        self.bar.show_ceilings(self.session.lens.ceiling, order.lens.ceiling)
        self.bar.show_paper(order.paper)

    def choose(self, *, form: str) -> None:
        """Set what is shown in another form."""
        if self.order is not None and form != self.order.request.form:
            self._set(replace(self.order, request=replace(self.order.request, form=form)))

    def limit(self, ceiling: int) -> None:
        """Set what is shown anew under another ceiling."""
        order = self.order
        if order is None or ceiling == order.lens.ceiling:
            return
        if ceiling < order.lens.ceiling:
            self._empty_out("")  # what lies above is gone at once, not when the rest is there
        self._set(replace(order, lens=replace(order.lens, ceiling=ceiling)))

    def _choose_paper(self, paper: Paper) -> None:
        order, ready = self.order, self.ready
        if order is None or paper == order.paper:
            return
        self._settings.put(PAPER, paper)
        self.order = replace(order, paper=paper)
        if ready is not None and ready.order == order and self.typesetting.order is None:
            self.typesetting.again(self.order, ready.read)
            self.judge()
        else:
            self._set(self.order)

    def _follow_lens(self) -> None:
        order, lens = self.order, self.session.lens
        if order is None:
            return
        ceiling = min(order.lens.ceiling, lens.ceiling)
        if ceiling < order.lens.ceiling:
            order = self._forget_names(order)
        if not self.isHidden():
            self._set(replace(order, lens=replace(lens, ceiling=ceiling)))

    def _forget_names(self, order: Order) -> Order:
        """Put away what was told of a document under a higher ceiling, its name too.

        The name, which is proposed for files as well, may be that of a record, a saved search or a
        filter that lies above the ceiling now.
        """
        self._empty_out("")
        self.message.forget()
        self.out.forget_name()
        if self.out.job is not None:
            self.progress.rename(self.out.job.label)
        request = order.request.without_names(_neutral_title(order.request))
        self.setWindowTitle(self.tr("Preview"))
        return replace(order, request=request)

    def _take(self, change: Change) -> None:
        """Tell when something on the pages is no longer as it is printed there."""
        if self.ready is None or self.isHidden():
            return
        question = self.ready.order.request.question
        is_listed = question is not None and question.kind in change.kinds
        if change.many or is_listed or not self.ready.read.used.keys().isdisjoint(change.ids):
            message = self.tr("The desk has changed since these pages were laid out.")
            self.notify(Notice("info", message, self.tr("Refresh"), self.set_again))

    def _cancel(self) -> None:
        if self.out.job is not None:
            self.out.cancel()
            return
        self.typesetting.cancel()
        if self.ready is None:
            self._empty_out(self.tr("The preview was cancelled; press F5 to refresh it."))
        elif self.order is not None:
            self.order = self.ready.order
            self._show_choices(self.order)

    def _rest(self) -> None:
        self.progress.finish()
        self.judge()

    def _refuse(self, refusal: DeskError) -> None:
        self._empty_out(str(refusal))

    def _empty_out(self, says: str) -> None:
        """Show a sentence, or nothing, in place of pages."""
        self.ready = None
        self._banner.show_marking(0, "")
        self.stage.show_sentence(says)
        self.judge()

    def _show(self, ready: Ready) -> None:
        self.ready = ready
        self.stage.show_pages(ready.pages)
        level = max(marking_level(sheet.marking or "0") for sheet in ready.read.sheets)
        self._banner.show_marking(level, MARKINGS[level] if level else "")
        if ready.printed.says:
            self.notify(Notice("warn", ready.printed.says))
        self.stage.look_for(self.bar.search.text())
        focus = self.focusWidget()
        if focus is None or not focus.isVisibleTo(self):
            self.view.setFocus()
        self.judge()
        self._recorder.look(ready)
        self.shown.emit()

    def judge(self) -> None:
        """Enable what can be done with what is there."""
        is_there = self.ready is not None and self.typesetting.order is None
        for name, button in self.buttons.items():
            button.setEnabled((is_there or name == "changed") and self.out.job is None)

    def _show_thumbnails(self, is_wanted: bool) -> None:
        self._settings.put(THUMBNAILS, is_wanted)
        self.stage.thumbnails.setVisible(is_wanted)

    # what is done with it

    def print(self) -> None:
        """Print the document that is shown."""
        if self.ready is not None:
            self.out.print(self.ready, self.view.page)

    def save_pdf(self) -> None:
        """Save the document that is shown as PDF."""
        if self.ready is not None:
            self.out.save_pdf(self.ready)

    def save_word(self) -> None:
        """Save the document that is shown for Word."""
        if self.ready is not None:
            self.out.save_word(self.ready)

    def copy_text(self) -> None:
        """Put the words of the document that is shown on the clipboard."""
        if self.ready is not None:
            self.out.copy_text(self.ready)

    def _follow_output(self, job: Job) -> None:
        self.message.dismiss()
        self.progress.start(job.label)
        job.progressed.connect(self.progress.advance)
        self.judge()

    def _close_after_output(self) -> None:
        if self.isHidden():  # it was closed meanwhile
            self.closed.emit()

    # words

    def _focus_search(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _focus_page(self) -> None:
        self.bar.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.page.selectAll()

    def _step_hit(self, step: int) -> None:
        if self._search_delay.isActive():
            self._search_delay.stop()
            self.stage.look_for(self.bar.search.text())
        else:
            self.stage.hits.step(step)

    def _show_hits(self) -> None:
        hits = self.stage.hits
        self.bar.show_hits(hits.words, hits.at + 1, len(hits.found), is_whole=hits.is_whole)

    # what is told, and the end

    def notify(self, notice: Notice) -> None:
        """Show a sentence on the line of the preview; of a closed one, on that of the window."""
        self._notice = notice
        if self.isHidden():
            self.noticed.emit(notice)
            return
        self.message.say(notice.kind, notice.text, notice.action, notice.more)

    def _show_earlier_print(self, notice: Notice) -> None:
        """Tell of the time before, unless something else is told."""
        if not self.isHidden() and self.message.isHidden():
            self.notify(notice)

    def _act(self) -> None:
        if self._notice is not None and self._notice.act is not None:
            self._notice.act()

    def end(self) -> None:
        """Close at once; what is being set or written is given up."""
        self._settings.put(PREVIEW, bytes(self.saveGeometry().data()))
        self.session.changed.disconnect(self._take)
        self.session.lens_changed.disconnect(self._follow_lens)
        self.typesetting.close()
        self.out.close()
        self._recorder.close()
        self.stage.close_pages()
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        job = self.out.job
        if job is None:
            self.closed.emit()
            return
        # What is being printed or written goes on; its end is the end of the preview.
        self.hide()
        self.typesetting.cancel()
        message = self.tr("{what} continues; this line says when it is done.").format(
            what=job.label
        )
        self.notify(Notice("info", message, self.tr("Cancel"), self.out.cancel))


def _neutral_title(request: PrintRequest) -> str:
    """Return what a list is called that nothing is told of, and what records are."""
    if request.question is None:
        return QCoreApplication.translate("PreviewWindow", "Document")
    name = next(each.name for each in TAB_KINDS if each.kind == request.kind)
    return QCoreApplication.translate("Tabs", name)
