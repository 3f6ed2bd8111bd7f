"""The bar under the texts: counts that are filters, how much was seen, previous and next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.comparison.result import Op, Status
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import FIELD_SMALL, RADIUS, RADIUS_CHIP
from ui.widgets.button import Button
from ui.widgets.comparison_view.changes import ChangeKind, Filter, counts
from ui.widgets.comparison_view.reading import Reading
from ui.widgets.comparison_view.row_painting import KIND_ICONS
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, set_margins, text_width
from ui.widgets.plain import set_tip

FOOTER: int = 48
_KINDS = (
    ChangeKind.EDITED,
    ChangeKind.INSERTED,
    ChangeKind.DELETED,
    ChangeKind.MOVED,
    ChangeKind.RENUMBERED,
    ChangeKind.STALE,
)


class CountChip(QPushButton):
    """A count that filters. A dashed one stands for what is hidden unless it is asked for."""

    def __init__(self, icon: str | None, colour: str, *, dashed: bool = False) -> None:
        super().__init__()
        self._icon, self._colour, self._dashed = icon, colour, dashed
        self._count = 0
        self._words = ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        """The number that the chip shows."""
        return self._count

    def show_count(self, words: str, count: int, tip: str = "") -> None:
        """Other words and another number."""
        self._words, self._count = words, count
        self.setAccessibleName(f"{digits(count)} {words}")
        set_tip(self, tip)
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = text_width(self._words, font("header")) + text_width(digits(self._count), self._strong()) + 22
        return QSize(round(width) + (20 if self._icon else 0), FIELD_SMALL)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        hover = self.underMouse()
        if self.isChecked():
            fill_rounded(painter, box, now.sel if hover else now.accsoft, RADIUS_CHIP)
        elif self._dashed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.line2, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        else:
            fill_rounded(painter, box, now.hover if hover else now.base, RADIUS_CHIP, now.line2)
        if self.hasFocus():
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        ink = now.acctext if self.isChecked() else now.text2 if self._dashed else now.text
        mirror = Mirror.of(box.adjusted(0, -1, 0, -1))
        at = 8.0
        if self._icon:
            paint_icon(
                painter, mirror.at(at, 14), self._icon, ink if self.isChecked() else now.colour(self._colour)
            )
            at += 20
        number, which = digits(self._count), self._strong()
        words = (self._words, font("header")) if self._icon is None else (number, which)
        last = (number, which) if self._icon is None else (self._words, font("header"))
        for text, kind in (words, last):
            width = text_width(text, kind) + 1
            draw_text(painter, mirror.at(at, width), text, kind, ink)
            at += width + 4

    def _strong(self) -> QFont:
        which = font("header")
        which.setWeight(which.Weight.Medium)
        return which


class SeenBar(QWidget):
    """«۳۱ از ۴۴ دیده شد» with a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = self._total = 0
        self.setFixedHeight(FIELD_SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_seen(self, seen: int, total: int) -> None:
        """How many of how many."""
        self._seen, self._total = seen, total
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The sentence beside the bar."""
        return fill(translate("Comparison", "{seen} of {total} seen"), seen=self._seen, total=self._total)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.words(), font("header"))) + 116, FIELD_SMALL)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(0, FIELD_SMALL)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._total or self.width() < self.sizeHint().width() - 8:
            return
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        mirror = Mirror.of(box)
        middle = box.center().y()
        fill_rounded(painter, mirror.at(4, 96, top=middle - 2, height=4), now.line2, 2)
        done = 96 * self._seen / self._total
        if done >= 1:
            fill_rounded(painter, mirror.at(4, done, top=middle - 2, height=4), now.accent, 2)
        draw_text(painter, mirror.at(108, box.width() - 108), self.words(), font("header"), now.text2)


class Footer(QWidget):
    """Tells `filter_changed` with the filter that the chips make."""

    filter_changed = Signal(object)

    def __init__(self, previous: QAction, following: QAction) -> None:
        super().__init__()
        self.setFixedHeight(FOOTER)
        self.all_chip = CountChip(None, "text")
        self.chips = {kind: CountChip(*KIND_ICONS[kind]) for kind in _KINDS}
        self.orthographic_chip = CountChip("ph.eye-slash", "text2", dashed=True)
        self.seen = SeenBar()
        self._lay_out(previous, following)
        self.all_chip.clicked.connect(self._on_all)
        for chip in self.chips.values():
            chip.clicked.connect(self._tell)
        self.orthographic_chip.clicked.connect(self._tell)

    def _lay_out(self, previous: QAction, following: QAction) -> None:
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.all_chip)
        for kind, chip in self.chips.items():
            if kind is ChangeKind.STALE:
                row.addWidget(self.orthographic_chip)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.seen)
        row.addSpacing(4)
        row.setSpacing(6)
        row.addWidget(Button.of(previous, icon="ph.arrow-up"))
        row.addWidget(Button.of(following, "primary", icon="ph.arrow-down"))

    def filter(self) -> Filter:
        """The filter that the chips stand for."""
        kinds = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        return Filter(kinds, orthographic=self.orthographic_chip.isChecked())

    def show_reading(self, reading: Reading) -> None:
        """Counts and filter of a reading; what does not occur has no chip."""
        found = counts(reading.changes)
        total = len(reading.substantive)
        self.all_chip.show_count(translate("Comparison", "All"), total)
        for kind, chip in self.chips.items():
            chip.show_count(_name(kind), found[kind])
            chip.setVisible(found[kind] > 0)
            chip.setChecked(kind in reading.filter.kinds)
        self.all_chip.setChecked(not reading.filter.kinds)
        shown = reading.filter.orthographic
        spelling = _spelling(reading)
        words = (
            translate("Comparison", "in spelling")
            if shown
            else translate("Comparison", "in spelling, hidden")
        )
        self.orthographic_chip.show_count(
            words, spelling, translate("Comparison", "Differences in spelling only: show or hide")
        )
        self.orthographic_chip.setChecked(shown)
        self.orthographic_chip.setVisible(spelling > 0)
        self.show_seen(reading)

    def show_seen(self, reading: Reading) -> None:
        """How many changes the reader stood on."""
        counted = reading.substantive
        self.seen.show_seen(len(reading.seen.intersection(counted)), len(counted))

    def _on_all(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self.filter_changed.emit(self.filter())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()), top=True)


def _spelling(reading: Reading) -> int:
    """In how many provisions the spelling differs, whatever else changed in them."""
    return sum(
        entry.status is Status.ORTHOGRAPHIC or any(span.op is Op.ORTHOGRAPHIC for span in entry.spans)
        for entry in reading.comparison.entries
    )


def _name(kind: ChangeKind) -> str:
    return {
        ChangeKind.EDITED: translate("Comparison", "edited"),
        ChangeKind.INSERTED: translate("Comparison", "inserted"),
        ChangeKind.DELETED: translate("Comparison", "deleted"),
        ChangeKind.MOVED: translate("Comparison", "moved"),
        ChangeKind.RENUMBERED: translate("Comparison", "renumbered"),
        ChangeKind.STALE: translate("Comparison", "stale references"),
    }[kind]
