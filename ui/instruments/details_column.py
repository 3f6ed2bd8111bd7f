"""The column beside the list of drafts: the details of the chosen draft, read each time one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

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


class DetailsColumn(QStackedWidget):
    """Holds the chosen draft. Shows nothing without one, and a skeleton while another one is read."""

    #: The draft that can be worked on (`InstrumentDetail`), None until it is read.
    changed = Signal(object)

    def __init__(self, workplace: Workplace[InstrumentsServices], details: InstrumentDetails) -> None:
        super().__init__()
        self._workplace, self.details = workplace, details
        #: The draft that was read last; None without a chosen one.
        self.detail: InstrumentDetail | None = None
        #: The id of the row under the selection. `detail` follows it when it is read.
        self.picked: int | None = None
        #: The day of the server's clock, from which the days of a window are counted.
        self.today = date.min
        self._job: Job | None = None
        self._present: Sequence[Present] = ()
        self._nothing, self._reading = QWidget(), Skeleton("text")

    def lay_out(self) -> None:
        """Adds the pages; called when the column has its parent, so that they are styled once."""
        self.setFixedWidth(DETAILS_WIDTH)
        for widget in (self._nothing, self._reading, self.details):
            self.addWidget(widget)

    def pick(self, row: InstrumentRow | None) -> None:
        """Reads the draft of a row; None empties the column."""
        if self._job is not None:
            self._job.cancel()
        self.changed.emit(None)
        self.picked = row.id if row is not None else None
        if row is None:
            self.detail = None
            self.setCurrentWidget(self._nothing)
            return
        if self.detail is None or self.detail.row.id != row.id:
            self.setCurrentWidget(self._reading)
        services, actor = self._workplace.services, self._workplace.actor
        self._job = run(
            self, lambda: services.drafting.detail(actor, row.id), self.show_detail, self._on_trouble
        )

    def show_detail(self, detail: InstrumentDetail) -> None:
        """Shows a draft as it is after a step, or as it was read."""
        self._job = None
        self.detail = detail
        self.details.show_detail(detail, self.today)
        self.show_present(self._present)
        self.setCurrentWidget(self.details)
        self.changed.emit(detail)

    def show_present(self, present: Sequence[Present]) -> None:
        """Shows which colleagues are at the draft."""
        self._present = present
        number = None if self.detail is None else self.detail.row.id
        self.details.presence.show_at("instrument", number, present)

    def _on_trouble(self, error: Exception) -> None:
        """Leaves the draft that was shown before; a skeleton must not stay."""
        self._job = None
        same = self.detail is not None and self.detail.row.id == self.picked
        self.setCurrentWidget(self.details if same else self._nothing)
        show_error(self, error)
