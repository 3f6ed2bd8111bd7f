"""What other systems handed in: how much waits, what could not be read and why; put right here and tried again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.intake.columns import PETITION_FIELDS, REQUIRED_OF_PETITIONS, match
from desktop_app.intake.round_report import outcome_words
from desktop_app.intake.rounds import Round
from desktop_app.intake.staging import TAKERS, Quarantined
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.progress import Progress
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.row_faults import fault_reason
from ui import jobs
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.roster import Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from ui.jobs import Job
    from ui.workplace import Workplace

_Read = tuple[tuple[Quarantined, ...], int]
#: A value with more in it than this, or with a line break, gets a box of several lines.
_ONE_LINE: Final = 60
_BOX_HEIGHT: Final = 132
_Field = TextField | PlainText


class IntakePanel(QWidget):
    """`done` tells what was done, `counted` how many are in quarantine."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._rows: dict[int, Quarantined] = {}
        self._key: int | None = None
        self._job: Job | None = None
        self.fields: dict[str, _Field] = {}
        actor = workplace.actor
        self._may_take = any(m.role in TAKERS and m.unit_id is None for m in actor.held)
        self.state = PlainLabel("", "interface", wrap=True)
        self.take_button = Button(
            translate("Intake", "Take in now"), icon="ph.download-simple", flush=True, writes=True
        )
        self.take_button.clicked.connect(lambda _checked=False: self.take_in())
        self.stop_button = Button(translate("Intake", "Stop"), "ghost")
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.roster = Roster(translate("Intake", "What could not be read"))
        self.roster.chosen.connect(self._show)
        nothing = (
            translate("Intake", "Nothing is in quarantine"),
            translate("Intake", "What the portal and other systems hand in, and cannot be read, waits here."),
        )
        self.pane = RosterPane(self.roster, translate("Intake", "Channel, number or reason"), nothing)
        self.form = FormPane()
        self.heading = self.form.heading("")
        self.reasons = PlainLabel("", "secondary", "danger", wrap=True)
        self.form.column.addWidget(self.reasons)
        self.form.column.addSpacing(8)
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        self.form.column.addLayout(self._places)
        self.save_button = Button(
            translate("Intake", "Put right and try again"), "primary", flush=True, writes=True
        )
        self.again_button = Button(translate("Intake", "Try again as it is"), writes=True)
        self.form.buttons(self.save_button, self.again_button)
        self.save_button.clicked.connect(lambda _checked=False: self.mend())
        self.again_button.clicked.connect(lambda _checked=False: self.try_again())
        make_action(self, self.save_button.text(), self.mend, key="Ctrl+Return", writes=True)
        self._lay_out()
        self._show_form(None)

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
        column.addWidget(self.pane, 1)
        side_by_side(self, leading, self.form)
        self.stop_button.hide()
        self.take_button.setVisible(self._may_take)

    def refresh(self) -> None:
        """Reads what waits again, and stays on what is shown."""
        staging, actor = self._workplace.services.staging, self._workplace.actor
        jobs.run(self, lambda: (staging.quarantined(actor), staging.waiting(actor)), self._on_read)

    def take_in(self) -> None:
        """Looks into the sources, and makes petitions and comments of what waits."""
        if self._job is not None or not self._may_take:
            return
        rounds, actor = self._workplace.services.rounds, self._workplace.actor
        self.take_button.setEnabled(False)
        self.stop_button.show()

        def work(progress: Progress) -> Round:
            return rounds.run(actor, progress)

        self._job = jobs.run(self, work, self._on_taken, self._on_trouble, progress=self._on_progress)

    def stop(self) -> None:
        """Stops behind the part that is under way; what was taken in stays."""
        if self._job is not None:
            self._job.cancel()
            self._ended()
            self.refresh()

    def mend(self) -> None:
        """Keeps what was put right, and has it wait again."""
        row = self._rows.get(self._key or 0)
        if row is None:
            return
        payload = self._typed(row)
        staging, actor = self._workplace.services.staging, self._workplace.actor
        words = translate("Intake", "It was put right and waits to be taken in.")
        self._change(lambda: staging.mend(actor, row.id, payload), words)

    def try_again(self) -> None:
        """Has it wait again as it is."""
        row = self._rows.get(self._key or 0)
        if row is None:
            return
        staging, actor = self._workplace.services.staging, self._workplace.actor
        words = translate("Intake", "It waits to be taken in.")
        self._change(lambda: staging.try_again(actor, row.id), words)

    def _change(self, work: Any, words: str) -> None:
        for button in (self.save_button, self.again_button):
            button.setEnabled(False)

        def done(_nothing: object) -> None:
            self.done.emit(words, None)
            # Whoever has put it right wants to see what becomes of it.
            if self._may_take:
                self.take_in()
            else:
                self.refresh()

        jobs.run(self, work, done, self._on_trouble)

    def _typed(self, row: Quarantined) -> dict[str, Any]:
        known = row.payload if isinstance(row.payload, dict) else {}
        typed = dict(known)
        for name, field in self.fields.items():
            text = field.text() if isinstance(field, TextField) else field.toPlainText()
            # What was not touched stays what it was: a number stays a number.
            if text != _shown(known.get(name)):
                typed[name] = text
        return typed

    def _on_read(self, read: _Read) -> None:
        rows, waiting = read
        self._say_waiting(waiting)
        for button in (self.save_button, self.again_button):
            button.setEnabled(self._key is not None)
        if read == self._last_read:
            # Reading again takes nothing from what is being typed.
            return
        self._last_read = read
        self._rows = {row.id: row for row in rows}
        self.counted.emit(len(rows))
        self.pane.show_rows([_roster_row(row) for row in rows], self._key)
        if self._key not in self._rows:
            self._show_form(self._rows.get(self.roster.key() or 0))

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
        self._show_form(self._rows.get(key))

    def _show_form(self, row: Quarantined | None) -> None:
        self._key = row.id if row is not None else None
        while (item := self._places.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields.clear()
        for button in (self.save_button, self.again_button):
            button.setVisible(row is not None)
            button.setEnabled(row is not None)
        if row is None:
            self.heading.setText("")
            self.reasons.setText("")
            return
        self.heading.setText(_title(row))
        self.reasons.setText(_reasons(row))
        payload = row.payload if isinstance(row.payload, dict) else {}
        for name, words in _names(payload, row):
            self._add_field(name, words, _shown(payload.get(name)))

    def _add_field(self, name: str, words: str, text: str) -> None:
        field: _Field
        if len(text) > _ONE_LINE or "\n" in text or words == label("field", "text"):
            field = PlainText(text, editable=True)
            field.setFixedHeight(_BOX_HEIGHT)
        else:
            field = TextField(words)
            field.setText(text)
        field.setAccessibleName(words)
        caption = PlainLabel(words, "secondary", "text2")
        caption.setBuddy(field)
        self._places.addWidget(caption)
        self._places.addWidget(field)
        self.fields[name] = field

    def _on_progress(self, done: int, total: int | None) -> None:
        words = translate("Intake", "Taking in: {done} of {total}")
        self.state.setText(fill(words, done=done, total=total or done))

    def _on_taken(self, done: Round) -> None:
        self._ended()
        taken = done.taken
        if done.troubles:
            # What is away is told after what was done, which is in the list of each source.
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
                " that were there, {present} were there already, {quarantined} could not be read.",
            )
            self.done.emit(
                fill(
                    words,
                    petitions=taken.petitions,
                    comments=taken.comments,
                    further=taken.further,
                    present=taken.already_present,
                    quarantined=taken.quarantined,
                ),
                None,
            )
        self.refresh()

    def _on_trouble(self, error: Exception) -> None:
        self._ended()
        for button in (self.save_button, self.again_button):
            button.setEnabled(self._key is not None)
        jobs.show_error(self, error)
        self.refresh()

    def _ended(self) -> None:
        self._job = None
        self.stop_button.hide()
        self.take_button.setEnabled(True)


