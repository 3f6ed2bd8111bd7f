"""The gate: what is missing before the next step, what the public did not see, and what carries what was accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, ConflictError
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.steps import InstrumentAction
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from ui.actions import key_of, make_action, tip
from ui.guard import guarded
from ui.instruments.gate_carriers import GateCarriers, GivenCarrier
from ui.instruments.gate_changes import GateChanges, GivenReason
from ui.instruments.gate_reading import GateReading, read_gate
from ui.instruments.life_panel import GateRow
from ui.instruments.life_words import ICONS, step_name
from ui.jobs import Job, run, show_error
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip
from ui.widgets.emptying import empty
from ui.widgets.page_head import PageHead
from ui.widgets.painting import right_to_left, set_margins
from ui.widgets.pane_scroll import PaneScroll
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.segmented import Segmented
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

#: The least width with three columns beside each other, in pixels.
_WIDE: Final = 1120
_CONDITIONS: Final = 280
_CARRIERS: Final = 380
#: Qt's greatest width of a widget.
_ANY_WIDTH: Final = 16_777_215
#: The parts in reading order, with their shares of the width.
_SHARES: Final = {"conditions": 4, "changes": 7, "carriers": 5}
#: The step that the page leads to from each state.
_NEXT: Final = (InstrumentAction.MAKE_READY, InstrumentAction.FINISH)


class GatePage(QWidget):
    """Shows one draft; Escape goes back. `ready` is emitted when it was read."""

    closed = Signal()
    ready = Signal()
    failed = Signal()
    #: A message about a completed action.
    said = Signal(str)
    #: The user asks for a step (`InstrumentAction`), for what a rule misses elsewhere, or for the comparison.
    step_wanted = Signal(object)
    missing_wanted = Signal(str)
    comments_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, workplace: Workplace[InstrumentsServices]) -> None:
        super().__init__()
        self._workplace = workplace
        self._job: Job | None = None
        self.reading: GateReading | None = None
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.state = Chip("", "viol")
        self.track = PlainLabel("", "secondary", "text2", elide=True)
        self.left = PlainLabel("", "secondary", "text2")
        self._back = IconButton("ph.arrow-left", translate("Gate", "Back to the draft"), key="Esc")
        self._back.clicked.connect(self.closed)
        make_action(self, translate("Gate", "Back to the draft"), self.closed.emit, key="Esc")
        compare = make_action(
            self, translate("Gate", "Compare the two revisions"), self.compare_wanted.emit, key="Ctrl+D"
        )
        self.compare = Button(compare.text(), icon="ph.columns")
        self.compare.clicked.connect(compare.trigger)
        set_tip(self.compare, tip(compare.text(), key_of(compare)))
        self.step_button = Button("", "primary")
        self.step_button.clicked.connect(self._on_step)
        self.head = PlainLabel("", "interface", bold=True)
        self.counted = PlainLabel("", "header", "text2")
        self.kept = PlainLabel("", "secondary", "warn", wrap=True)
        self.points: list[GateRow] = []
        self._points = QVBoxLayout()
        self.columns = Segmented(
            [
                ("conditions", translate("Gate", "Conditions")),
                ("changes", translate("Gate", "Material changes")),
                ("carriers", translate("Gate", "Accepted comments")),
            ],
            "changes",
        )
        self.columns.setAccessibleName(translate("Gate", "Which part is shown"))
        self.columns.changed.connect(lambda _code: self._fold())
        self.changes = GateChanges(workplace.unfinished)
        self.carriers = GateCarriers()
        self._parts: Mapping[str, QWidget] = {
            "conditions": self._conditions(), "changes": self.changes, "carriers": self.carriers,
        }  # fmt: skip
        self._leads: Mapping[str, Callable[[], None]] = {
            "accepted_is_carried": self._go_to_carriers,
            "changes_are_explained": self._go_to_changes,
            "every_comment_is_decided": self.comments_wanted.emit,
            "summing_up_is_needed": lambda: self.step_wanted.emit(InstrumentAction.SUM_UP),
        }
        self.changes.explained.connect(self._on_explained)
        self.changes.comments_wanted.connect(self.comments_wanted)
        self.carriers.carried.connect(self._on_carried)
        self.carriers.comments_wanted.connect(self.comments_wanted)
        self._lay_out()

    def open(self, instrument_id: int) -> None:
        """Reads a draft and shows it."""
        self._read(instrument_id, again=False)

    def reload(self) -> None:
        """Reads the draft again; what is typed and where the keyboard is stay."""
        if self.reading is not None:
            self._read(self.reading.detail.row.id, again=True)

    def _read(self, instrument_id: int, *, again: bool) -> None:
        if self._job is not None:
            self._job.cancel()
        services, actor = self._workplace.services, self._workplace.actor

        def trouble(error: Exception) -> None:
            self._job = None
            self.failed.emit()
            show_error(self, error)

        def done(reading: GateReading) -> None:
            self._on_read(reading, again=again)

        self._job = run(self, lambda: read_gate(services, actor, instrument_id), done, trouble)

    def lead(self, rule: str) -> None:
        """Goes to what a condition still misses."""
        self._leads.get(rule, lambda: self.missing_wanted.emit(rule))()

    def _on_read(self, reading: GateReading, *, again: bool) -> None:
        self._job = None
        if again and _same(self.reading, reading):
            return
        self.reading = reading
        detail, row = reading.detail, reading.detail.row
        self.title.setText(row.title)
        self.state.show_text(label("instrument_status", row.status.value), "viol")
        self.track.setText(label("track_rule", row.track.value))
        self.changes.show_changes(
            reading.changes, may_write=reading.may_write, instrument=(row.id, row.title)
        )
        self.carriers.show_reading(reading)
        self._show_conditions(detail)
        self.compare.setVisible(reading.changes is not None)
        if not again:
            self.ready.emit()
            self.changes.step(1, first=True)

    def _show_conditions(self, detail: InstrumentDetail) -> None:
        points = detail.gate.points
        missing = sum(not point.holds for point in points)
        empty(self._points)
        sums_up = InstrumentAction.SUM_UP in detail.steps
        freeze = {"summing_up_is_needed": translate("Gate", "Freeze it")} if sums_up else {}
        self.points = [GateRow(point, self.lead, freeze.get(point.rule, "")) for point in points]
        for row in self.points:
            self._points.addWidget(row)
        self.counted.setText(
            fill(translate("Gate", "{n} of {m}"), n=digits(len(points) - missing), m=digits(len(points)))
        )
        self.kept.setText(rule_sentence(detail.kept_from) if detail.kept_from else "")
        self.kept.setVisible(bool(detail.kept_from))
        words = translate("Gate", "conditions left: {n}")
        self.left.setText(fill(words, n=digits(missing)) if missing else "")
        step = self._step()
        self.step_button.setVisible(step is not None)
        if step is not None:
            open_now = detail.gate.is_open
            self.step_button.setText(step_name(step, detail.row.track))
            self.step_button.set_icon_name(ICONS[step] if open_now else "ph.lock-simple")
            self.step_button.setEnabled(open_now)
            self.step_button.updateGeometry()

    def _step(self) -> InstrumentAction | None:
        steps = self.reading.detail.steps if self.reading is not None else frozenset()
        return next((step for step in _NEXT if step in steps), None)

    def _on_step(self) -> None:
        step = self._step()
        if step is not None:
            self.step_wanted.emit(step)

    def _go_to_changes(self) -> None:
        self.columns.choose("changes")
        self.changes.show_filter("unexplained")

    def _go_to_carriers(self) -> None:
        self.columns.choose("carriers")
        self.carriers.go_to_first()

    def _on_explained(self, given: GivenReason) -> None:
        if self.reading is None:
            return
        service, actor, number = (
            self._workplace.services.material_changes,
            self._workplace.actor,
            self.reading.detail.row.id,
        )

        def done(_nothing: object) -> None:
            self.changes.forget(given)
            words = translate("Gate", "Reason saved for changes: {n}.")
            self.said.emit(fill(words, n=digits(len(given.keys))))
            self.reload()

        run(self, lambda: service.explain(actor, number, given.keys, given.reason), done)

    def _on_carried(self, given: GivenCarrier) -> None:
        services, actor, comment = self._workplace.services, self._workplace.actor, given.comment
        disposition = comment.disposition
        assert disposition is not None

        def decide() -> None:
            if comment.stands_for is None:
                services.comments.decide(
                    actor, comment.id, comment.version, disposition, comment.reason, given.carrier
                )
                return
            group = comment.stands_for.id
            services.campaigns.decide(
                actor, group, comment.version, disposition, comment.reason, given.carrier
            )

        def done(_nothing: object) -> None:
            self.said.emit(translate("Gate", "What carries the comment was saved."))
            self.reload()

        def trouble(error: Exception) -> None:
            show_error(self, error)
            if isinstance(error, ConflictError) or not isinstance(error, AppError):
                self.reload()

        run(self, decide, done, trouble)

    # Layout

    def _conditions(self) -> QWidget:
        self.head.setText(translate("Gate", "Before the next step"))
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.counted)
        area = PaneScroll()
        inside = area.column
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(12)
        self._points.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(self._points)
        inside.addWidget(self.kept)
        note = translate("Gate", "A manager can return a ready draft to amending, until it goes out.")
        inside.addStretch(1)
        inside.addWidget(PlainLabel(note, "header", "text2", wrap=True))
        return area

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self.title, 3)
        row.addWidget(self.state)
        row.addWidget(self.track, 2)
        row.addWidget(self.left)
        row.addWidget(self.compare)
        row.addWidget(self.step_button)
        self._turn = QWidget()
        turn = QHBoxLayout(self._turn)
        turn.setContentsMargins(16, 8, 16, 8)
        turn.addWidget(self.columns, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for name in _SHARES:
            body.addWidget(self._parts[name], _SHARES[name])
            if name != "carriers":
                body.addWidget(_Line())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._turn)
        column.addLayout(body, 1)
        self._fold()

    def _fold(self) -> None:
        """Shows the three parts beside each other, or the chosen one in a narrow window."""
        wide = self.width() >= _WIDE
        self._turn.setVisible(not wide)
        for name, width in (("conditions", _CONDITIONS), ("carriers", _CARRIERS)):
            self._parts[name].setMaximumWidth(width if wide else _ANY_WIDTH)
        for name, part in self._parts.items():
            part.setVisible(wide or name == self.columns.value())
        self.track.setVisible(wide)
        self.compare.setVisible(wide and self.reading is not None and self.reading.changes is not None)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # Not that of three columns: the window could never become narrow enough to fold them.
        return QSize(560, 320)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


def _same(before: GateReading | None, now: GateReading) -> bool:
    """Whether nothing that the page shows differs."""
    if before is None or before.detail != now.detail or before.accepted != now.accepted:
        return False
    shown = before.changes.changes if before.changes is not None else None
    return shown == (now.changes.changes if now.changes is not None else None)


class _Line(QWidget):
    """A line between two columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        left = 0 if right_to_left() else self.width() - 1
        QPainter(self).fillRect(QRectF(left, 0, 1, self.height()), theme().line)
