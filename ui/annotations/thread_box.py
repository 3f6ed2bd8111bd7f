"""An annotation in the list. Collapsed, it shows its header and first words; expanded, its conversation and
actions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from desktop_app.instruments.vocabulary import ThreadStatus
from desktop_app.wording import translate
from ui.annotations.candidate_list import CandidateList
from ui.annotations.kept_words import reply_key
from ui.annotations.mention_text import MentionText
from ui.annotations.placed import PlacedThread
from ui.annotations.reply_form import ReplyForm, outcome_menu
from ui.annotations.thread_content import ThreadContent, link_button
from ui.annotations.thread_host import ThreadHost
from ui.annotations.thread_words import shortened
from ui.annotations.work_row import ThreadWork
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.comparison_view.thread_kinds import kind_name
from ui.widgets.painting import fill_rounded


class ThreadBox(QWidget):
    """Displays one thread, and passes the user's actions to the host.

    Enter opens it, up and down go to its neighbours, Escape returns to the text. A change of the thread replaces what
    is shown; the field of the reply stays, with its words, caret and focus.
    """

    def __init__(self, thread: PlacedThread, host: ThreadHost, *, opened: bool) -> None:
        super().__init__()
        self.placed, self._host, self.opened = thread, host, opened
        self.form: ReplyForm | None = None
        self.work: ThreadWork | None = None
        self._shows: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._content: ThreadContent | None = None
        self._again: QWidget | None = None
        self.show_thread(thread, opened=opened)

    @property
    def reply(self) -> MentionText | None:
        """The field of the reply, if there is one."""
        return self.form.text if self.form is not None else None

    @property
    def candidates(self) -> CandidateList | None:
        """The places among which a person chooses."""
        return self._content.candidates if self._content is not None else None

    @property
    def is_writing(self) -> bool:
        """Whether the reply has words."""
        return self.form is not None and not self.form.is_empty

    def show_thread(self, thread: PlacedThread, *, opened: bool) -> None:
        """Shows the thread as it is now, opened or closed."""
        shows = (thread, opened, self._host.staff, self._host.labels, self._host.candidates_of(thread))
        if shows == self._shows:
            return
        self._shows = shows
        self.placed, self.opened = thread, opened
        self.setAccessibleName(self._spoken())
        focused = self._focus_in_content()
        if self._content is not None:
            self._remove(self._content)
        self._content = ThreadContent(thread, self._host, self, opened=opened)
        self._column.insertWidget(0, self._content)
        self._reveal(self._content)
        self._show_form()
        self._show_work()
        if self.candidates is not None:
            self._reveal(self.candidates)
        if focused:
            self.setFocus()
        self.update()

    def _show_work(self) -> None:
        """Shows the work of an open thread, whose fields keep what is being typed, or the way to reopen it."""
        row = self.placed.row
        works = self.opened and row.status is ThreadStatus.OPEN
        if works and self.work is not None:
            self.work.show_row(row)
        elif works:
            self.work = ThreadWork(self._host, row)
            self._column.addWidget(self.work)
            self._reveal(self.work)
        elif self.work is not None:
            self._remove(self.work)
            self.work = None
        if self._again is not None:
            self._remove(self._again)
            self._again = None
        if self.opened and not works and self.form is None:
            words = translate("Comparison", "Reopen")
            self._again = link_button(words, lambda: self._host.reopen_wanted.emit(row.id))
            self._column.addWidget(self._again)

    def _remove(self, part: QWidget) -> None:
        """Removes a part of the box, which may be handling its own click."""
        self._column.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _reveal(self, part: QWidget) -> None:
        """Shows a part of a visible box: the layout does so only later, and a hidden widget cannot take the focus."""
        if self.isVisible():
            part.show()

    def _focus_in_content(self) -> bool:
        """Whether the focus is in the part that is about to be replaced."""
        focus, part = QApplication.focusWidget(), self._content
        return focus is not None and part is not None and part.isAncestorOf(focus)

    def _show_form(self) -> None:
        """Keeps the field of the reply while the thread is open, or as long as it has words."""
        row, host = self.placed.row, self._host
        kept = host.unfinished.text(reply_key(row.id))
        wanted = self.opened and (row.status is ThreadStatus.OPEN or bool(kept.strip()))
        if not wanted:
            if self.form is not None:
                self._remove(self.form)
                self.form = None
            return
        if self.form is None:
            self.form = self._made_form(kept)
            self._column.insertWidget(1, self.form)
            self._reveal(self.form)
        self.form.text.offer_staff(host.colleagues)
        self.form.show_row(row)

    def _made_form(self, draft: str) -> ReplyForm:
        number, host = self.placed.row.id, self._host
        form = ReplyForm(number, host.unfinished, host.colleagues, draft)
        text = form.text
        text.textChanged.connect(lambda: host.reply_edited.emit(number, text.toPlainText()))
        form.sent.connect(lambda: host.reply_written.emit(number, text.toPlainText()))
        form.reopened.connect(lambda: host.reopen_with_reply.emit(number))
        form.settled.connect(lambda code: host.resolve_wanted.emit(number, code))
        return form

    def outcome_menu(self) -> QMenu:
        """Returns the menu of outcomes that settle the thread."""
        return outcome_menu(self, lambda code: self._host.resolve_wanted.emit(self.placed.row.id, code))

    def _spoken(self) -> str:
        row = self.placed.row
        first = row.messages[0].text[:200] if row.messages else ""
        return f"{kind_name(row.kind.value)}, {row.author_name}, «{shortened(row.quote)}»: {first}"

    # Event handlers

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._host.thread_chosen.emit(self.placed.row.id)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._host.neighbour_wanted.emit(self.placed.row.id, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self._host.closed.emit()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.opened:
            self._host.thread_chosen.emit(self.placed.row.id)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        border = now.accent if self.opened or self.hasFocus() else now.line2
        fill_rounded(painter, QRectF(self.rect()), now.base, 6, border, 2 if self.hasFocus() else 1)
