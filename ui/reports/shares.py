"""The lower part of the report: comments by disposition, improvement actions, and satisfaction marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import number, percent
from desktop_app.reports.participation import Consultation, ImprovementLine, improvement_counts
from desktop_app.reports.participation_tables import disposition_name
from desktop_app.reports.summary import improvement_sentence, response_sentence
from desktop_app.wording import digits, fill, translate
from ui.reports.lines_table import FigureRow, LinesTable, TableCell
from ui.reports.tables import (
    consultation_columns,
    consultation_rows,
    improvement_columns,
    improvement_rows,
)
from ui.widgets.bar_chart import Legend, StackedBar
from ui.widgets.plain import PlainLabel

#: Dispositions in the order of the bar, with their theme colours.
COLOURS: Final = (
    ("accepted", "accent"),
    ("partly_accepted", "chart2"),
    ("rejected", "danger"),
    ("out_of_scope", "edge"),
    ("already_covered", "chart3"),
    ("undecided", "line2"),
)
_COUNT, _WORDS = 78, 96


class ConsultationsPanel(QWidget):
    """The drafts with a window that overlaps the period, and the dispositions of their comments."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(translate("Reports", "Comments by disposition"), "interface", bold=True)
        self.sentence = PlainLabel("", "header", "text2")
        self._bar = StackedBar()
        self._legend = Legend()
        self.table = LinesTable(number_width=_COUNT)
        self.table.setAccessibleName(self._title.text())
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._bar, self._legend, self.table):
            column.addWidget(part)
        column.insertLayout(0, head)

    def show_consultations(self, consultations: tuple[Consultation, ...]) -> None:
        counted: Counter[str] = Counter()
        for consultation in consultations:
            counted.update(consultation.dispositions)
        comments = sum(counted.values())
        if consultations:
            words = translate("Reports", "{n} comments, {m} consultations")
            self.sentence.setText(fill(words, n=number(comments), m=len(consultations)))
        else:
            self.sentence.setText(translate("Reports", "No draft was open to the public in this period."))
        self._bar.show_parts([(counted[code], colour) for code, colour in COLOURS])
        self._bar.setVisible(comments > 0)
        self._legend.show_entries(
            [(disposition_name(code), colour) for code, colour in COLOURS if counted[code]]
        )
        self._legend.setVisible(comments > 0)
        first = translate("Reports", "Draft document")
        self.table.show_rows(first, consultation_columns(consultations), consultation_rows(consultations))
        self.table.setVisible(bool(consultations))


class ImprovementsReport(QWidget):
    """Improvement actions that were open in the period or done in it; the petitions of each are a link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = PlainLabel(translate("Reports", "Improvement actions"), "interface", bold=True)
        self.sentence = PlainLabel("", "header", "text2", wrap=True)
        self.table = LinesTable(number_width=_WORDS)
        self.table.setAccessibleName(title.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (title, self.sentence, self.table):
            column.addWidget(part)

    def show_lines(self, lines: tuple[ImprovementLine, ...]) -> None:
        none = translate("Reports", "No improvement action was open in this period.")
        self.sentence.setText(improvement_sentence(*improvement_counts(lines)) if lines else none)
        first = translate("Reports", "Action")
        self.table.show_rows(first, improvement_columns(), improvement_rows(lines))
        self.table.setVisible(bool(lines))


class SatisfactionPanel(QWidget):
    """The number and share of answers for each mark from 5 to 1; each count links to its petitions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = PlainLabel(translate("Reports", "Satisfaction"), "interface", bold=True)
        self.sentence = PlainLabel("", "header", "text2")
        self.table = LinesTable(number_width=90)
        self.table.setAccessibleName(title.text())
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addStretch(1)

    def show_figures(self, figures: Figures, listed: Callable[[int], ListFilter | None]) -> None:
        """Shows the marks; `listed` returns the list of petitions for a mark."""
        mean, shares = figures.mean_satisfaction, figures.satisfaction_shares
        highest = max(figures.satisfaction) or 1
        columns = [translate("Reports", "Petitioners")]
        if shares is not None:
            columns.append(translate("Monthly report", "Share"))
        self.table.show_rows(
            translate("Reports", "Mark"),
            tuple(columns),
            [
                FigureRow(
                    digits(mark),
                    (
                        TableCell(number(count), listed(mark) if count else None, count),
                        *(() if shares is None else (TableCell(percent(shares[mark - 1])),)),
                    ),
                    count / highest,
                )
                for mark, count in reversed(list(enumerate(figures.satisfaction, 1)))
            ]
            + [self._whole(figures)],
        )
        self.table.setVisible(mean is not None)
        self.sentence.setText(self._told(figures, mean))

    @staticmethod
    def _whole(figures: Figures) -> FigureRow:
        cells = [TableCell(number(sum(figures.satisfaction)))]
        if figures.satisfaction_shares is not None:
            cells.append(TableCell(percent(1)))
        return FigureRow(translate("Reports", "In all"), tuple(cells), total=True)

    @staticmethod
    def _told(figures: Figures, mean: float | None) -> str:
        response = response_sentence(figures)
        if mean is None:
            return response or translate("Reports", "Nobody was asked in this period.")
        words = translate("Reports", "mean {mean} of {n} answers")
        told = fill(words, mean=number(mean, decimals=1), n=number(sum(figures.satisfaction)))
        return " · ".join(part for part in (told, response) if part)
