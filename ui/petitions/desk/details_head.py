"""Head of the details pane: buttons of the possible moves, title, kind, state, deadline and petitioner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Move, Status
from desktop_app.wording import translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.moves import face_of
from ui.actions import key_of
from ui.guard import guarded
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.details_facts import FactLines
from ui.petitions.desk.position import PositionMark
from ui.petitions.desk.sending import Mode
from ui.petitions.lists.row_words import notice_word
from ui.theme_tokens import MOST, PAGE_HEADER
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip, StateLabel
from ui.widgets.emptying import release
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, set_tip

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.identities import Identifiers

#: Moves shown as buttons in each state, the most important first. Other moves are in the menu.
_FOREMOST: Final[Mapping[Status, tuple[Move, ...]]] = {
    Status.REGISTERED: (Move.REFER, Move.CLOSE),
    Status.REFERRED: (Move.TAKE, Move.GIVE_BACK),
    Status.IN_PROGRESS: (Move.REFER, Move.WAIT, Move.RESOLVE),
    Status.WAITING: (Move.RESUME, Move.CLOSE),
    Status.AWAITING_APPROVAL: (Move.SEND_BACK, Move.RESOLVE),
    Status.RESOLVED: (Move.REOPEN, Move.ARCHIVE),
    Status.ARCHIVED: (Move.REOPEN,),
}
#: Refusals of resolving for which a locked button is shown. With a role that never resolves there is no
#: button.
_LOCKS: Final = frozenset(
    {
        "complaint_never_by_assignee",
        "unit_asks_for_approval",
        "referral_still_out",
        "notice_gets_no_reply",
        "point_missing",
    }
)

_DOWN, _ALONG = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
#: Below this width a head of one line has no room for the code and the keys of the list.
_ROOMY: Final = 1100
_MARGIN: Final = 16


def lock_sentence(detail: PetitionDetail) -> str:
    """Returns why resolving is locked for this person, or an empty string where no lock is shown."""
    if detail.resolve_refusal in _LOCKS and Move.RESOLVE in _FOREMOST.get(detail.status, ()):
        return rule_sentence(detail.resolve_refusal, detail.first_missing)
    return ""


def _foremost(detail: PetitionDetail) -> tuple[Move, ...]:
    """Returns the moves shown as buttons; a notice is closed instead of answered."""
    found = _FOREMOST.get(detail.status, ())
    if detail.notice and detail.status is Status.IN_PROGRESS:
        return (Move.REFER, Move.CLOSE, Move.RESOLVE)
    return found


class DetailsHead(QWidget):
    """Shows the head of one petition.

    `moves` and `sides` are the actions of the screen, by move and by side mode.
    """

    why_asked = Signal()
    #: The person asked to see the masked identifiers.
    reveal_asked = Signal()
    #: The person asked to complete the identity of a notice.
    completion_asked = Signal()
    #: The person asked for the full width, or to go back to the list.
    expand_asked = Signal()
    left = Signal()
    #: The person asked to close the pane that lies over the list.
    close_asked = Signal()

    def __init__(self, moves: Mapping[Move, QAction], sides: Mapping[Mode, QAction], undo: QAction) -> None:
        super().__init__()
        self._moves, self._sides, self._undo = moves, sides, undo
        self.side_buttons: dict[Mode, Button] = {}
        self._detail: PetitionDetail | None = None
        self.buttons: dict[Move, Button] = {}
        #: Commands of the screen that are in the menu as well.
        self.more: list[QAction] = []
        self._menu_button = IconButton("ph.dots-three", translate("Inbox", "More"), side=32, icon_side=20)
        self._menu_button.clicked.connect(lambda _checked=False: self.open_menu())
        self.title = PlainLabel("", "heading", elide=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._chip, self._state = Chip(""), StateLabel()
        self.notice = Chip(notice_word(), "warn")
        self._urgency = PlainLabel("", "header", "danger", bold=True)
        self.code = PlainLabel("", "secondary", "text2")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = FactLines()
        self.facts.why_asked.connect(self.why_asked)
        self.facts.reveal_asked.connect(self.reveal_asked)
        self.facts.completion_asked.connect(self.completion_asked)
        leave, widen = translate("Inbox", "Back to the list"), translate("Inbox", "Show in full width")
        self.back = IconButton("ph.arrow-left", leave, key="Esc", side=32, parent=self)
        self.expand = IconButton("ph.arrows-out-simple", widen, key="Return", parent=self)
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.close_button = IconButton(
            "ph.x", translate("Inbox", "Close the petition"), key="Esc", parent=self
        )
        self.close_button.hide()
        self.close_button.clicked.connect(lambda _checked=False: self.close_asked.emit())
        self.expand.clicked.connect(lambda _checked=False: self.expand_asked.emit())
        self.position = PositionMark(self)
        self._full = self._over = False
        self._column = QBoxLayout(_DOWN, self)
        self._titled = self._title_row()
        self._buttons, self._chips = self._button_row(), self._chip_row()
        self._lay_out()

    def _lay_out(self) -> None:
        """Places the parts one below the other; in full width, all but the facts in one line."""
        column, full = self._column, self._full
        release(column)
        column.setDirection(_ALONG if full else _DOWN)
        set_margins(column, _MARGIN, 0 if full else 8, _MARGIN, 0 if full else 10)
        column.setSpacing(12 if full else 3)
        parts = (
            (self.back, self._titled, self._chips, self.position, self._buttons)
            if full
            else (self._buttons, self._titled, self._chips, self.facts)
        )
        for part in parts:
            column.addWidget(part, 1 if full and part is self._titled else 0)
        for part in (self.back, self.position):
            part.setVisible(full)
        for part in (self.facts, self.expand):
            part.setVisible(not full)
        self.close_button.setVisible(self._over and not full)
        self.setMinimumHeight(PAGE_HEADER if full else 0)
        self.setMaximumHeight(PAGE_HEADER if full else MOST)
        self._fit()

    def show_full(self, full: bool) -> None:
        """Shows the head in one line for the full width, or as the head of a pane."""
        if full != self._full:
            self._full = full
            self._lay_out()

    def show_over(self, over: bool) -> None:
        """Offers to close the pane, which lies over the list."""
        self._over = over
        self.close_button.setVisible(over and not self._full)

    def _chip_row(self) -> QWidget:
        made = QWidget()
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self._chip, self._state, self.notice, self._urgency):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.code)
        return made

    def _button_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setSpacing(0)
        set_margins(row, 0, 0, 0, 0)
        for move, action in self._moves.items():
            face = face_of(move)
            # With two other buttons in the row there is room for one word only.
            words = face.short or face.title
            button = Button(words, icon=face.icon, key=key_of(action) or None)
            button.clicked.connect(lambda _checked=False, action=action: action.trigger())
            self.buttons[move] = button
            row.addWidget(button)
        for mode, action in self._sides.items():
            button = Button(action.text(), icon=box_face(mode).icon, key=key_of(action) or None)
            button.clicked.connect(lambda _checked=False, action=action: action.trigger())
            self.side_buttons[mode] = button
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._menu_button)
        return made

    def _title_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.title, 1)
        row.addWidget(self.expand)
        row.addWidget(self.close_button)
        return made

    def _fit(self) -> None:
        roomy = not self._full or self.width() >= _ROOMY
        self.code.setVisible(roomy)
        self.position.show_keys(roomy)
        # In a pane, key caps give way to the words of the buttons.
        shown = [one for one in (*self.buttons.values(), *self.side_buttons.values()) if not one.isHidden()]
        for button in shown:
            button.show_key(True)
        needed = self._menu_button.width() + sum(button.sizeHint().width() for button in shown)
        room = self.width() - 2 * _MARGIN
        for button in shown:
            button.show_key(self._full or needed <= room)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_detail(self, detail: PetitionDetail, today: date, known: Identifiers | None = None) -> None:
        """Shows this petition; `known` are its identifiers, if the person asked to see them.

        The deadline is worded relative to `today`.
        """
        self._detail = detail
        locked = lock_sentence(detail)
        foremost = _foremost(detail)
        for move, button in self.buttons.items():
            lock = move is Move.RESOLVE and bool(locked)
            button.setVisible((move in foremost and move in detail.allowed) or lock)
            button.setEnabled(not lock)
            button.set_icon_name("ph.lock-simple" if lock else face_of(move).icon)
            if lock:
                set_tip(button, locked)
        # Where no own move is possible, an answer to a referral is a button. Otherwise it is in the menu.
        asked = any(row.answerable for row in detail.referrals)
        free = not any(move in detail.allowed for move in foremost)
        for mode, one in self.side_buttons.items():
            one.setVisible(asked and free and mode is not Mode.SIDE_RECALL)
        self.title.setText(visible_controls(detail.subject))
        self._chip.show_kind(detail.kind.value, label("kind", detail.kind.value))
        self._state.show_state(detail.status.value, label("status", detail.status.value))
        pressing = detail.urgency != "normal"
        self._urgency.setText(label("urgency", detail.urgency) if pressing else "")
        self._urgency.setVisible(pressing)
        self.notice.setVisible(detail.notice)
        self.code.setText(shown_code(detail.tracking_code))
        self.facts.show_detail(detail, today, known)
        self._fit()

    def why_bottom(self) -> int:
        """Returns the bottom of the link «چرا؟», in pixels from the top of the head."""
        return self.facts.y() + self.facts.why_bottom()

    def menu(self) -> QMenu:
        """Returns a menu of the actions that are possible now."""
        made = QMenu(self)
        detail = self._detail
        for move, action in self._moves.items():
            if detail is not None and move in detail.allowed:
                made.addAction(action)
        if detail is not None:
            made.addActions([action for action in self._sides.values() if action.isEnabled()])
        if detail is not None and detail.undoable:
            made.addAction(self._undo)
        made.addSeparator()
        made.addActions(self.more)
        copy: Callable[[], object] = self._copy_code
        made.addAction(translate("Inbox", "Copy tracking code"), copy)
        return made

    def open_menu(self) -> QMenu:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height()))
        menu.popup(corner)
        return menu

    def _copy_code(self) -> None:
        if self._detail is not None:
            QGuiApplication.clipboard().setText(self._detail.tracking_code)
