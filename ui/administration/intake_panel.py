"""Submissions from other systems: the number waiting, and those in quarantine, which can be corrected,
retried or set aside here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.intake.imports.changed_rows import ChangedRow
from desktop_app.intake.sources.round_report import outcome_words
from desktop_app.intake.sources.rounds import Round
from desktop_app.intake.staging.answers import REASONS
from desktop_app.intake.staging.batch import CHANGED_WORDS
from desktop_app.intake.staging.quarantine import PutAside, Quarantined
from desktop_app.intake.staging.service import TAKERS
from desktop_app.intake.staging.settling import AnswerChoice
from desktop_app.persian.text import shown_name
from desktop_app.progress import Progress
from desktop_app.scheduling.plan import TaskName
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from desktop_app.wording.row_faults import notice_sentence
from ui import jobs
from ui.actions import make_action
from ui.administration.intake_form import IntakeForm
from ui.administration.intake_words import aside_row, roster_row
from ui.widgets.button import Button
from ui.widgets.form_panes import side_by_side
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.roster import Roster, RosterPane
from ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.jobs import Job
    from ui.workplace import Workplace

#: Submissions in quarantine, those set aside (read only if shown), and the number waiting.
_Read = tuple[tuple[Quarantined, ...], tuple[PutAside, ...], int]


class IntakePanel(QWidget):
    """`done` reports what was done."""

    done = Signal(str, object)
    #: Requests a scheduled task by name.
    task_asked = Signal(str)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._rows: dict[int, Quarantined] = {}
        self._aside: dict[int, PutAside] = {}
        self._key: int | None = None
        self._job: Job | None = None
        #: After an action in the form, moves the focus to the list once it is reloaded.
        self._hands_back = False
        actor = workplace.actor
        self._may_take = any(m.role in TAKERS and m.unit_id is None for m in actor.held)
        self.state = PlainLabel("", "interface", wrap=True)
        self.take_button = Button(
            translate("Intake", "Take in now"), icon="ph.download-simple", flush=True, writes=True
        )
        self.take_button.clicked.connect(lambda _checked=False: self.take_in())
        self.stop_button = Button(translate("Intake", "Stop"), "ghost")
        self.task_link = LinkLabel(
            translate("Tasks", "Scheduled task…"), lambda: self.task_asked.emit(TaskName.INTAKE.value)
        )
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.filter = Segmented(
            [
                ("quarantine", translate("Intake", "In quarantine")),
                ("aside", translate("Intake", "Put aside")),
            ],
            "quarantine",
        )
        self.filter.setAccessibleName(translate("Intake", "What could not be read"))
        self.filter.changed.connect(lambda _value: self._on_filter())
        self.roster = Roster(translate("Intake", "What could not be read"))
        self.roster.chosen.connect(self._show)
        self.pane = RosterPane(
            self.roster, translate("Intake", "Channel, number or reason"), self._nothing(), beside=self.filter
        )
        self.form = IntakeForm()
        self.fields, self.reasons, self.heading = self.form.fields, self.form.reasons, self.form.title
        self.save_button, self.again_button = self.form.save_button, self.form.again_button
        self.form.mend_asked.connect(self.mend)
        self.form.again_asked.connect(self.try_again)
        self.form.aside_asked.connect(self.put_aside)
        self.form.back_asked.connect(self.take_back)
        self.form.further_asked.connect(self.take_further)
        self.form.settle_asked.connect(self.settle)
        make_action(self, self.save_button.text(), self.mend, key="Ctrl+Return", writes=True)
        make_action(self, self.form.further_button.text(), self.take_further, key="F", writes=True)
        settling = self.form.settling
        make_action(self, settling.button.text(), settling.settle, key="A", writes=True)
        self._lay_out()

    def _lay_out(self) -> None:
        leading = QWidget()
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        set_margins(head, 16, 10, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.state, 1)
        head.addWidget(self.stop_button)
        head.addWidget(self.take_button)
        column.addLayout(head)
        below = QHBoxLayout()
        set_margins(below, 16, 2, 16, 0)
        below.addWidget(self.task_link)
        below.addStretch()
        column.addLayout(below)
        column.addWidget(self.pane, 1)
        side_by_side(self, leading, self.form)
        self.stop_button.hide()
        self.take_button.setVisible(self._may_take)
        self.task_link.setVisible(self._workplace.actor.has(Role.ADMINISTRATOR))

    def refresh(self) -> None:
        """Reloads the submissions, and keeps the current one."""
        staging, actor, aside = self._workplace.services.staging, self._workplace.actor, self._shows_aside()
        jobs.run(
            self,
            lambda: (
                staging.quarantined(actor),
                staging.aside(actor) if aside else (),
                staging.waiting(actor),
            ),
            lambda read: self._on_read(read, aside=aside),
        )

    def take_in(self) -> None:
        """Reads the sources, and turns waiting submissions into petitions and comments."""
        if self._job is not None or not self._may_take:
            return
        rounds, actor = self._workplace.services.rounds, self._workplace.actor
        self.take_button.setEnabled(False)
        self.stop_button.show()

        def work(progress: Progress) -> Round:
            return rounds.run(actor, progress)

        self._job = jobs.run(self, work, self._on_taken, self._on_trouble, progress=self._on_progress)

    def stop(self) -> None:
        """Stops after the current part; what was taken in is kept."""
        if self._job is not None:
            self._job.cancel()
            self._ended()
            self.refresh()

    def mend(self) -> None:
        """Saves the correction and queues the submission again."""
        row = self._rows.get(self._key or 0)
        if row is None or self._shows_aside():
            return
        payload = self.form.typed()
        staging, actor = self._workplace.services.staging, self._workplace.actor
        words = translate("Intake", "It was put right and waits to be taken in.")
        self._change(lambda: staging.mend(actor, row.id, payload), words, takes_in=True)

    def take_further(self) -> None:
        """Adds a row that came with other words to its petition, as a further text."""
        row = self._rows.get(self._key or 0)
        if row is None or self.form.further_button.isHidden() or not self.form.further_button.isEnabled():
            return
        staging, actor = self._workplace.services.staging, self._workplace.actor
        words = translate("Intake", "It stands with the petition as a further text.")
        self._change(lambda: staging.take_further(actor, row.id), words)

    def settle(self, petition_id: int, mark: int) -> None:
        """Counts the text as the answer about a petition."""
        row = self._rows.get(self._key or 0)
        if row is None or self._shows_aside():
            return
        desk, actor = self._workplace.services.answer_desk, self._workplace.actor
        words = translate("Intake", "It stands with the petition as the answer about satisfaction.")
        self._change(lambda: desk.settle(actor, row.id, petition_id, mark), words)

    def try_again(self) -> None:
        """Queues the submission again, unchanged."""
        row = self._rows.get(self._key or 0)
        if row is None or self._shows_aside():
            return
        staging, actor = self._workplace.services.staging, self._workplace.actor
        words = translate("Intake", "It waits to be taken in.")
        self._change(lambda: staging.try_again(actor, row.id), words, takes_in=True)

    def put_aside(self) -> None:
        """Sets the submission aside for the typed reason."""
        row = self._rows.get(self._key or 0)
        if row is None or self._shows_aside() or not self.form.aside_button.isEnabled():
            return
        reason = self.form.reason.text()
        if not reason.strip():
            self.form.show_error(InvalidValueError(field="reason", reason="empty", value=""))
            return
        staging, actor, number = self._workplace.services.staging, self._workplace.actor, row.id
        words = translate("Intake", "It was put aside; it is kept under “Put aside”.")
        self._change(
            lambda: staging.put_aside(actor, number, reason), words, undo=lambda: self._take_back(number)
        )

    def take_back(self) -> None:
        """Returns the current submission to quarantine."""
        one = self._aside.get(self._key or 0)
        if one is None or not self._shows_aside():
            return
        staging, actor, reason = self._workplace.services.staging, self._workplace.actor, one.reason
        number = one.what.id
        words = translate("Intake", "It is in quarantine again.")

        def back() -> None:
            self._change(lambda: staging.put_aside(actor, number, reason), "")

        self._change(lambda: staging.take_back(actor, number), words, undo=back if reason else None)

    def _take_back(self, number: int) -> None:
        staging, actor = self._workplace.services.staging, self._workplace.actor
        self._change(lambda: staging.take_back(actor, number), "")

    def _change(
        self,
        work: Callable[[], None],
        words: str,
        *,
        undo: Callable[[], None] | None = None,
        takes_in: bool = False,
    ) -> None:
        self._hands_back = self.form.isAncestorOf(self.window().focusWidget())
        self.form.allow(False)
        self.form.refusals.clear()

        def done(_nothing: object) -> None:
            if words:
                self.done.emit(words, undo)
            # Takes it in at once, so that the person sees the result of the correction.
            if takes_in and self._may_take:
                self.take_in()
            else:
                self.refresh()

        jobs.run(self, work, done, self._on_trouble)

    def _shows_aside(self) -> bool:
        return self.filter.value() == "aside"

    def _nothing(self) -> tuple[str, str]:
        if self._shows_aside():
            return (
                translate("Intake", "Nothing was put aside"),
                translate("Intake", "What is put aside for good is kept here, with the reason."),
            )
        return (
            translate("Intake", "Nothing is in quarantine"),
            translate("Intake", "What the portal and other systems hand in, and cannot be read, waits here."),
        )

    def _on_filter(self) -> None:
        self.pane.say_nothing(*self._nothing())
        self._last_read = None
        self.refresh()

    def _on_read(self, read: _Read, *, aside: bool) -> None:
        rows, put_aside, waiting = read
        self._say_waiting(waiting)
        if aside != self._shows_aside():
            # The person switched to the other list meanwhile, which is being read.
            return
        self.form.allow(True)
        if read == self._last_read:
            # Reloading must not overwrite what is being typed.
            return
        self._last_read = read
        self._rows = {row.id: row for row in rows}
        self._aside = {one.what.id: one for one in put_aside}
        shown = [aside_row(one) for one in put_aside] if aside else [roster_row(row) for row in rows]
        kept = self._aside if aside else self._rows
        self.pane.show_rows(shown, self._key if self._key in kept else None)
        if self._key not in kept or self.form.is_aside != aside:
            self._show(self.roster.key() or 0)
        if self._hands_back:
            self._hands_back = False
            (self.roster if shown else self.filter).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_waiting(self, waiting: int) -> None:
        if waiting and not self._may_take:
            words = translate(
                "Intake",
                "{count} wait to be taken in: by a clerk or manager for the whole office, or by the scheduled task.",
            )
            words = fill(words, count=waiting)
        elif waiting:
            words = fill(translate("Intake", "{count} wait to be taken in."), count=waiting)
        else:
            words = translate("Intake", "Nothing waits to be taken in.")
        self.state.setText(words)

    def _show(self, key: int) -> None:
        one = self._aside.get(key) if self._shows_aside() else None
        row = None if self._shows_aside() else self._rows.get(key)
        self._key = key if one is not None or row is not None else None
        if one is not None:
            self.form.show_aside(one)
        else:
            self.form.show_row(row)
        if row is not None and row.withheld:
            self._open(row.id)
        elif row is not None:
            self._ask_more(row)

    def _ask_more(self, row: Quarantined) -> None:
        """Shows what a person chooses from, of rows that need more than a correction."""
        self._ask_changed(row)
        if row.fault.reason not in REASONS or not self._may_take:
            return
        desk, actor = self._workplace.services.answer_desk, self._workplace.actor

        def shown(choice: AnswerChoice) -> None:
            if row.id == self._key and not self._shows_aside():
                self.form.show_choice(choice)

        jobs.run(self, lambda: desk.choice(actor, row.id), shown, self._on_trouble)

    def _ask_changed(self, row: Quarantined) -> None:
        """Shows what differs in a row that came with other words."""
        if row.fault.reason != CHANGED_WORDS or not self._may_take:
            return
        staging, actor = self._workplace.services.staging, self._workplace.actor

        def shown(changed: ChangedRow | None) -> None:
            if row.id == self._key and not self._shows_aside():
                self.form.show_changed(changed)

        jobs.run(self, lambda: staging.changed(actor, row.id), shown, self._on_trouble)

    def _open(self, number: int) -> None:
        """Shows a submission with its identifiers, which is recorded."""
        staging, actor = self._workplace.services.staging, self._workplace.actor

        def shown(whole: Quarantined) -> None:
            if number == self._key and not self._shows_aside():
                self.form.show_row(whole)
                self._ask_more(whole)

        jobs.run(self, lambda: staging.opened(actor, number), shown, self._on_trouble)

    def _on_progress(self, done: int, total: int | None) -> None:
        words = translate("Intake", "Taking in: {done} of {total}")
        self.state.setText(fill(words, done=done, total=total or done))

    def _on_taken(self, done: Round) -> None:
        self._ended()
        taken = done.taken
        if done.troubles:
            # An unreachable source is reported last; other results are in the list of each source.
            jobs.show_error(self, done.troubles[0])
        elif done.files and not all(one.clean for one in done.files):
            worst = next(one for one in done.files if not one.clean)
            self.done.emit(f"{shown_name(worst.name)}: {outcome_words(worst)}", None)
        elif done.waiting and not taken.handled:
            words = translate("Intake", "{file} is still being written; it is read in the next round.")
            self.done.emit(fill(words, file=shown_name(done.waiting[0][1])), None)
        elif taken.handled:
            words = translate(
                "Intake",
                "{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions"
                " that were there, {present} were there already, {quarantined} wait in quarantine.",
            )
            if taken.answers:
                words += " " + translate("Intake", "{answers} answers about satisfaction were counted.")
            told = fill(
                words,
                petitions=taken.petitions,
                comments=taken.comments,
                further=taken.further,
                present=taken.already_present,
                quarantined=taken.quarantined,
                answers=taken.answers,
            )
            if taken.without_reply:
                told = f"{told} {notice_sentence('without_reply', taken.without_reply)}"
            self.done.emit(told, None)
        self.refresh()

    def _on_trouble(self, error: Exception) -> None:
        self._ended()
        self.form.allow(True)
        self.form.show_error(error)
        self.refresh()

    def _ended(self) -> None:
        self._job = None
        self.stop_button.hide()
        self.take_button.setEnabled(True)
