"""The column beside the list of drafts: the details of the selected draft, loaded on each selection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.instruments.drafting.service import InstrumentDetail, InstrumentRow
from desktop_app.staff.presence import Present
from ui.instruments.details import DETAILS_WIDTH, InstrumentDetails
from ui.jobs import Job, run, show_error
from ui.widgets.skeleton import Skeleton
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


#: QWIDGETSIZE_MAX, i.e. no maximum width.
_UNBOUNDED: Final = 16_777_215


class DetailsColumn(QStackedWidget):
    """Holds the details of the selected draft, a placeholder without a selection, and a skeleton while loading."""

    #: Emitted with the loaded draft (`InstrumentDetail`), or None while another one is loading.
    changed = Signal(object)

    def __init__(self, workplace: Workplace[InstrumentsServices], details: InstrumentDetails) -> None:
        super().__init__()
        self._workplace, self.details = workplace, details
        #: The draft that was loaded last; None without a selection.
        self.detail: InstrumentDetail | None = None
        #: The id of the selected row. `detail` follows when it has been loaded.
        self.picked: int | None = None
        #: The current day by the server's clock, used to count the days of a window.
        self.today = date.min
        self._job: Job | None = None
        self._present: Sequence[Present] = ()
        self._nothing, self._reading = QWidget(), Skeleton("text")

    def lay_out(self) -> None:
        """Adds the pages. Called when the column has a parent, so that they are styled only once."""
        self.fit(beside=True)
        for widget in (self._nothing, self._reading, self.details):
            self.addWidget(widget)

    def fit(self, *, beside: bool) -> None:
        """Takes the width of a column beside the list, or the whole width below it."""
        if beside:
            self.setFixedWidth(DETAILS_WIDTH)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_UNBOUNDED)

    def pick(self, row: InstrumentRow | None) -> None:
        """Loads the draft of a row; None clears the column."""
        if self._job is not None:
            self._job.cancel()
        self.picked = row.id if row is not None else None
        if row is None:
            self.detail = None
            self.changed.emit(None)
            self.setCurrentWidget(self._nothing)
            return
        if self.detail is None or self.detail.row.id != row.id:
            self.changed.emit(None)
            self.setCurrentWidget(self._reading)
        services, actor = self._workplace.services, self._workplace.actor
        self._job = run(
            self, lambda: services.drafting.detail(actor, row.id), self.show_detail, self._on_trouble
        )

    def show_detail(self, detail: InstrumentDetail) -> None:
        """Shows a draft after loading or after a step."""
        self._job = None
        self.detail = detail
        self.details.show_detail(detail, self.today)
        self.show_present(self._present)
        self.setCurrentWidget(self.details)
        self.changed.emit(detail)

    def show_present(self, present: Sequence[Present]) -> None:
        """Shows which colleagues are viewing the draft."""
        self._present = present
        number = None if self.detail is None else self.detail.row.id
        self.details.presence.show_at("instrument", number, present)

    def _on_trouble(self, error: Exception) -> None:
        """Returns from the skeleton to the previous details, and shows the error."""
        self._job = None
        same = self.detail is not None and self.detail.row.id == self.picked
        self.setCurrentWidget(self.details if same else self._nothing)
        show_error(self, error)
