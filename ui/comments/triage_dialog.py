"""The dialog that applies one action to many comments, with a preview, progress and the list of skipped ones."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QVBoxLayout,
)

from desktop_app.errors import AppError
from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.comments.review import NewerRevision
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.comments.triage import TriagePreview, TriageResult
from desktop_app.instruments.comments.triage_acts import Act, Assign, Decide, PutIssue
from desktop_app.instruments.consultation.provision_changes import ProvisionChanges
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.text import fold
from desktop_app.progress import Progress
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.actions import make_action
from ui.comments.decision_panel import DispositionChoice
from ui.guard import guarded
from ui.widgets.button import Button
from ui.widgets.carrier_field import CARRIED, CarrierField
from ui.widgets.comment_sender import sender
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.text_field import TextField
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices

#: Delay between the last keystroke and the next preview, in milliseconds.
_PAUSE = 350
#: The maximum number of skipped comments that are listed.
_LISTED = 500


class TriageAction(StrEnum):
    """The action that the dialog applies."""

    DECIDE = "decide"
    ISSUE = "issue"
    ASSIGN = "assign"


class TriageDialog(QDialog):
    """Applies a `TriageAction` to many comments; `ended` is emitted after a run that changed something."""

    ended = Signal(object)

    def __init__(
        self,
        workplace: Workplace[CommentsServices],
        instrument_id: int,
        comments: Sequence[CommentRow],
        way: TriageAction,
        issues: Sequence[str],
        newer: NewerRevision | None,
        changes: ProvisionChanges | None,
        parent: Screen,
        groups: tuple[int, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._workplace, self._instrument_id, self._way = workplace, instrument_id, way
        self._rows = {comment.id: comment for comment in comments}
        #: The campaign groups that were chosen as one.
        self._groups = groups
        self._turn = 0
        self._job: jobs.Job | None = None
        self._stop = jobs.Stop()
        self.run: TriageResult | None = None
        title = {
            TriageAction.DECIDE: translate("Comments", "Decide many"),
            TriageAction.ISSUE: translate("Comments", "Issue of many"),
            TriageAction.ASSIGN: translate("Comments", "Give many to a reviewer"),
        }[way]
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.choice = DispositionChoice()
        self.reason = PlainText("", "interface", editable=True)
        self.reason.keep_height(96)
        self.reason.setPlaceholderText(translate("Comments", "Why was it decided so?"))
        self.reason.setAccessibleName(translate("Comments", "Reason, published in the consultation report"))
        self.carrier = CarrierField()
        self.carrier.show_revision(newer)
        self.carrier.show_changes(changes)
        names = {fold(comment.provision) for comment in comments}
        self.carrier.show_comment(comments[0] if comments and len(names) == 1 else None, "")
        self.carried = PlainLabel("", "secondary", "text2", wrap=True)
        self.issue = QComboBox()
        self.issue.setLineEdit(TextField())
        self.issue.addItems(list(issues))
        self.issue.setCurrentText("")
        self.issue.setAccessibleName(translate("Comments", "Issue"))
        self.person = QComboBox()
        self.person.setAccessibleName(translate("Comments", "Reviewer"))
        self.told = PlainLabel("", "interface", bold=True, wrap=True)
        self.why_not = PlainLabel("", "secondary", "text2", wrap=True)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Comments", "How far it is"))
        self.failures = QListWidget()
        self.failures.setAccessibleName(translate("Comments", "What stayed, and why"))
        self._start = make_action(self, title, self._on_start, key="Ctrl+Return", writes=True)
        self.start_button = Button.of(self._start, "primary", writes=True)
        self._off = make_action(
            self,
            translate("Comments", "Take it off"),
            lambda: self.start(off=True),
            key="Ctrl+Shift+Return",
            writes=True,
        )
        self.off_button = Button.of(self._off, writes=True)
        self.close_button = Button(translate("Comments", "Close"), key="Esc")
        self.close_button.clicked.connect(self.reject)
        self._pause = jobs.Debouncer(self, _PAUSE, self.count)
        self._lay_out()
        self._wire()
        self._show()

    def act(self, *, off: bool = False) -> Act | None:
        """Returns the action in the form, or None while a required field is empty."""
        if self._way is TriageAction.DECIDE:
            reason = self.reason.toPlainText().strip()
            if not self.choice.value() or not reason:
                return None
            return Decide(Disposition(self.choice.value()), reason, self._carrier(), self._groups)
        if self._way is TriageAction.ISSUE:
            words = self.issue.currentText().strip()
            return PutIssue(words, on=not off) if words else None
        at = self.person.currentIndex()
        return Assign(self.person.itemData(at)) if at >= 0 else None

    def _carrier(self) -> Carrier | Unchanged | None:
        """Returns what carries the comments, or None if they are not accepted or nothing is named."""
        return self.carrier.value() if self.choice.value() in CARRIED else None

    def _show_carrier(self) -> None:
        """Shows the carrier field for an accepting decision, and explains what happens while it is empty."""
        accepted = self._way is TriageAction.DECIDE and self.choice.value() in CARRIED
        if accepted and not self.carrier.value():
            self.carrier.suggest()
        self.carrier.setVisible(accepted)
        waits = accepted and self._carrier() is None
        self.carried.setText(
            translate(
                "Comments",
                "Without a provision or a reason the document does not become ready before each has one of both.",
            )
            if waits
            else ""
        )
        self.carried.setVisible(waits)
        layout = self.layout()
        assert layout is not None
        needed = layout.totalHeightForWidth(self.width())
        if self.isVisible() and self.height() < needed:
            # Grow the dialog, so that the new text does not shrink the reason field.
            self.resize(self.width(), needed)

    def count(self) -> None:
        """Starts a preview on a worker: how many comments allow the action."""
        self._show_carrier()
        act = self.act()
        self._turn += 1
        turn, services = self._turn, self._workplace.services
        self._start.setEnabled(False)
        self._off.setEnabled(False)
        if act is None or self.run is not None:
            return

        def show(seen: TriagePreview) -> None:
            if turn != self._turn or self.run is not None:
                return
            self.trouble.setText("")
            words = translate("Comments", "Possible with {n} of {m} comments")
            self.told.setText(fill(words, n=seen.possible, m=seen.total))
            self.why_not.setText(
                "\n".join(
                    fill(translate("Comments", "{n}: {why}"), n=count, why=error_sentence(error))
                    for error, count in seen.refused
                )
            )
            self._start.setEnabled(seen.possible > 0)
            self._off.setEnabled(seen.possible > 0)

        def trouble(error: Exception) -> None:
            if turn == self._turn:
                self._show_trouble(error)

        jobs.run(
            self,
            lambda: services.triage.preview(
                self._workplace.actor, self._instrument_id, list(self._rows), act
            ),
            show,
            trouble,
        )

    def start(self, *, off: bool = False) -> None:
        """Starts the run. Escape stops it after the current chunk is written."""
        act, services = self.act(off=off), self._workplace.services
        if act is None or self._job is not None or self.run is not None:
            return
        self._start.setEnabled(False)
        self._off.setEnabled(False)
        self.bar.show()

        def work(progress: Progress) -> TriageResult:
            return services.triage.run(
                self._workplace.actor,
                self._instrument_id,
                list(self._rows),
                act,
                jobs.Stoppable(progress, self._stop),
            )

        self._job = jobs.run(self, work, self._on_run, self._on_trouble, progress=self._on_progress)

    def _on_start(self) -> None:
        self.start()

    @guarded(None)
    def reject(self) -> None:
        """Stops a running job, otherwise closes the dialog."""
        if self._job is not None:
            self._stop.asked = True
            return
        super().reject()

    def _on_progress(self, done: int, total: int | None) -> None:
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)

    def _on_run(self, run: TriageResult) -> None:
        self._job, self.run = None, run
        self.bar.hide()
        if run.done:
            self.ended.emit(run)
        if not run.failures and not run.cancelled:
            self.accept()
            return
        words = translate("Comments", "Done with {n} comments; {m} stayed as they were.")
        left = len(self._rows) - len(run.done)
        self.told.setText(fill(words, n=len(run.done), m=left))
        self.why_not.setText("")
        for failure in run.failures[:_LISTED]:
            name = sender(self._rows[failure.comment_id])
            self.failures.addItem(f"{name}: {error_sentence(failure.error)}")
        self.failures.setVisible(bool(run.failures))

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        self.bar.hide()
        self._show_trouble(error)
        self.count()

    def _show_trouble(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.told.setText("")
        self.why_not.setText("")
        self.trouble.setText(error_sentence(error))

    def _show(self) -> None:
        decide, issue, assign = (self._way is way for way in TriageAction)
        for widget in (self.choice, self.reason):
            widget.setVisible(decide)
        self.issue.setVisible(issue)
        self._off.setVisible(issue)
        self.off_button.setVisible(issue)
        self._off.setEnabled(False)
        self.person.setVisible(assign)
        self._show_carrier()
        self.bar.hide()
        self.failures.hide()
        words = translate("Comments", "{n} comments are chosen.")
        self.told.setText(fill(words, n=len(self._rows)))
        self._start.setEnabled(False)
        if assign:
            jobs.run(self, self._workplace.services.triage.reviewers, self._on_reviewers)

    def _on_reviewers(self, people: Sequence[tuple[int, str]]) -> None:
        for number, name in people:
            self.person.addItem(name, number)
        self.person.addItem(translate("Comments", "Nobody"), None)
        self.count()

    def _wire(self) -> None:
        self.choice.changed.connect(lambda _code: self._show_carrier())
        self.choice.changed.connect(lambda _code: self._pause.start())
        self.carrier.edited.connect(self._show_carrier)
        self.carrier.edited.connect(self._pause.start)
        self.reason.textChanged.connect(self._pause.start)
        self.issue.editTextChanged.connect(lambda _words: self._pause.start())
        self.person.currentIndexChanged.connect(lambda _at: self._pause.start())

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.start_button)
        foot.addWidget(self.off_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for widget in (
            PlainLabel(self.windowTitle(), "title"),
            self.choice,
            self.carrier,
            self.carried,
            self.reason,
            self.issue,
            self.person,
            self.told,
            self.why_not,
            self.trouble,
            self.bar,
            self.failures,
        ):
            column.addWidget(widget)
        column.addLayout(foot)
