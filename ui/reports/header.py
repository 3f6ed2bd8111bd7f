"""The head of the reports: which month, which units, and what can be done with the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.numbers import as_of_words
from desktop_app.staff.units import UnitRow
from desktop_app.wording import fill, translate
from ui.actions import key_of, tip
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button, Variant
from ui.widgets.jalali_month_picker import JalaliMonthPicker
from ui.widgets.painting import hairline, right_to_left, set_margins
from ui.widgets.plain import PlainLabel, set_tip


class ReportHeader(QWidget):
    """Tells `wanted` for every change of month or unit. The pickers come with `offer`."""

    wanted = Signal()

    def __init__(self, print_it: QAction, save_pdf: QAction, save_sheet: QAction) -> None:
        super().__init__()
        self.setFixedHeight(PAGE_HEADER)
        self.month_picker: JalaliMonthPicker | None = None
        self.unit_button = Button("", menu_caret=True)
        self.unit_button.hide()
        self.unit_id: int | None = None
        self._units: tuple[UnitRow, ...] = ()
        self._pickers = QHBoxLayout()
        self._pickers.setSpacing(4)
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 12, 0)
        row.setSpacing(0)
        row.addWidget(PlainLabel(translate("Reports", "Monthly report"), "heading", bold=True))
        row.addSpacing(16)
        row.addLayout(self._pickers)
        #: As of when the figures are, where they come from a standby.
        self.as_of = PlainLabel("", "secondary", "text2")
        self.as_of.hide()
        row.addSpacing(12)
        row.addWidget(self.as_of)
        row.addStretch(1)
        for action, icon in ((save_sheet, "ph.table"), (save_pdf, "ph.file-pdf"), (print_it, "ph.printer")):
            row.addWidget(_button(action, icon, "primary" if action is print_it else "secondary"))
        self.unit_button.clicked.connect(self._open_units)

    def offer(self, latest: JalaliMonth, units: Sequence[UnitRow]) -> None:
        """Makes the pickers; the latest month is chosen."""
        self._units = tuple(units)
        picker = self.month_picker = JalaliMonthPicker(latest, latest=latest)
        picker.changed.connect(lambda _month: self.wanted.emit())
        self._pickers.addWidget(picker)
        self._pickers.addWidget(self.unit_button)
        self.unit_button.show()
        self._label()

    @property
    def month(self) -> JalaliMonth | None:
        return self.month_picker.month() if self.month_picker is not None else None

    def choose_unit(self, unit_id: int | None) -> None:
        """All units for None."""
        if unit_id != self.unit_id:
            self.unit_id = unit_id
            self._label()
            self.wanted.emit()

    def show_as_of(self, moment: datetime | None) -> None:
        """Says as of when a report is that was read on a standby; nothing for one from where everybody writes."""
        words = translate("Reports", "As of {moment}, read on the standby server")
        self.as_of.setText(fill(words, moment=as_of_words(moment)) if moment is not None else "")
        self.as_of.setVisible(moment is not None)

    def unit_menu(self) -> QMenu:
        """All units, and each."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        choices: list[tuple[int | None, str]] = [(None, translate("Reports", "All units"))]
        choices += [(unit.id, unit.name) for unit in self._units]
        for unit_id, name in choices:
            action = menu.addAction(name.replace("&", "&&"), self._chooser(unit_id))
            action.setCheckable(True)
            action.setChecked(unit_id == self.unit_id)
            group.addAction(action)
        return menu

    def _chooser(self, unit_id: int | None) -> Callable[[], None]:
        return lambda: self.choose_unit(unit_id)

    def _open_units(self) -> None:
        menu, button = self.unit_menu(), self.unit_button
        left = button.width() - menu.sizeHint().width() if right_to_left() else 0
        menu.popup(button.mapToGlobal(QPoint(left, button.height())))

    def _label(self) -> None:
        names = {unit.id: unit.name for unit in self._units}
        name = names.get(self.unit_id or 0, translate("Reports", "All units"))
        self.unit_button.setText(name)
        self.unit_button.updateGeometry()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))


def _button(action: QAction, icon: str, variant: Variant) -> Button:
    """A button of a command whose key stands in the tip only: three caps in a row would be noise."""
    made = Button(action.text(), variant, icon=icon)
    set_tip(made, tip(action.text(), key_of(action)))
    made.clicked.connect(action.trigger)
    made.setEnabled(action.isEnabled())
    action.changed.connect(lambda: made.setEnabled(action.isEnabled()))
    return made
