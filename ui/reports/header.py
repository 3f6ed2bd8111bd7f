"""The header of the dashboard: period and scope, issue state, and commands for the printed report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from desktop_app.petitions.lists.filters import several, values_of
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.reports.heading import accessible_words
from desktop_app.reports.numbers import as_of_words
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.actions import key_of, tip
from ui.guard import guarded
from ui.reports.issued_words import state_words
from ui.reports.made import NOW, MadeReport, ReportOptions
from ui.reports.period_picker import PeriodPicker
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button, IconButton, Variant
from ui.widgets.menu_below import popup_below
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel, set_tip

_PICKERS = 44
#: Margins of the header, and the spaces between its parts, in pixels.
_BETWEEN = 64


class ReportHeader(QWidget):
    """The pickers of a report, which appear with `offer`.

    Emits `wanted` for every change of the scope, and `list_wanted` for the list of issued reports. Emits
    `edition_wanted` with the number of an edition or `NOW`.
    """

    wanted = Signal()
    edition_wanted = Signal(int)
    list_wanted = Signal()

    def __init__(self, preview: QAction, files: tuple[QAction, ...], issue: QAction) -> None:
        """`files` are the commands that print and save, below one button."""
        super().__init__()
        self.picker: PeriodPicker | None = None
        self.unit_button = Button("", menu_caret=True)
        self.filter_button = Button("", icon="ph.funnel", menu_caret=True)
        words = translate("Reports", "Filter")
        self.filter_button.setAccessibleName(words)
        set_tip(self.filter_button, words)
        self.state_button = Button("", "ghost", menu_caret=True)
        self.scope: ReportScope | None = None
        self._choice: ReportOptions | None = None
        self._made: MadeReport | None = None
        self.title = PlainLabel(translate("Reports", "Dashboard"), "heading", bold=True)
        #: The time of the figures, where they come from a standby.
        self.as_of = PlainLabel("", "secondary", "text2")
        self.as_of.hide()
        self._files = files
        self.files_button = Button(translate("Reports", "Print or save"), menu_caret=True)
        self.preview_button = IconButton(
            "ph.file-text", translate("Reports", "Print preview"), key=key_of(preview), side=32
        )
        self.preview_button.clicked.connect(preview.trigger)
        preview.changed.connect(lambda: self.preview_button.setEnabled(preview.isEnabled()))
        self.back_button = Button(translate("Reports", "Dashboard"), icon="ph.chart-bar")
        set_tip(self.back_button, tip(self.back_button.text(), key_of(preview)))
        self.back_button.clicked.connect(preview.trigger)
        self.back_button.hide()
        self.issue_button = _button(issue, "ph.pencil-line", "primary")
        self._choosers, self._commands = QWidget(), QWidget()
        self._pickers = _in_a_row(self._choosers, self.unit_button, self.filter_button)
        commands = (self.as_of, self.state_button, self.preview_button, self.back_button, self.files_button)
        _in_a_row(self._commands, *commands, self.issue_button)
        self._grid = QGridLayout(self)
        set_margins(self._grid, 20, 0, 12, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._in_one_line: bool | None = None
        self._fold()
        self.files_button.clicked.connect(lambda: _popup(self.files_menu(), self.files_button))
        for chooser in (self.unit_button, self.filter_button, self.state_button):
            chooser.hide()
        self.unit_button.clicked.connect(lambda: _popup(self.unit_menu(), self.unit_button))
        self.filter_button.clicked.connect(lambda: _popup(self.filter_menu(), self.filter_button))
        self.state_button.clicked.connect(lambda: _popup(self.state_menu(), self.state_button))

    def offer(self, choice: ReportOptions) -> None:
        """Creates the pickers and selects what the reader chose last, or the latest month."""
        self._choice = choice
        self.scope = choice.kept.scope if choice.kept else ReportScope(Period.month(choice.latest))
        self.picker = PeriodPicker(choice.latest, choice.yesterday)
        self.picker.show_period(self.scope.period)
        self.picker.changed.connect(self._on_period)
        self._pickers.insertWidget(0, self.picker)
        before: QWidget = self.picker
        for stop in (
            *self.picker.stops(),
            self.unit_button,
            self.filter_button,
            self.state_button,
            self.preview_button,
            self.back_button,
            self.files_button,
            self.issue_button,
        ):
            self.setTabOrder(before, stop)
            before = stop
        for chooser in (self.unit_button, self.filter_button):
            chooser.show()
        self._label()

    def renew(self, choice: ReportOptions) -> None:
        """Takes over units, colleagues and the reach of the reader, and keeps the scope."""
        self._choice = choice
        self._label()

    def choose(self, **values: Any) -> None:
        """Changes some fields of the scope, and emits `wanted` where something differs."""
        assert self.scope is not None
        scope = replace(self.scope, **values)
        if scope != self.scope:
            self.show_scope(scope)
            self.wanted.emit()

    def show_scope(self, scope: ReportScope) -> None:
        """Shows another scope without emitting a signal."""
        self.scope = scope
        if self.picker is not None:
            self.picker.show_period(scope.period)
        self._label()

    def show_made(self, made: MadeReport | None) -> None:
        """Shows whether the current report was issued."""
        self._made = made
        self.state_button.setVisible(made is not None)
        if made is not None:
            self.state_button.setText(state_words(made))
            self.state_button.updateGeometry()
        self._label()
        self.show_as_of(made.report.as_of if made is not None else None)

    def show_as_of(self, moment: datetime | None) -> None:
        """Shows the time of figures that come from a standby; nothing for those from the primary."""
        words = translate("Reports", "As of {moment}, read on the standby server")
        self.as_of.setText(fill(words, moment=as_of_words(moment)) if moment is not None else "")
        self.as_of.setVisible(moment is not None)

    def show_previewed(self, previewed: bool) -> None:
        """Offers the way back to the dashboard in place of that to the printed pages."""
        self.preview_button.setVisible(not previewed)
        self.back_button.setVisible(previewed)

    # Lines

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """Returns the size in two lines, or the window could not become narrower than one line."""
        title, choosers, commands = (
            part.minimumSizeHint().width() for part in (self.title, self._choosers, self._commands)
        )
        return QSize(max(choosers, title + commands) + _BETWEEN, self.height())

    def _fold(self) -> None:
        """Puts the choosers into a line of their own where all do not fit beside each other."""
        parts = (self.title, self._choosers, self._commands)
        room = sum(part.sizeHint().width() for part in parts) + _BETWEEN
        in_one_line = room <= self.width()
        if in_one_line == self._in_one_line:
            return
        self._in_one_line = in_one_line
        for part in parts:
            self._grid.removeWidget(part)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self._commands, 0, 3)
        if in_one_line:
            self._grid.addWidget(self._choosers, 0, 1)
        else:
            self._grid.addWidget(self._choosers, 1, 0, 1, 4)
        self.setFixedHeight(PAGE_HEADER if in_one_line else PAGE_HEADER + _PICKERS)

    # Menus

    def files_menu(self) -> QMenu:
        """Returns the menu of commands that print and save."""
        menu = QMenu(self)
        menu.addActions(self._files)
        return menu

    def unit_menu(self) -> QMenu:
        """Returns the menu of units."""
        assert self._choice is not None
        assert self.scope is not None
        choices: list[tuple[object, str]] = [(None, self._everything())]
        choices += [(unit.id, unit.name) for unit in self._choice.units]
        return _one_of(QMenu(self), choices, self.scope.unit_id, lambda found: self.choose(unit_id=found))

    def filter_menu(self) -> QMenu:
        """Returns the menu of kinds and channels (multiple choice) and colleagues (single choice)."""
        assert self._choice is not None
        assert self.scope is not None
        menu = QMenu(self)
        for family, codes, chosen in (
            ("kind", list(Kind), self.scope.kind),
            ("channel", list(Channel), self.scope.channel),
        ):
            name = translate("Reports", "Kind") if family == "kind" else translate("Reports", "Channel")
            below = menu.addMenu(name)
            now = set(values_of(chosen))
            for code in codes:
                action = below.addAction(label(family, code.value))
                action.setCheckable(True)
                action.setChecked(code.value in now)
                toggled = several(sorted(now ^ {code.value}))
                action.triggered.connect(partial(self._toggle, family, toggled))
        people: list[tuple[object, str]] = [(None, translate("Reports", "All colleagues"))]
        people += list(self._choice.people)
        _one_of(
            menu.addMenu(translate("Reports", "Colleague")),
            people,
            self.scope.person_id,
            lambda found: self.choose(person_id=found),
        )
        if self._filtered():
            menu.addSeparator()
            nothing = {"kind": None, "channel": None, "person_id": None}
            menu.addAction(translate("Reports", "Without these"), lambda: self.choose(**nothing))
        return menu

    def state_menu(self) -> QMenu:
        """Returns the menu of editions, current figures, and the list of all issued reports."""
        assert self._made is not None
        menu, shown = QMenu(self), self._made.shown
        editions: list[tuple[object, str]] = [
            (row.issue.edition, state_words(replace(self._made, shown=row))) for row in self._made.editions
        ]
        if editions:
            editions.append((NOW, translate("Reports", "As it is counted now")))
            now = shown.issue.edition if shown is not None else NOW
            _one_of(menu, editions, now, self.edition_wanted.emit)
            menu.addSeparator()
        menu.addAction(translate("Reports", "All issued reports…"), self.list_wanted.emit)
        return menu

    def _toggle(self, family: str, value: object, _checked: bool = False) -> None:
        self.choose(**{family: value})

    def _on_period(self) -> None:
        assert self.picker is not None
        self.choose(period=self.picker.period())

    def _filtered(self) -> list[str]:
        """Returns the names of the active filters."""
        if self.scope is None or self._choice is None:
            return []
        words = [label("kind", str(one)) for one in values_of(self.scope.kind)]
        words += [label("channel", str(one)) for one in values_of(self.scope.channel)]
        return words + [name for number, name in self._choice.people if number == self.scope.person_id]

    def _within(self) -> tuple[str, ...] | None:
        """Returns the units of a reader who sees only a part of the office; an issued report is complete."""
        assert self._choice is not None
        issued = self._made is not None and self._made.shown is not None
        return None if issued else self._choice.within

    def _everything(self) -> str:
        """Names what is counted without a chosen unit."""
        within = self._within()
        if within is None:
            return translate("Reports", "All units")
        # More names would not fit beside the other pickers; the tip and the title have them.
        return accessible_words(within if len(within) == 1 else ())

    def _label(self) -> None:
        if self._choice is None or self.scope is None:
            return
        names = {unit.id: unit.name for unit in self._choice.units}
        within = self._within()
        set_tip(self.unit_button, accessible_words(within) if within is not None else "")
        self.unit_button.setText(names.get(self.scope.unit_id or 0, self._everything()))
        # Without a filter the icon is enough, so that more fits into one line.
        self.filter_button.setText(translate("Window", ", ").join(self._filtered()))
        for button in (self.unit_button, self.filter_button):
            button.updateGeometry()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))


def _one_of(
    menu: QMenu, choices: list[tuple[object, str]], chosen: object, take: Callable[[Any], None]
) -> QMenu:
    group = QActionGroup(menu)
    for code, name in choices:
        action = menu.addAction(name.replace("&", "&&"), partial(take, code))
        action.setCheckable(True)
        action.setChecked(code == chosen)
        group.addAction(action)
    return menu


def _in_a_row(owner: QWidget, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _popup(menu: QMenu, button: QPushButton) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    popup_below(menu, button)


def _button(action: QAction, icon: str, variant: Variant) -> Button:
    """Returns the button of a command, with its shortcut only in the tooltip to save space."""
    made = Button(action.text(), variant, icon=icon)
    set_tip(made, tip(action.text(), key_of(action)))
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setVisible(action.isVisible())
        if made.text() != action.text():
            made.setText(action.text())
            made.updateGeometry()

    action.changed.connect(follow)
    follow()
    return made
