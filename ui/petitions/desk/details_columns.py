"""Layout of the details pane: one column beside the list, or up to three columns over the whole width.

The columns are read in this order: what was said, what the person writes, what binds. A border between them can be
dragged. In a narrow window, what binds is a folded section above the time line, and the composer is at the foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui import jobs
from ui.guard import guarded
from ui.petitions.desk.details_body import LOW
from ui.petitions.desk.details_parts import Hairline
from ui.widgets.beside import BORDER, place_exactly
from ui.widgets.painting import set_margins
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.petitions.desk.binding import BindingPane
    from ui.petitions.desk.details_body import DetailsBody
    from ui.petitions.desk.details_foot import DetailsFoot
    from ui.petitions.desk.details_head import DetailsHead

#: Usual widths in logical pixels, by the names under which chosen ones are stored.
SAID: Final = "full_said"
BINDS: Final = "full_binds"
_USUAL: Final[Mapping[str, int]] = {SAID: 440, BINDS: 344}
_NARROWEST: Final[Mapping[str, int]] = {SAID: 320, BINDS: 272}
#: The narrowest place to write.
_WRITES: Final = 320
#: Widths from which there is room for three columns, and for two.
_THREE_FROM: Final = 1180
_TWO_FROM: Final = 900
#: Pause in milliseconds after which a dragged border is remembered.
_SETTLES: Final = 400


class PaneShape(IntEnum):
    """How the parts are placed: beside the list, or in one, two or three columns of the full width."""

    BESIDE = 0
    ONE = 1
    TWO = 2
    THREE = 3


def shape_for(width: int, *, full: bool) -> PaneShape:
    """Returns the shape for a pane of this width in logical pixels."""
    if not full:
        return PaneShape.BESIDE
    return PaneShape.THREE if width >= _THREE_FROM else PaneShape.TWO if width >= _TWO_FROM else PaneShape.ONE


class DetailsColumns(QWidget):
    """Places head, texts, composer and facts. The parts are the same in each shape."""

    #: The person dragged a border; carries the widths by name.
    sizes_chosen = Signal(object)

    def __init__(
        self,
        head: DetailsHead,
        above: Sequence[QWidget],
        body: DetailsBody,
        foot: DetailsFoot,
        binds: BindingPane,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._head, self._body, self._foot, self._binds = head, body, foot, binds
        self.full, self.shape = False, PaneShape.BESIDE
        self._sizes = dict(_USUAL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.said = _Said()
        said = QVBoxLayout(self.said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        self._below_head, self._above = Hairline(), QWidget()
        lines = QVBoxLayout(self._above)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in above:
            lines.addWidget(part)
        for part in (self._above, self._below_head, body):
            said.addWidget(part, 1 if part is body else 0)
        self._unfolded = False
        foot.composer.unfolded.connect(self._on_unfolded)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(BORDER)
        place_exactly(self._splitter)
        self._splitter.splitterMoved.connect(self._on_moved)
        self._settled = jobs.Debouncer(self, _SETTLES, lambda: self.sizes_chosen.emit(dict(self._sizes)))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(translate("Facts", "Facts"))
        self._margins = QWidget()
        set_margins(QVBoxLayout(self._margins), 24, 16, 24, 16)
        self._scroll.setWidget(self._margins)
        for ground in (self._scroll.viewport(), self._margins):
            ground.setAutoFillBackground(False)
        self.status = StatusLine(_hints())
        self._line = Hairline()
        self._column.addWidget(head)
        self._column.addWidget(self._line)
        self._column.addWidget(self.said, 1)
        self._column.addWidget(foot)
        self._column.addWidget(self._splitter, 1)
        self._column.addWidget(self.status)
        self._scroll.setParent(self)
        binds.setParent(self)
        self._place()

    def use_sizes(self, sizes: Mapping[str, int]) -> None:
        """Gives the columns the widths that the person chose earlier."""
        self._sizes.update({name: sizes[name] for name in _USUAL if name in sizes})
        self._spread()

    def show_full(self, full: bool) -> None:
        """Uses the full width, or goes back beside the list."""
        self.full = full
        self._fit()

    def stations(self) -> list[QWidget]:
        """Returns what F6 leads to in each column, in the order of reading."""
        writes: QWidget = self._foot.composer.edit
        return [self._body, writes, *([self._scroll] if self.shape is PaneShape.THREE else [])]

    def next_station(self, step: int) -> None:
        """Focuses the next column (step 1) or the previous one (-1)."""
        stations, holder = self.stations(), self.window().focusWidget()
        parents = [self.said, self._foot, self._scroll]
        at = next((n for n, one in enumerate(parents) if holder is one or one.isAncestorOf(holder)), -step)
        stations[(at + step) % len(stations)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_unfolded(self, unfolded: bool) -> None:
        self._unfolded = unfolded
        self._make_room()

    def _make_room(self) -> None:
        """In a low window, lines above the text give way to the fields of the composer."""
        scarce = self._unfolded and self.window().height() < LOW
        self._above.setVisible(not scarce)
        self._head.facts.show_brief(scarce)

    def _fit(self) -> None:
        self._make_room()
        shape = shape_for(self.width(), full=self.full)
        if shape is not self.shape:
            self.shape = shape
            holder = self.window().focusWidget()
            self._place()
            # A part that gets another parent loses the focus.
            if self.isAncestorOf(holder):
                holder.setFocus(Qt.FocusReason.OtherFocusReason)
        self._spread()

    def _place(self) -> None:
        shape = self.shape
        split = shape >= PaneShape.TWO
        self._head.show_full(shape is not PaneShape.BESIDE)
        if split:
            self._splitter.addWidget(self.said)
            self._splitter.addWidget(self._foot)
        else:
            self._column.insertWidget(2, self.said, 1)
            self._column.insertWidget(3, self._foot)
        if shape is PaneShape.THREE:
            layout = self._margins.layout()
            assert layout is not None
            self._body.take_binding(None)
            layout.addWidget(self._binds)
            self._splitter.addWidget(self._scroll)
        else:
            self._scroll.setParent(self)
            self._body.take_binding(self._binds if shape is not PaneShape.BESIDE else None)
            if shape is PaneShape.BESIDE:
                self._binds.setParent(self)
        self._scroll.setVisible(shape is PaneShape.THREE)
        if shape in (PaneShape.BESIDE, PaneShape.THREE):
            self._binds.setVisible(shape is PaneShape.THREE)
        self._splitter.setVisible(split)
        self.status.setVisible(shape is not PaneShape.BESIDE)
        self._line.setVisible(shape is not PaneShape.BESIDE)
        self._below_head.setVisible(shape is PaneShape.BESIDE)
        self.said.setMinimumWidth(_NARROWEST[SAID] if split else 0)
        self._scroll.setMinimumWidth(_NARROWEST[BINDS] if split else 0)
        self._foot.setMinimumWidth(_WRITES if split else 0)
        for part in (self.said, self._foot):
            part.show()
        self._foot.show_roomy(split)
        self._body.show_origin(shape is not PaneShape.BESIDE)
        self._body.bound_text(shape is PaneShape.BESIDE)
        layout = self.said.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0 if shape is PaneShape.BESIDE else 10, 0, 0)

    def _spread(self) -> None:
        if self.shape < PaneShape.TWO:
            return
        said = max(self._sizes[SAID], _NARROWEST[SAID])
        binds = max(self._sizes[BINDS], _NARROWEST[BINDS]) if self.shape is PaneShape.THREE else 0
        room = self._splitter.contentsRect().width() - BORDER * (2 if binds else 1)
        rest = max(room - said - binds, _WRITES)
        self._splitter.setSizes([said, rest, binds] if binds else [said, rest])

    def _on_moved(self) -> None:
        self._sizes[SAID] = self.said.width()
        if self.shape is PaneShape.THREE:
            self._sizes[BINDS] = self._scroll.width()
        self._settled.start()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Said(QWidget):
    """Lines about the petition above its text, which scrolls in the height that is left."""

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        # Qt takes the height for a width as the least one, and would then squeeze the composer below.
        return False


def _hints() -> tuple[tuple[tuple[str, ...], str], ...]:
    return (
        (("Esc",), translate("Inbox", "back to the list")),
        (("F6",), translate("Inbox", "next part")),
        (("J", "K"), translate("Inbox", "next and previous")),
        (("Ctrl+Shift+P",), translate("Inbox", "all commands")),
    )
