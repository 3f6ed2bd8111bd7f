"""The staff's conversation (گفت‌وگوی کارکنان) below the comments of a provision; it is never published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop_app.errors import ConflictError
from desktop_app.instruments.comments.review import CommentedProvision, Review
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.comments.staff_threads import KINDS
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.unfinished import Key
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.comments.conversation import Conversing, Thread, about_of, thread_words, threads_at
from ui.guard import guarded
from ui.jobs import run, show_error
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.segmented import Segmented
from ui.widgets.unsaved import mark_kept
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices

#: The heights of the list of threads and of the text field, in pixels.
_LIST: Final = 132
_LEAST_LIST: Final = 48
_FIELD: Final = 56
_COMMENT, _TEXT = "comment", "text"


class ConversationPane(QWidget):
    """Lists the threads. Text is sent as a reply to the selected thread, or opens a new one if none is selected.

    `changed` is emitted after a change to a thread, and `left` when the focus should return to the comments.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace[CommentsServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._review: Review | None = None
        self._part: CommentedProvision | None = None
        self._comment: CommentRow | None = None
        self.threads: tuple[Thread, ...] = ()
        self.title = PlainLabel(translate("Comments", "Staff threads"), "secondary", bold=True)
        self.counted = PlainLabel("", "header", "text2")
        note = translate("Comments", "The public does not see them")
        self.note = PlainLabel(note, "header", "text2", elide=True)
        self.list = _Threads()
        on_comment, on_text = translate("Comments", "On this comment"), translate("Comments", "On the text")
        self.about = Segmented([(_COMMENT, on_comment), (_TEXT, on_text)], _COMMENT)
        self.kind = Segmented([(one.value, label("thread_kind", one.value)) for one in KINDS], "note")
        self.person = QComboBox()
        self.text = PlainText("", "interface", editable=True)
        self.write_button = Button(
            translate("Comments", "Write"), size="small", key="Ctrl+Return", writes=True
        )
        self.open_button = Button(
            translate("Comments", "Write to colleagues"), "ghost", size="small", key="T"
        )
        self.settle_button = Button(translate("Comments", "Settled: answered"), size="small", writes=True)
        self.dismiss_button = Button(translate("Comments", "Settled: dismissed"), size="small", writes=True)
        self.reopen_button = Button(translate("Comments", "Reopen"), size="small", writes=True)
        self.new_button = Button(translate("Comments", "A new thread"), "ghost", size="small")
        self.writing = QWidget()
        self._lay_out()
        self._wire()
        self.writing.hide()

    def show_people(self, people: Sequence[tuple[int, str]]) -> None:
        """Sets the possible assignees, as pairs of id and name."""
        held = self.person.currentData()
        self.person.clear()
        self.person.addItem(translate("Comments", "Given to nobody"), None)
        for number, name in people:
            self.person.addItem(name, number)
        self.person.setCurrentIndex(max(0, self.person.findData(held)))

    def show_review(self, review: Review) -> None:
        """Sets the review. For another instrument, restores the unsent text about it."""
        other = self._review is None or self._review.detail.row.id != review.detail.row.id
        self._review = review
        if other:
            self._bring_back()

    def show_part(self, part: CommentedProvision) -> None:
        """Sets the provision."""
        self._part = part
        self._show()

    def show_comment(self, comment: CommentRow | None) -> None:
        """Sets the comment that a new thread is about."""
        self._comment = comment
        self._show()

    def chosen(self) -> Thread | None:
        """Returns the selected thread, or None."""
        at = self.list.currentRow()
        return self.threads[at] if 0 <= at < len(self.threads) else None

    def begin(self) -> None:
        """Shows and focuses the text field."""
        if self._review is None:
            return
        self.writing.show()
        self.open_button.hide()
        self._enable()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_writing(self) -> None:
        """Hides the text field without clearing it, and emits `left`."""
        self.writing.hide()
        self.open_button.show()
        self.list.setCurrentRow(-1)
        self.left.emit()

    def write(self) -> None:
        """Sends the text, as a new thread or as a reply to the selected one."""
        desk, part, said, thread = self._desk(), self._part, self.text.toPlainText(), self.chosen()
        if desk is None or part is None or not said.strip():
            return
        kind, assignee = ThreadKind(self.kind.value()), self.person.currentData()
        if thread is not None:
            self._do(lambda: desk.reply(thread, said), wrote=True)
        elif self._comment is not None and (self.about.value() == _COMMENT or part.place is None):
            about = about_of(self._comment)
            self._do(lambda: desk.open_on_comment(about, kind, said, assignee), wrote=True)
        elif part.place is not None:
            self._do(lambda: desk.open_on_text(part, kind, said, assignee), wrote=True)

    def give(self) -> None:
        """Assigns the selected thread to the selected person; for a new thread this happens when it is sent."""
        desk, thread, assignee = self._desk(), self.chosen(), self.person.currentData()
        if desk is not None and thread is not None and assignee != thread.assignee_id:
            self._do(lambda: desk.give(thread, assignee))

    def settle(self, outcome: ThreadOutcome) -> None:
        """Resolves the selected thread."""
        desk, thread = self._desk(), self.chosen()
        if desk is not None and thread is not None:
            self._do(lambda: desk.settle(thread, outcome))

    def reopen(self) -> None:
        """Reopens the selected thread."""
        desk, thread = self._desk(), self.chosen()
        if desk is not None and thread is not None:
            self._do(lambda: desk.reopen(thread))

    def _desk(self) -> Conversing | None:
        review = self._review
        if review is None:
            return None
        return Conversing(
            self._workplace.services, self._workplace.actor, review.detail.row.id, review.exposed or 0
        )

    def _do(self, act: Callable[[], object], *, wrote: bool = False) -> None:
        def done(_result: object) -> None:
            if wrote:
                self.text.setPlainText("")
            self.changed.emit()

        def trouble(error: Exception) -> None:
            # The typed text is kept. After a conflict the threads are reloaded.
            if isinstance(error, ConflictError):
                self.changed.emit()
            show_error(self, error)

        run(self, act, done, trouble)

    def _show(self) -> None:
        review, part = self._review, self._part
        if review is None or part is None:
            return
        chosen = self.chosen()
        self.threads = threads_at(review, part, self._comment)
        quiet = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([thread_words(thread, review) for thread in self.threads])
        keys = [(type(thread), thread.id) for thread in self.threads]
        held = (type(chosen), chosen.id) if chosen is not None else None
        self.list.setCurrentRow(keys.index(held) if held in keys else -1)
        self.list.blockSignals(quiet)
        self.list.setVisible(bool(self.threads))
        still = sum(thread.status is ThreadStatus.OPEN for thread in self.threads)
        words = fill(translate("Comments", "{n} open"), n=still)
        self.counted.setText(words if self.threads else translate("Comments", "none on this provision"))
        self._enable()

    def _enable(self) -> None:
        thread, part = self.chosen(), self._part
        is_open = thread is not None and thread.status is ThreadStatus.OPEN
        can_text = part is not None and part.place is not None
        self.about.setVisible(thread is None and can_text and self._comment is not None)
        self.kind.setVisible(thread is None)
        self.write_button.setEnabled(bool(self.text.toPlainText().strip()))
        self.settle_button.setVisible(is_open)
        self.dismiss_button.setVisible(is_open)
        self.reopen_button.setVisible(thread is not None and not is_open)
        self.new_button.setVisible(thread is not None)
        if thread is not None:
            self.person.setCurrentIndex(max(0, self.person.findData(thread.assignee_id)))
        self.text.setPlaceholderText(
            translate("Comments", "A new note or question…")
            if thread is None
            else translate("Comments", "Reply to the chosen thread…")
        )

    def _on_chosen(self) -> None:
        if self.chosen() is not None:
            self.writing.show()
            self.open_button.hide()
        self._enable()

    def _on_typed(self) -> None:
        review = self._review
        if review is not None:
            key, row = _key(review), review.detail.row
            if self.text.toPlainText().strip():
                self._workplace.unfinished.keep(key, self.text.toPlainText(), row.title, (row.id,))
            else:
                self._workplace.unfinished.drop(key)
        self._enable()

    def _bring_back(self) -> None:
        kept = self._workplace.unfinished.text(_key(self._review)) if self._review is not None else ""
        quiet = self.text.blockSignals(True)
        self.text.setPlainText(kept)
        self.text.blockSignals(quiet)
        if kept:
            self.writing.show()
            self.open_button.hide()
        self._enable()

    def _wire(self) -> None:
        self.open_button.clicked.connect(self.begin)
        self.write_button.clicked.connect(self.write)
        self.new_button.clicked.connect(lambda: self.list.setCurrentRow(-1))
        self.settle_button.clicked.connect(lambda: self.settle(ThreadOutcome.ANSWERED))
        self.dismiss_button.clicked.connect(lambda: self.settle(ThreadOutcome.DISMISSED))
        self.reopen_button.clicked.connect(self.reopen)
        self.list.currentRowChanged.connect(lambda _row: self._on_chosen())
        self.person.activated.connect(lambda _at: self.give())
        self.text.textChanged.connect(self._on_typed)
        unfinished = self._workplace.unfinished
        unfinished.restored.connect(self._bring_back)
        unfinished.thrown_away.connect(lambda _texts: self._bring_back())

    def _lay_out(self) -> None:
        # While something is written in a low window, the list gives way.
        self.list.setMinimumHeight(_LEAST_LIST)
        self.list.setMaximumHeight(_LIST)
        self.about.setAccessibleName(translate("Comments", "What it is about"))
        self.kind.setAccessibleName(translate("Comments", "Note or question"))
        self.person.setAccessibleName(translate("Comments", "Given to"))
        self.text.keep_height(_FIELD)
        self.text.setAccessibleName(translate("Comments", "What is to be said"))
        mark_kept(self.text)
        head = QHBoxLayout()
        set_margins(head, 20, 4, 12, 4)
        head.setSpacing(10)
        for widget in (self.title, self.counted):
            head.addWidget(widget)
        head.addWidget(self.note, 1)
        head.addWidget(self.open_button)
        fields = QHBoxLayout()
        for choice in (self.about, self.kind):
            fields.addWidget(choice)
        fields.addWidget(self.person, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.write_button)
        for button in (self.settle_button, self.dismiss_button, self.reopen_button, self.new_button):
            foot.addWidget(button)
        foot.addStretch(1)
        inner = QVBoxLayout(self.writing)
        inner.setContentsMargins(20, 2, 20, 4)
        inner.setSpacing(4)
        inner.addLayout(fields)
        inner.addWidget(self.text)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        listed = QHBoxLayout()
        listed.setContentsMargins(10, 0, 10, 4)
        listed.addWidget(self.list)
        column.addLayout(head)
        column.addLayout(listed)
        column.addWidget(self.writing)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # The text field handles send and Escape itself; the screen has commands with the same shortcuts.
        asked = isinstance(event, QKeyEvent) and (_sends(event) or event.key() == Qt.Key.Key_Escape)
        if asked and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _sends(event):
            # The button is disabled while the database is unreachable, and so is its shortcut.
            if self.write_button.isEnabled():
                self.write()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_writing()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box, top=True)


class _Threads(QListWidget):
    """The list of threads, each with all its messages as plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("threads")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Comments", "Staff threads"))


def _sends(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _key(review: Review) -> Key:
    """Returns the key of the unsent text: one per instrument."""
    return Key("instrument", review.detail.row.id, "conversation")
