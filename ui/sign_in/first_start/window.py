"""The window of the first start of a PC: language, place of the data, account, letterhead.

Nothing is written to the disk before a place was chosen: the file of this PC is made with its first administrator,
and the settings of a department's PC are saved when the connection has been tested.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.settings import Settings
from desktop_app.wording import translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.sign_in.brand_panel import NARROW
from ui.sign_in.first_start.account_page import AccountPage
from ui.sign_in.first_start.language_page import LanguagePage
from ui.sign_in.first_start.letterhead_page import LetterheadPage
from ui.sign_in.first_start.page import Page
from ui.sign_in.first_start.place_page import DEPARTMENT, PlacePage
from ui.sign_in.first_start.steps_panel import StepsPanel, StepsStrip, StepWords
from ui.sign_in.form import program_name
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.page_stack import PageStack
from ui.widgets.painting import right_to_left, set_margins
from ui.widgets.plain import PlainLabel
from ui.window_place import PREFERRED

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.staff.roles import Actor

_COLUMN: Final = 600
_LANGUAGE, _PLACE, _ACCOUNT, _LETTERHEAD = range(4)


class FirstStartWindow(QWidget):
    """Emits `signed_in` as the sign-in window does; `language_chosen` asks for a window in that language."""

    signed_in = Signal(object, object, object, str)
    language_chosen = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        #: Whether the rows of a test are to be seen.
        self._following = False
        self._came_in: tuple[Services, Actor, Settings, str] | None = None
        act, program = translate("FirstStart", "First start"), translate("Window", "Mosharekat")
        self.setWindowTitle(f"{act} — {program}")
        self.language = LanguagePage(settings)
        self.place = PlacePage(settings)
        self.account = AccountPage(settings)
        self.letterhead = LetterheadPage()
        self._pages: tuple[Page, ...] = (self.language, self.place, self.account, self.letterhead)
        self.stack = PageStack()
        for page in self._pages:
            self.stack.add_page(page)
            page.changed.connect(self._dress)
            page.done.connect(self._on_done)
        self.language.language_chosen.connect(self.language_chosen)
        self.place.chosen.connect(self.account.use)
        self.place.followed.connect(self._follow)
        self.account.came_in.connect(self._on_came_in)
        self.title = PlainLabel("", "title", wrap=True)
        self.about = PlainLabel("", "interface", "text2", wrap=True)
        self.note = PlainLabel("", "secondary", "text2", wrap=True)
        self._note_row = QWidget()
        self.why = PlainLabel("", "secondary", "text2", wrap=True)
        edge = Qt.AlignmentFlag.AlignLeft if right_to_left() else Qt.AlignmentFlag.AlignRight
        self.why.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        back = translate("FirstStart", "Back")
        self.back_button = Button(back, size="large", flush=True, icon="ph.arrow-left")
        self.later_button = Button(translate("FirstStart", "Later"), "ghost", size="large", flush=True)
        self.next_button = Button("", "primary", size="large", flush=True)
        self.next_button.setMinimumWidth(96)
        self.back_button.clicked.connect(lambda _checked=False: self.go_back())
        self.later_button.clicked.connect(lambda _checked=False: self._finish())
        self.next_button.clicked.connect(lambda _checked=False: self.page.advance())
        self.panel, self.strip = StepsPanel(), StepsStrip()
        self._logo_row = QWidget()
        self._build()
        self.resize(PREFERRED)
        self.show_page(_LANGUAGE)

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages[self.stack.place()]

    def go_back(self) -> None:
        """Shows the page before."""
        if self.page.may_go_back() and self.stack.place() > 0:
            self.show_page(self.stack.place() - 1)

    # Pages

    def show_page(self, place: int) -> None:
        """Shows a page, from 0."""
        self._following = False
        self.stack.bring_place(place)
        self._order()
        self._dress()
        self._scroll.verticalScrollBar().setValue(0)
        self.page.focus_first()

    def _on_done(self) -> None:
        if self.stack.place() == _LETTERHEAD:
            self._finish()
        else:
            self.show_page(self.stack.place() + 1)

    def _on_came_in(self, services: Services, actor: Actor, settings: Settings, not_kept: str) -> None:
        from desktop_app.staff.roles import Role  # noqa: PLC0415 - after somebody came in

        self._came_in = (services, actor, settings, not_kept)
        editable = actor.has(Role.ADMINISTRATOR) and (
            self.account.entrance.made_first or not settings.is_department
        )
        self.letterhead.show_office(services, actor, editable=editable)

    def _finish(self) -> None:
        if self._came_in is not None:
            self.signed_in.emit(*self._came_in)

    def _dress(self) -> None:
        page, place = self.page, self.stack.place()
        if place <= _PLACE:
            self.account.department = self.place.cards.value() == DEPARTMENT
            self.letterhead.department = self.account.department
        self.title.setText(page.title())
        self.about.setText(page.about())
        self.about.setVisible(bool(page.about()))
        self.note.setText(page.note())
        self._note_row.setVisible(bool(page.note()))
        self.why.setText(page.why())
        self.back_button.setVisible(place > 0 and page.may_go_back())
        self.later_button.setVisible(page.may_skip())
        self.next_button.setText(page.next_words())
        self.next_button.updateGeometry()
        self.next_button.setEnabled(page.ready())
        names = (
            translate("FirstStart", "Language"),
            translate("FirstStart", "Place of the data"),
            self.account.step_name(),
            translate("FirstStart", "Name of the office and letterhead"),
        )
        steps = tuple(StepWords(name, one.step_words()) for name, one in zip(names, self._pages, strict=True))
        self.panel.show_steps(steps, place)
        self.strip.show_steps(steps, place)

    def _order(self) -> None:
        """Sets the order of Tab: the fields of the page, then back and next."""
        order = [*self.page.tab_order(), self.back_button, self.later_button, self.next_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # Keys

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if not self.page.stop():
                self.go_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        """Enter presses the button that has the focus, else “Continue”; forms of an account go on by themselves."""
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox):
            focus.click()
        elif not (self.page is self.account and isinstance(focus, QLineEdit)) and self.page.ready():
            self.page.advance()

    # Widgets

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().pane)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _follow(self) -> None:
        """Scrolls to the rows of a test, also when they are laid out later."""
        self._following = True
        self._scroll.ensureWidgetVisible(self.place.test, 0, 8)

    def _on_range(self) -> None:
        self._keep_in_line()
        if self._following and self.page is self.place:
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.place.test, 0, 8))

    def _keep_in_line(self) -> None:
        """Keeps the buttons under the column while a scroll bar takes room from it."""
        bar = self._scroll.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() > 0 else 0
        set_margins(self._foot_row, 24, 0, 24 + room, 0)

    def _fold(self) -> None:
        narrow = self.width() < NARROW
        self.panel.setVisible(not narrow)
        self.strip.setVisible(narrow)
        self._logo_row.setVisible(not narrow)
        self._column.setContentsMargins(0, 24 if narrow else 56, 0, 8)

    def _build(self) -> None:
        name = program_name()
        name.setContentsMargins(0, 0, 0, 32)
        self._logo_row.setLayout(name)
        body = QWidget()
        body.setMaximumWidth(_COLUMN)
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._logo_row)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addSpacing(12)
        column.addWidget(self.stack, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = _centred(body)
        self._scroll.setWidget(page)
        # Transparent: the window has the background.
        page.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.strip)
        side.addWidget(self._scroll, 1)
        foot = self._foot()
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._on_range())
        self._foot_row = _in_the_middle(foot)
        side.addLayout(self._foot_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side, 7)
        row.addWidget(self.panel, 5)

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 8, 0, 24)
        column.setSpacing(12)
        noted = QHBoxLayout(self._note_row)
        noted.setContentsMargins(0, 0, 0, 0)
        noted.setSpacing(8)
        noted.addWidget(_InfoMark())
        noted.addWidget(self.note, 1)
        column.addWidget(self._note_row)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addWidget(self.why, 1)
        row.addWidget(self.later_button)
        row.addWidget(self.next_button)
        column.addLayout(row)
        return foot


class _InfoMark(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, 18)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_icon(QPainter(self), QRectF(self.rect()), "ph.info", theme().text2)


def _centred(part: QWidget) -> QWidget:
    page = QWidget()
    page.setLayout(_in_the_middle(part))
    return page


def _in_the_middle(part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 24, 0)
    row.addStretch()
    row.addWidget(part, 1000)
    row.addStretch()
    return row
