"""The first part of a report on screen: what got worse, outcomes, services, the petitions with the longest delay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import month_name
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.reports.attention import AttentionPoint, attention_points
from desktop_app.reports.facts import name_before, target_words
from desktop_app.reports.highlights import ON_TIME_TARGET, Highlights, NowAndBefore
from desktop_app.reports.monthly_tables import longest, outcomes, services
from desktop_app.reports.numbers import number, percent
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.section import ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.summary import time_taken
from desktop_app.staff.units import UnitRow
from desktop_app.wording import fill, translate
from ui.reports.folding_panes import FoldingPanes, pane
from ui.reports.lines_table import Behind, FigureRow, LinesTable, TableCell
from ui.reports.linked_sentence import LinkedSentence, NumberDisc
from ui.reports.rows_behind import behind, of_line, of_number
from ui.widgets.bar_chart import BarChart, BarSeries, ChartPage
from ui.widgets.emptying import empty
from ui.widgets.plain import LinkLabel, PlainLabel

#: The columns of a card: number, share, change; service, unit, days.
_RANKED = (40, 46, 74)
_LATE = (0, 96, 62)
_NAME, _CODE = 112, 128
#: The columns of the late petitions that a card has room for, of those of the printed table.
_OF_LATE = (0, 2, 3, 5)
_CHART = 190
#: Least widths of the window's main area, and the panes in each line.
_TWO = ((760, (2,)), (0, (1, 1)))
_THREE = ((1100, (3,)), (700, (2, 1)), (0, (1, 1, 1)))


class HighlightsPanel(QWidget):
    """The first part of a report; hidden for one that was issued before it was kept.

    Emits `rows_wanted` with a list and its number of petitions.
    """

    rows_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: tuple[LinkedSentence, ...] = ()
        self.outcomes, self.services, self.longest = (
            ReportCard(LinesTable(card=True, name_width=name, widths=widths))
            for name, widths in ((_NAME, _RANKED), (_NAME, _RANKED), (_CODE, _LATE))
        )
        self.took = PlainLabel("", "secondary", "text2", wrap=True)
        self.on_time = BarChart()
        self.on_time.setFixedHeight(_CHART)
        self.on_time.bar_opened.connect(self._on_month)
        self._months: tuple[tuple[Behind, int], ...] = ()
        self._against = PlainLabel("", "secondary", "text2", elide=True)
        self._said = QWidget()
        sentences = QVBoxLayout(self._said)
        sentences.setContentsMargins(0, 0, 0, 0)
        sentences.setSpacing(12)
        self._lay_out()
        for card in self.cards:
            card.rows_wanted.connect(self.rows_wanted)

    def _lay_out(self) -> None:
        attention = PlainLabel(translate("Monthly report", "What needs attention"), "interface", bold=True)
        share = translate("Monthly report", "Answered on time, percent")
        self.on_time.setAccessibleName(share)
        title = PlainLabel(share, "interface", bold=True, elide=True)
        target = PlainLabel(target_words(), "secondary", "text2")
        first = FoldingPanes(
            (
                pane(_beside(attention, self._against), self._said, spacing=12),
                pane(_beside(title, target, stretched=0), self.on_time),
            ),
            _TWO,
            (11, 10),
        )
        self.outcomes.add(self.took)
        second = FoldingPanes(self.cards, _THREE, (10, 10, 13))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(first)
        column.addWidget(second)

    @property
    def cards(self) -> tuple[ReportCard, ...]:
        return (self.outcomes, self.services, self.longest)

    @property
    def tables(self) -> tuple[LinesTable, ...]:
        return tuple(card.table for card in self.cards)

    def show_report(self, report: MonthlyReport, scope: ReportScope, units: Sequence[UnitRow]) -> None:
        """Shows the highlights; `scope` is the one that the lists behind the numbers have."""
        found = report.highlights
        self.setVisible(found is not None)
        if found is None:
            return
        against = translate("Reports", "compared with {month}")
        self._against.setText(fill(against, month=name_before(report.figures.period)))
        self._say(attention_points(report), scope, units)
        self._show_months(found, scope)
        self.took.setText(" ".join(time_taken(report.figures)))
        total = report.figures.total
        resolved, received = behind(scope, "resolved"), behind(scope, "received")
        self.outcomes.show_lines(
            shown := outcomes(found, total),
            shown.titles,
            _ranked(shown, found.outcomes, lambda key: replace(resolved, outcome=key)),
            (resolved, total.resolved),
        )
        self.services.show_lines(
            shown := services(found, total),
            shown.titles,
            _ranked(shown, found.services, lambda key: of_line("service", key, received, units)),
            (received, total.received),
        )
        late = longest(found)
        titles = [late.titles[place] for place in _OF_LATE]
        self.longest.show_lines(late, titles, _late(late, found), (behind(scope, "late"), total.late))

    def _show_months(self, found: Highlights, scope: ReportScope) -> None:
        """Each bar leads to the petitions that were resolved in its month."""
        self._months = tuple(
            (behind(replace(scope, period=Period.month(month)), "resolved"), one.resolved)
            for month, one in found.months
        )
        tip = translate("Reports", "{day}: {share} of {resolved} on time")
        shares = tuple(one.percent for _, one in found.months)
        self.on_time.show_page(
            ChartPage(
                tuple(month_name(month.month) for month, _ in found.months),
                (BarSeries(translate("Monthly report", "On time"), "chart3", shares),),
                tips=tuple(
                    fill(
                        tip,
                        day=month.title,
                        share=percent(one.share or 0.0),
                        resolved=number(one.resolved),
                    )
                    for month, one in found.months
                ),
                target=round(ON_TIME_TARGET * 100),
                emphasised=len(shares) - 1,
                written=True,
            )
        )

    def _on_month(self, place: int, _series: int) -> None:
        self.rows_wanted.emit(*self._months[place])

    def _say(self, points: Sequence[AttentionPoint], scope: ReportScope, units: Sequence[UnitRow]) -> None:
        """Shows the sentences, whose numbers lead to their petitions."""
        column = self._said.layout()
        assert isinstance(column, QVBoxLayout)
        empty(column)
        said = []
        for place, point in enumerate(points, 1):
            lists = [(one, of_number(scope, one.petitions, units)) for one in point.numbers]
            led = [(one, listed) for one, listed in lists if listed is not None]
            sentence = LinkedSentence(point.words, [(one.start, one.end) for one, _ in led])
            targets = [(listed, one.petitions.count) for one, listed in led]
            sentence.opened.connect(partial(self._open, targets))
            said.append(sentence)
            row = QHBoxLayout()
            row.setSpacing(12)
            if len(points) > 1:
                row.addWidget(NumberDisc(place), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(sentence, 1)
            column.addLayout(row)
        self.sentences = tuple(said)

    def _open(self, targets: Sequence[tuple[Behind, int]], at: int) -> None:
        self.rows_wanted.emit(*targets[at])


class ReportCard(QWidget):
    """A table under its title, and a link to all petitions that it is about. Emits `rows_wanted` as a table does."""

    rows_wanted = Signal(object, int)

    def __init__(self, table: LinesTable) -> None:
        super().__init__()
        self.table = table
        self._whole: tuple[Behind, int] | None = None
        self.title = PlainLabel("", "interface", bold=True, elide=True)
        self.all = LinkLabel("", self.open_all, "secondary")
        self._nothing = PlainLabel(
            translate("Monthly report", "Nothing in this period."), "secondary", "text2"
        )
        self._pane = pane(_beside(self.title, self.all, stretched=0), table, self._nothing, spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pane)
        table.rows_wanted.connect(self.rows_wanted)

    def add(self, widget: QWidget) -> None:
        """Adds a widget below the table."""
        column = self._pane.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, widget)

    def open_all(self) -> None:
        """Opens all petitions that the table is about."""
        if self._whole is not None:
            self.rows_wanted.emit(*self._whole)

    def show_lines(
        self,
        section: ReportSection,
        titles: Sequence[str],
        rows: Sequence[FigureRow],
        whole: tuple[Behind, int],
    ) -> None:
        """Shows the rows of a section; `whole` is the list of all petitions that it is about, and its length."""
        self._whole = whole
        self.title.setText(section.title)
        self.all.setText(fill(translate("Reports", "All {n} petitions"), n=number(whole[1])))
        self.all.setVisible(whole[1] > 0)
        self.table.setAccessibleName(section.title)
        self.table.show_rows(titles[0], titles[1:], rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)


def _beside(leading: QWidget, trailing: QWidget, *, stretched: int = 1) -> QWidget:
    """Returns a line with both; `stretched` is which of them takes the room that is left."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for place, widget in enumerate((leading, trailing)):
        row.addWidget(widget, int(place == stretched))
    return made


