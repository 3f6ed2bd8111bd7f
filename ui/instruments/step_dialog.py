"""The dialog for a publication step: its effect, its input, and the dates that follow from the law."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError, InvalidValueError
from desktop_app.instruments.consultation.gate import InstrumentAction, Publishing
from desktop_app.instruments.consultation.windows import ConsultationWindow
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.office.workdays import WorkCalendar
from desktop_app.unfinished import Key
from desktop_app.wording import translate
from desktop_app.wording.calendars import unconfirmed_words
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.instruments.life_words import closure_words, place_name, step_name, window_end
from ui.jobs import run
from ui.widgets.button import Button, buttons_at_the_end
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.kept_form import KeptForm
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField
from ui.widgets.window_rule import window_rule
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

#: The prefix of a step's name in the key of its unsaved form.
STEP: Final = "step_"
#: Steps that only need a reason.
_REASONED = frozenset(
    {
        InstrumentAction.DECLINE,
        InstrumentAction.LEAVE_CLOSED,
        InstrumentAction.REVISE_AGAIN,
        InstrumentAction.WITHDRAW,
        InstrumentAction.TAKE_UP_AGAIN,
    }
)
_ON_CLOSURE = frozenset({InstrumentAction.OPEN_AGAIN, InstrumentAction.LEAVE_CLOSED})
_WITH_WINDOW = frozenset({InstrumentAction.ASK_TO_OPEN, InstrumentAction.OPEN})
#: Steps that set the last day of a window.
ENDS: Final = _WITH_WINDOW | {InstrumentAction.EXTEND}
#: The field that a refusal is about, by its rule or by the name of the invalid value; others stand at the foot.
_ABOUT: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("until", "window_below_floor", "window_only_grows", "window_ends_on_closed_day", "ends_on_open_day"),
        "until",
    ),
    **dict.fromkeys(
        (
            "revision",
            "reviewer_is_not_the_author",
            "another_reviewer_is_needed",
            "carried_by_a_newer_revision",
        ),
        "revision",
    ),
    **dict.fromkeys(("letter_number", "letter"), "letter_number"),
    **dict.fromkeys(("letter_date", "letter_before_the_end", "letter_in_future"), "letter_date"),
    **dict.fromkeys(("reason", "reason_needed", "newer_revision_or_reason"), "reason"),
}


class StepDialog(QDialog, RefusingForm):
    """Performs a step and closes; `done` is emitted with the updated instrument.

    `calendar` is needed for a step
    that sets the end of a window.
    """

    done_with = Signal(object)

    def __init__(
        self,
        workplace: Workplace[InstrumentsServices],
        detail: InstrumentDetail,
        step: InstrumentAction,
        window: ConsultationWindow | None,
        parent: QWidget | None = None,
        *,
        calendar: WorkCalendar | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._detail, self._step, self._window = workplace, detail, step, window
        self._calendar = calendar
        name = step_name(step, detail.row.track, detail.late_closure)
        self.setWindowTitle(name)
        self.setMinimumWidth(520)
        self.reason = PlainText(editable=True)
        self.reason.keep_height(84)
        self.reason.setAccessibleName(self._reason_name())
        self.until = JalaliDateEdit()
        self.letter_number = TextField(translate("Life", "Number of the letter"), size="form")
        self.letter_date = JalaliDateEdit()
        self.revision = QComboBox()
        self.revision.setProperty("fieldSize", "form")
        self.revision.setAccessibleName(translate("Life", "Revision for the public"))
        for row in reversed(detail.revisions):
            self.revision.addItem(revision_name(row.number), row.number)
        #: Says that the window ends in a year whose calendar is not confirmed.
        self.unconfirmed = PlainLabel("", "secondary", "warn", wrap=True)
        self.unconfirmed.hide()
        save = make_action(self, name, self._save, key="Ctrl+Return", writes=True)
        self.save_button = Button.of(save, "primary", writes=True)
        self.cancel_button = Button(translate("Life", "Cancel"), "ghost")
        self.cancel_button.clicked.connect(self.reject)
        self._first: QWidget = self.save_button
        places = {place: QRadioButton(place_name(place.value)) for place in Publishing}
        self.places = places
        self._fields: dict[str, QWidget] = {
            "reason": self.reason,
            "until": self.until,
            "letter_number": self.letter_number,
            "letter_date": self.letter_date,
            "revision": self.revision,
        }
        self.form = KeptForm(
            workplace.unfinished,
            self._fields | {place.value: button for place, button in places.items()},
            self,
        )
        self._lay_out(name)
        about = {named: self._fields[field] for named, field in _ABOUT.items()}
        self.refusals = Refusals(self, about, foot=self.save_button)
        self.form.follow(Key("instrument", detail.row.id, f"{STEP}{step.value}"), detail.row.title)
        self.until.changed.connect(lambda _day: self._show_unconfirmed())
        self._show_unconfirmed()
        self._first.setFocus()

    def _show_unconfirmed(self) -> None:
        """Shows the remark on the year in which the window would end, if it is not confirmed."""
        exposure = self._detail.exposure
        asked = exposure.asked_until if exposure is not None and self._step is InstrumentAction.OPEN else None
        ends = [self._window.closes_on if self._window is not None else None, self.until.day() or asked]
        last = max((day for day in ends if day is not None), default=None)
        unsure = last is not None and self._calendar is not None and not self._calendar.is_confirmed(last)
        self.unconfirmed.setText(unconfirmed_words(last) if last is not None and unsure else "")
        self.unconfirmed.setVisible(unsure)
        self._make_room()

    def _make_room(self) -> None:
        """Makes the dialog as high as its wrapped lines need: a layout alone would let them overlap."""
        self._column.activate()
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    # Saving

    def _save(self) -> None:
        if not self.save_button.isEnabled():
            return
        try:
            work = self._work()
        except AppError as error:
            self.show_error(error)
            return
        self.save_button.setEnabled(False)
        self.refusals.clear()
        run(self, work, self._on_done, self._on_trouble)

    def _work(self) -> Callable[[], InstrumentDetail]:
        life, actor = self._workplace.services.life, self._workplace.actor
        row, reason = self._detail.row, self.reason.toPlainText().strip()
        if self._step is InstrumentAction.ASK_TO_OPEN:
            number, place, until = self.revision.currentData(), self._place(), _optional(self.until)
            return lambda: life.ask_to_open(
                actor, row.id, row.version, revision=number, place=place, until=until, notice=reason
            )
        plain = {
            InstrumentAction.OPEN: life.open,
            InstrumentAction.START_REVISING: life.start_revising,
            InstrumentAction.OPEN_AGAIN: life.open_again,
        }
        if self._step in plain:
            return lambda: plain[self._step](actor, row.id, row.version)
        if self._step is InstrumentAction.EXTEND:
            end = _day(self.until, "until")
            return lambda: life.extend(actor, row.id, row.version, end, reason)
        if self._step is InstrumentAction.MAKE_READY:
            return lambda: life.make_ready(actor, row.id, row.version, no_change_reason=reason)
        if self._step is InstrumentAction.FINISH:
            typed, day = self.letter_number.text().strip() or None, _day(self.letter_date, "letter_date")
            return lambda: life.finish(actor, row.id, row.version, letter_number=typed, letter_date=day)
        if self._step is InstrumentAction.SUM_UP:
            services = self._workplace.services

            def sum_up() -> InstrumentDetail:
                services.summing_up.freeze(actor, row.id)
                return services.drafting.detail(actor, row.id)

            return sum_up
        act = {
            InstrumentAction.DECLINE: life.decline,
            InstrumentAction.LEAVE_CLOSED: life.leave_closed,
            InstrumentAction.REVISE_AGAIN: life.revise_again,
            InstrumentAction.WITHDRAW: life.withdraw,
            InstrumentAction.TAKE_UP_AGAIN: life.take_up_again,
        }
        return lambda: act[self._step](actor, row.id, row.version, reason)

    def _on_done(self, detail: InstrumentDetail) -> None:
        self.form.done()
        self.accept()
        self.done_with.emit(detail)

    def _on_trouble(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.show_error(error)

    def _place(self) -> Publishing:
        return next(place for place, button in self.places.items() if button.isChecked())

    # Layout

    def _lay_out(self, name: str) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(name, "title"))
        column.addWidget(PlainLabel(self._detail.row.title, "secondary", "text2", wrap=True))
        if self._step is InstrumentAction.ASK_TO_OPEN:
            self._field(column, translate("Life", "Revision for the public"), self.revision)
            column.addLayout(self._places())
        if self._step in _WITH_WINDOW and self._window is not None:
            column.addWidget(PlainLabel(window_end(self._window), "interface", bold=True, wrap=True))
            column.addWidget(PlainLabel(window_rule(self._window), "secondary", "text2", wrap=True))
        if self._step is InstrumentAction.ASK_TO_OPEN:
            self._field(column, translate("Life", "Later end (empty: the earliest lawful day)"), self.until)
        if self._step is InstrumentAction.EXTEND:
            self._field(column, translate("Life", "New last day"), self.until)
        if self._step in ENDS:
            column.addWidget(self.unconfirmed)
        if self._step is InstrumentAction.FINISH:
            words = translate("Life", "Number of the letter (empty: the next one of the office)")
            self._field(column, words, self.letter_number)
            self._field(column, translate("Life", "Day of the letter"), self.letter_date)
        if self._step in _ON_CLOSURE and self._detail.late_closure is not None:
            column.addWidget(PlainLabel(closure_words(self._detail.late_closure), "interface", wrap=True))
        if words := self._consequence():
            column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        if self._reason_name():
            self._field(column, self._reason_name(), self.reason)
        column.addWidget(self.form.line)
        column.addSpacing(8)
        column.addLayout(buttons_at_the_end(self.cancel_button, self.save_button))

    def _field(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        caption = PlainLabel(name, "secondary", "text2")
        caption.setBuddy(field)
        field.setAccessibleName(name)
        column.addWidget(caption)
        column.addWidget(field)
        if self._first is self.save_button:
            self._first = field

    def _places(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        group = QButtonGroup(self)
        for button in self.places.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            group.addButton(button)
            row.addWidget(button)
        self.places[Publishing.PORTAL].setChecked(True)
        row.addStretch(1)
        return row

    def _reason_name(self) -> str:
        if self._step in _REASONED or self._step is InstrumentAction.EXTEND:
            return translate("Life", "Reason")
        if self._step is InstrumentAction.ASK_TO_OPEN:
            return translate("Life", "Notice to the public (may be empty)")
        unchanged = any(
            p.rule == "newer_revision_or_reason" and not p.holds for p in self._detail.gate.points
        )
        if self._step is InstrumentAction.MAKE_READY and unchanged:
            return translate("Life", "Why nothing is changed")
        return ""

    def _consequence(self) -> str:
        return {
            InstrumentAction.OPEN: translate(
                "Life",
                "The window begins today. Its end can be moved out, never in; the exposed text stays as it is.",
            ),
            InstrumentAction.EXTEND: translate("Life", "An end that was moved out is not moved back."),
            InstrumentAction.START_REVISING: translate(
                "Life", "The window is over; the amended text is written and the comments are decided."
            ),
            InstrumentAction.OPEN_AGAIN: translate(
                "Life",
                "Comments that came meanwhile are not late. Amending begins again after the window; revisions and"
                " decisions stay.",
            ),
            InstrumentAction.LEAVE_CLOSED: translate(
                "Life", "The reason is published in the summing-up and stays in the history."
            ),
            InstrumentAction.SUM_UP: translate(
                "Life",
                "It says for each provision which comments came, what was decided and what was changed. It names no"
                " sender and stays as it is; a later decision takes a new one.",
            ),
            InstrumentAction.MAKE_READY: translate("Life", "A manager can let it go out after that."),
            InstrumentAction.FINISH: translate(
                "Life", "After that neither text nor decisions change any more."
            ),
            InstrumentAction.REVISE_AGAIN: translate(
                "Life",
                "Text and decisions can be changed again. It is declared ready anew, over a new summing-up.",
            ),
            InstrumentAction.WITHDRAW: translate("Life", "A new opening would start a full new window."),
        }.get(self._step, "")


def _optional(field: JalaliDateEdit) -> date | None:
    return _day(field, "until") if field.text().strip() else None


def _day(field: JalaliDateEdit, name: str) -> date:
    day = field.day()
    if day is None:
        raise InvalidValueError(
            field=name, reason="not_a_date" if field.text() else "empty", value=field.text()
        )
    return day
