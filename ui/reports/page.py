"""The report on screen: figures, days, rows, comments, satisfaction; numbers link to their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.persian.dates import JalaliDay, full_date, month_name
from desktop_app.reports.facts import facts
from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import number
from desktop_app.reports.period import Period
from desktop_app.staff.units import UnitRow
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.reports.figures_row import FiguresRow
from ui.reports.folding_panes import FoldingPanes, pane
from ui.reports.highlights_panel import HighlightsPanel
from ui.reports.lines_table import LinesTable
from ui.reports.made import MadeReport
from ui.reports.rows_behind import MEASURES, behind, notices, on_day, with_mark
from ui.reports.shares import ConsultationsPanel, ImprovementsReport, SatisfactionPanel
from ui.reports.tables import (
    Links,
    colleague_columns,
    colleague_rows,
    crossed_columns,
    crossed_rows,
    dwell_columns,
    dwell_rows,
    figures_columns,
    figures_rows,
    lateness_columns,
    lateness_rows,
)
from ui.theme import theme
from ui.widgets.bar_chart import BarChart, BarSeries, ChartPage, Legend
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.segmented import Segmented

#: Least widths of the page, and the panes in each line.
_TWO = ((900, (2,)), (0, (1, 1)))
_EACH_LABELLED = 14
#: The meanings of the bars of a category, in order.
_SERIES = ("received", "resolved")


class ReportPage(QScrollArea):
    """Emits `rows_wanted` with the destination of a number (`lines_table.Behind`) and the number itself."""

    rows_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Reports", "Report"))
        self._made: MadeReport | None = None
        self._links: Links | None = None
        self.figures = FiguresRow()
        self.figures.setAccessibleName(translate("Reports", "Figures of the period"))
        self.highlights = HighlightsPanel()
        self.chart = BarChart()
        self.chart.setFixedHeight(156)
        days = translate("Reports", "Received and resolved on each day")
        self.days = pane(_head(days, self.chart, _legend(closed=True)), self.chart)
        #: Notices are in no other figure of the page.
        self.notices = LinkLabel("", self._on_notices, "secondary")
        self.trend = BarChart()
        self.trend.setFixedHeight(156)
        self.family = Segmented(
            (
                ("unit", translate("Reports", "Unit")),
                ("kind", translate("Reports", "Kind")),
                ("channel", translate("Reports", "Channel")),
                ("crossed", translate("Reports", "Unit and kind")),
            )
        )
        self.family.setAccessibleName(translate("Reports", "Rows of the table"))
        self.table = LinesTable(number_width=104)
        self.table.setAccessibleName(translate("Reports", "Figures by unit, kind or channel"))
        self.lateness, self.dwell = LinesTable(number_width=128), LinesTable(number_width=128)
        self.colleagues = LinesTable(number_width=92)
        work = translate("Reports", "Work of each colleague")
        self._work = _alone(pane(_head(work, self.colleagues), self.colleagues))
        self.nothing_late = PlainLabel(
            translate("Reports", "Nothing was late in this period."), "secondary", "text2"
        )
        self.nothing_left = PlainLabel(
            translate("Reports", "No petition left a unit in this period."), "secondary", "text2"
        )
        self.consultations = ConsultationsPanel()
        self.improvements = ImprovementsReport()
        self.satisfaction = SatisfactionPanel()
        self.setWidget(self._lay_out())
        self.figures.opened.connect(self._on_figure)
        self.chart.bar_opened.connect(self._on_day)
        self.trend.bar_opened.connect(self._on_month)
        self.family.changed.connect(lambda _family: self._show_rows())
        self.highlights.rows_wanted.connect(self.rows_wanted)
        for table in set(self.tables) - set(self.highlights.tables):
            table.rows_wanted.connect(self.rows_wanted)

    @property
    def tables(self) -> tuple[LinesTable, ...]:
        """All tables with linked numbers, from top to bottom."""
        parts = (self.consultations, self.improvements, self.satisfaction)
        others = (self.table, self.lateness, self.dwell, self.colleagues, *(part.table for part in parts))
        return (*self.highlights.tables, *others)

    def show_report(self, made: MadeReport, units: Sequence[UnitRow]) -> None:
        """Shows another report; keeps the selected row category."""
        self._made = made
        figures = made.report.figures
        links = self._links = Links(made.scope, units)
        counts = {name: getattr(figures.total, name) for name in MEASURES}
        counts |= {"median": figures.total.resolved, "on_time": figures.total.resolved}
        shown = facts(figures, made.report.highlights)
        self.figures.show_facts(shown, frozenset(name for name, count in counts.items() if count))
        received, resolved = figures.notices
        words = translate(
            "Reports",
            "Counted apart: {received} notices without a reply were received, {resolved} were closed",
        )
        self.notices.setText(fill(words, received=received, resolved=resolved))
        self.notices.setVisible(bool(received or resolved))
        self.highlights.show_report(made.report, made.scope, units)
        self.days.setVisible(bool(figures.days))
        self.chart.show_page(days_page(figures))
        self.trend.show_page(trend_page(figures))
        self._show_rows()
        self._show_ranks(figures, links)
        work = colleague_rows(made.report, links)
        self.colleagues.show_rows(translate("Reports", "Colleague"), colleague_columns(), work)
        self._work.setVisible(bool(work))
        self.consultations.show_consultations(made.report.consultations)
        self.improvements.show_lines(made.report.improvements)
        self.satisfaction.show_figures(figures, lambda mark: with_mark(made.scope, mark))

    def _show_rows(self) -> None:
        if self._made is None or self._links is None:
            return
        family = self.family.value()
        first = {
            "unit": translate("Reports", "Unit"),
            "kind": translate("Reports", "Kind"),
            "channel": translate("Reports", "Channel"),
        }
        figures = self._made.report.figures
        if family == "crossed":
            rows = crossed_rows(figures, self._links)
            self.table.show_rows(first["unit"], crossed_columns(figures), rows)
            return
        rows = figures_rows(figures, family, self._links)
        self.table.show_rows(first[family], figures_columns(), rows)

    def show_family(self, family: str) -> None:
        """Shows the rows of a category, without telling of it; an unknown one changes nothing."""
        if family in self.family.codes():
            self.family.blockSignals(True)
            self.family.choose(family)
            self.family.blockSignals(False)
            self._show_rows()

    def _show_ranks(self, figures: Figures, links: Links) -> None:
        unit = translate("Reports", "Unit")
        self.lateness.show_rows(unit, lateness_columns(), lateness_rows(figures, links))
        self.dwell.show_rows(unit, dwell_columns(), dwell_rows(figures, links))
        self.nothing_late.setVisible(not figures.lateness)
        self.lateness.setVisible(bool(figures.lateness))
        self.nothing_left.setVisible(not figures.dwell)
        self.dwell.setVisible(bool(figures.dwell))

    def _on_figure(self, code: str) -> None:
        if self._made is not None:
            # Median and share are computed from resolved petitions.
            measure = "resolved" if code in {"median", "on_time"} else code
            count = getattr(self._made.report.figures.total, measure)
            self.rows_wanted.emit(behind(self._made.scope, measure), count)

    def _on_notices(self) -> None:
        if self._made is not None:
            self.rows_wanted.emit(notices(self._made.scope), self._made.report.figures.notices[0])

    def _on_day(self, place: int, series: int) -> None:
        if self._made is not None:
            day, measure = self._made.report.figures.days[place], _SERIES[series]
            self.rows_wanted.emit(on_day(day.day, measure, self._made.scope), getattr(day, measure))

    def _on_month(self, place: int, series: int) -> None:
        if self._made is not None:
            month, measure = self._made.report.figures.trend[place], _SERIES[series]
            of_month = replace(self._made.scope, period=Period.month(month.month))
            self.rows_wanted.emit(behind(of_month, measure), getattr(month, measure))

    def _lay_out(self) -> QWidget:
        page = _Sheet()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        trend = translate("Reports", "Received and resolved in twelve months")
        late = translate("Reports", "Lateness by unit")
        dwell = translate("Reports", "How long petitions lay with each unit")
        for part in (
            self.figures,
            self.highlights,
            FoldingPanes(
                (self.days, pane(_head(trend, self.trend, _legend(closed=False)), self.trend)), _TWO
            ),
            _alone(pane(self.notices, self._table_head(), self.table, spacing=6)),
            FoldingPanes(
                (
                    pane(_head(late, self.lateness), self.nothing_late, self.lateness),
                    pane(_head(dwell, self.dwell), self.nothing_left, self.dwell),
                ),
                _TWO,
            ),
            self._work,
            _alone(pane(self.consultations)),
            FoldingPanes((pane(self.improvements), pane(self.satisfaction)), _TWO),
        ):
            column.addWidget(part)
        column.addStretch(1)
        return page

    def _table_head(self) -> QWidget:
        made = QWidget()
        head = QHBoxLayout(made)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(PlainLabel(translate("Reports", "In rows"), "interface", bold=True))
        head.addSpacing(16)
        head.addWidget(self.family)
        head.addStretch(1)
        return made


class _Sheet(QWidget):
    """The white background of the page."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().base)


