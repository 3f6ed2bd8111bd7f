"""Two small pictures at the foot of the report: comments by disposition, and marks of satisfaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.persian.digits import persian_number
from desktop_app.petitions.inbox import ListFilter
from desktop_app.reports.monthly import Figures
from desktop_app.reports.monthly_sections import disposition_name
from desktop_app.reports.numbers import number
from desktop_app.reports.participation import Consultation
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.reports.lines_table import LinesTable, TableCell, TableRow
from ui.theme import font, theme
from ui.widgets.bar_chart import StackedBar
from ui.widgets.painting import Mirror, draw_text, fill_rounded
from ui.widgets.plain import PlainLabel

#: Dispositions in the order of the bar, with their colours of the theme.
COLOURS: Final = (
    ("accepted", "accent"),
    ("partly_accepted", "chart2"),
    ("rejected", "danger"),
    ("out_of_scope", "edge"),
    ("already_covered", "chart3"),
    ("undecided", "line2"),
)
_ROW = 24
_COLUMNS = 2


class DispositionsPanel(QWidget):
    """What became of the public's comments on the drafts whose window touched the month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(translate("Reports", "Comments by disposition"), "secondary", bold=True)
        self.told = PlainLabel("", "header", "text2")
        self._bar = StackedBar()
        self._legend = _Legend()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._legend)
        column.addStretch(1)

    def show_consultations(self, consultations: tuple[Consultation, ...]) -> None:
        counted: Counter[str] = Counter()
        for consultation in consultations:
            counted.update(consultation.dispositions)
        comments = sum(counted.values())
        if consultations:
            words = translate("Reports", "{n} comments, {m} consultations")
            self.told.setText(fill(words, n=number(comments), m=len(consultations)))
        else:
            self.told.setText(translate("Reports", "No draft was open to the public in this period."))
        self._bar.show_parts([(counted[code], colour) for code, colour in COLOURS])
        self._bar.setVisible(comments > 0)
        entries = [(disposition_name(code), number(counted[code]), colour) for code, colour in COLOURS]
        self._legend.show_entries(entries if comments else [])


class _Legend(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._entries: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: list[tuple[str, str, str]]) -> None:
        self._entries = entries
        self.setFixedHeight(_ROW * ((len(entries) + _COLUMNS - 1) // _COLUMNS))
        self.setAccessibleDescription("\n".join(f"{name}: {count}" for name, count, _ in entries))
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        mirror = Mirror.of(QRectF(self.rect()))
        width = self.width() / _COLUMNS
        for at, (name, count, colour) in enumerate(self._entries):
            box = mirror.at(at % _COLUMNS * width, width, top=at // _COLUMNS * _ROW, height=_ROW)
            place = Mirror.of(box)
            square = place.at(0, 10, top=box.center().y() - 5, height=10)
            fill_rounded(painter, square, now.colour(colour), 2)
            drawn = draw_text(painter, place.at(17, width - 50), name, font("header"), now.text2)
            draw_text(painter, place.at(25 + drawn, 40), count, font("header", bold=True), now.text)


class SatisfactionPanel(QWidget):
    """How many gave 5, 4, 3, 2, 1; each count opens its petitions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = PlainLabel(translate("Reports", "Satisfaction"), "secondary", bold=True)
        self.told = PlainLabel("", "header", "text2")
        self.table = LinesTable(number_width=90)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addStretch(1)

    def show_figures(self, figures: Figures, listed: Callable[[int], ListFilter | None]) -> None:
        """`listed` finds the list behind a mark."""
        mean = figures.mean_satisfaction
        highest = max(figures.satisfaction) or 1
        self.table.show_rows(
            translate("Reports", "Mark"),
            (translate("Reports", "Petitioners"),),
            [
                TableRow(
                    digits(mark),
                    (TableCell(number(count), listed(mark) if count else None),),
                    count / highest,
                )
                for mark, count in reversed(list(enumerate(figures.satisfaction, 1)))
            ],
        )
        self.table.setVisible(mean is not None)
        if mean is None:
            self.told.setText(translate("Reports", "Nobody was asked in this period."))
            return
        words = translate("Reports", "mean {mean} of {n} answers")
        worded = persian_number(mean, decimals=1) if digits(1) != "1" else f"{mean:.1f}"
        self.told.setText(fill(words, mean=worded, n=number(sum(figures.satisfaction))))
