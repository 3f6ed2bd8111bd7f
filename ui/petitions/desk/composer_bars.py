"""The row above the composer's text, which says what it is for, and the row below it, which sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout

from desktop_app.petitions.outbox.delivery_state import ON_ITS_WAY
from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import fill, translate
from desktop_app.wording.messages import planned_words
from desktop_app.wording.moves import face_of
from ui.petitions.desk.composer_checks import possible
from ui.petitions.desk.composer_tabs import ComposerTabs
from ui.petitions.desk.composer_words import box_face, heading_words
from ui.petitions.desk.sending import BoxMode, Mode, moves_of
from ui.widgets.button import Button, IconButton
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.outbox.delivery_state import DeliveryStatus
    from ui.petitions.desk.mode_fields import ModeFields

#: The modes of the tabs; any other mode is left by putting it aside.
TABS: Final = (Mode.NOTE, Mode.ORDER, Mode.REPLY)


class ComposerHead(QHBoxLayout):
    """The tabs, or the title of another mode; and a hint about who reads the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = ComposerTabs()
        self.title = PlainLabel("", "secondary", bold=True)
        self.hint = PlainLabel("", "header", "warn", elide=True)
        self.cancel = IconButton("ph.x", translate("Inbox", "Put aside"), key="Esc", icon_side=14)
        self.setSpacing(8)
        for part in (self.title, self.tabs):
            self.addWidget(part)
        self.addWidget(self.hint, 1)
        self.addWidget(self.cancel)

    def show_mode(self, mode: BoxMode, detail: PetitionDetail) -> None:
        tabbed = mode in TABS
        self.tabs.setVisible(tabbed)
        self.tabs.show_mode(mode, frozenset(one for one in TABS if possible(one, detail)))
        self.title.setVisible(not tabbed)
        self.cancel.setVisible(not tabbed)
        self.title.setText(heading_words(mode, detail))

    def show_hint(self, mode: BoxMode, delivery: DeliveryStatus | None) -> None:
        """Shows what happens to a text that is for the petitioner."""
        words = planned_words(delivery.state, delivery.way) if delivery is not None else ""
        if mode is Move.TAKE_OVER:
            words = translate("Inbox", "What your colleague has typed is kept for them")
        self.hint.setText(words)


class ComposerFoot(QHBoxLayout):
    """The buttons, and the name of the person on whose behalf this is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.send_button = Button("", "primary", key="Ctrl+Return", size="small", writes=True)
        #: Name of the person on whose behalf this is sent. A deputy always sees it before sending.
        self.behalf = PlainLabel("", "header", "acctext", elide=True)
        insert = translate("Inbox", "Put in a saved reply")
        self.saved_reply = IconButton("ph.chat-text", insert, key="Ctrl+J", icon_side=16)
        self.save_button = Button(translate("Inbox", "Save draft"), "ghost", size="small", writes=True)
        self.setSpacing(0)
        self.addWidget(self.send_button)
        self.addWidget(self.behalf, 1)
        self.addWidget(self.saved_reply)
        self.addWidget(self.save_button)

    def show_mode(self, mode: BoxMode, detail: PetitionDetail, fields: ModeFields) -> None:
        self.save_button.setVisible(mode is Mode.REPLY)
        self._show_behalf(mode, detail)
        self.send_button.setText(self._send_words(mode, detail, fields))
        self.send_button.setEnabled(possible(mode, detail))

    def _show_behalf(self, mode: BoxMode, detail: PetitionDetail) -> None:
        moves: tuple[Move | None, ...] = tuple(moves_of(mode) & detail.allowed) or (None,)
        name = next((detail.on_behalf_of[move] for move in moves if move in detail.on_behalf_of), "")
        words = fill(translate("Inbox", "on behalf of {person}"), person=name) if name else ""
        self.behalf.setText(words)

    def _send_words(self, mode: BoxMode, detail: PetitionDetail, fields: ModeFields) -> str:
        if mode is Mode.REPLY and not fields.kind.interim and not fields.resolves(detail):
            return face_of(Move.SUBMIT).title
        face = box_face(Mode.INTERIM if mode is Mode.REPLY and fields.kind.interim else mode)
        delivery = fields.delivery(mode, detail)
        goes = delivery is None or delivery.state in ON_ITS_WAY
        return (face.send if goes else face.record or face.send) or face.title