def _head(title: str, below: QWidget, legend: QWidget | None = None) -> QWidget:
    below.setAccessibleName(title)
    made = QWidget()
    head = QHBoxLayout(made)
    head.setContentsMargins(0, 0, 0, 0)
    head.setSpacing(12)
    head.addWidget(PlainLabel(title, "interface", bold=True, elide=True), 1)
    if legend is not None:
        head.addWidget(legend)
    return made


def _alone(part: QWidget) -> QWidget:
    """A pane that takes the whole width."""
    return FoldingPanes((part,), ((0, (1,)),))


def _legend(*, closed: bool) -> Legend:
    entries = [
        (translate("Reports", "received"), "edge"),
        (translate("Reports", "resolved"), "accent"),
    ]
    return Legend((*entries, (translate("Reports", "closed day"), "hover")) if closed else entries)


def trend_page(figures: Figures) -> ChartPage:
    """Returns the twelve months for the chart."""
    tip = translate("Reports", "{day}: {received} received, {resolved} resolved")
    return ChartPage(
        labels=tuple(month_name(one.month.month) for one in figures.trend),
        series=(
            BarSeries(translate("Reports", "received"), "edge", tuple(one.received for one in figures.trend)),
            BarSeries(
                translate("Reports", "resolved"), "accent", tuple(one.resolved for one in figures.trend)
            ),
        ),
        tips=tuple(
            fill(tip, day=one.month.title, received=number(one.received), resolved=number(one.resolved))
            for one in figures.trend
        ),
    )


def days_page(figures: Figures) -> ChartPage:
    """Returns the days of the period for the chart; of more than two weeks, every fifth has a label."""
    days = [JalaliDay.of(day.day).day for day in figures.days]
    few = len(days) <= _EACH_LABELLED
    tip = translate("Reports", "{day}: {received} received, {resolved} resolved")
    return ChartPage(
        labels=tuple(digits(day) if few or day == 1 or day % 5 == 0 else "" for day in days),
        series=(
            BarSeries(translate("Reports", "received"), "edge", tuple(d.received for d in figures.days)),
            BarSeries(translate("Reports", "resolved"), "accent", tuple(d.resolved for d in figures.days)),
        ),
        closed=frozenset(place for place, day in enumerate(figures.days) if day.closed),
        tips=tuple(
            fill(tip, day=full_date(d.day), received=number(d.received), resolved=number(d.resolved))
            for d in figures.days
        ),
    )
