"""Head of the details pane: buttons of the possible moves, title, kind, state, deadline and petitioner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.persian.dates import full_date, long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.vocabulary import Move, Status
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.moves import face_of
from ui.actions import key_of
from ui.guard import guarded
from ui.petitions.codes import shown_code, shown_number
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.sending import Mode
from ui.petitions.lists.row_words import deadline_mark, notice_word
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip, StateLabel
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel, PlainLabel, set_tip

if TYPE_CHECKING:
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


#: Directions of the row with the petitioner: origin at its side, or below the name.
_BESIDE, _OVER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


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
        self.title = PlainLabel("", "heading", wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._chip, self._state = Chip(""), StateLabel()
        self.notice = Chip(notice_word(), "warn")
        self.complete = LinkLabel(
            translate("Notices", "Complete the identity"), self.completion_asked.emit, "secondary"
        )
        self._urgency = PlainLabel("", "header", "danger", bold=True)
        self._due = PlainLabel("", "secondary")
        self._why = LinkLabel(translate("Inbox", "Why?"), self.why_asked.emit, "secondary")
        #: Shown where a complaint was the person's own, and nobody else is left to decide on it.
        self.alone = PlainLabel("", "secondary", "warn", wrap=True, parent=self)
        self.alone.hide()
        self.code = PlainLabel("", "secondary", "text2")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sender_label = PlainLabel("", "secondary", wrap=True)
        self.origin = PlainLabel("", "secondary", "text2")
        self.contact = PlainLabel("", "secondary", "text2", elide=True)
        self.reveal = LinkLabel(translate("Inbox", "Show"), self.reveal_asked.emit, "secondary")
        set_tip(self.reveal, translate("Inbox", "Show who sent it; that you did is noted in the history"))
        self._shown: Identifiers | None = None
        column = QVBoxLayout(self)
        set_margins(column, 16, 8, 16, 10)
        column.setSpacing(3)
        column.addLayout(self._button_row())
        column.addWidget(self.title)
        column.addLayout(self._row(self._chip, self._state, self.notice, self._urgency, None, self.code))
        column.addLayout(self._row(self._due, self._why, self.complete, None))
        column.addWidget(self.alone)
        self._sent = self._row(self.sender_label, self.origin, stretch=True)
        column.addLayout(self._sent)
        column.addLayout(self._row(self.contact, self.reveal, stretch=True))

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
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
        return row

    def _fit(self) -> None:
        """Gives title and petitioner the height of all their lines.

        Otherwise a full pane cuts them line by line. A name too long for one line is placed above the origin.
        """
        margins = self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        room = width - self.origin.sizeHint().width() - self._sent.spacing()
        long = self.sender_label.fontMetrics().horizontalAdvance(self.sender_label.text()) > room
        self._sent.setDirection(_OVER if long else _BESIDE)
        for part, wide in ((self.title, width), (self.sender_label, width if long else room)):
            part.setMinimumHeight(max(0, part.heightForWidth(max(1, wide))))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @staticmethod
    def _row(*parts: QWidget | None, stretch: bool = False) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for at, part in enumerate(parts):
            if part is None:
                row.addStretch()
            else:
                row.addWidget(part, 1 if stretch and at == 0 else 0)
        return row

    def show_detail(self, detail: PetitionDetail, today: object) -> None:
        """Shows this petition. The deadline is worded relative to `today`."""
        if self._detail is None or self._detail.id != detail.id:
            self._shown = None
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
        self._show_due(detail, today)
        self.alone.setText(
            translate("Inbox", "It was yours, and nobody else is left to decide: the history says so.")
            if detail.nobody_else
            else ""
        )
        self.alone.setVisible(detail.nobody_else)
        self.code.setText(shown_code(detail.tracking_code))
        self._show_sender(detail)

    def _show_due(self, detail: PetitionDetail, today: object) -> None:
        mark = deadline_mark(
            tehran_day(detail.completed_at or detail.received_at),
            detail.due_on,
            today,  # type: ignore[arg-type]
            paused=detail.paused_on is not None,
            outcome=detail.outcome,
        )
        known = detail.due_on is not None and detail.outcome is None
        words = fill(translate("Inbox", "Deadline: {words}"), words=mark.text) if known else mark.text
        self.notice.setVisible(detail.notice)
        self.complete.setVisible(detail.completes)
        if detail.notice and detail.outcome is None:
            words = translate("Notices", "Its sender's identity is incomplete; no deadline runs.")
        self._due.setText(words)
        colour = {"late": "danger", "soon": "warn"}.get(mark.pressure, "text2")
        self._due.set_colour(colour)
        self._due.set_bold(mark.pressure in ("late", "soon"))
        set_tip(self._due, full_date(detail.due_on) if detail.due_on else "")
        self._why.setVisible(known)

    def _show_sender(self, detail: PetitionDetail) -> None:
        self.sender_label.setText(visible_controls(detail.petitioner_name) or translate("Inbox", "no name"))
        group = label("group", detail.petitioner_group) if detail.petitioner_group else ""
        day = tehran_day(detail.received_at)
        parts = [group, label("channel", detail.channel), long_date(day)]
        self.origin.setText("   ".join(part for part in parts if part))
        set_tip(self.origin, full_date(day))
        known = self._shown
        mobile, national_id = (
            (known.mobile, known.national_id) if known else (detail.mobile, detail.national_id)
        )
        numbers = [shown_number(number) for number in (mobile, national_id) if number]
        self.reveal.setVisible(detail.may_reveal and known is None and bool(numbers))
        if detail.letter_number:
            letter = shown_number(visible_controls(detail.letter_number))
            numbers.append(fill(translate("Inbox", "Letter {number}"), number=letter))
        registry = shown_number(detail.registry)
        numbers.append(fill(translate("Inbox", "Registry {number}"), number=registry))
        about = visible_controls(detail.about)
        if about:
            numbers.append(fill(translate("Inbox", "About: {what}"), what=about))
        self.contact.setText("   ".join(numbers))
        self._fit()

    def show_identifiers(self, petition_id: int, found: Identifiers) -> None:
        """Shows the masked identifiers, if this petition is still the one shown."""
        if self._detail is not None and self._detail.id == petition_id:
            self._shown = found
            self._show_sender(self._detail)

    def why_bottom(self) -> int:
        """Returns the bottom of the link «چرا؟», in pixels from the top of the head."""
        return self._why.geometry().bottom()

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
