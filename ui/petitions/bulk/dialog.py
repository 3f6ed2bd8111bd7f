"""Dialog of one bulk act: its input, the preview of its effect, the progress and the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.petitions.bulk.acts import Act, Archive, HandOver, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Move, Outcome
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.moves import MoveField, face_of
from ui import jobs
from ui.actions import make_action
from ui.guard import guarded
from ui.petitions.bulk.unchanged_list import StayedList
from ui.petitions.bulk.words import result_words
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.recipients import Recipients
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.bulk.run import BulkFailure, BulkPreview, BulkProgress, BulkSelection
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.petitions.outcomes import OutcomeChoice
    from desktop_app.petitions.referrals.side import SidePlace
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Debounce of typing before the preview is counted again, in milliseconds.
_PAUSE = 350


class BulkDialog(QDialog):
    """Runs one move or label change on a selection of petitions.

    `ended` carries the `BulkProgress` of a run that ended or stopped. `opened` carries the id of a petition
    that was not changed and is to be shown.
    """

    ended = Signal(object)
    opened = Signal(ID)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        selection: BulkSelection,
        move: Move | None,
        parent: QWidget | None = None,
        *,
        count: int = 0,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._selection, self._move = workplace, selection, move
        self._count_marked = count
        self._preview: BulkPreview | None = None
        self._act: Act | None = None
        self._turn = 0
        #: Outcomes with an answer that require a reason as well.
        self._wanting: frozenset[Outcome] = frozenset()
        self.run: BulkProgress | None = None
        self._job: jobs.Job | None = None
        self._stop = jobs.Stop()
        self._title = face_of(move).title if move else translate("Labels", "Label")
        self.setWindowTitle(self._title)
        self.setMinimumWidth(560)
        self.recipient, self.person = Recipients(), CodeComboBox(translate("Inbox", "Colleague"))
        self.outcome = CodeComboBox(translate("Inbox", "Outcome"))
        self.label, self.way = (
            CodeComboBox(translate("Labels", "Label")),
            CodeComboBox(translate("Labels", "On or off")),
        )
        self.way.offer(
            [(True, translate("Labels", "Put it on")), (False, translate("Labels", "Take it off"))]
        )
        self.text = PlainText(editable=True)
        self.text.keep_height(96)
        self.reason = TextField(translate("Bulk", "Reason beside the answer, for the history"))
        self.told = PlainLabel("", "interface", bold=True, wrap=True)
        self.why_not = PlainLabel("", "secondary", "text2", wrap=True)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Bulk", "How far it is"))
        self.failures = StayedList(self._show_trouble, self)
        self.failures.opened.connect(self._on_failure)
        start = make_action(self, self._title, self.start, key="Ctrl+Return", writes=True)
        self.start_button = Button.of(start, "primary", writes=True)
        self.start_action = start
        self.stop_button = Button(translate("Bulk", "Stop"), key="Esc")
        self.stop_button.clicked.connect(self.stop)
        self.close_button = Button(translate("Bulk", "Cancel"), "ghost")
        self.close_button.clicked.connect(self.reject)
        self._pause = jobs.Debouncer(self, _PAUSE, self._count)
        self._lay_out()
        self._learn()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self._title, "heading"))
        of_moves: dict[MoveField, QWidget] = {
            "unit": self.recipient,
            "person": self.person,
            "outcome": self.outcome,
            "text": self.text,
            "reason": self.reason,
        }
        self._fields: tuple[QWidget, ...] = (self.label, self.way)
        if self._move is not None:
            self._fields = tuple(of_moves[field] for field in face_of(self._move).fields)
        for widget in (
            self.recipient, self.person, self.outcome, self.label, self.way, self.text, self.reason
        ):  # fmt: skip
            if widget in self._fields:
                column.addWidget(widget)
            else:
                widget.setParent(None)
        self.text.setPlaceholderText(self._text_words())
        self.text.setAccessibleName(self._text_words())
        for line in (self.told, self.why_not, self.trouble):
            column.addWidget(line)
        column.addWidget(self.bar)
        column.addWidget(self.failures, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self.start_button, self.stop_button, self.failures.save_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.recipient.changed.connect(self._changed)
        self.recipient.finished.connect(self.text.setFocus)
        for choice in (self.person, self.outcome, self.label, self.way):
            choice.currentIndexChanged.connect(lambda _index: self._changed())
        self.text.textChanged.connect(self._changed)
        self.reason.textChanged.connect(lambda _text: self._changed())
        self.trouble.hide()
        self._show_work(under_way=False)
        self._show_failures(())
        if self._fields:
            first = self._fields[0]
            (self.recipient.field if first is self.recipient else first).setFocus()

    def _text_words(self) -> str:
        if self._move is Move.RESOLVE:
            return translate(
                "Bulk", "The answer, or the reason; {name}, {code} and {unit} are filled for each"
            )
        return face_of(self._move).placeholder if self._move is not None else ""

    # What can be chosen

    def _learn(self) -> None:
        services, actor = self._workplace.services, self._workplace.actor
        if self._move is Move.REFER:
            jobs.run(self, services.side_referrals.places, self._know_places)
        elif self._move is Move.HAND_OVER:
            jobs.run(self, lambda: services.bulk.clerks(actor), self._know_clerks)
        elif self._move is Move.RESOLVE:
            jobs.run(self, services.outcomes.all, self._know_outcomes)
        elif self._move is None:
            jobs.run(self, services.labels.all, self._know_labels)
        else:
            self._count()

    def _know_places(self, places: Sequence[SidePlace]) -> None:
        self.recipient.offer(places)
        self._count()

    def _know_clerks(self, clerks: Sequence[tuple[int, str, str]]) -> None:
        first: tuple[object, str] = (None, translate("Bulk", "Choose the colleague"))
        self.person.offer([first, *((number, f"{name} ({unit})") for number, name, unit in clerks)])
        self._count()

    def _know_labels(self, labels: Sequence[LabelRow]) -> None:
        first: tuple[object, str] = (None, translate("Labels", "Choose the label"))
        self.label.offer([first, *((row.id, row.name) for row in labels)])
        self._count()

    def _know_outcomes(self, outcomes: Sequence[OutcomeChoice]) -> None:
        first: tuple[object, str] = (None, translate("Bulk", "Choose the outcome"))
        offered = [one.code for one in outcomes if one.offered and one.code is not Outcome.DUPLICATE]
        self.outcome.offer([first, *((code, label("outcome", code.value)) for code in offered)])
        self._wanting = frozenset(one.code for one in outcomes if one.reason)
        self._count()

    @property
    def name(self) -> str:
        """The name of the chosen unit, colleague or label; empty where the act names none."""
        if self._move is Move.REFER:
            return " ".join(place_words(place.unit, place.person) for place in self.recipient.places)
        named = {Move.HAND_OVER: self.person, None: self.label}
        choice = named.get(self._move)
        return choice.currentText() if choice is not None else ""

    # Preview

    def _changed(self) -> None:
        self.start_action.setEnabled(False)
        if self._move is Move.RESOLVE:
            code = self.outcome.code()
            wanting = code in self._wanting and code not in CLOSING_WITHOUT_ANSWER
            self.reason.setVisible(wanting)
        self._pause.start()

    def act(self) -> Act | None:
        """Returns the act as entered; None while a required field is missing."""
        text = self.text.toPlainText()
        if self._move is Move.REFER:
            places = self.recipient.places
            return Refer(places[0].unit_id, text, person_id=places[0].person_id) if places else None
        if self._move is Move.HAND_OVER:
            person = self.person.code()
            return HandOver(person, text) if person is not None and text.strip() else None
        if self._move is Move.RESOLVE:
            outcome = self.outcome.code()
            return Resolve(outcome, text, self.reason.text()) if outcome and text.strip() else None
        if self._move is None:
            chosen = self.label.code()
            return PutLabel(chosen, bool(self.way.code())) if chosen is not None else None
        return Take() if self._move is Move.TAKE else Archive()

    def _count(self) -> None:
        """Requests the preview of the act as entered."""
        self._turn += 1
        turn, act = self._turn, self.act()
        self._act, self._preview = act, None
        self.start_action.setEnabled(False)
        self.trouble.hide()
        if act is None:
            self.told.setText(fill(translate("Bulk", "{count} marked"), count=self._count_marked))
            self.why_not.setText("")
            return
        bulk, actor, selection = self._workplace.services.bulk, self._workplace.actor, self._selection
        jobs.run(
            self,
            lambda: bulk.preview(actor, selection, act),
            lambda preview: self._show_preview(turn, preview),
            lambda error: self._on_uncounted(turn, error),
        )

    def _show_preview(self, turn: int, preview: BulkPreview) -> None:
        if turn != self._turn or self.run is not None:
            return
        self._preview = preview
        words = translate("Bulk", "It can be done with {possible} of {total}.")
        self.told.setText(fill(words, possible=preview.possible, total=preview.total))
        lines = [f"{digits(count)}: {error_sentence(error)}" for error, count in preview.refused]
        self.why_not.setText("\n".join(lines))
        self.why_not.setVisible(bool(lines))
        self.start_action.setEnabled(preview.possible > 0)

    def _on_uncounted(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._show_trouble(error)

    def _show_trouble(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.trouble.setText(error_sentence(error))
        self.trouble.show()

    # Doing

    def start(self) -> None:
        """Starts the run, or continues it after a stop."""
        bulk, actor = self._workplace.services.bulk, self._workplace.actor
        if self._job is not None or self._act is None:
            return
        if self.run is None:
            if self._preview is None:
                return
            self.run = bulk.begin(self._selection, self._act, self._preview)
        run, stop = self.run, jobs.Stop()
        self._stop = stop
        self.trouble.hide()
        self._show_work(under_way=True)

        def work(progress: Progress) -> BulkProgress:
            return bulk.run(actor, run, jobs.Stoppable(progress, stop))

        self._job = jobs.run(self, work, self._on_run, self._on_broken, progress=self._on_progress)

    def stop(self) -> None:
        """Stops the run after the petitions in progress."""
        self._stop.asked = True
        self.stop_button.setEnabled(False)

    def _on_progress(self, done: int, total: int | None) -> None:
        self.bar.setMaximum(total or 0)
        self.bar.setValue(done)

    def _on_run(self, run: BulkProgress) -> None:
        self._show_work(under_way=False)
        self.told.setText(result_words(run, self.name))
        self.why_not.hide()
        self._show_failures(run.failures)
        self.close_button.setText(translate("Bulk", "Close"))
        self.start_action.setText(translate("Bulk", "Go on"))
        self.start_action.setEnabled(not run.finished)
        self.start_button.setVisible(not run.finished)
        if run.stopped is not None:
            self._show_trouble(run.stopped)
        self.ended.emit(run)
        if run.finished and not run.failures:
            self.accept()

    def _on_broken(self, error: Exception) -> None:
        self._show_work(under_way=False)
        self._show_trouble(error)

    def _show_work(self, *, under_way: bool) -> None:
        if not under_way:
            self._job = None
        self.bar.setMaximum(0)
        self.bar.setVisible(under_way)
        self.stop_button.setVisible(under_way)
        self.stop_button.setEnabled(under_way)
        self.close_button.setEnabled(not under_way)
        self.start_action.setEnabled(not under_way and self._preview is not None)
        for field in self._fields:
            field.setEnabled(not under_way and self.run is None)

    def _show_failures(self, failures: Sequence[BulkFailure]) -> None:
        self.failures.show_failures(failures)
        self.adjustSize()

    def _on_failure(self, petition_id: int) -> None:
        self.accept()
        self.opened.emit(petition_id)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._job is not None:
            self.stop()
            event.accept()
            return
        super().keyPressEvent(event)
