"""Labels as small chips: in a row of the list, and below the head of a petition, to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.staff.roles import Role
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.actions import make_action
from ui.signals import ID
from ui.theme import theme
from ui.theme_tokens import RADIUS_CHIP
from ui.widgets.button import IconButton
from ui.widgets.chip import FilterChip
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import Mirror, draw_text, fill_rounded, text_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Largest number of labels in a row of the list. The number of further ones is shown as «+n».
_SHOWN: Final = 2
_HEIGHT: Final = 20.0
_LINE: Final = 34


def draw_labels(
    painter: QPainter, mirror: Mirror, offset: float, width: float, names: Sequence[str]
) -> float:
    """Draws labels from `offset` on, as far as `width` allows; returns the pixels they take."""
    now, used = theme(), 0.0
    for name, room in _boxes(names):
        if offset + used + room > width:
            break
        middle = mirror.container.center().y()
        box = mirror.at(offset + used, room, top=round(middle - _HEIGHT / 2), height=_HEIGHT)
        fill_rounded(painter, box, None, RADIUS_CHIP, now.ink("line2"))
        draw_text(painter, box.adjusted(7, -1, -7, -1), name, now.face("header"), now.ink("text2"))
        used += room + 4
    return used


def labels_width(names: Sequence[str]) -> float:
    """Returns the pixels that labels take in a row of the list, with the gap before them."""
    return sum(room + 4 for _, room in _boxes(names)) + 8 if names else 0.0


def _boxes(names: Sequence[str]) -> list[tuple[str, float]]:
    more = len(names) - _SHOWN
    shown = [*names[:_SHOWN], *([f"+{digits(more)}"] if more > 0 else [])]
    return [(name, min(text_width(name, theme().face("header")) + 14, 110)) for name in shown]


class LabelLine(QWidget):
    """Shows and changes the labels of the shown petition.

    `said` carries a message and its undo callback (or None). `changed` carries the id of the changed
    petition.
    """

    said = Signal(str, object)
    changed = Signal(ID)

    def __init__(self, workplace: Workplace[InboxServices], place: QWidget) -> None:
        super().__init__()
        self._workplace, self._place = workplace, place
        self._detail: PetitionDetail | None = None
        self.finder: FinderDialog | None = None
        self._flow = FlowLayout(_LINE, 6, (16, 0, 16, 0))
        self.setLayout(self._flow)
        self.chips: list[FilterChip] = []
        self.add = IconButton("ph.tag", translate("Labels", "Labels"), key="L", icon_side=16)
        self.add.clicked.connect(lambda _checked=False: self.ask())
        self._flow.addWidget(self.add)
        self.hide()
        self.ask_action = make_action(
            self, translate("Labels", "Put a label on, or take it off"), self.ask, key="L"
        )

    def show_detail(self, detail: PetitionDetail) -> None:
        same = self._detail is not None and (self._detail.id, self._detail.labels) == (
            detail.id,
            detail.labels,
        )
        self._detail = detail
        if same:
            return
        for chip in (*self.chips, self.add):
            self._flow.removeWidget(chip)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for label in detail.labels:
            chip = FilterChip(label.name, is_set=True)
            chip.clicked.connect(lambda _checked=False: self.ask())
            chip.cleared.connect(self._taking_off(label))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        self._flow.addWidget(self.add)
        self.setVisible(bool(detail.labels))
        self.updateGeometry()

    def ask(self) -> None:
        """Opens the choice of labels.

        A label of the petition is removed, another one added, and a new name creates a label.
        """
        detail = self._detail
        if detail is not None and self._workplace.actor.roles & {Role.CLERK, Role.MANAGER}:
            labels = self._workplace.services.labels
            jobs.run(self, lambda: labels.all(active_only=True), lambda rows: self._offer(detail, rows))

    def _offer(self, detail: PetitionDetail, rows: tuple[LabelRow, ...]) -> None:
        on = {label.id for label in detail.labels}
        finder = self.finder = FinderDialog(
            translate("Labels", "Labels"),
            translate("Labels", "Name of a label"),
            translate("Labels", "There are no labels yet; type the name of the first."),
            [
                FinderEntry(row.name, row, marked=row.id in on)
                for row in (*detail.labels, *_without(rows, on))
            ],
            self._place.window(),
            make=translate("Labels", "New label: {typed}"),
            hint=translate("Labels", "Enter puts a label on; one with a tick is taken off."),
        )
        finder.chosen.connect(lambda row: self._toggle(detail, row, on=row.id not in on))
        finder.made.connect(lambda name: self._put_on(detail.id, name))
        finder.open_over(self._place)

    def _toggle(self, detail: PetitionDetail, row: LabelRow, *, on: bool) -> None:
        if on:
            self._put_on(detail.id, row.name)
        else:
            self._take_off(detail.id, row)

    def _taking_off(self, label: LabelRow) -> Callable[[], None]:
        def take_off() -> None:
            if self._detail is not None:
                self._take_off(self._detail.id, label)

        return take_off

    def _put_on(self, petition_id: int, name: str, *, undoing: bool = False) -> None:
        labels, actor = self._workplace.services.labels, self._workplace.actor

        def told(row: LabelRow) -> None:
            words = fill(translate("Labels", "Label put on: {name}"), name=row.name)
            self.said.emit(words, None if undoing else lambda: self._take_off(petition_id, row, undoing=True))
            self.changed.emit(petition_id)

        jobs.run(self, lambda: labels.put_on(actor, petition_id, name), told)

    def _take_off(self, petition_id: int, label: LabelRow, *, undoing: bool = False) -> None:
        labels, actor = self._workplace.services.labels, self._workplace.actor

        def told(row: LabelRow) -> None:
            words = fill(translate("Labels", "Label taken off: {name}"), name=row.name)
            undo = None if undoing else lambda: self._put_on(petition_id, row.name, undoing=True)
            self.said.emit(words, undo)
            self.changed.emit(petition_id)

        jobs.run(self, lambda: labels.take_off(actor, petition_id, label.id), told)


def _without(rows: Sequence[LabelRow], ids: set[int]) -> list[LabelRow]:
    return [row for row in rows if row.id not in ids]