def _ranked(
    section: ReportSection, lines: Sequence[NowAndBefore], listed: Callable[[str], ListFilter | None]
) -> list[FigureRow]:
    """Returns the rows of a section with a bar each; a number leads to `listed` of the key of its line."""
    highest = max((one.now for one in lines), default=0) or 1
    rows = []
    for row, one in zip(section.rows, lines, strict=True):
        name, now, share, words = section.words(row)
        change = (
            TableCell(number(abs(row[3])), quiet=True, change=row[3])
            if row[3]
            else TableCell(words, quiet=True)
        )
        cells = (
            TableCell(now, listed(one.key) if one.now else None, one.now),
            TableCell(share, quiet=True),
            change,
        )
        rows.append(FigureRow(name, cells, one.now / highest))
    return rows


def _late(section: ReportSection, found: Highlights) -> list[FigureRow]:
    """Returns the late petitions; each leads to itself, which also shows what a card has no room for."""
    rows = []
    for row, one in zip(section.rows, found.longest, strict=True):
        words = section.words(row)
        code, service, unit, days = (words[place] for place in _OF_LATE)
        listed = ListFilter(view=View.ALL, scope=Scope.ANY, query=one.code)
        cells = (
            TableCell(service),
            TableCell(unit, alarming=not one.unit, quiet=bool(one.unit)),
            TableCell(fill(translate("Reports", "{n} days"), n=days), listed, 1),
        )
        rows.append(FigureRow(code, cells))
    return rows
