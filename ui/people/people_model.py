"""The list of petitioners: read page by page as it is scrolled, by name in Persian order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.people.petitioners import PetitionerRow, page_key
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.avatar import draw_avatar
from ui.widgets.painting import Mirror, draw_text
from ui.widgets.rows import Index, RowsModel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import PeopleServices

PAGE: Final = 200


class PeopleModel(RowsModel[PetitionerRow]):
    """`counted` tells how many there are when a search has been answered."""

    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, workplace: Workplace[PeopleServices], parent: QWidget) -> None:
        super().__init__(_name, parent, tip=_name)
        self._owner, self._workplace = parent, workplace
        self._petitioners = workplace.services.petitioners
        self._query = ""
        self._total = 0
        self._turn = 0
        self._reading = False

    def search(self, query: str) -> None:
        """Shows whom the query finds (name in any spelling, a whole ID or number)."""
        self._turn += 1
        turn, self._query, self._reading = self._turn, query, True
        petitioners, actor = self._petitioners, self._workplace.actor

        def work() -> tuple[int, list[PetitionerRow]]:
            return petitioners.count(actor, query), petitioners.page(actor, query, count=PAGE)

        jobs.run(self._owner, work, lambda found: self._swap_in(turn, *found), self._on_failed)

    def _swap_in(self, turn: int, total: int, rows: list[PetitionerRow]) -> None:
        if turn != self._turn:
            return
        self._total, self._reading = total, False
        self.show_rows(rows)
        self.counted.emit(total)

    def _on_failed(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(error)

    @guarded(False)
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._reading and len(self.rows) < self._total

    @guarded(None)
    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._reading or not self.rows:
            return
        self._reading = True
        turn, query, after = self._turn, self._query, page_key(self.rows[-1])
        jobs.run(
            self._owner,
            lambda: self._petitioners.page(self._workplace.actor, query, after=after, count=PAGE),
            lambda rows: self._append(turn, rows),
            self._on_failed,
        )

    def _append(self, turn: int, rows: list[PetitionerRow]) -> None:
        if turn != self._turn:
            return
        self._reading = False
        if not rows:
            self._total = len(self.rows)
        self.append_rows(rows)


def draw_person(painter: QPainter, rect: QRectF, person: PetitionerRow) -> None:
    """Draws disc, name, group, and what is known of a petitioner, masked."""
    now, mirror = theme(), Mirror.of(rect)
    draw_avatar(painter, mirror.at(16, 28, top=rect.center().y() - 14, height=28), person.name or "؟")
    draw_text(painter, mirror.at(56, rect.width() * 0.4), _name(person), font("interface"), now.text)
    middle = 64 + rect.width() * 0.4
    draw_text(painter, mirror.at(middle, 90), label("group", person.group), font("secondary"), now.text2)
    known = [isolated(digits(number)) for number in (person.mobile, person.national_id) if number]
    box = mirror.at(middle + 98, max(20.0, rect.width() - middle - 98 - 16))
    draw_text(painter, box, "    ".join(known), font("secondary"), now.text2, Qt.AlignmentFlag.AlignTrailing)


def _name(person: PetitionerRow) -> str:
    return visible_controls(person.name) or translate("People", "no name")
