"""The steps in the life of a draft: registration, legal review, publication, withdrawal, end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import ConflictError
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.consultation.windows import ConsultationWindow
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.workdays import WorkCalendar
from desktop_app.staff.units import UnitRow
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.instruments.details_column import DetailsColumn
from ui.instruments.life_words import step_done
from ui.instruments.register_dialog import RegisterDialog
from ui.instruments.step_dialog import ENDS, StepDialog
from ui.jobs import run, show_error
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


class InstrumentSteps(QObject):
    """Performs a step on the selected draft, with a dialog if the step needs input."""

    #: Emitted with a newly registered draft (`InstrumentDetail`).
    registered = Signal(object)
    #: Emitted with the draft (`InstrumentDetail`) after a step.
    changed = Signal(object)
    #: The drafts must be reloaded.
    outdated = Signal()
    #: A message about a completed action.
    said = Signal(str)

    def __init__(
        self, workplace: Workplace[InstrumentsServices], column: DetailsColumn, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workplace, self._column = workplace, column
        #: The units for which a draft can be registered.
        self.units: tuple[UnitRow, ...] = ()
        self.register_dialog: RegisterDialog | None = None
        self.step_dialog: StepDialog | None = None

    def register(self) -> RegisterDialog:
        """Opens the form for a new draft."""
        dialog = self.register_dialog = RegisterDialog(self._workplace, self.units, self._owner)
        dialog.registered.connect(self._on_registered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def move_on(self, to: InstrumentStatus) -> None:
        """Moves the draft to legal review, or back to drafting."""
        detail, services, actor = self._column.detail, self._workplace.services, self._workplace.actor
        if detail is None:
            return
        row = detail.row

        def done(moved: InstrumentDetail) -> None:
            words = translate("Instruments", "“{title}” is in the state “{state}” now.")
            state = label("instrument_status", moved.row.status.value)
            self.said.emit(fill(words, title=moved.row.title, state=state))
            self.changed.emit(moved)

        def trouble(error: Exception) -> None:
            show_error(self, error)
            if isinstance(error, ConflictError):
                self.outdated.emit()

        run(self, lambda: services.drafting.move(actor, row.id, row.version, to), done, trouble)

    def take(self, step: InstrumentAction) -> None:
        """Opens the form of a publication step; for an opening, the dates of the window are computed first."""
        detail, services = self._column.detail, self._workplace.services
        if detail is None:
            return
        if step not in ENDS:
            self._open_form(detail, step)
            return

        def counted(found: tuple[WorkCalendar, ConsultationWindow | None]) -> None:
            now = self._column.detail
            # A reload meanwhile may have replaced the object, but the draft must be the same.
            if now is not None and now.row.id == detail.row.id and now.row.status is detail.row.status:
                self._open_form(now, step, *found)

        def count() -> tuple[WorkCalendar, ConsultationWindow | None]:
            window = None if step is InstrumentAction.EXTEND else services.life.window(detail.row.id)
            return services.office.calendar(), window

        run(self, count, counted)

    def ask_for_second_reader(self, wanted: bool) -> None:
        """Sets whether the rejection of a comment needs a second reader; possible until the window opens."""
        detail, services, actor = self._column.detail, self._workplace.services, self._workplace.actor
        if detail is None:
            return
        number, version = detail.row.id, detail.row.version

        def done(_nothing: object) -> None:
            words = (
                translate("Instruments", "A rejection counts only when a second reviewer has confirmed it.")
                if wanted
                else translate("Instruments", "A rejection counts without a second reader.")
            )
            self.said.emit(words)
            self.outdated.emit()

        def trouble(error: Exception) -> None:
            # Reset the check box to the stored value.
            self._column.details.second_reader.setChecked(detail.second_reader)
            show_error(self, error)
            self.outdated.emit()

        run(
            self,
            lambda: services.moderation.ask_for_second_reader(actor, number, version, wanted=wanted),
            done,
            trouble,
        )

    @property
    def _owner(self) -> QWidget:
        # Looked up instead of stored: a reference cycle would keep both alive after the window is closed.
        owner = self.parent()
        assert isinstance(owner, QWidget)
        return owner

    def _open_form(
        self,
        detail: InstrumentDetail,
        step: InstrumentAction,
        calendar: WorkCalendar | None = None,
        window: ConsultationWindow | None = None,
    ) -> None:
        dialog = self.step_dialog = StepDialog(
            self._workplace, detail, step, window, self._owner, calendar=calendar
        )
        dialog.done_with.connect(partial(self._on_step, step))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_registered(self, detail: InstrumentDetail) -> None:
        self.registered.emit(detail)
        words = translate("Instruments", "“{title}” was registered with the code {code}.")
        self.said.emit(fill(words, title=detail.row.title, code=digits(detail.row.code)))

    def _on_step(self, step: InstrumentAction, moved: InstrumentDetail) -> None:
        self.changed.emit(moved)
        self.said.emit(step_done(step, moved))
