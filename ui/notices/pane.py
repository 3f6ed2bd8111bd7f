"""The pane of notices: cards under tabs, seen and unseen, and the page of what to be told."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.guard import guarded
from ui.notices.cards import COMMANDS, CardList, rows_of
from ui.notices.wishes_page import WishesPage
from ui.notices.words import topic_word
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.side_pane import PaneHead
from ui.widgets.skeleton import Skeleton
from ui.widgets.state_stack import StateStack
from ui.widgets.status_line import StatusLine
from ui.widgets.tabs import ViewTabs

if TYPE_CHECKING:
    from desktop_app.reports.notices.model import Notice, NoticeList

_ALL: Final = "all"


class NoticesPane(QWidget):
    """Shows the notices of a person; what its signals ask for the bell does."""

    #: A button of a card: its command and the notice.
    pressed = Signal(str, object)
    #: Notices are to be marked as seen or unseen: keys with marks.
    marked = Signal(object)
    all_seen = Signal()
    muted_chosen = Signal(object)
    closed = Signal()
    retried = Signal()

    def __init__(self, told: Iterable[str]) -> None:
        super().__init__()
        self.found: NoticeList | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Notices", "Notices"))
        self.list = CardList()
        self.list.pressed.connect(self.pressed)
        self.list.picked.connect(lambda _row: self._allow())
        self.wishes = WishesPage(told)
        self.wishes.chosen.connect(self.muted_chosen)
        self.wishes.left.connect(self.leave_wishes)
        self.tabs = ViewTabs([(_ALL, topic_word(_ALL))], translate("Notices", "Notices"), pills=True)
        self.tabs.setMinimumWidth(1)
        self.tabs.changed.connect(lambda _topic: self._show())
        self._more = PlainLabel(
            translate("Bell", "There is more; the inbox has all of it."), "header", "text2", wrap=True
        )
        self._tried = PlainLabel("", "header", "text2", wrap=True)
        for label in (self._more, self._tried):
            label.setContentsMargins(16, 4, 16, 4)
            label.hide()
        self._make_actions()
        self._lay_out()

    def _make_actions(self) -> None:
        down, up = translate("Notices", "Next notice"), translate("Notices", "Previous notice")
        for words, key, step in ((down, "J", 1), (up, "K", -1)):
            make_action(
                self, words, partial(self.list.step, step), key=key, in_palette=False, everywhere=False
            )
        self.unseen_action = make_action(
            self,
            translate("Notices", "Mark as not seen"),
            self._unsee,
            key="U",
            everywhere=False,
            writes=True,
        )
        names = {
            "done": translate("Bell", "Done"),
            "again": translate("Bell", "Try again"),
            "take": translate("Move", "Take"),
            "later": translate("Bell", "Tomorrow"),
        }
        for key, command in COMMANDS.items():
            make_action(
                self,
                names[command],
                partial(self.list.press, command),
                key=key,
                everywhere=False,
                writes=True,
            )

    def _lay_out(self) -> None:
        self.all_button = Button(translate("Notices", "All seen"), "ghost", icon="ph.check", writes=True)
        self.all_button.clicked.connect(self.all_seen)
        self.gear = IconButton("ph.gear-six", translate("Notices", "What to be told"))
        self.gear.clicked.connect(self.show_wishes)
        self.head = PaneHead(translate("Notices", "Notices"), (self.all_button, self.gear))
        self.head.closed.connect(self.closed)
        self.pages = StateStack()
        for page in (self.list, self.wishes):
            self.pages.addWidget(page)
        bar = _TabsBar(self.tabs)
        self._bar = bar
        hints = (
            (("J", "K"), translate("Notices", "move")),
            (("Enter",), translate("Notices", "Open")),
            (("U",), translate("Notices", "Not seen")),
            (("Esc",), translate("SidePane", "Close")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self._more)
        column.addWidget(self._tried)
        column.addWidget(StatusLine(hints))
        self._show_state(Skeleton("rows"))

    def show_found(self, found: NoticeList) -> None:
        """Replaces the notices. The current one stays current; if it is gone, the one in its place."""
        self.found = found
        self.list.today = found.today
        self._tried.setText(found.tried)
        self.wishes.show_muted(told.value for told in found.muted)
        counts: dict[str, int] = {_ALL: len(found.notices)}
        for notice in found.notices:
            counts[notice.topic.value] = counts.get(notice.topic.value, 0) + 1
        topics = [_ALL, *(topic for topic in _topics() if topic in counts)]
        for topic in topics:
            self.tabs.show_count(topic, counts[topic])
        self.tabs.set_views([(topic, topic_word(topic)) for topic in topics], self.tabs.value())
        self._show()

    def show_trouble(self, words: str) -> None:
        """Says why there are no notices, and offers to try again; known notices stay."""
        if self.found is None:
            state = _Trouble(words)
            state.retried.connect(self.retried)
            self._show_state(state)

    def show_wishes(self) -> None:
        """Asks what to be told; again, or Esc, leads back."""
        if self.pages.currentWidget() is self.wishes:
            self.leave_wishes()
            return
        self._bar.hide()
        self.pages.setCurrentWidget(self.wishes)
        self.wishes.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_wishes(self) -> None:
        """Leads back to the notices."""
        self.pages.setCurrentWidget(self.list)
        self._bar.show()
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> tuple[Notice, ...]:
        """Returns the notices of the chosen tab."""
        if self.found is None:
            return ()
        topic = self.tabs.value()
        return tuple(one for one in self.found.notices if topic in (_ALL, one.topic.value))

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        unseen = fill(translate("Notices", "{count} not seen"), count=digits(found.unseen))
        self.head.aside.setText(unseen if found.unseen else "")
        self.all_button.setEnabled(found.unseen > 0)
        self._more.setVisible(found.more)
        self._tried.setVisible(bool(found.tried))
        current, at = self.list.notice(), self.list.currentIndex().row()
        rows = rows_of(self.shown())
        keys = {notice.key for notice in self.shown()}
        self.list.show_rows(rows, None if current is None else current.key)
        if current is not None and current.key not in keys:
            self._go_near(at)
        if self.pages.currentWidget() is not self.wishes:
            if rows:
                self.pages.setCurrentWidget(self.list)
                self._take_focus(self.list)
            else:
                self._show_state(_nothing())
        self._allow()

    def _go_near(self, at: int) -> None:
        rows = self.list.rows()
        at = min(at, len(rows) - 1)
        if at >= 0 and self.list.row_model.is_heading(rows[at]):
            at = at + 1 if at + 1 < len(rows) else at - 1
        self.list.go_to(max(at, 0))

    def _show_state(self, state: QWidget) -> None:
        self.pages.show_state(state)
        self._take_focus(None)

    def _take_focus(self, widget: QWidget | None) -> None:
        """Lets a widget have the focus of the pane, which a hidden one must not keep."""
        inside = self.isAncestorOf(self.window().focusWidget()) or self.hasFocus()
        same = self.focusProxy() is widget
        self.setFocusProxy(cast(QWidget, widget))
        if inside and not same:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        notice = self.list.notice()
        self.unseen_action.setEnabled(notice is not None and notice.seen)

    def _unsee(self) -> None:
        notice = self.list.notice()
        if notice is not None:
            self.marked.emit({notice.key: False})

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pages.currentWidget() is self.wishes:
            self.leave_wishes()
            event.accept()
            return
        super().keyPressEvent(event)


class _TabsBar(QWidget):
    def __init__(self, tabs: ViewTabs) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, 16, 0, 16, 0)
        column.addWidget(tabs)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box)


class _Trouble(EmptyState):
    retried = Signal()

    def __init__(self, words: str) -> None:
        title = translate("Notices", "The notices could not be read")
        super().__init__(title, words, icon="ph.warning", tone="warn")
        again = Button(translate("Bell", "Try again"))
        again.clicked.connect(self.retried)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, again, 0, Qt.AlignmentFlag.AlignHCenter)


def _nothing() -> EmptyState:
    return EmptyState(
        translate("Bell", "Nothing calls for you now."),
        translate("Notices", "What others refer to you, return or close appears here."),
        icon="ph.bell",
    )


def _topics() -> tuple[str, ...]:
    return "petitions", "messages", "drafts", "deputies", "system"
