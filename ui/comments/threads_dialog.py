"""What staff say to each other about a comment or a campaign group: notes and questions, given, answered, settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QListWidget, QVBoxLayout

from desktop_app.errors import AppError
from desktop_app.instruments.staff_threads import About, StaffThread
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.errors import sentence
from ui.jobs import run
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.segmented import Segmented
from ui.workplace import Screen, Workplace


class ThreadsDialog(QDialog):
    """Without a chosen thread what is written opens one, with one it is a reply; `changed` tells either."""

    changed = Signal()

    def __init__(
        self, workplace: Workplace, instrument_id: int, about: About, name: str, parent: Screen
    ) -> None:
        super().__init__(parent)
        self._workplace, self._instrument_id, self.about = workplace, instrument_id, about
        self.threads: tuple[StaffThread, ...] = ()
        self.setWindowTitle(translate("Comments", "Staff threads"))
        self.resize(620, 560)
        self.heading = PlainLabel(name, "heading", bold=True)
        self.note = PlainLabel(
            translate(
                "Comments", "For colleagues only: never published, never mixed with the public's words."
            ),
            "secondary",
            "text2",
            wrap=True,
        )
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setAccessibleName(translate("Comments", "Staff threads"))
        self.kind = Segmented([(one.value, label("thread_kind", one.value)) for one in _KINDS], "note")
        self.person = QComboBox()
        self.person.setAccessibleName(translate("Comments", "Given to"))
        self.text = PlainText("", "interface", editable=True)
        self.text.setFixedHeight(84)
        self.text.setAccessibleName(translate("Comments", "What is to be said"))
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self._write = make_action(self, translate("Comments", "Write"), self.write, key="Ctrl+Return")
        self.settle_button = Button(translate("Comments", "Settled: answered"), writes=True)
        self.dismiss_button = Button(translate("Comments", "Settled: dismissed"), writes=True)
        self.reopen_button = Button(translate("Comments", "Reopen"), writes=True)
        self.settle_button.clicked.connect(lambda: self.settle(ThreadOutcome.ANSWERED))
        self.dismiss_button.clicked.connect(lambda: self.settle(ThreadOutcome.DISMISSED))
        self.reopen_button.clicked.connect(self.reopen)
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.person.activated.connect(lambda _at: self.give())
        self.text.textChanged.connect(self._enable)
        self._lay_out()
        self._read(people=True)

    def chosen(self) -> StaffThread | None:
        """The thread under the selection."""
        at = self.list.currentRow()
        return self.threads[at] if 0 <= at < len(self.threads) else None

    def write(self) -> None:
        """Opens a thread with what stands there, or replies to the chosen one."""
        said, thread = self.text.toPlainText(), self.chosen()
        service, actor = self._workplace.services.staff_threads, self._workplace.actor
        kind, assignee = ThreadKind(self.kind.value()), self.person.currentData()
        if thread is None:
            self._do(lambda: service.open(actor, self.about, kind, said, assignee_id=assignee), wrote=True)
        else:
            self._do(lambda: service.reply(actor, thread.id, said), wrote=True)

    def give(self) -> None:
        """Gives the chosen thread to whoever is chosen; for a new one it waits until it is written."""
        thread, assignee = self.chosen(), self.person.currentData()
        service, actor = self._workplace.services.staff_threads, self._workplace.actor
        if thread is not None and assignee != thread.assignee_id:
            self._do(lambda: service.assign(actor, thread.id, thread.version, assignee))

    def settle(self, outcome: ThreadOutcome) -> None:
        """Settles the chosen thread."""
        thread, service = self.chosen(), self._workplace.services.staff_threads
        if thread is not None:
            self._do(lambda: service.resolve(self._workplace.actor, thread.id, thread.version, outcome))

    def reopen(self) -> None:
        """Opens the chosen thread again."""
        thread, service = self.chosen(), self._workplace.services.staff_threads
        if thread is not None:
            self._do(lambda: service.reopen(self._workplace.actor, thread.id, thread.version))

    def _do(self, act: Callable[[], object], *, wrote: bool = False) -> None:
        def done(_result: object) -> None:
            if wrote:
                self.text.setPlainText("")
            self.changed.emit()
            self._read()

        run(self, act, done, self._on_trouble)

    def _read(self, *, people: bool = False) -> None:
        services, number = self._workplace.services, self._instrument_id

        def read() -> tuple[tuple[StaffThread, ...], tuple[tuple[int, str], ...] | None]:
            found = tuple(
                one for one in services.staff_threads.of_instrument(number) if one.about == self.about
            )
            named = (
                tuple((p.id, p.full_name) for p in services.accounts.all() if p.active) if people else None
            )
            return found, named

        run(self, read, lambda found: self._show(*found), self._on_trouble)

    def _show(self, threads: tuple[StaffThread, ...], people: Sequence[tuple[int, str]] | None) -> None:
        if people is not None:
            self.person.addItem(translate("Comments", "Given to nobody"), None)
            for number, name in people:
                self.person.addItem(name, number)
        chosen = self.chosen()
        self.threads = threads
        self.trouble.hide()
        self.list.clear()
        self.list.addItems([_words(thread) for thread in threads])
        ids = [thread.id for thread in threads]
        self.list.setCurrentRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else -1)
        self._enable()

    def _enable(self) -> None:
        thread = self.chosen()
        is_open = thread is not None and thread.status is ThreadStatus.OPEN
        self._write.setEnabled(bool(self.text.toPlainText().strip()))
        self.kind.setEnabled(thread is None)
        self.settle_button.setEnabled(is_open)
        self.dismiss_button.setEnabled(is_open)
        self.reopen_button.setEnabled(thread is not None and not is_open)
        if thread is not None:
            self.person.setCurrentIndex(max(0, self.person.findData(thread.assignee_id)))
        self.text.setPlaceholderText(
            translate("Comments", "A new note or question…")
            if thread is None
            else translate("Comments", "Reply to the chosen thread…")
        )

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.trouble.setText(sentence(error))
        self.trouble.show()

    def _lay_out(self) -> None:
        settling = QHBoxLayout()
        for button in (self.settle_button, self.dismiss_button, self.reopen_button):
            settling.addWidget(button)
        settling.addStretch(1)
        fields = QHBoxLayout()
        fields.addWidget(self.kind)
        fields.addWidget(self.person, 1)
        foot = QHBoxLayout()
        foot.addWidget(Button.of(self._write, "primary", writes=True))
        foot.addStretch(1)
        close = Button(translate("Comments", "Close"))
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for widget in (self.heading, self.note, self.list):
            column.addWidget(widget)
        column.addLayout(settling)
        column.addLayout(fields)
        column.addWidget(self.text)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


_KINDS = (ThreadKind.NOTE, ThreadKind.QUESTION)


def _words(thread: StaffThread) -> str:
    status = label("thread_status", thread.status.value)
    if thread.outcome is not None:
        status = f"{status} ({label('thread_outcome', thread.outcome.value)})"
    given = fill(translate("Comments", "for {name}"), name=thread.assignee) if thread.assignee else ""
    head = translate("Comments", ", ").join(
        filter(None, (label("thread_kind", thread.kind.value), status, given))
    )
    said = (
        f"{one.author_name}، {day_and_month(tehran_day(one.at))}: {visible_controls(one.text)}"
        for one in thread.messages
    )
    return "\n".join((head, *said))
