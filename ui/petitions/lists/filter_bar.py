"""The filter above the list as a sentence of chips.

For example: show all kinds in all units that are open, by nearest deadline. Each chip opens the choices for
its value, searched by typing. Delete, Backspace or its cross removes it. The sentence has one line: what does not
fit is behind one chip.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.petitions.lists.filters import ARRANGEMENT, Grouping, ListFilter, Scope, View, conditions_set
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
from ui.petitions.lists.folded_conditions import FoldedConditions, SentencePart
from ui.theme import theme
from ui.theme_tokens import VIEWS_BAR
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import FilterChip
from ui.widgets.painting import hairline
from ui.widgets.plain import PlainLabel
from ui.widgets.search_box import SearchBox

_GAP: Final = 7
_EDGE: Final = 16


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
        #: How the person arranged the list; a search and a list from elsewhere are arranged in their own way.
        self._own = _arrangement(self._wanted)
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
        self.folded = FoldedConditions(
            [
                (lambda: translate("Inbox", "One condition more"), self.finder.ask_more),
                (lambda: translate("Inbox", "Search in this list"), self.show_box),
                (lambda: translate("Inbox", "Clear the filter"), self.clear_all),
            ]
        )
        self._by, self._searching = _joint(translate("Inbox", "by")), False
        #: Widgets that belong to the current sentence, whether they fit or not.
        self._said: set[QWidget] = set()
        self._lay_out()
        self._wire()
        self._make_actions()
        self.show_filter(self._wanted)

    def _lay_out(self) -> None:
        show, within = _joint(translate("Inbox", "Show")), _joint(translate("Inbox", "in"))
        self._parts = [
            SentencePart("kind", (show, self.kind), self.kind.text),
            SentencePart("unit_id", (within, self.unit), self.unit.text),
            SentencePart("scope", (self._that, self.scope), self.scope.text),
            *(SentencePart(name, (self._ands[name], chip), chip.text) for name, chip in self.chips.items()),
            SentencePart("query", (self._with, self.words), self.words.text),
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.setSpacing(_GAP)
        for part in self._parts:
            for widget in part.widgets:
                row.addWidget(widget)
        row.addWidget(self.folded)
        for widget in (
            self._by,
            self.order,
            self._under,
            self.grouping,
            self.more,
            self.box,
            self.add,
            self.clear,
        ):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.arrange)
        self.setFixedHeight(VIEWS_BAR)

    def _wire(self) -> None:
        self.finder.changed.connect(lambda values: self.change(**values))
        self.finder.search_asked.connect(self.show_box)
        self.finder.failed.connect(self.failed)
        self.box.searched.connect(self.search)
        self.box.submitted.connect(lambda _text: self.hide_box())
        self.add.clicked.connect(lambda _checked=False: self.show_box())
        self.more.clicked.connect(lambda _checked=False: self.finder.ask_more())
        self.clear.clicked.connect(lambda _checked=False: self.clear_all())
        self.folded.change_asked.connect(self._on_chip)
        self.folded.drop_asked.connect(self.drop)
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
        conditions = {name: condition_words(wanted, name, names) for name in self.chips}
        for name, words in conditions.items():
            self.chips[name].show_condition(words, is_set=True)
        self.words.show_condition(condition_words(wanted, "query", names), is_set=True)
        self.order.show_condition(order_words(wanted), is_set=False)
        self.grouping.show_condition(grouping_words(wanted.grouping), is_set=True)
        self._said = self._sentence(wanted, [name for name, words in conditions.items() if words])
        self.setAccessibleName(sentence)
        self._fit()

    def _sentence(self, wanted: ListFilter, conditions: Sequence[str]) -> set[QWidget]:
        """Returns the widgets of the sentence; `conditions` are the names of those that are set."""
        said: set[QWidget] = {self.order}
        for part in self._parts[:2]:
            said.update(part.widgets)
        # A state already determines whether a petition is open.
        with_scope = wanted.status is None
        if with_scope:
            said.add(self.scope)
        if with_scope or conditions:
            said.add(self._that)
        for at, name in enumerate(conditions):
            said.add(self.chips[name])
            if at or with_scope:
                said.add(self._ands[name])
        if wanted.query:
            said.update((self._with, self.words))
        if wanted.grouping is not Grouping.FITTING:
            said.update((self._under, self.grouping))
        if set(conditions_set(wanted)) - {"scope"}:
            said.add(self.clear)
        return said

    def show_box(self) -> None:
        """Opens the search field and focuses it."""
        self.box.setText(self._wanted.query)
        self._searching = True
        self._fit()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def hide_box(self) -> None:
        """Closes the search field. Its words remain as a condition."""
        self._searching = False
        self._fit()

    def _fit(self) -> None:
        """Shows as much of the sentence as the line has room for."""
        set_names = frozenset(conditions_set(self._wanted))
        parts = [part for part in self._parts if part.widgets[-1] in self._said]
        gives_way = sorted(parts, key=lambda part: _rank(part.name, set_names), reverse=True)
        for count in range(len(parts) + 1):
            folded = [part for part in parts if part in gives_way[:count]]
            kept = [part for part in parts if part not in folded]
            self.folded.show_parts(folded, set_names, some_in_sight=bool(set_names & {p.name for p in kept}))
            for spare in (False, True):
                shown = self._shown_with(kept, folded=bool(folded), spare=spare)
                if self._width_of(shown) <= self.width():
                    self._show_only(shown)
                    return
        self._show_only({self.folded, self.order})

    def _shown_with(self, parts: Sequence[SentencePart], *, folded: bool, spare: bool) -> set[QWidget]:
        """Returns the visible widgets for these parts; `spare` leaves out what is in the menu of the chip as well."""
        shown = {widget for part in parts for widget in part.widgets if widget in self._said}
        if self._that in self._said and not shown.isdisjoint((self.scope, *self.chips.values())):
            shown.add(self._that)
        shown |= {self.order, self.arrange, self._by}
        shown |= {self.box} if self._searching else set()
        if folded:
            shown.add(self.folded)
        if folded and spare:
            return shown if parts else shown - {self._by}
        shown |= {self._under, self.grouping, self.clear} & self._said
        return shown | {self.more} | (set() if self._searching else {self.add})

    def _width_of(self, shown: set[QWidget]) -> int:
        widths = [self.box.width() if part is self.box else part.sizeHint().width() for part in shown]
        return sum(widths) + _GAP * len(shown) + 2 * _EDGE

    def _show_only(self, shown: set[QWidget]) -> None:
        row = self.layout()
        assert row is not None
        for at in range(row.count()):
            item = row.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(widget in shown)

    # Choosing

    def search(self, text: str) -> None:
        """Searches for words within the current filter."""
        self.change(query=text.strip())

    def drop(self, name: str) -> None:
        """Removes a condition."""
        self.change(**{name: Scope.ANY if name == "scope" else getattr(ListFilter(), name)})

    def clear_all(self) -> None:
        """Removes all conditions and the words of the search. View, headings and the person's own order are kept."""
        self.box.setText("")
        self.hide_box()
        self._change_to(self.arranged(self._wanted.view))

    def arranged(self, view: View) -> ListFilter:
        """Returns the list of a view without conditions, arranged as the person did."""
        return replace(ListFilter(view), **self._own)  # type: ignore[arg-type]

    def change(self, **values: object) -> None:
        """Sets fields of the filter. Emits `filter_changed` if it differs."""
        self._change_to(replace(self._wanted, **values))  # type: ignore[arg-type]

    def _change_to(self, wanted: ListFilter) -> None:
        if wanted != self._wanted:
            before = _arrangement(self._wanted)
            self._own |= {
                name: value for name, value in _arrangement(wanted).items() if value != before[name]
            }
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


def _rank(name: str, set_names: frozenset[str]) -> int:
    """Returns how long a part stays in sight: words longest, what is not set shortest, later conditions before."""
    order = ("query", "kind", "unit_id", "scope", *THAT)
    return order.index(name) + (0 if name in set_names else len(order))


def _arrangement(wanted: ListFilter) -> dict[str, object]:
    """Returns order, direction and headings of a list."""
    return {name: getattr(wanted, name) for name in ARRANGEMENT - {"depth"}}


def _joint(words: str) -> PlainLabel:
    """Returns a label with a word between the chips."""
    return PlainLabel(words, "secondary", "text2")
