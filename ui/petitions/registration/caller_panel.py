"""Who is calling: the petitioner that the number belongs to, and what they sent before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.people.petitioners import PetitionerRow
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.duplicates.similar import Likes
from desktop_app.petitions.lists.inbox import PetitionRow
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.petitions.duplicates.similar_panel import LikenessPanel
from ui.theme import theme
from ui.widgets.brief_list import BriefList
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel

WIDTH = 432


class CallerPanel(QWidget):
    """The pane at the trailing edge of the form; `opened` asks to see one of the earlier petitions."""

    opened = Signal(int)

    def __init__(self, today: date, find: Callable[[str, int | None], Likes]) -> None:
        super().__init__()
        self.likeness = LikenessPanel(find)
        self.likeness.opened.connect(self.opened)
        self.setFixedWidth(WIDTH)
        self.name = PlainLabel("", "heading", wrap=True)
        self.about = PlainLabel("", "secondary", "text2", wrap=True)
        self._title = PlainLabel(translate("RegisterForm", "History"), "interface", bold=True)
        self.count = PlainLabel("", "secondary", "text2")
        self.history = BriefList(translate("RegisterForm", "Earlier petitions"), today.year)
        self.history.opened.connect(lambda row: self.opened.emit(row.id))
        head = QVBoxLayout()
        set_margins(head, 16, 16, 16, 16)
        head.setSpacing(2)
        head.addWidget(self.name)
        head.addWidget(self.about)
        row = QHBoxLayout()
        set_margins(row, 16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self.count)
        row.addStretch()
        column = QVBoxLayout(self)
        set_margins(column, 1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.likeness)
        column.addLayout(row)
        column.addWidget(self.history, 100)
        column.addStretch(1)
        self.show_nobody()

    def show_nobody(self, *, asked: bool = False) -> None:
        """No number yet (or, `asked`, one that nobody has)."""
        if asked:
            self.name.setText(translate("RegisterForm", "A new caller"))
            self.about.setText(translate("RegisterForm", "Nobody has written from this number before."))
        else:
            self.name.setText(translate("RegisterForm", "Who is calling?"))
            self.about.setText(
                translate("RegisterForm", "Type the number; what was sent from it before appears here.")
            )
        self._show_history(())

    def show_caller(self, person: PetitionerRow, rows: tuple[PetitionRow, ...], total: int) -> None:
        """The petitioner and the latest of their petitions, `total` in all."""
        self.name.setText(visible_controls(person.name) or translate("RegisterForm", "no name"))
        open_ones = sum(row.outcome is None for row in rows)
        since = fill(translate("RegisterForm", "since {day}"), day=long_date(tehran_day(person.since)))
        counted = fill(
            translate("RegisterForm", "{count} petitions, {open} open"), count=total, open=open_ones
        )
        self.about.setText("   ".join((label("group", person.group), since, counted)))
        self._show_history(rows, total)

    def _show_history(self, rows: tuple[PetitionRow, ...], total: int = 0) -> None:
        self.history.show_rows(rows)
        for part in (self._title, self.count, self.history):
            part.setVisible(bool(rows))
        self.count.setText(digits(total))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        painter.fillRect(Mirror.of(box).at(0, 1), theme().line)
        hairline(painter, QRectF(0, 0, box.width(), max(84, self.about.geometry().bottom() + 16)))
