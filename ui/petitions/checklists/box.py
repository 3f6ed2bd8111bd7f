"""The checklist of the shown petition: its points with who ticked them and when, and what an answer waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.persian.dates import day_and_month, full_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.chip import Chip
from ui.widgets.emptying import empty
from ui.widgets.painting import Mirror, fill_rounded
from ui.widgets.plain import PlainLabel, set_tip

if TYPE_CHECKING:
    from desktop_app.petitions.checklists.service import Tick
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

_SEGMENT: Final = (17, 4, 3)
_WHO_WIDTH: Final = 96
#: Most segments that are drawn; a longer list is told by its numbers alone.
_MOST_SEGMENTS: Final = 10


class ChecklistBox(QWidget):
    """Hidden where the petition has no points.

    `said` carries a message and its undo callback. `changed` is emitted when the petition has new events.
    """

    said = Signal(str, object)
    changed = Signal()

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace, self._checklists = workplace, workplace.services.checklists
        self._detail: PetitionDetail | None = None
        self.ticks: tuple[Tick, ...] = ()
        self.boxes: list[QCheckBox] = []
        #: Whether the points of the petition are read, and whether one is to have the focus then.
        self._read = self._wanted = False
        self.title = PlainLabel("", "header", "text2")
        self.count = PlainLabel("", "header", "text2")
        self.progress = _Progress()
        self.waits = PlainLabel("", "secondary", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.progress)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self.waits)
        self.action = make_action(
            self, translate("Checklist", "Go to the checklist"), self.enter, key="C", icon="ph.check-square"
        )
        self.hide()

    def show_for(self, detail: PetitionDetail) -> None:
        """Reads the points of this petition. Those already shown for it remain until then."""
        if self._detail is None or self._detail.id != detail.id:
            self._read = self._wanted = False
            self._show(())
        self._detail = detail
        number, actor = detail.id, self._workplace.actor
        jobs.run(
            self,
            lambda: self._checklists.of(actor, number),
            lambda ticks: self._on_read(number, ticks),
            jobs.only_bugs(self),
        )

    def enter(self) -> None:
        """Focuses the first required point that is not ticked, else the first one without a tick."""
        if not self.ticks:
            self._wanted = not self._read
            if self._read:
                self.said.emit(translate("Checklist", "This petition has no checklist."), None)
            return
        missing = [at for at, tick in enumerate(self.ticks) if tick.missing]
        open_ones = [at for at, tick in enumerate(self.ticks) if tick.ticked_at is None]
        self._focus([*missing, *open_ones, 0][0])

    def _focus(self, at: int) -> None:
        """Focuses a point, and scrolls to it."""
        self.boxes[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
        # The pane may just have been opened, and is laid out after this.
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        box = next((one for one in self.boxes if one.hasFocus()), None)
        above = self.parentWidget()
        while box is not None and above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(box)
            above = above.parentWidget()

    def _on_read(self, petition_id: int, ticks: tuple[Tick, ...]) -> None:
        if self._detail is None or self._detail.id != petition_id:
            return
        self._read = True
        if ticks != self.ticks:
            self._show(ticks)
        wanted, self._wanted = self._wanted, False
        if wanted:
            self.enter()

    def _show(self, ticks: tuple[Tick, ...]) -> None:
        focused = next((at for at, box in enumerate(self.boxes) if box.hasFocus()), None)
        self.ticks, self.boxes = ticks, []
        empty(self._rows)
        for tick in ticks:
            self._rows.addWidget(self._row(tick))
        self.setVisible(bool(ticks))
        if not ticks or self._detail is None:
            return
        done = sum(tick.ticked_at is not None for tick in ticks)
        kind = label("kind", self._detail.kind.value)
        self.title.setText(fill(translate("Checklist", "Checklist of the {kind}"), kind=kind))
        self.count.setText(fill(translate("Checklist", "{done} of {all}"), done=done, all=len(ticks)))
        self.progress.show_done(done, len(ticks))
        missing = sum(tick.missing for tick in ticks)
        words = translate(
            "Checklist",
            "It is answered once {count} more required points are ticked. An interim reply needs none.",
        )
        self.waits.setText(
            fill(words, count=digits(missing)) if missing and self._detail.resolved_at is None else ""
        )
        self.waits.setVisible(bool(self.waits.text()))
        if focused is not None and focused < len(self.boxes):
            self.boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, tick: Tick) -> QWidget:
        row = QWidget()
        box = QCheckBox()
        box.setChecked(tick.ticked_at is not None)
        title = visible_controls(tick.title)
        box.setAccessibleName(title)
        box.setEnabled(self._detail is not None and self._detail.ticks)
        box.clicked.connect(lambda checked: self._tick(tick, on=checked))
        self.boxes.append(box)
        words = PlainLabel(title, "interface", wrap=True)
        words.setBuddy(box)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(box)
        line.addWidget(words, 1)
        if tick.required:
            line.addWidget(Chip(translate("Checklist", "Required"), "warn" if tick.missing else "slate"))
        told, tip = self._told(tick)
        who = PlainLabel(told, "header", "text2")
        # The chips stand below each other, whether a point is ticked or not.
        who.setMinimumWidth(_WHO_WIDTH)
        set_tip(who, tip)
        line.addWidget(who)
        required = translate("Checklist", "Required") if tick.required else ""
        box.setAccessibleDescription("، ".join(part for part in (required, tip) if part))
        return row

    def _told(self, tick: Tick) -> tuple[str, str]:
        """Returns who ticked a point and when, briefly and in full."""
        if tick.ticked_at is None:
            return "", ""
        day = tehran_day(tick.ticked_at)
        own = tick.ticked_by == self._workplace.actor.name
        who = translate("History", "You") if own else tick.ticked_by
        brief = fill(translate("Checklist", "{who}, {day}"), who=who, day=day_and_month(day))
        return brief, fill(translate("Checklist", "{who}, {day}"), who=tick.ticked_by, day=full_date(day))

    # Ticking

    def _tick(self, tick: Tick, *, on: bool) -> None:
        if self._detail is not None:
            self._tick_on(self._detail.id, tick, on=on)

    def _tick_on(self, number: int, tick: Tick, *, on: bool, undoes: bool = False) -> None:
        """Ticks a point of a petition that need not be the shown one any more, or takes the tick off."""
        actor = self._workplace.actor

        def done(_now: PetitionDetail) -> None:
            words = translate("Checklist", "“{point}” is ticked.")
            if not on:
                words = translate("Checklist", "The tick is off “{point}”.")
            back = None if undoes else lambda: self._tick_on(number, tick, on=not on, undoes=True)
            self.said.emit(fill(words, point=visible_controls(tick.title)), back)
            self.changed.emit()

        jobs.run(
            self, lambda: self._checklists.tick(actor, number, tick.point_id, on=on), done, self._on_refused
        )

    def _on_refused(self, error: Exception) -> None:
        # The box shows what is stored.
        self._show(self.ticks)
        jobs.show_error(self, error)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((place for place, box in enumerate(self.boxes) if box.hasFocus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            self._focus(max(0, min(len(self.boxes) - 1, at + step)))
            event.accept()
        elif at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.boxes[at].click()
            event.accept()
        else:
            super().keyPressEvent(event)


class _Progress(QWidget):
    """One segment for each point, the ticked ones first."""

    def __init__(self) -> None:
        super().__init__()
        self._done = self._all = 0

    def show_done(self, done: int, of: int) -> None:
        self._done, self._all = done, of
        self.setVisible(of <= _MOST_SEGMENTS)
        self.setFixedSize(self.sizeHint())
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width, height, gap = _SEGMENT
        return QSize(max(1, self._all * (width + gap) - gap), height + 8)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, mirror = QPainter(self), theme(), Mirror.of(QRectF(self.rect()))
        width, height, gap = _SEGMENT
        for at in range(self._all):
            colour = now.accent if at < self._done else now.line2
            fill_rounded(painter, mirror.at(at * (width + gap), width, top=4, height=height), colour, 1)
