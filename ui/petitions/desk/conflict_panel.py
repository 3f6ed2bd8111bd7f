"""Panel for an edit conflict: a colleague's change next to the person's own. Nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import clock_time
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.history.sentences import sentence
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.petitions.desk.composer_words import act_words, box_name
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import Button
from ui.widgets.painting import fill_rounded, set_margins
from ui.widgets.plain import PlainLabel, PlainText

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from ui.petitions.desk.sending import Sending


class ConflictPanel(QWidget):
    """Shows a conflict; hidden until `show_conflict`.

    `send_mine` asks to send the own text on the new version. `put_aside` asks to keep it for later.
    """

    send_mine = Signal()
    put_aside = Signal()

    def __init__(self, person_id: int | None) -> None:
        super().__init__()
        self._person_id = person_id
        self.title = PlainLabel("", "interface", bold=True, wrap=True)
        self.kept = PlainLabel("", "secondary", "text2", wrap=True)
        self.theirs, self.mine = PlainText("", "secondary"), PlainText("", "secondary")
        self._mine_title = PlainLabel("", "header", "text2", bold=True)
        self.send_button = Button(
            translate("Inbox", "Send mine on the new version"), "primary", size="small", writes=True
        )
        self.aside_button = Button(translate("Inbox", "Put aside"), size="small")
        self.send_button.clicked.connect(lambda _checked=False: self.send_mine.emit())
        self.aside_button.clicked.connect(lambda _checked=False: self.put_aside.emit())
        column = QVBoxLayout(self)
        set_margins(column, 14, 12, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._sides())
        column.addWidget(self.kept)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.send_button)
        row.addWidget(self.aside_button)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def _sides(self) -> QHBoxLayout:
        sides = QHBoxLayout()
        sides.setSpacing(8)
        theirs_title = PlainLabel(translate("Inbox", "Meanwhile"), "header", "text2", bold=True)
        for title, view in ((theirs_title, self.theirs), (self._mine_title, self.mine)):
            view.setFixedHeight(150)
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(title)
            side.addWidget(view)
            sides.addLayout(side, 1)
        return sides

    def show_conflict(self, seen: PetitionDetail, now: PetitionDetail, sending: Sending) -> None:
        """Shows the conflict. `seen` is the petition as the person saw it, `now` its present state.

        `sending` is the refused sending.
        """
        last = seen.history[-1].sequence if seen.history else 0
        fresh = [event for event in now.history if event.sequence > last]
        who = "، ".join(dict.fromkeys(event.actor_name for event in fresh))
        self.title.setText(fill(translate("Inbox", "{who} changed this while you wrote"), who=who))
        told = [self._state(now)]
        for event in fresh:
            told.append(f"{clock_time(event.at)}  {sentence(event, self._person_id)}")
            if event.text.strip():
                told.append(visible_controls(event.text))
        self.theirs.show_stored("\n".join(told))
        self._mine_title.setText(fill(translate("Inbox", "Yours: {act}"), act=act_words(sending)))
        self.mine.show_stored(visible_controls(sending.text) or act_words(sending))
        possible = sending.move is None or sending.move in now.allowed
        self.send_button.setEnabled(possible)
        kept = translate("Inbox", "Nothing was overwritten; what you wrote is kept in the box below.")
        if sending.text.strip():
            named = translate(
                "Inbox", "Nothing was overwritten; what you wrote is kept below, under “{box}”."
            )
            kept = fill(named, box=box_name(sending.mode))
        if not possible:
            kept = f"{rule_sentence('not_from_this_state')} {kept}"
        self.kept.setText(kept)
        self.show()
        self.send_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _state(now: PetitionDetail) -> str:
        return fill(
            translate("Inbox", "Now: {state}; unit {unit}; assignee {assignee}"),
            state=label("status", now.status.value),
            unit=now.unit_name or "—",
            assignee=now.assignee_name or "—",
        )

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        now = theme()
        fill_rounded(QPainter(self), QRectF(self.rect()), now.warnbg, RADIUS, now.warnline)
