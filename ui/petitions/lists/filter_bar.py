"""The filter above the list as a sentence of chips.

For example: show all kinds in all units that are open, by nearest deadline. Each chip opens the choices for
its value, searched by typing. Delete, Backspace or its cross removes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.lists.filters import Grouping, ListFilter, Scope, conditions_set
from desktop_app.wording import translate
from ui.actions import make_action
from ui.guard import guarded
from ui.petitions.lists.filter_choices import FLAGS, GIVEN, grouping_words
from ui.petitions.lists.filter_finder import FilterFinder
from ui.petitions.lists.filter_words import (
    THAT,
    Names,
    condition_words,
    order_words,
    whole_sentence,
)
from ui.theme import theme
from ui.theme_tokens import VIEWS_BAR
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import FilterChip
from ui.widgets.flow import LEADS, FlowLayout
from ui.widgets.painting import hairline
from ui.widgets.plain import PlainLabel
from ui.widgets.search_box import SearchBox

_LINE: Final = 38


class PetitionFilterBar(QWidget):
    """Shows and edits the filter.

    `filter_changed` carries the new `ListFilter`; `failed` carries an exception.
    """

    filter_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, today: Callable[[], date], me: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today, self._me = today, me
        self._wanted = ListFilter()
        self._units: dict[int, str] = {}
        self._people: dict[int, str] = {}
        self._labels: dict[int, str] = {}
        self.finder = FilterFinder(self, self.wanted, self.names)
        self.kind, self.unit, self.scope = FilterChip(""), FilterChip(""), FilterChip("")
        self.words, self.order = FilterChip("", is_set=True), FilterChip("")
        self.grouping = FilterChip("", is_set=True)
        self.chips = {name: FilterChip("", is_set=True) for name in THAT}
        self._ands = {name: _joint(translate("Inbox", "and")) for name in THAT}
        self.since, self.of_one = self.chips["received"], self.chips["petitioner_id"]
        self.box = SearchBox(translate("Inbox", "Words, name or code"))
        self.box.setFixedWidth(200)
        self.add = IconButton("ph.magnifying-glass", translate("Inbox", "Search in this list"), key="Ctrl+F")
        self.more = IconButton(
            "ph.plus", translate("Inbox", "One condition more"), key="Ctrl+Shift+F", icon_side=16
        )
        self.clear = Button(translate("Inbox", "Clear the filter"), "link", size="small")
        self.arrange = IconButton("ph.sliders-horizontal", translate("Inbox", "Order, headings, columns"))
        self._that, self._with = _joint(translate("Inbox", "that")), _joint(translate("Inbox", "with"))
        self._under = _joint(translate("Inbox", "under headings by"))
        self._lay_out()
        self._wire()
        self._make_actions()
        self.box.hide()
        self.show_filter(self._wanted)

    def _lay_out(self) -> None:
        flow = self._flow = FlowLayout(_LINE, 7, (16, 0, 16, 0))
        self.setLayout(flow)
        parts: list[QWidget] = [
            _joint(translate("Inbox", "Show")), self.kind, _joint(translate("Inbox", "in")), self.unit,
            self._that, self.scope,
        ]  # fmt: skip
        for name, chip in self.chips.items():
            parts.extend((self._ands[name], chip))
        parts.extend(
            (self._with, self.words, _joint(translate("Inbox", "by")), self.order, self._under, self.grouping)
        )
        parts.extend((self.more, self.box, self.add, self.clear, self.arrange))
        for part in parts:
            flow.addWidget(part)

    def _wire(self) -> None:
        self.finder.changed.connect(lambda values: self.change(**values))
        self.finder.search_asked.connect(self.show_box)
        self.finder.failed.connect(self.failed)
        self.box.searched.connect(self.search)
        self.box.submitted.connect(lambda _text: self.hide_box())
        self.add.clicked.connect(lambda _checked=False: self.show_box())
        self.more.clicked.connect(lambda _checked=False: self.finder.ask_more())
        self.clear.clicked.connect(lambda _checked=False: self.clear_all())
        fixed = {"kind": self.kind, "unit_id": self.unit, "scope": self.scope}
        for name, chip in (*fixed.items(), *self.chips.items()):
            chip.clicked.connect(partial(self._on_chip, name))
            chip.cleared.connect(partial(self.drop, name))
        self.words.clicked.connect(lambda _checked=False: self.show_box())
        self.words.cleared.connect(lambda: self.search(""))
        self.order.clicked.connect(lambda _checked=False: self.finder.ask_order())
        self.grouping.clicked.connect(lambda _checked=False: self.finder.ask_grouping())
        self.grouping.cleared.connect(lambda: self.change(grouping=Grouping.FITTING))

    def _make_actions(self) -> None:
        make_action(self, translate("Inbox", "One condition more"), self.finder.ask_more, key="Ctrl+Shift+F")
        make_action(self, translate("Inbox", "Clear the filter"), self.clear_all)
        make_action(self, translate("Inbox", "Order of the list"), self.finder.ask_order)
        make_action(self, translate("Inbox", "Headings of the list"), self.finder.ask_grouping)

    # What is shown

    def wanted(self) -> ListFilter:
        return self._wanted

    def know_units(self, units: Sequence[tuple[int, str]]) -> None:
        self._units = dict(units)
        self.show_filter(self._wanted)

    def know_people(self, people: Mapping[int, str], services: Sequence[str] = ()) -> None:
        """Sets the possible assignees (id to name) and the titles of the catalogue, for chips and choices."""
        self._people, self.finder.subjects = dict(people), tuple(services)
        self.show_filter(self._wanted)

    def know_labels(self, labels: Mapping[int, str]) -> None:
        """Sets the labels of the office (id to name)."""
        self._labels = dict(labels)
        self.show_filter(self._wanted)

    def names(self) -> Names:
        return Names(self._today(), self._me, self._units, self._people, self._labels)

    def show_filter(self, wanted: ListFilter) -> None:
        """Shows this filter without emitting `filter_changed`."""
        names = self.names()
        sentence = whole_sentence(wanted, names)
        if wanted == self._wanted and sentence == self.accessibleName():
            return
        self._wanted = wanted
        self.kind.show_condition(condition_words(wanted, "kind", names), is_set=wanted.kind is not None)
        self.unit.show_condition(condition_words(wanted, "unit_id", names), is_set=wanted.unit_id is not None)
        self.scope.show_condition(
            condition_words(wanted, "scope", names), is_set=wanted.scope is not Scope.ANY
        )
        # A state already determines whether a petition is open.
        self.scope.setHidden(wanted.status is not None)
        first = wanted.status is not None
        for name, chip in self.chips.items():
            words = condition_words(wanted, name, names)
            chip.show_condition(words, is_set=True)
            chip.setVisible(bool(words))
            self._ands[name].setVisible(bool(words) and not first)
            first = first and not words
        self.words.show_condition(condition_words(wanted, "query", names), is_set=True)
        self.words.setVisible(bool(wanted.query))
        self._with.setVisible(bool(wanted.query))
        self.order.show_condition(order_words(wanted), is_set=False)
        grouped = wanted.grouping is not Grouping.FITTING
        self.grouping.show_condition(grouping_words(wanted.grouping), is_set=True)
        self.grouping.setVisible(grouped)
        self._under.setVisible(grouped)
        self.clear.setVisible(bool(set(conditions_set(wanted)) - {"scope"}))
        self.setAccessibleName(sentence)
        self._fit()

    def show_box(self) -> None:
        """Opens the search field and focuses it."""
        self.box.setText(self._wanted.query)
        self.box.show()
        self.add.hide()
        self._fit()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def hide_box(self) -> None:
        """Closes the search field. Its words remain as a condition."""
        self.box.hide()
        self.add.show()
        self._fit()

    def _fit(self) -> None:
        lines = self._flow.heightForWidth(max(self.width(), 400)) // _LINE
        self.setFixedHeight(max(VIEWS_BAR, lines * _LINE + VIEWS_BAR - _LINE))
        self._flow.invalidate()

    # Choosing

    def search(self, text: str) -> None:
        """Searches for words within the current filter."""
        self.change(query=text.strip())

    def drop(self, name: str) -> None:
        """Removes a condition."""
        self.change(**{name: Scope.ANY if name == "scope" else getattr(ListFilter(), name)})

    def clear_all(self) -> None:
        """Removes all conditions. View, sort order and headings are kept."""
        now = self._wanted
        self._change_to(ListFilter(now.view, order=now.order, backwards=now.backwards, grouping=now.grouping))

    def change(self, **values: object) -> None:
        """Sets fields of the filter. Emits `filter_changed` if it differs."""
        self._change_to(replace(self._wanted, **values))  # type: ignore[arg-type]

    def _change_to(self, wanted: ListFilter) -> None:
        if wanted != self._wanted:
            self.show_filter(wanted)
            self.filter_changed.emit(wanted)

    def _on_chip(self, name: str, _checked: bool = False) -> None:
        if name in FLAGS or name in GIVEN:
            self.drop(name)
        else:
            self.finder.ask(name)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().base)
        hairline(painter, box)


def _joint(words: str) -> PlainLabel:
    """Returns a label with a word between the chips."""
    label = PlainLabel(words, "secondary", "text2")
    label.setProperty(LEADS, True)
    return label
