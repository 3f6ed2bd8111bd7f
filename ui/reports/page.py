"""The report on the screen: figures, days, rows, comments, satisfaction; its numbers open their rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.persian.dates import JalaliDay, full_date
from desktop_app.reports.monthly import Figures, Line
from desktop_app.reports.numbers import number, row_name
from desktop_app.staff.units import UnitRow
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.reports.facts import facts
from ui.reports.figures_row import FiguresRow
from ui.reports.lines_table import LinesTable, TableRow
from ui.reports.made import MadeReport
from ui.reports.rows_behind import received_in, received_of_line, received_on
from ui.reports.shares import DispositionsPanel, SatisfactionPanel
from ui.theme import theme
from ui.widgets.bar_chart import BarChart, ChartPage, Legend, Series
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented

_MARGIN = 24


class ReportPage(QScrollArea):
    """`rows_wanted` tells a filter of the inbox."""

    rows_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._made: MadeReport | None = None
        self._units: tuple[UnitRow, ...] = ()
        self.figures = FiguresRow()
        self.chart = BarChart()
        self.chart.setFixedHeight(156)
        self.family = Segmented(
            (
                ("unit", translate("Reports", "Unit")),
                ("kind", translate("Reports", "Kind")),
                ("channel", translate("Reports", "Channel")),
            )
        )
        self.family.setAccessibleName(translate("Reports", "Rows of the table"))
        self.table = LinesTable()
        self.dispositions = DispositionsPanel()
        self.satisfaction = SatisfactionPanel()
        self.setWidget(self._lay_out())
        self.figures.opened.connect(self._on_figure)
        self.chart.place_clicked.connect(self._on_day)
        self.family.changed.connect(lambda _family: self._show_rows())
        self.table.rows_wanted.connect(self.rows_wanted)

    def show_report(self, made: MadeReport, units: Sequence[UnitRow]) -> None:
        """Shows a report instead; the choice of rows stays."""
        self._made, self._units = made, tuple(units)
        figures = made.report.figures
        linked = frozenset({"received"}) if figures.total.received else frozenset[str]()
        self.figures.show_facts(facts(figures), linked)
        self.chart.show_page(chart_page(figures))
        self._show_rows()
        self.dispositions.show_consultations(made.report.consultations)
        self.satisfaction.show_figures(figures)

    def _show_rows(self) -> None:
        if self._made is None:
            return
        figures, family = self._made.report.figures, self.family.value()
        lines: dict[str, tuple[Line, ...]] = {
            "unit": figures.by_unit,
            "kind": figures.by_kind,
            "channel": figures.by_channel,
        }
        rows = [
            TableRow(
                row_name(line.key, family),
                line,
                received_of_line(family, line.key, figures.period, self._made.unit_id, self._units),
            )
            for line in lines[family]
        ]
        behind = received_in(figures.period, self._made.unit_id)
        rows.append(TableRow(translate("Reports", "In all"), figures.total, behind, total=True))
        first = {
            "unit": translate("Reports", "Unit"),
            "kind": translate("Reports", "Kind"),
            "channel": translate("Reports", "Channel"),
        }
        self.table.show_rows(first[family], rows)

    def _on_figure(self, code: str) -> None:
        if self._made is not None and code == "received":
            self.rows_wanted.emit(received_in(self._made.report.figures.period, self._made.unit_id))

    def _on_day(self, place: int) -> None:
        if self._made is not None:
            day = self._made.report.figures.days[place]
            if day.received:
                self.rows_wanted.emit(received_on(day.day, self._made.unit_id))

    def _lay_out(self) -> QWidget:
        page = _Sheet()
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addSpacing(8)
        column.addWidget(_Line())
        column.addSpacing(8)
        column.addLayout(self._chart_head())
        column.addWidget(self.chart)
        column.addSpacing(12)
        column.addLayout(self._table_head())
        column.addWidget(self.table)
        column.addWidget(_Line())
        column.addSpacing(12)
        foot = QHBoxLayout()
        foot.setSpacing(48)
        foot.addWidget(self.dispositions, 1)
        foot.addWidget(self.satisfaction, 1)
        column.addLayout(foot)
        column.addStretch(1)
        return page

    def _chart_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        title = translate("Reports", "Received and resolved on each day")
        head.addWidget(PlainLabel(title, "interface", bold=True))
        head.addStretch(1)
        head.addWidget(
            Legend(
                (
                    (translate("Reports", "received"), "edge"),
                    (translate("Reports", "resolved"), "accent"),
                    (translate("Reports", "closed day"), "hover"),
                )
            )
        )
        return head

    def _table_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(translate("Reports", "In rows"), "interface", bold=True))
        head.addSpacing(16)
        head.addWidget(self.family)
        head.addStretch(1)
        return head


class _Sheet(QWidget):
    """The white ground of the page."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().base)


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(QRectF(self.rect()), theme().line2)


def chart_page(figures: Figures) -> ChartPage:
    """The days of the month for the chart; every fifth is named."""
    days = [JalaliDay.of(day.day).day for day in figures.days]
    tip = translate("Reports", "{day}: {received} received, {resolved} resolved")
    return ChartPage(
        labels=tuple(digits(day) if day == 1 or day % 5 == 0 else "" for day in days),
        series=(
            Series(translate("Reports", "received"), "edge", tuple(d.received for d in figures.days)),
            Series(translate("Reports", "resolved"), "accent", tuple(d.resolved for d in figures.days)),
        ),
        closed=frozenset(place for place, day in enumerate(figures.days) if day.closed),
        closed_name=translate("Reports", "closed day"),
        tips=tuple(
            fill(tip, day=full_date(d.day), received=number(d.received), resolved=number(d.resolved))
            for d in figures.days
        ),
    )
