"""The recipients of a referral: units and clerks, found by a few letters and shown as chips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.text import fold, visible_controls
from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.petitions.referrals.side import SidePlace
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme_tokens import FIELD_SMALL
from ui.widgets.chip import FilterChip
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.text_field import TextField

#: Rows of the list that are visible at once.
_ROWS: Final = 9
_LEAST_WIDE: Final = 320
#: Keys that the list handles while it is open.
_OF_LIST: Final = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
)


class Recipients(QWidget):
    """Chooses one place, or several with the first one responsible.

    `beside` are widgets in the line of the field, each with its share of the width. What is chosen stands above the
    field, and `over` between them: at the foot of a pane, the field stays under the pointer.
    """

    #: The person changed the choice.
    changed = Signal()
    #: Enter in the empty field: the choice is complete.
    finished = Signal()

    def __init__(self, *beside: tuple[QWidget, int], over: QWidget | None = None) -> None:
        super().__init__()
        #: Whether several places can be chosen; otherwise a new choice replaces the old one.
        self.takes_many = False
        #: Whether the first of several is called responsible.
        self.first_is_responsible = True
        self._known: tuple[SidePlace, ...] | None = None
        self._chosen: tuple[SidePlace, ...] = ()
        self._without: tuple[int | None, int | None] = (None, None)
        self.field = _PlaceField()
        self.chips = QWidget()
        self._deputies = PlainLabel("", "secondary", "text2", wrap=True)
        self._flow = FlowLayout(FIELD_SMALL + 4, 6, (0, 0, 0, 0))
        self.chips.setLayout(self._flow)
        self.field.picked.connect(self.add)
        self.field.dropped.connect(lambda: self._set(self._chosen[:-1]))
        self.field.finished.connect(self.finished)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 6)
        for widget, share in beside:
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.chips, self._deputies, *([over] if over else [])):
            column.addWidget(part)
        column.addLayout(row)
        self._show()

    # What can be chosen

    def offer(
        self, places: Iterable[SidePlace] | None, *, without: int | None = None, me: int | None = None
    ) -> None:
        """Sets the places, without the unit `without` as a whole and without the clerk `me`; None: not read yet.

        Chosen places keep their ids and take the new names.
        """
        self._known = None if places is None else tuple(places)
        self._without = without, me
        now = {place: place for place in self._known or ()}
        self._chosen = tuple(now.get(place, place) for place in self._chosen)
        self._show()

    @property
    def lacks_places(self) -> bool:
        """Whether the places are known and there is none to choose."""
        return self._known is not None and not self._offered()

    def _offered(self) -> list[SidePlace]:
        unit, person = self._without
        return [
            place
            for place in self._known or ()
            if place not in self._chosen
            and (place.person_id != person if place.person_id else place.unit_id != unit)
        ]

    def ask(self) -> None:
        """Focuses the field and opens the list."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.open()

    # What is chosen

    @property
    def places(self) -> tuple[SidePlace, ...]:
        return self._chosen

    def unknown(self) -> str:
        """Returns typed words that name no place yet."""
        return self.field.text().strip()

    def choose(self, places: Iterable[SidePlace]) -> None:
        """Shows a choice that the person did not make here; emits no signal."""
        now = {place: place for place in self._known or ()}
        self._chosen = tuple(now.get(place, place) for place in places)
        self.field.clear()
        self._show()

    def add(self, place: SidePlace) -> None:
        """Adds a place, or replaces the choice where only one can be chosen."""
        kept = self._chosen if self.takes_many else ()
        self._set((*(one for one in kept if one != place), place))

    def _remove(self, place: SidePlace) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set(tuple(one for one in self._chosen if one != place))

    def _make_responsible(self, place: SidePlace) -> None:
        """Moves a place to the front; the only one can be replaced from the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if place != self._chosen[0]:
            self._set((place, *(one for one in self._chosen if one != place)))

    def _set(self, places: Sequence[SidePlace]) -> None:
        if tuple(places) != self._chosen:
            self._chosen = tuple(places)
            self._show()
            self.changed.emit()

    def call_responsible(self, on: bool) -> None:
        """Calls the first of several places responsible, or not."""
        if on != self.first_is_responsible:
            self.first_is_responsible = on
            self._show()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        several = len(self._chosen) > 1 and self.first_is_responsible
        for place in self._chosen:
            self._flow.addWidget(self._chip(place, several=several))
        self.chips.setVisible(bool(self._chosen))
        self.chips.updateGeometry()
        absent = translate("Referrals", "{deputy} stands in for {person} these days.")
        words = [
            fill(absent, deputy=visible_controls(one.deputy), person=visible_controls(one.person))
            for one in self._chosen
            if one.deputy
        ]
        self._deputies.setText(" ".join(words))
        self._deputies.setVisible(bool(words))
        self.field.offer([(place_line(place), place) for place in self._offered()])
        asks = translate("Referrals", "A unit or a colleague…")
        if self._chosen:
            one_more, instead = translate("Referrals", "One more…"), translate("Referrals", "Instead of it…")
            asks = one_more if self.takes_many else instead
        self.field.setPlaceholderText(asks)

    def _chip(self, place: SidePlace, *, several: bool) -> FilterChip:
        name = place_words(place.unit, place.person)
        responsible = several and place == self._chosen[0]
        words = fill(translate("Referrals", "Responsible: {place}"), place=name) if responsible else name
        chip = FilterChip(words, is_set=True)
        tip = translate("Referrals", "Delete takes it away.")
        if several and not responsible:
            tip = translate("Referrals", "A click makes it the responsible one; Delete takes it away.")
        set_tip(chip, f"{name}\n{tip}")
        chip.clicked.connect(lambda _checked=False: self._make_responsible(place))
        chip.cleared.connect(lambda: self._remove(place))
        return chip


def place_line(place: SidePlace) -> str:
    """Returns a place as a line of a list: the clerk with the unit and a deputy, or the whole unit."""
    if not place.person:
        return fill(translate("Referrals", "{unit} (the whole unit)"), unit=visible_controls(place.unit))
    words = place_words(place.unit, place.person)
    if not place.deputy:
        return words
    beside = translate("Referrals", "{place} (deputy: {deputy})")
    return fill(beside, place=words, deputy=visible_controls(place.deputy))


def places_for(typed: str, lines: Iterable[tuple[str, SidePlace]]) -> list[tuple[str, SidePlace]]:
    """Returns the lines that contain every typed word; those that begin with the first word come first."""
    words = fold(typed).split()
    if not words:
        return list(lines)
    found = [(fold(line), line, place) for line, place in lines]
    fitting = [one for one in found if all(word in one[0] for word in words)]
    fitting.sort(key=lambda one: not one[0].startswith(words[0]))
    return [(line, place) for _folded, line, place in fitting]


class _PlaceField(TextField):
    """The field in which a few letters offer places. Up and Down choose, Enter or Tab picks, Escape closes."""

    picked = Signal(object)
    #: Backspace in the empty field.
    dropped = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Referrals", "Recipient of the referral"))
        self._lines: list[tuple[str, SidePlace]] = []
        self._shown: list[tuple[str, SidePlace]] = []
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_ROWS)
        #: Made when places are offered first, because it is a window of its own.
        self.list_view: QAbstractItemView | None = None
        #: Enter came before the places: their first line is taken when they come.
        self._takes_first = False
        self._completer.activated.connect(lambda _line: self._pick())
        self.textEdited.connect(self._narrow)

    def offer(self, lines: Sequence[tuple[str, SidePlace]]) -> None:
        """Sets the lines to choose from; opens the list for letters that came before the places."""
        self._lines = list(lines)
        if self._is_open() or (self.hasFocus() and self.text() and not self._shown):
            takes = self._takes_first
            self._narrow(self.text())
            if takes and self._is_open():
                self._pick()

    def _narrow(self, typed: str) -> None:
        self._takes_first = False
        self._shown = places_for(typed, self._lines)
        if not self._shown:
            self.close_list()
            return
        self._names.setStringList([line for line, _place in self._shown])
        shown = self.list_view or self._completer.popup()
        assert shown is not None
        if self.list_view is None:
            # Named before it is shown first: the style sheet gives it the border of a popup.
            shown.setObjectName("popup")
            shown.setAccessibleName(translate("Referrals", "Units and colleagues"))
            shown.setTextElideMode(Qt.TextElideMode.ElideRight)
            self.list_view = shown
        wide = max(self.width(), _LEAST_WIDE)
        # The list ends where the field ends, at the edge where reading begins.
        left = self.width() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        self._completer.complete(QRect(left, 0, wide, self.height()))
        shown.setCurrentIndex(self._names.index(0))

    def open(self) -> None:
        """Opens the list of places that fit what is typed."""
        self._narrow(self.text())

    def _is_open(self) -> bool:
        return self.list_view is not None and self.list_view.isVisible()

    def close_list(self) -> None:
        if self.list_view is not None:
            self.list_view.hide()

    def _pick(self) -> None:
        # Two clerks of a unit may have one name, so the row counts and not the line.
        row = self.list_view.currentIndex().row() if self.list_view is not None else -1
        self.close_list()
        self.clear()
        if 0 <= row < len(self._shown):
            self.picked.emit(self._shown[row][1])

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._is_open() and key in _OF_LIST:
            # The list has seen it first.
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.text().strip():
                self.open()
                self._takes_first = not self._lines
            else:
                self.finished.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self._is_open():
            self.open()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            self.open()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.isVisible():
            self.close_list()
