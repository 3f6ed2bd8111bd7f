"""The time line of a petition: its latest events, earlier ones on demand, and a link to files left behind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.petitions.desk.attachments import FILES_LEFT
from desktop_app.wording import fill, translate
from ui import jobs
from ui.petitions.desk.history_words import time_line
from ui.signals import ID
from ui.widgets.plain import LinkLabel
from ui.widgets.time_line import TimeLine

if TYPE_CHECKING:
    from desktop_app.database.audit import Event
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Number of earlier events added per request. Their layout is slow, and a petition can have thousands.
MORE: Final = 300


class HistoryPart(QWidget):
    """Keeps earlier events that were read, while the petition is the same."""

    #: Id of the submission to show.
    origin_asked = Signal(ID)
    #: The events changed.
    changed = Signal()

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace = workplace
        self._events: tuple[Event, ...] = ()
        self._this_year = 0
        #: Id of the shown petition, and of the submission whose files were not attached.
        self._shown: int | None = None
        self._with_files: int | None = None
        self.timeline = TimeLine()
        self.earlier = LinkLabel("", self.show_earlier, "secondary")
        self.left_files = LinkLabel(
            translate("Inbox", "See the files that were not attached"), self._ask_origin, "secondary"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.earlier)
        column.addWidget(self.timeline)
        column.addWidget(self.left_files, 0, Qt.AlignmentFlag.AlignLeading)

    def show_detail(self, detail: PetitionDetail, today: date, *, same: bool) -> None:
        """Shows the history of this petition; `same`: it is the one shown before."""
        first = detail.history[0].sequence if detail.history else 0
        kept = [event for event in self._events if event.sequence < first] if same else []
        if kept and kept[-1].sequence != first - 1:
            kept = []
        self._events, self._shown, self._this_year = (*kept, *detail.history), detail.id, today.year
        self._show()

    def count_words(self) -> str:
        """Returns how many events there are."""
        # The sequence numbers of events start at 1 and have no gaps.
        count = self._events[-1].sequence if self._events else 0
        return fill(translate("Inbox", "{count} events"), count=count)

    def last_words(self) -> str:
        """Returns the last event in words, for the folded time line."""
        if not self.timeline.events:
            return ""
        last = self.timeline.events[-1]
        words = translate("Inbox", "Last: {what}, {when}")
        return fill(words, what=last.sentence.partition("\n")[0], when=last.moment)

    def show_earlier(self) -> None:
        """Reads earlier events and shows them."""
        if self._shown is None or not self._events:
            return
        desk, actor = self._workplace.services.desk, self._workplace.actor
        number, first = self._shown, self._events[0].sequence

        def show(events: tuple[Event, ...]) -> None:
            if self._shown == number and self._events and self._events[0].sequence == first:
                self._events = (*events, *self._events)
                self._show()

        jobs.run(self, lambda: desk.earlier(actor, number, first, MORE), show)

    def _show(self) -> None:
        person = self._workplace.actor.person_id
        self.timeline.show_events(time_line(self._events, person, this_year=self._this_year))
        left_there = [event.after for event in self._events if event.action == FILES_LEFT]
        self._with_files = int(left_there[-1]["submission_id"]) if left_there else None
        self.left_files.setVisible(self._with_files is not None)
        left = self._events[0].sequence - 1 if self._events else 0
        self.earlier.setText(fill(translate("Inbox", "Earlier events: {count}"), count=left))
        self.earlier.setVisible(left > 0)
        self.changed.emit()

    def _ask_origin(self) -> None:
        if self._with_files is not None:
            self.origin_asked.emit(self._with_files)
