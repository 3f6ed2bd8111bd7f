"""One petitioner: masked data, and all their petitions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.people.petitioners import PetitionerRow
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.inbox import PetitionRow
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.signals import ID
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.brief_list import BriefList
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel

_HEAD = 128


def counted_words(total: int, unseen: int) -> str:
    """Returns the number of petitions that are seen, and of those that are not: «۲، و ۳ درخواست در واحدهای دیگر»."""
    if not unseen:
        return digits(total)
    if not total:
        return fill(translate("People", "{count} in units that you do not see"), count=unseen)
    words = translate("People", "{total}, and {count} in units that you do not see")
    return fill(words, total=total, count=unseen)


class PersonPane(QWidget):
    """Emits `all_asked` to show all petitions of the person in the inbox; `history.opened` is for one petition."""

    all_asked = Signal(ID)
    #: Asks to correct the data of the person.
    correction_asked = Signal(object)

    def __init__(self, today: date, *, may_correct: bool = False) -> None:
        super().__init__()
        self._person: PetitionerRow | None = None
        self._avatar = Avatar("", 40)
        self.name = PlainLabel("", "heading", wrap=True)
        self.about = PlainLabel("", "secondary", "text2", wrap=True)
        self.numbers = PlainLabel("", "secondary", "text2", wrap=True)
        self._title = PlainLabel(translate("People", "Petitions"), "interface", bold=True)
        self.count = PlainLabel("", "secondary", "text2")
        self.all_button = Button(translate("People", "See them in the inbox"), size="small")
        self.all_button.clicked.connect(lambda _checked=False: self._ask_all())
        self.correct_button = Button(translate("People", "Correct…"), "ghost", size="small")
        self.correct_button.clicked.connect(lambda _checked=False: self._ask_correction())
        self.history = BriefList(translate("People", "Petitions"), today.year)
        self._may_correct = may_correct
        self._lay_out()
        self.show_nobody()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.name, self.about, self.numbers):
            words.addWidget(part)
        words.addStretch()
        self._head = QWidget()
        self._head.setMinimumHeight(_HEAD)
        row = QHBoxLayout(self._head)
        set_margins(row, 17, 16, 16, 8)
        row.setSpacing(12)
        side = QVBoxLayout()
        side.addWidget(self._avatar)
        side.addStretch()
        row.addLayout(side)
        row.addLayout(words, 1)
        row.addWidget(self.correct_button, 0, Qt.AlignmentFlag.AlignTop)
        bar = QHBoxLayout()
        set_margins(bar, 17, 6, 12, 4)
        bar.setSpacing(8)
        bar.addWidget(self._title)
        bar.addWidget(self.count)
        bar.addStretch()
        bar.addWidget(self.all_button)
        column = QVBoxLayout(self)
        set_margins(column, 1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(bar)
        column.addWidget(self.history, 1)

    def show_nobody(self) -> None:
        """Clears the pane."""
        self._person = None
        self.history.show_rows(())
        for part in (self._head, self._title, self.count, self.all_button, self.history):
            part.hide()

    def show_person(self, person: PetitionerRow) -> None:
        """Shows the person immediately; petitions follow with `show_history`."""
        self._person = person
        name = visible_controls(person.name) or translate("People", "no name")
        self._avatar.show_name(person.name or "؟")
        self.name.setText(name)
        since = fill(translate("People", "since {day}"), day=long_date(tehran_day(person.since)))
        self.about.setText(f"{label('group', person.group)}   {since}")
        known = (
            (translate("People", "Mobile {number}"), person.mobile),
            (translate("People", "National ID {number}"), person.national_id),
            (translate("People", "E-mail {number}"), person.email),
        )
        parts = [fill(words, number=isolated(digits(number))) for words, number in known if number]
        self.numbers.setText("   ".join(parts))
        self.history.show_rows(())
        self.count.setText("")
        for part in (self._head, self._title, self.count, self.all_button, self.history):
            part.show()
        self.correct_button.hide()

    def show_history(
        self, person: PetitionerRow, rows: Sequence[PetitionRow], total: int, unseen: int = 0
    ) -> None:
        """Shows the petitions, newest first; ignored if another person is shown meanwhile.

        `unseen` is the number of those that whoever looks may not see.
        """
        if person is self._person:
            self.history.show_rows(rows)
            self.count.setText(counted_words(total, unseen))
            self.all_button.setVisible(total > 0)
            # People who see none of the petitions are not responsible for the person.
            self.correct_button.setVisible(self._may_correct and total > 0)

    def _ask_correction(self) -> None:
        if self._person is not None:
            self.correction_asked.emit(self._person)

    def _ask_all(self) -> None:
        if self._person is not None:
            self.all_asked.emit(self._person.id)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        painter.fillRect(Mirror.of(box).at(0, 1), theme().line)
        if self._person is not None:
            hairline(painter, QRectF(0, 0, box.width(), self._head.geometry().bottom() + 1))
