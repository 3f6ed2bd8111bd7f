"""Selects the period of a report: a week, a month, a quarter, a year, or a typed range of days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import JalaliMonth, long_date
from desktop_app.persian.day_ranges import parse_days
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from ui.actions import make_action
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import FIELD, RADIUS
from ui.widgets.button import Button, IconButton, draw_bottom_edge
from ui.widgets.jalali_month_picker import JalaliMonthPicker
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented
from ui.widgets.text_field import TextField

_ARROW = 32


class PeriodPicker(QWidget):
    """Emits `changed` for every change of `period()`. Periods that begin after `yesterday` cannot be selected.

    Months, quarters and years are complete ones, unless there is none.
    """

    changed = Signal()

    def __init__(self, latest: JalaliMonth, yesterday: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._yesterday = yesterday
        self._period = Period.month(latest)
        self.kinds = Segmented(
            [(kind.value, words) for kind, words in kind_names().items()], PeriodKind.MONTH
        )
        self.kinds.setAccessibleName(translate("Reports", "Kind of the period"))
        self.month_picker = JalaliMonthPicker(latest, latest=latest)
        self.back = IconButton(
            "ph.caret-left", translate("Reports", "The one before"), side=_ARROW, icon_side=14
        )
        self.title = Button("", "ghost")
        self.on = IconButton(
            "ph.caret-right", translate("Reports", "The one after"), side=_ARROW, icon_side=14
        )
        self.stepper = _Stepper(self.back, self.title, self.on)
        self.dialog: RangeDialog | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.kinds, self.month_picker, self.stepper):
            row.addWidget(widget)
        self.kinds.changed.connect(lambda kind: self.choose_kind(PeriodKind(kind)))
        self.month_picker.changed.connect(lambda month: self._take(Period.month(month)))
        self.back.clicked.connect(lambda: self._take(self._period.before()))
        self.on.clicked.connect(lambda: self._take(self._period.next()))
        self.title.clicked.connect(self.ask_days)
        self._show()

    def stops(self) -> tuple[QWidget, ...]:
        """Returns the controls in the order of the Tab key."""
        return self.kinds, self.month_picker, self.back, self.title, self.on

    def period(self) -> Period:
        return self._period

    def show_period(self, period: Period) -> None:
        """Shows another period without emitting a signal."""
        self._period = period
        if period.kind is PeriodKind.MONTH:
            self.month_picker.blockSignals(True)
            self.month_picker.set_month(JalaliMonth.of(period.first))
            self.month_picker.blockSignals(False)
        self._show()

    def choose_kind(self, kind: PeriodKind) -> None:
        """Changes the kind of period.

        Selects the complete week, month, quarter or year around the period, its last month, or asks for days.
        """
        if kind is PeriodKind.RANGE:
            self.ask_days()
            return
        period = Period.of(kind, self._period.last)
        while period.last > self._yesterday and period.first > date(1950, 1, 1):
            period = period.before()
        self._take(period)

    def ask_days(self) -> None:
        """Opens the dialog for a range of days."""
        self.dialog = RangeDialog(self._period, self._yesterday + timedelta(days=1), self.window())
        self.dialog.picked.connect(self._take)
        # Without days the segment of the current period is chosen again.
        self.dialog.finished.connect(lambda _result: self._show())
        self.dialog.open()

    def _take(self, period: Period) -> None:
        if period.first > self._yesterday or period == self._period:
            return
        self.show_period(period)
        self.changed.emit()

    def _show(self) -> None:
        kind = self._period.kind
        month = kind is PeriodKind.MONTH
        self.kinds.blockSignals(True)
        self.kinds.choose(kind)
        self.kinds.blockSignals(False)
        self.month_picker.setVisible(month)
        self.stepper.setVisible(not month)
        self.title.setText(self._period.title)
        self.title.updateGeometry()
        following = self._period.next()
        begun = following.first if kind is PeriodKind.RANGE else following.last
        self.on.setEnabled(begun <= self._yesterday)


class _Stepper(QWidget):
    """Frames the period between its arrows, as the month is framed in its own field."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in parts:
            row.addWidget(part)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        # The ring of a focused button is higher.
        box = QRectF(0, (self.height() - FIELD) / 2, self.width(), FIELD)
        fill_rounded(painter, box, now.base, RADIUS, now.line2)
        draw_bottom_edge(painter, box, now.edge)


class RangeDialog(QDialog):
    """Parses days as they are typed («۱ تا ۱۵ آبان»); emits `picked` with the period."""

    picked = Signal(object)

    def __init__(self, period: Period, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._found: Period | None = None
        title = translate("Reports", "Days of the report")
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.field = TextField(title, _typed(period), size="form")
        self.field.setPlaceholderText(translate("Reports", "1 to 15 Aban, Mehr 1405, the last 30 days"))
        self.read = PlainLabel("", "secondary", "text2", wrap=True)
        self.take_action = make_action(
            self,
            translate("Reports", "Show the report"),
            self._confirm,
            key="Return",
            more_keys=("Ctrl+Return",),
        )
        cancel = Button(translate("Reports", "Cancel"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "heading"))
        column.addWidget(self.field)
        column.addWidget(self.read)
        foot = QHBoxLayout()
        foot.addWidget(Button.of(self.take_action, "primary"))
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)
        self.field.textChanged.connect(lambda _text: self._read())
        self._read()
        self.field.selectAll()
        self.field.setFocus()

    def _read(self) -> None:
        self._found = None
        try:
            first, last = parse_days(self.field.text(), self._today).on(self._today)
            if first is None or last is None:
                raise InvalidValueError(field="date", reason="not_days", value=self.field.text()[:30])
            self._found = Period.between(first, min(last, max(first, self._today - timedelta(days=1))))
        except InvalidValueError as error:
            self.read.setText(error_sentence(error))
        else:
            self.read.setText(self._found.title)
            if self._found.first >= self._today:
                self._found = None
                self.read.setText(translate("Reports", "These days are not over yet."))
        self.take_action.setEnabled(self._found is not None)

    def _confirm(self) -> None:
        if self._found is not None:
            self.picked.emit(self._found)
            self.accept()


def _typed(period: Period) -> str:
    """The days in the form in which they are typed."""
    if period.kind is PeriodKind.MONTH:
        return period.title
    between = translate("Period", "{first} to {last}")
    return fill(between, first=long_date(period.first), last=long_date(period.last))


def kind_names() -> dict[PeriodKind, str]:
    """The names of the kinds of periods."""
    return {
        PeriodKind.WEEK: translate("Reports", "Week"),
        PeriodKind.MONTH: translate("Reports", "Month"),
        PeriodKind.QUARTER: translate("Reports", "Quarter"),
        PeriodKind.YEAR: translate("Reports", "Year"),
        PeriodKind.RANGE: translate("Reports", "Days…"),
    }
