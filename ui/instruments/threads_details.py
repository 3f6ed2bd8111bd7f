"""The selected annotation beside the list over all drafts: its conversation, work and likely places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.result import Comparison, SideName
from desktop_app.instruments.annotations.over_all import ThreadLine
from desktop_app.staff.accounts import PersonRow
from desktop_app.wording import translate
from ui.annotations.placed import PlacedThread
from ui.annotations.thread_changes import ThreadChanges
from ui.annotations.threads_panel import ThreadsPanel
from ui.instruments.threads_list import where_words
from ui.jobs import run
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.instruments.annotations.service import ThreadRow
    from desktop_app.services import InstrumentsServices


@dataclass(frozen=True, slots=True)
class _Opened:
    """The selected thread; the text only if a place in it has to be chosen."""

    row: ThreadRow
    text: Comparison | None
    likely: tuple[tuple[int, int], ...]


class ThreadDetails(QWidget):
    """Shows one thread at a time; typed words stay while it is read again."""

    #: The place of the thread is wanted.
    place_wanted = Signal()
    #: A thread was changed: the list has to be read again.
    changed = Signal()
    #: A message about what was done, and its undo (a callable, or None).
    done = Signal(str, object)

    def __init__(self, workplace: Workplace[InstrumentsServices]) -> None:
        super().__init__()
        self._workplace = workplace
        self.line: ThreadLine | None = None
        self.where = PlainLabel("", "secondary", bold=True, elide=True)
        self.go = Button(translate("Threads", "To the place"), icon="ph.arrow-square-in", size="small")
        self.go.clicked.connect(self.place_wanted)
        self.go.setEnabled(False)
        self.panel = ThreadsPanel(workplace.unfinished, beside_text=False)
        self.panel.places_wanted.connect(lambda _thread: self._read(search=True))
        self.changes = ThreadChanges(workplace, self.panel, self)
        self.changes.changed.connect(self.changed)
        self.changes.done.connect(self.done)
        bar = QHBoxLayout()
        set_margins(bar, 12, 8, 12, 4)
        bar.addWidget(self.where, 1)
        bar.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.panel, 1)

    def read_known(self) -> None:
        """Reads the possible assignees and the labels."""
        services = self._workplace.services
        run(self, services.accounts.all, self._on_staff)
        run(self, services.annotations.labels, self.panel.show_labels)

    def show_line(self, line: ThreadLine | None) -> None:
        """Shows a thread, or nothing. It is read again only if it changed."""
        before, self.line = self.line, line
        self.go.setEnabled(line is not None)
        self.where.setText("" if line is None else where_words(line))
        if line is None:
            self.panel.show_threads((), None)
        elif before != line or line.id not in self.panel.boxes:
            self._read(search=False)

    def write(self) -> None:
        """Focuses the reply of the thread."""
        if self.line is not None:
            self.panel.choose(self.line.id)

    def _read(self, *, search: bool) -> None:
        """Reads the thread; with `search`, also the places where it may belong."""
        line, services = self.line, self._workplace.services
        if line is None:
            return
        asks = line.waits_for_choice or (search and line.homeless)

        def read() -> _Opened:
            row = services.annotations.thread(line.id, line.number)
            if not asks:
                return _Opened(row, None, ())
            text = services.drafting.compare(line.instrument_id, line.number, line.number)
            places = services.threads_over_all.likely_places(line.id)
            return _Opened(row, text, tuple((place.start, place.end) for place in places))

        run(self, read, lambda opened: self._on_opened(line, opened, asks=asks, search=search))

    def _on_opened(self, line: ThreadLine, opened: _Opened, *, asks: bool, search: bool) -> None:
        if self.line is None or self.line.id != line.id:
            return
        if asks:
            self.panel.comparison = opened.text
            self.panel.likely[line.id] = opened.likely
        row = opened.row
        side: SideName | None = "new" if row.start is not None else None
        placed = PlacedThread(row, side, row.start or 0, row.end or 0, line.number)
        self.panel.show_threads((placed,), line.id)
        if search:
            self.panel.show_likely(line.id, opened.likely)

    def _on_staff(self, people: Sequence[PersonRow]) -> None:
        self.panel.show_staff(people, self._workplace.actor.person_id)
