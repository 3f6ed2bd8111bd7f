"""The bar below the texts: counts that filter, the progress of the review, previous and next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.comparison.result import Op, ProvisionStatus
from desktop_app.instruments.drafting.review_marks import MarkState
from desktop_app.wording import fill, translate
from ui.actions import key_of
from ui.comparison.mark_book import MARK_ICONS, MarkBook
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import FIELD_SMALL
from ui.widgets.button import Button, IconButton
from ui.widgets.comparison_view.changes import ChangeKind, Filter, counts
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.row_painting import KIND_ICONS
from ui.widgets.count_chip import CountChip
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, set_margins, text_width
from ui.widgets.plain import set_tip

FOOTER: int = 48
#: The width of the progress bar in pixels.
_BAR: int = 96
_KINDS = (
    ChangeKind.EDITED,
    ChangeKind.INSERTED,
    ChangeKind.DELETED,
    ChangeKind.MOVED,
    ChangeKind.RENUMBERED,
    ChangeKind.STALE,
)


class SeenBar(QWidget):
    """Shows «۳۱ از ۴۴ دیده شد · ۱۲ پذیرفته» with a progress bar, and less in a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = self._total = self._accepted = 0
        self.setFixedHeight(FIELD_SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_seen(self, seen: int, total: int, accepted: int = 0, discuss: int = 0) -> None:
        """Sets the numbers of seen, all, accepted and to-be-discussed changes."""
        self._seen, self._total, self._accepted = seen, total, accepted
        words = [self.words()]
        if discuss:
            words.append(fill(translate("Comparison", "{n} to be discussed"), n=discuss))
        self.setAccessibleName(translate("Comparison", " · ").join(words))
        set_tip(self, self.accessibleName())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Returns the sentence next to the bar."""
        if not self._accepted:
            return self._seen_words()
        accepted = fill(translate("Comparison", "{n} accepted"), n=self._accepted)
        return translate("Comparison", " · ").join([self._seen_words(), accepted])

    def _seen_words(self) -> str:
        return fill(translate("Comparison", "{seen} of {total} seen"), seen=self._seen, total=self._total)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.words(), font("header"))) + _BAR + 20, FIELD_SMALL)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(0, FIELD_SMALL)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        room = self.width()
        words = next(
            (
                text
                for text in (self.words(), self._seen_words())
                if text_width(text, font("header")) + 8 <= room
            ),
            None,
        )
        if not self._total or words is None:
            return
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        mirror, at = Mirror.of(box), 4.0
        if text_width(words, font("header")) + _BAR + 16 <= room:
            middle = box.center().y()
            fill_rounded(painter, mirror.at(4, _BAR, top=middle - 2, height=4), now.line2, 2)
            done = _BAR * self._seen / self._total
            if done >= 1:
                fill_rounded(painter, mirror.at(4, done, top=middle - 2, height=4), now.accent, 2)
            at += _BAR + 8
        draw_text(painter, mirror.at(at, box.width() - at), words, font("header"), now.text2)


class Footer(QWidget):
    """Emits `filter_changed` with the filter that the chips form."""

    filter_changed = Signal(object)
    #: All changes are requested, whatever else hides some of them.
    all_wanted = Signal()

    def __init__(self, previous: QAction, following: QAction, marks: Sequence[QAction] = ()) -> None:
        super().__init__()
        self.setFixedHeight(FOOTER)
        self.all_chip = CountChip(None, "text")
        self.chips = {kind: CountChip(*KIND_ICONS[kind]) for kind in _KINDS}
        self.weighty_chip = CountChip("ph.warning-circle", "warn")
        self.orthographic_chip = CountChip("ph.eye-slash", "text2", dashed=True)
        self.seen = SeenBar()
        self._marks = {str(action.data()): _toggle(action) for action in marks}
        self._lay_out(previous, following)
        self.all_chip.clicked.connect(self._on_all)
        for chip in self.chips.values():
            chip.clicked.connect(self._tell)
        self.weighty_chip.clicked.connect(self._tell)
        self.orthographic_chip.clicked.connect(self._tell)

    def _lay_out(self, previous: QAction, following: QAction) -> None:
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.all_chip)
        for kind, chip in self.chips.items():
            if kind is ChangeKind.STALE:
                row.addWidget(self.orthographic_chip)
                row.addWidget(self.weighty_chip)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.seen)
        self._buttons: list[QWidget] = [
            *self._marks.values(),
            Button.of(previous, icon="ph.arrow-up"),
            Button.of(following, "primary", icon="ph.arrow-down"),
        ]
        for button in self._buttons:
            row.addWidget(button)

    def filter(self) -> Filter:
        """Returns the filter that the chips form."""
        kinds = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        return Filter(
            kinds, orthographic=self.orthographic_chip.isChecked(), weighty=self.weighty_chip.isChecked()
        )

    def show_reading(self, reading: ComparisonReading) -> None:
        """Shows the counts and the filter of a reading. Kinds that do not occur have no chip."""
        comparison = reading.comparison
        found = counts(comparison)
        self.all_chip.show_count(translate("Comparison", "All"), comparison.counts["changes"])
        for kind, chip in self.chips.items():
            chip.show_count(_name(kind), found[kind])
            chip.setVisible(found[kind] > 0)
            chip.setChecked(kind in reading.filter.kinds)
        self.weighty_chip.show_count(
            translate("Comparison", "weighty"),
            comparison.weighty,
            translate(
                "Comparison",
                "Only changes of rights, duties, amounts, terms and conditions, and of who decides",
            ),
        )
        self.weighty_chip.setVisible(comparison.weighty > 0)
        self.weighty_chip.setChecked(reading.filter.weighty)
        self.all_chip.setChecked(not reading.filter.narrowed)
        shown = reading.filter.orthographic
        words = (
            translate("Comparison", "in spelling")
            if shown
            else translate("Comparison", "in spelling, hidden")
        )
        self.orthographic_chip.show_count(
            words,
            found[ChangeKind.ORTHOGRAPHIC],
            translate("Comparison", "Differences in spelling, also inside changed provisions: show or hide"),
        )
        self.orthographic_chip.setChecked(shown)
        self.orthographic_chip.setVisible(_spells_otherwise(reading))
        self._fit()
        self.updateGeometry()

    def show_marks(self, book: MarkBook | None, current: int | None) -> None:
        """Shows the progress of the reader, and the marks of the current change."""
        if book is None:
            self.seen.show_seen(0, 0)
        else:
            total = len(book.substantive)
            self.seen.show_seen(
                book.seen, total, book.count(MarkState.ACCEPTED), book.count(MarkState.DISCUSS)
            )
        mark = book.of(current) if book is not None and current is not None else None
        for state, button in self._marks.items():
            button.setChecked(mark == state)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._room_needed(compact=True), FOOTER)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Removes the words from the chips if they do not all fit."""
        compact = self._room_needed(compact=False) > self.width()
        for chip in self._every_chip():
            chip.set_compact(compact)

    def _every_chip(self) -> list[CountChip]:
        return [self.all_chip, *self.chips.values(), self.orthographic_chip, self.weighty_chip]

    def _room_needed(self, *, compact: bool) -> int:
        chips = [chip.width_as(compact=compact) + 6 for chip in self._every_chip() if not chip.isHidden()]
        buttons = [button.sizeHint().width() + 6 for button in self._buttons]
        return sum(chips) + sum(buttons) + 48

    def _on_all(self) -> None:
        for chip in (*self.chips.values(), self.weighty_chip):
            chip.setChecked(False)
        self.all_wanted.emit()
        self._tell()

    def _tell(self) -> None:
        self.filter_changed.emit(self.filter())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()), top=True)


def _toggle(action: QAction) -> IconButton:
    """Creates a checkable button for a mark."""
    button = IconButton(MARK_ICONS[str(action.data())][0], action.text(), key=key_of(action), side=32)
    button.setCheckable(True)
    button.clicked.connect(lambda _checked=False: action.trigger())
    return button


def _spells_otherwise(reading: ComparisonReading) -> bool:
    """Returns whether spelling differs anywhere, also inside provisions with other changes."""
    return any(
        entry.status is ProvisionStatus.ORTHOGRAPHIC
        or any(span.op is Op.ORTHOGRAPHIC for span in entry.spans)
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
