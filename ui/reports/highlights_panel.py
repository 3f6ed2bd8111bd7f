"""The first part of a report on screen: what got worse, outcomes, services, the petitions with the longest delay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.reports.attention import attention
from desktop_app.reports.monthly_tables import longest, outcomes, services
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.section import ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import translate
from ui.reports.lines_table import Behind, FigureRow, LinesTable, TableCell
from ui.reports.rows_behind import behind
from ui.widgets.plain import PlainLabel

_NUMBER = 74
_WORDS = 124


class HighlightsPanel(QWidget):
    """The first part of a report; hidden for one that was issued before it was kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: tuple[str, ...] = ()
        self.outcomes, self.services = LinesTable(number_width=_NUMBER), LinesTable(number_width=_NUMBER)
        self.longest = LinesTable(number_width=_WORDS)
        self._titles = {table: PlainLabel("", "interface", bold=True, elide=True) for table in self.tables}
        self._said = QVBoxLayout()
        self._said.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(8)
        column.addWidget(
            PlainLabel(translate("Monthly report", "What needs attention"), "interface", bold=True)
        )
        column.addLayout(self._said)
        beside = QHBoxLayout()
        beside.setSpacing(32)
        for table in (self.outcomes, self.services):
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(self._titles[table])
            part.addWidget(table)
            part.addStretch(1)
            beside.addLayout(part, 1)
        column.addSpacing(8)
        column.addLayout(beside)
        column.addSpacing(8)
        column.addWidget(self._titles[self.longest])
        column.addWidget(self.longest)

    @property
    def tables(self) -> tuple[LinesTable, ...]:
        return (self.outcomes, self.services, self.longest)

    def show_report(self, report: MonthlyReport, scope: ReportScope) -> None:
        """Shows the highlights; `scope` is the one that the lists behind the numbers have."""
        found = report.highlights
        self.setVisible(found is not None)
        if found is None:
            return
        self._say(attention(report))
        resolved = behind(scope, "resolved")
        self._show(
            self.outcomes,
            outcomes(found),
            [(one.now, replace(resolved, outcome=one.key)) for one in found.outcomes],
        )
        self._show(
            self.services, services(found, report.figures.total), [(one.now, None) for one in found.services]
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

    def _show(
        self,
        table: LinesTable,
        section: ReportSection,
        lists: list[tuple[int, Behind | None]],
        *,
        linked: int = 0,
    ) -> None:
        """Shows a section; its column `linked` leads to the list of each row, with its number of petitions."""
        first, *others = section.titles
        rows = []
        for row, (count, listed) in zip(section.rows, lists, strict=True):
            name, *words = section.words(row)
            cells = [TableCell(one) for one in words]
            cells[linked] = TableCell(words[linked], listed if count else None, count)
            rows.append(FigureRow(name, tuple(cells)))
        self._titles[table].setText(section.title)
        table.setAccessibleName(section.title)
        for part in (self._titles[table], table):
            part.setVisible(bool(rows))
        table.show_rows(first, others, rows)

    def _say(self, sentences: list[str]) -> None:
        self.sentences = tuple(sentences)
        while (item := self._said.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for words in sentences:
            self._said.addWidget(PlainLabel(words, "interface", wrap=True))
