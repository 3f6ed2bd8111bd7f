"""The first part of a report on screen: what got worse, outcomes, services, the petitions with the longest delay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import month_name
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.reports.attention import AttentionPoint, attention_points
from desktop_app.reports.highlights import ON_TIME_TARGET, Highlights
from desktop_app.reports.monthly_tables import longest, outcomes, services
from desktop_app.reports.numbers import number, share_words
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.section import ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.summary import time_taken
from desktop_app.staff.units import UnitRow
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.reports.lines_table import Behind, FigureRow, LinesTable, TableCell
from ui.reports.rows_behind import behind, of_line
from ui.widgets.bar_chart import BarChart, BarSeries, ChartPage
from ui.widgets.emptying import empty
from ui.widgets.plain import LinkLabel, PlainLabel

_NUMBER = 74
_WORDS = 124
_CHART = 132
#: Narrower than this, the tables stand below each other.
_BESIDE = 640


class HighlightsPanel(QWidget):
    """The first part of a report; hidden for one that was issued before it was kept.

    Emits `rows_wanted` with a list and its number of petitions.
    """

    rows_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: tuple[str, ...] = ()
        self.links: tuple[LinkLabel, ...] = ()
        self.outcomes, self.services = LinesTable(number_width=_NUMBER), LinesTable(number_width=_NUMBER)
        self.longest = LinesTable(number_width=_WORDS)
        self.took = PlainLabel("", "interface", wrap=True)
        self.on_time = BarChart()
        self.on_time.setFixedHeight(_CHART)
        self.on_time.bar_opened.connect(self._on_month)
        self._months: tuple[tuple[Behind, int], ...] = ()
        self._titles = {table: PlainLabel("", "interface", bold=True, elide=True) for table in self.tables}
        self._said = QVBoxLayout()
        self._said.setSpacing(4)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(32)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(8)
        column.addWidget(
            PlainLabel(translate("Monthly report", "What needs attention"), "interface", bold=True)
        )
        column.addLayout(self._said)
        share = translate("Monthly report", "Answered on time, percent")
        self.on_time.setAccessibleName(share)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(share, "interface", bold=True, elide=True), 1)
        target = fill(translate("Monthly report", "Target {share}"), share=share_words(ON_TIME_TARGET))
        head.addWidget(PlainLabel(target, "secondary", "text2"))
        column.addSpacing(8)
        column.addLayout(head)
        column.addWidget(self.on_time)
        for table in (self.outcomes, self.services):
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(self._titles[table])
            part.addWidget(table)
            part.addStretch(1)
            self._beside.addLayout(part, 1)
        column.addSpacing(8)
        column.addLayout(self._beside)
        column.addWidget(self.took)
        column.addSpacing(8)
        column.addWidget(self._titles[self.longest])
        column.addWidget(self.longest)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= _BESIDE
        self._beside.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)

    @property
    def tables(self) -> tuple[LinesTable, ...]:
        return (self.outcomes, self.services, self.longest)

    def show_report(self, report: MonthlyReport, scope: ReportScope, units: Sequence[UnitRow]) -> None:
        """Shows the highlights; `scope` is the one that the lists behind the numbers have."""
        found = report.highlights
        self.setVisible(found is not None)
        if found is None:
            return
        self._say(attention_points(report), scope, units)
        self._show_months(found, scope)
        self.took.setText(" ".join(time_taken(report.figures)))
        resolved = behind(scope, "resolved")
        self._show(
            self.outcomes,
            outcomes(found),
            [(one.now, replace(resolved, outcome=one.key)) for one in found.outcomes],
            whole=(report.figures.total.resolved, resolved),
        )
        # The filter of the inbox finds parts of names, so its list could be longer.
        self._show(
            self.services,
            services(found, report.figures.total),
            [(one.now, None) for one in found.services],
            whole=(report.figures.total.received, behind(scope, "received")),
        )
        # The kind has no room here; the petition itself shows it.
        late = longest(found)
        late = replace(
            late,
            columns=(late.columns[0], *late.columns[2:]),
            rows=tuple((row[0], *row[2:]) for row in late.rows),
        )
        each = (ListFilter(view=View.ALL, scope=Scope.ANY, query=one.code) for one in found.longest)
        self._show(self.longest, late, [(1, one) for one in each], linked=-1)

    def _show_months(self, found: Highlights, scope: ReportScope) -> None:
        """Each bar leads to the petitions that were resolved in its month."""
        self._months = tuple(
            (behind(replace(scope, period=Period.month(month)), "resolved"), one.resolved)
            for month, one in found.months
        )
        shares = [round((one.share or 0.0) * 100) for _, one in found.months]
        tip = translate("Reports", "{day}: {share} of {resolved} on time")
        self.on_time.show_page(
            ChartPage(
                tuple(month_name(month.month) for month, _ in found.months),
                (BarSeries(translate("Monthly report", "On time"), "edge", tuple(shares)),),
                tips=tuple(
                    fill(
                        tip,
                        day=month.title,
                        share=share_words(one.share or 0.0),
                        resolved=number(one.resolved),
                    )
                    for month, one in found.months
                ),
                target=round(ON_TIME_TARGET * 100),
                emphasised=len(shares) - 1,
            )
        )

    def _on_month(self, place: int, _series: int) -> None:
        self.rows_wanted.emit(*self._months[place])

    def _show(
        self,
        table: LinesTable,
        section: ReportSection,
        lists: list[tuple[int, Behind | None]],
        *,
        linked: int = 0,
        whole: tuple[int, Behind] | None = None,
    ) -> None:
        """Shows a section; its column `linked` leads to the list of each row, with its number of petitions.

        `whole` is what the totals lead to.
        """
        first, *others = section.titles
        rows = []
        told = [(row, *listed) for row, listed in zip(section.rows, lists, strict=True)]
        if section.totals is not None and whole is not None:
            told.append((section.totals, *whole))
        for row, count, listed in told:
            name, *words = section.words(row)
            cells = [TableCell(one) for one in words]
            cells[linked] = TableCell(words[linked], listed if count else None, count)
            rows.append(FigureRow(name, tuple(cells), total=row is section.totals))
        self._titles[table].setText(section.title)
        table.setAccessibleName(section.title)
        for part in (self._titles[table], table):
            part.setVisible(bool(rows))
        table.show_rows(first, others, rows)

    def _say(self, points: Sequence[AttentionPoint], scope: ReportScope, units: Sequence[UnitRow]) -> None:
        """Shows the sentences, each with a link to its petitions."""
        self.sentences = tuple(point.words for point in points)
        empty(self._said)
        links = []
        for point in points:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(PlainLabel(point.words, "interface", wrap=True), 1)
            listed = behind(scope, point.measure) if point.count else None
            if listed is not None and point.family:
                listed = of_line(point.family, point.key, listed, units)
            if listed is not None:
                words = fill(translate("Reports", "Show {n}"), n=number(point.count))
                link = LinkLabel(words, partial(self.rows_wanted.emit, listed, point.count), "secondary")
                row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
                links.append(link)
            self._said.addLayout(row)
        self.links = tuple(links)
