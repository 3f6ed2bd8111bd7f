"""Numbers, references and stated counts of the coming text: listed before they are put right, as one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.repairing import Repair, RepairKind
from desktop_app.instruments.drafting.coming_text import MarkedRun, PlaceState, RunKind, word_runs
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.build_list import draw_tick
from ui.comparison.run_text import RunText
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button, RingedButton
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import fill_rounded, hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.side_panel import paint_ground
from ui.widgets.text_field import TextField

#: Further items of a kind are counted only.
MOST: int = 80
_WIDTH: int = 300


class RepairsPanel(QWidget):
    """Emits what is chosen; the owner changes the choices."""

    #: An item, and whether it is left out.
    toggled = Signal(object, bool)
    #: An item that is asked, and the words that it should have; empty to leave it.
    answered = Signal(object, str)
    #: All items are to be applied, or taken back.
    applied = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.items: tuple[Repair, ...] = ()
        self.boxes: list[RepairBox] = []
        self._on = self._possible = False
        self._allowed = True
        self._title = PlainLabel(translate("Comparison", "Numbers and references"), "interface", bold=True)
        self._count = PlainLabel("", "secondary", "text2")
        self._explained = PlainLabel(
            translate(
                "Comparison",
                "All are applied together and recorded as one act. The numbers are those of the coming text.",
            ),
            "secondary", "text2", wrap=True,
        )  # fmt: skip
        self._waiting = PlainLabel("", "secondary", "warn", wrap=True)
        self._act = make_action(
            self, translate("Comparison", "Apply numbers and references"), self.apply, key="Ctrl+Return",
            everywhere=True, writes=True,
        )  # fmt: skip
        self.button = Button.of(self._act, icon="ph.check", writes=True)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.show_items((), on=False)

    def show_items(self, items: Sequence[Repair], *, on: bool) -> None:
        """Shows the corrections, and whether they are applied."""
        self.items, self._on = tuple(items), on
        count = sum(item.applies for item in self.items)
        self._count.setText(fill(translate("Comparison", "{n} items"), n=digits(len(self.items))))
        waiting = sum(item.waits for item in self.items)
        self._waiting.setText(
            fill(translate("Comparison", "{n} items wait for an answer"), n=digits(waiting))
            if waiting
            else ""
        )
        self._waiting.setVisible(bool(waiting))
        words = (
            translate("Comparison", "Take {n} corrections back")
            if on
            else translate("Comparison", "Apply {n} corrections")
        )
        self._act.setText(fill(words, n=digits(count)))
        self._possible = on or count > 0
        self._act.setEnabled(self._possible and self._allowed)
        self._fill()

    def allow(self, allowed: bool) -> None:
        """Lets the key apply the corrections; not while another field confirms by it."""
        self._allowed = allowed
        self._act.setEnabled(self._possible and allowed)

    def apply(self) -> None:
        """Applies all corrections that are not left out, or takes them back."""
        self.applied.emit(not self._on)

    def _fill(self) -> None:
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        self.boxes = []
        names = {
            RepairKind.NUMBER: translate("Comparison", "Numbers"),
            RepairKind.REFERENCE: translate("Comparison", "References"),
            RepairKind.COUNT: translate("Comparison", "Numbers stated in the text"),
        }
        for kind, name in names.items():
            found = [item for item in self.items if item.key.kind is kind]
            if not found:
                continue
            head = PlainLabel(f"{name}  {digits(len(found))}", "header", "text2", bold=True)
            head.setContentsMargins(16, 8, 16, 4)
            column.addWidget(head)
            for item in found[:MOST]:
                box = RepairBox(item, self._toggler(item), self._answerer(item))
                self.boxes.append(box)
                column.addWidget(box)
            if len(found) > MOST:
                more = fill(translate("Comparison", "and {n} more"), n=digits(len(found) - MOST))
                column.addWidget(PlainLabel(more, "secondary", "text2"))
        if not self.items:
            quiet = PlainLabel(
                translate("Comparison", "Numbers and references of the coming text are in order."),
                "secondary", "text2", wrap=True,
            )  # fmt: skip
            quiet.setContentsMargins(16, 8, 16, 8)
            column.addWidget(quiet)
        column.addStretch(1)
        at = self._area.verticalScrollBar().value()
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(at)

    def _toggler(self, item: Repair) -> Callable[[], None]:
        return lambda: self.toggled.emit(item, not item.left_out)

    def _answerer(self, item: Repair) -> Callable[[str], None]:
        return lambda words: self.answered.emit(item, words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        set_margins(head, 16, 8, 16, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        said = QVBoxLayout()
        set_margins(said, 16, 0, 16, 8)
        said.addWidget(self._explained)
        foot = QVBoxLayout()
        set_margins(foot, 12, 8, 12, 8)
        foot.setSpacing(2)
        foot.addWidget(self._waiting)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(said)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ground(self)


class RepairBox(QWidget):
    """A correction with its tick, or a question with its answers."""

    def __init__(self, item: Repair, toggle: Callable[[], None], answer: Callable[[str], None]) -> None:
        super().__init__()
        self.item = item
        self.tick = _Tick(item, toggle)
        self.buttons: list[Button] = []
        title = "" if item.provision is None else provision_title(item.provision)
        self.words = RunText(_runs(item))
        column = QVBoxLayout()
        column.setSpacing(0)
        if title and item.key.kind is not RepairKind.NUMBER:
            column.addWidget(PlainLabel(title, "secondary", bold=True))
        column.addWidget(self.words)
        if item.asked:
            self._ask(column, item, answer)
        row = QHBoxLayout(self)
        set_margins(row, 16, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _ask(self, column: QVBoxLayout, item: Repair, answer: Callable[[str], None]) -> None:
        column.addWidget(
            PlainLabel(translate("Comparison", "It names what was deleted."), "header", "warn", wrap=True)
        )
        holder = QWidget()
        flow = FlowLayout(36, 0, (0, 0, 0, 0))
        holder.setLayout(flow)
        choices = [(words, words) for words in item.proposals]
        choices.append((translate("Comparison", "Without a change"), ""))
        for words, value in choices:
            button = Button(words, size="small")
            button.setCheckable(True)
            button.setChecked(item.answered and item.after == (value or item.before))
            button.clicked.connect(lambda _checked=False, value=value: answer(value))
            self.buttons.append(button)
            flow.addWidget(button)
        column.addWidget(holder)
        self.field = TextField(translate("Comparison", "Another reference …"))
        self.field.setPlaceholderText(translate("Comparison", "Another reference …"))
        if item.answered and item.after not in (item.before, *item.proposals):
            self.field.setText(item.after)
        self.field.returnPressed.connect(lambda: answer(self.field.text().strip()))
        column.addWidget(self.field)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()))


class _Tick(RingedButton):
    """The check box of a correction; a mark of a question where it waits for an answer."""

    def __init__(self, item: Repair, toggle: Callable[[], None]) -> None:
        super().__init__()
        self._item = item
        self.setFixedSize(24, 24)
        self.setEnabled(not item.waits)
        name = f"{item.before} ← {item.after}" if item.after else item.before
        self.setAccessibleName(name)
        self.clicked.connect(lambda _checked=False: toggle())

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(24, 24)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(4, 4, 16, 16)
        if self._item.waits:
            paint_icon(painter, box, "ph.warning", theme().warn)
        else:
            draw_tick(painter, box, PlaceState.REFUSED if self._item.left_out else PlaceState.TAKEN)
        if self.ringed:
            fill_rounded(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), None, 4, theme().accent, 2)


def _runs(item: Repair) -> list[MarkedRun]:
    if item.key.kind is RepairKind.NUMBER:
        arrow = " ← "
        return [
            MarkedRun(item.before.strip()), MarkedRun(arrow), MarkedRun(item.after.strip(), RunKind.NUMBER),
        ]  # fmt: skip
    if not item.after:
        return [MarkedRun("«"), MarkedRun(item.before), MarkedRun("»")]
    return [MarkedRun("«"), *word_runs(item.before, item.after), MarkedRun("»")]
