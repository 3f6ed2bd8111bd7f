"""The recognised structure of both texts, and the pins that correct it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.outline import OutlineEntry, outline
from desktop_app.instruments.drafting.review_marks import PinRow
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import fill, translate
from ui.comparison.outline_list import ProvisionOutlineList
from ui.comparison.pinning import pin_places, place_name
from ui.comparison.sources import Loaded
from ui.guard import guarded
from ui.jobs import run
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented
from ui.widgets.side_panel import SidePanel

#: Further pins are only counted.
_MOST_PINS: int = 6


class StructurePanel(SidePanel):
    """Shows an outline of one side at a time, with the pins below."""

    #: A line of the outline was chosen: the side and a code point of its text.
    place_chosen = Signal(str, int)
    #: A pin should be removed.
    removal_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Structure of the text"), translate("Comparison", "Close the structure")
        )
        self._loaded: Loaded | None = None
        self._outlines: dict[str, tuple[OutlineEntry, ...]] = {}
        self._names: tuple[str, str] = ("", "")
        self.sides = Segmented([("old", ""), ("new", "")], "new")
        self._side_slot = QVBoxLayout()
        self.list = ProvisionOutlineList()
        self._empty = PlainLabel("", "secondary", "text2", wrap=True)
        self._pins_head = PlainLabel("", "secondary", bold=True)
        self._pins = QWidget()
        self.pin_boxes: list[PinBox] = []
        self._lay_out()
        self.list.opened.connect(lambda entry: self.place_chosen.emit(self.sides.value(), entry.start))

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison. Its outlines are computed when they are shown."""
        self._loaded = loaded
        self._outlines = {}
        if loaded is None:
            return
        self._name_sides(loaded.old.name, loaded.new.name)
        self._show_pins(loaded)
        self._read()

    def open_panel(self) -> None:
        """Shows the panel and focuses the outline."""
        self.show()
        self._read()
        self.list.setFocus()

    def _read(self) -> None:
        """Computes the outline of the selected side on a worker thread."""
        loaded, side = self._loaded, self.sides.value()
        if loaded is None or self.isHidden():
            return
        if side in self._outlines:
            self._show_rows(self._outlines[side])
            return
        self.list.show_rows(())
        self._empty.setText(translate("Comparison", "Reading the structure…"))
        self._empty.show()
        text = (loaded.comparison.old if side == "old" else loaded.comparison.new).body

        def on_made(rows: tuple[OutlineEntry, ...]) -> None:
            if self._loaded is loaded:
                self._outlines[side] = rows
                if self.sides.value() == side:
                    self._show_rows(rows)

        run(self, lambda: outline(text), on_made)

    def _show_rows(self, rows: tuple[OutlineEntry, ...]) -> None:
        self.list.show_rows(rows)
        labelled = any(row.label for row in rows)
        words = ""
        if not rows:
            words = translate("Comparison", "This side has no text.")
        elif not labelled:
            words = translate("Comparison", "No labels were found; the text is compared by paragraph.")
        self._empty.setText(words)
        self._empty.setVisible(bool(words))

    def _show_pins(self, loaded: Loaded) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.pin_boxes = [PinBox(loaded, row, self._remover(row)) for row in loaded.pins[-_MOST_PINS:]]
        for box in self.pin_boxes:
            column.addWidget(box)
        words = translate(
            "Comparison", "Nothing is pinned. P on a deleted and on an inserted provision makes them one."
        )
        if not self.pin_boxes:
            note = PlainLabel(words, "header", "text2", wrap=True)
            note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(note)
        if len(loaded.pins) > _MOST_PINS:
            more = fill(translate("Comparison", "and {n} earlier ones"), n=len(loaded.pins) - _MOST_PINS)
            column.addWidget(PlainLabel(more, "header", "text2"))
        self._pins_head.setText(fill(translate("Comparison", "Pinned by hand: {n}"), n=len(loaded.pins)))
        fresh = QWidget()
        fresh.setLayout(column)
        self._foot.replaceWidget(self._pins, fresh)
        self._pins.deleteLater()
        self._pins = fresh
        for widget in (self._pins_head, self._pins):
            widget.setVisible(loaded.instrument is not None)

    def _remover(self, row: PinRow) -> Callable[[], None]:
        return lambda: self.removal_wanted.emit(row)

    def _name_sides(self, old: str, new: str) -> None:
        if (old, new) == self._names:
            return
        self._names = (old, new)
        fresh = Segmented([("old", old[:24]), ("new", new[:24])], self.sides.value())
        fresh.setAccessibleName(translate("Comparison", "Which text"))
        fresh.changed.connect(lambda _side: self._read())
        self._side_slot.replaceWidget(self.sides, fresh)
        self.sides.deleteLater()
        self.sides = fresh

    def _lay_out(self) -> None:
        self._side_slot.setContentsMargins(12, 0, 12, 8)
        self._side_slot.addWidget(self.sides)
        foot = self._foot = QVBoxLayout()
        foot.setContentsMargins(12, 10, 12, 12)
        foot.setSpacing(6)
        foot.addWidget(self._pins_head)
        foot.addWidget(self._pins)
        notes = QVBoxLayout()
        notes.setContentsMargins(16, 4, 16, 4)
        notes.addWidget(self._empty)
        self.column.addLayout(self._side_slot)
        self.column.addLayout(notes)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(foot)


class PinBox(QWidget):
    """A pin: the two provisions, whether they match, its author, and a button to remove it."""

    def __init__(self, loaded: Loaded, row: PinRow, remove: Callable[[], None]) -> None:
        super().__init__()
        places = pin_places(loaded, row)
        old, new = places["old"], places["new"]
        gone = translate("Comparison", "a place that is no provision")
        names = {
            "old": place_name(loaded.comparison, old, "old") if old is not None else gone,
            "new": place_name(loaded.comparison, new, "new") if new is not None else gone,
        }
        template = (
            translate("Comparison", "“{old}” is “{new}”")
            if row.pin.same
            else translate("Comparison", "“{old}” is not “{new}”")
        )
        who = translate("Comparison", " · ").join([row.person_name, day_and_month(tehran_day(row.at))])
        self.words = fill(template, **names)
        self.remove_button = Button(translate("Comparison", "Take away"), "ghost", size="small")
        self.remove_button.clicked.connect(lambda _checked=False: remove())
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 6)
        column.setSpacing(2)
        column.addWidget(PlainLabel(self.words, "secondary", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel(who, "header", "text2"), 1)
        foot.addWidget(self.remove_button)
        column.addLayout(foot)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().base, 6, theme().line2)