def _names(payload: dict[str, Any], row: Quarantined) -> list[tuple[str, str]]:
    """The names of what came, with the words of the fields that they stand for; what is missing last."""
    columns: Mapping[str, str] = row.mapping or {}
    required = row.required
    if row.mapping is None:
        columns, required = match(tuple(payload), PETITION_FIELDS), REQUIRED_OF_PETITIONS
    words = {column: label("field", field) for field, column in columns.items()}
    missing = [field for field in required if field not in columns]
    found = [(name, words.get(name, visible_controls(name))) for name in payload]
    return found + [(field, label("field", field)) for field in missing]


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _title(row: Quarantined) -> str:
    if row.file:
        words = translate("Intake", "{file}, row {row}")
        return fill(words, file=shown_name(row.file), row=row.row)
    number = isolated(visible_controls(row.external_id)) if row.external_id else f"#{digits(row.id)}"
    return f"{visible_controls(label('channel', row.channel))} {number}"


def _reasons(row: Quarantined) -> str:
    return " ".join(fault_reason(fault) for fault in (row.fault, *row.fault.also))


def _roster_row(row: Quarantined) -> RosterRow:
    when = f"{short_date(tehran_day(row.arrived_at))} {clock_time(row.arrived_at)}"
    return RosterRow(row.id, _title(row), f"{when} · {_reasons(row)}", True)
