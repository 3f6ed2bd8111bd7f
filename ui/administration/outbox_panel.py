"""Messages to petitioners: waiting, sent and failed ones; sending and retrying them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.outbox.addresses import DeliveryFailure
from desktop_app.petitions.outbox.batches import sends
from desktop_app.petitions.outbox.model import MessageState
from desktop_app.progress import Progress
from desktop_app.scheduling.plan import TaskName
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from desktop_app.wording.messages import became_words, message_words, standing_words
from ui import jobs
from ui.actions import make_action
from ui.administration.outbox_words import choices, facts, receipts_words, roster_row, written_words
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel, PlainLabel, PlainText
from ui.widgets.roster import Roster, RosterPane
from ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop_app.intake.receipts import ReceiptsRead
    from desktop_app.petitions.outbox.delivery import HandedOn
    from desktop_app.petitions.outbox.service import OutboxRow
    from desktop_app.petitions.outbox.settings import MessageSettings
    from desktop_app.petitions.outbox.standing import OutboxStatus
    from desktop_app.services import AdministrationServices
    from ui.jobs import Job
    from ui.workplace import Workplace

    Read = tuple[tuple[OutboxRow, ...], Mapping[MessageState, int], MessageSettings, OutboxStatus | None]

#: The message states of each choice above the list; the last choice shows all.
_SHOWN: Final = {
    "failed": (MessageState.FAILED,),
    "waiting": (MessageState.WAITING, MessageState.TAKEN),
    "sent": (MessageState.SENT,),
    "delivered": (MessageState.DELIVERED,),
    "all": (),
}


class OutboxPanel(QWidget):
    """`done` reports what was done, `opened` requests a petition."""

    done = Signal(str, object)
    opened = Signal(ID)
    #: Requests a scheduled task by name.
    task_asked = Signal(str)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: dict[int, OutboxRow] = {}
        self._key: int | None = None
        self._folder, self._by_server = "", False
        self._job: Job | None = None
        self._may_send = sends(workplace.actor)
        self.state = PlainLabel("", "interface", wrap=True)
        #: Problems of all messages, including those of petitions that an administrator cannot see.
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.write_button = Button(
            translate("Outbox", "Hand on now"), icon="ph.paper-plane-tilt", flush=True, writes=True
        )
        self.receipts_button = Button(translate("Outbox", "Read receipts …"), icon="ph.receipt", writes=True)
        self.stop_button = Button(translate("Intake", "Stop"), "ghost")
        self.task_link = LinkLabel(
            translate("Tasks", "Scheduled task…"), lambda: self.task_asked.emit(TaskName.OUTBOX.value)
        )
        self.filter = Segmented(choices(), "waiting")
        self.filter.setAccessibleName(translate("Outbox", "Which messages"))
        self.roster = Roster(translate("Outbox", "Messages to petitioners"))
        nothing = (
            translate("Outbox", "No messages here"),
            translate(
                "Outbox",
                "What petitioners are told by itself stands here, as far as you see their petitions. Which kinds go"
                " out is set under “Messages”.",
            ),
        )
        self.pane = RosterPane(self.roster, translate("Outbox", "Code, kind, way or reason"), nothing)
        self.form = FormPane()
        self.heading = self.form.heading("")
        self.became = PlainLabel("", "interface", bold=True, wrap=True)
        self.facts = PlainLabel("", "secondary", "text2", wrap=True)
        self.text = PlainText()
        self.text.setAccessibleName(translate("Outbox", "Text"))
        self.text.setMinimumHeight(180)
        self.again_button = Button(translate("Outbox", "Try again"), "primary", flush=True, writes=True)
        self.all_button = Button(translate("Outbox", "Try all of these again"), writes=True)
        self.open_button = Button(translate("Outbox", "Show the petition"), icon="ph.arrow-square-out")
        self._lay_out()
        self._wire()
        self._show_form(None)

    def _lay_out(self) -> None:
        for part in (self.became, self.facts):
            self.form.column.addWidget(part)
        self.form.column.addSpacing(8)
        self.form.column.addWidget(self.text, 1)
        self.form.buttons(self.again_button, self.open_button)
        leading = QWidget()
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        set_margins(head, 16, 10, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.state, 1)
        for button in (self.stop_button, self.receipts_button, self.write_button):
            head.addWidget(button)
        column.addLayout(head)
        below = QVBoxLayout()
        set_margins(below, 16, 6, 16, 0)
        below.addWidget(self.task_link, 0, Qt.AlignmentFlag.AlignLeading)
        below.addWidget(self.trouble)
        column.addLayout(below)
        choice = QHBoxLayout()
        set_margins(choice, 16, 10, 16, 0)
        choice.setSpacing(8)
        choice.addWidget(self.filter)
        choice.addStretch()
        choice.addWidget(self.all_button)
        column.addLayout(choice)
        column.addWidget(self.pane, 1)
        side_by_side(self, leading, self.form)
        self.stop_button.hide()
        for button in (self.receipts_button, self.write_button):
            button.setVisible(self._may_send)
        self.task_link.setVisible(self._workplace.actor.has(Role.ADMINISTRATOR))

    def _wire(self) -> None:
        for button, act in (
            (self.write_button, self.write),
            (self.receipts_button, self.read_receipts),
            (self.stop_button, self.stop),
            (self.again_button, self.try_again),
            (self.all_button, self.try_all_again),
            (self.open_button, self.open_petition),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.filter.changed.connect(lambda _value: self.refresh())
        self.roster.chosen.connect(lambda key: self._show_form(self._rows.get(key)))
        self.roster.activated.connect(lambda _index: self.open_petition())
        make_action(self, self.again_button.text(), self.try_again, key="Ctrl+Return", writes=True)

    def refresh(self) -> None:
        """Reloads the messages, and keeps the current one."""
        services, actor = self._workplace.services, self._workplace.actor
        which = self.filter.value()
        states = _SHOWN[which]

        def took(read: Read) -> None:
            # The answer to an earlier request may arrive after another choice was made.
            if which == self.filter.value():
                self._on_read(read)

        jobs.run(
            self,
            lambda: (
                services.outbox.listed(actor, states),
                services.outbox.counts(actor),
                services.message_rules.settings(),
                services.outbox.standing(actor),
            ),
            took,
        )

    def write(self) -> None:
        """Sends the waiting messages: e-mails to the mail server if there is one, the others into the folder of the
        settings, or a chosen one.
        """
        if self._job is not None or not self._may_send:
            return
        # The scheduled round may run on another PC, where the same path is another folder.
        folder = self._folder if self._folder and Path(self._folder).is_dir() else ""
        if not folder and (self._folder or not self._by_server):
            title = translate("Outbox", "Folder of the gateway")
            folder = QFileDialog.getExistingDirectory(self, title)
            if not folder:
                return
        delivery, actor = self._workplace.services.delivery, self._workplace.actor
        self.write_button.setEnabled(False)
        self.stop_button.show()

        def work(progress: Progress) -> HandedOn:
            return delivery.write(actor, Path(folder) if folder else None, progress)

        self._job = jobs.run(self, work, self._on_written, self._on_trouble, progress=self._on_progress)

    def stop(self) -> None:
        """Stops after the files being written."""
        if self._job is not None:
            self._job.cancel()
            self._ended()
            self.refresh()

    def read_receipts(self) -> None:
        """Reads receipt files of a gateway, and bounced mails."""
        kinds = translate("Outbox", "Receipts")
        title = translate("Outbox", "Receipts of messages")
        names, _ = QFileDialog.getOpenFileNames(
            self, title, self._folder, f"{kinds} (*.csv *.xlsx *.jsonl *.eml *.mbox)"
        )
        if not names:
            return
        outbox, actor = self._workplace.services.outbox, self._workplace.actor

        def work() -> list[ReceiptsRead]:
            from desktop_app.intake.receipts import take_receipts  # noqa: PLC0415 - readers of tables and mails

            return [take_receipts(outbox, actor, Path(name)) for name in names]

        jobs.run(self, work, self._on_receipts, self._on_trouble)

    def try_again(self) -> None:
        """Queues the current message again if it failed."""
        if self._key is not None and self._rows[self._key].state is MessageState.FAILED:
            self._again([self._key])

    def try_all_again(self) -> None:
        """Queues every failed message of the list again, but for those that may have left."""
        self._again([row.id for row in self._rows.values() if _goes_again(row)])

    def open_petition(self) -> None:
        """Opens the petition of the message."""
        petition = self._rows[self._key].petition_id if self._key is not None else None
        if petition is not None:
            self.opened.emit(petition)

    def _again(self, ids: list[int]) -> None:
        outbox, actor = self._workplace.services.outbox, self._workplace.actor

        def done(count: int) -> None:
            self.done.emit(fill(translate("Outbox", "{count} wait to go out once more."), count=count), None)
            self.refresh()

        jobs.run(self, lambda: outbox.again(actor, ids), done, self._on_trouble)

    def _on_read(self, read: Read) -> None:
        rows, counts, settings, found = read
        self._folder, self._by_server = settings.folder, bool(settings.mail_host)
        self._rows = {row.id: row for row in rows}
        failed = counts.get(MessageState.FAILED, 0)
        waiting = sum(counts.get(state, 0) for state in _SHOWN["waiting"])
        words = translate("Outbox", "{waiting} wait to go out, {failed} did not arrive.")
        self.state.setText(fill(words, waiting=waiting, failed=failed))
        self._say_trouble(found, failed)
        self.all_button.setVisible(any(map(_goes_again, rows)))
        key = self._key if self._key in self._rows else None
        self.pane.show_rows([roster_row(row) for row in rows], key)
        self._show_form(self._rows.get(self.roster.key() or 0))

    def _say_trouble(self, found: OutboxStatus | None, seen: int) -> None:
        """Shows the problems of the outbox; failed messages only if more than the `seen` ones in this list
        failed.
        """
        words = []
        if found is not None:
            failed = found.failed if found.failed > seen else 0
            words = standing_words(failed, found.late, found.without_sender, found.stuck)
        template = translate("Outbox", "In the whole office: {words}.")
        self.trouble.setText("\n".join(fill(template, words=one) for one in words))
        self.trouble.setVisible(bool(words))

    def _show_form(self, row: OutboxRow | None) -> None:
        self._key = row.id if row is not None else None
        self.text.setVisible(row is not None)
        self.open_button.setVisible(row is not None and row.petition_id is not None)
        self.again_button.setVisible(row is not None and row.state is MessageState.FAILED)
        if row is None:
            for label_ in (self.heading, self.became, self.facts):
                label_.setText("")
            return
        self.heading.setText(message_words(row.kind, row.way))
        self.became.setText(became_words(row.state, row.told_at or row.sent_at, row.reason))
        self.became.set_colour("danger" if row.state is MessageState.FAILED else "text")
        self.facts.setText(facts(row))
        self.text.setPlainText(row.text)

    def _on_progress(self, done: int, total: int | None) -> None:
        del total
        self.state.setText(fill(translate("Outbox", "Being handed on: {done}"), done=done))

    def _on_written(self, done: HandedOn) -> None:
        self._ended()
        if done.troubles and not done.count:
            jobs.show_error(self, done.troubles[0])
        else:
            self.done.emit(written_words(done), None)
        self.refresh()

    def _on_receipts(self, read: list[ReceiptsRead]) -> None:
        self.done.emit(receipts_words(read), None)
        self.refresh()

    def _on_trouble(self, error: Exception) -> None:
        self._ended()
        jobs.show_error(self, error)
        self.refresh()

    def _ended(self) -> None:
        self._job = None
        self.stop_button.hide()
        self.write_button.setEnabled(True)


def _goes_again(row: OutboxRow) -> bool:
    """Whether a failed message may be sent again without asking its addressee."""
    return row.state is MessageState.FAILED and row.reason != DeliveryFailure.UNSURE
