"""The caller: the petitioner with the typed number, and their earlier petitions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.people.petitioners import PetitionerRow
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.inbox import ListFilter, Order, PetitionRow, Scope
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.guard import guarded
from ui.petitions.desk.details_parts import Hairline
from ui.petitions.duplicates.similar_panel import LikenessPanel
from ui.petitions.registration.notice_bar import NoticeBar
from ui.signals import ID
from ui.theme import theme
from ui.theme_tokens import ROW
from ui.widgets.brief_list import BriefList
from ui.widgets.painting import Mirror, set_margins
from ui.widgets.pane_scroll import PaneScroll
from ui.widgets.plain import PlainLabel, set_tip

if TYPE_CHECKING:
    from desktop_app.petitions.duplicates.likes import Likes
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

WIDTH = 432
#: In a narrow window.
NARROW_WIDTH = 296
#: Largest number of earlier petitions that are read.
_MOST_EARLIER = 100
#: Number of rows of earlier petitions below which their list is not squeezed.
_SEEN_AT_LEAST = 3
#: How much of a long name is shown, in code points; the tool tip has all of it.
_LONGEST_NAME = 120
#: A petitioner, their latest petitions, the number of all that are seen, and of those that are not.
Found = tuple[PetitionerRow, tuple[PetitionRow, ...], int, int]


class CallerPanel(QWidget):
    """Pane at the trailing edge of the form.

    `opened` carries the id of an earlier petition to show. `found` carries the `PetitionerRow` of the caller.
    """

    opened = Signal(ID)
    found = Signal(object)

    def __init__(self, workplace: Workplace[InboxServices], today: date) -> None:
        super().__init__()
        self._services, self._workplace = workplace.services, workplace
        self.likeness = LikenessPanel(self._find_alike)
        self.likeness.opened.connect(self.opened)
        self.setFixedWidth(WIDTH)
        #: Beside the form, whose text field needs its whole height.
        self.notice = NoticeBar()
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
        area = PaneScroll()
        # The parts of a known caller with similar petitions are higher than a low window.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        telling = QVBoxLayout()
        set_margins(telling, 16, 12, 16, 0)
        telling.addWidget(self.notice)
        area.column.addLayout(telling)
        area.column.addLayout(head)
        area.column.addWidget(Hairline())
        area.column.addWidget(self.likeness)
        area.column.addLayout(row)
        area.column.addWidget(self.history, 100)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        set_margins(column, 1, 0, 0, 0)
        column.addWidget(area)
        self._asked = ""
        self.show_nobody()

    def look_up(self, number: str) -> None:
        """Reads and shows the petitioner with this number, and their earlier petitions."""
        self._asked = number
        if number:
            jobs.run(self, lambda: self._find(number), lambda found: self._on_found(number, found))
        else:
            self.show_nobody()

    def _find(self, number: str) -> Found | None:
        actor = self._workplace.actor
        person = self._services.register.caller(actor, number)
        if person is None:
            return None
        wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST, petitioner_id=person.id)
        outline, rows = self._services.inbox.find(actor, wanted, _MOST_EARLIER)
        return person, rows, outline.total, self._services.inbox.unseen_of(actor, person.id)

    def _on_found(self, number: str, found: Found | None) -> None:
        if number != self._asked:
            # Another number was typed meanwhile.
            return
        self.likeness.know_sender(None if found is None else found[0].id)
        if found is None:
            self.show_nobody(asked=True)
        else:
            self._show_caller(*found)
            self.found.emit(found[0])

    def _find_alike(self, text: str, petitioner_id: int | None) -> Likes:
        return self._services.duplicates.typed(self._workplace.actor, text, petitioner_id)

    def show_nobody(self, *, asked: bool = False) -> None:
        """Shows that there is no number yet, or with `asked`, that the number is unknown."""
        if asked:
            self.name.setText(translate("RegisterForm", "A new caller"))
            self.about.setText(translate("RegisterForm", "Nobody has written from this number before."))
        else:
            self.name.setText(translate("RegisterForm", "Who is calling?"))
            self.about.setText(
                translate("RegisterForm", "Type the number; what was sent from it before appears here.")
            )
        self._show_history(())

    def _show_caller(
        self, person: PetitionerRow, rows: tuple[PetitionRow, ...], total: int, unseen: int
    ) -> None:
        """Shows the petitioner and their latest petitions. `total` is the number of all of them, `unseen` that of
        others in units that the person does not see.
        """
        name = visible_controls(person.name) or translate("RegisterForm", "no name")
        self.name.setText(
            name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rsplit(' ', 1)[0]} …"
        )
        set_tip(self.name, name)
        open_ones = sum(row.outcome is None for row in rows)
        since = fill(translate("RegisterForm", "since {day}"), day=long_date(tehran_day(person.since)))
        counted = fill(
            translate("RegisterForm", "{count} petitions, {open} open"), count=total, open=open_ones
        )
        told = [label("group", person.group), since, counted]
        if unseen:
            words = translate("People", "{count} in units that you do not see")
            told.append(fill(words, count=unseen))
        self.about.setText("   ".join(told))
        self._show_history(rows, total)

    def _show_history(self, rows: tuple[PetitionRow, ...], total: int = 0) -> None:
        self.history.show_rows(rows)
        self.history.setMinimumHeight(ROW * min(len(rows), _SEEN_AT_LEAST))
        for part in (self._title, self.count, self.history):
            part.setVisible(bool(rows))
        self.count.setText(digits(total))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(Mirror.of(QRectF(self.rect())).at(0, 1), theme().line)
